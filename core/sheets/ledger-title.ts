/** Over the ledger of awards: by it a book of ours is known. */
export const LEDGER_TITLE = 'SỔ KHEN THƯỞNG CỦA PHONG TRÀO';
