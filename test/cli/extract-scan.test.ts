/**
 * Scanned plans on the real command line with the real recognition: a scan of two pages (crooked, black and white,
 * specks) and a photo (crooked, a dark side, a red stamp). Nothing read is final before it is confirmed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readScanPictures } from '../../core/dossier/read-scan-pictures.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { findPart, openPackage } from '../../core/sheet/workbook/xlsx/package.ts';
import { newFolder, runCli, write } from './command-line.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures');
const SCAN = join(FIXTURES, 'plans-scan/ban-quet.pdf');
const PHOTO = join(FIXTURES, 'plans-scan/anh-chup.jpg');
const folder = newFolder();

interface Target {
  readonly section: string;
  readonly value: number;
  readonly comparator: string;
}
const figures = (file: string, ...more: readonly string[]) => {
  const { code, stdout, stderr } = runCli(folder, ['extract', file, '--json', ...more]);
  const document = code === 0 ? JSON.parse(stdout) : { targets: [] };
  const targets = document.targets.map(
    ({ section, comparator, value }: Target) => `${section}: ${comparator} ${value}`,
  );
  return { code, stderr, document, told: targets as readonly string[] };
};

describe('a plan that is a picture', () => {
  it.each([
    [SCAN, /là bản quét.*--ocr.*2 trang, khoảng 8 giây/],
    [PHOTO, /là ảnh chụp.*--ocr.*1 trang/],
  ])('%s is recognised only with --ocr', (file, sentence) => {
    const { code, stdout, stderr } = runCli(folder, ['extract', file]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });

  it('finds the figures of a photograph’s text, and marks all of them unconfirmed', () => {
    const read = figures(PHOTO, '--ocr');
    expect(read.code).toBe(0);
    expect(read.stderr).toMatch(/\d+ con số CHƯA XÁC NHẬN/);
    expect(read.told).toEqual(figures(join(FIXTURES, 'plans/thanh-dien-2025.txt')).told);
    expect(read.document.movement.plan.number).toBe('140/KH-UBND');
  });

  describe('scanned', () => {
    let lines: readonly string[] = [];
    beforeAll(() => {
      const read = figures(SCAN, '--ocr', '-o', 'ho-so.xlsx');
      expect(read.code).toBe(0);
      lines = read.told;
    }, 120_000);

    it('gives the figures of its text, but for a sign or two', () => {
      const bare = (text: string) => text.replace(/^.*: /, '');
      const given = figures(join(FIXTURES, 'plans/hai-lang-2026.txt')).told.map(bare);
      const found = new Set(lines.map(bare));
      expect(given.filter((text) => found.has(text)).length).toBeGreaterThanOrEqual(given.length - 2);
    });

    it('takes no label of a part silently that was misread', () => {
      const labels = scannedRows().told.filter(({ usedIn }) => usedIn.startsWith('Đề mục'));
      // In the plan: I., II., 4.3., I., II., 1.
      expect(labels.map(({ read, again }) => [read, again])).toEqual([
        ['I.', 'máy đọc: L'],
        ['I.', ''],
        ['4.3.', 'máy đọc: 43.'],
        ['IH.', ''],
        ["IV.'", ''],
        ['4...', ''],
      ]);
      expect(labels.every(({ doubtful }) => doubtful)).toBe(true);
      expect(lines).toContain('1.I.4.3: = 100');
    });

    it('marks every number as doubtful that the plan does not have', () => {
      const text = readFileSync(join(FIXTURES, 'plans/hai-lang-2026.txt'), 'utf8');
      const inPlan = new Set(text.match(/\d+(?:[.,/]\d+)*/g));
      const { told: rows } = scannedRows();
      const wrong = rows.filter(({ read }) =>
        (read.match(/\d+(?:[.,/]\d+)*/g) ?? []).some((text) => !inPlan.has(text)),
      );
      expect(wrong.filter(({ doubtful }) => !doubtful)).toEqual([]);
      // ≥ is read as >, surely and twice.
      expect(rows.filter(({ read }) => /[<>]/.test(read)).every(({ doubtful }) => doubtful)).toBe(true);
    });

    it('shows each number beside its picture', () => {
      const pack = openPackage(readFileSync(join(folder, 'ho-so.xlsx')));
      const { told: rows } = scannedRows();
      expect(rows.length).toBeGreaterThan(30);
      expect(findPart(pack, 'xl/drawings/drawing1.xml')).toBeDefined();
      expect(findPart(pack, `xl/media/image${rows.length - 3}.png`)).toBeDefined();
    });

    it('keeps them in next year’s copy', () => {
      const before = readScanPictures(readFileSync(join(folder, 'ho-so.xlsx')));
      expect(before.size).toBeGreaterThan(30);
      expect(runCli(folder, ['movement', 'copy', 'ho-so.xlsx', '--year', '2027', '-o', 'ho-so-2027.xlsx']).code).toBe(
        0,
      );
      expect(readScanPictures(readFileSync(join(folder, 'ho-so-2027.xlsx')))).toEqual(before);
    });

    it('is not final: all made of it says so, and no paper is made, until every number is confirmed', () => {
      const open = scannedRows().told.length;
      const before = runCli(folder, ['movement', 'check', 'ho-so.xlsx', '--strict']);
      expect(before.code).toBe(1);
      expect(before.stdout).toMatch(/Số từ bản quét.*đọc từ bản quét \(trang \d.*chưa xác nhận/);
      const words = `còn ${open} con số đọc từ bản quét chưa xác nhận`;
      const args = ['--audience', 'village', '--period', '2026', '-o', 'mau.xlsx'];
      const form = runCli(folder, ['template', 'ho-so.xlsx', ...args]);
      expect(form.stderr).toContain(`C${words.slice(1)}`);
      expect(textIn('mau.xlsx')).toContain(`Biểu tạm: ${words}`);

      const options = ['mau.xlsx', '--period', '2026', '-o', 'ket-qua', '--movement'];
      const scored = runCli(folder, ['score', ...options, 'ho-so.xlsx']);
      expect([scored.code, scored.stderr]).toEqual([0, expect.stringContaining(`C${words.slice(1)}`)]);
      for (const file of ['council.xlsx', 'mau.xlsx'])
        expect(textIn(`ket-qua/${file}`)).toContain(`TẠM TÍNH: ${words}`);
      expect(textIn('ket-qua/council.xlsx')).toContain('kết quả chỉ là tạm tính, chưa dùng làm căn cứ được.');
      const papers = runCli(folder, ['papers', ...options, 'ho-so.xlsx']);
      expect(papers).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`Chưa lập văn bản được vì ${words}: so`),
      });
      expect(readdirSync(join(folder, 'ket-qua/van-ban'))).toEqual([]);

      const { cells } = scannedRows();
      const confirmed = patchBook(
        readFileSync(join(folder, 'ho-so.xlsx')),
        cells.map((cell) => ({
          kind: 'write',
          sheet: 'Số từ bản quét',
          ...fromA1(cell)!,
          value: { kind: 'text', text: 'Có' },
        })),
      );
      if (!confirmed.ok) throw new Error('not patched');
      write(folder, 'xac-nhan.xlsx', confirmed.value.bytes);
      expect(runCli(folder, ['movement', 'check', 'xac-nhan.xlsx']).stdout).not.toContain('chưa xác nhận');
      const final = runCli(folder, ['score', ...options, 'xac-nhan.xlsx']);
      expect([final.code, final.stderr]).toEqual([0, '']);
      expect(textIn('ket-qua/council.xlsx')).not.toMatch(/TẠM TÍNH|chỉ là tạm tính|chưa xác nhận/u);
      expect(runCli(folder, ['papers', ...options, 'xac-nhan.xlsx']).code).toBe(0);
    });
  });
});

/** Rows of the sheet of numbers, and the cells in which they are confirmed. */
function scannedRows() {
  const book = readBook(readFileSync(join(folder, 'ho-so.xlsx')));
  const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Số từ bản quét') : undefined;
  const rows = [...(sheet?.rows ?? [])].filter(([row, cells]) => row >= 3 && typeof cells[0]?.value === 'string');
  const textAt = (cells: (typeof rows)[number][1], column: number) =>
    String(cells.find((cell) => cell.column === column)?.value ?? '');
  return {
    told: rows.map(([, cells]) => ({
      ...{ usedIn: textAt(cells, 1), read: textAt(cells, 2), again: textAt(cells, 3) },
      doubtful: textAt(cells, 4) === 'Có',
    })),
    cells: rows.map(([row]) => `F${row + 1}`),
  };
}

/** All that stands in a workbook. */
function textIn(file: string): string {
  const book = readBook(readFileSync(join(folder, file)));
  const sheets = book.ok ? book.value.sheets : [];
  return sheets.flatMap(({ rows }) => [...rows.values()].flat().map(({ value }) => String(value))).join('\n');
}
