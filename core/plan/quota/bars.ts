/**
 * What excludes a unit from commending, whatever its points: “Đơn vị không đăng ký thi đua, nộp báo cáo chậm quá 10
 * ngày … thì không được xét khen thưởng”. Each condition separately.
 */
import type { Place } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { clausesWith } from '../words/clauses-with.ts';

export interface PlanBar extends Place {
  readonly kind: 'registration' | 'late-report' | 'barred';
  /**
   * Days of lateness that are still accepted; null = no lateness is accepted, or the condition is not about lateness.
   */
  readonly days: number | null;
  /** The condition in the plan's words. */
  readonly condition: string;
}

const BARRED =
  '(?<!\\p{L})không (?:được )?(?:đưa vào )?(?:xét|xem xét|bình xét|đề nghị)(?: duyệt)?(?: đề nghị)?(?: tặng)? (?:khen|thi đua|giấy khen|bằng khen)(?: thưởng)?';
const BARS = new RegExp(`[^.;\\n]{4,400}?${BARRED}`, 'giu');
const NEEDLE = new RegExp(BARRED, 'iu');
const LEAD =
  /^[\s\-–+•]*(?:\(?\d{1,2}[.)]|[a-zđ]\))?\s*(?:(?:các |những )?(?:đơn vị|tập thể|cá nhân|thôn|cơ quan|tổ chức)(?:, (?:đơn vị|tập thể|cá nhân|thôn|cơ quan|tổ chức))*\s*(?:nào |mà )?)?/iu;
const TAIL = /[\s,]*(?:thì|sẽ|bị)?[\s,]*$/iu;
const LATE = /(?:chậm|muộn|trễ|quá hạn)(?:[^\d,]{0,20}?(\d{1,3}|[Mm]ột|hai|ba|năm|mười) ngày)?/iu;
const NUMBERS: Readonly<Record<string, number>> = { một: 1, hai: 2, ba: 3, năm: 5, mười: 10 };

export function barsIn(text: PlanText, bodies: readonly (readonly Section[])[]): readonly PlanBar[] {
  return bodies.flat().flatMap((section) =>
    barsOf(text.flat.slice(section.start, section.end)).flatMap(({ words, at }): PlanBar[] => {
      const bare = words.replace(LEAD, '');
      const conditions = bare
        .slice(0, bare.search(/(?<!\p{L})không (?:được )?(?:đưa vào )?(?:xét|xem xét|bình xét|đề nghị)/iu))
        .replace(TAIL, '')
        .split(/,\s*(?:hoặc\s*)?|\s+hoặc\s+/iu)
        .filter((part) => part.trim().length > 3);
      const lead = words.length - words.trimStart().length;
      const place = {
        text: words.trim(),
        section: section.section,
        offset: text.offsetOf(section.start + at + lead),
      };
      return conditions.map((condition) => ({ ...place, ...barOf(condition.trim()) }));
    }),
  );
}

function barsOf(text: string): readonly { readonly words: string; readonly at: number }[] {
  return [...clausesWith(text, NEEDLE)].flatMap((clause) =>
    [...clause.words.matchAll(BARS)].map(({ 0: words, index }) => ({ words, at: clause.at + index })),
  );
}

function barOf(condition: string): Pick<PlanBar, 'kind' | 'days' | 'condition'> {
  if (/không (?:có )?đăng ký/iu.test(condition)) return { kind: 'registration', days: null, condition };
  const late = /báo cáo|nộp|gửi/iu.test(condition) ? LATE.exec(condition) : null;
  if (!late) return { kind: 'barred', days: null, condition };
  const days = late[1] === undefined ? null : (NUMBERS[late[1].toLowerCase()] ?? Number(late[1]));
  return { kind: 'late-report', days, condition };
}
