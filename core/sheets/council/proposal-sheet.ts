/**
 * The sheet "Đề nghị khen thưởng": a line for every candidate of every round, proposed first, each with its reason in
 * words.
 */
import {
  type AwardCandidate,
  CANDIDATE_STATE_NAME,
  type CandidateState,
  ROUND_NAME,
} from '../../judge/award/candidate.ts';
import { isProposedElsewhere, sharedNotes } from '../../judge/award/overlaps.ts';
import { audienceCalled } from '../../movement/audience-called.ts';
import type { Movement } from '../../movement/movement.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { COUNT, numberValue, SHARE, shareValue, TEXT, textValue } from './look.ts';
import { SHARE_NOTE, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

export const PROPOSAL_SHEET = 'Đề nghị khen thưởng';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Đợt', width: 8.5, style: TEXT },
  { title: 'Hình thức khen', width: 16, style: TEXT },
  { title: 'Đơn vị, cá nhân', width: 15, style: TEXT },
  { title: 'Đối tượng', width: 12.5, style: TEXT },
  { title: 'Hạng', width: 5.5, style: COUNT },
  { title: 'Tỷ lệ', width: 8, style: SHARE },
  { title: 'Kết quả xét', width: 10, style: TEXT },
  { title: 'Lý do', width: 45, style: TEXT },
];
const FILL: Readonly<Record<CandidateState, string | null>> = { proposed: 'E2EFDA', council: 'FFEB9C', refused: null };

/** Out of turn the reason already names the achievement; a reason that ends with "thành tích" gets it after a colon. */
function reasonOf({ round, reason, achievement }: AwardCandidate): string {
  if (achievement === '' || round === 'out-of-turn') return reason;
  const before = /thành tích\.$/u.test(reason) ? reason.slice(0, -1) : `${reason} Thành tích`;
  return `${before}: ${achievement.replace(/[.;\s]+$/u, '')}.`;
}

/** Title of a section that only the screen shows. */
const FURTHER = 'CÁC DÒNG KHÁC (để chọn và để tra cứu, không in)';

const PARTS = 3;
const CASE_BY_CASE: ReadonlySet<AwardCandidate['cause']> = new Set(['tie', 'points', 'nominated']);

/**
 * Proposed, what the council settles case by case, and all others: lists to choose from, refusals, and lines that wait
 * for another award of the same round.
 */
function partOf(line: AwardCandidate): number {
  if (line.state === 'proposed') return 0;
  return line.state === 'council' && CASE_BY_CASE.has(line.cause) && !isProposedElsewhere(line) ? 1 : PARTS - 1;
}

export function proposalSheet(
  candidates: readonly AwardCandidate[],
  movement: Movement,
  subtitle: string,
  office: SheetOffice,
): NewSheet {
  const order = candidates.toSorted((x, y) => partOf(x) - partOf(y));
  const rest = order.filter((awardCandidate) => partOf(awardCandidate) === PARTS - 1);
  const printed = order.slice(0, order.length - rest.length);
  const { notes, markOf } = sharedNotes(order);
  const shown = rest.length === 0 ? subtitle : `${subtitle} · ${rest.length} dòng khác ở dưới chỗ ký, không in`;
  const cellsOf = (awardCandidate: AwardCandidate): readonly NewValue[] => [
    textValue(ROUND_NAME[awardCandidate.round]),
    textValue(awardCandidate.form),
    textValue(awardCandidate.unit),
    textValue(audienceCalled(movement, awardCandidate.audience)),
    numberValue(awardCandidate.rank),
    awardCandidate.share === null ? { kind: 'empty' } : shareValue(awardCandidate.share),
    textValue(`${CANDIDATE_STATE_NAME[awardCandidate.state]}${markOf(awardCandidate)}`),
    textValue(reasonOf(awardCandidate)),
  ];
  return tableSheet({
    paper: { office, columns: COLUMNS.length, notes: [SHARE_NOTE], signed: true },
    name: PROPOSAL_SHEET,
    title: 'XÉT KHEN THƯỞNG THEO KẾ HOẠCH (danh sách để Hội đồng xem xét, chưa phải quyết định)',
    subtitle: [shown, ...notes].join('\n'),
    table: 'DeNghiKhen',
    columns: COLUMNS,
    rows: printed.map(cellsOf),
    ...(rest.length === 0 ? {} : { further: { title: FURTHER, rows: rest.map(cellsOf) } }),
    fill: (row) => {
      const awardCandidate = order[row];
      return awardCandidate ? FILL[awardCandidate.state] : null;
    },
    freezeColumns: 3,
  });
}
