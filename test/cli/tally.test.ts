/** A village's book of households: made, filled in, added up into the village's own form; no name leaves it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formGrid } from '../../core/form/form-grid.ts';
import { tallyPlan } from '../../core/form/tally-plan.ts';
import { TALLY_FIRST } from '../../core/form/tally-sheet.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { findMovement } from '../../core/movements/index.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { NewValue } from '../../core/sheet/workbook/port.ts';
import { newFolder, runCli, write } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const SET = criteriaSetFor(TA_MA, 'village', { kind: 'year', year: 2025 })!;
const PLAN = tallyPlan(SET);
const GRID = formGrid(SET, 'UBND xã');
const FIRST_ROW = 10;
const UNIT = ['--audience', 'village', '--period', '2025', '--unit', 'Bản Nà Đắng'];
const FILL = ['--movement', TA_MA.id, '--form', 'bieu.xlsx', '-o', 'ra.xlsx'];
const ask = (code: string) => TALLY_FIRST + PLAN.bases.length + PLAN.asks.findIndex((ask) => ask.code === code);
const text = (value: string): NewValue => ({ kind: 'text', text: value });
const number = (value: number): NewValue => ({ kind: 'number', number: value });

/** Five households: four people each, three of them in every count; every second household says yes. */
function households(): Map<string, NewValue> {
  const cells = new Map<string, NewValue>();
  for (let at = 0; at < 5; at += 1) {
    cells.set(`${FIRST_ROW + at}/1`, text(`Giàng A Bí Mật ${at}`));
    for (let base = 0; base < PLAN.bases.length; base += 1)
      cells.set(`${FIRST_ROW + at}/${TALLY_FIRST + base}`, number(4));
    for (const { code, kind } of PLAN.asks)
      cells.set(`${FIRST_ROW + at}/${ask(code)}`, kind === 'people' ? number(3) : text(at % 2 === 0 ? 'Có' : 'Không'));
  }
  return cells;
}

function typeInto(path: string, cells: ReadonlyMap<string, NewValue>): void {
  const bytes = readFileSync(path);
  const book = readBook(bytes);
  const sheet = book.ok ? book.value.sheets[0]!.name : '';
  const actions = [...cells].map(([key, value]) => {
    const [row = 0, column = 0] = key.split('/').map(Number);
    return { kind: 'write' as const, sheet, row, column, value };
  });
  const patched = patchBook(bytes, actions);
  if (!patched.ok || patched.value.refused.length > 0) throw new Error('not typed');
  write(path, '', patched.value.bytes);
}

function started(cells: ReadonlyMap<string, NewValue>): string {
  const folder = newFolder();
  expect(runCli(folder, ['template', TA_MA.id, '--tally', ...UNIT, '-o', 'so.xlsx'])).toMatchObject({ code: 0 });
  expect(runCli(folder, ['template', TA_MA.id, ...UNIT, '-o', 'bieu.xlsx'])).toMatchObject({ code: 0 });
  typeInto(join(folder, 'so.xlsx'), cells);
  return folder;
}

function figure(folder: string, code: string): unknown[] {
  const book = readBook(readFileSync(join(folder, 'ra.xlsx')));
  const row = GRID.rows.find((row) => row.kind === 'line' && row.line.code === code)!.row;
  const at = (role: 'numerator' | 'denominator' | 'value') =>
    (book.ok && cellAt(book.value.sheets[0]!, row, GRID.columns.get(role)!)?.value) ?? null;
  return [at('numerator'), at('denominator'), at('value')];
}

describe('tally', () => {
  it('asks households where the criteria count households, people where they count people', () => {
    expect(PLAN.asks.map(({ code, kind, isPair }) => [code, kind, isPair])).toEqual([
      ['1.2', 'household', true],
      ['1.3', 'people', true],
      ['2.1', 'people', true],
      ['2.2', 'people', true],
      ['2.3', 'household', false],
      ['2.4', 'people', true],
    ]);
    expect(PLAN.bases).toEqual(['Số người dân', 'Số người từ 18 tuổi trở lên']);
  });

  it('adds up into the form, and no name of a household goes along', () => {
    const folder = started(households());
    const run = runCli(folder, ['tally', 'so.xlsx', ...FILL]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    expect(run.stdout).toBe('Đã cộng 5 hộ, điền 6 tiêu chí (1.2, 1.3, 2.1, 2.2, 2.3, 2.4) vào ra.xlsx\n');
    expect(figure(folder, '1.2').slice(0, 2)).toEqual([3, 5]);
    expect(figure(folder, '1.3').slice(0, 2)).toEqual([15, 20]);
    expect(figure(folder, '2.3')[2]).toBe(3);
    const book = readBook(readFileSync(join(folder, 'ra.xlsx')));
    expect(JSON.stringify(book.ok && [...book.value.sheets[0]!.rows])).not.toContain('Bí Mật');
  });

  it('names the rows in doubt, never the household, and leaves their criterion open', () => {
    const cells = households();
    cells.delete(`${FIRST_ROW + 1}/${ask('1.2')}`);
    cells.set(`${FIRST_ROW + 2}/${ask('1.2')}`, text('hình như có'));
    cells.set(`${FIRST_ROW + 3}/${ask('1.3')}`, number(9));
    cells.set(`${FIRST_ROW + 4}/1`, text('Giàng A Bí Mật 0'));
    const folder = started(cells);
    const run = runCli(folder, ['tally', 'so.xlsx', ...FILL]);
    expect(run.stderr.split('\n')).toEqual([
      'Hàng 11 và 15 cùng tên chủ hộ: xem có phải ghi một hộ hai lần không.',
      '1.2: hàng 12 chưa chọn, hàng 13 không rõ là Có hay Không.',
      '1.3: hàng 14 ghi 9 trên 4 người.',
      '',
    ]);
    expect(run.stdout).toContain('điền 4 tiêu chí (2.1, 2.2, 2.3, 2.4)');
    expect(run.stdout + run.stderr).not.toContain('Bí Mật');
    expect(figure(folder, '1.2').slice(0, 2)).toEqual([null, null]);
  });

  it('replaces nothing the village has written, and takes no book of somebody else', () => {
    const folder = started(households());
    const row = GRID.rows.find((row) => row.kind === 'line' && row.line.code === '1.2')!.row;
    typeInto(join(folder, 'bieu.xlsx'), new Map([[`${row}/${GRID.columns.get('numerator')}`, number(4)]]));
    const run = runCli(folder, ['tally', 'so.xlsx', ...FILL]);
    expect(run.stderr).toMatch(/^1\.2: ô [A-Z]+\d+ đã ghi 4, sổ cộng được 3\.\n$/);
    expect(figure(folder, '1.2').slice(0, 2)).toEqual([4, null]);
    const other = ['--audience', 'village', '--period', '2025', '--unit', 'Bản Háng Chua', '-o', 'bieu.xlsx'];
    expect(runCli(folder, ['template', TA_MA.id, ...other]).code).toBe(0);
    expect(runCli(folder, ['tally', 'so.xlsx', ...FILL])).toMatchObject({
      code: 2,
      stderr: 'Sổ là của “Bản Nà Đắng, năm 2025”, còn biểu là của “Bản Háng Chua, năm 2025”.\n',
    });
  });
});
