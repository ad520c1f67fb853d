/**
 * Reads the dossier's workbook into a movement. A row with a fault is left out and reported with its cell and one
 * sentence; the dossier is refused only when no movement is left: no name, no audience, no criterion.
 */

import type { Result } from '../base/result.ts';
import { type Movement, movementSchema } from '../movement/movement.ts';
import type { Register } from '../report/register.ts';
import type { Book } from '../sheet/grid/sheet.ts';
import { registerRows } from '../sheets/register-sheet.ts';
import { dossierHeading, FACTS_SHEET, sheetNamed } from './dossier-heading.ts';
import { UNITS_SHEET } from './dossier-sheets.ts';
import { type Facts, readFacts } from './facts.ts';
import { type PlaceOf, placesOf } from './places.ts';
import * as plan from './plan-tables.ts';
import { settledQuota } from './quota-for.ts';
import { readCriteria } from './read-criteria.ts';
import { type CellFault, type PlacedRow, readTable, type TableSpec } from './table.ts';
import { notUnderstood, understood } from './words.ts';

export interface Dossier {
  readonly movement: Movement;
  /** Of the sheet "Đơn vị"; null when it lists none. */
  readonly units: Register | null;
  /** Cells that could not be used, in reading order. */
  readonly faults: readonly CellFault[];
  /** The cell a finding of the validator speaks of. */
  readonly placeOf: PlaceOf;
}

/** Whether a workbook is a dossier: it has the sheet of facts with the row of the movement's code. */
export function isDossier(book: Book): boolean {
  return dossierHeading(book) !== null;
}

/** Refused in one sentence when the workbook holds no movement at all. */
export function readDossier(book: Book): Result<Dossier> {
  const faults: CellFault[] = [];
  const first = sheetNamed(book, FACTS_SHEET);
  if (!first || !isDossier(book))
    return notUnderstood(`Tệp không phải Hồ sơ phong trào: không có trang “${FACTS_SHEET}” với mục “Mã phong trào”.`);
  const table = <R extends object>(spec: TableSpec<R>): PlacedRow<R>[] =>
    readTable(sheetNamed(book, spec.sheet), spec, book.date1904, faults);
  const awards = table(plan.AWARDS);
  const read = readFacts(first, awards.map(rowWithSource), book.date1904, faults);
  if (!read) return notUnderstood(sentenceOf(faults));
  const audiences = table(plan.AUDIENCES);
  if (audiences.length === 0)
    return notUnderstood(`Trang “${plan.AUDIENCES.sheet}” chưa có đối tượng nào dùng được.${more(faults)}`);
  const phases = table(plan.PHASES);
  const known = { audiences: audiences.map(rowWithSource), phases: phases.map(rowWithSource) };
  const targets = table(plan.targetsTable(known.audiences));
  const criteria = readCriteria(
    (name) => sheetNamed(book, name),
    known,
    targets.map(({ row }) => row),
    book.date1904,
    faults,
  );
  if (criteria.sets.length === 0) return notUnderstood(`Hồ sơ chưa có bộ tiêu chí nào dùng được.${more(faults)}`);
  const quotaSpec = plan.quotasTable(awards.map(rowWithSource), known.phases, known.audiences);
  const quotas = table(quotaSpec).flatMap((row) => settledQuota(row, known.audiences, quotaSpec.sheet, faults) ?? []);
  const standards = table(plan.standardsTable(known.audiences));
  const contents = table(plan.CONTENTS);
  const calendar = table(plan.CALENDAR);
  const roles = table(plan.ROLES);
  const warnings = table(plan.WARNINGS);
  const scanned = table(plan.SCANNED);
  const { facts } = read;
  const parsed = movementSchema.safeParse({
    id: facts.id,
    title: facts.title,
    otherTitles: facts.otherTitles,
    issuer: {
      ...{ commune: facts.commune, district: facts.district, province: facts.province },
      ...(facts.body ? { body: facts.body } : {}),
    },
    ...(facts.predecessors ? { predecessors: facts.predecessors } : {}),
    ...(facts.validFrom ? { validFrom: facts.validFrom } : {}),
    ...(facts.recipients ? { recipients: facts.recipients } : {}),
    ...signerOf(facts),
    ...voteOf(facts),
    plan: { number: facts.planNumber, date: facts.planDate, dateText: facts.planDateText, title: facts.planTitle },
    theme: facts.theme,
    period: { from: facts.from, to: facts.to },
    scope: facts.scope,
    outOfTurn: outOfTurnOf(facts),
    audiences: known.audiences,
    phases: known.phases,
    ...contentsOf(contents),
    targets: targets.map(({ row }) => row),
    standards: standards.map(rowWithSource),
    awards: awards.map(rowWithSource),
    quotas: quotas.map(rowWithSource),
    calendar: calendar.map(rowWithSource),
    roles: roles.map(rowWithSource),
    legalBases: table(plan.BASES).map(basisOf),
    ...(sheetNamed(book, plan.SCANNED.sheet) ? { scanned: scanned.map(({ row }) => row) } : {}),
    warnings: warnings.map(({ row }) => row),
    criteriaSets: criteria.sets,
  });
  // Each value came through its codec; what zod still refuses is a rule between them.
  if (!parsed.success)
    return notUnderstood(`Hồ sơ có chỗ không hợp lệ ở “${parsed.error.issues[0]?.path.join('.') ?? ''}”.`);
  return understood({
    movement: parsed.data,
    units: readUnits(book, parsed.data, faults),
    faults,
    placeOf: placesOf(parsed.data, {
      facts: read.cellOf,
      ...{ targets, audiences, standards, quotas, awards, calendar, roles, warnings, scanned },
      criteria: criteria.places,
    }),
  });
}

function contentsOf(rows: readonly PlacedRow<plan.ContentRow>[]): Pick<Movement, 'contents' | 'priorityFields'> {
  return {
    contents: rows.flatMap(({ row: { kind, code, text, ...rest } }) =>
      kind === 'content' ? [{ code, text, source: plan.sourceOf(rest) }] : [],
    ),
    priorityFields: rows.flatMap(({ row: { kind, code, text, ...rest } }) =>
      kind === 'field' ? [{ code, name: text, source: plan.sourceOf(rest) }] : [],
    ),
  };
}

function basisOf({
  row: { warningKind, warningText, ...basis },
}: PlacedRow<plan.BasisRow>): Movement['legalBases'][number] {
  return { ...basis, warning: warningKind === null ? null : { kind: warningKind, message: warningText ?? '' } };
}

function outOfTurnOf(facts: Facts): Movement['outOfTurn'] {
  const { outOfTurn, outOfTurnAward } = facts;
  return outOfTurn ? { text: outOfTurn, award: outOfTurnAward, source: plan.sourceOf(facts) } : null;
}

function signerOf({ signerAuthority, signerName }: Facts): Pick<Movement, 'signer'> {
  return signerAuthority || signerName ? { signer: { authority: signerAuthority ?? [], name: signerName } } : {};
}

function voteOf({ voteLeast, voteOf, voteSection, voteText }: Facts): Pick<Movement, 'vote'> {
  if (voteLeast === null) return {};
  const source = { section: voteSection, ...(voteText === undefined ? {} : { text: voteText }) };
  return { vote: { least: voteLeast, of: voteOf, source } };
}

function rowWithSource<R extends plan.SourceRow>({ row: { section, sourceCode, sourceText, ...row } }: PlacedRow<R>) {
  return { ...row, source: plan.sourceOf({ section, sourceCode, sourceText }) };
}

function readUnits(book: Book, movement: Movement, faults: CellFault[]): Register | null {
  const sheet = sheetNamed(book, UNITS_SHEET);
  const read = sheet && registerRows(sheet, movement.audiences, book.date1904);
  if (!read) return null;
  for (const { row, message } of read.faults) faults.push({ sheet: sheet.name, cell: `A${row}`, message });
  // An empty list is no fault: the units may come in a file of their own.
  return read.units.length > 0 ? read.units : null;
}

/** `Trang “Tiêu chí”, ô R7: …`, as a line of its own. */
export function faultText({ sheet, cell, message }: CellFault): string {
  return `Trang “${sheet}”${cell === '' ? '' : `, ô ${cell}`}: ${message}`;
}

function sentenceOf(faults: readonly CellFault[]): string {
  const [first, ...others] = faults;
  if (!first) return 'Hồ sơ thiếu nội dung bắt buộc.';
  return `${faultText(first)}${others.length > 0 ? ` (còn ${others.length} chỗ khác)` : ''}`;
}

function more(faults: readonly CellFault[]): string {
  return faults.length > 0 ? ` ${sentenceOf(faults)}` : '';
}
