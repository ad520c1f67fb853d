/** The `extract` command: the contract's document, places that can be found again, one line for what cannot be read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { movementSchema } from '../../core/movement/movement.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import { runCli } from './command-line.ts';

const folder = mkdtempSync(join(tmpdir(), 'extract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLAN = 'test/fixtures/plans/muong-nhe-2025.txt';

describe('extract', () => {
  const output = join(folder, 'phong-trao.json');
  const run = runCli('.', ['extract', PLAN, '--json', '-o', output]);
  const document = JSON.parse(run.stdout);

  it('prints the document of the contract', () => {
    expect(run.code).toBe(0);
    expect(Object.keys(document)).toEqual([
      'targets',
      'quotas',
      'deadlines',
      'movement',
      'leftovers',
      'setAside',
      'questions',
    ]);
    expect(document.targets[0]).toMatchObject({
      text: expect.stringContaining('Tối thiểu 85% hồ sơ thủ tục hành chính'),
      comparator: '>=',
      value: 85,
      unit: '%',
      subject: expect.stringContaining('hồ sơ thủ tục hành chính'),
      deadline: '2025-12-31',
      section: 'III.1.a',
    });
    expect(document.targets.find((target: { comparator: string }) => target.comparator === 'range')).toMatchObject({
      value: 60,
      valueMax: 65,
    });
    expect(document.quotas[0]).toMatchObject({ max: 4, kind: 'collective', section: 'IV.2' });
    expect(document.deadlines).toContainEqual(expect.objectContaining({ monthDay: '11-15', what: 'unit-report' }));
    expect(document.deadlines).toContainEqual(
      expect.objectContaining({ quarter: 4, year: 2025, what: 'final-review' }),
    );
    expect(document.movement).toMatchObject({
      issuer: { commune: 'xã Mường Nhé', district: 'Sốp Cộp', province: 'Sơn La' },
      plan: { number: '45/KH-UBND', date: '2025-02-17' },
      period: { from: '2025-01-01', to: '2025-12-31' },
    });
  });

  it('writes the movement it proposes, sound and with every target of the plan', () => {
    const movement = movementSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
    expect(validateMovement(movement)).toEqual([]);
    expect(movement.targets.map(({ text, value }) => [text, value])).toEqual(
      document.targets.map(({ text, value }: { text: string; value: number }) => [text, value]),
    );
    expect(movement.issuer).toEqual({ commune: 'xã Mường Nhé', district: 'Sốp Cộp', province: 'tỉnh Sơn La' });
  });

  it('counts offsets in the text with every run of white space folded to one space', () => {
    const folded = readFileSync(PLAN, 'utf8').replace(/\s+/g, ' ');
    for (const found of [...document.targets, ...document.quotas, ...document.deadlines]) {
      const words = found.text.slice(0, 20);
      expect(folded.slice(found.offset, found.offset + words.length)).toBe(words);
    }
  });

  it.each([
    ['a broken Word file', 'PK\u0003\u0004…', /Word/],
    ['nothing', ' \n', /không có chữ/],
    ['far more than a plan', '80% hộ dân có cáp quang. '.repeat(200_000), /200 trang/],
  ])('says in one line that it cannot read %s', (_what, content, line) => {
    const file = join(folder, 'tep.txt');
    writeFileSync(file, content);
    const refused = runCli('.', ['extract', file]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(line);
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
  });
});
