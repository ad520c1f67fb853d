/**
 * Achievements of earlier years in the workbook: the columns of a foreign table are shown, its rows are taken in once,
 * and the plan's conditions on the years before are judged by them. Over every host.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement, Quota } from '../../core/movement/movement.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { GuessedSheet } from '../../core/sheets/history/history-columns.ts';
import { findTable, rowsOf, textOf } from '../../session/book/own-tables.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { outcomeOf } from '../../session/papers/outcome.ts';
import { resultBook } from '../../session/papers/result-book.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { layoutSheet } from '../fixtures/layouts.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const base = demoMovement();
const UNITS = ['Bản Nà Đắng', 'Bản Phiêng Cải', 'Bản Háng Chua'];
const YEAR = { kind: 'year', year: 2025 } as const;
const quota: Quota = {
  ...{ code: 'Q-X', text: 'Giấy khen cho 03 tập thể', max: 3, percent: null, base: null, kind: 'collective' },
  ...{ award: base.awards.at(-1)!.code, round: 'yearly', phase: null },
  condition: 'chưa được khen trong 2 năm',
  source: { section: 'IV.9' },
};
const movement: Movement = { ...base, id: 'xa-thu-2025', quotas: [quota] };

const table = (rows: readonly (readonly (string | number)[])[]) =>
  newBook([
    {
      name: 'Trang1',
      cells: rows.flatMap((values, row) =>
        values.map((value, column) => ({
          row,
          column,
          value:
            typeof value === 'number'
              ? ({ kind: 'number', number: value } as const)
              : ({ kind: 'text', text: value } as const),
        })),
      ),
    },
  ]);
/** Of another system: none of its headings is ours but one. */
const PROVINCE = {
  name: 'tinh.xlsx',
  bytes: table([
    ['DANH SÁCH KHEN THƯỞNG'],
    ['STT', 'Người, nơi được khen', 'Khi nào', 'Khen gì', 'Số QĐ'],
    [1, 'Bản Nà Đắng', 2024, 'Giấy khen', '15/QĐ-UBND'],
    [2, 'Bản Phiêng Cải', 2023, 'Giấy khen', '11/QĐ-UBND'],
    [3, 'Bản Háng Chua', '2021-2022', 'Giấy khen', '12/QĐ-UBND'],
  ]),
};
/** So that 2023 and 2024 are years of which a book is known. */
const OURS_2024 = {
  name: 'nam-2024.xlsx',
  bytes: table([
    ['THÀNH TÍCH QUA CÁC NĂM, CÁC PHONG TRÀO'],
    ['Tên đơn vị, cá nhân', 'Năm', 'Phong trào', 'Xếp loại', 'Điểm'],
    ['Bản Háng Chua', 2024, base.title, 'Hoàn thành tốt', 88.5],
    ['Bản Háng Chua', 2023, base.title, 'Hoàn thành', 71],
  ]),
};
const file = (unit: string, at: number) => {
  const filled = correctReport(criteriaSetFor(movement, 'village', YEAR)!, movement, unit, at + 1, { period: YEAR });
  return { name: `${unit}.xlsx`, bytes: newBook([layoutSheet('form', filled, { sheet: unit }).sheet]) };
};
const nothing = () => undefined;

describe.each(HOSTS)('achievements over the years over %s', (hostName, open) => {
  let held: TestHost;
  let session: PaneSession;
  beforeEach(async () => {
    held = open();
    session = paneSession(held.host, { now: () => '2025-12-21T09:00:00+07:00' });
    sure(await session.takeMovement({ movement, units: [], pictures: new Map() }));
    sure(await session.saveSettings({ movement: movement.id, period: YEAR }));
    sure(await session.collect(UNITS.map(file), nothing));
    sure(await session.checkAndScore(nothing));
  });

  const lineOf = async (unit: string) =>
    sure(await outcomeOf(held.host, 'thử')).facts.candidates.find(
      (line) => line.unit === unit && line.quota === quota.code,
    );

  /** Column B = who, C = when, D = what. */
  const shownBy = (sheet: GuessedSheet): GuessedSheet => ({
    ...sheet,
    columns: { ...sheet.columns, name: 1, year: 2, title: 3 },
  });

  test('the columns of a foreign table are asked, and the conditions of the plan read from it', async () => {
    expect((await lineOf('Bản Nà Đắng'))?.reason).toContain('chưa có sổ của năm 2023, 2024');
    expect(sure(await session.seeYears())).toBeNull();
    const seen = sure(await session.seeHistory([PROVINCE, OURS_2024]));
    expect(seen.unused).toEqual([]);
    const [foreign, ours] = seen.files;
    expect(ours?.own).toBe(true);
    expect(foreign?.own).toBe(false);
    const [sheet] = foreign!.sheets;
    expect(sheet!.headings.map(({ text }) => text)).toEqual([
      'STT',
      'Người, nơi được khen',
      'Khi nào',
      'Khen gì',
      'Số QĐ',
    ]);
    expect(sheet!.lacks).toContain('fact');
    const unshown = await session.takeHistory([PROVINCE], []);
    expect(unshown.ok ? '' : unshown.refusal.message).toContain('chưa rõ cột');

    const shown = [{ name: PROVINCE.name, sheets: [shownBy(sheet!)] }];
    const taken = sure(await session.takeHistory([PROVINCE, OURS_2024], shown));
    expect(taken.message).toContain('Đã ghi 4 dòng');
    expect(taken.left).toContain('“2021-2022” không phải là một năm');
    expect((await lineOf('Bản Nà Đắng'))?.reason).toContain('đã được khen');
    expect((await lineOf('Bản Háng Chua'))?.reason ?? '').not.toContain('chưa có sổ');

    const years = sure(await session.seeYears())!;
    // What the council still has to grade is no result of this year yet.
    expect(years.years).toEqual([2023, 2024]);
    expect(years.holders.find(({ name }) => name === 'Bản Háng Chua')?.values).toEqual([
      '71 điểm, Hoàn thành',
      '88,5 điểm, Hoàn thành tốt',
    ]);
    expect(years.lines.find(({ label }) => label === 'Được khen: Giấy khen')?.values).toEqual(['1', '1']);
  });

  // The book is made from what the host has read, the same over all of them.
  test.runIf(hostName === 'preview')(
    'the book of results has the sheets over the years, for next year too',
    async () => {
      const sheetsOf = async () => {
        const made = sure(await resultBook(held.host));
        return { made, sheets: sure(readBook(made.bytes)).sheets };
      };
      const OVER_YEARS = ['Thành tích các năm', 'Thống kê các năm'];
      const before = (await sheetsOf()).sheets.map(({ name }) => name);
      expect(before.filter((name) => OVER_YEARS.includes(name))).toEqual([]);
      sure(await session.takeHistory([OURS_2024], []));
      const { made, sheets } = await sheetsOf();
      const shown = OVER_YEARS.map((title) => sheets.find(({ name }) => name === title));
      const texts = shown.map((sheet) =>
        [...(sheet?.rows.values() ?? [])].map((cells) => cells.map(({ value }) => value ?? '').join(' | ')),
      );
      expect(texts[0]?.filter((row) => row.startsWith('Bản Háng Chua'))).toHaveLength(2);
      expect(texts[1]?.find((row) => row.startsWith('Bản Háng Chua'))).toContain(
        '71 điểm, Hoàn thành | 88,5 điểm, Hoàn thành tốt',
      );

      const next = open();
      const later = paneSession(next.host, { now: () => '2026-12-21T09:00:00+07:00' });
      sure(await later.takeMovement({ movement, units: [], pictures: new Map() }));
      const seen = sure(await later.seeHistory([made]));
      expect(seen.unused).toEqual([]);
      sure(await later.takeHistory([made], seen.files));
      const years = sure(await later.seeYears())!;
      expect(years.years).toEqual([2023, 2024]);
      expect(years.holders.find(({ name }) => name === 'Bản Háng Chua')?.values).toEqual([
        '71 điểm, Hoàn thành',
        '88,5 điểm, Hoàn thành tốt',
      ]);
    },
  );

  test('the same file taken in again adds nothing, undo takes it out, an answer in the sheet counts', async () => {
    const { files } = sure(await session.seeHistory([PROVINCE]));
    const shown = [{ name: PROVINCE.name, sheets: files[0]!.sheets.map(shownBy) }];
    sure(await session.takeHistory([PROVINCE], shown));
    expect(sure(await session.takeHistory([PROVINCE], shown)).message).toContain('2 dòng đã có trong sổ');
    const standing = findTable(sure(await held.host.read()), 'TDS_ThanhTich');
    expect(rowsOf(standing).map((row) => textOf(row, 'Tên đơn vị, cá nhân'))).toEqual([
      'Bản Nà Đắng',
      'Bản Phiêng Cải',
    ]);
    const left = standing!.range.left + standing!.columns.indexOf('Không tính');
    await held.type(standing!.sheet, standing!.range.top + 1, left, 'x');
    expect((await lineOf('Bản Nà Đắng'))?.reason).not.toContain('đã được khen');
    expect(sure(await session.open(nothing)).sheets.map(({ sheet }) => sheet)).toEqual(UNITS);
    sure(await session.undo());
    expect(sure(await session.seeYears())?.years ?? []).not.toContain(2024);
  });
});
