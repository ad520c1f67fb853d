/**
 * The outline of a plan: which labels are meant as labels, the path of each part (`III.2.2.1.b`), and the plan cut into
 * items. A label counts at the start of a line, or inside a line when it continues the numbering; text that merely
 * looks like a label ("ngày
 * 10. …") does not.
 */
import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { isCapitalHeading } from './capital-heading.ts';
import { type Label, labelAt } from './label.ts';
import type { PlanText } from './plan-text.ts';

/** A part of the plan under one label: up to the next label. */
export interface Item {
  readonly label: Label | null;
  /** Where its words start and end in the running text. */
  readonly start: number;
  readonly end: number;
  /** `III.2.2.1.b`; '' before the first label. */
  readonly section: string;
  /** Index of the item above it; −1 = none. The parent of a list item is the part it belongs to. */
  readonly parent: number;
}

interface Open {
  readonly label: Label;
  readonly item: number;
}

/** Ends of clauses, behind which a label may stand inside a line. */
const CLAUSE_ENDS = /[.;:!?”"] (?=[-–+•*(\p{L}\d])/gu;
/** Labels that can be recognised without the end of a clause before them: `2.2.1. M`, `a) P`, `II. NỘI`. */
const PLAIN_LABELS = / (?=\d{1,2}(?:\.\d{1,2}){1,4}\. \p{Lu}|[a-zđ]\) [\p{Lu}\d]|[IVX]{1,5}\. \p{Lu}{2})/gu;
/** No plan nests deeper; what pretends to stays on this level. */
const DEEPEST = 8;
const ENDS_CLAUSE = /[.;:!?,”"…]$/;
/** Words that a number belongs to: `ngày`, `khoản` … before a line that starts with a number. */
const TAKES_NUMBER =
  /(?:^|[\s(])(?:ngày|tháng|quý|khoản|điều|mục|chương|tốp|top|mức|mức độ|(?:kế hoạch|quyết định|nghị quyết|nghị định|công văn|thông tư|luật|chỉ thị|văn bản|điện thoại|biểu|mẫu|lục) số)$/iu;
/** Words that may end a heading too: then the label must carry the numbering on. */
const MAY_TAKE_NUMBER = new RegExp(
  String.raw`(?:^|[\s(])(?:năm|số|điểm|lớp|phần|từ|đến|và|hoặc|giai đoạn|mức|độ|cấp|thứ|lần|nhóm|phụ lục|biểu|mẫu|trên|dưới|đạt|thiểu|nhất|đa|quá|có|là|còn|mỗi|tổ|${VILLAGE_PATTERN}|[-–/,])$`,
  'iu',
);

/** A heading in capitals ends where its line does. */
const HEADING_END = /\p{Lu}{2}$/u;

/** `C.` below a part `B.`, behind a table or a line without a full stop. */
function isNextPart(open: readonly Open[], label: Label): boolean {
  const same = open.findLast((entry) => entry.label.kind === 'upper')?.label;
  return same !== undefined && follows(label, same);
}

/** Cuts the text, from `from` to `to`, into items. */
export function outlineOf(
  text: PlanText,
  from: number,
  to: number,
  isTable: (place: number) => boolean,
): readonly Item[] {
  const { flat } = text;
  const { lineStarts: starts } = text;
  const headings = headingsIn(text);
  const places = [...starts, ...endsOf(flat, CLAUSE_ENDS, from, to), ...endsOf(flat, PLAIN_LABELS, from, to)]
    .filter((place) => place >= from && place < to && !isTable(place))
    .sort((a, b) => a - b);
  const items: Item[] = [];
  let open: readonly Open[] = [];
  let start = from;
  let current: { label: Label | null; section: string; parent: number } = { label: null, section: '', parent: -1 };
  const close = (end: number): void => {
    items.push({ ...current, start, end });
  };
  let last = -1;
  /** They run on through chapters. */
  let articles = 0;
  /** The last plain number. */
  let numbers = 0;
  for (const place of places) {
    if (place <= last) continue;
    const isUnnumbered = open.every(({ label: { kind } }, at) => at > 0 || kind === 'heading');
    const label = labelAt(flat, place) ?? (isUnnumbered && headings.has(place) ? headingAt(place) : null);
    if (!label || label.end > to) continue;
    if (isValue(flat, label, starts)) continue;
    const next =
      label.kind === 'heading'
        ? []
        : nested(open, label, flat, { lineStart: starts.has(place), first: place === from, articles, numbers });
    if (!next) continue;
    if (label.kind === 'article') articles = label.order[0] ?? 0;
    if (label.kind === 'number' && label.order.length === 1) numbers = label.order[0] ?? 0;
    close(place);
    start = label.end;
    last = label.end - 1;
    const above = label.kind === 'bullet' ? next : next.slice(0, DEEPEST - 1);
    open = label.kind === 'bullet' ? next : [...above, { label, item: items.length }];
    current = { label, section: pathOf(open), parent: above.at(-1)?.item ?? -1 };
  }
  close(to);
  return items;
}

/** Places of headings in capitals; the second line of a heading does not count. */
function headingsIn({ flat, lines }: PlanText): ReadonlySet<number> {
  const isHeading = lines.map(({ start, end }) => isCapitalHeading(flat.slice(start, end)));
  return new Set(lines.flatMap(({ start }, at) => (isHeading[at] && !isHeading[at - 1] ? [start] : [])));
}

function headingAt(start: number): Label {
  return { kind: 'heading', name: '', order: [0], start, end: start };
}

/** "Số camera:⏎4.⏎- Mở …", "cá nhân: 1.⏎Điều 6. …": a value, with nothing of its own behind it. */
function isValue(flat: string, label: Label, starts: ReadonlySet<number>): boolean {
  if (label.kind !== 'number' || !/:\s*$/.test(flat.slice(Math.max(0, label.start - 8), label.start))) return false;
  return (
    /^[-–+•*✓]/.test(flat.slice(label.end, label.end + 1)) ||
    ((!starts.has(label.start) || (label.order[0] ?? 0) > 1) &&
      starts.has(label.end) &&
      labelAt(flat, label.end) !== null)
  );
}

function endsOf(flat: string, pattern: RegExp, from: number, to: number): readonly number[] {
  return [...flat.slice(from, to).matchAll(pattern)].map((match) => from + match.index + match[0].length);
}

/** "2.2.1" says its "2" and "2.2" itself; an article is cited without its chapter. */
function pathOf(open: readonly Open[]): string {
  const article = open.findIndex((entry) => entry.label.kind === 'article');
  const isHeading = (entry: Open, at: number): boolean => {
    const next = open[at + 1]?.label;
    if (at < article) return true;
    return entry.label.kind === 'number' && next?.kind === 'number' && next.order.length > 1;
  };
  return open
    .filter((entry, at) => !isHeading(entry, at) && entry.label.kind !== 'heading')
    .map((entry) => entry.label.name)
    .join('.');
}

/** The parts still open once this label has come, without itself; null = it is no label here. */
function nested(
  open: readonly Open[],
  label: Label,
  flat: string,
  { lineStart, first, articles, numbers }: { lineStart: boolean; first: boolean; articles: number; numbers: number },
): readonly Open[] | null {
  const before = flat.slice(Math.max(0, label.start - 24), label.start).trimEnd();
  const after = flat.slice(label.end, label.end + 3);
  const ended = first || ENDS_CLAUSE.test(before);
  if (label.kind === 'bullet') return isBullet(flat, label, { before, after, lineStart, ended }) ? open : null;
  // "III. THANG ĐIỂM⏎1. …": a heading in capitals ends where its line does.
  const takes = TAKES_NUMBER.test(before) && !(lineStart && HEADING_END.test(before));
  if (takes || (MAY_TAKE_NUMBER.test(before) && !carriesOn(open, label, numbers))) return null;
  if (after === '') return null;
  // "uống vitamin⏎A. 3. Lĩnh vực"
  if (
    label.kind === 'upper' &&
    !ended &&
    // "THANG ĐIỂM (tổng 100 điểm)⏎A. Bản sạch: 45 điểm"
    !(lineStart && before.endsWith(')')) &&
    !HEADING_END.test(before) &&
    !/^\p{Lu}{2}/u.test(after) &&
    !isNextPart(open, label)
  )
    return null;
  if (
    label.kind === 'number' &&
    !/^[\p{Lu}\d“"'(‘]/u.test(after) &&
    !((ended || label.order.length > 1) && carriesOn(open, label, numbers))
  )
    return null;
  // "đúng⏎Điều 5 Luật …" cites.
  if (label.kind === 'article') {
    const [order = 0] = label.order;
    const opens = ended || (lineStart && /[.:] ?$/.test(flat.slice(label.start, label.end)));
    return opens && (order === 1 || order === articles + 1) ? placeFor(open, label) : null;
  }
  const place = placeFor(open, label);
  if (!place) return null;
  if (lineStart && (ended || label.kind !== 'letter' || carriesOn(open, label, numbers) || label.order[0] === 1))
    return place;
  return !lineStart && carriesOn(open, label, numbers) ? place : null;
}

/** Whether the label continues its numbering or starts one a level deeper; under `A.`, `B.` numbers may run on. */
function carriesOn(open: readonly Open[], label: Label, numbers: number): boolean {
  const same = open.findLast((entry) => entry.label.kind === label.kind)?.label;
  const last = label.order.at(-1) ?? 0;
  if (label.kind === 'number' && label.order.length > 1) {
    const parent = open.findLast((entry) => entry.label.kind === 'number')?.label.order ?? [];
    return (
      isPrefix(label.order.slice(0, -1), parent) && (last === 1 || last === (parent[label.order.length - 1] ?? 0) + 1)
    );
  }
  if (!same)
    return last === 1 || (label.kind === 'number' && open.at(-1)?.label.kind === 'upper' && last === numbers + 1);
  return last === 1 || follows(label, same);
}

/** One step on; Vietnamese lists may leave out đ, f, j. */
function follows(label: Label, same: Label): boolean {
  const step = (label.order[0] ?? 0) - (same.order[0] ?? 0);
  return step === 1 || (label.kind === 'letter' && step > 0 && step <= 3);
}

/** What stands inside nothing but these. */
const INSIDE: Partial<Record<Label['kind'], readonly Label['kind'][]>> = {
  part: [],
  division: ['part'],
  article: ['part', 'division'],
};

/** Open parts above this label: the innermost of its kind that it goes on from, else one level deeper. */
function placeFor(open: readonly Open[], label: Label): readonly Open[] | null {
  const inside = INSIDE[label.kind];
  if (inside) return open.filter((entry) => inside.includes(entry.label.kind));
  if (label.kind === 'number' && label.order.length > 1) {
    const root = open.findIndex((entry) => entry.label.kind === 'number');
    if (root < 0) return open.filter((entry) => entry.label.kind !== 'letter');
    const parent = open.findLastIndex(
      (entry) =>
        entry.label.kind === 'number' &&
        isPrefix(entry.label.order, label.order) &&
        entry.label.order.length < label.order.length,
    );
    return parent >= 0 ? open.slice(0, parent + 1) : open.slice(0, root);
  }
  const value = label.order[0] ?? 0;
  for (let at = open.length - 1; at >= 0; at--) {
    const entry = open[at]?.label;
    if (entry?.kind !== label.kind || entry.order.length > 1) continue;
    if (
      value > (entry.order[0] ?? 0) &&
      (value === (entry.order[0] ?? 0) + 1 || !open.slice(0, at).some((outer) => outer.label.kind === label.kind))
    )
      return open.slice(0, at);
  }
  const same = open.findIndex((entry) => entry.label.kind === label.kind);
  if (value === 1 && (label.kind === 'number' || label.kind === 'letter')) {
    // A dotted number is left when a plain one starts again beside it; a letter's own 1, 2, 3 go below it.
    return label.kind === 'letter' && same >= 0 ? open.slice(0, same) : open;
  }
  if (same >= 0)
    return value === 1 ? open.slice(0, same) : value > (open[same]?.label.order[0] ?? 0) ? open.slice(0, same) : null;
  if (label.kind === 'roman')
    return open.filter((entry) => entry.label.kind === 'part' || entry.label.kind === 'upper');
  if (label.kind === 'upper')
    return value === 1 ? open.filter(({ label: { kind } }) => kind === 'part' || kind === 'roman') : null;
  return open;
}

function isPrefix(short: readonly number[], long: readonly number[]): boolean {
  return short.length <= long.length && short.every((part, at) => long[at] === part);
}

/** The words on both sides of a label; `ended` = the words before it end a sentence. */
interface AroundLabel {
  readonly before: string;
  readonly after: string;
  readonly lineStart: boolean;
  readonly ended: boolean;
}

/** Dashes inside words: `kinh tế⏎- xã hội`, `2021⏎- 2025` are no list items. */
function isBullet(flat: string, label: Label, { before, after, lineStart, ended }: AroundLabel): boolean {
  if (after === '') return false;
  // "(Việt⏎- Jrai)"
  if (/\([^)]*$/.test(before)) return false;
  if (!lineStart) return ended && /^[\p{Lu}\d“"]/u.test(after);
  // "2021⏎- 2025" goes on, "Năm 2026⏎- 100% …" does not.
  const isYear = /(?<!\d)20\d\d$/.test(before);
  if (/\d$/.test(before) && /^\d/.test(after))
    return isYear && !/^20\d\d(?!\d)/.test(flat.slice(label.end, label.end + 5));
  if (ended) return true;
  // "hai thứ tiếng Việt⏎- Jrai; …": a name of two.
  if (/\p{Lu}\p{Ll}+$/u.test(before) && /^\p{Lu}\p{L}*(?:[;,.)]|$)/u.test(flat.slice(label.end, label.end + 12)))
    return false;
  if (!/^[\p{Lu}\d“"(≥≤]/u.test(after))
    return /^(?:tối thiểu|ít nhất|trên|dưới|tỷ lệ|tỉ lệ|phấn đấu|đạt)/iu.test(flat.slice(label.end, label.end + 12));
  return !isHyphened(before, flat.slice(label.end, label.end + 12));
}

const HYPHENED: readonly (readonly [left: RegExp, right: RegExp])[] = [
  [/thi đua$/iu, /^khen/iu],
  [/(?:văn h(?:óa|oá)|kinh tế|chính trị|y tế|dân số)$/iu, /^(?:xã hội|thông tin|thể thao|du lịch|gia đình|kế hoạch)/iu],
  [
    /(?:văn phòng|tài chính|tư pháp|lao động|địa chính|quốc phòng|độc lập|tự do|nội vụ)$/iu,
    /^(?:thống kê|kế toán|kế hoạch|hộ tịch|thương binh|xây dựng|nông nghiệp|an ninh|tự do|hạnh phúc)/iu,
  ],
  [/(?:song ngữ|tiếng) \p{Lu}\p{Ll}+$/u, /^\p{Lu}/u],
  [/(?:HĐND|UBND|MTTQ|Đảng ủy|TT)$/u, /^(?:HĐND|UBND|UB|MTTQ)/u],
];

function isHyphened(before: string, after: string): boolean {
  return HYPHENED.some(([left, right]) => left.test(before) && right.test(after));
}
