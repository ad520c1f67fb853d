/**
 * The classes a plan ranks by points: "Xuất sắc từ 90 điểm; Tốt từ 80 đến dưới 90 điểm". Recognised by their bounds, as
 * each class starts where its neighbour ends, not by their names.
 */
import type { Grid } from '../document/grids.ts';
import { areNeighbours, isOneWay, type PointRange, pointRanges } from '../figure/point-range.ts';
import type { PlanPlace } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { classesInGrid } from '../table/class-grid.ts';

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
  /** Of a grid: where the cells of its bounds start in the running text. */
  readonly cells?: readonly number[];
}

/** `dưới 5 ngày 5 điểm`, `từ 3 lần nhắc trở lên: 0 điểm`: a step that counts something and earns points, no class. */
const COUNTS = /^(?:\s\p{Ll}+){1,6}(?<!\s(?:từ|trên|dưới|đạt|đến|tới))\s?[:=–-]?\s?\d/u;
/** Longest words between two classes. */
const APART = 90;

/** In the order of the text; `bodies` = the parts of each stretch of the plan. Linear in its length. */
export function classLaddersIn(
  text: PlanText,
  bodies: readonly (readonly Section[])[],
  grids: readonly Grid[],
): readonly ClassLadder[] {
  const sections = bodies.flat();
  const inGrids = grids.flatMap((grid) => ladderOfGrid(text, sections, classesInGrid(grid)) ?? []);
  const isFree = ({ offset }: ClassLadder): boolean =>
    !inGrids.some((ladder) => offset >= ladder.offset && offset < ladder.offset + ladder.text.length);
  const inWords = bodies.flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) return [];
    return runsOf(rangesIn(text, first.start, last.end)).flatMap((run) => ladderOf(text, own, run) ?? []);
  });
  return [...inGrids, ...inWords.filter(isFree)].sort((ladder, other) => ladder.offset - other.offset);
}

function ladderOfGrid(
  text: PlanText,
  sections: readonly Section[],
  rows: ReturnType<typeof classesInGrid>,
): ClassLadder | null {
  if (!rows) return null;
  const names = rows.map(({ name }) => name);
  const bounds = rows.map(({ bound }) => bound);
  const start = Math.min(...bounds.map((bound) => bound.start));
  const section = sections.findLast((part) => part.start <= start);
  if (!section) return null;
  return {
    text: text.flat.slice(start, Math.max(...bounds.map(({ end }) => end))),
    ...{ section: section.section, offset: text.offsetOf(start) },
    ...laddered(bounds, names, []),
    whom: `${section.under}\n${text.flat.slice(Math.max(section.body, start - APART), start)}`,
    cells: bounds.map((bound) => bound.start),
  };
}

/** Best first. */
function laddered(
  run: readonly PointRange[],
  names: readonly string[],
  below: readonly PlanClass[],
): Pick<ClassLadder, 'classes' | 'isShare'> {
  const classes = [...run.map(({ low }, at) => ({ name: names[at] ?? '', from: low })), ...below];
  return { classes: classes.sort((x, y) => y.from - x.from), isShare: run.some(({ isShare }) => isShare) };
}

function rangesIn({ flat, lineStarts }: PlanText, from: number, to: number): readonly PointRange[] {
  return pointRanges(flat.slice(from, to)).flatMap((range): PointRange | [] => {
    // "Đạt từ 50 điểm" in a line of its own: the name of a class.
    const at = from + range.start;
    const start = at + (lineStarts.has(at) && flat.startsWith('Đạt ', at) ? 'Đạt '.length : 0);
    const end = from + range.end;
    return !range.hasUnit && COUNTS.test(flat.slice(end, end + APART)) ? [] : { ...range, start, end };
  });
}

/** Ranges near each other, where each ends at the start of its neighbour. */
function runsOf(ranges: readonly PointRange[]): readonly (readonly PointRange[])[] {
  const runs: PointRange[][] = [];
  for (const range of ranges) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && range.start - before.end <= APART && areNeighbours(before, range)) run.push(range);
    else runs.push([range]);
  }
  return runs.filter((run) => run.length > 1 && isOneWay(run) && run.some(({ ofPoints }) => ofPoints));
}

/** Below all classes: “dưới 50 điểm không xếp loại”, “Không xếp loại: dưới 50”. */
const UNRANKED = /(?:không|chưa)(?: được)? (?:xếp|phân) loại/iu;
const UNRANKED_BEHIND = new RegExp(String.raw`^[\s:,|-]*(?:thì |bị )*${UNRANKED.source}`, 'iu');
const UNRANKED_BEFORE = new RegExp(String.raw`${UNRANKED.source}[\s:(|-]*(?:là |nếu |khi |đạt )*$`, 'iu');

function isUnranked(flat: string, { start, end, low, isOpen }: PointRange): boolean {
  if (low !== 0 || !isOpen) return false;
  return (
    UNRANKED_BEHIND.test(flat.slice(end, end + APART)) ||
    UNRANKED_BEFORE.test(flat.slice(Math.max(0, start - APART), start))
  );
}

function ladderOf(text: PlanText, sections: readonly Section[], all: readonly PointRange[]): ClassLadder | null {
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
  const between = run.slice(1).map(({ start }, at) => ({ from: run[at]?.end ?? start, to: start }));
  const gaps = [
    opening,
    ...between.map(({ from, to }) => flat.slice(from, to)),
    flat.slice(last.end, last.end + APART),
  ];
  const names = namesIn(gaps, last.low === 0);
  if (!names) return null;
  const below = unranked ? [{ name: 'Không xếp loại', from: 0 }] : [];
  const words = flat.slice(
    Math.min(first.start, all[0]?.start ?? first.start),
    Math.max(last.end, all.at(-1)?.end ?? last.end),
  );
  return {
    ...{ text: words, section: section.section, offset: text.offsetOf(first.start) },
    ...laddered(run, names, below),
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
const ENDS = /[;,.:()|]|(?<=\s)[-–+•](?=\s)/u;

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
