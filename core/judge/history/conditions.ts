/** A plan's conditions on earlier years: `2 năm liên tục hoàn thành tốt`, `chưa được khen trong 3 năm`. */
import { bareKey, nfc } from '../../base/text/text.ts';
import { speltNumber } from '../../sheet/grid/spelt-number.ts';

export type YearCondition =
  /** `wanted` must be held in each of the last `years` years. `before` = the year under review is left out. */
  | {
      readonly kind: 'in-a-row';
      readonly years: number;
      readonly wanted: string;
      readonly before: boolean;
      readonly text: string;
    }
  /** No commendation in the last `years` years. */
  | { readonly kind: 'not-commended'; readonly years: number; readonly text: string };

const NUMBER = `(\\d{1,2}|một|hai|ba|bốn|năm)(?:\\s*\\([^)]{1,12}\\))?`;
const YEARS = new RegExp(`(?<![\\p{L}\\d])${NUMBER}\\s+năm(?![\\p{L}])`, 'iu');
const IN_A_ROW = /^\s*(?:trở lên\s+)?(?:liên tục|liên tiếp|liền(?!\s*(?:kề|trước)))/iu;
const NOT_COMMENDED = /chưa\s+(?:từng\s+|lần nào\s+)?(?:được\s+)?(?:khen|tặng|nhận|biểu dương)/iu;
/** Words before the class or title. */
const OPENING =
  /^[\s,:]*(?:(?:được|đạt|công nhận|tặng|xếp loại|xếp|danh hiệu|là|có|đều|mức|trở lên|tập thể|cá nhân|đơn vị)(?![\p{L}])[\s:“"]*)*/iu;

/** All conditions in the text. */
export function yearConditionsIn(text: string): readonly YearCondition[] {
  return nfc(text)
    .split(/[.;\n]/u)
    .flatMap((part): YearCondition[] => {
      const clause = part.replace(/\s+/g, ' ').trim();
      const found = YEARS.exec(clause);
      if (!found) return [];
      const [, number = ''] = found;
      const years = Number(number) || (speltNumber(number) ?? 0);
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

/** The class or title, up to the next comma or conjunction; '' = too short to compare. */
function wantedIn(text: string): string {
  const [first = ''] = text.replace(OPENING, '').split(/[,(]| (?:và|hoặc|nhưng|trước)(?![\p{L}])/u);
  const wanted = first.replace(/[“”"\s]+/gu, ' ').trim();
  return bareKey(wanted).length < 6 ? '' : wanted;
}
