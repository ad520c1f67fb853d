/** What a leadership looks at before a form goes out: whose number is whose, who signs, how large the letters print. */
import { describe, expect, it, test } from 'vitest';
import { formGrid } from '../../../core/form/form-grid.ts';
import { formShape } from '../../../core/form/form-subject.ts';
import { tallySheet } from '../../../core/form/tally-sheet.ts';
import { reportTemplate } from '../../../core/form/template.ts';
import { followUpMovement } from '../../../core/movement/follow-up-movement.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../../core/movements/index.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const TA_MA = findMovement('ta-ma-2023-2030')!;
const LUC_BA = findMovement('luc-ba-2024')!;

function form(movement: Movement, audience: string, unit: string | null = null): NewSheet {
  const set = movement.criteriaSets.find((one) => one.audience === audience)!;
  return reportTemplate({ movement, set, audience, period: PERIOD, unit });
}

/** Of an audience that is none of the kinds we know. */
function ownForm(name: string, unit: string | null): NewSheet {
  const audiences = TA_MA.audiences.map((one) => (one.kind === 'agency' ? { ...one, kind: 'rieng', name } : one));
  const set = { ...TA_MA.criteriaSets.find((one) => one.audience === 'agency')!, audience: 'rieng' };
  const movement = { ...TA_MA, audiences, criteriaSets: [set] };
  return reportTemplate({ movement, set, audience: 'rieng', period: PERIOD, unit });
}

const texts = ({ cells }: NewSheet): string[] =>
  cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));

describe.each(
  MOVEMENTS.flatMap((movement) =>
    movement.criteriaSets.map((set) => [movement.id, set.audience, movement, set] as const),
  ),
)('%s %s', (_, audience, movement, set) => {
  const sheet = reportTemplate({ movement, set, audience, period: PERIOD, unit: null });
  const grid = formGrid(set, 'UBND xã', formShape(movement, audience));
  const at = (row: number, role: Parameters<typeof grid.columns.get>[0]): string => {
    const cell = sheet.cells.find((one) => one.row === row && one.column === grid.columns.get(role));
    return cell?.value.kind === 'text' ? cell.value.text : '';
  };

  it('marks our numbers and not the plan’s, and says where the plan asks for the row', () => {
    if (grid.columns.has('max')) expect(at(grid.headerRow, 'max')).toBe('Điểm tối đa\n(đề xuất)');
    for (const row of grid.rows) {
      if (row.kind === 'group' || row.line.kind === 'part') continue;
      const { target, source, proposed } = row.line.criterion;
      if (grid.shape === 'short') {
        const basis = source.section === '' ? /^(?!.*Căn cứ)/su : `Căn cứ: mục ${source.section} của kế hoạch.`;
        expect(at(row.row, 'method')).toMatch(basis);
        continue;
      }
      expect(at(row.row, 'basis')).toBe(source.section === '' ? '(đề xuất)' : `mục ${source.section}`);
      const printed = at(row.row, 'target');
      if (printed !== '') expect(printed.endsWith('(đề xuất)')).toBe(proposed && target?.code === null);
    }
  });

  it('tells how to fill it in before the table, and names the plan it goes with', () => {
    const guide = sheet.cells.find(({ value }) => value.kind === 'text' && value.text.startsWith('Hướng dẫn điền'));
    expect(guide?.row).toBeLessThan(grid.headerRow);
    expect(texts(sheet).filter((text) => /\(Kèm theo Kế hoạch số .* của UBND xã /.test(text))).toHaveLength(1);
  });
});

const FOLLOW_UPS = MOVEMENTS.flatMap((movement) => followUpMovement(movement) ?? []).flatMap((movement) =>
  movement.criteriaSets.map((set) =>
    reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit: null, before: new Map() }),
  ),
);

test('a follow-up form says where the plan asks for each row', () => {
  expect(FOLLOW_UPS.length).toBeGreaterThan(5);
  for (const sheet of FOLLOW_UPS) {
    const head = sheet.cells.find(({ value }) => value.kind === 'text' && value.text === 'Căn cứ kế hoạch');
    const below = sheet.cells.filter(({ row, column }) => head && column === head.column && row > head.row);
    const said = below.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => !/^(?:mục \S.*|\(đề xuất\))$/u.test(text))).toEqual([]);
  }
});

/**
 * A sheet wider than its page is made smaller by the program that prints it. LibreOffice gave letters of 13 points on a
 * sheet of 140 characters 11.19 points lying, on one of 97 characters 11.11 points upright.
 */
const WIDEST = { landscape: 142, portrait: 97.8 } as const;

test('every letter prints at 11 points and more', () => {
  const sheets = [
    ...MOVEMENTS.flatMap((movement) => movement.criteriaSets.map(({ audience }) => form(movement, audience))),
    ...FOLLOW_UPS,
    ...MOVEMENTS.flatMap((movement) =>
      movement.criteriaSets.flatMap(
        (set) => tallySheet({ movement, set, audience: set.audience, period: PERIOD, unit: null }) ?? [],
      ),
    ),
  ];
  expect(sheets.filter(({ name }) => name === 'Sổ theo dõi hộ').length).toBeGreaterThan(3);
  for (const { cells, columnWidths, print } of sheets) {
    const right = print?.area?.right ?? -1;
    const width = [...(columnWidths ?? [])].reduce((sum, [column, own]) => sum + (column <= right ? own : 0), 0);
    expect(width).toBeLessThanOrEqual(WIDEST[print?.orientation ?? 'landscape']);
    for (const { column, style } of cells) if (column <= right) expect(style?.fontSize).toBeGreaterThanOrEqual(13);
  }
});

describe('who signs', () => {
  it.each([
    ['Bản Nà Đắng', 'TRƯỞNG BẢN'],
    ['Tổ dân phố số 4', 'TỔ TRƯỞNG'],
    ['Khu phố 2', 'TRƯỞNG KHU PHỐ'],
    ['Thôn Bản Lầu', 'TRƯỞNG THÔN'],
    ['Nà Đắng', 'TRƯỞNG BẢN'],
  ])('%s: %s, without a stamp', (unit, signer) => {
    const said = texts(form(TA_MA, 'village', unit));
    expect(said).toContain(signer);
    expect(said.join()).not.toMatch(/đóng dấu|THỦ TRƯỞNG|ký số/);
  });

  it.each([
    ['household', 'CHỦ HỘ', 'TRƯỞNG XÓM'],
    ['individual', 'NGƯỜI BÁO CÁO', 'XÁC NHẬN CỦA NƠI CÔNG TÁC HOẶC CƯ TRÚ'],
  ])('%s: %s', (audience, signer, witness) => {
    const said = texts(form(LUC_BA, audience));
    expect(said).toEqual(expect.arrayContaining([signer, witness]));
    expect(said.join()).not.toMatch(/đóng dấu|THỦ TRƯỞNG|\(a\)|\(b\)/);
  });

  it.each([
    ['Tổ hợp tác', null, 'TỔ TRƯỞNG'],
    ['Chi hội phụ nữ', null, 'CHI HỘI TRƯỞNG'],
    ['Các chi đoàn', null, 'BÍ THƯ'],
    ['Câu lạc bộ liên thế hệ', null, 'CHỦ NHIỆM'],
    ['Dòng họ', 'Dòng họ Vàng', 'NGƯỜI ĐẠI DIỆN'],
    ['Đơn vị kinh tế', 'Tổ hợp tác Nà Đắng', 'TỔ TRƯỞNG'],
  ])('an audience of the commune’s own, %s (%s): %s, without a stamp', (name, unit, signer) => {
    const said = texts(ownForm(name, unit));
    expect(said).toContain(signer);
    expect(said.join()).not.toMatch(/đóng dấu|THỦ TRƯỞNG/);
  });

  it.each([
    ['Hợp tác xã', 'THỦ TRƯỞNG ĐƠN VỊ'],
    ['Các quỹ tín dụng', 'THỦ TRƯỞNG ĐƠN VỊ'],
    ['Tổ chức chính trị - xã hội', 'NGƯỜI ĐỨNG ĐẦU TỔ CHỨC'],
  ])('%s: %s, with the stamp', (name, signer) => {
    expect(texts(ownForm(name, null))).toEqual(expect.arrayContaining([signer, '(Ký, ghi rõ họ tên, đóng dấu)']));
  });

  it.each([
    ['school', 'HIỆU TRƯỞNG'],
    ['agency', 'THỦ TRƯỞNG ĐƠN VỊ'],
    ['association', 'NGƯỜI ĐỨNG ĐẦU TỔ CHỨC'],
  ])('%s: %s, with the stamp', (audience, signer) => {
    expect(texts(form(TA_MA, audience))).toEqual(
      expect.arrayContaining([signer, 'NGƯỜI LẬP BIỂU', '(Ký, ghi rõ họ tên, đóng dấu)']),
    );
  });
});
