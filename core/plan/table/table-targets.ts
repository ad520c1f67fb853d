/** Targets of a table: a target for each cell of a column of targets. */

import { figureInCell, isFigure, isIncrease, withoutPlus } from '../figure/cell-figure.ts';
import type { PlanTarget } from '../finding.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { sentencesOf } from '../layout/sentence.ts';
import { referenceOf, UNNAMED } from '../targets/reference.ts';
import { narrowedBy } from '../targets/subject.ts';
import { figuresIn } from '../targets/targets.ts';
import { horizonsOf } from '../time/horizon.ts';
import { isPast, type PlanPeriod } from '../time/plan-period.ts';
import { tokensOf } from '../words/token.ts';
import { unitAt } from '../words/unit-words.ts';
import { type SizeRole, standingsOf } from './base-rows.ts';
import { SUM } from './column-content.ts';
import { sumRows } from './derived-cells.ts';
import { type Column, dayOf, NAMES_NO_THING } from './table-columns.ts';
import type { Table, TextCell } from './tables.ts';

/** Parts of a plan whose tables tell, cost or mark. */
const TELLING: ReadonlySet<Section['topic']> = new Set(['state', 'budget', 'scoring']);

/** Targets of the table's rows, in order; a row of a group gives its index to the paths of the rows below. */
export function targetsInTable(
  text: PlanText,
  table: Table,
  section: Section,
  period: PlanPeriod,
): readonly PlanTarget[] {
  if (TELLING.has(section.topic)) return [];
  const at = (role: Column['role']): number => table.columns.findIndex((column) => column.role === role);
  const [indexAt, nameAt, units, timeAt, boundAt] = [at('index'), at('name'), at('unit'), at('time'), at('bound')];
  const above = unitAbove(text, table);
  const targets: PlanTarget[] = [];
  const setsTargets = section.topics.includes('targets') || comparesLevels(table);
  let group = '';
  const sums = sumRows(table.rows);
  const standings = standingsIn(table);
  for (const [line, row] of table.rows.entries()) {
    if (sums.has(line) || standings.has(line)) continue;
    const index =
      (indexAt < 0 ? OWN_INDEX.exec(row[nameAt]?.text ?? '')?.[1] : row[indexAt]?.text)?.replace(/[.)]$/, '') ?? '';
    const isGroup = table.columns.every((column, place) => column.role !== 'value' || (row[place]?.text ?? '') === '');
    if (isGroup) {
      if (/^(?:[IVX]+|[A-H]|\d+)$/.test(index)) group = index;
      continue;
    }
    const numbers = group !== '' && !index.startsWith(`${group}.`) ? [group, index] : [index];
    const path = [section.section, ...numbers].filter((part) => part !== '').join('.');
    const name = row[nameAt]?.text ? row[nameAt] : row.find(({ text: words }) => SUM.test(words));
    const own = timeIn(row[timeAt]?.text ?? '', period);
    for (const [place, column] of table.columns.entries()) {
      const day = own ?? dayOf(column, period);
      const isPastColumn = day !== null && isPast(day, period);
      const cell = row[place];
      if (column.role !== 'value' || isPastColumn || !cell || (column.isOpen && !setsTargets)) continue;
      const deadline = day ?? section.horizon ?? period.to;
      const several = severalIn(text, cell, { ...section, section: path, horizon: deadline }, period);
      if (several && name) {
        targets.push(...several.map((target) => ofRow(target, name.text)));
        continue;
      }
      const target = targetOf(text, {
        cell,
        name,
        heading: column.heading,
        whom: column.whom,
        bound: row[boundAt]?.text ?? column.bound ?? '',
        unit: column.heading
          ? NAMES_NO_THING.test(column.heading)
            ? unitFor('', cell.text, above)
            : unitOfShare(column.heading)
          : units < 0
            ? unitOf(row[nameAt]?.text ?? '') || unitFor(row[nameAt]?.text ?? '', cell.text, above)
            : (row[units]?.text ?? ''),
      });
      if (target) targets.push({ ...target, section: path, under: section.under, deadline });
    }
  }
  return targets;
}

/** Rows with the size of each unit of the commune, where several columns are of units and none of a time. */
export function standingsIn({ columns, rows }: Table): ReadonlyMap<number, SizeRole> {
  const [name, unit] = ['name', 'unit'].map((role) => columns.findIndex((column) => column.role === role));
  const values = columns.flatMap(({ role }, at) => (role === 'value' ? [at] : []));
  if (values.length < 2 || values.some((at) => columns[at]?.time !== null || columns[at]?.heading !== undefined))
    return new Map();
  return standingsOf(
    rows.map((row) => {
      const words = row[name ?? -1]?.text.replace(OWN_INDEX, '') ?? '';
      const own = row[unit ?? -1]?.text ?? unitOf(words);
      const isShare = own === '' && values.every((at) => /%$/.test(row[at]?.text ?? ''));
      return {
        name: words.replace(OWN_UNIT, ''),
        unit: isShare || /%/.test(own) ? '%' : own,
        values: values.map((at) => row[at]?.text ?? ''),
      };
    }),
  );
}

/** `Ít nhất 06 tuyến, tổng chiều dài 7,5 km`: each figure of a cell that says more than one; null = it says one at most. */
function severalIn(text: PlanText, { text: words, start }: TextCell, section: Section, period: PlanPeriod) {
  if (!/\d.*[,;.].*\d.*\p{L}/u.test(words)) return null;
  const part: Section = {
    ...{ ...section, topic: 'targets', topics: ['targets'], start, body: start, end: start + words.length },
    ...{ heading: '', opener: null, neighbour: null, carried: null },
  };
  const { targets } = figuresIn(text, sentencesOf(text.flat, part), period, MOST_IN_CELL, null);
  return targets.length > 1 ? targets : null;
}
const MOST_IN_CELL = 12;

/** `Hộ đăng ký gia đình văn hóa | 95% số hộ`: the figure of what the row names. */
export function ofRow(target: PlanTarget, name: string): PlanTarget {
  return { ...target, subject: [name, target.subject].filter((words) => words !== '').join(': ') };
}

/** `≥ 85`: what only tells how things are compares nothing. */
function comparesLevels({ columns, rows }: Table): boolean {
  return rows.some((row) =>
    columns.some(({ role }, at) => role === 'value' && figureInCell(row[at]?.text ?? '', 'đơn vị')?.compared === true),
  );
}

/** `(đơn vị tính: %, trừ mục ghi khác)` in the line above the table; '' = it names none. */
function unitAbove({ lines, flat }: PlanText, { from }: Table): string {
  const line = lines.findLast(({ end }) => end <= from);
  const words = line ? flat.slice(line.start, line.end) : '';
  return UNIT_ABOVE.exec(words)?.[1]?.trim() ?? (SHARE_ABOVE.test(words) ? '%' : '');
}
/** `Giao tỷ lệ hộ dùng VNeID cho các bản như sau:` */
const SHARE_ABOVE = /(?<!\p{L})t[ỷỉ] lệ(?!\p{L})[^.;]*:\s*$/iu;
const UNIT_ABOVE = /(?:đơn vị(?: tính)?|đvt) ?: ?([^,;:()\d]{1,24})/iu;

/** The unit written above the table, but more than 100 is no share: there the noun that opens the name is counted. */
function unitFor(name: string, cell: string, above: string): string {
  const value = figureInCell(cell, 'đơn vị')?.value ?? 0;
  if (above !== '' && (above !== '%' || value <= 100)) return above;
  const words = name.replace(OWN_INDEX, '');
  const noun = unitAt(tokensOf(words, 0, words.length), 0);
  return noun?.kind === 'count' && isFigure(cell) && !/[\p{L}%]{2,}|%/u.test(cell) ? noun.name : '';
}

/** `1. Hồ sơ nộp trực tuyến (%)` */
const OWN_INDEX = /^(\d{1,2}(?:\.\d{1,2}){0,2}|[a-hđ])[.)]\s/u;
const OWN_UNIT = /\s*\((?:ĐVT: ?|đvt: ?|đơn vị(?: tính)?: ?)?([^()\d]{1,24})\)\s*$/iu;

/** A table without a column of units says them with the names: `… (%)`, `Tỷ lệ …`, `Số ý tưởng …`. */
function unitOf(name: string): string {
  const own = OWN_UNIT.exec(name)?.[1]?.trim();
  if (own !== undefined) return own;
  const words = name.replace(OWN_INDEX, '');
  if (/^(?:t[ỷỉ] lệ|mức độ hài lòng|t[ỷỉ] trọng)/iu.test(words)) return '%';
  const counted = /^số (?:lượng )?(.+)$/iu.exec(words)?.[1] ?? '';
  const unit = unitAt(tokensOf(counted, 0, counted.length), 0);
  return unit?.kind === 'count' || unit?.kind === 'unknown' ? unit.name : '';
}

/** `Người có chữ ký số`, `Hộ bán hàng trên sàn`: the noun that is counted comes first. */
function unitOfShare(heading: string): string {
  if (LEAST.test(heading)) return unitOfShare(heading.replace(LEAST, '').trim());
  const own = unitOf(heading) || (UNIT_WITHIN.exec(heading)?.[1]?.trim() ?? '');
  if (own !== '') return own;
  const unit = unitAt(tokensOf(heading, 0, heading.length), 0);
  return unit?.kind === 'count' ? unit.name : '';
}

/** `Kích hoạt mức 2 (người) Chặng 1` */
const UNIT_WITHIN = /\(([^()\d]{1,24})\)/u;

/** `31/3/2026`, `Quý I/2026`, `15/6`; `Cả năm` says none. */
function timeIn(words: string, period: PlanPeriod): string | null {
  const until = `trước ${words}`;
  return [words, until].map((text) => horizonsOf(tokensOf(text, 0, text.length), period)[0]?.day).find(Boolean) ?? null;
}

/** `Số người (tối thiểu)`: how its cells compare. */
const LEAST = /\((tối thiểu|ít nhất|tối đa|không quá)\)/iu;
const RANKED = /^(?:xếp hạng|thứ hạng|xếp thứ|vị trí xếp hạng)/iu;

interface TargetCell {
  readonly cell: TextCell;
  readonly name: TextCell | undefined;
  /** What the column counts, where the row names the unit; the column's words are not in the row. */
  readonly heading: string | undefined;
  /** The unit of the commune the cell is for. */
  readonly whom: string | undefined;
  /** Words that compare its figure and stand beside or above it; '' = none. */
  readonly bound: string;
  /** '' = none. */
  readonly unit: string;
}

function targetOf(
  text: PlanText,
  { cell, name, heading, whom, bound, unit }: TargetCell,
): Omit<PlanTarget, 'section' | 'deadline' | 'under'> | null {
  if (!name?.text || (!/\d/.test(cell.text) && !isFigure(cell.text))) return null;
  const words = name.text.replace(OWN_INDEX, '');
  const least = bound || (LEAST.exec(heading ?? words)?.[1] ?? '');
  const written = `${least} ${withoutPlus(cell.text)}`.trim();
  const bare = isFigure(cell.text) ? figureInCell(written, 'đơn vị') : undefined;
  const figure = figureInCell(written, unit) ?? (bare && { ...bare, unit: '' });
  if (!figure || !Number.isFinite(figure.value)) return null;
  const isShare = (unit === '' ? figure.unit : unit) === '%';
  const measured = heading !== undefined || /%|\d[^\p{L}]* \p{L}/u.test(cell.text) ? '' : unit;
  const wording = `${words} ${cell.text} ${measured}`.trim();
  // "Xếp hạng cấp xã: ≤ 40"
  const isRank = RANKED.test(heading ?? words);
  const isOwn = figure.unit === '%' && !unit.includes('%');
  // "Ít nhất 90% | Công an xã": a share says its own unit, whatever the other column names.
  const own = isRank ? 'hạng' : unit === '' || isOwn ? figure.unit : unit.toLowerCase();
  return {
    text: wording,
    offset: text.offsetOf(name.start),
    comparator: isRank && figure.comparator !== 'range' ? 'rank<=' : figure.comparator,
    value: figure.value,
    valueMax: figure.valueMax,
    unit: own,
    subject:
      heading === undefined
        ? `${words.replace(OWN_UNIT, '')}${whom === undefined ? '' : `, ${whom}`}`
        : `${heading.replace(OWN_UNIT, '')}, ${words}`,
    ...(isShare ? narrowedBy(heading ?? words) : { qualifier: null, exclusion: null }),
    perSector: false,
    kind: 'numeric',
    figureOffset: text.offsetOf(cell.start),
    goesOn: false,
    relativeTo: isIncrease(cell.text) ? UNNAMED : referenceOf(wording, { value: figure.value, unit: own }),
  };
}
