/** The columns of the table "Biểu quyết": a vote as the cells of its row. */
import { BETWEEN, numberColumns, type SealedColumn, type SealedValue, sealColumns } from './sealed-columns.ts';
import type { VoteEntry } from './vote-log.ts';

export const RESULT_NAMES = {
  passed: 'Thông qua',
  failed: 'Không thông qua',
  'no-quorum': 'Không đủ thành viên dự họp',
  undecided: 'Chờ ý kiến của Chủ tịch Hội đồng',
  /** A row that takes an earlier vote back (withdraw-vote.ts). */
  withdrawn: 'Rút biểu quyết',
} as const;
export const BALLOT_NAMES = { secret: 'Bỏ phiếu kín', show: 'Giơ tay' } as const;

/** Title of the column of candidates' codes; filled where a candidate was voted on in the table of all. */
export const CANDIDATE = 'Mã ứng viên';

/** Columns that tables made before there were any do without. */
function late(title: string, show: SealedColumn<VoteEntry>['show']): SealedColumn<VoteEntry> {
  return { title, show, late: true };
}

export const VOTE_COLUMNS: readonly SealedColumn<VoteEntry>[] = [
  ...numberColumns<VoteEntry>(),
  { title: 'Người ghi', show: ({ who }) => who },
  { title: 'Nội dung biểu quyết', show: ({ subject }) => subject },
  { title: 'Hình thức', show: ({ ballot }) => BALLOT_NAMES[ballot] },
  { title: 'Tổng số thành viên', show: ({ members }) => members },
  { title: 'Có mặt', show: ({ present }) => present },
  { title: 'Ủy quyền', show: ({ proxies }) => proxies },
  { title: 'Ý kiến bằng văn bản', show: ({ written }) => written },
  { title: 'Văn bản đồng ý', show: ({ writtenInFavour }) => writtenInFavour },
  { title: 'Phiếu phát ra', show: ({ issued }) => issued },
  { title: 'Phiếu thu về', show: ({ returned }) => returned },
  { title: 'Phiếu hợp lệ', show: ({ valid }) => valid },
  { title: 'Phiếu không hợp lệ', show: ({ invalid }) => invalid },
  { title: 'Đồng ý', show: ({ inFavour }) => inFavour },
  { title: 'Chủ tịch Hội đồng', show: ({ chairInFavour }) => (chairInFavour === null ? null : yesNo(chairInFavour)) },
  { title: 'Quy tắc', show: ({ rule }) => rule },
  { title: 'Kết quả', show: ({ result }) => RESULT_NAMES[result] },
  { title: 'Kết luận', show: ({ sentence }) => sentence },
  late('Được biểu quyết', ({ tally }) => tally?.voters ?? null),
  late('Không đồng ý', ({ tally }) => tally?.against ?? null),
  late('Không ý kiến', ({ tally }) => tally?.abstained ?? null),
  late('Không biểu quyết', ({ tally }) => tally?.recused.join(BETWEEN) || null),
  late(CANDIDATE, ({ tally }) => tally?.candidate ?? null),
  ...sealColumns<VoteEntry>(),
];

/** Titles of the table "Biểu quyết", in the order of `voteCells`. */
export const VOTE_TITLES: readonly string[] = VOTE_COLUMNS.map(({ title }) => title);

/** Columns in every table of votes, by which such a table is recognised. */
export const VOTE_MARKS: readonly string[] = VOTE_COLUMNS.filter(({ late }) => !late).map(({ title }) => title);

/** Those that are filled only where a candidate was voted on in the table of all. */
export const TALLIED: readonly string[] = VOTE_COLUMNS.flatMap(({ late, title }) => (late ? [title] : []));

export function voteCells(entry: VoteEntry): readonly SealedValue[] {
  return VOTE_COLUMNS.map(({ show }) => show(entry));
}

export function yesNo(inFavour: boolean): string {
  return inFavour ? 'Đồng ý' : 'Không đồng ý';
}
