import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findMovement } from '../../core/movements/index.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { withEntry } from '../fixtures/filled-report.ts';
import { filled, newFolder, type Outcome, runCli, write, writeReport } from './command-line.ts';
import { checkDocument, scoreDocument } from './document.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const village = (unit: string, seed: number) => filled(TA_MA, 'village', unit, seed);

/** Exit 2, one Vietnamese line on stderr, no stack, nothing on stdout. */
function expectRefused(outcome: Outcome, line: RegExp): void {
  expect(outcome.stderr).toMatch(line);
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(outcome.stderr).not.toMatch(/^\s+at |\.ts:|\.js:|node:/m);
  expect(outcome.stdout).toBe('');
  expect(outcome.code).toBe(2);
}

describe('the command line', () => {
  const folder = newFolder();
  const reports = join(folder, 'bao-cao');
  const percentage = village('Bản A', 1).set.criteria.find(
    (criterion) => criterion.measure === 'percentage' && criterion.filledBy === 'unit',
  )!;

  beforeAll(() => {
    writeReport(reports, 'ban-a.xlsx', 'SC-01', village('Bản A', 1));
    writeReport(reports, 'nhom/ban-b.xlsx', 'form', village('Bản B', 2));
    writeReport(
      reports,
      'ban-c.xlsx',
      'SC-02',
      withEntry(village('Bản C', 3), percentage.code, { a: 95, b: 90, value: 'abc' }),
    );
    write(reports, 'hong.xlsx', 'PK\u0003\u0004 not a workbook');
    write(reports, '~$ban-a.xlsx', 'lock');
    write(reports, '.an.xlsx', 'hidden');
    write(reports, 'ghi-chu.txt', 'no report');
    write(
      folder,
      'don-vi.csv',
      'Tên đơn vị;Đối tượng;Đăng ký\nBản A;Bản;Có\nBản B;Bản;Có\nBản C;Bản;Có\nBản D;Bản;Có\n',
    );
  });

  it('checks a folder: the contract, one broken file listed, hidden and lock files passed over', () => {
    const { code, stdout, stderr } = runCli(folder, ['check', 'bao-cao', '--movement', TA_MA.id, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const document = checkDocument.parse(JSON.parse(stdout));
    expect(document.reports.map((report) => [report.file, report.unit, report.audience, report.period])).toEqual([
      ['ban-a.xlsx', 'Bản A', 'village', '2025'],
      ['ban-c.xlsx', 'Bản C', 'village', '2025'],
      ['nhom/ban-b.xlsx', 'Bản B', 'village', '2025'],
    ]);
    expect(document.unreadable.map((item) => item.file)).toEqual(['hong.xlsx']);
    expect(document.reports[0]?.flags).toEqual([]);
    expect(
      document.reports[1]?.flags.some((flag) => flag.severity === 'error' && flag.criterion === percentage.code),
    ).toBe(true);
  });

  it('finds the movement by the sheets', () => {
    const { stdout, code } = runCli(folder, ['check', 'bao-cao', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).movement).toMatchObject({ id: TA_MA.id, chosenBySheets: true });
  });

  it('ends with 1 under --strict while an error stands, with 0 when none does', () => {
    expect(runCli(folder, ['check', 'bao-cao/ban-c.xlsx', '--movement', TA_MA.id, '--strict']).code).toBe(1);
    expect(runCli(folder, ['check', 'bao-cao/ban-a.xlsx', '--movement', TA_MA.id, '--strict']).code).toBe(0);
  });

  it('names a missing report of the register', () => {
    const args = [
      'check',
      'bao-cao',
      '--movement',
      TA_MA.id,
      '--units',
      'don-vi.csv',
      '--as-of',
      '31/12/2025',
      '--json',
    ];
    const document = checkDocument.parse(JSON.parse(runCli(folder, args).stdout));
    expect(document.flags.map((flag) => [flag.code, flag.unit])).toContainEqual(['missing-report', 'Bản D']);
  });

  it('scores: the contract, totals that are the sums, copies beside untouched originals', () => {
    const before = readFileSync(join(reports, 'ban-a.xlsx'));
    const args = ['score', 'bao-cao', '--movement', TA_MA.id, '--units', 'don-vi.csv', '-o', 'ket-qua', '--json'];
    const { code, stdout } = runCli(folder, args);
    expect(code).toBe(0);
    const document = scoreDocument.parse(JSON.parse(stdout));
    expect(document.ranking.map((place) => place.unit).sort()).toEqual(['Bản A', 'Bản B', 'Bản C']);
    for (const { unit, score } of document.reports) {
      const place = document.ranking.find((item) => item.unit === unit)!;
      expect([place.points, place.share]).toEqual([score.computed, score.share]);
      expect(score.low <= score.computed && score.computed <= score.high).toBe(true);
      const sum = score.points.reduce((total, point) => total + Math.round((point.computed ?? 0) * 100), 0);
      expect(sum).toBe(Math.round(score.computed * 100));
    }
    expect(readdirSync(join(folder, 'ket-qua')).sort()).toEqual(['ban-a.xlsx', 'ban-c.xlsx', 'council.xlsx', 'nhom']);
    expect(readFileSync(join(reports, 'ban-a.xlsx')).equals(before)).toBe(true);

    const council = readBook(readFileSync(join(folder, 'ket-qua/council.xlsx')));
    if (!council.ok) throw new Error(council.refusal.message);
    const summary = council.value.sheets.find(({ name }) => name === 'Tổng hợp');
    const totals = new Map([7, 8, 9].map((row) => [cellAt(summary!, row, 1)?.value, cellAt(summary!, row, 4)?.value]));
    expect(totals).toEqual(new Map(document.reports.map(({ unit, score }) => [unit, score.computed])));

    const copy = readBook(readFileSync(join(folder, 'ket-qua/nhom/ban-b.xlsx')));
    if (!copy.ok) throw new Error(copy.refusal.message);
    expect(copy.value.sheets.map((sheet) => sheet.name).slice(-2)).toEqual(['Cảnh báo', 'Xếp hạng']);
  });

  it('gives the same workbook again for the same files, and does not read its own results', () => {
    const again = newFolder();
    writeReport(again, 'a.xlsx', 'SC-01', village('Bản A', 1));
    const score = () => runCli(again, ['score', '.', '--movement', TA_MA.id, '-o', 'ra', '--json']).stdout;
    const first = score();
    const council = readFileSync(join(again, 'ra/council.xlsx'));
    expect(score()).toBe(first);
    expect(readFileSync(join(again, 'ra/council.xlsx')).equals(council)).toBe(true);
  });

  it('speaks to people: units, flags with cells, places, what stayed silent, where the files lie; no colour in a pipe', () => {
    const { stdout } = runCli(folder, ['score', 'bao-cao', '--movement', TA_MA.id, '-o', 'ket-qua']);
    for (const part of ['ĐƠN VỊ', 'LỖI (', 'XẾP HẠNG: ', 'KIỂM TRA CHƯA CHẠY', 'TỆP KHÔNG ĐỌC ĐƯỢC', 'council.xlsx']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it('writes forms whose only flags are missing values', () => {
    const args = [
      'template',
      TA_MA.id,
      '--audience',
      'village',
      '--period',
      '2025',
      '--unit',
      'Bản A',
      '--unit',
      'Bản B',
      '-o',
      'mau.xlsx',
    ];
    expect(runCli(folder, args).code).toBe(0);
    const { stdout } = runCli(folder, ['check', 'mau.xlsx', '--movement', TA_MA.id, '--json']);
    const { reports: found } = checkDocument.parse(JSON.parse(stdout));
    expect(found.map((item) => item.unit)).toEqual(['Bản A', 'Bản B']);
    expect([...new Set(found.flatMap((item) => item.flags.map((flag) => flag.code)))]).toEqual(['missing-value']);
  });

  it('has a form of their own for the schools of Tân Quang', () => {
    const args = ['template', 'tan-quang-2023-2025', '--audience', 'school', '--period', '2025', '-o', 'truong.xlsx'];
    expect(runCli(folder, args).code).toBe(0);
    const read = runCli(folder, ['check', 'truong.xlsx', '--movement', 'tan-quang-2023-2025', '--json']).stdout;
    expect(checkDocument.parse(JSON.parse(read)).reports.map(({ audience }) => audience)).toEqual(['school']);
  });

  it('lists the movements', () => {
    const list = JSON.parse(runCli(folder, ['movements', '--json']).stdout) as Record<string, unknown>[];
    const taMa = list.find((movement) => movement.id === TA_MA.id)!;
    expect(taMa.targets).toSatisfy(
      (targets: { value: number | null }[]) => targets.filter((target) => target.value !== null).length === 29,
    );
    expect(taMa.criteriaSets).toSatisfy((sets: { points: number; criteria: unknown[] }[]) =>
      sets.every((set) => set.points === 100 && set.criteria.length > 0),
    );
    expect(taMa.targets).toContainEqual(expect.objectContaining({ code: 'TM-G12', scope: 'commune' }));
    expect(taMa.standards).toContainEqual(
      expect.objectContaining({ code: 'TM-S01', proposedFor: ['school', 'health-station'], section: 'IV.2.a' }),
    );
    expect(list.flatMap(({ id, outOfTurn }) => (outOfTurn === null ? [] : [id]))).toEqual([
      'luc-ba-2024',
      'tan-linh-2025',
    ]);
    expect(runCli(folder, ['movements']).stdout).toContain(TA_MA.title);
  });

  it('resolves paths against where npm was called', () => {
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'thi-dua-so' };
    expect(runCli('/', ['check', 'bao-cao/ban-a.xlsx', '--movement', TA_MA.id], env).code).toBe(0);
    // Under another script INIT_CWD is that script's caller, not the user of this command.
    expect(runCli('/', ['check', 'bao-cao/ban-a.xlsx'], { ...env, npm_lifecycle_event: 'test' }).code).toBe(2);
  });

  it.each([
    ['no command', [], /^Thiếu lệnh/],
    ['an unknown command', ['tinh-diem', 'x'], /^Không có lệnh "tinh-diem"\. Các lệnh/],
    ['a mistyped command', ['socre', 'x'], /^Không có lệnh "socre"\. Có phải "score" không\?/],
    ['a mistyped option', ['check', 'bao-cao', '--strct'], /^Không có tùy chọn --strct\. Có phải "--strict" không\?/],
    ['a mistyped movement', ['check', 'bao-cao', '--movement', 'ta-ma-2023-203'], /Có phải "ta-ma-2023-2030" không\?/],
    [
      'an option given twice',
      ['check', 'bao-cao', '--period', '2025', '--period', '2024'],
      /--period chỉ được ghi một lần/,
    ],
    ['a short option given twice', ['score', 'bao-cao', '-o', 'a', '--output', 'b'], /--output chỉ được ghi một lần/],
    [
      'a form that is no .xlsx',
      ['template', 'ta-ma-2023-2030', '--audience', 'village', '--period', '2025', '-o', 'm.csv'],
      /\.xlsx/,
    ],
    ['an unknown option', ['check', 'bao-cao', '--foo'], /^Không có tùy chọn --foo/],
    ['an option without its value', ['check', 'bao-cao', '--period'], /--period.* cần một giá trị/],
    ['a value where none belongs', ['check', 'bao-cao', '--json=1'], /--json.* không nhận giá trị/],
    ['no path', ['check'], /^Thiếu tệp hoặc thư mục/],
    ['a missing path', ['check', 'khong-co'], /^Không tìm thấy.*"khong-co"/],
    ['a wrong period', ['check', 'bao-cao', '--period', '2025-Q5'], /^Kỳ "2025-Q5"/],
    ['a wrong day', ['check', 'bao-cao', '--as-of', '31/02/2025'], /^Ngày "31\/02\/2025"/],
    ['an unknown movement', ['check', 'bao-cao', '--movement', 'khong-co'], /^Không có phong trào hoặc tệp "khong-co"/],
    ['a missing register', ['check', 'bao-cao', '--movement', 'ta-ma-2023-2030', '--units', 'x.csv'], /"x\.csv"/],
    [
      'captures of another shape',
      ['check', 'bao-cao', '--captures', 'movement.json'],
      /sai ở "observations": cần một danh sách/,
    ],
    ['a broken movement file', ['check', 'bao-cao', '--movement', 'movement.json'], /sai ở "title": cần một chuỗi chữ/],
    ['a movement that is no JSON', ['check', 'bao-cao', '--movement', 'don-vi.csv'], /không phải là JSON/],
    ['no results folder', ['score', 'bao-cao'], /^Thiếu thư mục ghi kết quả/],
    [
      'results over the reports',
      ['score', 'bao-cao/ban-a.xlsx', '--movement', 'ta-ma-2023-2030', '-o', 'bao-cao'],
      /ghi đè/,
    ],
    ['sheets of no movement', ['check', 'la.xlsx'], /--movement/],
    [
      'an unknown audience',
      ['template', 'ta-ma-2023-2030', '--audience', 'x', '--period', '2025', '-o', 'm.xlsx'],
      /"x"/,
    ],
    [
      'a form without a period',
      ['template', 'ta-ma-2023-2030', '--audience', 'village', '-o', 'm.xlsx'],
      /^Thiếu --period/,
    ],
  ])('refuses %s with one line', (_, args, line) => {
    write(folder, 'movement.json', '{"id":"thu"}');
    write(folder, 'la.xlsx', 'x');
    expectRefused(runCli(folder, args), line);
    for (const made of ['m.xlsx', 'm.csv']) expect(existsSync(join(folder, made))).toBe(false);
  });

  it('tells its version', () => {
    expect(runCli(folder, ['--version'])).toEqual({ code: 0, stdout: 'Thi Đua Số 1.0.0\n', stderr: '' });
  });

  it.each(['movements', 'template', 'check', 'score'])('explains %s in Vietnamese with examples', (command) => {
    const { code, stdout } = runCli(folder, [command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Cách dùng: /);
    expect(stdout).toMatch(/Ví dụ:/);
  });
});
