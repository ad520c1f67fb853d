/** What the cells of a column hold, as shares of those filled. */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { isDay, ROW_NUMBER } from '../document/grid-head.ts';
import type { PlacedCell } from '../document/grids.ts';
import { isFigure, withoutPlus } from '../figure/cell-figure.ts';
import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { isTime } from './period-rows.ts';

export interface Content {
  readonly filled: number;
  readonly index: number;
  readonly figure: number;
  readonly unit: number;
  readonly time: number;
  readonly words: number;
  /** Words with a figure among them. */
  readonly counted: number;
  /** A figure with its unit: `từ 88%`, `2.000 người`. */
  readonly measured: number;
  /** Names of units of the commune. */
  readonly place: number;
  /** Names of persons. */
  readonly person: number;
  /** Letters of a filled cell, on average. */
  readonly length: number;
}

const MOST = 0.6;
export const isMostly = (share: number): boolean => share >= MOST;

/** A cell that covers several places counts once. */
export function textsOf(rows: readonly (readonly PlacedCell[])[], column: number): readonly string[] {
  return rows.flatMap((row) => {
    const cell = row[column];
    return cell && cell.column === column && !EMPTY.test(cell.text) ? [cell.text] : [];
  });
}
/** `-`: nothing is wanted. */
const EMPTY = /^[-–—.…]*$/u;

export function contentOf(texts: readonly string[]): Content {
  const share = (has: (text: string) => boolean): number => texts.filter(has).length / Math.max(1, texts.length);
  return {
    filled: texts.length,
    index: share((text) => ROW_NUMBER.test(text) || /^[-–+*•]$/u.test(text)),
    figure: share(isLevel),
    measured: share((text) => /\d ?(?:%|\p{L})/u.test(text) && isLevel(text)),
    unit: share(isUnit),
    time: share(isWhen),
    counted: share((text) => /\d/.test(text) && /\p{L}{2}/u.test(text) && !isWhen(text)),
    words: share((text) => /\p{L}{2,} \p{L}/u.test(text)),
    place: texts.length > 1 && isSeries(texts) ? 1 : share((text) => UNIT_NAME.test(text)),
    person: share((text) => PERSON.test(text)),
    length: texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length),
  };
}

/** `Ấp 1 - Ấp 5`, `08 ấp còn lại`, `Phường Bắc Nghè`: names of units, whatever the column's heading. */
export function areUnits(texts: readonly string[]): boolean {
  const names = texts.filter((text) => !SUM.test(text));
  if (names.length < 2) return false;
  return isSeries(names) || names.filter((text) => UNIT_NAME.test(text)).length * 2 > names.length;
}

/** `Khối 1`, `Khối 2`; `Lớp 4A`, `Lớp 4B`: one noun, and what tells each from the others. */
function isSeries(names: readonly string[]): boolean {
  const parts = names.map((name) => /^(\p{L}+(?: \p{L}+){0,2}) (\d{1,2}\p{Lu}?|\p{Lu}|[IVX]{1,4})$/u.exec(name));
  const [first] = parts;
  const isOne = parts.every((part) => part !== null && part[1]?.toLowerCase() === first?.[1]?.toLowerCase());
  return isOne && new Set(parts.map((part) => part?.[2])).size === names.length;
}
const UNIT_NAME = new RegExp(
  `^(?:\\d{1,2} )?(?:${VILLAGE_PATTERN}|xã|phường|trường|trạm|cụm|chi bộ|chi hội|chi đoàn)(?!\\p{L})(?! (?:hội|hợp|học))`,
  'iu',
);
/** `Nguyễn Văn Lợi`, `Bà Hồ Thị Hoa`: each of three to five words is a name, no abbreviation. */
const PERSON = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){2,4}$/u;
/** The row of the sums. */
export const SUM = /^(?:tổng(?! kết)|cộng|toàn (?:xã|phường|đặc khu|trường|cụm))(?!\p{L})/iu;

/** A figure, or a place in a ranking: `trong tốp 25`, `hạng 3`, `+50 %`. */
function isLevel(text: string): boolean {
  return RANK.test(text) || isFigure(withoutPlus(text.replace(/^đạt /iu, '')));
}
const RANK = /^(?:trong |đứng )?(?:tốp|top|nhóm|hạng|thứ) ?\d{1,3}$/iu;

function isUnit(text: string): boolean {
  if (text === '%' || /^%\s?\/|^(?:tỷ|triệu|nghìn) đồng/iu.test(text)) return true;
  if (text.length > 24 || !/^\p{L}/u.test(text)) return false;
  const tokens = tokensOf(text, 0, text.length);
  const unit = unitAt(tokens, 0);
  return unit !== null && unit.kind !== 'unknown' && unit.length === tokens.length;
}

function isWhen(text: string): boolean {
  return isTime(text) || isDay(text);
}
