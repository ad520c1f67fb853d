/**
 * The classes a plan ranks by points: "Xuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm". Recognised by their bounds, as
 * each class starts where its neighbour ends, not by their names.
 */
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';

interface PlanClass {
  readonly name: string;
  /** Lowest points of the class, as the plan writes them: of its whole scale, or in percent of it. */
  readonly from: number;
}

export interface ClassLadder extends PlanPlace {
  /** Best first, two at least. */
  readonly classes: readonly PlanClass[];
  /** Its bounds are percents of the points, not points. */
  readonly isShare: boolean;
  /** Words of the plan that tell for whom: the nearest heading and the sentence. */
  readonly whom: string;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  /** null = it says none. */
  readonly high: number | null;
  /** "đến dưới 90": 90 belongs to the next class. */
  readonly isOpen: boolean;
  readonly ofPoints: boolean;
  readonly isShare: boolean;
}

const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const POINTS = String.raw`(?:\s?(?:điểm|đ(?!\p{L})|%(?:\s(?:tổng\s)?(?:số\s)?điểm)?))?`;
const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?:(?:(?<![;.]\s)đạt\s)?(?:(dưới|chưa đạt|không đạt|<)|(?:từ|trên|tối thiểu|ít nhất|≥|>=?|đạt))\s?)?(${NUMBER})(${POINTS})(?:\s?(?:đến|tới|[-–])\s?(dưới|cận|<)?\s?(${NUMBER})(${POINTS}))?(?:\strở lên)?(?![\p{L}\d/])`,
  'giu',
);
/** `dưới 5 ngày 5 điểm`, `từ 3 lần nhắc trở lên: 0 điểm`: a step that counts something and earns points, no class. */
const COUNTS = /^(?:\s\p{Ll}+){1,6}(?<!\s(?:từ|trên|dưới|đạt|đến|tới))\s?[:=–-]?\s?\d/u;
/** Longest words between two classes. */
const APART = 90;

/** In the order of the text; `bodies` = the parts of each stretch of the plan. Linear in its length. */
export function classLaddersIn(text: PlanText, bodies: readonly (readonly Section[])[]): readonly ClassLadder[] {
  return bodies.flatMap((sections) => {
    const [first] = sections;
    const last = sections.at(-1);
    if (!first || !last) return [];
    return runsOf(text, rangesIn(text, first.start, last.end)).flatMap((run) => ladderOf(text, sections, run) ?? []);
  });
}

function rangesIn({ flat, lineStarts }: PlanText, from: number, to: number): readonly Range[] {
  return [...flat.slice(from, to).matchAll(RANGE)].flatMap((match): Range | [] => {
    const [words, below, first = '', unit = '', open, second, otherUnit = ''] = match;
    // A number alone counts something else.
    if (words === first) return [];
    // "Đạt | từ 50 điểm": the name of a class in a cell of its own.
    const at = from + match.index;
    const opens = [0, 2, 3, 4, 5, 6].some(
      (back) => lineStarts.has(at - back) && !/\p{L}/u.test(flat.slice(at - back, at)),
    );
    const start = at + (opens && words.startsWith('Đạt ') ? 'Đạt '.length : 0);
    const end = at + words.length;
    if (unit + otherUnit === '' && COUNTS.test(flat.slice(end, end + APART))) return [];
    const figure = numberOf(first);
    const isBelow = below !== undefined && second === undefined;
    const high = isBelow ? figure : second === undefined ? null : numberOf(second);
    return {
      ...{ start, end },
      ...{ low: isBelow ? 0 : figure, high, isOpen: isBelow || open !== undefined },
      ofPoints: /đ/iu.test(unit + otherUnit),
      isShare: (unit + otherUnit).includes('%'),
    };
  });
}

function numberOf(words: string): number {
  return Number(words.replace(',', '.'));
}

/** Ranges near each other, where each ends at the start of its neighbour. */
function runsOf(text: PlanText, ranges: readonly Range[]): readonly (readonly Range[])[] {
  const runs: Range[][] = [];
  for (const range of ranges) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && range.start - before.end <= APART && (joins(before, range) || joins(range, before)))
      run.push(range);
    else runs.push([range]);
  }
  return runs.filter((run) => {
    const isOneWay = run.every(({ low }, at) => {
      const [number, next] = [run[0]?.low ?? 0, run[1]?.low ?? 0];
      const before = run[at - 1];
      return before === undefined || low < before.low === next < number;
    });
    return run.length > 1 && isOneWay && (run.some(({ ofPoints }) => ofPoints) || isHeaded(text, run));
  });
}

/** `Loại | Mức điểm` above `Xuất sắc | 90 - 100`: the heading of the column says that they are points. */
function isHeaded({ flat, lineStarts }: PlanText, run: readonly Range[]): boolean {
  const [first] = run;
  return (
    first !== undefined &&
    // Where the points stand before the name, the columns are not told apart.
    !lineStarts.has(first.start) &&
    !run.some(({ isShare }) => isShare) &&
    HEADING.test(flat.slice(Math.max(0, first.start - APART), first.start))
  );
}
const HEADING = /(?<!\p{L})điểm(?: số| đạt)?[\s|]+(?:\d{1,2}[.)]?[\s|]+)?[^\d,;:.%]{2,40}$/iu;

/** Of whole numbers "80 - 89" ends where "90" starts. */
function joins(upper: Range, lower: Range): boolean {
  if (lower.high === null || lower.low >= upper.low) return false;
  const gap = upper.low - lower.high;
  return gap === 0 || (!lower.isOpen && gap > 0 && gap <= 1);
}

/** Below all classes: “dưới 50 điểm không xếp loại”, “Không xếp loại: dưới 50”. */
const UNRANKED = /(?:không|chưa)(?: được)? (?:xếp|phân) loại/iu;
const UNRANKED_BEHIND = new RegExp(String.raw`^[\s:,|-]*(?:thì |bị )*${UNRANKED.source}`, 'iu');
const UNRANKED_BEFORE = new RegExp(String.raw`${UNRANKED.source}[\s:(|-]*(?:là |nếu |khi |đạt )*$`, 'iu');

function isUnranked(flat: string, { start, end, low, isOpen }: Range): boolean {
  if (low !== 0 || !isOpen) return false;
  return (
    UNRANKED_BEHIND.test(flat.slice(end, end + APART)) ||
    UNRANKED_BEFORE.test(flat.slice(Math.max(0, start - APART), start))
  );
}

function ladderOf(text: PlanText, sections: readonly Section[], all: readonly Range[]): ClassLadder | null {
  const unranked = all.find((range) => isUnranked(text.flat, range));
  const run = all.filter((range) => range !== unranked);
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return null;
  const section = sections.findLast(({ start }) => start <= first.start);
  if (!section) return null;
  const { flat } = text;
  // The name of the best may be all there is of a heading.
  const since = /\p{L}/u.test(flat.slice(section.body, first.start)) ? section.body : section.start;
  const opening = flat.slice(Math.max(since, first.start - APART), first.start);
  const closing = flat.slice(last.end, last.end + APART);
  const between = run.slice(1).map(({ start }, at) => ({ from: run[at]?.end ?? start, to: start }));
  const lined = (from: number, to: number): string =>
    [...flat.slice(from, to)].map((letter, at) => (text.lineStarts.has(from + at + 1) ? '\n' : letter)).join('');
  // Rows of a table have nothing between them but the line's end; a line of a page may end in the middle of a name.
  const gapsOf = (words: (from: number, to: number) => string): readonly string[] => [
    words(first.start - opening.length, first.start),
    ...between.map(({ from, to }) => words(from, to)),
    words(last.end, last.end + closing.length),
  ];
  const readings = [(from: number, to: number) => flat.slice(from, to), lined].map(gapsOf);
  const names = (isHeaded(text, all) ? readings.toReversed() : readings)
    .map((gaps) => namesIn(gaps, last.low === 0))
    .find((some) => some !== null);
  if (!names) return null;
  const below = unranked ? [{ name: 'Không xếp loại', from: 0 }] : [];
  const named = run.map(({ low }, at) => ({ name: names[at] ?? '', from: low }));
  const classes = [...named, ...below].toSorted((x, y) => y.from - x.from);
  const words = flat.slice(
    Math.min(first.start, all[0]?.start ?? first.start),
    Math.max(last.end, all.at(-1)?.end ?? last.end),
  );
  return {
    ...{ text: words, section: section.section, offset: text.offsetOf(first.start), classes },
    isShare: run.some(({ isShare }) => isShare),
    whom: `${section.under}\n${opening}`,
  };
}

/** Names before all bounds, or behind all; null = neither, or both. `endsBelow` = the last bound has no lower edge. */
function namesIn(gaps: readonly string[], endsBelow: boolean): readonly string[] | null {
  const before = gaps.slice(0, -1).map((gap) =>
    nameOf(
      gap
        .replace(/[\s:(|–-]+$/u, '')
        .split(ENDS)
        .at(-1),
    ),
  );
  const behind = gaps.slice(1).map((gap) => nameOf(gap.replace(/^[\s:)|–-]+/u, '').split(ENDS)[0]));
  const isNamed = (names: readonly string[]): boolean =>
    names.every((name) => name !== '') && new Set(names.map((name) => name.toLowerCase())).size === names.length;
  // "Tốt từ 90; Đạt từ 50; dưới 50 điểm: Chưa đạt": the last is named behind its bound.
  const mixed = [...before.slice(0, -1), behind.at(-1) ?? ''];
  return [before, behind, ...(endsBelow ? [mixed] : [])].find(isNamed) ?? null;
}
const ENDS = /[;,.:()|\n]|(?<=\s)[-–+•](?=\s)/u;

/** `xếp loại Tốt` → `Tốt`, `loại A` → `Loại A`; '' = no name. */
function nameOf(words = ''): string {
  let name = words
    .replace(/[“”"\s]+/gu, ' ')
    .replace(/^\s*(?:\d{1,2}|[a-zđ])[.)]?\s+(?=\p{L})/u, '')
    .replace(/^.*(?<!\p{L})(?:xếp|phân|đánh giá) (?=loại|hạng)/iu, '');
  for (let last = ''; last !== name; ) {
    last = name;
    name = name.trim().replace(LEAD, '').replace(BEHIND, '');
  }
  if (!/\p{L}/u.test(name) || name.length > 50 || /\d.*\d|%|(?<!\p{L})(?:điểm|trừ|cộng|đến|từ)(?!\p{L})/iu.test(name))
    return '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
const LEAD =
  /^(?:(?:thì )?(?:được |bị )?(?:xếp|phân|đánh giá|công nhận|đạt|là|thì|và|còn)(?=\s\p{L})|(?:loại|mức|hạng|danh hiệu)(?=\s(?![A-E](?!\p{L})|[IVX]+$)\p{L}))\s/iu;
const BEHIND = /\s(?:đạt|là|khi|nếu|có|được|tổng|số)$/iu;
