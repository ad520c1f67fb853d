/** What a leadership looks at before a form goes out: whose number is whose, who signs, how large the letters print. */
import { describe, expect, it, test } from 'vitest';
import { formGrid } from '../../../core/form/form-grid.ts';
import { committeeOf, formShape } from '../../../core/form/form-subject.ts';
import { methodText } from '../../../core/form/method-text.ts';
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
  const set = movement.criteriaSets.find((criteriaSet) => criteriaSet.audience === audience)!;
  return reportTemplate({ movement, set, audience, period: PERIOD, unit });
}

/** Of an audience that is none of the kinds we know. */
function ownForm(name: string, unit: string | null): NewSheet {
  const audiences = TA_MA.audiences.map((audience) =>
    audience.kind === 'agency' ? { ...audience, kind: 'rieng', name } : audience,
  );
  const set = { ...TA_MA.criteriaSets.find((criteriaSet) => criteriaSet.audience === 'agency')!, audience: 'rieng' };
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
    const cell = sheet.cells.find((cell) => cell.row === row && cell.column === grid.columns.get(role));
    return cell?.value.kind === 'text' ? cell.value.text : '';
  };

  it('marks our numbers and not the plan’s, and names the section for each row', () => {
    if (grid.columns.has('max')) {
      // One mark for the whole column, and in words for the points beside it.
      expect(at(grid.headerRow, 'method')).toBe('Cách tính điểm\n(đề xuất)');
      expect(grid.guide.join(' ')).toContain('Điểm tối đa, cách tính điểm, mức có ghi (đề xuất) do UBND xã đặt ra');
    }
    let shared = '';
    for (const row of grid.rows) {
      if (row.kind === 'group') shared = at(row.row, 'method');
      if (row.kind === 'group' || row.line.kind === 'part') continue;
      const { target, source, proposed } = row.line.criterion;
      if (grid.shape === 'short') {
        const basis = source.section === '' ? /^(?!.*Căn cứ)/su : `Căn cứ: mục ${source.section} của kế hoạch.`;
        expect(at(row.row, 'method')).toMatch(basis);
        continue;
      }
      const explanation = source.section === '' ? 'Kế hoạch không nêu (đề xuất).' : `Theo mục ${source.section}.`;
      const texts = [at(row.row, 'method'), shared].map((text) => text.replaceAll('\u00a0', ' '));
      expect(
        texts.filter((text) => text.endsWith(explanation)),
        row.line.code,
      ).toHaveLength(1);
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

test('a follow-up form names the plan’s section for each row', () => {
  expect(FOLLOW_UPS.length).toBeGreaterThan(5);
  for (const sheet of FOLLOW_UPS) {
    const head = sheet.cells.find(({ value }) => value.kind === 'text' && value.text === 'Căn cứ kế hoạch');
    const below = sheet.cells.filter(({ row, column }) => head && column === head.column && row > head.row);
    const texts = below.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !/^(?:mục \S.*|\(đề xuất\))$/u.test(text))).toEqual([]);
  }
});

/**
 * The printing program shrinks a sheet that is wider than its page. LibreOffice shrank letters of 13 points to 11.19 on
 * a landscape sheet of 140 characters, and to 11.11 on a portrait sheet of 97 characters, with margins of 0.8 inch
 * together; a landscape form leaves 0.6.
 */
const WIDEST = { landscape: 142, portrait: 97.8 } as const;
const ROOM = { landscape: 11.69, portrait: 8.27 } as const;

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
    const way = print?.orientation ?? 'landscape';
    const { left, right: beside } = print!.margins!;
    expect(width).toBeLessThanOrEqual((WIDEST[way] * (ROOM[way] - left - beside)) / (ROOM[way] - 0.8));
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

/** Pages as a program prints them: rows fill a page until a row does not fit, or a break is set. */
function pagesOf({ rowHeights, columnWidths, print }: NewSheet): readonly (readonly number[])[] {
  const { area, orientation, margins, titleRows, breaks = [] } = print!;
  const [across, down] = orientation === 'landscape' ? [11.69, 8.27] : [8.27, 11.69];
  let width = 0;
  for (let at = 0; at <= area!.right; at += 1) width += columnWidths!.get(at) ?? 9;
  // 11.07 characters of Times New Roman 13 to an inch, as LibreOffice sets them.
  const scale = Math.min(1, ((across - margins!.left - margins!.right) * 11.07) / width);
  const room = (72 * (down - margins!.top - margins!.bottom)) / scale;
  const pages: number[][] = [[]];
  let used = 0;
  for (let row = 0; row <= area!.bottom; row += 1) {
    const height = rowHeights!.get(row) ?? 17;
    if (used + height > room || breaks.includes(row)) {
      pages.push([]);
      used = rowHeights!.get(titleRows![0])!;
    }
    used += height;
    pages.at(-1)!.push(row);
  }
  return pages;
}

describe('a form on paper', () => {
  const village = TA_MA.criteriaSets.find((criteriaSet) => criteriaSet.audience === 'village')!;

  it('with up to 19 criteria takes three pages at most in every movement, with nine two', () => {
    for (const movement of MOVEMENTS)
      for (const set of movement.criteriaSets.filter(({ criteria }) => criteria.length <= 19)) {
        const sheet = reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit: null });
        expect(pagesOf(sheet).length, `${movement.id} ${set.audience}`).toBeLessThanOrEqual(3);
      }
    const nine = { ...village, criteria: village.criteria.slice(0, 9) };
    const sheet = reportTemplate({ movement: TA_MA, set: nine, audience: 'village', period: PERIOD, unit: null });
    expect(pagesOf(sheet).length).toBeLessThanOrEqual(2);
  });

  it('keeps total and signatures together, in every set', () => {
    for (const movement of MOVEMENTS)
      for (const set of movement.criteriaSets) {
        const sheet = reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit: null });
        const { totalRow, footRow } = formGrid(set, 'UBND xã', formShape(movement, set.audience));
        const last = sheet.print!.area!.bottom;
        const pages = pagesOf(sheet);
        expect(pages.find((page) => page.includes(totalRow ?? footRow))).toContain(last);
        expect(sheet.print!.titleRows).toBeDefined();
      }
  });

  it('ends no page with the row of a group, in every set', () => {
    for (const movement of MOVEMENTS)
      for (const set of movement.criteriaSets) {
        const sheet = reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit: null });
        const { rows } = formGrid(set, 'UBND xã', formShape(movement, set.audience));
        const groups = rows.flatMap(({ kind, row }) => (kind === 'group' ? [row] : []));
        for (const page of pagesOf(sheet)) expect(groups, `${movement.id} ${set.audience}`).not.toContain(page.at(-1));
      }
  });

  it('says in the row of a group what all its criteria share, and in no row of them again', () => {
    let shared = 0;
    for (const movement of MOVEMENTS)
      for (const set of movement.criteriaSets) {
        const shape = formShape(movement, set.audience);
        const grid = formGrid(set, committeeOf(movement), shape);
        const { cells } = reportTemplate({ movement, set, audience: set.audience, period: PERIOD, unit: null });
        const method = grid.columns.get('method');
        const textIn = (row: number) => {
          const value = cells.find((cell) => cell.row === row && cell.column === method)!.value;
          return value.kind === 'text' ? value.text : '';
        };
        for (const group of grid.rows.filter((row) => row.kind === 'group')) {
          const own = grid.rows.flatMap((row) =>
            row.kind === 'line' && row.line.kind === 'criterion' && row.line.criterion.group === group.code
              ? [row]
              : [],
          );
          const text = textIn(group.row);
          if (text !== '') shared += 1;
          for (const { row, line } of own) {
            // The whole of it and the rest together are the criterion's own text.
            const whole = methodText(line, grid.committee, shape, { isMarked: grid.isOurs, sentences: [] });
            const joined = `${textIn(row)} ${text.replace('Chung cả nhóm: ', '')}`.trim();
            const sorted = (sentences: string) =>
              sentences
                .split(/(?<=\.) (?=\p{Lu})/u)
                .toSorted()
                .join(' ')
                .trim();
            if (shape === 'full') expect(sorted(joined), `${movement.id} ${line.code}`).toBe(sorted(whole));
          }
        }
      }
    expect(shared).toBeGreaterThan(10);
  });
});
