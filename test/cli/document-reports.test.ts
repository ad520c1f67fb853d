/** Reports sent in Word and as PDFs, in a folder beside workbooks: read, checked and scored like those. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMovement } from '../../core/movements/index.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { drawnPdf, pdfImage } from '../fixtures/drawn-pdf.ts';
import { type LayoutKind, layoutSheet } from '../fixtures/layouts.ts';
import { docxOf, paragraph, runs, table } from '../fixtures/numbered-docx.ts';
import { type Pasted, sheetsDocx } from '../fixtures/sheet-docx.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const MOVEMENT = ['--movement', TA_MA.id];
const village = (unit: string, seed: number) => filled(TA_MA, 'village', unit, seed);

interface Found {
  readonly reports: readonly {
    readonly file: string;
    readonly unit: string;
    readonly entries: unknown;
    readonly flags: readonly { readonly code: string; readonly sheet: string; readonly cell: string }[];
    readonly score?: unknown;
  }[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  readonly notReports: readonly { readonly file: string; readonly reason: string }[];
  readonly notes: readonly { readonly file: string; readonly reason: string }[];
  readonly saved: { readonly copies: readonly string[]; readonly warnings: readonly string[] };
}

function found(folder: string, ...args: readonly string[]): Found {
  const { stdout, stderr } = runCli(folder, [...args, ...MOVEMENT, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Found;
}

const sheet = (unit: string, seed: number, kind: LayoutKind): NewSheet => layoutSheet(kind, village(unit, seed)).sheet;
const wordOf = (unit: string, seed: number, kind: LayoutKind, pasted: Pasted) =>
  sheetsDocx([sheet(unit, seed, kind)], pasted);

describe('a report in Word', () => {
  it('earns what the same sheet earns, by any layout and our own form', () => {
    const folder = newFolder();
    for (const [at, kind] of (['SC-01', 'SC-03', 'SC-06', 'form'] as const).entries()) {
      writeReport(folder, `bang/${at}.xlsx`, kind, village(`Bản Số ${at + 1}`, at + 1));
      write(folder, `word/${at}.docx`, wordOf(`Bản Số ${at + 1}`, at + 1, kind, at % 2 ? 'whole' : 'paragraphs'));
    }
    const scored = (from: string) =>
      found(folder, 'score', from, '-o', `ra-${from}`).reports.map(({ unit, score, flags }) => ({
        unit,
        score,
        flags: flags.map(({ code }) => code),
      }));
    expect(scored('word')).toEqual(scored('bang'));
    expect(scored('word')).toHaveLength(4);
  });

  it('is scored in a new .xlsx of its words and tables, with flags on its cells', () => {
    const folder = newFolder();
    const { sheet: changed, cellOf } = layoutSheet('SC-01', village('Bản Nà Tao', 3));
    const at = cellOf('1.2', 'value');
    const cells = changed.cells.map((cell) =>
      cell.row === at.row && cell.column === at.column
        ? { ...cell, value: { kind: 'text' as const, text: 'rất nhiều' } }
        : cell,
    );
    write(folder, 'bc/Bản Nà Tao.docx', sheetsDocx([{ ...changed, cells }], 'paragraphs'));
    const { reports, saved } = found(folder, 'score', 'bc', '-o', 'ra');
    const flag = reports[0]?.flags.find(({ code }) => code === 'not-a-number');
    expect(saved.copies).toEqual([expect.stringMatching(/Bản Nà Tao\.xlsx$/)]);
    expect(saved.warnings.join()).toMatch(/tệp Word hoặc PDF nên bản chấm là một tệp \.xlsx mới/);
    const copy = readBook(readFileSync(saved.copies[0]!));
    if (!copy.ok) throw new Error(copy.refusal.message);
    const row = Number(/\d+/.exec(flag?.cell ?? '')?.[0]) - 1;
    const own = copy.value.sheets.find(({ name }) => name === flag?.sheet);
    expect(own?.rows.get(row)?.map(({ value }) => value)).toContain('rất nhiều');
    expect(copy.value.sheets.map(({ name }) => name)).toEqual(['Báo cáo', 'Cảnh báo', 'Xếp hạng']);
    // A copy nobody changed is no report of its own.
    expect(found(folder, 'check', 'ra', 'bc').reports).toHaveLength(1);
  });

  it('counts once beside the workbook it repeats, and twice when its figures differ', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    write(folder, 'bc/a (ký).docx', wordOf('Bản A', 1, 'SC-01', 'whole'));
    const once = found(folder, 'check', 'bc');
    expect(once.reports.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(once.notReports).toEqual([
      { file: 'a (ký).docx', reason: 'Có cùng số liệu với "a.xlsx" nên chỉ chấm một bản.' },
    ]);
    write(folder, 'bc/a (ký).docx', wordOf('Bản A', 2, 'SC-01', 'whole'));
    const twice = found(folder, 'check', 'bc');
    expect(twice.reports).toHaveLength(2);
    expect(twice.reports.flatMap(({ flags }) => flags).map(({ code }) => code)).toContain('duplicate-report');
  });

  it('without a table of the criteria is named, and is no report', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    write(
      folder,
      'bc/cong-van.docx',
      docxOf(
        paragraph(runs('Kính gửi: Ủy ban nhân dân xã')) +
          table([
            ['STT', 'Việc', 'Hạn'],
            ['1', 'Họp', 'tháng 5'],
          ]),
      ),
    );
    const { reports, notReports } = found(folder, 'check', 'bc');
    expect(reports.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(notReports).toEqual([
      { file: 'cong-van.docx', reason: expect.stringMatching(/^Tệp Word không có bảng nào khớp/) },
    ]);
  });
});

describe('a report as a PDF', () => {
  it('with text and a ruled table is read, and a figure broken in its cell is flagged', () => {
    const folder = newFolder();
    write(folder, 'bc/khac.docx', wordOf('Bản A', 1, 'SC-01', 'whole'));
    copyFileSync(join(import.meta.dirname, '../fixtures/reports-pdf/ban-na-tao.pdf'), join(folder, 'bc/ky.pdf'));
    writeReport(folder, 'bang/ky.xlsx', 'SC-01', village('Bản Nà Tao', 3));
    const inPdf = found(folder, 'score', 'bc', '-o', 'ra').reports.find(({ file }) => file === 'ky.pdf');
    const [inSheet] = found(folder, 'score', 'bang', '-o', 'ra-bang').reports;
    expect(inPdf?.unit).toBe('Bản Nà Tao');
    expect(inPdf?.score).toEqual(inSheet?.score);
    // The page broke one figure over two lines: it is asked for, not guessed.
    expect(inPdf?.flags).toMatchObject([
      { code: 'not-a-number', message: 'Tổng điểm ghi “86,2 6”, không phải một số.' },
    ]);
  });

  it('that is a scan, broken, or endless is named with what to do', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    write(
      folder,
      'bc/quet.pdf',
      drawnPdf('40 0 0 60 0 0 cm /A Do', [pdfImage(1, 1, '/ColorSpace/DeviceGray/BitsPerComponent 8', [0])]),
    );
    write(folder, 'bc/hong.pdf', '%PDF-1.5 hỏng');
    write(folder, 'bc/dai.pdf', drawnPdf('', [], { pages: 201 }));
    const { reports, unreadable } = found(folder, 'check', 'bc');
    expect(reports.map(({ file }) => file)).toEqual(['a.xlsx']);
    expect(unreadable).toEqual([
      { file: 'dai.pdf', reason: expect.stringMatching(/dài hơn 200 trang/) },
      { file: 'hong.pdf', reason: expect.stringMatching(/bị hỏng/) },
      { file: 'quet.pdf', reason: expect.stringMatching(/bản quét.*hãy xin đơn vị/) },
    ]);
  });
});
