/** Forms made, filled in by hand, checked, graded, taken back; criteria changed in their sheet; over every host. */
import { describe, expect, test } from 'vitest';
import { fromPoints } from '../../core/base/quantity/points.ts';
import { type FormLine, formGrid } from '../../core/form/form-grid.ts';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { findTable, OWN_TABLES } from '../../session/book/own-tables.ts';
import { pastedUnits, unitsWithAudience } from '../../session/forms/pasted-units.ts';
import type { HostBook } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { checkAndScore } from '../../session/run/check-and-score.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const NOW = '2025-11-06T08:00:00+07:00';
const set = criteriaSetFor(demoMovement(), 'village', PERIOD)!;
const grid = formGrid(set, 'UBND xã');
const column = (role: Parameters<typeof grid.columns.get>[0]) => grid.columns.get(role)!;
const quiet = () => undefined;

/** Fills a form as a unit that reached everything: a = b = 10, yes, the best level, plenty; `falls` rows get a = 1. */
async function fill({ type }: TestHost, sheet: string, falls: readonly string[] = []): Promise<void> {
  await type(sheet, grid.dateCell.row, grid.dateCell.column, '20/10/2025');
  for (const row of grid.rows) {
    if (row.kind !== 'line') continue;
    for (const role of row.line.open) {
      const text = answer(row.line, role, falls.includes(row.line.code));
      if (text !== '') await type(sheet, row.row, column(role), text);
    }
  }
}

function answer({ measure, rule, code }: FormLine, role: string, falls: boolean): string {
  if (role === 'numerator') return falls ? '1' : '10';
  if (role === 'denominator') return '10';
  if (role === 'evidence') return `Báo cáo số ${code.replaceAll('.', '')}/BC-BQL ngày 15/10/2025`;
  if (role !== 'value') return '';
  if (measure === 'yes-no') return 'Có';
  if (rule.kind === 'levels') return rule.levels.toSorted((x, y) => y.points - x.points)[0]!.label;
  if (measure === 'date') return '01/10/2025';
  return '1000';
}

function names({ book }: HostBook): string[] {
  return book.sheets.map(({ name }) => name).sort();
}

/** Where new sheets stand among each other is the host's business. */
function sorted(...list: string[]): string[] {
  return list.sort();
}

describe.each(HOSTS)('forms over %s', (_, open) => {
  const start = async (units: readonly string[]) => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    const made = sure(await pane.makeForms({ audience: 'village', period: PERIOD, units }, quiet));
    const book = async () => sure(await held.host.read());
    return { held, pane, made, book };
  };

  test('without a movement every run is refused with what to do', async () => {
    const pane = paneSession(open().host, { now: () => NOW });
    expect(sure(await pane.open(quiet)).run).toBeNull();
    const refused = await pane.checkAndScore(quiet);
    expect(refused.ok ? '' : refused.refusal.message).toContain('chọn phong trào');
  });

  test('a criterion of a bundled movement is changed in its sheet, which is made for it', async () => {
    const { pane, book } = await start(['Bản Nà Đắng']);
    const criterion = set.criteria.find(
      ({ measure, rule }) => measure === 'percentage' && rule.kind === 'proportional',
    )!;
    const key = { audience: set.audience, phase: set.phase, code: criterion.code };
    const all = String(fromPoints(criterion.maxPoints)).replace('.', ',');
    const inForce = async (edit: Parameters<typeof pane.editCriterion>[1]) => {
      const { workspace } = sure(await pane.editCriterion(key, edit));
      expect(workspace.faults).toEqual([]);
      return criteriaSetFor(workspace.movement!, 'village', PERIOD)!.criteria.find(
        ({ code }) => code === criterion.code,
      )!;
    };
    const steps = `từ 85 %: ${all}; còn lại: 0`;
    expect(await inForce({ title: 'Hộ có cáp quang', rule: steps })).toMatchObject({
      ...{ title: 'Hộ có cáp quang', maxPoints: criterion.maxPoints },
      rule: {
        kind: 'bands',
        bands: [
          { from: 85, points: criterion.maxPoints },
          { to: 85, points: 0 },
        ],
      },
    });
    expect(findTable(await book(), OWN_TABLES.criteria.table)).toBeDefined();
    // The second time the sheet stands, and its row is written.
    expect(await inForce({ rule: 'Hội đồng chấm' })).toMatchObject({
      ...{ title: 'Hộ có cáp quang', rule: { kind: 'council-graded' } },
    });
    const other = await pane.editCriterion(key, { rule: `Họp 4 lần: ${all} điểm` });
    expect(other.ok ? '' : other.refusal.message).toContain('cần số liệu dạng khác');
  });

  test('makes a form for each pasted unit; existing sheets stay; undo removes exactly the new sheets', async () => {
    const { pane, made, book } = await start(['1. Bản Nà Đắng', '2.\tBản Pa Cá', '', 'Bản Nà Đắng']);
    expect(names(await book())).toEqual(sorted('Bìa', 'Cài đặt', 'Đơn vị', 'Bản Nà Đắng', 'Bản Pa Cá'));
    expect(made.workspace.sheets.map(({ unit, state }) => [unit, state])).toEqual([
      ['Bản Nà Đắng', 'empty'],
      ['Bản Pa Cá', 'empty'],
    ]);
    const more = sure(
      await pane.makeForms({ audience: 'village', period: PERIOD, units: ['Bản Pa Cá', 'Bản Xá Tự'] }, quiet),
    );
    expect(more.message).toContain('Giữ nguyên 1');
    expect(names(await book())).toEqual(sorted('Bìa', 'Cài đặt', 'Đơn vị', 'Bản Nà Đắng', 'Bản Pa Cá', 'Bản Xá Tự'));
    expect(findTable(await book(), OWN_TABLES.register.table)?.rows).toHaveLength(3);
    sure(await pane.undo());
    expect(names(await book())).toEqual(sorted('Bìa', 'Cài đặt', 'Đơn vị', 'Bản Nà Đắng', 'Bản Pa Cá'));
    expect(findTable(await book(), OWN_TABLES.register.table)?.rows).toHaveLength(2);
  });

  test('a list assigns each form by a cell or by the name; asks about units without either', async () => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    const units = ['STT\tĐơn vị\tĐối tượng', '1\tBản Nà Đắng', '2\tChi bộ\tbản', '3\tVăn phòng HĐND và UBND xã'];
    const made = sure(await pane.makeForms({ audience: null, period: PERIOD, units }, quiet));
    expect(made.workspace.sheets.map(({ unit, audience }) => [unit, audience])).toEqual([
      ['Bản Nà Đắng', 'village'],
      ['Chi bộ', 'village'],
      ['Văn phòng HĐND và UBND xã', 'agency'],
    ]);
    const nobody = [{ ...demoMovement().audiences[0]!, kind: 'village', name: 'Bản', competes: false }];
    expect(unitsWithAudience('Xóm 5\nChợ', nobody)).toEqual([
      { name: 'Xóm 5', audience: null },
      { name: 'Chợ', audience: null },
    ]);
  });

  test('units that differ by a tone, or are called like a sheet of ours, each have their form and their line', async () => {
    const units = ['Bản Nà Mới', 'Bản Na Mới', 'Cảnh báo'];
    const { made, book } = await start(units);
    expect(made.workspace.sheets.map(({ unit }) => unit).sort()).toEqual([...units].sort());
    expect(made.message).toContain('Bản Nà Mới, Bản Na Mới');
    expect(findTable(await book(), OWN_TABLES.register.table)?.rows.map(([name]) => name)).toEqual(units);
  });

  test('a sheet of the office that has the name of our list of units stops nothing and stays', async () => {
    const own = {
      name: 'Đơn vị',
      cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'Điện thoại' } }],
    } as const;
    const { host } = open(newBook([own]));
    const pane = paneSession(host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    sure(await pane.makeForms({ audience: 'village', period: PERIOD, units: ['Bản Nà Mới'] }, quiet));
    const book = sure(await host.read());
    expect(names(book)).toEqual(sorted('Đơn vị', 'Đơn vị (2)', 'Cài đặt', 'Bản Nà Mới'));
    expect(findTable(book, OWN_TABLES.register.table)?.sheet).toBe('Đơn vị (2)');
  });

  test('a line that is no name is refused, and nothing is made', async () => {
    const held = open();
    const pane = paneSession(held.host, { now: () => NOW });
    sure(await pane.saveSettings({ movement: 'ta-ma-2023-2030', period: PERIOD }));
    const units = ['Bản Nà Mới', `Bản ${'rất dài '.repeat(20)}`];
    const refused = await pane.makeForms({ audience: 'village', period: PERIOD, units }, quiet);
    expect(refused.ok ? '' : refused.refusal.message).toContain('Bản rất dài');
    expect(names(sure(await held.host.read()))).toEqual(sorted('Bìa', 'Cài đặt'));
  });

  test('filled forms are checked, ranked, graded by the council; runs can be taken back, a grade is withdrawn', async () => {
    const { held, pane, book } = await start(['Bản Nà Đắng', 'Bản Pa Cá']);
    const percentage = grid.rows.flatMap((row) =>
      row.kind === 'line' && row.line.open.has('numerator') ? [row.line.code] : [],
    )[0]!;
    await fill(held, 'Bản Nà Đắng');
    await fill(held, 'Bản Pa Cá', [percentage]);
    const before = sure(await pane.open(quiet));
    expect(before.run).toBeNull();
    expect(before.sheets.map(({ state }) => state)).toEqual(['waiting', 'waiting']);

    sure(await pane.checkAndScore(quiet));
    sure(await pane.undo());
    expect(names(await book())).toEqual(sorted('Bìa', 'Cài đặt', 'Đơn vị', 'Bản Nà Đắng', 'Bản Pa Cá'));
    expect(sure(await pane.open(quiet)).run).toBeNull();
    const checked = sure(await pane.checkAndScore(quiet)).workspace;
    const errors = checked.run!.flags.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, cell }) => [code, cell?.address])).toEqual([]);
    expect(checked.run!.rankings.map(({ rank, unit }) => [rank, unit])).toEqual([
      [1, 'Bản Nà Đắng'],
      [2, 'Bản Pa Cá'],
    ]);
    expect(checked.sheets.map(({ state }) => state)).toEqual(['scored', 'scored']);
    expect(sure(await pane.open(quiet)).sheets.map(({ state }) => state)).toEqual(['scored', 'scored']);

    const [first] = checked.queue;
    const item = first!.items.find(({ flag }) => flag === null)!;
    const wanted = { unit: first!.unit, flag: null, criterion: item.criterion, who: 'Lò Văn A' } as const;
    const tooMany = await pane.decide({ ...wanted, kind: 'adjust', points: item.points!.max + 1, reason: 'Tốt' });
    expect(tooMany.ok ? '' : tooMany.refusal.code).toBe('points-outside');
    const graded = sure(
      await pane.decide({ ...wanted, kind: 'adjust', points: item.points!.max, reason: 'Tốt' }),
    ).workspace;
    expect(graded.decisions).toHaveLength(1);
    const totalOf = (workspace: typeof graded) =>
      workspace.run!.rankings.find(({ unit }) => unit === first!.unit)!.points;
    expect(totalOf(graded) - totalOf(checked)).toBe(item.points!.max);

    const { id } = graded.decisions[0]!;
    const back = sure(await pane.withdraw({ id, reason: 'Chấm nhầm', who: 'Lò Văn A' })).workspace;
    expect(totalOf(back)).toBe(totalOf(checked));
  });

  test('criteria are changed in their sheet and points follow; with a wrong sum nothing is used, and the cell is reported', async () => {
    const { held, pane, book } = await start(['Bản Nà Đắng']);
    await fill(held, 'Bản Nà Đắng');
    const plain = sure(await checkAndScore(held.host)).run.result;
    sure(await pane.openCriteria('village'));
    const table = findTable(await book(), OWN_TABLES.criteria.table)!;
    const at = (name: string) => table.range.left + table.columns.indexOf(name);
    const rowOf = (code: string) =>
      table.range.top +
      1 +
      table.rows.findIndex((row) => row.includes(code) && row.includes(set.version) && row.includes('Bản'));
    const scored = plain.reports[0]!.score!.points.filter(({ points, max }) => points === max && max > 100);
    const [criterionScore, other] = scored as [(typeof scored)[0], (typeof scored)[0]];
    const retype = (code: string, points: number) =>
      held.type(table.sheet, rowOf(code), at('Điểm tối đa'), String(fromPoints(points)).replace('.', ','));

    await retype(criterionScore.criterion, criterionScore.max + 100);
    const unbalanced = sure(await checkAndScore(held.host));
    expect(unbalanced.loaded.faults.join()).toMatch(/Trang "Tiêu chí".*Đang chấm theo bộ tiêu chí gốc/);
    const earned = (run: typeof plain) =>
      run.reports[0]!.score!.points.map(({ criterion, points, max }) => [criterion, points, max]);
    expect(earned(unbalanced.run.result)).toEqual(earned(plain));
    await retype(other.criterion, other.max - 100);
    const changed = sure(await checkAndScore(held.host)).run.result.reports[0]!.score!;
    const points = (code: string) => changed.points.find(({ criterion }) => criterion === code)!.points;
    expect(points(criterionScore.criterion)).toBe(criterionScore.max + 100);
    expect(points(other.criterion)).toBe(other.max - 100);
  });
});

describe('a pasted list', () => {
  test.each([
    ['numbering', '1\tBản A\tx\n2) Bản B\n- Bản C\n12.   Bản D\n3.Bản E\n* Bản F', ['A', 'B', 'C', 'D', 'E', 'F']],
    ['headings and empty lines', 'STT\tTên đơn vị\n\n  \n7\nBản A', ['A']],
    ['doubles in any spelling', 'Bản Hoà\nbản  hòa\nBản\u200b Hoà', ['Hoà']],
    ['accents of either form', `Bản Nà\n${'Bản Nà'.normalize('NFD')}`, ['Nà']],
    ['names that differ by a tone only', 'Bản Nà\nBản Na\nBản Nả', ['Nà', 'Na', 'Nả']],
  ])('is read with its %s', (_, pasted, names) => {
    expect(pastedUnits(pasted)).toEqual(names.map((name) => `Bản ${name}`));
  });

  test('keeps a number that belongs to the name', () => {
    expect(pastedUnits('Tổ dân phố 3\n12A Khu phố')).toEqual(['Tổ dân phố 3', '12A Khu phố']);
  });
});
