/**
 * The questions of a village to each household from which its own a and b add up: yes or no where households are
 * counted, a number where people are. The village's other criteria are not for households.
 */

import { VILLAGE_PATTERN } from '../base/text/village-words.ts';
import type { CriteriaSet, Criterion } from '../movement/criteria-set.ts';
import { partsOf } from '../movement/rule.ts';

export interface TallyAsk {
  readonly code: string;
  /** What is counted, in the set's words: `Số hộ gia đình sử dụng Internet cáp quang`. */
  readonly text: string;
  readonly kind: 'household' | 'people';
  /**
   * The number that the answer is out of, as an index in `bases`; null for a household, which counts as one, and for a
   * mere count.
   */
  readonly base: number | null;
  /** The report asks for a and b, or for the count alone. */
  readonly isPair: boolean;
}

interface TallyPlan {
  /** What of each household is counted for b: `Số người từ 18 tuổi trở lên`. */
  readonly bases: readonly string[];
  readonly asks: readonly TallyAsk[];
}

/** In the order of the set; without asks where no criterion counts households or people. */
export function tallyPlan(set: CriteriaSet): TallyPlan {
  const bases: string[] = [];
  const asks = set.criteria.flatMap((criterion): TallyAsk[] => {
    const { code, measure, numerator, denominator, title, unit } = criterion;
    if (!isAsked(criterion)) return [];
    if (measure === 'percentage' && numerator !== undefined && denominator !== undefined) {
      const kind = counted(denominator);
      if (kind === null) return [];
      return [
        { code, text: numerator, kind, base: kind === 'people' ? baseOf(bases, denominator) : null, isPair: true },
      ];
    }
    const isCount = measure === 'count' && unit === 'hộ' && /^số hộ(?!\p{L})/iu.test(title);
    return isCount ? [{ code, text: title, kind: 'household', base: null, isPair: false }] : [];
  });
  return { bases, asks };
}

function isAsked({ filledBy, rule }: Criterion): boolean {
  return filledBy === 'unit' && partsOf(rule).length === 0;
}

/** `Tổng số hộ …` counts households, `Tổng số người …`, `Tổng dân số …` people; anything else is in no household. */
function counted(denominator: string): TallyAsk['kind'] | null {
  const words = denominator.normalize('NFC').toLowerCase();
  if (/^tổng số (?:hộ|gia đình)(?!\p{L})/u.test(words)) return 'household';
  return /^tổng (?:số )?(?:người|dân|dân số|nhân khẩu|công dân|trẻ em|lao động)(?!\p{L})/u.test(words)
    ? 'people'
    : null;
}

const OF_VILLAGE = new RegExp(` (?:của|trong|tại) (?:${VILLAGE_PATTERN}|tổ)$`, 'iu');

/** `Tổng số người từ 18 tuổi trở lên của bản` → `Số người từ 18 tuổi trở lên`, once for all that share it. */
function baseOf(bases: string[], denominator: string): number {
  const text = denominator
    .normalize('NFC')
    .replace(/^tổng dân số/iu, 'Tổng số người dân')
    .replace(/^tổng (?:số )?/iu, 'Số ')
    .replace(OF_VILLAGE, '');
  const at = bases.indexOf(text);
  return at >= 0 ? at : bases.push(text) - 1;
}
