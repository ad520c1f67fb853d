/** Figures in brackets: which of them only explain the figure before them, and which are targets. */

import type { Figure } from '../figure/figure.ts';
import type { Section } from '../layout/section.ts';
import { AMONG_THEM } from '../layout/section.ts';
import { EACH_OF } from '../lexicon/function-words.ts';
import { phrases } from '../lexicon/phrases.ts';
import { WANTED } from '../lexicon/wanted.ts';
import type { Horizon } from '../time/horizon.ts';
import { type Bracket, isWithin } from '../words/brackets.ts';
import { findPhrase, phraseAt, type Token } from '../words/token.ts';

export interface Around {
  readonly tokens: readonly Token[];
  /** Of the sentence. */
  readonly figures: readonly Figure[];
  readonly section: Section;
  /** First year of the plan; null = unknown. */
  readonly since: number | null;
  /** ISO day of issue; null = unknown. */
  readonly issued: string | null;
  readonly horizons: readonly Horizon[];
  readonly brackets: readonly Bracket[];
}

/** A bare figure in brackets explains; a stated goal in them ("đến năm 2025: 80%") does not. */
export function isAside(figure: Figure, { tokens, figures, section, since, horizons, brackets }: Around): boolean {
  const open = brackets.reduce(
    (inner, bracket) => (isWithin(bracket, figure.at) ? Math.max(inner, bracket.from) : inner),
    -1,
  );
  if (open < 0) return false;
  const years = horizons
    .filter(({ from, to }) => from > open && to <= figure.at)
    .map(({ day }) => Number(day.slice(0, 4)));
  if (since !== null && years.some((year) => year < since)) return true;
  // "đồng bào Tày, Dao (chiếm trên 96% dân số)"
  if (phraseAt(tokens, open + 1, EXPLAINS) > 0 && figure.comparator !== '>=') return true;
  if (figure.compared || figure.fromWord || isAskedOfEach(tokens, open, figures, section)) return false;
  // "65% (trong đó có chứng chỉ: 30%)"
  if (figure.kind === 'percent' && phraseAt(tokens, open + 1, AMONG_THEM) > 0) return false;
  // "Toàn bộ (100%) đảng viên": no other figure says how many.
  if (figure.kind === 'percent' && section.topics.includes('targets') && figures.length === 1) return false;
  return years.length === 0 && findPhrase(tokens, open, figure.at, WANTED) < 0;
}

/**
 * "15 km đường hoa (mỗi năm 3 km)": each year has a target; "trồng cây xanh (mỗi thôn 50 cây)": no other figure names
 * the number. "300 người (mỗi quý 75 người)" only divides the target before.
 */
function isAskedOfEach(
  tokens: readonly Token[],
  open: number,
  figures: readonly Figure[],
  { topics }: Section,
): boolean {
  if (topics.some((topic) => topic.startsWith('award'))) return false;
  if (phraseAt(tokens, open + 1, EACH_YEAR) > 0) return true;
  return phraseAt(tokens, open + 1, EACH_OF) > 0 && !figures.some(({ to }) => to <= open);
}
const EACH_YEAR = phrases('mỗi năm | từng năm | hằng năm | hàng năm');
const EXPLAINS = phrases('chiếm | bằng | bình quân | trung bình | tương đương | tương ứng | hiện | gồm | ước | khoảng');
