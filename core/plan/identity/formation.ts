/**
 * Of which communes the plan's own was joined, and from which day: "Xã X được thành lập trên cơ sở sắp xếp toàn bộ xã A,
 * xã B và một phần xã C …", "Sau khi hợp nhất 03 xã: A, B, C, xã X …", "nhập các xã A, B thành xã X". Three things are
 * asked of a sentence: a list of communes, words of joining that lead to it without a break, and the plan's own commune
 * as what comes of it.
 */

import { bareCommune } from '../../base/text/commune-name.ts';
import { foldKey } from '../../base/text/text.ts';
import { findDate } from '../../sheet/grid/date.ts';
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { sentenceSpans } from '../layout/sentence.ts';
import { COMMUNE, COMMUNE_KIND, communesAt } from './commune-list.ts';

export interface Formation {
  /** `xã Tân Duyệt`; `xã Bình Thạnh (một phần)` where only a part of it was joined. */
  readonly predecessors: readonly string[];
  /** ISO day from which the commune bears its name; null = the plan does not say. */
  readonly validFrom: string | null;
  /** Where the plan says so; null = nowhere. */
  readonly formedAt: PlanPlace | null;
}

const UNSAID: Formation = { predecessors: [], validFrom: null, formedAt: null };
const JOINS = /(?<!\p{L})(?:nhập|hợp nhất|sắp xếp|gộp|hợp thành|thành lập|hình thành|tổ chức lại)(?!\p{L})/iu;
/** Between the commune that came of it and the list: words of joining, of time, of how much, and no others. */
const LEADS: ReadonlySet<string> = new Set(
  `sáp sát nhập hợp nhất sắp xếp gộp thành lập hình tổ chức lại việc thực hiện sau khi được mới vừa do bởi chính thức đi
  vào hoạt động kể từ ngày tháng năm trên cơ sở toàn bộ nguyên trạng một phần còn diện tích đất tự nhiên quy mô dân số của
  các những đơn vị hành chính cấp địa giới gồm bao là cũ trước đây và giữa lấy tên gọi để mang hai ba bốn sáu bảy tám chín
  mười xã phường thị trấn đặc khu có`
    .split(/\s+/)
    .map(foldKey),
);
/** Of what was joined the commune came, though it is not named before. */
const BECAME = /(?<!\p{L})(?:được|mới|vừa|sau|do)(?!\p{L})/iu;
const FORMED = /(?<!\p{L})(?:(?:được|mới|vừa) (?:thành|hình|hợp|sáp|sát|sắp|tổ|gộp|nhập)|sau|do)(?!\p{L})/iu;
const INTO = /(?<!\p{L})(?:thành|vào|tên)(?!\p{L})/u;
/** Most characters between a commune and the statement about it. */
const NEAR = 30;
const PART = /(?:một phần|phần còn lại)(?!.*(?:toàn bộ|nguyên trạng))/su;
/** What opens a day from which something is; "đến ngày" behind one makes it a period. */
const SINCE = /(?<!\p{L})(?:từ|thành lập|hoạt động|vận hành|hiệu lực)(?: vào)?(?: ngày)? (?=\d)/giu;
const LONGEST_DAY = 40;
/** A plan names its commune on its first pages. */
const LONGEST_READ = 200_000;

/**
 * `parts` = the words before the first part and the parts. `commune` = the plan's own; without it nobody knows which
 * commune was formed.
 */
export function formationOf(text: PlanText, commune: string | null, parts: readonly Section[]): Formation {
  if (commune === null) return UNSAID;
  const { flat, offsetOf } = text;
  const sentences = parts
    .filter(({ start, end }) => end <= LONGEST_READ && JOINS.test(flat.slice(start, end)))
    .flatMap((part) => sentenceSpans(flat, part).map(({ start, end }) => ({ start, end, section: part.section })));
  let best = UNSAID;
  sentences.forEach(({ start, end, section }, at) => {
    const words = flat.slice(start, end);
    const { names, from } = joinedIn(words, inLines(text, start, end), bareCommune(commune));
    if (names.length <= best.predecessors.length) return;
    const next = sentences[at + 1];
    const behind = next ? flat.slice(next.start, next.end) : '';
    best = {
      predecessors: names,
      validFrom: dayIn(words) ?? (/hoạt động/u.test(behind) ? dayIn(behind) : null),
      formedAt: { text: words.slice(from).trimEnd(), section, offset: offsetOf(start + from) },
    };
  });
  return best;
}

/** A sentence with its line ends. */
function inLines({ flat, lineStarts }: PlanText, start: number, end: number): string {
  return flat.slice(start, end).replace(/ /g, (space, at: number) => (lineStarts.has(start + at + 1) ? '\n' : space));
}

interface Joined {
  readonly names: readonly string[];
  /** Where in the sentence the line starts that speaks of it. */
  readonly from: number;
}

/** The first list of a sentence of which the own commune came; `lines` = the sentence with its line ends. */
function joinedIn(words: string, lines: string, own: string): Joined {
  let behind = 0;
  for (const { index } of lines.matchAll(COMMUNE_KIND)) {
    if (index < behind) continue;
    const before = leadsTo(words.slice(0, index));
    const { communes, end } = communesAt(lines, index, PART.test(before));
    const names = communes.map(({ name }) => name);
    behind = end;
    if (names.every((name) => isOwn(bareCommune(name), own))) continue;
    const after = leadsFrom(words.slice(end));
    const isJoined = JOINS.test(before);
    const from = index - before.length;
    const joined = (all: readonly string[], place: number) => ({
      names: all,
      from: Math.max(lines.lastIndexOf('\n', place) + 1, lines.search(/\S/)),
    });
    const became = INTO.test(after) ? firstCommune(lines.slice(end), after.length) : null;
    if (became !== null && (isJoined || JOINS.test(after))) {
      if (isOwn(became, own)) return joined(names, from);
      continue;
    }
    if (!isJoined) continue;
    const subject = lastCommune(lines.slice(0, from), own);
    if (subject) {
      const between = words.slice(subject.end, index);
      if (subject.isOwn && (between.length - before.length <= NEAR || FORMED.test(between)))
        return joined(names, subject.end);
      continue;
    }
    // "Sau khi sáp nhập xã A, xã B, xã X có …": the last commune is not among those that were joined.
    const last = communes.at(-1);
    if (
      communes.length > 2 &&
      last?.isApart &&
      isOwn(bareCommune(last.name), own) &&
      /^\s\p{L}/u.test(words.slice(end))
    )
      return joined(names.slice(0, -1), from);
    const opens = /^[^\p{L}]*$|\n$/u.test(lines.slice(0, from));
    const next = firstCommune(lines.slice(end), lines.length);
    if (opens && BECAME.test(before) && (next === null || isOwn(next, own))) return joined(names, from);
  }
  return { names: [], from: 0 };
}

const isOwn = (name: string, own: string): boolean => foldKey(name) === foldKey(own);

const isLead = (word: string): boolean => /\d/.test(word) || LEADS.has(foldKey(word.replace(/[^\p{L}]/gu, '')));

/** The end of a text that leads to what stands behind it. */
function leadsTo(text: string): string {
  const words = text.split(/(?<=\s)/u);
  const broken = words.findLastIndex((word) => !isLead(word));
  return words.slice(broken + 1).join('');
}

/** The beginning of a text that goes on with what stands before it. */
function leadsFrom(text: string): string {
  const words = text.split(/(?<=\s)/u);
  const broken = words.findIndex((word) => /\p{L}/u.test(word) && !isLead(word));
  return words.slice(0, broken < 0 ? words.length : broken).join('');
}

/** Bare name of the first commune named, when its name starts no farther than `most`. */
function firstCommune(text: string, most: number): string | null {
  const [first] = text.matchAll(COMMUNE);
  const name = first?.groups?.name;
  return first && name && first.index + first[0].length - name.length <= most ? name : null;
}

/** The last commune named, including the plan's own commune by its bare name. */
function lastCommune(text: string, own: string): { readonly isOwn: boolean; readonly end: number } | null {
  const last = [...text.matchAll(COMMUNE)].at(-1);
  const end = last ? last.index + last[0].length : -1;
  const bare = text.replaceAll('\n', ' ').lastIndexOf(own);
  if (bare >= end && bare >= 0) return { isOwn: true, end: bare + own.length };
  return last ? { isOwn: isOwn(last.groups?.name ?? '', own), end } : null;
}

function dayIn(words: string): string | null {
  for (const { index, 0: opener } of words.matchAll(SINCE)) {
    const behind = words.slice(index + opener.length, index + opener.length + LONGEST_DAY);
    const day = findDate(behind);
    const place = day ? behind.toLowerCase().indexOf(day.text) : -1;
    if (day && place === 0 && !/^,? đến (?!nay)/u.test(behind.slice(day.text.length))) return day.date;
  }
  return null;
}
