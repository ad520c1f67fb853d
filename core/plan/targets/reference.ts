/**
 * What a target is measured against where its figure is a change and no level: `gấp 3 lần số năm trước`, `giảm 2 % so
 * với năm 2025`, `cao hơn bình quân chung của tỉnh từ 5 %`. `giảm xuống còn 5 %`, `tăng lên 80 %` are levels.
 */
import { type Figure, figuresOf } from '../figure/figure.ts';
import { phrases } from '../lexicon/phrases.ts';
import { COMPARES, REFERENCES } from '../lexicon/references.ts';
import { findPhrase, phraseAt, phraseBefore, type Token, tokensOf } from '../words/token.ts';

/** The plan gives the change and leaves open from what. */
export const UNNAMED = 'mức trước đó';

/** Words of the reference, or that none is named; null = the figure is a level. `words` = those of the target. */
export function referenceOf(words: string, { value, unit }: { readonly value: number; readonly unit: string }) {
  const tokens = tokensOf(words, 0, words.length);
  // Most targets name no change, and all figures around them need not be read again.
  if (!tokens.some(({ key }) => TELLING.has(key))) return null;
  const figures = figuresOf(tokens);
  const figure = figures.find((figure) => figure.value === value && figure.unit === unit) ?? figures.find(isOf(value));
  if (!figure) return null;
  const after = clauseEnd(tokens, figure.to);
  const between = betweenChangeAnd(tokens, figure);
  const named = findPhrase(tokens, figure.to, after, REFERENCES);
  const tail = named < 0 && isEarlier(tokens, figure.to) ? figure.to : named;
  const isNarrative = tail >= 0 || between !== null;
  if (!isChange(tokens, figure, isNarrative)) return null;
  if (tail >= 0) return wordsOf(words, tokens, tail + phraseAt(tokens, tail, AGAINST), after);
  return between === null ? UNNAMED : wordsOf(words, tokens, between.from, between.to);
}

/** `Số hồ sơ nộp trực tuyến [tăng gấp]`: what the change is of. */
export function withoutChange(subject: string): string {
  return subject.replace(/(?:\s+(?:tăng|giảm|gấp|thêm))+$/iu, '');
}

const isOf = (value: number) => (figure: Figure) => figure.value === value;

function isChange(tokens: readonly Token[], figure: Figure, hasReference: boolean): boolean {
  const { from, at } = figure;
  if (figure.unit === 'lần' && phraseBefore(tokens, from, TIMES_OF) + phraseBefore(tokens, at, TIMES_OF) > 0)
    return true;
  // "còn một nửa so với năm trước", "bằng phân nửa năm ngoái", "bằng 1,5 lần năm 2025"
  if ((tokens[at]?.kind === 'word' || figure.unit === 'lần') && isEarlier(tokens, figure.to)) return true;
  if (findPhrase(tokens, from, at, LEVELS) >= 0 || phraseBefore(tokens, from, LEVELS) > 0) return false;
  const isShare = figure.kind === 'percent';
  const changes = phraseBefore(tokens, from, CHANGES) > 0 || findPhrase(tokens, from, at, CHANGES) >= 0;
  if (changes) return isShare || hasReference;
  if (betweenChangeAnd(tokens, figure) !== null) return true;
  return isShare && tokens[at - 1]?.key === AS_MUCH_AS && isEarlier(tokens, figure.to);
}

/** `bằng 150 % năm 2025`. */
function isEarlier(tokens: readonly Token[], at: number): boolean {
  return (
    phraseAt(tokens, at, REFERENCES) > 0 || (tokens[at]?.key === YEAR && /^20\d\d$/.test(tokens[at + 1]?.text ?? ''))
  );
}

/** `cao hơn [bình quân chung của tỉnh] từ 5 %`, `vượt [chỉ tiêu được giao] 10 %`: the words compared with. */
function betweenChangeAnd(tokens: readonly Token[], { from }: Figure): { from: number; to: number } | null {
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST) && tokens[at]?.kind === 'word'; at--) {
    const length = phraseAt(tokens, at, COMPARES);
    if (length > 0)
      return findPhrase(tokens, at + length, from, REFERENCES) < 0 ? null : { from: at + length, to: from };
  }
  return null;
}
const FARTHEST = 12;

/** A mark other than a bracket or dash ends the words about the figure. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let end = from;
  while (end < tokens.length && (tokens[end]?.kind !== 'mark' || tokens[end]?.key === '-')) end++;
  return end;
}

function wordsOf(words: string, tokens: readonly Token[], from: number, to: number): string {
  return words.slice(tokens[from]?.start ?? words.length, tokens[to - 1]?.end ?? words.length).trim() || UNNAMED;
}

const TIMES_OF = phrases('gấp | gấp ít nhất | gấp tối thiểu | gấp trên | gấp hơn | gấp từ | gấp khoảng');
const CHANGES = phrases(
  'tăng | tăng thêm | tăng được | giảm | giảm thêm | giảm được | cắt giảm | kéo giảm | rút ngắn | nâng thêm',
);
/** What a share is brought to. */
const LEVELS = phrases('lên | lên đến | lên tới | xuống | còn | xuống còn | đạt | thành | đến | tới | chiếm | là');
const AGAINST = phrases('so với');
const AS_MUCH_AS = 'bằng';
const YEAR = 'năm';
/** With none of these words a figure is a level: each way to a change has one of them. */
const TELLING: ReadonlySet<string> = new Set([
  ...[TIMES_OF, CHANGES, COMPARES, AGAINST, REFERENCES].flatMap(({ byFirst }) => [...byFirst.keys()]),
  AS_MUCH_AS,
  YEAR,
]);
