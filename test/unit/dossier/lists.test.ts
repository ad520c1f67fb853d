/**
 * Choices of the dossier are lists in Excel: every column with a choice has a list, and every item of it is read back.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKey } from '../../../core/base/text/text.ts';
import type { Codec } from '../../../core/dossier/codec.ts';
import { criteriaTable, setsTable } from '../../../core/dossier/criteria-tables.ts';
import { dossierSheets } from '../../../core/dossier/dossier-sheets.ts';
import * as plan from '../../../core/dossier/plan-tables.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { INDICATORS } from '../../../core/portal/indicator/catalogue.ts';
import { audienceNamed } from '../../../core/report/register-audience.ts';
import { rangeFromA1, toA1 } from '../../../core/sheet/grid/address.ts';
import type { DataValidation, NewSheet } from '../../../core/sheet/workbook/port.ts';
import { movement } from '../../fixtures/dossier/movements.ts';

const HEADER = 2;

/** By sheet, the columns whose cells are chosen. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'Số từ bản quét': ['Nghi đọc sai', 'Đã xác nhận'],
  'Chỉ tiêu': ['So sánh', 'Tính cho', 'Từng ngành', 'Loại', 'Cùng cách đo với chỉ tiêu'],
  'Tiêu chí': [
    ...['Dòng', 'Đối tượng', 'Giai đoạn', 'Dạng số liệu', 'Đối chiếu danh sách đơn vị', 'Nguồn', 'Chiều'],
    ...['Theo chỉ tiêu', 'So sánh', 'Khi không phát sinh', 'Minh chứng', 'Ai cho số liệu'],
    ...['Đối chiếu chỉ số trên Cổng', 'Điểm thưởng'],
  ],
  'Định mức khen': ['Hình thức khen', 'Cho', 'Riêng cho đối tượng', 'Tính trên', 'Đợt xét', 'Giai đoạn'],
  'Đơn vị': ['Đối tượng', 'Đăng ký'],
  'Bộ tiêu chí': ['Đối tượng', 'Giai đoạn', 'Chấm điểm', 'Nguồn'],
  'Đối tượng': ['Loại đối tượng', 'Là', 'Thi đua'],
  'Giai đoạn': [],
  'Hình thức khen': ['Cấp'],
  'Tiêu chuẩn khen': ['Loại', 'Cho đối tượng', 'Trong đó đề xuất thêm cho'],
  Lịch: ['Việc'],
  'Nội dung': ['Loại'],
  'Phân công': ['Việc'],
  'Căn cứ': ['Cần xem lại'],
  'Lưu ý': [],
};

/** A sheet's texts and lists by where they stand. */
function looked(sheet: NewSheet) {
  const texts = new Map(
    sheet.cells.map(({ row, column, value }) => [toA1(row, column), value.kind === 'text' ? value.text : ''] as const),
  );
  const rows = [
    ...new Set(sheet.cells.filter(({ row, value }) => row > HEADER && value.kind !== 'empty').map(({ row }) => row)),
  ];
  return {
    rows,
    textAt: (row: number, column: number) => texts.get(toA1(row, column)) ?? '',
    columnOf: (title: string) =>
      sheet.cells.find(({ row, value }) => row === HEADER && value.kind === 'text' && value.text === title)!.column,
    listAt: (row: number, column: number) =>
      sheet.validations?.find(({ ranges }) =>
        ranges.some((at) => at.top <= row && row <= at.bottom && at.left <= column && column <= at.right),
      ),
  };
}
type Looked = ReturnType<typeof looked>;

/** What drops down, as Excel would show it. */
function optionsOf(sheets: ReadonlyMap<string, Looked>, { rule }: DataValidation): readonly string[] {
  if (rule.kind === 'list') {
    expect(rule.options.join(',').length).toBeLessThanOrEqual(255);
    expect(rule.options.filter((option) => option.includes(','))).toEqual([]);
    return rule.options;
  }
  if (rule.kind !== 'list-at') throw new Error(rule.kind);
  const [, name, cells] = /^'([^']+)'!(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)$/.exec(rule.cells)!;
  const { top, bottom, left, right } = rangeFromA1(cells!.replaceAll('$', ''))!;
  const { textAt } = sheets.get(name!)!;
  // All below the title, in one piece.
  expect([left, top, textAt(bottom + 1, left)]).toEqual([right, HEADER + 1, '']);
  const texts = Array.from({ length: bottom - top + 1 }, (_, at) => textAt(top + at, left));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** How a column is read, and which codes those that name other rows may hold. */
function readersOf({ audiences, phases, awards, targets }: Movement) {
  const specs = [
    ...[
      plan.targetsTable(audiences),
      criteriaTable(audiences, phases).criterion,
      plan.quotasTable(awards, phases, audiences),
    ],
    ...[setsTable(audiences, phases), plan.AUDIENCES, plan.PHASES, plan.AWARDS, plan.standardsTable(audiences)],
    ...[plan.CALENDAR, plan.CONTENTS, plan.ROLES, plan.BASES, plan.WARNINGS, plan.SCANNED],
  ];
  const codecOf = (sheet: string, title: string): Codec<unknown> => {
    const columns: readonly { readonly title: string; readonly codec: unknown }[] = Object.values(
      specs.find((spec) => spec.sheet === sheet)!.columns,
    );
    return columns.find((column) => column.title === title)!.codec as Codec<unknown>;
  };
  const kinds = audiences.map(({ kind }) => kind);
  const codes = (rows: readonly { readonly code: string }[]) => rows.map(({ code }) => code);
  const named: Readonly<Record<string, readonly string[]>> = {
    'Đối tượng': kinds,
    'Cho đối tượng': kinds,
    'Riêng cho đối tượng': kinds,
    'Trong đó đề xuất thêm cho': kinds,
    'Giai đoạn': codes(phases),
    'Hình thức khen': codes(awards),
    'Theo chỉ tiêu': codes(targets),
    'Cùng cách đo với chỉ tiêu': codes(targets),
    'Đối chiếu chỉ số trên Cổng': codes(INDICATORS),
  };
  return { codecOf, named };
}

/** Every list is in its place, and each of its choices is read back. */
function expectLists(movement: Movement): void {
  const made = dossierSheets(movement);
  const sheets = new Map(made.map((sheet) => [sheet.name, looked(sheet)]));
  const { codecOf, named } = readersOf(movement);
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => foldKey(name));
  const taken = [...names(movement.audiences), ...names(movement.phases), ...names(movement.awards)];
  for (const [sheet, titles] of Object.entries(CHOICES)) {
    const standing = sheets.get(sheet);
    // Only of a plan that was scanned.
    if (!standing) continue;
    const { rows, columnOf, listAt } = standing;
    for (const title of titles) {
      const column = columnOf(title);
      const list = listAt(HEADER + 1, column)!;
      expect(list, `${sheet}, ${title}`).toBeDefined();
      for (const row of [...rows, Math.max(HEADER, ...rows) + 1]) expect(listAt(row, column)).toBe(list);
      // What is not on it may be typed all the same.
      expect(list.error?.style ?? 'open').toBe(list.open ? 'open' : 'warning');
      const options = optionsOf(sheets, list);
      if (sheet === 'Đơn vị') continue;
      const { read, write, several } = codecOf(sheet, title);
      const values = options.map((text) => {
        const value = read({ text, number: null, date1904: false });
        const isOneOfTwo = taken.filter((name) => name === foldKey(text)).length > 1;
        if (isOneOfTwo && !value.ok) return null;
        expect([title, text, value.ok && write(value.value)]).toEqual([title, text, { kind: 'text', text }]);
        return value.ok ? value.value : null;
      });
      const known = named[title];
      const wanted = known?.map((text) => (several ? [text] : text));
      // Of two with one name the list cannot tell which is meant.
      if (wanted) expect(values).toEqual(wanted.map((item, at) => (values[at] === null ? null : item)));
    }
  }
  const facts = looked(made[0]!);
  const row = facts.rows.find((at) => facts.textAt(at, 0) === 'Hình thức khen đột xuất')!;
  expect(optionsOf(sheets, facts.listAt(row, 1)!)).toEqual(movement.awards.map(({ name }) => name));
}

describe('every column that is a choice has a list, of which all is read back', () => {
  it.each(MOVEMENTS.map((item) => [item.id, item] as const))('in the dossier of %s', (_, item) => {
    const others = ['Phong trào', 'Mục để chọn'];
    expect(
      dossierSheets(item)
        .map(({ name }) => name)
        .filter((name) => !others.includes(name)),
    ).toEqual(Object.keys(CHOICES).slice(1));
    expectLists(item);
    const sheets = new Map(dossierSheets(item).map((sheet) => [sheet.name, looked(sheet)]));
    const { listAt, columnOf } = sheets.get('Đơn vị')!;
    const audiences = optionsOf(sheets, listAt(HEADER + 1, columnOf('Đối tượng'))!);
    expect(audiences.map((name) => audienceNamed(name, item.audiences))).toEqual(
      item.audiences.map(({ kind }) => kind),
    );
  });

  it('in the dossier of any movement', () => {
    fc.assert(fc.property(movement, expectLists), { numRuns: 30 });
  });
});

describe('an indicator', () => {
  const [given] = MOVEMENTS;
  const read = (written: string) => {
    const indicator = criteriaTable(given!.audiences, given!.phases).criterion.columns.indicator.codec;
    const value = indicator.read({ text: written, number: null, date1904: false });
    return value.ok ? value.value : never();
  };
  it('is chosen by its name; its code is read too, and a name of the officer’s own stays', () => {
    expect(read('Tỷ lệ hồ sơ giải quyết đúng hạn')).toBe('dung-han');
    expect(read('dung-han')).toBe('dung-han');
    expect(read('CKMB')).toBe('CKMB');
    expect(read('Công khai, minh bạch')).toBe('CKMB');
    expect(read('Tỷ lệ hộ dùng sổ sức khỏe')).toBe('Tỷ lệ hộ dùng sổ sức khỏe');
  });
});

function never(): never {
  throw new Error('not read');
}
