/** Targets given out to units on the command line: each is scored against its own, and who was given none is named. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Movement } from '../../core/movement/movement.ts';
import { findMovement } from '../../core/movements/index.ts';
import { withEntry } from '../fixtures/filled-report.ts';
import { filled, newFolder, runCli, write, writeReport } from './command-line.ts';

const folder = newFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = findMovement('ta-ma-2023-2030')!;
const movement: Movement = {
  ...base,
  id: 'giao-chi-tieu',
  criteriaSets: base.criteriaSets.map((set) => ({
    ...set,
    criteria: set.criteria.map((criterion) =>
      criterion.code === '1.3' && set.audience === 'village'
        ? { ...criterion, rule: { kind: 'assigned', below: 'proportional' }, target: null }
        : criterion,
    ),
  })),
};

describe('targets of each unit', () => {
  it('score the same figure differently, leave out who was given none, and name who is missing', () => {
    const dossier = write(folder, 'ho-so.json', JSON.stringify(movement));
    const units = ['Bản Nà Đắng', 'Bản Phiêng Cải', 'Bản Háng Chua', 'Bản Pa Cá'];
    for (const [at, unit] of units.entries()) {
      const report = withEntry(filled(movement, 'village', unit, at + 1), '1.3', { a: 30, b: 60, value: 50 });
      writeReport(join(folder, 'bao-cao'), `${unit}.xlsx`, 'form', report);
    }
    const table = write(
      folder,
      'giao.csv',
      '\uFEFFThôn;1.3 giao\nBản Nà Đắng;40\nBản Phiêng Cải;100\nBản Háng Chua;Không giao\nBản Lạ;9\n',
    );
    write(folder, 'don-vi.csv', `Tên đơn vị;Đối tượng\n${units.map((unit) => `${unit};village`).join('\n')}\n`);
    const args = [
      'bao-cao',
      '--movement',
      dossier,
      '--period',
      '2025',
      '--units',
      'don-vi.csv',
      '-o',
      'ket-qua',
      '--json',
    ];
    const done = runCli(folder, ['score', ...args, '--targets', table]);
    expect(done.stderr).toBe('');
    const { reports, notes } = JSON.parse(done.stdout);
    const pointsOf = (unit: string) =>
      reports
        .find((report: { unit: string }) => report.unit === unit)
        .score.points.find((point: { criterion: string }) => point.criterion === '1.3');
    const { max } = pointsOf('Bản Nà Đắng');
    expect(pointsOf('Bản Nà Đắng')).toMatchObject({
      computed: max,
      reason: expect.stringContaining('chỉ tiêu giao 40'),
    });
    expect(pointsOf('Bản Phiêng Cải').computed).toBeCloseTo(max / 2, 2);
    expect(pointsOf('Bản Háng Chua')).toMatchObject({
      max: 0,
      reason: 'Không giao chỉ tiêu → không tính vào điểm tối đa (Ta Ma III.2.2.1.a; cách chấm đề xuất)',
    });
    expect(pointsOf('Bản Pa Cá')).toMatchObject({ low: 0, high: max, status: 'in-doubt' });
    const said = JSON.stringify(notes ?? done.stdout);
    expect(said).toContain('chưa giao cho: Bản Pa Cá');
    expect(said).toContain('không có đơn vị “Bản Lạ”');
    const refused = runCli(folder, ['score', ...args, '--targets', 'don-vi.csv']);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('Bảng giao chỉ tiêu')]);
  });
});
