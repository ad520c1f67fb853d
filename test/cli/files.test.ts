import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import * as sheetJs from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../cli/results/outcome.ts';
import { saveResults } from '../../cli/results/save-results.ts';
import { run } from '../../cli/run/run.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook, patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { makeZip } from '../unit/sheet/workbook/make-zip.ts';
import { filled, newFolder, type Outcome, runCli, START, write, writeReport, YEAR } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const MOVEMENT = ['--movement', TA_MA.id];
const village = (unit: string, seed: number) => filled(TA_MA, 'village', unit, seed);

function expectStopped(outcome: Outcome, line: RegExp): void {
  expect(outcome.stderr).toMatch(line);
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(outcome.code).toBe(2);
}

interface Document {
  readonly reports: readonly {
    readonly file: string;
    readonly unit: string;
    readonly flags: readonly { code: string }[];
  }[];
  readonly unreadable: readonly { readonly file: string; readonly reason: string }[];
  readonly notReports: readonly { readonly file: string; readonly reason: string }[];
  readonly notes: readonly { readonly file: string; readonly reason: string }[];
  readonly saved: {
    readonly copies: readonly string[];
    readonly kept: readonly string[];
    readonly warnings: readonly string[];
  };
}

function documentOf(outcome: Outcome): Document {
  expect(outcome.stderr).toBe('');
  return JSON.parse(outcome.stdout) as Document;
}

const check = (folder: string, ...args: readonly string[]) => runCli(folder, ['check', ...args, ...MOVEMENT, '--json']);
const score = (folder: string, ...args: readonly string[]) => runCli(folder, ['score', ...args, ...MOVEMENT, '--json']);

/** A scored copy or other workbook in which somebody typed a number. */
function typeInto(path: string, sheet: string, row: number, column: number): void {
  const value = { kind: 'number', number: 12 } as const;
  const patched = patchBook(readFileSync(path), [{ kind: 'write', sheet, row, column, value }]);
  if (!patched.ok) throw new Error(patched.refusal.message);
  write('/', path, patched.value.bytes);
}

function sheetNames(path: string): string[] {
  const book = readBook(readFileSync(path));
  if (!book.ok) throw new Error(book.refusal.message);
  return book.value.sheets.map((sheet) => sheet.name);
}

/** All our marks and notes in a workbook: a repeated or left-over mark makes it differ. */
function marksOf(path: string): string {
  const parts = Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [
    name,
    new TextDecoder().decode(bytes),
  ]);
  const rules = parts.flatMap(([, xml]) => xml!.match(/<conditionalFormatting .*?<\/conditionalFormatting>/gs) ?? []);
  return [...rules, ...parts.flatMap(([name, xml]) => (/comments\d+\.xml$/.test(name!) ? [xml] : []))].join('\n');
}

describe('what is in the folder', () => {
  it('lists a broken file of any kind; the others are read', () => {
    const folder = newFolder();
    const reports = join(folder, 'bao-cao');
    const a = writeReport(reports, 'a.xlsx', 'SC-01', village('Bản A', 1));
    for (const [name, content] of Object.entries({
      'b.docx': 'PK',
      'c.pdf': '%PDF',
      'd.csv': 'x',
      'e.jpg': 'x',
      'f.rar': 'Rar!',
      g: 'x',
    }))
      write(reports, name, content);
    write(reports, 'rong.xlsx', '');
    symlinkSync('khong-co.xlsx', join(reports, 'dut.xlsx'));
    symlinkSync('vong.xlsx', join(reports, 'vong.xlsx'));
    symlinkSync(reports, join(reports, 'quay-lai'));
    symlinkSync(a, join(reports, 'a-lien-ket.xlsx'));
    writeReport(folder, 'ngoai/z.xlsx', 'SC-01', village('Bản Z', 5));
    symlinkSync(join(folder, 'ngoai/z.xlsx'), join(reports, 'z.xlsx'));
    execFileSync('mkfifo', [join(reports, 'ong.xlsx')]);
    const found = documentOf(check(folder, 'bao-cao'));
    expect(found.reports.map((report) => report.file)).toEqual(['a.xlsx', 'z.xlsx']);
    expect(found.unreadable.map((item) => item.file).sort()).toEqual([
      ...['b.docx', 'c.pdf', 'dut.xlsx', 'ong.xlsx', 'rong.xlsx', 'vong.xlsx'],
    ]);
    expect(found.notReports.map((notReport) => notReport.file).sort()).toEqual([
      ...['a-lien-ket.xlsx', 'd.csv', 'e.jpg', 'f.rar', 'g'],
    ]);
    for (const { reason } of [...found.unreadable, ...found.notReports]) expect(reason).toMatch(/^\p{Lu}.*\.$/u);
  });

  it.skipIf(process.getuid?.() === 0)('goes on past a folder that may not be read', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    mkdirSync(join(folder, 'bc/kin'));
    chmodSync(join(folder, 'bc/kin'), 0);
    const found = documentOf(check(folder, 'bc'));
    chmodSync(join(folder, 'bc/kin'), 0o755);
    expect([found.reports.length, found.unreadable[0]?.file]).toEqual([1, 'kin/']);
  });

  it('may be in a .zip: names of any kind, nothing written outside, bombs and nested archives refused', () => {
    const folder = newFolder();
    const bytes = (name: string, seed: number) =>
      readFileSync(writeReport(folder, 'tam.xlsx', 'SC-01', village(name, seed)));
    const inner = makeZip([{ name: 'x.xlsx', content: 'x' }]);
    write(
      folder,
      'bc/goi.zip',
      makeZip([
        { name: 'Bản A.xlsx'.normalize('NFD'), content: bytes('Bản A', 1) },
        { name: '../thoat.xlsx', content: bytes('Bản B', 2) },
        { name: 'C:\\tuyệt\\đối.xlsx', content: bytes('Bản C', 3) },
        { name: 'trong.zip', content: inner },
        { name: 'ghi.rtf', content: 'x' },
        { name: '__MACOSX/._a.xlsx', content: 'x' },
        { name: 'bom.xlsx', content: 'x', claim: { size: 200 * 1024 * 1024 } },
      ]),
    );
    write(folder, 'bc/hong.zip', 'PK\u0003\u0004 hỏng');
    const found = documentOf(score(folder, 'bc', '-o', 'ra'));
    expect(found.reports.map((report) => report.file).sort()).toEqual([
      'goi.zip/Bản A.xlsx',
      'goi.zip/C/tuyệt/đối.xlsx',
      'goi.zip/thoat.xlsx',
    ]);
    expect(found.unreadable.map((item) => item.file).sort()).toEqual([
      'goi.zip/bom.xlsx',
      'goi.zip/trong.zip',
      'hong.zip',
    ]);
    expect(found.notReports.map((notReport) => notReport.file)).toEqual(['goi.zip/ghi.rtf']);
    expect(found.saved.copies.map((path) => path.slice(join(folder, 'ra').length))).toEqual([
      ...['/goi/Bản A.xlsx', '/goi/C/tuyệt/đối.xlsx', '/goi/thoat.xlsx'],
    ]);
    expect(existsSync(join(folder, 'thoat.xlsx'))).toBe(false);
  });
});

describe('exit codes', () => {
  it('are 2 when nothing could be read, or nothing is there to score, and then nothing is written', () => {
    const folder = newFolder();
    write(folder, 'bc/a.xlsx', 'PK\u0003\u0004 hỏng');
    write(folder, 'bc/b.xlsx', 'PK\u0003\u0004 hỏng');
    for (const args of [[], ['--strict']]) {
      const outcome = check(folder, 'bc', ...args);
      expectStopped(outcome, /^Không đọc được báo cáo nào trong 2 tệp/);
      expect(JSON.parse(outcome.stdout).unreadable).toHaveLength(2);
    }
    expectStopped(score(folder, 'bc', '-o', 'ra/sau'), /^Không đọc được/);
    write(
      folder,
      'khac/c.xlsx',
      sheetJs.write({ SheetNames: ['A'], Sheets: { A: sheetJs.utils.aoa_to_sheet([['x', 1]]) } }, { type: 'buffer' }),
    );
    expectStopped(score(folder, 'khac', '-o', 'ra'), /^Không có báo cáo nào để chấm điểm/);
    expect(existsSync(join(folder, 'ra'))).toBe(false);
    write(folder, 'anh/a.jpg', 'x');
    expectStopped(check(folder, 'anh'), /^Không có báo cáo nào \(\.xlsx/);
  });

  it('name the files when no movement fits them', () => {
    const folder = newFolder();
    for (const name of ['a', 'b'])
      write(
        folder,
        `bc/${name}.xlsx`,
        sheetJs.write({ SheetNames: ['A'], Sheets: { A: sheetJs.utils.aoa_to_sheet([['x', 1]]) } }, { type: 'buffer' }),
      );
    const outcome = runCli(folder, ['check', 'bc']);
    expectStopped(outcome, /--movement/);
    expect(outcome.stdout).toMatch(/a\.xlsx.*\n.*b\.xlsx/);
  });

  it('are 2 for a page no reader knows, and an earlier file of captures stays', () => {
    const folder = newFolder();
    write(folder, 'trang.html', '<html><body>không có gì</body></html>');
    write(folder, 'captures.json', 'cũ');
    const outcome = runCli(folder, [
      'capture',
      'trang.html',
      '--url',
      'https://example.vn/x',
      '-o',
      'captures.json',
      '--json',
    ]);
    expectStopped(outcome, /^Không tìm thấy/);
    expect(JSON.parse(outcome.stdout).observations).toEqual([]);
    expect(readFileSync(join(folder, 'captures.json'), 'utf8')).toBe('cũ');
  });
});

describe('never overwrites an input', () => {
  it.each([
    ['the last period', ['--previous', 'truoc', '-o', 'truoc']],
    ['the last period over a link', ['--previous', 'truoc', '-o', 'lien-ket']],
    ['an unreadable file beside', ['-o', 'bc/.']],
  ])('%s', (_, args) => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    writeReport(folder, 'truoc/a.xlsx', 'SC-01', village('Bản A', 2));
    symlinkSync(join(folder, 'truoc'), join(folder, 'lien-ket'));
    const before = ['bc', 'truoc'].map((name) => readFileSync(join(folder, name, 'a.xlsx')));
    expectStopped(score(folder, 'bc', ...args), /ghi đè/);
    expect(['bc', 'truoc'].map((name) => readFileSync(join(folder, name, 'a.xlsx')))).toEqual(before);
    expect(readdirSync(join(folder, 'truoc'))).toEqual(['a.xlsx']);
  });

  it('a hard link, another case and another normal form of an input', () => {
    const folder = newFolder();
    const input = writeReport(folder, 'bc/Bản A.xlsx', 'SC-01', village('Bản A', 1));
    mkdirSync(join(folder, 'ra'));
    linkSync(input, join(folder, 'ra/Bản A.xlsx'));
    expectStopped(score(folder, 'bc', '-o', 'ra'), /ghi đè/);
    writeReport(folder, 'tron/Ban A.xls', 'SC-01', village('Bản A', 1));
    write(folder, 'tron/BAN A.xlsx', 'PK\u0003\u0004 hỏng');
    expectStopped(score(folder, 'tron/Ban A.xls', 'tron/BAN A.xlsx', '-o', 'tron'), /ghi đè/);
    expect(readFileSync(join(folder, 'tron/BAN A.xlsx'), 'latin1')).toContain('hỏng'.normalize('NFC').slice(0, 1));
  });

  it('saves outputs that people changed beside the new ones, and names them', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    expect(documentOf(score(folder, 'bc', '-o', 'ra')).saved.kept).toEqual([]);
    expect(documentOf(score(folder, 'bc', '-o', 'ra')).saved.kept).toEqual([]);
    const council = join(folder, 'ra/council.xlsx');
    typeInto(council, 'Cảnh báo', 30, 11);
    const typed = readFileSync(council);
    const { kept } = documentOf(score(folder, 'bc', '-o', 'ra')).saved;
    expect(kept.map((path) => basename(path))).toEqual([
      expect.stringMatching(/^council \(bản trước \d{4}-\d\d-\d\d \d\d-\d\d\)\.xlsx$/),
    ]);
    expect(readFileSync(kept[0]!).equals(typed)).toBe(true);
    expect(readFileSync(council).equals(typed)).toBe(false);
    expect(documentOf(score(folder, 'bc', '-o', 'ra')).saved.kept).toEqual([]);
  });

  it('saves a form that somebody filled in when the form is made again', () => {
    const folder = newFolder();
    const args = ['template', TA_MA.id, '--audience', 'village', '--period', '2025', '-o', 'mau.xlsx'];
    expect(runCli(folder, args).stdout).not.toContain('giữ lại');
    expect(runCli(folder, args).stdout).not.toContain('giữ lại');
    typeInto(join(folder, 'mau.xlsx'), sheetNames(join(folder, 'mau.xlsx'))[0]!, 20, 5);
    expect(runCli(folder, args).stdout).toContain('Bản trước được giữ lại');
    expect(readdirSync(folder).filter((name) => name.endsWith('.xlsx'))).toHaveLength(2);
    const blank = check(folder, 'mau.xlsx');
    expect(JSON.parse(blank.stdout).reports).toHaveLength(1);
  });

  it('a copy is made only of the bytes that were scored; a file that is gone costs its own copy', async () => {
    const folder = newFolder();
    const paths = ['a', 'b', 'c'].map((name, index) =>
      writeReport(folder, `bc/${name}.xlsx`, 'SC-01', village(`Bản ${name.toUpperCase()}`, index + 1)),
    );
    const done = await run({
      paths,
      movement: TA_MA.id,
      period: YEAR,
      asOf: null,
      out: join(folder, 'ra'),
      scored: true,
    });
    if ('stopped' in done) throw new Error(done.stopped);
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 9));
    rmSync(paths[1]!);
    const saved = await saveResults(done, outcomeOf(done), join(folder, 'ra'));
    expect(readdirSync(join(folder, 'ra')).sort()).toEqual(['c.xlsx', 'council.xlsx']);
    expect(saved.warnings).toEqual([
      expect.stringMatching(/^a\.xlsx: không ghi bản chấm\. Tệp đã bị sửa trong khi đang chấm/),
      expect.stringMatching(/^b\.xlsx: không ghi bản chấm\. Không còn ở đó/),
    ]);
  });

  it('a write that fails half-way leaves the earlier copy and says why', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    score(folder, 'bc', '-o', 'ra');
    const before = readFileSync(join(folder, 'ra/a.xlsx'));
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 4));
    const command = `ulimit -f 4; exec "${process.execPath}" "${START}" score bc -o ra ${MOVEMENT.join(' ')}`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(/^Không ghi được tệp .*Tệp cũ, nếu có, vẫn còn nguyên\.$/m);
    expect(readFileSync(join(folder, 'ra/a.xlsx')).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'ra')).sort()).toEqual(['a.xlsx', 'council.xlsx']);
  });

  it('refuses a results folder that cannot be made, at once', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    expectStopped(score(folder, 'bc', '-o', '/proc/x/y'), /^Không tạo được thư mục/);
    expectStopped(score(folder, 'bc', '-o', 'bc/a.xlsx'), /^Không tạo được thư mục/);
  });
});

describe('own outputs', () => {
  it('are no reports in any folder, under any name', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    score(folder, 'bc', '-o', 'bc/kết quả');
    copyFileSync(join(folder, 'bc/kết quả/a.xlsx'), join(folder, 'bc/đổi tên.xlsx'));
    renameSync(join(folder, 'bc/kết quả/council.xlsx'), join(folder, 'bc/tổng hợp.xlsx'));
    const found = documentOf(check(folder, 'bc'));
    expect(found.reports.map((report) => report.file)).toEqual(['a.xlsx']);
    expect(found.notReports.map((notReport) => notReport.file).sort()).toEqual([
      'kết quả/a.xlsx',
      'tổng hợp.xlsx',
      'đổi tên.xlsx',
    ]);
  });

  it('are read when the unit changed its figures in them, without what we had added; scoring again piles nothing up', () => {
    const folder = newFolder();
    const plain = writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    const first = documentOf(score(folder, 'bc', '-o', 'r1'));
    const codes = first.reports[0]!.flags.map((flag) => flag.code);
    const wanted = [...sheetNames(plain), 'Cảnh báo', 'Xếp hạng'];
    for (let time = 1; time <= 4; time += 1) {
      const again = documentOf(score(folder, `r${time}/a.xlsx`, '-o', `r${time + 1}`));
      expect(again.reports.map((report) => report.flags.map((flag) => flag.code))).toEqual([codes]);
      expect(again.notes[0]?.reason).toMatch(/bản chấm/);
      expect(sheetNames(join(folder, `r${time + 1}/a.xlsx`))).toEqual(wanted);
    }
    typeInto(join(folder, 'r1/a.xlsx'), sheetNames(plain)[0]!, 60, 0);
    const changed = documentOf(check(folder, 'r1'));
    expect(changed.reports.map((report) => report.file)).toEqual(['a.xlsx']);
    expect(changed.notes[0]?.reason).toMatch(/đã được sửa/);
  });

  it('lose the marks and notes of what was put right in them, and keep the others once', () => {
    const folder = newFolder();
    const sample = join(import.meta.dirname, '../../cli/demo/ta-ma-2025/BC ban Tho Ty.xlsx');
    write(folder, 'bc/a.xlsx', readFileSync(sample));
    documentOf(score(folder, 'bc', '-o', 'r1'));
    documentOf(score(folder, 'r1/a.xlsx', '-o', 'r2'));
    const [first, again] = ['r1', 'r2'].map((name) => marksOf(join(folder, name, 'a.xlsx')));
    expect(again).toBe(first);
    expect(first).toMatch(/sqref="D19 D42".*thi-dua-so:error.*ref="D19".*ref="D42"/s);
    // D19: 214 of 205 becomes 12 of 205.
    const [sheet = ''] = sheetNames(join(folder, 'r1/a.xlsx'));
    typeInto(join(folder, 'r1/a.xlsx'), sheet, 18, 3);
    documentOf(score(folder, 'r1/a.xlsx', '-o', 'r3'));
    const left = marksOf(join(folder, 'r3/a.xlsx'));
    expect(left).toMatch(/sqref="D42"/);
    expect(left).not.toMatch(/D19/);
  });
});

describe('the register', () => {
  it('refuses a list in ANSI with advice; names unknown columns', () => {
    const folder = newFolder();
    writeReport(folder, 'bc/a.xlsx', 'SC-01', village('Bản A', 1));
    write(folder, 'ansi.csv', Buffer.from('T\xean \xf0\xf5n v\xee;Nh\xf3m\nB\xe3n A;B\xe3n\n', 'latin1'));
    expectStopped(check(folder, 'bc', '--units', 'ansi.csv'), /CSV UTF-8/);
    write(folder, 'mat.csv', 'T?n ??n v?;Nh?m\nB?n A;B?n\n');
    expectStopped(check(folder, 'bc', '--units', 'mat.csv'), /CSV UTF-8/);
    write(folder, 'bc/dv.csv', 'STT;Tên đơn vị;Đối tượng;Màu yêu thích\n1;Bản A;Bản;xanh\n');
    const found = documentOf(check(folder, 'bc', '--units', 'bc/dv.csv'));
    expect(found.notes[0]?.reason).toContain('"Màu yêu thích"');
    expect(found.notes[0]?.reason).not.toContain('STT');
    expect(found.notReports).toEqual([]);
  });
});

it('lists a workbook under a hidden name, and ignores what Office and systems leave beside workbooks', () => {
  const folder = newFolder();
  for (const name of ['a.xlsx', '.an.xlsx', '~$a.xlsx', '._a.xlsx', '.~lock.a.xlsx#', '.DS_Store'])
    write(folder, name, newBook([{ name: 'A', cells: [] }]));
  const { notReports, unreadable } = documentOf(check(folder, folder));
  expect([...notReports, ...unreadable].map(({ file }) => file).filter((file) => file.startsWith('.'))).toEqual([
    '.an.xlsx',
  ]);
});
