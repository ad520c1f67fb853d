/** `history` and `score --history`: merging books, questions, and a plan's conditions on earlier years. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement, Quota } from '../../core/movement/movement.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { readBook } from '../../core/sheet/workbook/xlsx/read-book.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { newFolder, runCli, write, writeReport } from './command-line.ts';

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = findMovement('ta-ma-2023-2030')!;
const UNITS = ['Bản Nà Đắng', 'Bản Phiêng Cải', 'Bản Háng Chua'];
const quota: Quota = {
  ...{ code: 'Q-X', text: 'Giấy khen cho 03 tập thể', max: 3, percent: null, base: null, kind: 'collective' },
  ...{ award: base.awards.at(-1)!.code, round: 'yearly', phase: null },
  condition: 'chưa được khen trong 2 năm',
  source: { section: 'IV.9' },
};
const movement: Movement = {
  ...base,
  quotas: [quota],
};
const textCell = (text: string) => ({ kind: 'text', text }) as const;
const table = (rows: readonly (readonly (string | number)[])[]) =>
  newBook([
    {
      name: 'Trang1',
      cells: rows.flatMap((values, row) =>
        values.map((value, column) => ({
          row,
          column,
          value: typeof value === 'number' ? ({ kind: 'number', number: value } as const) : textCell(value),
        })),
      ),
    },
  ]);
const register = write(
  folder,
  'don-vi.csv',
  `Tên đơn vị;Đối tượng\n${UNITS.map((unit) => `${unit};village`).join('\n')}\n`,
);
const dossier = write(folder, 'ho-so.json', JSON.stringify(movement));
const scoreOf = (period: string, ...more: string[]) =>
  runCli(folder, [
    ...['score', `bao-cao-${period}`, '--movement', dossier, '--period', period, '--units', register],
    ...['-o', `ket-qua-${period}`, '--json', ...more],
  ]);
const reports = (year: number) => {
  const period = { kind: 'year', year } as const;
  const set = criteriaSetFor(movement, 'village', period)!;
  for (const [at, unit] of UNITS.entries())
    writeReport(
      join(folder, `bao-cao-${year}`),
      `${unit}.xlsx`,
      'form',
      correctReport(set, movement, unit, at + 1, { period }),
    );
};

describe('history', () => {
  it('puts books and tables of other systems together, counts nothing twice and asks what is not sure', () => {
    write(
      folder,
      'tinh.xlsx',
      table([
        ['DANH SÁCH KHEN THƯỞNG CỦA HUYỆN'],
        ['STT', 'Người, nơi được khen', 'Khi nào', 'Khen gì', 'Số QĐ'],
        [1, 'Bản Nà Đắng', 2023, 'Giấy khen', '15/QĐ-UBND'],
        [2, 'Phiêng Cải', 2023, 'Giấy khen', '15/QĐ-UBND'],
        [3, 'Bản Háng Chua', '2022-2023', 'Giấy khen', '15/QĐ-UBND'],
      ]),
    );
    write(folder, 'ban-sao.xlsx', readFileSync(join(folder, 'tinh.xlsx')));
    const units = ['--movement', dossier, '--units', register];
    const unshown = runCli(folder, ['history', 'tinh.xlsx', ...units, '--json']);
    expect(unshown.code).toBe(2);
    expect(unshown.stderr).toContain('chưa rõ cột');
    const columns = ['--columns', 'tên=B,năm=C,danh hiệu=D'];
    const done = runCli(folder, [
      'history',
      'tinh.xlsx',
      'ban-sao.xlsx',
      ...units,
      ...columns,
      '-o',
      'thanh-tich.xlsx',
      '--json',
    ]);
    expect(done.stderr).toBe('');
    const { holders, questions, leftovers, years } = JSON.parse(done.stdout);
    expect(holders.find(({ name }: { name: string }) => name === 'Bản Nà Đắng').awards).toMatchObject([
      { year: 2023, title: 'Giấy khen', decision: '15/QĐ-UBND', sources: expect.arrayContaining([expect.any(String)]) },
    ]);
    expect(questions).toMatchObject([{ kind: 'renamed', name: 'Phiêng Cải', guess: 'Bản Phiêng Cải' }]);
    expect(leftovers.join()).toContain('“2022-2023” không phải là một năm');
    expect(years).toMatchObject([{ year: 2023, awards: [{ name: 'Giấy khen', count: 2 }] }]);
    // The workbook written is read back as it is.
    const again = runCli(folder, ['history', 'thanh-tich.xlsx', ...units, '--json']);
    expect(JSON.parse(again.stdout).holders).toEqual(holders);
    expect(JSON.parse(again.stdout).questions).toEqual(questions);
  });

  it('is read by the conditions of a plan, and goes on from council book to council book', () => {
    reports(2025);
    const lineOf = (stdout: string, unit: string) =>
      JSON.parse(stdout).awards.find(
        (line: { unit: string; quota: string }) => line.unit === unit && line.quota === quota.code,
      );
    const blind = scoreOf('2025');
    expect(blind.stderr).toBe('');
    expect(lineOf(blind.stdout, 'Bản Nà Đắng')).toMatchObject({ state: 'council' });
    expect(lineOf(blind.stdout, 'Bản Nà Đắng').reason).toContain('chưa có sổ của năm 2023, 2024');
    write(
      folder,
      'so-cu/khen.xlsx',
      table([
        ['Tên đơn vị', 'Hình thức khen', 'Năm', 'Phong trào', 'Điểm', 'Xếp loại'],
        ['Bản Nà Đắng', 'Giấy khen', 2024, movement.title, 95.5, 'Hoàn thành xuất sắc nhiệm vụ'],
        ['Bản Phiêng Cải', '', 2024, movement.title, '90,25', 'Hoàn thành tốt nhiệm vụ'],
        ['Bản Phiêng Cải', '', 2023, movement.title, 88, 'Hoàn thành tốt nhiệm vụ'],
        ['Háng Chua', 'Giấy khen', 2023, movement.title, '', ''],
      ]),
    );
    const done = scoreOf('2025', '--history', 'so-cu');
    expect(lineOf(done.stdout, 'Bản Nà Đắng')).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining(
        'Không đạt “chưa được khen trong 2 năm” (mục IV.9): đã được khen: Giấy khen năm 2024',
      ),
    });
    expect(lineOf(done.stdout, 'Bản Phiêng Cải').reason).toContain('Đạt “chưa được khen trong 2 năm”');
    expect(lineOf(done.stdout, 'Bản Háng Chua').reason).toContain('phải xác nhận');
    expect(
      JSON.parse(done.stdout)
        .notes.map(({ reason }: { reason: string }) => reason)
        .join(),
    ).toContain('“Háng Chua”');
    const read = readBook(readFileSync(join(folder, 'ket-qua-2025/council.xlsx')));
    const names = read.ok ? read.value.sheets.map(({ name }) => name) : [];
    expect(names).toEqual(expect.arrayContaining(['Thành tích các năm', 'Thống kê các năm']));
    // The council's book carries the result into the next year, unless it is not settled.
    reports(2026);
    const next = scoreOf('2026', '--history', 'ket-qua-2025/council.xlsx');
    expect(next.stderr).toBe('');
    expect(lineOf(next.stdout, 'Bản Nà Đắng').reason).toContain('Giấy khen năm 2024');
    const carried = runCli(folder, ['history', 'ket-qua-2025/council.xlsx', '--json']);
    const phieng = JSON.parse(carried.stdout).holders.find(({ name }: { name: string }) => name === 'Bản Phiêng Cải');
    expect(phieng.results.map(({ year, points }: { year: number; points: number }) => [year, points])).toEqual([
      [2023, 88],
      [2024, 90.25],
    ]);
  });
});
