/**
 * Windows that stand open over a page: the figures in one are of what it was opened for, those behind one may wait for
 * what is chosen in it. A window with neither figures nor anything to choose says nothing of the figures.
 */
import { bareKey } from '../../base/text/text.ts';
import { type PageElement, seenDescendants, tagOf, textOf, wordsOf } from './page.ts';
import { isFigureTable } from './page-notes.ts';
import type { Question } from './reader.ts';
import { isTable } from './table.ts';

const WINDOW = /^(?:dialog|modal|drawer|offcanvas|popup|lightbox)$/;
const OPEN = /^(?:open|opened|show|shown|active|visible|in)$/;
const LONGEST_NAME = 60;

function isWindow(element: PageElement): boolean {
  const tag = tagOf(element);
  if (/^(?:html|body)$/.test(tag)) return false;
  if (tag === 'dialog' || /^(?:alert)?dialog$/.test(element.getAttribute('role') ?? '')) return true;
  const words = wordsOf(element);
  return words.some((word) => WINDOW.test(word)) && words.some((word) => OPEN.test(word));
}

/** One question for each open window with a table or something to choose. */
export function windowQuestions(page: PageElement): readonly Question[] {
  const windows = seenDescendants(page, isWindow).filter((element) => seenDescendants(element, isTelling).length > 0);
  return windows.map((element) => {
    const shown = nameOf(element);
    const isAround = seenDescendants(element, (each) => isFigureTable(each) || isFigure(each)).length > 0;
    return {
      key: `cua-so:${bareKey(shown)}`,
      about: isAround
        ? `Bảng nằm trong cửa sổ đang mở “${shown}”. Số này là của cả xã?`
        : `Trang đang mở cửa sổ “${shown}” trước bảng. Số này là của cả xã?`,
      ...{ shown, isKept: true },
    };
  });
}

function isTelling(element: PageElement): boolean {
  return (
    isTable(element) ||
    isFigure(element) ||
    /^(?:select|input|textarea)$/.test(tagOf(element)) ||
    /^(?:combobox|listbox|radio|checkbox|switch|searchbox|slider)$/.test(element.getAttribute('role') ?? '')
  );
}

function isFigure({ children, textContent }: PageElement): boolean {
  return children.length === 0 && /^\s*\d[\d.,]*\s*%?\s*$/.test(textContent ?? '');
}

/** Its own name, else the first words in it. */
function nameOf(element: PageElement): string {
  const named = element.getAttribute('aria-label')?.trim() ?? '';
  const words = seenDescendants(element, (each) => each.children.length === 0).map(textOf);
  return (named || (words.find((text) => text !== '') ?? 'không tên')).slice(0, LONGEST_NAME);
}
