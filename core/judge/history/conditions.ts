/** Conditions of a plan that look at years before: `2 năm liên tục hoàn thành tốt`, `chưa được khen trong 3 năm`. */
import { bareKey, nfc } from '../../base/text/text.ts';

export type YearCondition =
  /** So many years in a row, each with what `wanted` names. `before` = the year of the review is not one of them. */
  | {
      readonly kind: 'in-a-row';
      readonly years: number;
      readonly wanted: string;
      readonly before: boolean;
      readonly text: string;
    }
  /** Nothing received in so many years before. */
  | { readonly kind: 'not-commended'; readonly years: number; readonly text: string };

const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5 };
const NUMBER = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})(?:\\s*\\([^)]{1,12}\\))?`;
const YEARS = new RegExp(`(?<![\\p{L}\\d])${NUMBER}\\s+năm(?![\\p{L}])`, 'iu');
const IN_A_ROW = /^\s*(?:trở lên\s+)?(?:liên tục|liên tiếp|liền(?!\s*(?:kề|trước)))/iu;
const NOT_COMMENDED = /chưa\s+(?:từng\s+|lần nào\s+)?(?:được\s+)?(?:khen|tặng|nhận|biểu dương)/iu;
/** What introduces the class or title that is wanted. */
const OPENING =
  /^[\s,:]*(?:(?:được|đạt|công nhận|tặng|xếp loại|xếp|danh hiệu|là|có|đều|mức|trở lên|tập thể|cá nhân|đơn vị)(?![\p{L}])[\s:“"]*)*/iu;

/** Every condition of the text; empty when it asks for none. */
export function yearConditionsIn(text: string): readonly YearCondition[] {
  return nfc(text)
    .split(/[.;\n]/u)
    .flatMap((part): YearCondition[] => {
      const clause = part.replace(/\s+/g, ' ').trim();
      const found = YEARS.exec(clause);
      if (!found) return [];
      const years = Number(found[1]) || NUMBERS[(found[1] ?? '').toLowerCase()] || 0;
      if (years < 1) return [];
      if (NOT_COMMENDED.test(clause)) return [{ kind: 'not-commended', years, text: clause }];
      const after = clause.slice(found.index + found[0].length);
      const row = IN_A_ROW.exec(after);
      if (!row) return [];
      const rest = after.slice(row[0].length);
      const wanted = wantedIn(rest) || wantedIn(clause.slice(0, found.index));
      return [{ kind: 'in-a-row', years, wanted, before: /(?<![\p{L}])trước(?![\p{L}])/iu.test(rest), text: clause }];
    });
}

/** Up to the next comma or joining word; '' = nothing that could be compared. */
function wantedIn(text: string): string {
  const [first = ''] = text.replace(OPENING, '').split(/[,(]| (?:và|hoặc|nhưng|trước)(?![\p{L}])/u);
  const wanted = first.replace(/[“”"\s]+/gu, ' ').trim();
  return bareKey(wanted).length < 6 ? '' : wanted;
}
