/** What the choosers of units' files offer. */
export const SENT_KINDS = '.xlsx,.xlsm,.xls,.ods';
