/**
 * What excludes a unit from commending, whatever its points: “Đơn vị không đăng ký thi đua, nộp báo cáo chậm quá 10
 * ngày … thì không được xét khen thưởng”. Each condition separately; a condition that the program cannot check with
 * certainty is `barred`: the council decides.
 */
import { dayNumber, isoDay } from '../../base/period/day.ts';
import { speltNumber } from '../../sheet/grid/spelt-number.ts';
import type { PlanDeadline } from '../due/deadlines.ts';
import type { PlanPlace } from '../finding.ts';
import { kindsNamed } from '../identity/audiences.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';

export interface PlanBar extends PlanPlace {
  readonly kind: 'registration' | 'reporting' | 'late-report' | 'barred';
  /**
   * Days of lateness that are still accepted; null = no lateness is accepted, or the condition is not about lateness.
   */
  readonly days: number | null;
  /** The subject in the plan's words; '' = everybody. */
  readonly whom: string;
  /** The condition in the plan's words. */
  readonly condition: string;
  /** The last day a report is let pass, where the condition names one: ISO, or month and day. */
  readonly last?: string;
}

const BARS =
  /(?<!\p{L})(?:không (?:(?:được|đưa vào|thuộc diện|xem|bình|xét|duyệt|đề nghị|tặng) ){1,5}|loại khỏi danh sách (?:đề nghị )?)(?:khen|thi đua|giấy khen|bằng khen)(?: thưởng)?/giu;
const NEEDLE = new RegExp(BARS, 'iu');
const LABEL = /^[\s\-–+•]*(?:\(?\d{1,2}[.)]|[a-zđ]\))?\s*/iu;
/** The first word of the deed, after the subject. */
const DEED = /(?<!\p{L})(?:không|chưa|có|để|bị|vi phạm|gửi|nộp|báo cáo|đạt|dưới|tự chấm|chậm|muộn|thuộc)(?!\p{L})/iu;
/** Deeds that are faults. */
const WRONG = /^(?:không|chưa|để|bị|vi phạm)|(?:chậm|muộn|trễ)(?!\p{L})/iu;
const TAIL = /[\s,]*(?:thì|sẽ|bị|đều)?[\s,]*$/iu;
/** "không A và không B" may mean both together. */
const JOINED = /\s(?:và (?=không|chưa|gửi|nộp|để|bị|vi phạm|báo cáo|có )|trừ (?=trường|khi|các|những))/iu;
const PARTS = /[,:]\s*(?:hoặc\s*)?|\s+(?:hoặc|hay)\s+|\s+và\s+(?=(?:các |những )?(?:đơn vị|tập thể|cá nhân))/iu;
/** Other reports than the year's, several facts at once, exceptions: the council decides. */
const FOR_PEOPLE =
  /\svà\s|trừ(?!\p{L})|quý|tháng(?!\s?\d)|tuần|sơ kết|đột xuất|(?<!\p{L})(?:đủ|lần)(?!\p{L})|làm việc/iu;
const REGISTERS = /^(?:không|chưa) (?:có )?đăng ký(?: tham gia| thi đua| phong trào)*$/iu;
const NO_REPORT = /^(?:không|chưa) (?:nộp|gửi|có)(?: \p{L}+){0,2} báo cáo(?!.*(?:hạn|thời))/iu;
const REPORT = /báo cáo|^(?:gửi|nộp) (?:chậm|muộn|trễ|sau|quá)/iu;
/** `muộn quá 05 ngày`, `chậm từ 3 ngày trở lên`, `không đúng hạn`. */
const LATE =
  /(?:chậm|muộn|trễ|quá hạn|không (?:\p{L}+ ){0,3}?(?:đúng|kịp)(?: thời)?(?: hạn| gian)?)(?:[^\d,]{0,20}?(quá|hơn|trên|từ) (\d+|\p{L}+) ngày(?: trở lên)?)?(?: (?:so với|theo) [^\d,]+)?$/iu;
/** `sau ngày 30/11/2026`, `sau ngày 30 tháng 11`, `quá ngày 5/12`. */
const AFTER =
  /(?:sau|quá) (?:hết )?(?:ngày )?(\d{1,2})(?:\s?[/.-]\s?| tháng )(\d{1,2})(?:(?:\s?[/.-]\s?| năm )(\d{4}))?(?!\d)/iu;

interface Condition {
  readonly whom: string;
  readonly deed: string;
}

/**
 * Finds bars before their conditions ("Không xét khen đơn vị …"), after them ("… thì không được xét khen") and above a
 * list of them. A bar without a recognised condition becomes a single condition in the plan's words.
 */
export function barsIn(text: PlanText, bodies: readonly (readonly Section[])[]): readonly PlanBar[] {
  const placed = ({ start, section }: Section, at: number, words: string, conditions: readonly Condition[]) => {
    const whole = words.trim();
    const place = { text: whole, section, offset: text.offsetOf(start + at + words.indexOf(whole)) };
    if (conditions.length === 0) return [{ ...place, whom: '', ...forPeople(whole.replace(LABEL, '')) }];
    return conditions.map(({ whom, deed }) => ({ ...place, whom, ...barOf(deed) }));
  };
  return bodies.flatMap((body) =>
    body.flatMap((section, at) => {
      const words = text.flat.slice(section.start, section.end);
      const items = /:\s*$/u.test(words) && NEEDLE.test(words) ? body.filter(({ parent }) => parent === at) : [];
      if (items.length === 0) return barsOf(words).flatMap((bar) => placed(section, ...bar));
      return items.flatMap((item) => {
        const own = text.flat.slice(item.start, item.end);
        return placed(item, 0, own, conditionsIn(own.replace(LABEL, '').replace(/[.;:\s]+$/u, '')));
      });
    }),
  );
}

/** For each bar: its place in the text, its words, its conditions. */
function barsOf(text: string): readonly (readonly [at: number, words: string, conditions: readonly Condition[]])[] {
  let from = 0;
  return (NEEDLE.test(text) ? [...text.matchAll(BARS)] : []).map(({ 0: needle, index }, at, all) => {
    const sentence = Math.max(from, ...['.', ';', '\n'].map((end) => text.lastIndexOf(end, index) + 1));
    const before = text.slice(sentence, index).replace(LABEL, '').replace(TAIL, '');
    const [behind = '', ...others] =
      /^[^.\n]*/u.exec(text.slice(index + needle.length, all[at + 1]?.index))?.[0].split(';') ?? [];
    const named = conditionsIn(behind.trim());
    const isBehind = named.length > 0 && (!DEED.test(before) || isAnybody(named[0]?.whom ?? ''));
    from = index + needle.length;
    if (!isBehind) {
      const conditions = conditionsIn(before);
      return [sentence, text.slice(sentence, from + (conditions.length > 0 ? 0 : behind.length)), conditions];
    }
    from += behind.length;
    const conditions = named.map(({ whom, deed }) => ({ whom: isAnybody(whom) ? whom : before, deed }));
    // The list may go on after a semicolon: "…; cá nhân bị cảnh cáo".
    for (const other of others) {
      const further = conditionsIn(other.trim());
      const isOne = further.every(({ whom, deed }) => (whom === '' || isAnybody(whom)) && WRONG.test(deed));
      if (further.length === 0 || !isOne) break;
      conditions.push(...further);
      from += other.length + 1;
    }
    return [sentence, text.slice(sentence, from), conditions];
  });
}

/** Whether the words name units or people in general, or a kind of them. */
function isAnybody(whom: string): boolean {
  return /đơn vị|tập thể|đối tượng/iu.test(whom) || kindsNamed(whom).length > 0;
}

/** The conditions with those they exclude. A condition without a subject (`thôn A hoặc B`) takes that of the one before it. */
function conditionsIn(words: string): readonly Condition[] {
  const conditions: { whom: string; deed: string }[] = [];
  let names = '';
  for (const part of JOINED.test(words) ? [words] : words.split(PARTS)) {
    const at = part.search(DEED);
    const last = conditions.at(-1);
    // A part without a deed adds to the subject ("thôn, tổ dân phố không …") or to the deed before it.
    if (at < 0 && (!last || isAnybody(part))) names += `${part}, `;
    else if (last && at < 0) last.deed += `, ${part}`;
    else {
      conditions.push({ whom: (names + part.slice(0, at)).trim() || (last?.whom ?? ''), deed: part.slice(at).trim() });
      names = '';
    }
  }
  return conditions;
}

const forPeople = (condition: string) => ({ kind: 'barred', days: null, condition }) as const;

function barOf(condition: string): Pick<PlanBar, 'kind' | 'days' | 'condition' | 'last'> {
  const found = { days: null, condition };
  if (FOR_PEOPLE.test(condition)) return forPeople(condition);
  if (REGISTERS.test(condition)) return { kind: 'registration', ...found };
  if (NO_REPORT.test(condition)) return { kind: 'reporting', ...found };
  const [, day = '', month = '', year] = AFTER.exec(condition) ?? [];
  const late = LATE.exec(condition);
  if (!REPORT.test(condition) || (day === '' && !late)) return forPeople(condition);
  const last = [year ?? [], month.padStart(2, '0'), day.padStart(2, '0')].flat().join('-');
  if (day !== '') return { kind: 'late-report', ...found, last };
  const [, over, written] = late ?? [];
  const [least] = [Number(written ?? 0), speltNumber(written ?? '') ?? Number.NaN].filter(
    (number) => !Number.isNaN(number),
  );
  const days = (least ?? Number.NaN) - (over?.toLowerCase() === 'từ' ? 1 : 0);
  return Number.isNaN(days) ? forPeople(condition) : { kind: 'late-report', condition, days: days > 0 ? days : null };
}

/**
 * A day after which nothing is let pass is no second due day where the plan names another: it is so many days late.
 */
export function barsAndDues(
  bars: readonly PlanBar[],
  deadlines: readonly PlanDeadline[],
): { readonly bars: readonly PlanBar[]; readonly deadlines: readonly PlanDeadline[] } {
  const dated = bars.filter(({ last }) => last !== undefined);
  const isWithin = ({ offset }: PlanPlace) =>
    dated.some((bar) => offset >= bar.offset && offset < bar.offset + bar.text.length);
  const own = deadlines.filter((deadline) => !(deadline.what === 'unit-report' && isWithin(deadline)));
  const dues = own.flatMap(({ what, when, exclusive }) =>
    what === 'unit-report' && 'date' in when ? [dayNumber(when.date) - (exclusive ? 1 : 0)] : [],
  );
  if (dues.length === 0) return { bars, deadlines };
  const due = Math.max(...dues);
  const year = isoDay(due).slice(0, 4);
  return {
    deadlines: own,
    bars: bars.map((bar) => {
      if (bar.last === undefined) return bar;
      const days = dayNumber(bar.last.length > 5 ? bar.last : `${year}-${bar.last}`) - due;
      return { ...bar, days: days > 0 ? days : null };
    }),
  };
}
