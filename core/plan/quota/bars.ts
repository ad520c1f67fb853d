/**
 * What excludes a unit from commending, whatever its points: “Đơn vị không đăng ký thi đua, nộp báo cáo chậm quá 10
 * ngày … thì không được xét khen thưởng”. Each condition separately.
 */
import { dayNumber, isoDay } from '../../base/period/day.ts';
import type { PlanDeadline } from '../due/deadlines.ts';
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { clausesWith } from '../words/clauses-with.ts';

export interface PlanBar extends PlanPlace {
  readonly kind: 'registration' | 'reporting' | 'late-report' | 'barred';
  /**
   * Days of lateness that are still accepted; null = no lateness is accepted, or the condition is not about lateness.
   */
  readonly days: number | null;
  /** The condition in the plan's words. */
  readonly condition: string;
  /** The last day a report is let pass, where the condition names one: ISO, or month and day. */
  readonly last?: string;
}

const BARRED =
  '(?<!\\p{L})không (?:được )?(?:đưa vào )?(?:xét|xem xét|bình xét|đề nghị)(?: duyệt)?(?: đề nghị)?(?: tặng)? (?:khen|thi đua|giấy khen|bằng khen)(?: thưởng)?';
const BARS = new RegExp(`[^.;\\n]{4,400}?${BARRED}`, 'giu');
const NEEDLE = new RegExp(BARRED, 'iu');
const LEAD =
  /^[\s\-–+•]*(?:\(?\d{1,2}[.)]|[a-zđ]\))?\s*(?:(?:các |những )?(?:đơn vị|tập thể|cá nhân|thôn|cơ quan|tổ chức)(?:, (?:đơn vị|tập thể|cá nhân|thôn|cơ quan|tổ chức))*\s*(?:nào |mà )?)?/iu;
const TAIL = /[\s,]*(?:thì|sẽ|bị)?[\s,]*$/iu;
const LATE = /(?:chậm|muộn|trễ|quá hạn)(?:[^\d,]{0,20}?(\d{1,3}|[Mm]ột|hai|ba|năm|mười) ngày)?/iu;
const NO_REPORT = /(?:không|chưa) (?:nộp|gửi|có)(?: \p{L}+){0,2} báo cáo/iu;
const SENT = /báo cáo|nộp|gửi|hồ sơ/iu;
/** `sau ngày 30/11/2026`, `sau ngày 30 tháng 11`, `quá ngày 5/12`. */
const AFTER =
  /(?:sau|quá) (?:hết )?(?:ngày )?(\d{1,2})(?:\s?[/.-]\s?| tháng )(\d{1,2})(?:(?:\s?[/.-]\s?| năm )(\d{4}))?(?!\d)/iu;
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, năm: 5, mười: 10 };

export function barsIn(text: PlanText, bodies: readonly (readonly Section[])[]): readonly PlanBar[] {
  return bodies.flat().flatMap((section) =>
    barsOf(text.flat.slice(section.start, section.end)).flatMap(({ words, at }): PlanBar[] => {
      const bare = words.replace(LEAD, '');
      const conditions = bare
        .slice(0, bare.search(/(?<!\p{L})không (?:được )?(?:đưa vào )?(?:xét|xem xét|bình xét|đề nghị)/iu))
        .replace(TAIL, '')
        .split(/,\s*(?:hoặc\s*)?|\s+hoặc\s+/iu)
        .filter((part) => part.trim().length > 3);
      const lead = words.length - words.trimStart().length;
      const place = {
        text: words.trim(),
        section: section.section,
        offset: text.offsetOf(section.start + at + lead),
      };
      return conditions.map((condition) => ({ ...place, ...barOf(condition.trim()) }));
    }),
  );
}

function barsOf(text: string): readonly { readonly words: string; readonly at: number }[] {
  return [...clausesWith(text, NEEDLE)].flatMap((clause) =>
    [...clause.words.matchAll(BARS)].map(({ 0: words, index }) => ({ words, at: clause.at + index })),
  );
}

function barOf(condition: string): Pick<PlanBar, 'kind' | 'days' | 'condition' | 'last'> {
  if (/không (?:có )?đăng ký/iu.test(condition)) return { kind: 'registration', days: null, condition };
  if (NO_REPORT.test(condition)) return { kind: 'reporting', days: null, condition };
  const [, day, month, year] = (SENT.test(condition) && AFTER.exec(condition)) || [];
  if (day !== undefined && month !== undefined) {
    const last = [...(year === undefined ? [] : [year]), month.padStart(2, '0'), day.padStart(2, '0')].join('-');
    return { kind: 'late-report', days: null, condition, last };
  }
  const late = /báo cáo|nộp|gửi/iu.test(condition) ? LATE.exec(condition) : null;
  if (!late) return { kind: 'barred', days: null, condition };
  const days = late[1] === undefined ? null : (NUMBERS[late[1].toLowerCase()] ?? Number(late[1]));
  return { kind: 'late-report', days, condition };
}

/**
 * A day after which nothing is let pass is no second due day where the plan names another: it is so many days late.
 */
export function barsAndDues(
  bars: readonly PlanBar[],
  deadlines: readonly PlanDeadline[],
): { readonly bars: readonly PlanBar[]; readonly deadlines: readonly PlanDeadline[] } {
  const dated = bars.filter(({ last }) => last !== undefined);
  const isWithin = ({ offset }: PlanPlace) =>
    dated.some((bar) => offset >= bar.offset && offset < bar.offset + bar.text.length);
  const own = deadlines.filter((deadline) => !(deadline.what === 'unit-report' && isWithin(deadline)));
  const dues = own.flatMap(({ what, when, exclusive }) =>
    what === 'unit-report' && 'date' in when ? [dayNumber(when.date) - (exclusive ? 1 : 0)] : [],
  );
  if (dues.length === 0) return { bars, deadlines };
  const due = Math.max(...dues);
  const year = isoDay(due).slice(0, 4);
  return {
    deadlines: own,
    bars: bars.map((bar) => {
      if (bar.last === undefined) return bar;
      const days = dayNumber(bar.last.length > 5 ? bar.last : `${year}-${bar.last}`) - due;
      return { ...bar, days: days > 0 ? days : null };
    }),
  };
}
