/**
 * Pointing in the page itself: a frame is drawn around cells, and a press on one is taken instead of doing what it would
 * do. Nothing of the page is changed: the frames lie in a layer of our own with a closed root. The functions are sent to
 * the page as text, so they use nothing from outside themselves.
 */
import type { PageTable } from '../../../core/portal/capture/table.ts';
import type { PointedTable } from './page-tables.ts';

/** Words of one row, cell by cell, and which cell was pressed. */
interface PressedCell {
  readonly cells: readonly string[];
  readonly at: number;
}

/** The cell that was pressed, in whichever frame; null when pointing was given up or the page let nothing be done. */
export async function pressedInPage(tabId: number): Promise<PressedCell | null> {
  try {
    const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => 0 });
    const waiting = frames.map(async ({ frameId }) => {
      const target = { tabId, frameIds: [frameId] };
      const [result] = await chrome.scripting.executeScript({ target, func: waitForPress });
      return pressedCell(result?.result);
    });
    // A frame that gives up or is closed does not end the pointing in the others.
    return await Promise.any(waiting.map((each) => each.then((cell) => cell ?? Promise.reject(new Error('none')))));
  } catch {
    return null;
  } finally {
    await leavePage(tabId);
  }
}

/** Takes away what was drawn and stops waiting. */
export async function leavePage(tabId: number): Promise<void> {
  try {
    const target = { tabId, allFrames: true };
    await chrome.scripting.executeScript({
      target,
      func: () => (globalThis as { thiDuaSoLeave?: () => void }).thiDuaSoLeave?.(),
    });
  } catch {
    // The tab is closed or shows another page: nothing of ours is left there.
  }
}

/** Draws a frame around the row with these words; false where the page has none, or lets nothing be drawn. */
export async function frameRow(tabId: number, pressed: PressedCell): Promise<boolean> {
  try {
    const results = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: drawFrame,
      args: [pressed.cells, pressed.at],
    });
    return results.some(({ result }) => result === true);
  } catch {
    return false;
  }
}

function pressedCell(value: unknown): PressedCell | null {
  if (typeof value !== 'object' || value === null || !('cells' in value) || !('at' in value)) return null;
  const { cells, at } = value;
  const isText = (each: unknown): each is string => typeof each === 'string' && each.length <= 4_000;
  return Array.isArray(cells) && cells.length <= 200 && cells.every(isText) && typeof at === 'number'
    ? { cells, at }
    : null;
}

/** Runs in the page. Esc gives up. */
function waitForPress(): Promise<{ cells: string[]; at: number } | null> {
  const holder = globalThis as { thiDuaSoLeave?: () => void };
  holder.thiDuaSoLeave?.();
  const layer = Document.prototype.createElement.call(document, 'div');
  layer.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483647';
  const frame = Document.prototype.createElement.call(document, 'div');
  frame.style.cssText = 'position:fixed;border:3px solid #0f6cbd;border-radius:3px;box-sizing:border-box;display:none';
  layer.attachShadow({ mode: 'closed' }).append(frame);
  (Reflect.get(Document.prototype, 'documentElement', document) as Element).append(layer);
  const cellAt = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('td, th, [role="cell"], [role="gridcell"], [role="rowheader"]') : null;
  return new Promise((done) => {
    const end = (value: { cells: string[]; at: number } | null) => {
      removeEventListener('pointermove', follow, true);
      removeEventListener('click', press, true);
      removeEventListener('keydown', giveUp, true);
      layer.remove();
      delete holder.thiDuaSoLeave;
      done(value);
    };
    const follow = (event: PointerEvent) => {
      const box = cellAt(event.composedPath()[0] ?? null)?.getBoundingClientRect();
      frame.style.display = box ? 'block' : 'none';
      if (box)
        Object.assign(frame.style, {
          ...{ left: `${box.left - 3}px`, top: `${box.top - 3}px` },
          ...{ width: `${box.width + 6}px`, height: `${box.height + 6}px` },
        });
    };
    const press = (event: MouseEvent) => {
      const cell = cellAt(event.composedPath()[0] ?? null);
      if (!event.isTrusted || !cell) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const isSeen = (each: Element) => getComputedStyle(each).display !== 'none';
      const cells = Array.from(cell.parentElement?.children ?? []).filter(isSeen);
      end({ cells: cells.map((each) => (each.textContent ?? '').slice(0, 4_000)), at: cells.indexOf(cell) });
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === 'Escape') end(null);
    };
    addEventListener('pointermove', follow, true);
    addEventListener('click', press, true);
    addEventListener('keydown', giveUp, true);
    holder.thiDuaSoLeave = () => end(null);
  });
}

/** Runs in the page: frames around the row of these words and, thicker, around one of its cells. */
function drawFrame(words: readonly string[], at: number): boolean {
  const holder = globalThis as { thiDuaSoLeave?: () => void };
  holder.thiDuaSoLeave?.();
  const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
  const wanted = words.map(folded).join('\n');
  const seen = (each: Element) => Array.from(each.children).filter((cell) => getComputedStyle(cell).display !== 'none');
  const isRow = (each: Element) =>
    seen(each)
      .map((cell) => folded(cell.textContent ?? ''))
      .join('\n') === wanted;
  const row = [...Document.prototype.querySelectorAll.call(document, 'tr, [role="row"]')].find(isRow);
  if (!row) return false;
  const cell = seen(row)[at] ?? row;
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const layer = Document.prototype.createElement.call(document, 'div');
  layer.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483647';
  const root = layer.attachShadow({ mode: 'closed' });
  const place = () => {
    root.replaceChildren(
      ...[row, cell].map((each) => {
        const box = each.getBoundingClientRect();
        const frame = Document.prototype.createElement.call(document, 'div');
        frame.style.cssText = `position:fixed;box-sizing:border-box;border:${each === cell ? 3 : 2}px ${each === cell ? 'solid' : 'dashed'} #0f6cbd;left:${box.left}px;top:${box.top}px;width:${box.width}px;height:${box.height}px`;
        return frame;
      }),
    );
  };
  place();
  (Reflect.get(Document.prototype, 'documentElement', document) as Element).append(layer);
  addEventListener('scroll', place, true);
  addEventListener('resize', place);
  holder.thiDuaSoLeave = () => {
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
    layer.remove();
    delete holder.thiDuaSoLeave;
  };
  return true;
}

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** Its row and column among the tables of the copy; undefined where the copy has no such row. */
export function placeOf(
  tables: readonly PointedTable[],
  pressed: PressedCell,
): { readonly table: PointedTable; readonly row: number; readonly column: number } | undefined {
  const wanted = pressed.cells.map(folded).join('\n');
  for (const table of tables) {
    for (const [row, each] of table.outline.rows.entries()) {
      const own = ownCells(each);
      if (own.map(({ element }) => folded(element.textContent ?? '')).join('\n') !== wanted) continue;
      const element = own[pressed.at]?.element;
      return { table, row, column: each.cells.findIndex((cell) => cell?.element === element) };
    }
  }
  return undefined;
}

/** The words of a row of the copy, as the page has them. */
export function wordsOfRow(table: PointedTable, row: number, column: number): PressedCell {
  const each = table.outline.rows[row];
  const own = each ? ownCells(each) : [];
  const element = each?.cells[column]?.element;
  return {
    cells: own.map((cell) => cell.element.textContent ?? ''),
    at: own.findIndex((cell) => cell.element === element),
  };
}

/** Each cell of the row itself once, not those that reach into it from above. */
function ownCells({ element, cells }: PageTable['rows'][number]) {
  const seen = new Set<unknown>();
  return cells.flatMap((cell) => {
    if (!cell || seen.has(cell.element) || !Array.from(element.children).includes(cell.element)) return [];
    seen.add(cell.element);
    return [cell];
  });
}
