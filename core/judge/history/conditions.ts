/** A plan's conditions on earlier years: `2 năm liên tục hoàn thành tốt`, `chưa được khen trong 3 năm`. */
import { bareKey } from '../../base/text/text.ts';
import { stretchesIn, yearClausesIn } from './year-clauses.ts';

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
  | { readonly kind: 'not-commended'; readonly years: number; readonly text: string }
  /** Of a stretch of a year or more, in words that are not understood: people judge it. */
  | { readonly kind: 'unread'; readonly text: string };

const ROW = '(?:liên tục|liên tiếp|liền(?!\\s*(?:kề|trước)))';
const ROW_BEHIND = new RegExp(`^\\s*(?:trở lên\\s+)?${ROW}`, 'iu');
const ROW_BEFORE = new RegExp(`${ROW}\\s+(?:trong\\s+)?(?:từ\\s+|ít nhất\\s+|tối thiểu\\s+)?$`, 'iu');
const NOT_COMMENDED = /chưa\s+(?:từng\s+|lần nào\s+)?(?:được\s+)?(?:khen|tặng|nhận|biểu dương)/iu;
/** Words before the class or title. */
const OPENING =
  /^[\s,:]*(?:(?:được|đạt|công nhận|tặng|xếp loại|xếp|danh hiệu|là|có|đều|mức|trở lên|tập thể|cá nhân|đơn vị)(?![\p{L}])[\s:“"]*)*/iu;

/** All conditions in the text. */
export function yearConditionsIn(text: string): readonly YearCondition[] {
  return yearClausesIn(text).flatMap(
    (clause) => oneByOne(clause)?.flatMap(conditionIn) ?? [{ kind: 'unread', text: clause }],
  );
}

const OR = /(?<![\p{L}])(?:hoặc|hay)(?![\p{L}])/iu;
const JOINT = /,? (?:đồng thời|và|nhưng) |, /giu;

/** The clause parted so that each piece has a single stretch of years; null = either is enough, or no word parts them. */
function oneByOne(clause: string): readonly string[] | null {
  const stretches = stretchesIn(clause);
  const pieces: string[] = [];
  let from = 0;
  for (const [at, { to }] of stretches.slice(0, -1).entries()) {
    const between = clause.slice(to, stretches[at + 1]?.from);
    const joint = [...between.matchAll(JOINT)].at(-1);
    if (!joint || OR.test(between)) return null;
    pieces.push(clause.slice(from, to + joint.index));
    from = to + joint.index + joint[0].length;
  }
  return [...pieces, clause.slice(from)];
}

function conditionIn(clause: string): readonly YearCondition[] {
  const [stretch] = stretchesIn(clause);
  if (!stretch) return [];
  const { years, from, to } = stretch;
  const unread = { kind: 'unread', text: clause } as const;
  if (!Number.isInteger(years)) return [unread];
  if (NOT_COMMENDED.test(clause)) return [{ kind: 'not-commended', years, text: clause }];
  const [before, behind] = [clause.slice(0, from), clause.slice(to)];
  if (!ROW_BEHIND.test(behind) && !ROW_BEFORE.test(before)) return [unread];
  const rest = behind.replace(ROW_BEHIND, '').replace(/^\s*trở lên/iu, '');
  const wanted = wantedIn(rest) || wantedIn(before.replace(ROW_BEFORE, ''));
  return [{ kind: 'in-a-row', years, wanted, before: /(?<![\p{L}])trước(?![\p{L}])/iu.test(rest), text: clause }];
}

/** The class or title, up to the next comma or conjunction; '' = too short to compare. */
function wantedIn(text: string): string {
  const [first = ''] = text.replace(OPENING, '').split(/[,(]| (?:và|hoặc|nhưng|trước)(?![\p{L}])/u);
  const wanted = first.replace(/[“”"\s]+/gu, ' ').trim();
  return bareKey(wanted).length < 6 ? '' : wanted;
}
