/**
 * The sheets "Bộ tiêu chí" and "Tiêu chí" → criteria sets. Groups, criteria and parts find their place by set and code,
 * not by where they stand.
 */

import { groupBy } from '../base/group-by.ts';
import { type CriteriaSet, type Criterion, criterionSchema } from '../movement/criteria-set.ts';
import type { Audience, Movement, Target } from '../movement/movement.ts';
import type { RulePart } from '../movement/rule.ts';
import { byDay, type DatedTarget } from '../movement/set-in-period.ts';
import type { Sheet } from '../sheet/grid/sheet.ts';
import {
  type CriteriaColumns,
  type CriterionRow,
  criteriaTable,
  type MilestoneRow,
  type PartRow,
  ROW_KIND,
  type SetKey,
  type SetRow,
  setsTable,
} from './criteria-tables.ts';
import { sourceOf } from './plan-tables.ts';
import { readRule } from './read-rule.ts';
import { type RuleRead, ruleInWords } from './rule-in-words.ts';
import {
  type CellFault,
  type DossierColumns,
  type PlacedRow,
  type RawRow,
  type RawTable,
  rawTableOf,
  readRow,
  type TableSpec,
} from './table.ts';

interface ReadCriteria {
  readonly sets: readonly CriteriaSet[];
  /** Where each set and each criterion stands. */
  readonly places: readonly CriterionPlace[];
}

export interface CriterionPlace extends SetKey {
  /** null = the set itself. */
  readonly code: string | null;
  readonly sheet: string;
  readonly cell: string;
}

interface MovementParts {
  readonly audiences: readonly Audience[];
  readonly phases: Movement['phases'];
}

interface Rows {
  /** Sets with a row that could not be understood: findings that only follow from it are not reported. */
  readonly broken: Set<string>;
  readonly groups: PlacedRow<SetKey & { readonly code: string; readonly title: string }>[];
  readonly criteria: { readonly placed: PlacedRow<CriterionRow>; readonly at: number }[];
  readonly parts: PlacedRow<PartRow>[];
  readonly milestones: PlacedRow<MilestoneRow>[];
}

const keyOf = ({ audience, phase }: SetKey) => `${audience}\n${phase ?? ''}`;

export function readCriteria(
  sheetNamed: (name: string) => Sheet | undefined,
  { audiences, phases }: MovementParts,
  targets: readonly Target[],
  date1904: boolean,
  faults: CellFault[],
): ReadCriteria {
  const columns = criteriaTable(audiences, phases);
  const setSpec = setsTable(audiences, phases);
  const setSheet = sheetNamed(setSpec.sheet);
  const sheet = sheetNamed(columns.criterion.sheet);
  const raw = sheet && rawTableOf(sheet, columns.criterion, date1904, faults);
  const rows: Rows = { broken: new Set(), groups: [], criteria: [], parts: [], milestones: [] };
  if (raw) for (const rawRow of raw.rows) place(rawRow, raw, columns, rows, faults);
  const bySheet = (cell: string, message: string) => faults.push({ sheet: sheet?.name ?? '', cell, message });
  const sets: CriteriaSet[] = [];
  const places: CriterionPlace[] = [];
  const seen = new Set<string>();
  const { read, attempted } = readSets(setSheet, setSpec, date1904, faults);
  for (const { row, cellOf } of read) {
    const key = keyOf(row);
    const owner = { audience: row.audience, phase: row.phase };
    places.push({ ...owner, code: null, sheet: setSpec.sheet, cell: cellOf('audience') });
    const fault = (message: string) =>
      faults.push({ sheet: setSheet?.name ?? setSpec.sheet, cell: cellOf('audience'), message });
    if (seen.has(key)) {
      fault('Đối tượng này (giai đoạn này) đã có một bộ ở dòng trên; dòng này không được dùng.');
      continue;
    }
    seen.add(key);
    const criteria: Criterion[] = [];
    for (const { placed, at } of rows.criteria.filter((criterion) => keyOf(criterion.placed.row) === key)) {
      const criterion = criterionOf(placed, at, rows, targets, bySheet);
      if (!criterion) {
        rows.broken.add(key);
        continue;
      }
      criteria.push(criterion);
      places.push({ ...owner, code: criterion.code, sheet: sheet?.name ?? '', cell: placed.cellOf('code') });
    }
    const groups = rows.groups
      .filter((placedRow) => keyOf(placedRow.row) === key)
      .map(({ row: { code, title } }) => ({ code, title }));
    if (criteria.length > 0) sets.push({ ...row, groups, criteria });
    else if (!rows.broken.has(key))
      fault('Bộ này chưa có tiêu chí nào dùng được ở trang “Tiêu chí”; dòng này không được dùng.');
  }
  const criteria = rows.criteria.map(({ placed }) => placed);
  const homeless = [...rows.groups, ...criteria, ...rows.parts, ...rows.milestones].filter(
    ({ row }) => !seen.has(keyOf(row)) && !attempted.has(keyOf(row)),
  );
  for (const [first, ...others] of groupBy(homeless, ({ row }) => keyOf(row)).values())
    if (first) bySheet(first.cellOf('audience'), withoutSet(setSpec.sheet, others.length));
  for (const { row, cellOf } of rows.milestones)
    if (
      seen.has(keyOf(row)) &&
      !rows.broken.has(keyOf(row)) &&
      !criteria.some((placedRow) => belongs(row, placedRow.row))
    )
      bySheet(cellOf('code'), `Bộ này không có tiêu chí ${row.code} ở dòng Tiêu chí; dòng Mốc này không được dùng.`);
  return { sets, places };
}

/** The rows of sets; `attempted` = those whose row has a fault of its own. */
function readSets(
  sheet: Sheet | undefined,
  spec: TableSpec<SetRow>,
  date1904: boolean,
  faults: CellFault[],
): { readonly read: readonly PlacedRow<SetRow>[]; readonly attempted: ReadonlySet<string> } {
  const raw = sheet && rawTableOf(sheet, spec, date1904, faults);
  const attempted = new Set<string>();
  const read = (raw?.rows ?? []).flatMap((rawRow) => {
    const placed = raw ? readRow(rawRow, raw, spec.columns, faults) : null;
    if (placed) return placed;
    const key = raw ? keyIn(rawRow, raw, spec.columns) : null;
    if (key !== null) attempted.add(key);
    return [];
  });
  return { read, attempted };
}

/** The set a row that could not be understood belongs to; null = nobody can tell. */
function keyIn(raw: RawRow, table: RawTable, { audience, phase }: DossierColumns<SetKey>): string | null {
  const row = readRow<SetKey>(raw, table, { audience, phase }, [])?.row;
  return row ? keyOf(row) : null;
}

function withoutSet(sheet: string, others: number): string {
  const these = others === 0 ? 'dòng này' : `dòng này và ${others} dòng khác của bộ`;
  return `Chưa có bộ tiêu chí này ở trang “${sheet}”; ${these} không được dùng.`;
}

function place(raw: RawRow, table: RawTable, columns: CriteriaColumns, rows: Rows, faults: CellFault[]): void {
  const before = faults.length;
  addRow(raw, table, columns, rows, faults);
  const key = faults.length > before ? keyIn(raw, table, columns.criterion.columns) : null;
  if (key !== null) rows.broken.add(key);
}

function addRow(raw: RawRow, table: RawTable, columns: CriteriaColumns, rows: Rows, faults: CellFault[]): void {
  const kind = readRow<{ row: CriterionRow['row'] }>(raw, table, { row: ROW_KIND }, faults)?.row.row;
  switch (kind) {
    case 'group': {
      const group = readRow(raw, table, columns.group, faults);
      if (group) rows.groups.push(group as Rows['groups'][number]);
      return;
    }
    case 'criterion': {
      const placed = readRow(raw, table, columns.criterion.columns, faults);
      if (placed) rows.criteria.push({ placed, at: rows.groups.length });
      return;
    }
    case 'part': {
      const part = readRow(raw, table, columns.part, faults);
      if (part) rows.parts.push(part);
      return;
    }
    case 'milestone': {
      const milestone = readRow(raw, table, columns.milestone, faults);
      if (milestone) rows.milestones.push(milestone);
      return;
    }
    case undefined:
  }
}

type Keyed = SetKey & { readonly code: string };

function belongs(milestone: Keyed, criterion: Keyed): boolean {
  return keyOf(milestone) === keyOf(criterion) && milestone.code === criterion.code;
}

type Tell = (cell: string, message: string) => void;

/** null when its rule, or the rule of a part, cannot be understood. */
function criterionOf(
  { row, cellOf }: PlacedRow<CriterionRow>,
  groupsAbove: number,
  rows: Rows,
  targets: readonly Target[],
  tell: Tell,
): Criterion | null {
  const {
    row: _,
    audience,
    phase,
    rule: words,
    targetCode,
    comparator,
    value,
    by,
    group,
    section,
    sourceCode,
    sourceText,
    ...rest
  } = row;
  const key = { audience, phase };
  const read = ruleOf({ ...row, words }, rest, { key, rows, tell }, (message) => tell(cellOf('rule'), message));
  if (!read) return null;
  const target = targetOf({ targetCode, comparator, value, by }, targets);
  if (target === undefined) {
    tell(cellOf('comparator'), 'Mức cần đạt phải có cả So sánh và con số, hoặc để trống cả hai.');
    return null;
  }
  const above = rows.groups.slice(0, groupsAbove).findLast((placedRow) => keyOf(placedRow.row) === keyOf(key));
  const parsed = criterionSchema.safeParse({
    ...rest,
    ...read.follows,
    group: group ?? above?.row.code ?? row.code.split('.')[0],
    target,
    rule: read.rule,
    ...milestonesOf(row, rows, targets, tell),
    source: sourceOf({ section, sourceCode, sourceText }),
  });
  if (parsed.success) return parsed.data;
  tell(cellOf('code'), 'Dòng này không hợp lệ.');
  return null;
}

/**
 * Rows Mốc of a criterion, earliest first, wherever they are; a row that cannot be understood is left out, the others
 * count.
 */
function milestonesOf(
  criterion: CriterionRow,
  rows: Rows,
  targets: readonly Target[],
  tell: Tell,
): Pick<Criterion, 'milestones'> {
  const milestones = rows.milestones
    .filter(({ row }) => belongs(row, criterion))
    .flatMap(({ row, cellOf }): DatedTarget[] => {
      const fault = (column: 'rule' | 'by', message: string) => {
        tell(cellOf(column), message);
        return [];
      };
      const target = targetOf(row, targets);
      if (!target) return fault('by', 'Dòng Mốc phải có So sánh và Mức cần đạt, hoặc mã của một chỉ tiêu bằng số.');
      if (target.by === null) return fault('by', 'Dòng Mốc phải có ngày ở cột “Đến ngày”.');
      const rule = readRule(row.rule, criterion);
      if (!rule.ok) return fault('rule', `Cột “Cách chấm”: ${rule.refusal.message}`);
      return [{ target, rule: rule.value }];
    });
  return milestones.length === 0 ? {} : { milestones: milestones.toSorted(byDay) };
}

/** undefined when only half of it is there. A code alone stands for the plan's own figure. */
function targetOf(
  { targetCode, comparator, value, by }: Pick<CriterionRow, 'targetCode' | 'comparator' | 'value' | 'by'>,
  targets: readonly Target[],
): Criterion['target'] | undefined {
  if (comparator !== null && value !== null) return { code: targetCode, comparator, value, by };
  if (comparator !== null || value !== null) return undefined;
  const own = targetCode === null ? undefined : targets.find(({ code }) => code === targetCode);
  return own && own.comparator !== null && own.value !== null
    ? { code: own.code, comparator: own.comparator, value: own.value, by: by ?? own.deadline }
    : null;
}

/** `sheet` = where the parts of a composed rule are, and how their faults are reported. */
function ruleOf(
  { code, words }: { readonly code: string; readonly words: string },
  setting: {
    readonly measure: RulePart['measure'];
    readonly direction: Criterion['direction'];
    readonly unit: string;
    readonly maxPoints: number;
    readonly title: string;
  },
  sheet: { readonly key: SetKey; readonly rows: Rows; readonly tell: Tell },
  fault: (message: string) => void,
): RuleRead | null {
  const { key, rows, tell } = sheet;
  const read = ruleInWords(words, setting);
  if (!read.ok) {
    fault(`Cột “Cách chấm”: ${read.refusal.message}`);
    return null;
  }
  const { rule, follows } = read.value;
  if (rule.kind !== 'sum' && rule.kind !== 'best') return { rule, follows };
  const held = rows.parts.filter(({ row }) => keyOf(row) === keyOf(key) && parentOf(row.code) === code);
  if (held.length === 0) {
    if (!rows.broken.has(keyOf(key))) fault(`Chưa có dòng Ý nào của tiêu chí ${code} (mã như ${code}.a).`);
    return null;
  }
  const parts: RulePart[] = [];
  for (const { row, cellOf } of held) {
    const partSetting = { ...setting, measure: row.measure, maxPoints: row.maxPoints, unit: '', title: row.title };
    const part = { code: row.code, words: row.rule };
    const own = ruleOf(part, partSetting, sheet, (message) => tell(cellOf('rule'), message));
    if (!own) return null;
    const { title, measure, maxPoints, listed } = row;
    const made = {
      ...{ code: row.code.slice(code.length + 1), title, measure: own.follows.measure ?? measure, maxPoints },
      rule: own.rule,
    };
    parts.push(listed ? { ...made, listed } : made);
  }
  return { rule: { ...rule, parts }, follows };
}

/** `1.2.a` → `1.2`. */
function parentOf(code: string): string {
  return code.slice(0, Math.max(0, code.lastIndexOf('.')));
}
