/** The one list of units: which report counts for each, who sent one, and who was late. */
import { describe, expect, it } from 'vitest';
import type { ReportResult } from '../../../../core/judge/run/run-result.ts';
import { isLate, isReceived, reportingUnits, unitList } from '../../../../core/judge/run/unit-list.ts';
import { flag, movement, report, set, unit } from '../score/sets.ts';

const result = (name: string, reception: ReportResult['reception'], late = false): ReportResult => ({
  report: report(name, []),
  unit: name,
  flags: late ? [flag(name, null, { code: 'late-report' })] : [],
  score: null,
  reception,
});

describe('the list of units', () => {
  const reports = [
    result('Bản A', 'counts'),
    result('Bản A', 'replaced'),
    result('Bản B', 'returned'),
    result('Bản C', 'blank'),
    result('Bản Lạ', 'counts'),
  ];
  const register = ['Bản A', 'Bản B', 'Bản C', 'Bản D'].map((name) => unit(name));
  const list = unitList({ reports, register });

  it('has every unit once, with the report that counts and none that was replaced', () => {
    expect(list.map(({ name, state }) => [name, state])).toEqual([
      ['Bản A', 'received'],
      ['Bản B', 'returned'],
      ['Bản C', 'blank'],
      ['Bản D', 'missing'],
      ['Bản Lạ', 'received'],
    ]);
    expect(list[0]?.report?.reception).toBe('counts');
  });

  it('takes a returned report for received, a blank form not', () => {
    expect(list.filter(isReceived).map(({ name }) => name)).toEqual(['Bản A', 'Bản B', 'Bản Lạ']);
  });

  it('expects a report of who registered, and of who sent anything; private persons and households are no units', () => {
    const people = { kind: 'individual', name: 'Cá nhân', subject: 'individual' } as const;
    const homes = { kind: 'household', name: 'Hộ gia đình', subject: 'household' } as const;
    const village = { kind: 'village', name: 'Bản', subject: 'collective' } as const;
    const rest = { members: [], competes: true, source: { section: 'II' } };
    const plan = movement([set([])], { audiences: [village, people, homes].map((item) => ({ ...item, ...rest })) });
    const all = [
      unit('Bản A', { registered: false }),
      unit('Bản C', { registered: false }),
      unit('Bản D', { registered: false }),
      unit('Bản E'),
      unit('Ông Tư', { audience: 'individual' }),
      unit('Hộ bà Năm', { audience: 'household' }),
    ];
    const names = reportingUnits({ reports, register: all, movement: plan }).map(({ name }) => name);
    expect(names).toEqual(['Bản A', 'Bản C', 'Bản E', 'Bản B', 'Bản Lạ']);
  });
});

describe('a late unit', () => {
  const late = (...reports: readonly ReportResult[]) => isLate({ reports }, { name: 'Bản A' });

  it('is late with every report it sent: a report mended after the day was in time with the first', () => {
    expect(late(result('Bản A', 'counts', true))).toBe(true);
    expect(late(result('Bản A', 'replaced'), result('Bản A', 'counts', true))).toBe(false);
    expect(late(result('Bản A', 'replaced', true), result('Bản A', 'counts', true))).toBe(true);
  });

  it('is neither late nor in time with a blank form', () => {
    expect(late(result('Bản A', 'blank', true))).toBe(false);
    expect(late(result('Bản A', 'blank'), result('Bản A', 'counts', true))).toBe(true);
    expect(late(result('Bản B', 'counts', true))).toBe(false);
  });
});
