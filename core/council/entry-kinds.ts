/** What the council can do about a flag or a criterion. */

/** withdraw = takes back what was decided on this flag or criterion; it is open again. */
export const ENTRY_KINDS = ['accept', 'adjust', 'return', 'withdraw'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** As the sheet and the screen name them. */
export const KIND_NAMES: Readonly<Record<EntryKind, string>> = {
  accept: 'Chấp nhận',
  adjust: 'Điều chỉnh điểm',
  return: 'Trả lại đơn vị',
  withdraw: 'Rút lại quyết định',
};
