/**
 * Runs in the page: frames around a row and a cell, or around the cell under the pointer until one is pressed. Nothing of
 * the page is changed: the frames lie in a layer of our own with a closed root.
 */
import { childrenIn, isDisplayed, ofDocument, ofElement, ofNode } from './untouched.ts';

interface PointedCell {
  readonly cells: readonly string[];
  readonly at: number;
}

interface Holder {
  /** Takes away what was drawn and stops waiting. */
  thiDuaSoLeave?: () => void;
  thiDuaSoPoint?: typeof point;
}

const HOLDER = globalThis as Holder;
const CELLS = 'td, th, [role="cell"], [role="gridcell"], [role="rowheader"]';
const LONGEST = 4_000;

HOLDER.thiDuaSoPoint = point;

/** `words` = of the row to be framed; null = waits for a press on a cell, Esc gives up. */
function point(words: readonly string[] | null, at: number): Promise<PointedCell | null> | null {
  HOLDER.thiDuaSoLeave?.();
  const row = words && rowOf(words);
  if (words && !row) return null;
  const { frame, leave, listen } = layer();
  HOLDER.thiDuaSoLeave = leave;
  if (row) {
    const cell = cellsOf(row)[at] ?? row;
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    frame([row, cell]);
    return null;
  }
  return new Promise((done) => {
    const end = (value: PointedCell | null) => {
      leave();
      done(value);
    };
    HOLDER.thiDuaSoLeave = () => end(null);
    listen('pointermove', (event) => {
      const cell = cellUnder(event);
      frame(cell ? [cell] : []);
    });
    listen('click', (event) => {
      const cell = cellUnder(event);
      if (!event.isTrusted || !cell) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const cells = cellsOf(ofNode(cell, 'parentElement'));
      end({
        cells: cells.map((cell) => (ofNode(cell, 'textContent') ?? '').slice(0, LONGEST)),
        at: cells.indexOf(cell),
      });
    });
    listen('keydown', (event) => {
      if (event instanceof KeyboardEvent && event.key === 'Escape') end(null);
    });
  });
}

function cellUnder(event: Event): Element | null {
  const [target] = event.composedPath();
  return target instanceof Element ? Element.prototype.closest.call(target, CELLS) : null;
}

function cellsOf(row: Element | null): readonly Element[] {
  return row ? childrenIn(row).filter(isDisplayed) : [];
}

function rowOf(words: readonly string[]): Element | undefined {
  const key = (texts: readonly string[]) => texts.map((text) => text.normalize('NFC').replace(/\s+/g, '')).join('\n');
  const rows = [...Document.prototype.querySelectorAll.call(document, 'tr, [role="row"]')];
  return rows.find((row) => key(cellsOf(row).map((cell) => ofNode(cell, 'textContent') ?? '')) === key(words));
}

function layer() {
  const made = () => Document.prototype.createElement.call(document, 'div');
  const own = made();
  own.style.cssText = 'all:initial;position:fixed;inset:0;pointer-events:none;z-index:2147483647';
  const root = own.attachShadow({ mode: 'closed' });
  let framed: readonly Element[] = [];
  const draw = () =>
    root.replaceChildren(
      ...framed.map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const frame = made();
        frame.style.cssText = `position:fixed;box-sizing:border-box;border:3px solid #0f6cbd;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
        return frame;
      }),
    );
  const stops: (() => void)[] = [];
  const listen = (type: string, heard: (event: Event) => void) => {
    addEventListener(type, heard, true);
    stops.push(() => removeEventListener(type, heard, true));
  };
  Element.prototype.append.call(ofDocument('documentElement'), own);
  listen('scroll', draw);
  listen('resize', draw);
  return {
    frame: (elements: readonly Element[]) => {
      framed = elements;
      draw();
    },
    listen,
    leave: () => {
      for (const stop of stops) stop();
      if (ofElement(own, 'isConnected')) own.remove();
      delete HOLDER.thiDuaSoLeave;
    },
  };
}
