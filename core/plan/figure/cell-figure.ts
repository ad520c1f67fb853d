/** The figure in a cell of a table; its unit may be elsewhere, with the name or in another column. */

import { type Token, tokensOf } from '../words/token.ts';
import { type Figure, figuresOf } from './figure.ts';

/** Words of a unit behind a figure, and `trở lên`. */
const LONGEST_UNIT = 4;

/** `+50 %`, `≥ +20 %`, `gấp 2 lần`: by how much. */
const PLUS = /^((?:[≥≤<>]|từ|ít nhất|tối thiểu)?\s*)(?:\+|gấp|tăng|giảm)\s*(?=\d)/iu;
export const isIncrease = (cell: string): boolean => PLUS.test(cell);
export const withoutPlus = (cell: string): string => cell.replace(PLUS, '$1');

/** `unit` = a unit that is written elsewhere; '' = none. */
export function figureInCell(cell: string, unit: string): Figure | undefined {
  return figuresOf(wordsOf(cell, unit))[0];
}

/** Nothing but one figure, its comparator and its unit: `≥ 80%`, `từ 80% trở lên`, `12 tổ`, `92`. */
export function isFigure(cell: string): boolean {
  const words = wordsOf(cell, 'đơn vị');
  const [figure, ...others] = figuresOf(words);
  return figure?.from === 0 && others.length === 0 && words.length - figure.to <= LONGEST_UNIT;
}

/** `từ 80 trở lên` takes its unit before the words that close it. */
const CLOSING = /(?:\s+trở (?:lên|xuống))?\s*$/iu;

/** `Không còn`, `toàn bộ`: how much, in words. */
const NONE = /^(?:không|không có|không còn|chấm dứt)$/iu;
const ALL = /^(?:đạt )?(?:toàn bộ|tất cả)$/iu;

function wordsOf(text: string, unit: string): readonly Token[] {
  const cell = NONE.test(text) ? '0' : ALL.test(text) ? '100%' : text;
  const isBare = unit !== '' && !cell.includes('%');
  const words = isBare ? cell.replace(CLOSING, (closing) => ` ${unit.includes('%') ? '%' : 'đơn vị'}${closing}`) : cell;
  return tokensOf(words, 0, words.length);
}
