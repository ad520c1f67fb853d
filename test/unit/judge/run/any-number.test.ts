/**
 * With any number in a report, in the portal's figures or in a commune's result: the run goes on, the report's
 * neighbour scores as without it, every workbook can be read again and no paper, table or sheet prints NaN or Infinity.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentResultSchema } from '../../../../core/commune/result/sent-result.ts';
import { runReports } from '../../../../core/judge/run/run.ts';
import { gatherFacts } from '../../../../core/paper/gather.ts';
import { makePapers } from '../../../../core/paper/make-papers.ts';
import { type Observation, observationSchema } from '../../../../core/portal/indicator/observation.ts';
import { provinceBook } from '../../../../core/province/province-book.ts';
import { provinceCsv } from '../../../../core/province/province-csv.ts';
import { rollUp } from '../../../../core/province/roll-up.ts';
import { readReports } from '../../../../core/report/read.ts';
import { newBook, patchBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { copyPlaces } from '../../../../core/sheets/copy-place.ts';
import { councilSheets } from '../../../../core/sheets/council-book.ts';
import { csvText } from '../../../../core/sheets/delimited.ts';
import { indicatorReport } from '../../../../core/sheets/indicator-sheet.ts';
import { indicatorCsv } from '../../../../core/sheets/indicator-text.ts';
import { scoredCopies } from '../../../../core/sheets/scored-copy.ts';
import { correctReport } from '../../../fixtures/correct-report.ts';
import { type FilledEntry, type FilledReport, withEntry } from '../../../fixtures/filled-report.ts';
import { layoutSheet } from '../../../fixtures/layouts.ts';
import { SAMPLE_MOVEMENT, SAMPLE_SET } from '../../../fixtures/sample-movement.ts';
import { observed } from '../../portal/indicator/figures.ts';
import { result, target } from '../../province/sent.ts';

/** Doubles of every size, those at the ends of what a double holds more often, and digits as text. */
const anyNumber = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, 1e308, 1e307, Number.MIN_VALUE, 1e-9, 1e15, 2 ** 53, -1e21),
);
const anyTyped = fc.oneof(
  anyNumber,
  anyNumber.map(String),
  fc.integer({ min: 1, max: 320 }).map((length) => '9'.repeat(length)),
);
const FIELDS = ['a', 'b', 'value', 'self'] as const satisfies readonly (keyof FilledEntry)[];
const change = fc.record({
  code: fc.constantFrom(...SAMPLE_SET.criteria.map(({ code }) => code)),
  field: fc.constantFrom(...FIELDS),
  number: anyTyped,
});

const PERIOD = { kind: 'year', year: 2025 } as const;
const good = correctReport(SAMPLE_SET, SAMPLE_MOVEMENT, 'Bản Lành', 1, { period: PERIOD });

function readOf(report: FilledReport) {
  const bytes = newBook([layoutSheet('form', report).sheet]);
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const file = `${report.unit}.xlsx`;
  return { file, bytes, book: book.value, read: readReports(book.value, { file, movement: SAMPLE_MOVEMENT }) };
}

function runOf(reports: readonly FilledReport[], observations: readonly Observation[] | null = null) {
  const files = reports.map(readOf);
  const context = { movement: SAMPLE_MOVEMENT, period: PERIOD, asOf: null, register: null, previous: null };
  return { files, run: runReports({ ...context, files: files.map(({ read }) => read), observations, decisions: [] }) };
}

/** Every number and text of the workbook, read back as any program would. */
function cellsOf(bytes: Uint8Array): readonly unknown[] {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value.sheets.flatMap(({ rows }) =>
    [...rows.values()].flatMap((cells) => cells.map(({ value }) => value)),
  );
}

const NO_FIGURE = /\b(?:NaN|Infinity)\b/;
/** Searched without the words before it, which would be looked through anew from every letter. */
function saysNone(what: unknown) {
  const text = JSON.stringify(what);
  const at = text.search(NO_FIGURE);
  expect(at < 0 ? undefined : text.slice(Math.max(0, at - 80), at + 80)).toBeUndefined();
}

it('ends no run, wherever it stands in a report', () => {
  const alone = runOf([good]).run.reports[0]!.score;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      const odd = changes.reduce<FilledReport>(
        (report, { code, field, number }) => withEntry(report, code, { [field]: number }),
        { ...good, unit: 'Bản Lạ' },
      );
      const { files, run } = runOf([good, odd]);
      expect(run.reports.map(({ unit }) => unit)).toEqual(['Bản Lành', 'Bản Lạ']);
      expect(run.reports[0]!.score).toEqual(alone);
      for (const { message } of run.flags) expect(message).not.toMatch(NO_FIGURE);
      for (const { score } of run.reports)
        for (const { points, low, high } of score?.points ?? [])
          expect([points, low, high].every(Number.isSafeInteger)).toBe(true);
      saysNone(cellsOf(newBook(councilSheets(run))));
      const copies = scoredCopies(run);
      files.forEach(({ file, bytes, book }, at) => {
        const report = run.reports[at]!;
        const patched = patchBook(bytes, copies(file, [{ result: report, places: copyPlaces(book, report.report) }]));
        expect(patched.ok && patched.value.refused).toEqual([]);
        if (patched.ok) saysNone(cellsOf(patched.value.bytes));
      });
      saysNone(makePapers(gatherFacts(run)));
    }),
    { numRuns: 15 },
  );
});

it('is flagged on its cell and counted nowhere, when no report can mean it', () => {
  const code = SAMPLE_SET.criteria.find(({ measure }) => measure === 'percentage')!.code;
  const { run } = runOf([withEntry(good, code, { self: 1e308 })]);
  const [only] = run.flags;
  expect(run.flags).toHaveLength(1);
  expect(only).toMatchObject({ code: 'not-a-number', criterion: code });
  expect(only!.cell?.address).toMatch(/^[A-Z]+\d+$/);
});

it('is written by no table as anything but a number or an error', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (x, y) => {
      const figures = observed('dung-han', { value: x, max: y, numerator: x, denominator: y });
      // What no figure can be is refused at the border, and the rest is written.
      const isFigure = observationSchema.safeParse(figures).success;
      expect(isFigure).toBe(Math.abs(x) < 1e15 && Math.abs(y) < 1e15);
      const observations = isFigure ? [figures] : [];
      saysNone(cellsOf(indicatorReport(observations)));
      saysNone(indicatorCsv(observations));
      const sent = result('Xã A', { targets: [{ ...target('Tỷ lệ A', 'met', 1, 2), a: x, b: y, value: x, high: y }] });
      expect(sentResultSchema.safeParse(sent).success).toBe(isFigure);
      const view = rollUp([{ name: 'Xã A', results: isFigure ? [sent] : [] }]);
      const book = provinceBook(view, 'Tỉnh');
      if (!book.ok) throw new Error(book.refusal.message);
      saysNone(cellsOf(book.value));
      saysNone(provinceCsv(view));
      saysNone(runOf([good], observations).run.flags);
    }),
    { numRuns: 60 },
  );
  for (const number of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    const value = { kind: 'number', number } as const;
    const formula = { kind: 'formula', formula: '1+1', value: number } as const;
    const cells = [value, formula].map((item, row) => ({ row, column: 0, value: item }));
    expect(cellsOf(newBook([{ name: 'A', cells }]))[0]).toEqual({ error: '#NUM!' });
    expect(csvText([[value]])).not.toMatch(NO_FIGURE);
  }
});
