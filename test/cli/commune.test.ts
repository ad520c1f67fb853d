/**
 * `score` reports the commune's result and the candidates for awards, over a year or a phase; `calendar` lists the
 * dates.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../core/movements/index.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { newFolder, runCli, write, writeReport } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;

/** A village's correct report for a year, with this many of 100 households on fibre. */
function village(name: string, year: number, fibre: number) {
  const period = { kind: 'year', year } as const;
  const set = criteriaSetFor(TA_MA, 'village', period)!;
  const report = correctReport(set, TA_MA, name, name.length + year, { period });
  return { ...report, rows: new Map(report.rows).set('1.2', { ...report.rows.get('1.2'), a: fibre, b: 100 }) };
}

describe('a phase of several years', () => {
  const folder = newFolder();
  for (const [year, fibres] of [
    [2023, [10, 20]],
    [2024, [30, 40]],
    [2025, [50, 45]],
  ] as const) {
    fibres.forEach((fibre, at) => {
      writeReport(folder, `bc/${year} ${at}.xlsx`, 'SC-01', village(`Bản ${'AB'[at]}`, year, fibre));
    });
  }
  const done = runCli(folder, ['score', 'bc', '-o', 'ra', '--movement', TA_MA.id, '--period', '2023-2025', '--json']);
  const document = JSON.parse(done.stdout);

  it('is judged by its last year, with the years before it beside', () => {
    expect(done.stderr).toBe('');
    const fibre = document.targets.find(({ code }: { code: string }) => code === 'TM-G02');
    expect(fibre).toMatchObject({ figure: { a: 95, b: 200, value: 47.5 }, state: 'met' });
    expect(fibre.earlier).toEqual([
      { period: '2023', figure: { a: 30, b: 200, value: 15 }, state: 'not-due' },
      { period: '2024', figure: { a: 70, b: 200, value: 35 }, state: 'not-due' },
    ]);
    expect(document.phase).toBe('2023-2025');
    expect(document.phaseNote).toMatch(/điểm và xếp hạng là của năm 2025, năm cuối/);
    expect(document.reports).toHaveLength(2);
  });

  it('holds the review of the phase, not a yearly round', () => {
    expect(document.awards.length).toBeGreaterThan(0);
    expect(new Set(document.awards.map(({ round }: { round: string }) => round))).toEqual(new Set(['interim']));
  });

  it('has a column for each year in the sheet of the commune', () => {
    const book = readBook(new Uint8Array(readFileSync(join(folder, 'ra/council.xlsx'))));
    const sheet = book.ok ? book.value.sheets.find(({ name }) => name === 'Kết quả toàn xã') : undefined;
    const texts = [...(sheet?.rows.values() ?? [])].flat().map(({ value }) => value);
    expect(texts).toEqual(expect.arrayContaining(['Kết quả 2023', 'Kết quả 2024', '47,5 %', '35 %', '● Đạt']));
  });

  it('is no period to check', () => {
    const check = runCli(folder, ['check', 'bc', '--movement', TA_MA.id, '--period', '2023-2025']);
    expect([check.code, check.stderr]).toEqual([
      2,
      'Lệnh check xét từng kỳ; cả giai đoạn nhiều năm thì dùng lệnh score.\n',
    ]);
  });
});

describe('calendar', () => {
  const folder = newFolder();
  write(folder, 'dv.csv', 'Tên đơn vị,Đối tượng,Ngày nhận\nBản A,Bản,04/11/2025\nBản B,Bản,\n');

  it('prints dates, late units and messages to them, as JSON and in words', () => {
    const args = ['calendar', TA_MA.id, '--as-of', '2025-11-06', '--units', 'dv.csv'];
    const document = JSON.parse(runCli(folder, [...args, '--json']).stdout);
    expect(document).toMatchObject({ year: 2025, asOf: '2025-11-06', saved: null });
    expect(document.dates.map(({ last }: { last: string | null }) => last).filter(Boolean)).toEqual([
      ...['2025-11-04', '2025-11-26', '2025-12-31'],
    ]);
    expect(document.units.map(({ unit, state, daysLate }: Record<string, unknown>) => [unit, state, daysLate])).toEqual(
      [
        ['Bản A', 'received', 0],
        ['Bản B', 'missing', 2],
      ],
    );
    expect(document.messages).toEqual([
      { group: 'Bản', text: expect.stringContaining('1 đơn vị chưa nộp báo cáo: Bản B.') },
    ]);
    const { stdout } = runCli(folder, args);
    expect(stdout).toContain('Chưa nộp · Bản B: chưa nộp, quá hạn 2 ngày (hạn hết ngày 04/11/2025)');
    expect(stdout).toContain('chậm nhất hết ngày 26/11/2025 (kế hoạch ghi trước ngày 27/11) · còn 20 ngày');
  });

  it('writes the .ics, and refuses where the plan names no day or the path is an input', () => {
    const done = runCli(folder, ['calendar', TA_MA.id, '--as-of', '2025-01-01', '--ics', 'lich/2025.ics']);
    expect(done.code).toBe(0);
    expect(readFileSync(join(folder, 'lich/2025.ics'), 'utf8')).toMatch(
      /^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/,
    );
    const over = runCli(folder, ['calendar', TA_MA.id, '--as-of', '2025-01-01', '--units', 'dv.csv', '-o', 'dv.csv']);
    expect(over.code).toBe(2);
    expect(readFileSync(join(folder, 'dv.csv'), 'utf8')).toContain('Bản A');
  });
});
