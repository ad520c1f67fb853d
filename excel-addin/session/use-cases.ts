/** The use cases in one piece, which the pane loads when the first of them is asked for. */
export { checkAndScore } from './check-and-score.ts';
export { collect } from './collect.ts';
export { criteriaActions } from './criteria.ts';
export { importCaptures } from './import-captures.ts';
export { loadBook } from './load.ts';
export { makeForms } from './make-forms.ts';
export { perform } from './outcome.ts';
export { findTable, OWN_TABLES, rowsOf, textOf } from './own-tables.ts';
export { decide } from './review.ts';
export { runOver } from './run.ts';
export { readSettings, settingsActions } from './settings.ts';
export { voteActions } from './votes.ts';
export { bareWorkspace, workspaceOf } from './workspace.ts';
