/**
 * All use cases that change the workbook, in one chunk, which the pane loads at the first of them. Opening is apart
 * (opening.ts).
 */
export { paneWork } from './pane-work.ts';
