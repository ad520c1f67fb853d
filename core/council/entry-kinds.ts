/** Decisions that the council, and the group that appraises for it, can make on a flag or a criterion. */

/**
 * withdraw = takes back what was decided on this flag or criterion; it is open again. appraise = points the group puts
 * to the council for a criterion, which decide nothing; withdraw-appraisal takes those back.
 */
export const ENTRY_KINDS = ['accept', 'adjust', 'return', 'withdraw', 'appraise', 'withdraw-appraisal'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** As the sheet and the screen name them. */
export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  accept: 'Chấp nhận',
  adjust: 'Điều chỉnh điểm',
  return: 'Trả lại đơn vị',
  withdraw: 'Rút lại quyết định',
  appraise: 'Thẩm định',
  'withdraw-appraisal': 'Rút lại thẩm định',
};

/** Kind of the entry that withdraws an entry of this kind; null = it is a withdrawal itself. */
export const TAKEN_BACK_BY: Readonly<Record<EntryKind, 'withdraw' | 'withdraw-appraisal' | null>> = {
  accept: 'withdraw',
  adjust: 'withdraw',
  return: 'withdraw',
  withdraw: null,
  appraise: 'withdraw-appraisal',
  'withdraw-appraisal': null,
};

/** Of the group's round, not of the council's. */
export function isAppraisal(kind: EntryKind): kind is 'appraise' | 'withdraw-appraisal' {
  return kind === 'appraise' || kind === 'withdraw-appraisal';
}
