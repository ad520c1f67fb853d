/** The commune's result over the bundled demo: 24 units of Ta Ma for 2025, no decision taken yet. */
import { describe, expect, it } from 'vitest';
import { communeResult } from '../../../../core/commune/result/commune.ts';
import type { Decision } from '../../../../core/judge/flag/decision.ts';
import { demoRun } from '../../../fixtures/demo/demo-run.ts';

const run = demoRun();
const { targets, counts, period } = communeResult({ result: run });
const target = (code: string, from = targets) => from.find((targetResult) => targetResult.code === code)!;

describe('the commune of the demo', () => {
  it('puts every target of the plan in one state', () => {
    expect(period).toBe('2025');
    expect(targets.map(({ code }) => code)).toEqual(run.movement.targets.map(({ code }) => code));
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(31);
    expect(targets.filter(({ source }) => source === 'none').map(({ code }) => code)).toEqual([
      ...['TM-G12', 'TM-G13', 'TM-G14', 'TM-G25', 'TM-G26', 'TM-G31', 'TM-G30'],
    ]);
  });

  it('adds a and b of ten villages, names the other two, and states what the open flag can change (TM-G02)', () => {
    const fibre = target('TM-G02');
    expect(fibre).toMatchObject({ figure: { a: 419, b: 866, value: 48.38 }, state: 'met', low: 44.92, high: 51.85 });
    expect(fibre.units.gave).toHaveLength(10);
    expect(fibre.units.missing.map(({ unit }) => unit)).toEqual(['Bản Trại Phong', 'Bản Phiêng Vang']);
    expect(fibre.units.doubtful).toEqual(['Bản Hua Sát']);
    expect(fibre.reason).toBe(
      '419/866 = 48,38 %, yêu cầu trên 40 %; còn có thể từ 44,92 đến 51,85 % (Bản Hua Sát); chưa cộng được Bản Trại Phong (chỉ ghi tỷ lệ 50 %, không có tử số và mẫu số); Bản Phiêng Vang (chỉ ghi tỷ lệ 47,69 %, không có tử số và mẫu số): đạt.',
    );
  });

  it('does not conclude where one village may bring anything (TM-G15), nor add members of organisations to people', () => {
    const accounts = target('TM-G15');
    expect(accounts).toMatchObject({ figure: { a: 2929, b: 4831, value: 60.63 }, low: null, high: null });
    expect(accounts).toMatchObject({ state: 'not-enough-data', soFar: 'met' });
    expect(accounts.units.missing.map(({ unit }) => unit)).toEqual(['Bản Trại Phong', 'Bản Phiêng Vang']);
  });

  it('knows that 100 % is missed whatever the others report (TM-G11)', () => {
    expect(target('TM-G11')).toMatchObject({ figure: { a: 224, b: 226 }, state: 'not-met' });
  });

  it('takes the portal before the report (TM-G05) and a later row by the figure of the earlier (TM-G17)', () => {
    expect(target('TM-G05')).toMatchObject({ source: 'portal', figure: { a: 96, b: 96, value: 100 } });
    expect(target('TM-G17')).toMatchObject({
      figure: { a: 419, b: 866 },
      // Not missed before its day.
      ...{ state: 'not-due', soFar: 'not-met', horizon: 'ahead' },
    });
  });

  it('states that no report is due yet (TM-G29)', () => {
    expect(target('TM-G29')).toMatchObject({
      state: 'not-due',
      figure: { value: null },
      units: { missing: [] },
    });
    expect(target('TM-G22').units.missing).toEqual([]);
  });

  it('is settled by the council: the figure accepted leaves no range', () => {
    const open = run.flags.find(({ unit, code }) => unit === 'Bản Hua Sát' && code === 'wrong-period')!;
    const accepted: Decision = {
      ...{ id: '1', flag: open.id, unit: 'Bản Hua Sát', criterion: null, kind: 'accept', points: null },
      ...{ reason: 'ghi nhầm năm', who: 'Thường trực', at: '2025-11-10T08:00:00+07:00' },
    };
    const after = communeResult({ result: demoRun([accepted]) });
    expect(target('TM-G02', after.targets)).toMatchObject({ low: 47.69, high: 50, units: { doubtful: [] } });
  });

  it('stands beside an earlier year', () => {
    const earlier = { ...run, period: { kind: 'year', year: 2024 } as const };
    const [fibre] = communeResult({ result: run, earlier: [earlier] }).targets.filter(({ code }) => code === 'TM-G02');
    expect(fibre?.earlier).toEqual([{ period: '2024', figure: { a: 419, b: 866, value: 48.38 }, state: 'met' }]);
  });
});
