/** Targets given out to units in the workbook: pasted as a plan has them, read back, and scored against at once. */
import { expect, test } from 'vitest';
import { criteriaSetFor } from '../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { findMovement } from '../../core/movements/index.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { correctReport } from '../fixtures/correct-report.ts';
import { withEntry } from '../fixtures/filled-report.ts';
import { layoutSheet } from '../fixtures/layouts.ts';
import { HOSTS, sure } from './session-hosts.ts';

const PERIOD = { kind: 'year', year: 2025 } as const;
const base = findMovement('ta-ma-2023-2030')!;
const movement: Movement = {
  ...base,
  id: 'giao-chi-tieu',
  criteriaSets: base.criteriaSets.map((set) => ({
    ...set,
    criteria: set.criteria.map((criterion) =>
      criterion.code === '1.3' && set.audience === 'village'
        ? { ...criterion, rule: { kind: 'assigned', below: 'nothing' }, target: null }
        : criterion,
    ),
  })),
};
const UNITS = ['Bản Nà Đắng', 'Bản Phiêng Cải'];

test.each(HOSTS)('are pasted and scored against, over %s', async (_, open) => {
  const quiet = () => undefined;
  const session = paneSession(open().host);
  sure(await session.takeMovement({ movement, units: [], pictures: new Map() }));
  const set = criteriaSetFor(movement, 'village', PERIOD)!;
  const files = UNITS.map((unit, at) => {
    const report = withEntry(correctReport(set, movement, unit, at + 1, { period: PERIOD }), '1.3', {
      a: 30,
      b: 60,
      value: 50,
    });
    return { name: `${unit}.xlsx`, bytes: newBook([layoutSheet('form', report, { sheet: unit }).sheet]) };
  });
  sure(await session.collect(files, quiet));
  const pointsIn = async () => {
    const { run } = sure(await session.checkAndScore(quiet)).workspace;
    return UNITS.map((unit) => {
      const own = run!.reports.find((report) => report.unit === unit)!.score!;
      const { points, high, status } = own.points.find(({ criterion }) => criterion === '1.3')!;
      return [points, high, status];
    });
  };
  const max = set.criteria.find(({ code }) => code === '1.3')!.maxPoints;
  expect(await pointsIn()).toEqual(UNITS.map(() => [0, max, 'in-doubt']));
  expect(sure(await session.assignedTargets()).missing.join()).toContain('chưa giao cho: Bản Nà Đắng; Bản Phiêng Cải.');
  expect(await session.giveTargets('chưa có gì')).toMatchObject({ ok: false, refusal: { code: 'no-targets' } });
  const given = sure(
    await session.giveTargets('TT\tThôn\t1.3. Tỷ lệ giao\n1\tBản Nà Đắng\t45\n2\tBản Phiêng Cải\t60\n3\tCộng\t\n'),
  );
  expect(given.message).toContain('Đã ghi 2 chỉ tiêu');
  expect(sure(await session.assignedTargets()).targets).toHaveLength(2);
  expect(await pointsIn()).toEqual([
    [max, max, 'settled'],
    [0, 0, 'settled'],
  ]);
  // Without a register a name is as likely mistyped as new; who has no target yet is named.
  const more = sure(await session.giveTargets('Thôn\t1.3\nBản Nà Đắng\t45\nBản Lạ Hoắc\t5O\nBản Lạ\t10\n'));
  expect(more.message).toContain('Đã ghi 1 chỉ tiêu');
  expect(more.message).toContain('1 chỉ tiêu đã có');
  expect(more.left).toContain('Bảng dán”, hàng 3');
  expect(sure(await session.assignedTargets()).withoutReport).toEqual(['Bản Lạ']);
  const both = await session.giveTargets('Thôn\t1.3\nBản Nà Đắng\t45\nBản Nà Đắng\t46\n');
  expect(both).toMatchObject({ ok: false });
  expect(both.ok ? '' : both.refusal.message).toContain('bảng ghi 45 và 46; chưa ghi mức nào');
  // A later row holds; the act can be undone.
  sure(await session.giveTargets('Đơn vị\tMã tiêu chí\tChỉ tiêu giao\tKỳ\nBản Phiêng Cải\t1.3\t50\t2025\n'));
  expect(await pointsIn()).toEqual(UNITS.map(() => [max, max, 'settled']));
});
