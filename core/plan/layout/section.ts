/** What each part of a plan speaks of, from its heading, and for when: findings are read in that light. */

import type { PlanQuota } from '../finding.ts';
import { type Phrases, phrases } from '../lexicon/phrases.ts';
import { DOES } from '../lexicon/verbs.ts';
import { latestTime } from '../time/horizon.ts';
import type { PlanPeriod } from '../time/plan-period.ts';
import { bracketsOf, isWithin } from '../words/brackets.ts';
import { cueBefore } from '../words/comparator.ts';
import { roundNamed } from '../words/rounds.ts';
import { findPhrase, phraseAt, phraseBefore, type Token, tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { hasCount, runsOn } from './broken-line.ts';
import { type ListOpener, listOpenerOf } from './list-opener.ts';
import type { Item } from './outline.ts';
import type { PlanText } from './plan-text.ts';

type Topic =
  | 'targets'
  | 'state'
  | 'award'
  | 'award-quota'
  | 'standard'
  | 'budget'
  | 'scoring'
  | 'calendar'
  | 'reporting'
  | 'roles'
  | 'purpose'
  | 'tasks'
  | 'other';

export interface Section extends Item {
  /** Words of the heading, '' when the part has none of its own. */
  readonly heading: string;
  /** The nearest heading: its own, else that of the part above it. */
  readonly under: string;
  /** Where the words under the heading start. */
  readonly body: number;
  readonly topic: Topic;
  /** Topics of the parts around it, innermost first, its own included. */
  readonly topics: readonly Topic[];
  /** That it tells how things are is only concluded from its place before the targets. */
  readonly isSupposed?: boolean;
  /** Horizon its heading sets ("đến năm 2025"), ISO day; null = none. */
  readonly horizon: string | null;
  /** Round of commending its heading names, else that of the part above. */
  readonly round: PlanQuota['round'];
  /** What opens the list it is an item of; null = nothing. */
  readonly opener: ListOpener | null;
  /** Place of the item before it in its list; null = it is the first, or no item. */
  readonly neighbour: number | null;
  /** Every figure under it is at least or at most ("đạt tối thiểu các chỉ tiêu sau"). */
  readonly carried: readonly Token[] | null;
}

/** First match wins: a heading "Chỉ tiêu khen thưởng" is about awards, not about targets. */
const TOPICS: readonly (readonly [Topic, Phrases])[] = [
  [
    'award-quota',
    phrases(
      'chỉ tiêu khen thưởng | số lượng khen thưởng | định mức khen thưởng | cơ cấu khen thưởng | số lượng | cơ cấu | tỷ lệ khen thưởng | khen thưởng hàng năm | khen thưởng hằng năm',
    ),
  ],
  ['budget', phrases('kinh phí | nguồn vốn | ngân sách | mức thưởng | tiền thưởng | quỹ thi đua')],
  [
    'scoring',
    phrases(
      'chấm điểm | thang điểm | bảng điểm | cách tính điểm | xếp loại | phân loại thi đua | phân loại chất lượng | phương pháp đánh giá | phương pháp chấm',
    ),
  ],
  [
    'standard',
    phrases('tiêu chuẩn | tiêu chí xét | tiêu chí khen | tiêu chí bình xét | điều kiện xét | điều kiện khen'),
  ],
  ['award', phrases('khen thưởng | hình thức khen | danh hiệu | giải thưởng')],
  [
    'state',
    phrases(
      'đôi nét | vài nét | kết quả đến | đặt vấn đề | bối cảnh | tình hình | thực trạng | hiện trạng | kết quả thực hiện | kết quả đạt được | tồn tại | hạn chế | khái quát | sự cần thiết | vì sao | lý do | kết quả năm | đặc điểm',
    ),
  ],
  ['targets', phrases('chỉ tiêu | mục tiêu | kết quả cần đạt')],
  ['calendar', phrases('tiến độ | thời gian | lộ trình | các bước | kế hoạch triển khai')],
  ['reporting', phrases('chế độ thông tin | báo cáo')],
  ['purpose', phrases('mục đích | yêu cầu | quan điểm | đối tượng | phạm vi | chủ đề | khẩu hiệu')],
  ['roles', phrases('tổ chức thực hiện | phân công | trách nhiệm')],
  ['tasks', phrases('nhiệm vụ | giải pháp | nội dung | biện pháp')],
];
/**
 * "Kết quả: 1. Nội dung …": below a part on results, tasks and targets are results too.
 */
const TOLD_TOO: ReadonlySet<Topic> = new Set(['tasks', 'targets', 'purpose', 'reporting', 'calendar', 'roles']);
/** "Tỷ lệ … đạt trên 70% (năm 2025 đạt 46%): 10 điểm": a time in a bracket is not the time of the part. */
function outsideBrackets(words: readonly Token[]): readonly Token[] {
  const brackets = bracketsOf(words);
  return words.filter((_, at) => !brackets.some((bracket) => isWithin(bracket, at)));
}
/** `1. Xóa xong 71 nhà tạm, trong đó năm 2026: 30 nhà`: the time is of what is among them. */
function isParted(words: readonly Token[]): boolean {
  return findPhrase(words, 0, words.length, AMONG_THEM) >= 0;
}
export const AMONG_THEM = phrases('trong đó | riêng');
const CONDITION = phrases('điều kiện');
const CRITERIA = phrases('tiêu chí | các tiêu chí');
const COMMENDING = phrases('khen | thưởng | biểu dương | tuyên dương | tôn vinh | vinh danh');
/** `chỉ tiêu` and the like beside a word of commending: quotas. */
const NUMBERS_OF = phrases('chỉ tiêu | số lượng | cơ cấu | định mức | tỷ lệ');
const CARRIERS = phrases('tối thiểu | ít nhất | không dưới | tối đa | không quá | trên');
const LONGEST_HEADING = 260;
const LONGEST_TIME = 100;
/** A time for targets, and no figure: `các chỉ tiêu hoàn thành trước ngày 30/9/2026`. */
const SETS_A_TIME =
  /^(?:các |những )?(?:chỉ tiêu|mục tiêu|nội dung|nhiệm vụ)[^%\d:;.]{0,60}(?:\d{1,2}\/)?(?:\d{1,2}\/)?20\d\d$/iu;
/** `từ 01/4/2026 đến 31/12/2026` */
const ONLY_A_TIME =
  /^(?:(?:từ|đến|hết|trước|trong|ngày|tháng|quý|năm|và|[IVX]{1,4}|[\d/.–-]+)(?: |$|(?=[.)]$))){2,}[.)]?$/iu;
const FIRST_WORDS = 4;
/** A longer first sentence is text, not a heading. */
const HEADING_WORDS = 24;

/** Each part with its heading, topic and horizon. */
export function sectionsOf(text: PlanText, items: readonly Item[], period: PlanPeriod): readonly Section[] {
  const sections: Section[] = [];
  const { lineStarts } = text;
  let opener: readonly Token[] | null = null;
  items.forEach((item, at) => {
    const next = items[at + 1];
    const above = item.parent >= 0 ? sections[item.parent] : undefined;
    const hasParts = next !== undefined && next.parent === at;
    const { end, closed } = headingEnd(text.flat, item, lineStarts, hasParts);
    const plainItem = item.label?.kind === 'bullet' && text.flat[end - 1] !== ':';
    const words = plainItem ? [] : tokensOf(text.flat, item.start, end);
    const isCriterion = above?.topic === 'scoring' && isMarked(text.flat.slice(item.start, item.end));
    const isHeading =
      item.label !== null &&
      closed &&
      !isCriterion &&
      words.length <= HEADING_WORDS * 2 &&
      !words.some(
        ({ kind, text: said }, index) =>
          kind === 'percent' ||
          (kind === 'slash' && !/(?:19|20)\d\d$/.test(said) && text.flat[end - 1] !== ':') ||
          (kind === 'number' && text.flat[end - 1] === '.' && counts(words, index)),
      );
    // "3. Điều kiện: …", "1. Tiêu chí" among awards
    const isCondition =
      above?.topics.some((topic) => topic.startsWith('award')) === true &&
      (phraseAt(words, 0, CONDITION) > 0 || (phraseAt(words, 0, CRITERIA) > 0 && topicOf(words) === 'other'));
    const ends = latestTime(words, period);
    // "Những việc đã làm (từ 01/7/2025 đến 15/8/2025)" in a plan of 20/8/2025
    const isOver = ends !== null && ends < (period.issued ?? '');
    const named = isCondition ? 'standard' : isOver ? 'state' : topicOf(words);
    const own = isCriterion ? 'targets' : isHeading ? named : 'other';
    // Titles to be won are targets where targets are set.
    const isTitle = own === 'award' && findPhrase(words, 0, words.length, COMMENDING) < 0;
    const isTold = above?.topic === 'state' && TOLD_TOO.has(own);
    const goesWith = own === 'other' || isTold || (isTitle && above?.topics.includes('targets') === true);
    const topic = above && goesWith ? above.topic : own;
    const before = sections[at - 1];
    const goesOn = item.label?.kind === 'bullet' && before?.label?.kind === 'bullet' && before.parent === item.parent;
    // Items of one list take over what the text before the list set.
    if (!goesOn) opener = item.label?.kind === 'bullet' ? (before?.carried ?? null) : (above?.carried ?? null);
    const whole = text.flat.slice(item.start, Math.min(item.end, item.start + LONGEST_HEADING));
    const opens = whole.trimEnd().endsWith(':') && whole.length === item.end - item.start;
    const carried = (opens ? carriedBy(tokensOf(text.flat, item.start, item.end)) : null) ?? opener;
    sections.push({
      ...item,
      heading: isHeading ? text.flat.slice(item.start, end).trim() : '',
      under: isHeading ? text.flat.slice(item.start, end).trim() : (above?.under ?? ''),
      body: isHeading ? end : item.start,
      topic,
      topics: [topic === own ? own : 'other', ...(above?.topics ?? [])].filter((found) => found !== 'other'),
      // "- Đưa 12 sản phẩm lên sàn, quý II: 4 sản phẩm": the time is of the figure behind it.
      horizon:
        (isHeading || text.flat[end - 1] === ':') &&
        !((item.label?.kind === 'bullet' || isParted(words)) && hasCount(words))
          ? (latestTime(isHeading ? words : outsideBrackets(words), period) ?? above?.horizon ?? null)
          : (above?.horizon ?? null),
      opener: openerOf(text.flat, item, before),
      neighbour: before && isNeighbour(text.flat, item, before) ? before.start : null,
      // "c) Tổng kết giai đoạn (năm 2030), tặng …": the round stands in the first words, heading or not.
      round: roundNamed(isHeading ? words : words.slice(0, FIRST_WORDS)) ?? above?.round ?? null,
      carried,
    });
  });
  return withBackground(sections);
}

/** Where a plan has a part for its targets, parts before it under a heading nobody can place tell how things are. */
function withBackground(sections: readonly Section[]): readonly Section[] {
  const first = sections.findIndex(({ topic }) => topic === 'targets');
  const telling = new Set<number>();
  return sections.map((section, at) => {
    const isBelow = telling.has(section.parent);
    const isNamed =
      section.parent < 0 &&
      section.label?.kind !== 'article' &&
      section.heading !== '' &&
      section.heading.length <= LONGEST_NAME;
    if (at >= first || section.topics.length > 0 || !(isBelow || isNamed)) return section;
    telling.add(at);
    return { ...section, topic: 'state', topics: ['state'], isSupposed: true };
  });
}
/** Letters of a heading that only names its part. */
const LONGEST_NAME = 60;

/**
 * "… ngày 20 hằng tháng.", "… đạt từ 92 điểm trở lên.": a sentence, not a heading; `Hồ sơ đúng hạn (20 điểm)` is a
 * heading.
 */
function counts(words: readonly Token[], at: number): boolean {
  const before = words[at - 1]?.key;
  const unit = unitAt(words, at + 1);
  return before === 'ngày' || (before !== '(' && unit !== null && unit.kind !== 'unknown');
}

/** The part before it that ends in a colon, or what opened the list for its neighbour. */
function openerOf(flat: string, item: Item, before: Section | undefined): ListOpener | null {
  if (!before || !item.label) return null;
  return listOpenerOf(flat, before.start, before.end) ?? (isNeighbour(flat, item, before) ? before.opener : null);
}

/** Items of one list: numbers and letters of one part, or the same marks. */
function isNeighbour(flat: string, { label, parent }: Item, before: Item): boolean {
  if (!label || label.kind !== before.label?.kind || parent !== before.parent) return false;
  return label.kind !== 'bullet' || flat[label.start] === flat[before.label.start];
}

/** "… đạt tối thiểu các chỉ tiêu sau:" at the end of what opens a list. */
function carriedBy(words: readonly Token[]): readonly Token[] | null {
  const at = findPhrase(words, Math.max(0, words.length - 14), words.length, CARRIERS);
  if (at < 0 || words.slice(at).some((word) => word.kind === 'number')) return null;
  return words.slice(at);
}

/** End of the heading: a colon, the end of its sentence or its line, or the next label. */
function headingEnd(
  flat: string,
  item: Item,
  lineStarts: ReadonlySet<number>,
  whole: boolean,
): { end: number; closed: boolean } {
  const limit = Math.min(item.end, item.start + LONGEST_HEADING);
  let open = 0;
  for (let at = item.start; at < limit; at++) {
    const letter = flat[at] ?? '';
    if (letter === '(') open++;
    if (letter === ')') open--;
    if (letter === ':' && open <= 0) {
      // "1. Đợt 1: các chỉ tiêu phải hoàn thành đến hết ngày 30/9/2026" above its parts: a heading to its end.
      const rest = flat.slice(at + 1, item.end).trim();
      const goesOn = whole && rest.length <= LONGEST_TIME && (SETS_A_TIME.test(rest) || ONLY_A_TIME.test(rest));
      return { end: goesOn ? item.end : at + 1, closed: true };
    }
    if (letter === ';') return { end: at, closed: false };
    if (letter === '.' && /^\.(?:\s*$| \p{Lu})/u.test(flat.slice(at, at + 3)))
      return { end: at + 1, closed: flat.slice(at + 1, item.end).trim() === '' ? whole : true };
    if (
      lineStarts.has(at) &&
      at > item.start &&
      open <= 0 &&
      (/^[\p{Lu}“"]/u.test(letter) ||
        isShouted(flat.slice(item.start, at)) ||
        (/\d/.test(letter) && isShortHeading(flat.slice(item.start, at), flat.slice(at, at + 12)))) &&
      !isCapitals(flat.slice(at, at + 40)) &&
      !isBroken(flat.slice(item.start, at), flat.slice(at, Math.min(item.end, at + LONGEST_HEADING)))
    ) {
      return { end: at, closed: true };
    }
  }
  return { end: limit, closed: limit === item.end && whole };
}

function isBroken(line: string, rest: string): boolean {
  return runsOn(line, rest, isShouted(line) || topicOf(tokensOf(line, 0, line.length)) !== 'other');
}

/**
 * A line in capitals, with exceptions: old fonts leave some of its letters small, and the start of the next line may be
 * joined.
 */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const small = letters.filter((letter) => /\p{Ll}/u.test(letter));
  return letters.length >= 10 && small.length * 3 < letters.length;
}

/** "1. Chỉ tiêu⏎100% hộ …" has a heading, "… trong nhóm⏎20 xã …" is a broken line. */
function isShortHeading(text: string, rest: string): boolean {
  const words = text.trim().split(' ');
  const last = words.at(-1) ?? '';
  // "Phát triển kinh tế số⏎50% hộ …": a share is the number of nothing.
  const isShare = last === 'số' && /^[\d.,]+ ?%/.test(rest);
  if (words.length > 5 || (TAKES_NUMBER.test(last) && !isShare)) return false;
  // "3.2. Xây dựng⏎02 điểm …"
  const tokens = tokensOf(text, 0, text.length);
  return phraseBefore(tokens, tokens.length, DOES) === 0;
}
const TAKES_NUMBER =
  /^(?:tới|trước|sau|số|nhóm|tốp|top|thang|năm|tháng|ngày|quý|đạt|còn|thiểu|nhất|đa|quá|hơn|mức|lên|xuống|khoảng|mới|thêm|khen|tặng)$/iu;

function isCapitals(text: string): boolean {
  return /^[^\p{Ll}|]{6,}/u.test(text);
}

/** "Hồ sơ nộp trực tuyến đạt từ 85% trở lên: 15 điểm. Cứ thiếu 1% trừ 0,5 điểm": what is to be reached for the marks. */
function isMarked(words: string): boolean {
  const first = words.slice(0, LONGEST_HEADING).split(/\. /u)[0] ?? '';
  return [...first.matchAll(/: ?\d{1,3}(?:,\d)? điểm(?![\p{L}\d]| [\p{L}])/gu)].length === 1;
}

/** `Hồ sơ đúng hạn (20 điểm)`; not `đạt tối thiểu 92 điểm`. */
function isMark(words: readonly Token[], at: number): boolean {
  if (words[at]?.kind !== 'number' || unitAt(words, at + 1)?.kind !== 'points') return false;
  return cueBefore(words, at).comparator === null;
}

const AUDIENCES = phrases('đối tượng');

/** "Nhiệm vụ và phân công": tasks, and who has them. */
const TASKS_FIRST = phrases('nhiệm vụ và phân công | nhiệm vụ, phân công | nhiệm vụ, giải pháp');

/** "Khen thưởng, kinh phí": first of all it commends. */
const AWARDS_FIRST = phrases('khen thưởng | hình thức khen | thi đua, khen thưởng | công tác khen thưởng');

/**
 * "Tình hình và mục tiêu", "Chỉ tiêu, kinh phí", "Chỉ tiêu và khen thưởng": two matters, and a figure may be of either.
 */
function joinsAims(words: readonly Token[]): boolean {
  const starts = words.flatMap((_, at) => (at === 0 || JOINTS.has(words[at - 1]?.key ?? '') ? [at] : []));
  const isAims = (at: number): boolean => phraseAt(words, at, AIMS) > 0;
  return starts.some(isAims) && starts.some((at) => !isAims(at) && phraseAt(words, at, OTHER_MATTERS) > 0);
}
const AIMS = phrases('chỉ tiêu | mục tiêu | các chỉ tiêu | các mục tiêu');
const OTHER_MATTERS = phrases(
  'tình hình | thực trạng | hiện trạng | đặc điểm | bối cảnh | kết quả | kinh phí | ngân sách | nguồn vốn | khen thưởng',
);
const JOINTS: ReadonlySet<string> = new Set([',', ';', 'và', '-']);

function topicOf(words: readonly Token[]): Topic {
  if (joinsAims(words)) return 'other';
  const counted = findPhrase(words, 0, words.length, NUMBERS_OF);
  const commends = findPhrase(words, 0, words.length, COMMENDING) >= 0;
  if (counted >= 0 && findPhrase(words, counted, counted + 5, COMMENDING) >= 0) return 'award-quota';
  if (!commends && words.some((_, at) => isMark(words, at))) return 'scoring';
  if (phraseAt(words, 0, TASKS_FIRST) > 0) return 'tasks';
  // "Theo nhóm đối tượng" only divides the content of the part above it.
  if (words[0]?.key === 'theo') return 'other';
  for (const [topic, list] of TOPICS) {
    const at = commends && topic === 'scoring' ? -1 : findPhrase(words, 0, words.length, list);
    // "Thi đua thu ngân sách": no costs.
    if (at < 0 || (topic === 'budget' && (words[at - 1]?.key === 'thu' || phraseAt(words, 0, AWARDS_FIRST) > 0)))
      continue;
    // "Đối tượng và thời gian thi đua"
    return topic === 'calendar' && phraseAt(words, 0, AUDIENCES) > 0 ? 'purpose' : topic;
  }
  // "Chấm điểm, xét khen"
  return commends ? 'award' : 'other';
}
