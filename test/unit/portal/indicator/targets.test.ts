/** What the five bundled movements ask of the portal's indicators, as read in their plans by hand. */
import { describe, expect, it } from 'vitest';
import type { Movement } from '../../../../core/movement/movement.ts';
import { findMovement, MOVEMENTS } from '../../../../core/movements/index.ts';
import { findIndicator } from '../../../../core/portal/indicator/catalogue.ts';
import { deadlineText, indicatorTargets, levelText } from '../../../../core/portal/indicator/targets.ts';

const movement = (id: string): Movement => findMovement(id)!;
const targetsOf = (id: string, day: string) =>
  indicatorTargets(movement(id), day).map(({ indicator, value, by, section, proposed }) => [
    ...[indicator, value, by, section, proposed],
  ]);

describe('the bundled movements', () => {
  it('Tân Quang 2023–2025: five targets of section II.4.a', () => {
    expect(targetsOf('tan-quang-2023-2025', '2025-11-21')).toEqual([
      ['dich-vu-toan-trinh', 100, '2025-12-31', 'II.4.a', false],
      ['hai-long', 90, '2025-12-31', 'II.4.a', false],
      ['ho-so-truc-tuyen', 50, '2025-12-31', 'II.4.a', false],
      ['thanh-toan-truc-tuyen', 80, '2025-12-31', 'II.4.a', false],
      ['so-hoa-ho-so', 100, '2025-12-31', 'II.4.a', false],
    ]);
    const [, satisfied, , paid] = indicatorTargets(movement('tan-quang-2023-2025'), '2025-11-21');
    expect(`${levelText(satisfied!)} ${deadlineText(satisfied!)}`).toBe('tối thiểu 90 % đến hết ngày 31/12/2025');
    expect(paid!.text).toContain('Kế hoạch ghi "thủ tục"; có thể hiểu là hồ sơ');
  });

  it('Ta Ma: the one target of the plan to 2025, ours by phase; the plan’s stays due when its day has passed', () => {
    expect(targetsOf('ta-ma-2023-2030', '2025-11-21')).toEqual([
      ['dich-vu-toan-trinh', 100, '2025-12-31', 'III.2.2.1.b', false],
      ['ho-so-truc-tuyen', 50, '2025-12-31', expect.any(String), true],
      ['thanh-toan-truc-tuyen', 50, '2025-12-31', expect.any(String), true],
    ]);
    expect(targetsOf('ta-ma-2023-2030', '2026-01-01')).toEqual([
      ['dich-vu-toan-trinh', 100, '2025-12-31', 'III.2.2.1.b', false],
      ['ho-so-truc-tuyen', 80, '2030-12-31', expect.any(String), true],
      ['thanh-toan-truc-tuyen', 80, '2030-12-31', expect.any(String), true],
    ]);
  });

  it.each([
    ['luc-ba-2024', '2024-12-31'],
    ['tan-linh-2025', '2025-12-31'],
  ])('%s states no figure: all levels are ours, to the end of the movement and no longer', (id, end) => {
    const targets = indicatorTargets(movement(id), end);
    expect(targets.map(({ indicator, value }) => [indicator, value])).toEqual([
      ['ho-so-truc-tuyen', 80],
      ['thanh-toan-truc-tuyen', 50],
      ['so-hoa-ho-so', 100],
      ['dung-han', 98],
      ['hai-long', 90],
    ]);
    expect(targets.every(({ by, proposed }) => by === end && proposed)).toBe(true);
    expect(indicatorTargets(movement(id), `${Number(end.slice(0, 4)) + 1}-01-01`)).toEqual([]);
  });

  it('Cát Nê 2024: online dossiers of section III, whole services of section IV', () => {
    expect(targetsOf('cat-ne-2024', '2024-11-21')).toEqual([
      ['ho-so-truc-tuyen', 80, '2024-12-31', 'III', false],
      ['dich-vu-toan-trinh', 100, '2024-12-31', 'IV', false],
    ]);
  });

  it('every plan’s own target is word for word a row of the plan, of the indicator’s own unit', () => {
    for (const item of MOVEMENTS) {
      for (const { indicator, value, text, section, proposed } of indicatorTargets(item, item.period.to)) {
        expect(findIndicator(indicator)).toBeDefined();
        if (proposed) continue;
        const row = item.targets.find((target) => text.startsWith(target.text));
        expect([row?.value, row?.section, row?.unit]).toEqual([value, section, findIndicator(indicator)?.unit]);
      }
    }
  });
});

describe('which of several', () => {
  const ours = movement('tan-quang-2023-2025');
  const [set] = ours.criteriaSets;
  const online = set!.criteria.find(({ indicator }) => indicator === 'ho-so-truc-tuyen')!;
  const asking = (...levels: { value: number; by: string | null; code: string | null }[]): Movement => ({
    ...ours,
    criteriaSets: [
      { ...set!, criteria: levels.map((level) => ({ ...online, target: { comparator: 'gte' as const, ...level } })) },
    ],
  });

  it('takes the next deadline, else the last passed; the plan’s own before ours of the same day', () => {
    const at = (day: string, ...levels: Parameters<typeof asking>) =>
      indicatorTargets(asking(...levels), day).map(({ value }) => value);
    const [near, far] = [
      { value: 40, by: '2024-06-30', code: 'TQ-G11' },
      { value: 60, by: '2025-06-30', code: 'TQ-G11' },
    ];
    expect(at('2024-06-30', far, near)).toEqual([40]);
    expect(at('2024-07-01', near, far)).toEqual([60]);
    expect(at('2025-07-01', near, far)).toEqual([60]);
    expect(at('2024-01-01', { ...near, value: 30, code: null }, near)).toEqual([40]);
  });

  it('asks nothing before the movement begins, nor on another scale', () => {
    const [target] = asking({ value: 40, by: null, code: null }).criteriaSets[0]!.criteria;
    expect(indicatorTargets({ ...ours, period: { from: '2023-01-01', to: '2025-12-31' } }, '2022-12-31')).toEqual([]);
    const counted = { ...set!, criteria: [{ ...target!, unit: 'hồ sơ' }] };
    expect(indicatorTargets({ ...ours, criteriaSets: [counted] }, '2024-01-01')).toEqual([]);
  });

  it('says level and deadline in words', () => {
    const target = {
      ...indicatorTargets(ours, '2025-01-01')[0]!,
      comparator: 'gt' as const,
      value: 98.5,
      exclusive: true,
    };
    expect(levelText(target)).toBe('trên 98,5 %');
    expect(deadlineText(target)).toBe('trước ngày 31/12/2025');
    expect(deadlineText({ ...target, by: null })).toBe('');
  });
});
