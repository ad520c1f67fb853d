/**
 * Questions to the officer before a plan's reading counts: is it a plan, which years, figures that cannot be meant so.
 */
import { dayText } from '../base/period/day.ts';
import type { PlanTarget } from './finding.ts';
import type { DayRange } from './identity/movement-period.ts';
import type { LaidOut } from './laid-out.ts';
import type { UnreadGrid } from './table/grid-tables.ts';

export interface PlanQuestion {
  readonly code:
    | 'no-plan'
    | 'period'
    | 'grid'
    | 'marks'
    | 'no-target'
    | 'zero-share'
    | 'over-whole'
    | 'before-issue'
    | 'outside-period';
  /** A Vietnamese sentence. */
  readonly text: string;
  /** Of the figure it is about; null = of the whole plan. */
  readonly offset: number | null;
  /** Periods it leaves the choice of, the one taken first. */
  readonly periods?: readonly DayRange[];
}

interface ReadSoFar {
  readonly targets: readonly PlanTarget[];
  /** Whether anything else of a plan is in it: places to be commended, a scale of marks. */
  readonly hasMore: boolean;
}

/** In the order they are to be answered. */
export function questionsOf(laid: LaidOut, { targets, hasMore }: ReadSoFar): readonly PlanQuestion[] {
  return [
    ...noPlan(laid),
    ...periodQuestions(laid),
    ...laid.tables.flatMap((table) => ('unread' in table ? gridQuestions(laid, table) : [])),
    ...(targets.length === 0 && !hasMore ? [NO_TARGET] : []),
    ...targets.flatMap((target) => targetQuestions(laid, target)),
  ];
}

const NO_TARGET: PlanQuestion = {
  code: 'no-target',
  text: 'Không thấy chỉ tiêu nào có con số: kế hoạch giao chỉ tiêu ở văn bản khác, hay chỉ tiêu nằm ở chỗ chưa đọc được?',
  offset: null,
};

/** Numbers of the state's own acts: no commune issues them. */
const ACT_OF_STATE = /^\d{1,4}\/(?:\d{4}\/)?(?:QH\d*|UBTVQH\d*|NĐ-CP|NQ-CP|TT-\p{Lu}+|TTLT\b.*|VBHN-\p{Lu}+)/u;
/** Words a plan of a movement cannot do without. */
const OF_A_PLAN = /thi đua|phong trào|chỉ tiêu|phấn đấu|khen thưởng|tiêu chí/giu;
const FEWEST = 2;
/** A shorter text may be a piece picked out of a plan. */
const LONG_TEXT = 4000;

function noPlan({ text, parts, identity: { plan, issuer } }: LaidOut): readonly PlanQuestion[] {
  const isOfState = ACT_OF_STATE.test(plan.number ?? '') || /^\s*QUỐC HỘI(?!\p{L})/u.test(text.flat.slice(0, 200));
  const isIssued = plan.number !== null || plan.date !== null || (parts.head !== '' && issuer.commune !== null);
  const words = text.flat.match(OF_A_PLAN)?.length ?? 0;
  const isForeign = !isIssued && (words < FEWEST || (text.flat.length > LONG_TEXT && parts.recipients === ''));
  if (!isOfState && !isForeign) return [];
  const why = isOfState
    ? 'đây là văn bản của cơ quan nhà nước cấp trên'
    : 'không thấy số, ngày, nơi ban hành và nơi nhận của một kế hoạch';
  return [
    {
      code: 'no-plan',
      text: `Văn bản này có lẽ không phải kế hoạch thi đua (${why}): đúng là kế hoạch cần đọc chứ?`,
      offset: null,
    },
  ];
}

/** Two readings of the movement's period, or a period that does not fit the day of issue. */
function periodQuestions(laid: LaidOut): readonly PlanQuestion[] {
  const { period, plan } = laid.identity;
  const { from, to } = period;
  const ask = (text: string, periods: readonly DayRange[] = []): readonly PlanQuestion[] => [
    { code: 'period', text, offset: null, periods },
  ];
  if (to === null)
    return ask('Kế hoạch không nói phong trào diễn ra từ khi nào đến khi nào: từ ngày nào, đến ngày nào?');
  const read = periodText({ from, to });
  const other = laid.otherPeriod;
  const both = [{ from: from ?? to, to }, ...(other ? [other] : [])];
  if (other) return ask(`Phong trào diễn ra ${read}, hay ${periodText(other)}? Kế hoạch nói cả hai.`, both);
  const year = plan.date?.slice(0, 4);
  if (laid.isYearOfIssue && year !== undefined && !to.startsWith(year)) {
    const issued = { from: `${year}-01-01`, to: `${year}-12-31` };
    return ask(
      `Kế hoạch không ghi thời gian của phong trào: ${read} (theo các mốc trong kế hoạch), hay ${periodText(issued)} (năm ban hành)?`,
      [...both, issued],
    );
  }
  const signed =
    plan.date === null ? '' : `Kế hoạch ký ngày ${dayText(plan.date)} mà thời gian phong trào đọc được là ${read}`;
  if (plan.date !== null && to < plan.date) return ask(`${signed}: thời gian nào đúng?`);
  if (plan.date !== null && from !== null && Number(from.slice(0, 4)) - Number(plan.date.slice(0, 4)) > 1)
    return ask(`${signed}: phong trào bắt đầu từ năm nào?`);
  return [];
}

export function periodText({ from, to }: { readonly from: string | null; readonly to: string }): string {
  return `từ ${from === null ? '…' : dayText(from)} đến ${dayText(to)}`;
}

function gridQuestions({ text, bodies }: LaidOut, { of, unread }: UnreadGrid): readonly PlanQuestion[] {
  const section = bodies.flat().findLast(({ start }) => start <= unread.from);
  if (of === 'names' || section?.topic === 'state' || section?.topic === 'budget') return [];
  const names = unread.head.names.filter((name) => name !== '').join(' | ');
  const which = `Bảng${section && section.section !== '' ? ` ở mục ${section.section}` : ''}${names === '' ? '' : ` (${names})`}`;
  const rest =
    of === 'marks'
      ? 'là bảng điểm chưa lấy được: ghi điểm của từng tiêu chí thế nào?'
      : 'chưa hiểu: cột nào là chỉ tiêu, cột nào là mức?';
  return [{ code: of === 'marks' ? 'marks' : 'grid', text: `${which} ${rest}`, offset: text.offsetOf(unread.from) }];
}

function targetQuestions({ identity: { period, plan } }: LaidOut, target: PlanTarget): readonly PlanQuestion[] {
  const { text, unit, value, valueMax, comparator, deadline, relativeTo, figureOffset: offset } = target;
  const words = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/\s\S*$/, '')} …` : text;
  const ask = (code: PlanQuestion['code'], rest: string): PlanQuestion => ({
    code,
    text: `“${words}”: ${rest}`,
    offset,
  });
  const isShare = unit === '%';
  return [
    ...(isShare && value === 0 && comparator !== '<=' && comparator !== '<'
      ? [ask('zero-share', 'mức 0 % có đúng không?')]
      : []),
    ...(isShare && relativeTo === null && Math.max(value, valueMax ?? 0) > 100 && !OF_MORE.test(text)
      ? [
          ask(
            'over-whole',
            `${String(Math.max(value, valueMax ?? 0)).replace('.', ',')} % là quá 100 %, có đúng không?`,
          ),
        ]
      : []),
    ...(deadline !== null && plan.date !== null && deadline < plan.date
      ? [ask('before-issue', `hạn ${dayText(deadline)} trước ngày ký kế hoạch (${dayText(plan.date)}), có đúng không?`)]
      : []),
    ...(deadline !== null && period.to !== null && deadline > period.to
      ? [
          ask(
            'outside-period',
            `hạn ${dayText(deadline)} sau khi phong trào kết thúc (${dayText(period.to)}): có giữ chỉ tiêu này không?`,
          ),
        ]
      : []),
  ];
}
/** What is measured against something else than a whole may be more than it. */
const OF_MORE = /so với|kế hoạch|dự toán|chỉ tiêu|tăng|vượt|gấp/iu;
const LONGEST = 90;
