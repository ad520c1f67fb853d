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
import type { Movement } from '../../movement/movement.ts';
import type { NewSheet } from '../../sheet/workbook/port.ts';
import { COUNT, numberValue, SHARE, shareValue, TEXT, textValue } from './look.ts';
import { SHARE_NOTE, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { audienceName } from './unit-words.ts';

export const PROPOSAL_SHEET = 'Đề nghị khen thưởng';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Đợt', width: 9, style: TEXT },
  { title: 'Hình thức khen', width: 19, style: TEXT },
  { title: 'Đơn vị, cá nhân', width: 21, style: TEXT },
  { title: 'Đối tượng', width: 14, style: TEXT },
  { title: 'Hạng', width: 6, style: COUNT },
  { title: 'Tỷ lệ', width: 9, style: SHARE },
  { title: 'Kết quả xét', width: 11, style: TEXT },
  { title: 'Lý do', width: 30, style: TEXT },
];
const FILL: Readonly<Record<CandidateState, string | null>> = { proposed: 'E2EFDA', council: 'FFEB9C', refused: null };

/** Out of turn the reason names the achievement already. */
function reasonOf({ round, reason, achievement }: AwardCandidate): string {
  return achievement === '' || round === 'out-of-turn' ? reason : `${reason} Thành tích: ${achievement}`;
}

export function proposalSheet(
  candidates: readonly AwardCandidate[],
  movement: Movement,
  subtitle: string,
  office: SheetOffice,
): NewSheet {
  return tableSheet({
    paper: { office, columns: COLUMNS.length, notes: [SHARE_NOTE], signed: true },
    name: PROPOSAL_SHEET,
    title: 'XÉT KHEN THƯỞNG THEO KẾ HOẠCH (danh sách để Hội đồng xem xét, chưa phải quyết định)',
    subtitle,
    table: 'DeNghiKhen',
    columns: COLUMNS,
    rows: candidates.map((one) => [
      textValue(ROUND_NAME[one.round]),
      textValue(one.form),
      textValue(one.unit),
      textValue(audienceName({ movement }, one.audience)),
      numberValue(one.rank),
      one.share === null ? { kind: 'empty' } : shareValue(one.share),
      textValue(CANDIDATE_STATE_NAME[one.state]),
      textValue(reasonOf(one)),
    ]),
    fill: (row) => {
      const one = candidates[row];
      return one ? FILL[one.state] : null;
    },
    freezeColumns: 3,
  });
}
