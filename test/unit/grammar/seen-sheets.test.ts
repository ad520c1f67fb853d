/**
 * What a person sees is what is read: sheets strewn with invisible signs, struck-and-retyped digits and raised marks
 * read like clean sheets, or the cell has a flag; and no figure of a report's rows vanishes unaccounted.
 */
import { describe, expect, it } from 'vitest';
import { wordBook } from '../../../core/report/document/sent-document.ts';
import { unheadedTable } from '../../../core/report/read/unheaded-table.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Report } from '../../../core/report/report.ts';
import { toA1 } from '../../../core/sheet/grid/address.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { withRuns } from '../../fixtures/edit-bytes.ts';
import { withTexts } from '../../fixtures/edit-sheet.ts';
import { bytesOf, type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { contextOf, registerOf, runFiles } from '../../fixtures/grammar/run-composed.ts';
import { type Random, random } from '../../fixtures/random.ts';
import { sheetsDocx } from '../../fixtures/sheet-docx.ts';

const SHEETS = 25;
/** The kinds of file a unit sends. */
const KINDS = ['xlsx', 'xls', 'ods', 'docx'] as const;
const FIXED = { kind: 'xlsx', text: 'nfc', helper: 'none', runs: 'none', grid: 'plain' } as const;
const UNSEEN = [...'\u200b\u00ad\ufeff\u202e\u2060\u200e\u034f\ufe0f\u200d\u180e\u{e0001}'];

/** The reports in the file that these sheets make. */
async function reportsOf(composed: Composed, sheets: readonly NewSheet[], kind: (typeof KINDS)[number]) {
  if (kind !== 'docx') return (await reportsIn(composed, bytesOf({ ...composed, sheets }))).reports;
  const book = wordBook(sheetsDocx(sheets, 'whole'));
  if (!book.ok) throw new Error(book.refusal.message);
  const { movement, register, period } = contextOf(composed.truth, registerOf(composed));
  return readReports(book.value, { file: 'f.docx', movement, register, period, unheaded: unheadedTable }).reports;
}

async function reportsIn(composed: Composed, bytes: Uint8Array) {
  const context = contextOf(composed.truth, registerOf(composed));
  const { files, flags } = await runFiles([{ file: composed.file, bytes }], context);
  return { reports: files.flatMap((file) => file.reports), flags };
}

/** What was read, without how it is spelt in the cell. */
function readings(reports: readonly Report[]): unknown {
  return reports.map(({ entries, unit, period, date, total }) => ({
    unit: unit?.text,
    period: period?.period,
    date: date?.date,
    total: total?.reading,
    entries: entries
      .flatMap((entry) => [entry, ...(entry.parts ?? [])])
      .map(({ criterion, numerator, denominator, value, self, evidence }) => ({
        criterion,
        reads: [numerator, denominator, value, self].map((read) => read?.reading),
        evidence: evidence.length,
      })),
  }));
}

function strewn(sheet: NewSheet, draw: Random): NewSheet {
  return withTexts(sheet, (text) => {
    const letters = [...text];
    const times = draw.between(1, 3);
    for (let time = 0; time < times; time += 1) letters.splice(draw.between(0, letters.length), 0, draw.pick(UNSEEN));
    return letters.join('');
  });
}

describe('what is not seen is not read', () => {
  it.each(KINDS)('signs that take no place change no reading of a .%s', async (kind) => {
    const of = KINDS.indexOf(kind);
    for (let seed = 300 + of; seed < 300 + SHEETS; seed += KINDS.length) {
      const composed = compose(seed, { fixed: { ...FIXED, kind: kind === 'docx' ? 'xlsx' : kind } });
      const draw = random(seed);
      const sheets = composed.sheets.map((sheet) => strewn(sheet, draw));
      const clean = await reportsOf(composed, composed.sheets, kind);
      expect(clean.length, `seed ${seed}`).toBeGreaterThan(0);
      expect(readings(await reportsOf(composed, sheets, kind)), `seed ${seed}`).toEqual(readings(clean));
    }
  });

  it('digits struck out and raised marks beside a value change no reading, and the strike is reported', async () => {
    let cellCount = 0;
    for (let seed = 400; seed < 400 + SHEETS; seed += 1) {
      const composed = compose(seed, { fixed: { ...FIXED, arrangement: 'one', aside: 'none', results: 'one' } });
      const clean = await reportsIn(composed, bytesOf(composed));
      const texts = composed.sheets.flatMap((sheet, at) =>
        [...composed.places].flatMap(([key, place]) => {
          const cell = sheet.cells.find(({ row, column }) => row === place.row && column === place.column);
          const isValue = key.endsWith('/value') && place.sheet === sheet.name && cell?.value.kind === 'text';
          return isValue && cell.value.kind === 'text' && /^\d/.test(cell.value.text)
            ? [{ at, address: toA1(place.row, place.column), text: cell.value.text }]
            : [];
        }),
      );
      let bytes = bytesOf(composed);
      for (const { at, address, text } of texts) {
        const runs = [
          { text: '9', look: '<strike/>' },
          { text },
          { text: '1', look: '<vertAlign val="superscript"/>' },
        ];
        bytes = withRuns(bytes, at, address, runs);
      }
      const after = await reportsIn(composed, bytes);
      expect(readings(after.reports), `seed ${seed}`).toEqual(readings(clean.reports));
      const struck = after.reports.flatMap(({ remarks }) =>
        remarks.filter((remark) => remark.kind === 'unread' && remark.why === 'struck'),
      );
      expect(struck.length, `seed ${seed}`).toBe(texts.length);
      cellCount += struck.length;
    }
    expect(cellCount).toBeGreaterThan(SHEETS);
  });
});

/** More than any figure of a composed sheet, less than any telephone number. */
const ODD = 7_000_000;

describe('the account of a sheet', () => {
  it('names every figure of a column that nobody uses', async () => {
    for (let seed = 500; seed < 500 + SHEETS; seed += 1) {
      const composed = compose(seed, { fixed: { ...FIXED, arrangement: 'one', aside: 'none', register: 'none' } });
      const rows = [...composed.places].filter(([key]) => /^u0\|[\d.]+\/title$/.test(key)).map(([, place]) => place);
      const [first] = rows;
      const sheet = composed.sheets.find(({ name }) => name === first?.sheet);
      if (!first || !sheet) throw new Error('no table');
      const column = Math.max(...sheet.cells.map((cell) => cell.column)) + 1;
      const odd = rows.map(({ row }, at) => ({ row, column, value: { kind: 'number' as const, number: ODD + at } }));
      const sheets = composed.sheets.map((newSheet) =>
        newSheet === sheet ? { ...newSheet, cells: [...newSheet.cells, ...odd] } : newSheet,
      );
      const { reports } = await reportsIn(composed, bytesOf({ ...composed, sheets }));
      const left = reports.flatMap(({ account }) => account?.leftovers ?? []).map(({ text }) => Number(text));
      const planted = left.filter((number) => number >= ODD && number < ODD + rows.length).sort();
      expect(planted, `seed ${seed}`).toEqual(odd.map(({ value }) => value.number));
    }
  });
});
