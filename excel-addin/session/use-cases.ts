/** What changes the workbook, in one piece, which the pane loads when the first of it is asked for. Opening is not in it (opening.ts). */
export { checkAndScore } from './check-and-score.ts';
export { collect } from './collect.ts';
export { criteriaActions } from './criteria.ts';
export { importCaptures } from './import-captures.ts';
export { loadBook } from './load.ts';
export { makeForms } from './make-forms.ts';
export { mergeCopies } from './merge-copies.ts';
export { perform, performWhole } from './outcome.ts';
export { findTable, OWN_TABLES, rowsOf, textOf } from './own-tables.ts';
export { recordVote, takeVoteBack } from './record-vote.ts';
export { decide, withdraw } from './review.ts';
export { readSeals, readSettings, settingsActions } from './settings.ts';
export { dropPrevious, takePrevious } from './take-previous.ts';
