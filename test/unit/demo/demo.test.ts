/**
 * The bundled demo through the real pipeline: exactly the planted faults, the reckoned points and places, a reason for
 * every point.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fromPoints } from '../../../core/base/quantity/points.ts';
import type { Result } from '../../../core/base/result.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { scoreReports } from '../../../core/judge/run/score.ts';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { type ReadFile, readReports } from '../../../core/report/read.ts';
import type { Register } from '../../../core/report/register.ts';
import { csvBook } from '../../../core/sheet/workbook/csv.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { registerFromBook } from '../../../core/sheets/register-sheet.ts';
import { DEMO_FOLDER, DEMO_PERIOD, demoMovement } from '../../fixtures/demo/build-demo.ts';
import { EXPECTED_FLAGS, EXPECTED_RANKING } from '../../fixtures/demo/expected.ts';

const ROOT = join(import.meta.dirname, '../../../cli/demo');
const movement = demoMovement();
const register = sure(registerFromBook(csvBook(readFileSync(join(ROOT, 'units.csv'), 'utf8')), movement.audiences));
const { observations } = capturesFileSchema.parse(JSON.parse(readFileSync(join(ROOT, 'captures.json'), 'utf8')));
const files = readDemo(register);
const { flags, silent } = checkFiles(files, {
  movement,
  period: DEMO_PERIOD,
  asOf: '2025-11-06',
  register,
  previous: null,
  observations,
});
const reports = files.flatMap((file) => file.reports);
const scored = scoreReports({ movement, reports, flags, register, period: DEMO_PERIOD, observations });

function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function readDemo(units: Register): readonly ReadFile[] {
  const folder = join(ROOT, DEMO_FOLDER);
  return readdirSync(folder).map((name) => {
    const book = sure(readBook(new Uint8Array(readFileSync(join(folder, name)))));
    return readReports(book, { file: name, movement, register: units, period: DEMO_PERIOD });
  });
}

const rowOf = (row: readonly (string | null)[]): string => row.map((field) => field ?? '–').join(' · ');

test('24 units are registered; each of the 24 files holds one report', () => {
  expect(register).toHaveLength(24);
  expect(files.map((file) => file.reports.length)).toEqual(Array(24).fill(1));
});

test('exactly the planted faults are found, each at its cell', () => {
  const found = flags.map((flag) => rowOf([flag.unit, flag.code, flag.cell?.address ?? null]));
  expect(found.sort()).toEqual(EXPECTED_FLAGS.map(rowOf).sort());
});

test('only the comparison with an earlier period cannot run', () => {
  expect(silent).toHaveLength(1);
});

test.each(Object.keys(EXPECTED_RANKING))('places and points of %s are those reckoned by hand', (audience) => {
  const ranked = scored.rankings.filter((unit) => unit.audience === audience);
  expect(ranked.map((rankedUnit) => [rankedUnit.rank, rankedUnit.unit, fromPoints(rankedUnit.points)])).toEqual(
    EXPECTED_RANKING[audience],
  );
});

test('every point of every unit has its reason', () => {
  const reasons = scored.sheets.flatMap((sheet) => sheet.points.map((point) => point.reason.trim()));
  expect(reasons.length).toBeGreaterThan(300);
  expect(reasons.filter((reason) => reason === '')).toEqual([]);
});

test('a unit without open flags has only the council-graded points open', () => {
  const clean = scored.sheets.filter((sheet) => ['Bản Nà Đắng', 'Ủy ban MTTQ Việt Nam xã'].includes(sheet.unit));
  expect(clean.map((sheet) => fromPoints(sheet.high - sheet.low))).toEqual([4, 4]);
});
