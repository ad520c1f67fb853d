/**
 * What changes the workbook, in one piece, which the pane loads when the first of it is asked for. Opening is not in it
 * (opening.ts).
 */
export { paneWork } from './pane-work.ts';
