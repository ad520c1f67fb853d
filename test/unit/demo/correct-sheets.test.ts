/**
 * A correct sheet gives no flag: every criteria set of every bundled movement, in our form and in the nine real
 * layouts.
 */
import { expect, test } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { type ReadFile, readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import type { FilledReport } from '../../fixtures/filled-report.ts';
import { type LayoutKind, layoutSheet, REAL_LAYOUTS } from '../../fixtures/layouts.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';

const LAYOUTS: readonly LayoutKind[] = ['form', ...REAL_LAYOUTS];
const SETS = [SAMPLE_MOVEMENT, ...MOVEMENTS].flatMap((movement) =>
  movement.criteriaSets.map((set) => ({ name: `${movement.id} ${set.audience} ${set.phase ?? ''}`, movement, set })),
);
/** Five: too few to be compared with each other's middle, where drawn figures may well lie far off. */
const PLACES = ['Hua Sát', 'Nà Đắng', 'Phiêng Cải', 'Thớ Tỷ', 'Kề Cải'];
const WORDS: Readonly<Record<string, string>> = { village: 'Bản', school: 'Trường Tiểu học', association: 'Hội' };

/** Units of one audience, each with figures and documents of its own. */
function reportsOf(movement: Movement, set: CriteriaSet): readonly FilledReport[] {
  const phase = movement.phases.find((phase) => phase.code === set.phase);
  const options = phase ? { period: { kind: 'year', year: Number(phase.to.slice(0, 4)) } as const } : {};
  const word = WORDS[set.audience] ?? 'Đơn vị';
  return PLACES.map((place, index) => correctReport(set, movement, `${word} ${place}`, index + 1, options));
}

function readOne(report: FilledReport, layout: LayoutKind, register: Register | null): ReadFile {
  const book = readBook(newBook([layoutSheet(layout, report).sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  const { movement, period, unit } = report;
  return readReports(book.value, { file: `${unit}.xlsx`, movement, register, period });
}

function registerOf(reports: readonly FilledReport[]): Register {
  return reports.map(({ unit, set, date }) => ({
    name: unit,
    otherNames: [],
    audience: set.audience,
    registered: true,
    received: date,
    women: null,
    facts: [],
    awards: [],
    portalCode: null,
  }));
}

/** The units in five of the layouts, then in the other five. */
function flagsFound(reports: readonly FilledReport[], register: Register | null): readonly string[] {
  const [{ movement, period } = {}] = reports;
  if (!movement || !period) throw new Error('no reports');
  const context = { movement, period, asOf: null, register, previous: null, observations: null };
  return [0, PLACES.length].flatMap((shift) => {
    const files = reports.map((report, at) => readOne(report, LAYOUTS[at + shift]!, register));
    return checkFiles(files, context).flags.map(
      (flag) => `${flag.file} ${flag.code} ${flag.cell?.address} ${flag.message}`,
    );
  });
}

test.each(SETS)('$name: in all ten layouts, with a register', ({ movement, set }) => {
  const reports = reportsOf(movement, set);
  expect(flagsFound(reports, registerOf(reports))).toEqual([]);
});

test.each(SETS)('$name: the same without a register', ({ movement, set }) => {
  expect(flagsFound(reportsOf(movement, set).toReversed(), null)).toEqual([]);
});
