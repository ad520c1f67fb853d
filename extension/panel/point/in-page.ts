/**
 * Pointing in the page itself: frames are drawn around cells, and a press on one is taken instead of doing what it would
 * do. Nothing of the page is changed: the frames lie in a layer of our own with a closed root.
 */
import type { TableRow } from '../../../core/portal/capture/table.ts';
import type { PointedTable } from './page-tables.ts';

/** Words of one row, cell by cell, and which cell is meant. */
interface PointedCell {
  readonly cells: readonly string[];
  readonly at: number;
}

/** The cell that was pressed, in whichever frame; null when pointing was given up or the page let nothing be done. */
export async function pressedInPage(tabId: number): Promise<PointedCell | null> {
  try {
    const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 0 });
    const waiting = frames.map(async ({ frameId }) => {
      const target = { tabId, frameIds: [frameId] };
      const [result] = await chrome.scripting.executeScript({ target, func: inPage, args: [null, 0] });
      return pointedCell(result?.result) ?? Promise.reject(new Error('none'));
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
  await chrome.scripting.executeScript({ target, func: inPage, args: [cells, at] }).catch(() => []);
}

function pointedCell(value: unknown): PointedCell | null {
  const { cells, at } = (typeof value === 'object' && value !== null ? value : {}) as Partial<PointedCell>;
  return Array.isArray(cells) && cells.every((each) => typeof each === 'string') && typeof at === 'number'
    ? { cells, at }
    : null;
}

/**
 * Runs in the page; sent there as text, so it uses nothing from outside itself. `words` = of the row to be framed; null
 * = waits for a press on a cell, Esc gives up.
 */
function inPage(words: readonly string[] | null, at: number): Promise<PointedCell | null> | null {
  const holder = globalThis as { thiDuaSoLeave?: () => void };
  holder.thiDuaSoLeave?.();
  const made = () => Document.prototype.createElement.call(document, 'div');
  const seen = (row: Element | null) =>
    Array.from(row?.children ?? []).filter((cell) => getComputedStyle(cell).display !== 'none');
  const layer = made();
  layer.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483647';
  const root = layer.attachShadow({ mode: 'closed' });
  let framed: readonly Element[] = [];
  const draw = () =>
    root.replaceChildren(
      ...framed.map((each) => {
        const { left, top, width, height } = each.getBoundingClientRect();
        const frame = made();
        frame.style.cssText = `position:fixed;box-sizing:border-box;border:3px solid #0f6cbd;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
        return frame;
      }),
    );
  const frameOnly = (...elements: readonly Element[]) => {
    framed = elements;
    draw();
  };
  const stops: (() => void)[] = [];
  const listen = (type: string, heard: (event: Event) => void) => {
    addEventListener(type, heard, true);
    stops.push(() => removeEventListener(type, heard, true));
  };
  const leave = () => {
    for (const stop of stops) stop();
    layer.remove();
    delete holder.thiDuaSoLeave;
  };
  if (words) {
    const folded = (texts: readonly (string | null)[]) =>
      texts.map((text) => (text ?? '').normalize('NFC').replace(/\s+/g, '')).join('\n');
    const rows = [...Document.prototype.querySelectorAll.call(document, 'tr, [role="row"]')];
    const row = rows.find((each) => folded(seen(each).map((cell) => cell.textContent)) === folded(words));
    if (!row) return null;
    const cell = seen(row)[at] ?? row;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    frameOnly(row, cell);
  }
  Element.prototype.append.call(Reflect.get(Document.prototype, 'documentElement', document), layer);
  holder.thiDuaSoLeave = leave;
  listen('scroll', draw);
  listen('resize', draw);
  if (words) return null;
  return new Promise((done) => {
    const end = (value: PointedCell | null) => {
      leave();
      done(value);
    };
    holder.thiDuaSoLeave = () => end(null);
    const cellOf = (event: Event) => {
      const [target] = event.composedPath();
      const cells = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"]';
      return target instanceof Element ? target.closest(cells) : null;
    };
    listen('pointermove', (event) => {
      const cell = cellOf(event);
      frameOnly(...(cell ? [cell] : []));
    });
    listen('click', (event) => {
      const cell = cellOf(event);
      if (!event.isTrusted || !cell) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const cells = seen(cell.parentElement);
      end({ cells: cells.map((each) => (each.textContent ?? '').slice(0, 4_000)), at: cells.indexOf(cell) });
    });
    listen('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') end(null);
    });
  });
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
