/**
 * The tables of a movement's dossier in order, with their rows; used to write the sheets and to compare two movements
 * row by row.
 */
import type { Movement } from '../movement/movement.ts';
import type { NewSheet } from '../sheet/workbook/port.ts';
import { criteriaRows, criteriaTable, type SetRow, setsTable } from './criteria-tables.ts';
import * as plan from './plan-tables.ts';
import { type RowCounts, type TableSpec, tableSheet } from './table.ts';
import { type RowInWords, type RowKey, rowsInWords } from './table-words.ts';

interface DossierTable {
  /** Its sheet's name, and how many rows it has. */
  readonly count: readonly [sheet: string, rows: number];
  readonly sheet: (counts: RowCounts) => NewSheet;
  /** The same rows as an officer would read them aloud. */
  readonly rows: () => readonly RowInWords[];
}

export type DossierTableName =
  | ('targets' | 'criteria' | 'quotas' | 'sets' | 'audiences' | 'phases' | 'awards')
  | ('standards' | 'calendar' | 'contents' | 'roles' | 'bases' | 'warnings');

export function dossierTables(movement: Movement): Readonly<Record<DossierTableName, DossierTable>> {
  const { audiences, phases, awards, quotas, standards, calendar, roles, legalBases, warnings } = movement;
  const criteria = criteriaTable(audiences, phases).criterion;
  const rows = movement.criteriaSets.flatMap(criteriaRows);
  return {
    targets: table(plan.targetsTable(audiences), movement.targets, { name: ['code'], label: 'text' }),
    criteria: table(criteria, rows, { noun: '', name: ['row', 'code'], of: ['audience', 'phase'], label: 'title' }),
    quotas: table(plan.quotasTable(awards, phases, audiences), quotas.map(withSource), {
      name: ['code'],
      label: 'text',
    }),
    sets: table(setsTable(audiences, phases), movement.criteriaSets.map(setRow), { name: ['audience', 'phase'] }),
    audiences: table(plan.AUDIENCES, audiences.map(withSource), { name: ['kind'] }),
    phases: table(plan.PHASES, phases.map(withSource), { name: ['code'] }),
    awards: table(plan.AWARDS, awards.map(withSource), { name: ['code'], label: 'name' }),
    standards: table(plan.standardsTable(audiences), standards.map(withSource), { name: ['code'], label: 'text' }),
    calendar: table(plan.CALENDAR, calendar.map(withSource), { name: ['code'], label: 'text' }),
    contents: table(plan.CONTENTS, contentRows(movement), { noun: '', name: ['kind', 'code'], label: 'text' }),
    roles: table(plan.ROLES, roles.map(withSource), { name: ['code'], label: 'post' }),
    bases: table(plan.BASES, legalBases.map(basisRow), { name: ['number'] }),
    warnings: table(plan.WARNINGS, warnings, { name: ['code'] }),
  };
}

function table<R extends object>(spec: TableSpec<R>, rows: readonly Partial<R>[], key: RowKey<R>): DossierTable {
  return {
    count: [spec.sheet, rows.length],
    sheet: (counts) => tableSheet(spec, rows, counts),
    rows: () => rowsInWords(spec, rows, key),
  };
}

function withSource<T extends { readonly source: Movement['quotas'][number]['source'] }>({ source, ...row }: T) {
  return { ...row, ...plan.sourceRow(source) };
}

function setRow({ groups: _, criteria: __, ...set }: Movement['criteriaSets'][number]): SetRow {
  return set;
}

function contentRows({ contents, priorityFields }: Movement): plan.ContentRow[] {
  return [
    ...contents.map(({ code, text, source }) => ({ kind: 'content' as const, code, text, ...plan.sourceRow(source) })),
    ...priorityFields.map(({ code, name, source }) => ({
      kind: 'field' as const,
      code,
      text: name,
      ...plan.sourceRow(source),
    })),
  ];
}

function basisRow({ warning, ...basis }: Movement['legalBases'][number]): plan.BasisRow {
  return { ...basis, warningKind: warning?.kind ?? null, warningText: warning?.message ?? null };
}
