/** Every scale of marks in a plan: those of its parts that speak of scoring, and those of its tables. */
import type { Points } from '../../base/quantity/points.ts';
import { kindsNamed } from '../identity/audiences.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { titleAbove } from '../table/tables.ts';
import { bonusLineIn } from './bonus-line.ts';
import type { ClassLadder } from './class-ladders.ts';
import { equalMarks } from './equal-marks.ts';
import type { MarkTable } from './mark-table.ts';
import { marksIn, NONE, type WordedMark, type WordedMarks } from './marks-in-words.ts';
import { isScale, type PlanMark, type PlanScoring, scoringOf, WHOLE_SCALE } from './plan-marks.ts';

interface Growing extends Omit<PlanMark, 'parts'> {
  readonly parts: Growing[];
}

/** In the order of the text; `bodies` = the parts of each stretch of the plan, `ladders` its classes, `title` = that of the plan. */
export function scoringsIn(
  text: PlanText,
  bodies: readonly (readonly Section[])[],
  tables: readonly MarkTable[],
  ladders: readonly ClassLadder[],
  title: string,
): readonly PlanScoring[] {
  // The line of the classes, or what stands of it behind points.
  const ends = ladders.flatMap(({ offset }) => {
    const line = text.lines.findLast(({ start }) => text.offsetOf(start) <= offset);
    if (!line) return [];
    const from = line.start + offset - text.offsetOf(line.start);
    return /\d/.test(text.flat.slice(line.start, from)) ? from : line.start;
  });
  return bodies
    .flatMap((sections) => [...bestInWords(text, sections, tables, ends), ...inTables(text, sections, tables, title)])
    .sort((planScoring, other) => planScoring.offset - other.offset);
}

function inTables(
  text: PlanText,
  sections: readonly Section[],
  tables: readonly MarkTable[],
  title: string,
): PlanScoring[] {
  const last = sections.at(-1);
  return tables.flatMap((table) => {
    const section = sections.findLast(({ start }) => start <= table.from);
    if (!section || !last || table.from >= last.end) return [];
    const made: Growing[] = [];
    const top: Growing[] = [];
    for (const row of table.marks) {
      const above = made[row.above];
      const code = row.code === '-' ? '' : row.code;
      const mark: Growing = {
        ...{
          code,
          text: row.text,
          points: row.points,
          kind: row.kind,
          rule: row.rule,
          evidence: row.evidence,
          ...(row.wanted && { wanted: row.wanted }),
          parts: [],
        },
        section: [section.section, row.path].filter((part) => part !== '').join('.'),
        offset: text.offsetOf(row.start),
      };
      made.push(mark);
      (above?.parts ?? top).push(mark);
    }
    const { section: path } = section;
    const line = text.lines.findIndex(({ start }) => start >= table.from);
    const headings = [
      headingAbove(text, section, table.from),
      titleAbove(text, line),
      /^(?:PL|$)/.test(path) ? title : '',
    ];
    // The nearest heading that names somebody tells whose scale it is.
    const heading = headings.find((words) => kindsNamed(words).length > 0) ?? headings.find(Boolean) ?? '';
    const place = { text: heading, section: path, offset: text.offsetOf(table.from), end: text.offsetOf(table.to) };
    return [scoringOf({ ...place, total: table.total, bonusCap: null, marks: top, isTable: true })];
  });
}

/** The nearest heading; where a table follows it at once, without the words of the table. */
function headingAbove({ flat }: PlanText, { start, under, heading }: Section, table: number): string {
  const own = flat.slice(start, table).replace(LABEL, '').trim();
  return heading !== '' && own !== '' && own.length < under.length && under.startsWith(own) ? own : under;
}
const LABEL = /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-HĐa-zđ])[.)]\s*/u;

/**
 * Where they add up, each item is a single mark with its rule: `2. Hộ có hố rác: 15 điểm. Từ 75% được 15 điểm, từ 60%
 * được 10 điểm`; else each clause with points is a mark.
 */
function bestInWords(
  text: PlanText,
  sections: readonly Section[],
  tables: readonly MarkTable[],
  ends: readonly number[],
): PlanScoring[] {
  const plain = inWords(text, sections, tables, ends, ruledBelow);
  const ruled = plain[0] ? inWords(text, sections, tables, ends, itemAndRule) : [];
  return plain.map((scoring) => {
    const other = ruled.find(({ section, end }) => section === scoring.section && end === scoring.end);
    return other && isScale(other) ? other : scoring;
  });
}

/** The marks of a stretch; `line` = where its first line ends. */
type ReadMarks = (flat: string, start: number, till: number, line: number) => WordedMarks;

function inWords(
  text: PlanText,
  sections: readonly Section[],
  tables: readonly MarkTable[],
  ends: readonly number[],
  read: ReadMarks,
): PlanScoring[] {
  let next = 0;
  let line = 0;
  const marksOf = sections.map(({ start, end }) => {
    while ((text.lines[line]?.end ?? Number.POSITIVE_INFINITY) <= start) line++;
    while ((tables[next]?.to ?? Number.POSITIVE_INFINITY) <= start) next++;
    // Behind a table of marks nothing but its notes stands.
    const ladder = ends.find((place) => place > start) ?? end;
    const till = Math.max(start, Math.min(end, ladder, tables[next]?.from ?? end));
    const bonus = bonusLineIn(text, start, till);
    const own = read(text.flat, start, bonus?.from ?? till, text.lines[line]?.end ?? till);
    return bonus ? { ...own, bonus: bonus.mark } : own;
  });
  const parted = new Set(sections.flatMap(({ parent }, at) => ((marksOf[at]?.marks.length ?? 0) > 0 ? [parent] : [])));
  const roots = new Map<number, number[]>();
  for (const [at, root] of rootsOf(sections, marksOf).entries()) {
    if (root === null) continue;
    const members = roots.get(root);
    if (members) members.push(at);
    else roots.set(root, [at]);
  }
  return [...roots].flatMap(([root, members]) => {
    const top: Growing[] = [];
    /** What stands for a part of the plan among the marks. */
    const nodes = new Map<number, Growing>();
    /** Parts whose points the list they stand in gives. */
    const used = new Set<number>();
    let total: Points | null = null;
    let bonusCap: Points | null = null;
    for (const at of members) {
      const section = sections[at];
      const own = marksOf[at];
      if (!section || !own) continue;
      const equal = equalMarks(text.flat, sections, at);
      for (const { item, rule, points, ...mark } of equal)
        top.push(
          growing(
            text,
            item,
            { ...mark, points, rule, kind: 'mark', start: item.start, opens: false },
            item.label?.name ?? '',
          ),
        );
      if (equal.length > 0 || used.has(section.parent)) {
        used.add(at);
        continue;
      }
      total ??= own.total;
      bonusCap ??= own.bonusCap;
      const above = nodes.get(section.parent);
      if (above) nodes.set(at, above);
      const list = above?.parts ?? top;
      // "Cứ thiếu 1% …" in a list item of its own hangs on what the list is of.
      if (above && own.marks.length === 0 && own.rule !== '')
        Object.assign(above, { rule: [above.rule, own.rule].filter((words) => words !== '').join('; ') });
      const code = section.label?.kind === 'bullet' || own.marks.length > 1 ? '' : (section.label?.name ?? '');
      const made = own.marks.map((mark) => growing(text, section, mark, code));
      const [first, ...rest] = made;
      if (first && own.marks[0]?.opens && rest.length > 0) first.parts.push(...rest.splice(0));
      list.push(...(first ? [first, ...rest] : []));
      if (first && rest.length === 0) nodes.set(at, first);
      if (!first && at !== root && parted.has(at)) {
        const group = growing(
          text,
          section,
          { text: titled(section.heading), points: null, kind: 'mark', rule: '', start: section.start, opens: false },
          code,
        );
        list.push(group);
        nodes.set(at, group);
      }
    }
    for (const at of members) {
      const [section, bonus] = [sections[at], marksOf[at]?.bonus];
      if (section && bonus) top.push(growing(text, section, bonus, ''));
    }
    const [heading] = members.flatMap((at) => sections[at] ?? []);
    const head = sections[root] ?? heading;
    if (!head || top.length === 0) return [];
    const place = {
      text: root < 0 ? '' : head.under,
      section: root < 0 ? '' : head.section,
      offset: text.offsetOf(head.start),
      end: text.offsetOf(sections[members.at(-1) ?? 0]?.end ?? head.end),
    };
    return [scoringOf({ ...place, total, bonusCap, marks: top, isTable: false })];
  });
}

/**
 * "Học bạ số (10 điểm)", "Học bạ số - 10 điểm" as a heading: what stands behind it says how the ten points are earned,
 * unless marks of its own add up to them. `line` = where its first line ends.
 */
function ruledBelow(flat: string, start: number, till: number, line: number): WordedMarks {
  const own = marksIn(flat, start, till);
  const from = own === NONE ? start : headingEnd(flat, start, till, line);
  const [first, ...others] = from > start ? marksIn(flat, start, from).marks : [];
  if (!first || others.length > 0 || flat.slice(from, till).trim() === '') return own;
  return (
    withParts(own, first, flat, from, till) ?? { ...own, marks: [{ ...first, rule: flat.slice(from, till).trim() }] }
  );
}

/** Marks of its own behind `first` that add up to its points; null = there are none such. */
function withParts(own: WordedMarks, first: WordedMark, flat: string, from: number, till: number): WordedMarks | null {
  const { marks } = marksIn(flat, from, till);
  const sum = marks.reduce((all, { points }) => all + (points ?? 0), 0);
  const addUp = sum === first.points && marks.every(({ points }) => points !== 0 && points !== sum);
  return addUp ? { ...own, marks: [{ ...first, rule: '', opens: true }, ...marks] } : null;
}

/** Reads `Nhóm của bản: có thì được 6 điểm, không có 0 điểm` as a single mark; the text after its name is its rule. */
function itemAndRule(flat: string, start: number, till: number, line: number): WordedMarks {
  const own = ruledBelow(flat, start, till, line);
  const [first] = own.marks;
  if (first?.kind !== 'mark' || own.total !== null) return own;
  const [name = '', text = ''] = NAME.exec(flat.slice(start, till)) ?? [];
  const from = start + name.length;
  const parted = withParts(own, first, flat, from, till);
  if (parted) return parted;
  const rule = flat
    .slice(from, till)
    .replace(/[.;\s]+$/u, '')
    .trim()
    .replace(/^\(([^()]+)\)$/u, '$1');
  return { ...own, marks: [text === '' ? first : { ...first, text, rule }] };
}
const OWN_POINTS = String.raw`(?:tối đa )?\d{1,3}(?:,\d{1,2})? ?(?:điểm|đ)(?!\p{L})`;
const NAME = new RegExp(
  String.raw`^(?:[\p{L}\d.]{1,6}[.)]\s+)?([^:;]+?)(?:\s*:\s*(?:${OWN_POINTS})?|\s+[-–—]\s*${OWN_POINTS}|\s*\(${OWN_POINTS}\))[.:;,]?`,
  'iu',
);

/** The end of a heading that closes with its points and has text after it; `start` = no such heading. */
function headingEnd(flat: string, start: number, till: number, line: number): number {
  if (line < till && MARKED_LINE.test(flat.slice(start, line))) return line;
  return start + (MARKED_SENTENCE.exec(flat.slice(start, till))?.[0].length ?? 0);
}
const MARKED_LINE =
  /^(?:(?!\d ?(?:điểm|đ)(?!\p{L}))[^;%])*[\p{L}”)][\s:(–-]+(?:tối đa )?\d{1,3}(?:,\d{1,2})? ?(?:điểm|đ)\)?[.:]?\s*$/iu;
/** A sentence of its own follows. */
const MARKED_SENTENCE = /^[^;:()]*\((?:[Tt]ối đa )?\d{1,3}(?:,\d{1,2})? ?(?:điểm|đ)\)[.:]?\s+(?=\p{Lu})/u;

function growing(
  text: PlanText,
  { section }: Section,
  { start, opens: _, ...mark }: WordedMark,
  code: string,
): Growing {
  return { ...mark, code, section, evidence: '', offset: text.offsetOf(start), parts: [] };
}

function titled(heading: string): string {
  return heading.replace(/[\s:.;,]+$/u, '');
}

/** For each part of the plan the part that holds its scale; null = it belongs to none, −1 = the whole body holds it. */
function rootsOf(sections: readonly Section[], marksOf: readonly WordedMarks[]): readonly (number | null)[] {
  const holds = new Set<number>();
  /** Parts of the plan that are each a group of a scale. */
  const tops = new Set<number>();
  for (const [at, section] of sections.entries()) {
    const own = marksOf[at];
    if (!section.topics.includes('scoring') && (own?.total ?? null) === null) continue;
    // "1. Dịch vụ số (40 điểm)": a group beside others.
    const isOneOfSeveral = own !== undefined && saysInHeading(section, own) && own.total === null;
    if (isOneOfSeveral && section.parent < 0 && own.marks.every(({ points }) => points !== WHOLE_SCALE)) tops.add(at);
    holds.add(
      section.parent >= 0 && own && (isOneOfSeveral || own.total !== null) && section.body > section.start
        ? section.parent
        : at,
    );
  }
  const roots: (number | null)[] = [];
  for (const [at, { parent }] of sections.entries()) {
    const own = tops.size > 1 && tops.has(at) ? -1 : at;
    roots.push(roots[parent] ?? (holds.has(at) ? own : null));
  }
  return roots;
}

function saysInHeading({ body }: Section, own: WordedMarks | undefined): boolean {
  return own?.marks.some(({ start }) => start < body) === true;
}
