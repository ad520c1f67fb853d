/**
 * The head of a document: who issued it, its kind, its title, the words between the title and its first part. The same
 * for every kind: `KẾ HOẠCH`, `CHỈ THỊ`, `QUYẾT ĐỊNH` and what it issues, a letter (`V/v …`, `Kính gửi`), a call.
 */
import { DOCUMENT_KINDS, type DocumentKind } from '../../base/text/document-kinds.ts';
import { runsOn } from './broken-line.ts';
import { isCapitalHeading } from './capital-heading.ts';
import type { FlatLine, PlanText } from './plan-text.ts';

export interface DocumentHead {
  /** null = nothing says so. */
  readonly kind: DocumentKind | null;
  /** Up to the title: issuer, number, place and date. */
  readonly head: string;
  readonly title: string;
  /** Where the title ends and where the first part starts. */
  readonly preambleAt: number;
  readonly bodyAt: number;
  /** `Căn cứ …` up to the first part; null = it cites nothing. */
  readonly basesAt: number | null;
}

const KINDS = DOCUMENT_KINDS.map((kind) => kind.toUpperCase())
  .sort((a, b) => b.length - a.length)
  .join('|');
const KIND = new RegExp(String.raw`(?<=^|\s)(?:${KINDS})(?=\s|$)`, 'gu');
const KIND_ALONE = new RegExp(`^(?:${KINDS})$`, 'u');
/** The subject of a letter stands in its head. */
const ABOUT = /(?<=^|\s)(?:V\/v|Về việc) /u;
/** A legal basis names a document; "Thực hiện phong trào …" is still the title. */
const BASES =
  /(?<=^|\s)(?:(?:Căn cứ|Thực hiện|Theo|Xét|Triển khai|Tiếp tục|Trên cơ sở)(?: (?:các|nội dung|tinh thần))?(?= (?:Luật|Bộ luật|Nghị |Kế hoạch|Quyết định|Chỉ thị|Công văn|Chương trình|Thông (?:tư|báo|tri)|Hướng dẫn|Đề án|Kết luận|Văn bản|Pháp lệnh|đề nghị|Điều|tình hình))|(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Đảng ủy|Đảng uỷ|Hội đồng)(?= (?:xã|phường|thị trấn|đặc khu) .{2,40}(?:ban hành|xây dựng|tổ chức))|(?:Nhằm|Để)(?= ))/u;
/** `Nam Sơn, ngày 15 tháng 01 năm 2025`, its blanks left open. */
const PLACED = String.raw`\p{Lu}[\p{L} ]{1,30}, ngày[ .…]{0,9}\d{0,2}[ .…]{0,9}tháng`;
/** What comes between a title and the bases: with what it was issued, who decides, whom it is for. */
const BEHIND_TITLE = new RegExp(
  String.raw`(?<=^|\s)(?:\((?:Ban hành |Kèm |kèm |ban hành )|(?:CHỦ TỊCH )?(?:ỦY|UỶ) BAN |HỘI ĐỒNG NHÂN DÂN|BAN (?:CHẤP HÀNH|THƯỜNG VỤ|CHỈ)|CHỦ TỊCH |Kính (?:gửi|thưa)|Thưa |${PLACED})`,
  'u',
);
const PLACED_BELOW = new RegExp(`^ ?${PLACED}[^;]{0,20}`, 'u');
const ATTACHED = /^\((?:Ban hành |ban hành )?[Kk]èm theo /u;
/** The right half of the head, beside or below what a letter is about. */
const STATE = /(?<=^|\s)(?:CỘNG (?:HÒA|HOÀ) |Độc lập|Kính gửi|(?:\p{Lu}\p{Ll}* ?){1,6}, ngày )/u;
const FIRST_PART =
  /^[^\p{L}\d]{0,6}(?:I|A|1|(?:P[Hh][Ầầ][Nn]|C[Hh][Ưư][Ơơ][Nn][Gg]|M[Ụụ][Cc]) (?:I|1|A|[Tt][Hh][Ứứ] [Nn][Hh][Ấấ][Tt])|Điều(?: chỉnh)? 1)(?![\p{L}\d]) ?[.)/:-]? ?(?=\p{Lu}|$)/u;
/** An excerpt may begin with a later part. */
const LATER_PART = /^(?:II|III|IV|V|VI)\. ?\p{Lu}{3}/u;
const LONGEST_HEAD = 3000;
/** Most lines of a head. */
const FIRST_LINES = 16;
/** Most lines between the kind of what a decision issues and the bracket that names the decision. */
const FARTHEST_BRACKET = 8;

/** Reads the head of the document that starts at a place. A text without a head is all body. */
export function headOf(text: PlanText, from: number): DocumentHead {
  const { flat, lines } = text;
  const opens = (part: RegExp): number | undefined =>
    lines.find(({ start }) => start >= from && part.test(flat.slice(start, start + 30)))?.start;
  const firstPart = opens(FIRST_PART) ?? opens(LATER_PART);
  const opening = flat.slice(from, firstPart ?? from + LONGEST_HEAD);
  const named = kindIn(text, opening, from);
  // An excerpt of a plan: all of it is read, whatever number it begins with.
  if (!named) return { kind: null, head: '', title: '', preambleAt: from, bodyAt: from, basesAt: null };
  const words = opening.slice(named.to);
  const basesAt = BASES.exec(words)?.index ?? -1;
  const isLetter = named.kind === 'Công văn';
  const ends = [basesAt, (isLetter ? STATE : BEHIND_TITLE).exec(words)?.index ?? -1].filter((at) => at >= 0);
  const limit = from + named.to + (ends.length > 0 ? Math.min(...ends) : words.length);
  const titleAt = from + named.to;
  const titleEnd = isLetter ? limit : sentenceStart(text, titleAt, limit);
  const letter = isLetter ? words.search(/(?<=^|\s)Kính gửi/u) : -1;
  const bases = basesAt < 0 ? null : titleAt + basesAt;
  const bodyAt = unnumberedStart(text, titleEnd, firstPart ?? Number.POSITIVE_INFINITY) ?? firstPart;
  return {
    kind: named.kind,
    // Place and day may stand below the title.
    head:
      opening.slice(0, letter >= 0 ? named.to + letter : named.from) +
      (PLACED_BELOW.exec(flat.slice(titleEnd, titleEnd + 100))?.[0] ?? ''),
    title: flat.slice(titleAt, titleEnd).trim(),
    preambleAt: titleEnd,
    bodyAt: bodyAt ?? titleEnd,
    basesAt: bodyAt === undefined ? null : bases,
  };
}

/**
 * Where the unnumbered parts of a plan start, before `limit`: behind "… ban hành Kế hoạch như sau:", or at a heading in
 * capitals. Last year's results may follow "như sau" too, above the first part.
 */
function unnumberedStart({ flat, lines }: PlanText, from: number, limit: number): number | undefined {
  const between = lines.filter(({ start }) => start >= from && start < Math.min(limit, from + LONGEST_HEAD));
  // "HIỆU TRƯỞNG" with nothing but a name below signs, it heads nothing.
  const lastMark = lines.findLast(({ start, end }) => IN_SMALL.test(flat.slice(start, end)))?.start ?? 0;
  return between.find(({ start, end }) => {
    const before = flat.slice(Math.max(from, start - LONGEST_ANNOUNCED), start).trimEnd();
    const heading = flat.slice(start, end);
    const isHeading =
      isCapitalHeading(heading) && !BEHIND_TITLE.test(heading) && !KIND_ALONE.test(heading.replace(/ ?:$/, ''));
    return (isHeading && start < lastMark && /[.:;]$/.test(before)) || ANNOUNCES.test(before);
  })?.start;
}
const IN_SMALL = /(?<=^|\s)\p{Ll}/u;
const LONGEST_ANNOUNCED = 300;
const ANNOUNCES =
  /(?:ban hành|xây dựng|phát động|tổ chức|triển khai|yêu cầu|kêu gọi|đề nghị|chỉ thị|hướng dẫn|sửa đổi|bổ sung|điều chỉnh)(?![^.]*(?:kết quả|tình hình|đã đạt))[^.]* sau(?: đây)? ?:$/iu;

/** Whether a line is the heading of what a document issues: its kind alone, with what it was issued below it. */
export function isAnnexed({ flat, lines }: PlanText, at: number, behindSignature: boolean): boolean {
  const line = lines[at];
  if (!line || !KIND_ALONE.test(flat.slice(line.start, line.end))) return false;
  const below = lines.slice(at + 1, at + 1 + FARTHEST_BRACKET);
  return behindSignature || below.some(({ start }) => ATTACHED.test(flat.slice(start, start + 40)));
}

/** The kind in capitals, preferably at the start of its line; a letter has none, its subject is enough. */
function kindIn(
  { flat, lines, lineStarts }: PlanText,
  opening: string,
  from: number,
): { readonly kind: DocumentKind; readonly from: number; readonly to: number } | null {
  const named = [...opening.matchAll(KIND)];
  const found = named.find(({ index }) => lineStarts.has(from + index)) ?? named[0];
  const kind = found && DOCUMENT_KINDS.find((text) => text.toUpperCase() === found[0]);
  if (kind) return { kind, from: found.index, to: found.index + found[0].length };
  // Typed without capitals, in a line of its own.
  for (const { start, end } of lines.slice(0, FIRST_LINES)) {
    const words = flat.slice(start, end);
    const typed = DOCUMENT_KINDS.find((text) => text.toLowerCase() === words.toLowerCase());
    if (typed && start >= from) return { kind: typed, from: start - from, to: end - from };
  }
  const about = ABOUT.exec(opening);
  return about && /(?<=^|\s)Kính gửi/u.test(opening)
    ? { kind: 'Công văn', from: about.index, to: about.index + about[0].length }
    : null;
}

/**
 * Where the first whole sentence behind a title starts: a title has no clause that ends in a mark but the name in it.
 * Its lines may be broken anywhere.
 */
function sentenceStart({ flat, lines }: PlanText, from: number, limit: number): number {
  const behind = lines.filter(({ start, end }) => end > from + 1 && start < limit);
  const mark = behind.findIndex(({ start, end }, at) => at > 0 && CLAUSE.test(flat.slice(start, Math.min(end, limit))));
  if (mark < 0) return limit;
  const words = ({ start, end }: FlatLine): string => flat.slice(Math.max(start, from), end).trim();
  const starts = behind.slice(1, mark + 1).filter((line) => /^[“"]?\p{Lu}/u.test(words(line)));
  const first = starts.find((line) => !runsOn(words(behind[behind.indexOf(line) - 1] ?? line), words(line), false));
  return (first ?? starts.at(-1))?.start ?? limit;
}
const CLAUSE = /[.;:!](?:\s|$)/u;
