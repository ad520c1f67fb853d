/**
 * What used to be the command line's alone, over every host: books of households added up into the reports of the open
 * workbook, and the course towards the targets from follow-up forms.
 */
import { describe, expect, test } from 'vitest';
import type { Period } from '../../core/base/period/period.ts';
import { formGrid } from '../../core/form/form-grid.ts';
import { tallyPlan } from '../../core/form/tally-plan.ts';
import { TALLY_FIRST, tallySheet } from '../../core/form/tally-sheet.ts';
import { reportTemplate } from '../../core/form/template.ts';
import type { CriteriaSet } from '../../core/movement/criteria-set.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { NewCell, NewSheet } from '../../core/sheet/workbook/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { HOSTS, sure } from './session-hosts.ts';

const movement = demoMovement();
const YEAR = { kind: 'year', year: 2025 } as const;
const SET = criteriaSetFor(movement, 'village', YEAR)!;
const PLAN = tallyPlan(SET);
const UNIT = 'Bản Nà Đắng';
const nothing = () => undefined;
const number = (row: number, column: number, value: number): NewCell => ({
  row,
  column,
  value: { kind: 'number', number: value },
});

function typed(sheet: NewSheet, cells: readonly NewCell[]): Uint8Array {
  const others = sheet.cells.filter(
    (cell) => !cells.some(({ row, column }) => row === cell.row && column === cell.column),
  );
  return newBook([{ ...sheet, cells: [...others, ...cells] }]);
}

/** Four households of four people each, three of them in every count; two of them say yes. */
function householdBook(unit: string) {
  const sheet = tallySheet({ movement, set: SET, audience: 'village', period: YEAR, unit })!;
  const cells = [0, 1, 2, 3].flatMap((at): NewCell[] => {
    const row = 10 + at;
    const text = (column: number, words: string): NewCell => ({ row, column, value: { kind: 'text', text: words } });
    return [
      text(1, `Giàng A Bí Mật ${at}`),
      ...PLAN.bases.map((_, base) => number(row, TALLY_FIRST + base, 4)),
      ...PLAN.asks.map(({ kind }, ask) => {
        const column = TALLY_FIRST + PLAN.bases.length + ask;
        return kind === 'people' ? number(row, column, 3) : text(column, at % 2 === 0 ? 'Có' : 'Không');
      }),
    ];
  });
  return { name: `Sổ hộ ${unit}.xlsx`, bytes: typed(sheet, cells) };
}

function form(unit: string) {
  const subject = { movement, set: SET, audience: 'village', unit, period: YEAR };
  return { name: `${unit}.xlsx`, bytes: newBook([reportTemplate(subject)]) };
}

function rowOf(set: CriteriaSet, shape: 'full' | 'follow-up', code: string): number {
  return formGrid(set, 'UBND xã', shape).rows.find((row) => row.kind === 'line' && row.line.code === code)!.row;
}

const MOVING = followUpMovement(movement)!;

function followUp(unit: string, period: Period, a: number) {
  const set = criteriaSetFor(MOVING, 'village', period)!;
  const sheet = reportTemplate({ movement: MOVING, set, audience: 'village', unit, period, before: new Map() });
  const grid = formGrid(set, 'UBND xã', 'follow-up');
  const row = rowOf(set, 'follow-up', '1.2');
  const cells = [number(row, grid.columns.get('numerator')!, a), number(row, grid.columns.get('denominator')!, 100)];
  return { name: `${unit} ${JSON.stringify(period)}.xlsx`, bytes: typed(sheet, cells) };
}

describe.each(HOSTS)('over %s', (_, open) => {
  test('a book of households goes into the report of its own village, counts only, and can be taken back', async () => {
    const held = open();
    const session = paneSession(held.host, { now: () => '2025-11-21T09:00:00+07:00' });
    sure(await session.saveSettings({ movement: movement.id, period: YEAR }));
    sure(await session.collect([form(UNIT), form('Bản Háng Chua')], nothing));
    const { message, left } = sure(await session.fillTally([householdBook(UNIT), householdBook('Bản Phiêng Cải')]));
    expect(message).toBe(`${UNIT}, năm 2025: đã cộng 4 hộ, điền 6 tiêu chí (1.2, 1.3, 2.1, 2.2, 2.3, 2.4).`);
    expect(left).toBe(
      '"Sổ hộ Bản Phiêng Cải.xlsx": Sổ là của “Bản Phiêng Cải, năm 2025”, nhưng chưa có báo cáo nào của đơn vị và kỳ ấy.',
    );
    const figures = async () => {
      const sheet = sure(await held.host.read()).book.sheets.find(({ name }) => name === UNIT)!;
      const { columns } = formGrid(SET, 'UBND xã');
      return (['1.2', '1.3'] as const).map((code) =>
        (['numerator', 'denominator'] as const).map(
          (role) => cellAt(sheet, rowOf(SET, 'full', code), columns.get(role)!)?.value ?? null,
        ),
      );
    };
    expect(await figures()).toEqual([
      [2, 4],
      [12, 16],
    ]);
    const { book } = sure(await held.host.read());
    expect(JSON.stringify(book.sheets.map(({ rows }) => [...rows]))).not.toContain('Bí Mật');
    // The same book again changes nothing; a figure somebody wrote stays, and is reported.
    expect(sure(await session.fillTally([householdBook(UNIT)])).left).toBe('');
    sure(await session.undo());
    expect(await figures()).toEqual([
      [null, null],
      [null, null],
    ]);
    const refused = await session.fillTally([form('Bản Háng Chua')]);
    expect(refused.ok ? '' : refused.refusal.message).toBe(
      '“Bản Háng Chua.xlsx”: Không phải sổ theo dõi hộ của bộ tiêu chí trong báo cáo.',
    );
  });
});

test('the course towards the targets comes from the selected forms, and leaves the workbook unchanged', async () => {
  const held = HOSTS[0]![1]();
  const session = paneSession(held.host, { now: () => '2025-11-21T09:00:00+07:00' });
  sure(await session.saveSettings({ movement: movement.id, period: YEAR }));
  const before = JSON.stringify([...sure(await held.host.read()).book.sheets.map(({ rows }) => [...rows])]);
  const [second, third] = [2, 3].map((quarter): Period => ({ kind: 'quarter', year: 2025, quarter: quarter as 2 | 3 }));
  const files = [
    followUp(UNIT, third!, 50),
    followUp('Bản Háng Chua', third!, 30),
    followUp(UNIT, second!, 20),
    form(UNIT),
    { name: 'hỏng.xlsx', bytes: new Uint8Array([1, 2, 3]) },
  ];
  const course = sure(await session.followUpCourse(files));
  expect(course.period).toEqual(third);
  const fibre = course.targets.find(({ code }) => code === 'TM-G02');
  expect([fibre?.figure, fibre?.level, fibre?.earlier.map(({ period, figure }) => [period, figure.value])]).toEqual([
    { a: 80, b: 200, value: 40 },
    'trên 40 %',
    [['2025-Q2', 20]],
  ]);
  expect(course.unused).toEqual([
    { file: `${UNIT}.xlsx`, reason: 'là báo cáo năm 2025, không phải biểu theo dõi.' },
    { file: 'hỏng.xlsx', reason: expect.stringMatching(/./) },
  ]);
  const after = JSON.stringify([...sure(await held.host.read()).book.sheets.map(({ rows }) => [...rows])]);
  expect(after).toBe(before);
});
