/**
 * Pointing in the page itself: frames are drawn around cells, and a press on one is taken instead of doing what it would
 * do (capture/point.iife.ts).
 */
import type { TableRow } from '../../../core/portal/capture/table.ts';
import pointFile from '../../capture/point.iife.ts?iife';
import type { PointedTable } from './page-tables.ts';

/** Words of one row, cell by cell, and which cell is meant. */
interface PointedCell {
  readonly cells: readonly string[];
  readonly at: number;
}

/** The cell that was pressed, in whichever frame; null when pointing was given up or the page let nothing be done. */
export async function pressedInPage(tabId: number): Promise<PointedCell | null> {
  try {
    const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: [pointFile] });
    const waiting = frames.map(async ({ frameId }) => {
      const target = { tabId, frameIds: [frameId] };
      const [result] = await chrome.scripting.executeScript({ target, func: pointed, args: [null, 0] });
      // Our own file's answer, from a world the page cannot reach.
      return (result?.result as PointedCell | null | undefined) ?? Promise.reject(new Error('none'));
    });
    // A frame that gives up or is closed does not end the pointing in the others.
    return await Promise.any(waiting);
  } catch {
    return null;
  } finally {
    await leavePage(tabId);
  }
}

/** Takes away what was drawn and stops waiting; nothing where the tab is closed or shows another page. */
export async function leavePage(tabId: number): Promise<void> {
  const func = () => (globalThis as { thiDuaSoLeave?: () => void }).thiDuaSoLeave?.();
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func }).catch(() => []);
}

/** Draws a frame around the row with these words and around the cell; nothing where the page has none. */
export async function frameRow(tabId: number, { cells, at }: PointedCell): Promise<void> {
  const target = { tabId, allFrames: true };
  const laid = chrome.scripting.executeScript({ target, files: [pointFile] });
  await laid.then(() => chrome.scripting.executeScript({ target, func: pointed, args: [cells, at] })).catch(() => []);
}

/** Runs in the page, after the file: calls what it has laid down. */
function pointed(words: readonly string[] | null, at: number): unknown {
  const holder = globalThis as { thiDuaSoPoint?: (words: readonly string[] | null, at: number) => unknown };
  return holder.thiDuaSoPoint?.(words, at);
}

function keyOf(texts: readonly (string | null)[]): string {
  return texts.map((text) => (text ?? '').normalize('NFC').replace(/\s+/g, '')).join('\n');
}

/** Its row and column among the tables of the copy; undefined where the copy has no such row. */
export function placeOf(
  tables: readonly PointedTable[],
  pressed: PointedCell,
): { readonly table: PointedTable; readonly row: number; readonly column: number } | undefined {
  for (const table of tables) {
    for (const [row, each] of table.outline.rows.entries()) {
      const own = ownCells(each);
      if (keyOf(own.map(({ textContent }) => textContent)) === keyOf(pressed.cells))
        return { table, row, column: each.cells.findIndex((cell) => cell?.element === own[pressed.at]) };
    }
  }
  return undefined;
}

/** The words of a row of the copy, as the page has them. */
export function wordsOfRow(table: PointedTable, row: number, column: number): PointedCell {
  const each = table.outline.rows[row];
  const own = each ? ownCells(each) : [];
  const cell = each?.cells[column]?.element;
  return { cells: own.map(({ textContent }) => textContent ?? ''), at: cell ? own.indexOf(cell) : -1 };
}

/** Each cell of the row itself once, not those that reach into it from above. */
function ownCells({ element, cells }: TableRow) {
  const children = Array.from(element.children);
  return [...new Set(cells.flatMap((cell) => (cell && children.includes(cell.element) ? [cell.element] : [])))];
}
