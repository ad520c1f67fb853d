/**
 * Demands without a number: a comparison (`cao hơn bình quân chung của tỉnh`), a place (`trong tốp đầu`), none of a
 * thing (`không để phát sinh điểm nóng`), all of it (`toàn bộ văn bản đều ký số`). At most one a clause.
 */
import { phrases } from '../lexicon/phrases.ts';
import { COMPARES, LESS, NOT_LESS, REFERENCES } from '../lexicon/references.ts';
import { clausesOf } from '../words/clause.ts';
import type { PlanComparator } from '../words/comparator.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';
import type { Figure } from './figure.ts';

export interface Wordless {
  readonly kind: 'comparison' | 'place' | 'none' | 'all';
  /** Token of the deciding word, and the clause around it. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly comparator: PlanComparator;
  /** `năm trước`, `tốp đầu`; null = nothing is compared with. */
  readonly reference: { readonly from: number; readonly to: number } | null;
}

const NONE = phrases('không để | không còn | không phát sinh | không xảy ra | không có | không tăng | chấm dứt');
/** Calls: nobody counts who is left behind. */
const CALLS = phrases('đứng ngoài | bỏ lại | bị bỏ lại | tụt lại | bị tụt lại | sót | bỏ sót');
const ALL = phrases('tất cả | mọi | toàn bộ | trọn vẹn | hầu hết | đa số | phần lớn | đại đa số');
const PLACES = phrases(
  'đứng đầu | dẫn đầu | tốp đầu | top đầu | tóp đầu | nhóm đầu | tốp dẫn đầu | nhóm dẫn đầu | hàng đầu | nhất tỉnh | nhất huyện | tốp trên | nhóm khá | nhóm trên',
);
const SAYS = phrases('đều | phải | được | có | đạt | hoàn thành | là');

/** In their order; `figures` = those of the sentence: a clause with a figure is left to that figure. */
export function wordlessIn(tokens: readonly Token[], figures: readonly Figure[]): readonly Wordless[] {
  return clausesOf(tokens).flatMap(({ from, to }): Wordless[] => {
    const hasFigure = figures.some(({ at }) => at >= from && at < to);
    if (hasFigure || tokens.slice(from, to).some(isNumber)) return [];
    const found = inClause(tokens, from, to);
    return found ? [{ from, to, ...found }] : [];
  });
}

function inClause(tokens: readonly Token[], from: number, to: number): Omit<Wordless, 'from' | 'to'> | null {
  const compares = findPhrase(tokens, from, to, COMPARES);
  const named = compares < 0 ? -1 : findPhrase(tokens, compares + 1, to, REFERENCES);
  if (named >= 0)
    return {
      kind: 'comparison',
      at: compares,
      comparator: comparatorAt(tokens, compares),
      reference: { from: named, to },
    };
  const place = findPhrase(tokens, from, to, PLACES);
  if (place >= 0) return { kind: 'place', at: place, comparator: '>=', reference: { from: place, to } };
  const phrase = findPhrase(tokens, from, to, NONE);
  const none = phrase >= 0 ? phrase : noneOfAny(tokens, from, to);
  if (none >= 0 && findPhrase(tokens, none, to, CALLS) < 0)
    return { kind: 'none', at: none, comparator: '=', reference: null };
  const all = findPhrase(tokens, from, to, ALL);
  // "học kỳ II là tất cả"
  return all >= 0 && (findPhrase(tokens, all, to, SAYS) > 0 || tokens[all - 1]?.key === 'là')
    ? { kind: 'all', at: all, comparator: '=', reference: null }
    : null;
}

/** `Không chị nào bị lừa`: none of them. */
function noneOfAny(tokens: readonly Token[], from: number, to: number): number {
  const not = tokens.findIndex(({ key }, at) => at >= from && at < to && key === 'không');
  return not >= 0 && tokens.slice(not, Math.min(to, not + FARTHEST_ANY)).some(({ key }) => key === 'nào') ? not : -1;
}
const FARTHEST_ANY = 6;

/** `không thấp hơn năm trước` is as much at least. */
function comparatorAt(tokens: readonly Token[], at: number): PlanComparator {
  if (phraseAt(tokens, at, NOT_LESS) > 0) return '>=';
  const isLess = phraseAt(tokens, at, LESS) > 0;
  if (tokens[at - 1]?.key === 'không') return isLess ? '>=' : '<=';
  return isLess ? '<' : '>';
}

/** A year names what is compared with. */
function isNumber({ kind, text }: Token): boolean {
  return /\d/.test(text) && kind !== 'years' && kind !== 'date' && !/^(?:19|20)\d\d$/.test(text);
}
