/** The short forms of two quarters: sent out, filled in, read into the progress of the plan's targets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dossierBook } from '../../core/dossier/dossier-sheets.ts';
import { formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import { findMovement } from '../../core/movements/index.ts';
import { registerUnitSchema } from '../../core/report/register.ts';
import { cellAt } from '../../core/sheet/grid/sheet.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { newFolder, runCli, write } from './command-line.ts';

const TA_MA = findMovement('ta-ma-2023-2030')!;
const UNITS = ['Bản Nà Đắng', 'Bản Háng Chua'];
const register = UNITS.map((name) => registerUnitSchema.parse({ name, audience: 'village', registered: true }));
const SET = criteriaSetFor(followUpMovement(TA_MA)!, 'village', { kind: 'quarter', year: 2025, quarter: 2 })!;
const GRID = formGrid(SET, 'UBND xã', 'follow-up');
const rowOf = (code: string) => GRID.rows.find((row) => row.kind === 'line' && row.line.code === code)!.row;

/** Types a of 100 into every ratio, a into every count. */
function fill(path: string, a: number, on = '20/06/2025'): void {
  const bytes = readFileSync(path);
  const book = readBook(bytes);
  const sheet = book.ok ? book.value.sheets[0]!.name : '';
  const put = (row: number, role: 'numerator' | 'denominator' | 'value', number: number) => {
    return {
      kind: 'write' as const,
      sheet,
      row,
      column: GRID.columns.get(role)!,
      value: { kind: 'number' as const, number },
    };
  };
  const actions = SET.criteria.flatMap(({ code, measure }) =>
    measure === 'percentage'
      ? [put(rowOf(code), 'numerator', a), put(rowOf(code), 'denominator', 100)]
      : [put(rowOf(code), 'value', a)],
  );
  const day = { kind: 'text' as const, text: on };
  const patched = patchBook(bytes, [...actions, { kind: 'write', sheet, ...GRID.dateCell, value: day }]);
  if (!patched.ok || patched.value.refused.length > 0) throw new Error('form cannot be filled');
  write(path, '', patched.value.bytes);
}

describe('follow-up forms', () => {
  const folder = newFolder();
  write(folder, 'ho-so.xlsx', dossierBook(TA_MA, register));
  const template = ['template', 'ho-so.xlsx', '--follow-up', '--audience', 'village'];
  const progress = ['progress', '--movement', 'ho-so.xlsx'];

  it('are sent out, read without a flag, and add up over the units', () => {
    expect(runCli(folder, [...template, '--period', '2025-Q2', '--out', 'q2'])).toMatchObject({ code: 0, stderr: '' });
    UNITS.forEach((unit, at) => {
      fill(join(folder, 'q2', `${unit}.xlsx`), 30 + 10 * at);
    });
    const read = runCli(folder, [...progress, 'q2', '--period', '2025-Q2', '--strict']);
    expect([read.code, read.stderr]).toEqual([0, '']);
    expect(read.stdout).toMatch(/^TIẾN ĐỘ QUÝ II NĂM 2025\n/);
    expect(read.stdout).toContain('70/200 = 35 %; kế hoạch trên 40 %; chưa đến hạn; 2 đơn vị có số liệu.');
    // All targets fall due after the quarter: none is judged.
    expect(read.stdout).not.toMatch(/chưa đạt|chưa đủ số liệu/);
    expect(read.stdout).not.toMatch(/LỖI|CẢNH BÁO/);
  });

  it('of the next quarter print the last figure beside, and progress tells both', () => {
    const made = runCli(folder, [...template, '--period', '2025-Q3', '--previous', 'q2', '--out', 'q3']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const book = readBook(readFileSync(join(folder, 'q3', `${UNITS[1]}.xlsx`)));
    const before = book.ok && cellAt(book.value.sheets[0]!, rowOf('1.2'), GRID.columns.get('before')!)?.value;
    expect(before).toBe('40/100 = 40 %\n(quý II năm 2025)');
    fill(join(folder, 'q3', `${UNITS[0]}.xlsx`), 60);
    const read = runCli(folder, [...progress, 'q3', '--previous', 'q2', '--period', '2025-Q3', '--json']);
    const { targets } = JSON.parse(read.stdout);
    const evidence = SET.criteria.find(({ code }) => code === '1.2')?.target?.code;
    const internet = targets.find(({ code }: { code: string }) => code === evidence);
    expect(internet).toMatchObject({
      figure: { a: 60, b: 100 },
      state: 'not-due',
      units: { gave: [UNITS[0]] },
    });
    expect(internet.units.missing).toMatchObject([{ unit: UNITS[1] }]);
    expect(internet.earlier).toMatchObject([{ period: '2025-Q2', figure: { a: 70, b: 200 } }]);
  });

  it('go out every week, and progress tells who is missing how many weeks in a row', () => {
    const weeks = ['2025-W38', '2025-W39', '2025-W40', '2025-09-29..2025-10-07'];
    for (const [at, week] of weeks.entries()) {
      const made = runCli(folder, [...template, '--period', week, '--out', `tuan/${at}`]);
      expect(made).toMatchObject({ code: 0, stderr: '' });
      fill(join(folder, 'tuan', String(at), `${UNITS[0]}.xlsx`), 40 + at, '06/10/2025');
    }
    fill(join(folder, 'tuan/0', `${UNITS[1]}.xlsx`), 33, '20/09/2025');
    const before = ['--previous', 'tuan'];
    const read = runCli(folder, [...progress, 'tuan/2', '--period', '2025-W40', ...before]);
    expect([read.code, read.stderr]).toEqual([0, '']);
    expect(read.stdout).toMatch(/^TIẾN ĐỘ TỪ NGÀY 29\/09\/2025 ĐẾN NGÀY 05\/10\/2025\n/);
    expect(read.stdout).toContain('  Bản Nà Đắng: đã nộp\n  Bản Háng Chua: chưa nộp 2 kỳ liền\n');
    expect(read.stdout).toMatch(/1\/2 đơn vị chưa nộp: Bản Háng Chua \(2 kỳ liền\)\. Đề nghị/);
    const { units, messages } = JSON.parse(
      runCli(folder, [...progress, 'tuan/2', '--period', '2025-W40', ...before, '--json']).stdout,
    );
    expect(units).toMatchObject([
      { unit: 'Bản Nà Đắng', sent: true, missed: 0 },
      { unit: 'Bản Háng Chua', sent: false, missed: 2 },
    ]);
    expect(messages).toHaveLength(1);
    const campaign = runCli(folder, [...progress, 'tuan/3', '--period', weeks[3]!, '--json']);
    expect(JSON.parse(campaign.stdout)).toMatchObject({ period: weeks[3], units: [{ sent: true }, { missed: 1 }] });
  });

  it('are for parts of a year only', () => {
    const year = runCli(folder, [...template, '--period', '2025', '--out', 'nam']);
    expect(year).toMatchObject({ code: 2, stderr: expect.stringContaining('Biểu theo dõi dành cho tháng, quý') });
  });
});
