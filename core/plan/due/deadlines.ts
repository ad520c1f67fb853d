/**
 * Deadlines and reviews of a plan: what is due, and when. Dates of documents, anniversaries, starts and horizons of
 * targets are none.
 */

import type { DueKind } from '../../movement/movement.ts';
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import type { Sentence } from '../layout/sentence.ts';
import { DEEDS } from '../lexicon/deeds.ts';
import { phrases } from '../lexicon/phrases.ts';
import { findLastPhrase, findPhrase, phraseAt, phraseBefore, type Token, tokensOf } from '../words/token.ts';
import { closingAt } from './closing-time.ts';
import { deedOf, isReportToo, sentBefore } from './deeds.ts';
import { CUES, type Dated, type DueWhen, datesOf, isDash } from './due-dates.ts';
import { spanOf } from './span.ts';
import { headingYear, quarterlyDue, yearDue } from './undated-dues.ts';

export interface PlanDeadline extends PlanPlace {
  readonly when: DueWhen;
  readonly what: DueKind;
  /** "trước ngày": the day itself is too late. */
  readonly exclusive: boolean;
  /** First day of the span it ends, as `when` writes its last: ISO, or month and day; left out = it is a single day. */
  readonly opens?: string;
}

/** First year of the plan; its year when it has only one. */
export interface PlanYears {
  readonly since: number | null;
  readonly only: number | null;
  /** ISO day of issue; null = unknown. */
  readonly issued: string | null;
}

const BEFORE = phrases('trước | trước ngày');
const STARTS = phrases('từ | từ ngày | sau ngày | có hiệu lực | từ tháng | từ quý | từ năm');
const BEGINS = phrases('bắt đầu từ | bắt đầu từ ngày');
const ANNIVERSARIES = phrases(
  'kỷ niệm | ngày hội | chào mừng | ngày thành lập | ngày truyền thống | quốc khánh | toàn quốc | sinh nhật | nhân ngày | nhân dịp | ngày chuyển đổi số | ngày pháp luật | hưởng ứng',
);
/** `vào dịp 02/9` */
const FEASTS = phrases('dịp | lễ');
const AWARDS: ReadonlySet<string> = new Set(['khen', 'tặng', 'xét', 'giấy', 'bằng', 'thể', 'cá', 'hộ']);
/** Words looked back at for what a stretch of days is of, those of a name not counted. */
const NEAR = 20;

function nearBefore(tokens: readonly Token[], end: number): number {
  let at = end;
  for (let left = NEAR, quoted = false; at > 0 && left > 0; at--) {
    const key = tokens[at - 1]?.key ?? '';
    quoted = key === '”' || (quoted && key !== '“');
    if (!quoted) left--;
  }
  return at;
}
/** Where awards are named, it is theirs. */
const DOSSIER = phrases('hồ sơ');
const ENDS = phrases(
  'đến ngày | đến hết | hết ngày | kết thúc | kết thúc vào | kết thúc vào ngày | kết thúc ngày | đến tháng | đến hết tháng | đến',
);
const PARTS = phrases('đợt | năm | lần | kỳ | giai đoạn | học kỳ');
const OVER = phrases('kết thúc | kết thúc vào | kết thúc vào ngày | kết thúc ngày');
const MOVEMENT = phrases('phong trào | phong trào thi đua | phát động | bắt đầu | thi đua');
/** A stretch within the movement: its last day is not the movement's. */
export const STRETCHES = phrases(
  'cao điểm | chiến dịch | tuần lễ | đợt | tháng cao điểm | tháng hành động | ra quân | sát hạch | hội thi | hội thao',
);

interface DueContext extends PlanYears {
  /** Whether figures used as targets stand between the places; with `day`, whether a target of them is due by it. */
  readonly isTargeted: (from: number, to: number, day?: string) => boolean;
  /** A named stretch of days ("phát động đợt cao điểm từ …") is the movement itself. */
  readonly isWhole?: boolean;
  /** What is due, where another cell of the row says it. */
  readonly deed?: DueKind | null;
}

/** Deadlines of a part. `since` = first year of the plan; `only` = its year when it has only one. */
export function deadlinesIn(
  text: PlanText,
  section: Section,
  sentences: readonly Sentence[],
  plan: DueContext,
): readonly PlanDeadline[] {
  const { isTargeted, isWhole = false } = plan;
  if (section.topic === 'state') return [];
  const found: PlanDeadline[] = [];
  const undated: PlanDeadline[] = [];
  let year: number | null = null;
  /** What the last date was of. */
  let lastDeed: DueKind | null = null;
  for (const [place, { tokens, start, end }] of sentences.entries()) {
    const sent = sentBefore(tokens, sentences[place - 1]?.tokens ?? []);
    year = openingYear(tokens) ?? year;
    // Where awards are named, the year says of which review they are.
    const isAward = section.topics.some((topic) => topic.startsWith('award'));
    const commends = isAward && tokens.some(({ key }) => AWARDS.has(key));
    const reviews = plan.only === null && !commends;
    const dates = datesOf(tokens, reviews ? plan.since : null);
    const spans = dates.map((dated) => spanOf(tokens, dated));
    const deeds = deedsOf(tokens, dates);
    // "Hồ sơ khen đợt năm 2026 gửi trước 25/11; đợt năm 2027 trước 25/10": the same is due.
    const isNext = text.flat.slice(sentences[place - 1]?.end ?? start, start).trim() === ';';
    if (isNext && !deeds.some((deed) => deed) && phraseAt(tokens, 0, PARTS) > 0) deeds.fill(lastDeed);
    lastDeed = deeds.at(-1) ?? lastDeed;
    dates.forEach((dated, index) => {
      const span = spans[index];
      const isOpening = (spans[index + 1]?.from ?? dated.to) < dated.to;
      const before = span && (dates[index - 1]?.to ?? 0) > span.from ? dates[index - 2] : dates[index - 1];
      const previous = beginsItem(tokens, dated, before) ? dated.from : (before?.to ?? 0);
      const named = deeds[index] ?? plan.deed ?? null;
      // The first day of a span belongs to its last, unless the movement itself begins on it.
      if (isOpening && named !== 'launch') return;
      const isDossier = isAward && named === 'unit-report' && findPhrase(tokens, previous, dated.from, DOSSIER) >= 0;
      const report = isReportToo(tokens, previous, dated, named)
        ? 'unit-report'
        : named === 'unit-report'
          ? (sent ?? named)
          : named;
      const what = isDossier ? 'award-dossier' : report;
      const isStretch = !isWhole && findLastPhrase(tokens, nearBefore(tokens, dated.from), dated.from, STRETCHES) >= 0;
      // "Đợt 1 từ 15/3 đến 30/6: mỗi thôn mở 02 lớp": a span has its days, whatever is to be reached in it.
      const day = 'date' in dated.when ? dated.when.date : undefined;
      const targeted = isTargeted(start, end, day) && !span;
      if (!isDue(tokens, dated, section, { since: plan.since, issued: plan.issued, what, targeted, isNext: index > 0 }))
        return;
      // "…; hoàn thành trước ngày 15/10": the time of the targets before it.
      const earlier = sentences[place - 1];
      if (what === null && closingAt(tokens) > 0 && earlier && isTargeted(earlier.start, earlier.end)) return;
      const last = ending(tokens, dated, what);
      const isSpan = isDash(tokens[dated.from - 1]) && !beginsItem(tokens, dated, dates[index - 1]);
      // "Đợt cao điểm từ 01/6 đến 30/6": a wave within the movement, with both its days.
      const isWave = (last === 'end' || isSpan) && isStretch;
      if (isWave && !span) return;
      const first = dates[index - 1];
      if (last === 'end' && !isWave && first && 'date' in first.when && phraseBefore(tokens, first.from, STARTS) > 0)
        found.push({
          text: text.flat.slice(tokens[first.from]?.start ?? start, tokens[first.to - 1]?.end ?? end),
          section: section.section,
          offset: text.offsetOf(tokens[first.from]?.start ?? start),
          when: first.when,
          what: 'launch',
          exclusive: false,
        });
      const next = dates[index + 1];
      const clause = clauseOf(tokens, previous, dated, next !== undefined);
      const { from } = clause;
      const to = next && beginsItem(tokens, next, dated) ? next.from - 1 : clause.to;
      const at = tokens[from]?.start ?? start;
      found.push({
        text: text.flat.slice(at, tokens[to - 1]?.end ?? end),
        section: section.section,
        offset: text.offsetOf(at),
        when: inYear(dated.when, year ?? headingYear(section)),
        what: isWave ? 'other' : (last ?? what ?? headingDeed(text, section) ?? 'other'),
        exclusive: phraseBefore(tokens, dated.from, BEFORE) > 0,
        ...(span && { opens: span.opens }),
      });
    });
    // "cuối năm 2026 đạt 45% (thời điểm xây dựng kế hoạch: 28%)" is a target's time.
    const isTime = section.topics.includes('targets') && isTargeted(start, end);
    if (dates.length === 0 && !isTime) undated.push(...yearDue(text, section, tokens, plan.only));
    if (dates.length === 0 && plan.only !== null) found.push(...quarterlyDue(text, section, tokens, plan.only));
  }
  // "Định kỳ hằng năm, các cơ quan báo cáo; … (trước ngày 05/11)": the day says when in the year.
  const dated = new Set(found.map(({ what }) => what));
  return [...found, ...undated.filter(({ what }) => !dated.has(what))].sort((a, b) => a.offset - b.offset);
}

/**
 * The deed of each date. A date without a deed takes the deed of the date before, and a deed behind the last date
 * belongs to all: "6 tháng (trước ngày 20/6), năm (trước ngày 05/12) các chi bộ báo cáo".
 */
function deedsOf(tokens: readonly Token[], dates: readonly Dated[]): (DueKind | null)[] {
  let since = 0;
  const own = dates.map((dated, at) => {
    const end = clauseEnd(tokens, dated, dates[at + 1]);
    if (beginsItem(tokens, dated, dates[at - 1])) since = dated.from;
    const before = deedOf(tokens, since, dated, dated.to);
    const what = before ?? deedOf(tokens, since, dated, end);
    // "15/6 sơ kết, hết tháng 11 tổng kết": words behind a date are its deed, not words before the next date.
    since = before === null && what !== null ? end : dated.to;
    return what;
  });
  const last = dates.length - 1;
  const final = dates[last];
  const isSaidLast =
    final !== undefined &&
    own.findIndex((what) => what !== null) === last &&
    deedOf(tokens, dates[last - 1]?.to ?? 0, final, final.to) === null;
  let earlier = isSaidLast ? (own[last] ?? null) : null;
  return own.map((what) => {
    earlier = what ?? earlier;
    return earlier;
  });
}

/** "08/3 phát động – 15/3 đăng ký – 30/6 sơ kết": behind a dash a date begins the next work. */
function beginsItem(tokens: readonly Token[], { from }: Dated, before: Dated | undefined): boolean {
  return before !== undefined && before.to < from - 1 && isDash(tokens[from - 1]);
}

/** "triển khai trước 25/02, báo cáo trước 25/11": behind a comma the words are those of the next date. */
function clauseEnd(tokens: readonly Token[], dated: Dated, next: Dated | undefined): number {
  if (!next) return tokens.length;
  if (beginsItem(tokens, next, dated)) return next.from - 1;
  for (let at = dated.to; at < next.from; at++) if (tokens[at]?.key === ',' || tokens[at]?.key === ';') return at;
  return next.from;
}

/** "Năm 2027: sơ kết trong tháng 6. Tổng kết trong tháng 12": the year of what follows. */
function openingYear(tokens: readonly Token[]): number | null {
  const isYear = tokens[0]?.key === 'năm' && /^20\d\d$/.test(tokens[1]?.text ?? '') && tokens[2]?.key === ':';
  return isYear ? Number(tokens[1]?.text) : null;
}

/** "Năm 2028: sơ kết (quý II)": the heading's year. */
function inYear(when: DueWhen, year: number | null): DueWhen {
  return year !== null && 'year' in when && when.year === null ? { ...when, year } : when;
}

function isDue(
  tokens: readonly Token[],
  dated: Dated,
  section: Section,
  {
    since,
    issued,
    what,
    targeted,
    isNext,
  }: {
    readonly since: number | null;
    readonly issued: string | null;
    readonly what: DueKind | null;
    readonly targeted: boolean;
    /** Another date stands before it in the sentence. */
    readonly isNext: boolean;
  },
): boolean {
  const year = yearOf(dated.when);
  if (since !== null && year !== null && year < since) return false;
  // "đã được thông qua tại kỳ họp ngày …", the day in the head: nothing is due before there is a plan.
  if (issued !== null && 'date' in dated.when && dated.when.date <= issued) return false;
  const start = boundary(tokens, dated.from);
  const cue = findLastPhrase(tokens, Math.max(start, dated.from - 4), dated.from, CUES) >= 0;
  const isStart = phraseBefore(tokens, dated.from, STARTS) > 0 || tokens[dated.from - 1]?.key === 'từ';
  const begins = phraseBefore(tokens, dated.from, BEGINS) > 0 && what !== null;
  if (isStart && !((what === 'launch' || begins) && 'date' in dated.when)) return false;
  if (!cue && isOfDocument(tokens, dated)) return false;
  // "Kết quả rà soát tháng 3 cho thấy …"
  if (phraseAt(tokens, dated.to, SHOWS) > 0) return false;
  // "tổng kết nhân Ngày hội 18/11": the review falls on that day.
  const reviews = what === 'final-review' || what === 'interim-review';
  const isFeast = findLastPhrase(tokens, Math.max(0, dated.from - 8), dated.from, ANNIVERSARIES) >= 0;
  if (!cue && !reviews && isFeast) return false;
  if (!reviews && phraseBefore(tokens, dated.from, FEASTS) > 0) return false;
  if (quoted(tokens, dated.from)) return false;
  if (targeted && what === null) return false;
  if (targeted && what !== null && findLastPhrase(tokens, start, dated.from, STRONG) < 0) return false;
  // "1. Mục tiêu đến ngày 30/6/2026": the heading of targets.
  if (what === null && section.topic === 'targets' && (tokens[dated.from]?.start ?? 0) < section.body) return false;
  // "phiên chợ vào ngày 25 hằng tháng": it happens then, nothing is due.
  if ((what === null || what === 'launch') && 'day' in dated.when && phraseBefore(tokens, dated.from, BEFORE) === 0)
    return false;
  return (
    cue ||
    what !== null ||
    // "hội thi … ngày 19/5/2026": a whole date of the plan's own time is a day of something.
    'date' in dated.when ||
    // "thôn Hạ ngày 14/3, thôn Trung ngày 21/3"
    ('monthDay' in dated.when &&
      (tokens[dated.from]?.key === 'ngày' || (isNext && phraseBefore(tokens, dated.from, ENDS) === 0))) ||
    ending(tokens, dated, what) !== null ||
    section.topics.includes('calendar') ||
    section.topics.includes('reporting')
  );
}

const SHOWS = phrases('cho thấy');
const STRONG = phrases(
  'báo cáo | sơ kết | tổng kết | đăng ký thi đua | đăng ký tham gia | đăng ký xong | đăng ký trước | giao ước | gửi | nộp',
);

function yearOf(when: DueWhen): number | null {
  if ('date' in when) return Number(when.date.slice(0, 4));
  return 'year' in when ? when.year : null;
}

/** `Kế hoạch số 15/KH-UBND ngày …`, `Luật … ngày … của`. */
function isOfDocument(tokens: readonly Token[], dated: Dated): boolean {
  const near = tokens.slice(Math.max(0, dated.from - 3), dated.from);
  if (near.some((token) => token.kind === 'document')) return true;
  if (!('date' in dated.when)) return false;
  return tokens[dated.to]?.key === 'của';
}

function quoted(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 20); back--) {
    if (tokens[back]?.key === '”') return false;
    if (tokens[back]?.key === '“') return true;
  }
  return false;
}

/** Start of the clause a token stands in: a comma, colon or bracket before it. */
function boundary(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && !/^[,;:(]$/.test(tokens[start - 1]?.key ?? '')) start--;
  return start;
}

/** "được thực hiện từ nay đến hết ngày 31/12/2024": the end of the movement. */
function ending(tokens: readonly Token[], dated: Dated, what: DueKind | null): DueKind | null {
  if (
    (what !== null && what !== 'launch' && what !== 'unit-plan') ||
    !('date' in dated.when || 'month' in dated.when)
  ) {
    return null;
  }
  if (phraseBefore(tokens, dated.from, ENDS) === 0) return null;
  const near = Math.max(0, dated.from - 14);
  const isSpan = findLastPhrase(tokens, near, dated.from, STARTS) >= 0;
  // "Phong trào kết thúc ngày 31/12", "phát động vào ngày 02/02 và kết thúc vào ngày 30/11"
  const isOver = phraseBefore(tokens, dated.from, OVER) > 0 && findLastPhrase(tokens, near, dated.from, MOVEMENT) >= 0;
  return isSpan || isOver ? 'end' : null;
}

function headingDeed(text: PlanText, section: Section): DueKind | null {
  const words = tokensOf(text.flat, section.start, section.body);
  for (const [what, list] of DEEDS) if (findPhrase(words, 0, words.length, list) >= 0) return what;
  return null;
}

function clauseOf(
  tokens: readonly Token[],
  previous: number,
  dated: Dated,
  more: boolean,
): { from: number; to: number } {
  let from = previous;
  while (from < dated.from && /^[,;:.)]$|^và$/.test(tokens[from]?.key ?? '')) from++;
  let to = dated.to;
  while (to < tokens.length && (more ? !/^[,;()]$/.test(tokens[to]?.key ?? '') : true)) to++;
  return { from, to };
}
