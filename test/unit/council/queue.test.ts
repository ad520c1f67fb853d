/** The council's queue over reports checked and scored by the real core. */
import { describe, expect, it } from 'vitest';
import { append, type Log } from '../../../core/council/log.ts';
import type { Report } from '../../../core/report/report.ts';
import { cell, change, correct, number, read } from '../judge/check/reports.ts';
import { criterion, entry, flag, movement, report, set, yes } from '../judge/score/sets.ts';
import { decide, itemOn, review, reviewFlags } from './review.ts';

const UNIT = 'Bản Nà Đít';
const mismatch = (unit: string, seed: number, value: number): Report =>
  change({ ...correct({ unit, seed }), total: null }, '2.1', {
    numerator: read(cell('2.1', 'a'), number(60)),
    denominator: read(cell('2.1', 'b'), number(100)),
    value: read(cell('2.1', 'value'), number(value)),
    self: undefined,
  });

describe('an item', () => {
  const now = review([mismatch(UNIT, 1, 80), correct({ unit: 'Bản Pa Cá', seed: 2 })]);
  const item = itemOn(now, UNIT, '2.1');
  it('carries the range and the bounds', () => {
    expect(item).toMatchObject({
      title: 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng',
      target: { unit: UNIT, flag: item.flag?.id, criterion: '2.1' },
      points: { now: 0, low: 0, high: 2000, max: 2000 },
      bounds: { least: 0, most: 2000 },
      returned: false,
      earlier: [],
    });
  });
  it('stands on a sheet with its total’s range and the places still possible', () => {
    const [sheet] = now.queue;
    const score = now.scores.sheets.find((sheet) => sheet.unit === UNIT);
    const place = now.scores.rankings.find((ranking) => ranking.unit === UNIT);
    expect(now.queue).toHaveLength(1);
    expect(sheet).toMatchObject({
      unit: UNIT,
      total: { now: score?.total, low: score?.low, high: score?.high, max: score?.max },
      place: { now: place?.rank, best: place?.best, worst: place?.worst },
      classes: score?.possibleClasses,
    });
    expect(sheet!.total.high - sheet!.total.low).toBe(2000);
  });
  it('leaves the queue once decided, and waits for the unit once returned', () => {
    const reports = [mismatch(UNIT, 1, 80)];
    const start = review(reports);
    const open = itemOn(start, UNIT, '2.1');
    expect(review(reports, decide([], start, open, { kind: 'accept' })).queue).toEqual([]);
    const returned = review(reports, decide([], start, open, { kind: 'return' }));
    expect(itemOn(returned, UNIT, '2.1')).toMatchObject({ returned: true });
    expect(itemOn(returned, UNIT, '2.1').earlier[0]?.entry.reason).toBe('Đã xem hồ sơ');
    const back = decide(decide([], start, open, { kind: 'accept' }), start, open, { kind: 'withdraw' });
    expect(itemOn(review(reports, back), UNIT, '2.1')).toMatchObject({ returned: false });
  });
});

describe('criteria only people can grade', () => {
  const plan = movement([
    set([criterion('2', 500, { kind: 'yes-no' }), criterion('1', 1000, { kind: 'council-graded', by: 'council' })]),
  ]);
  const reports = [report(UNIT, [entry('2', { value: yes }), entry('1', { evidence: ['Số 1/BC'] })])];
  it('wait in the queue, are settled by points, and wait again when what was handed in changed', () => {
    const start = reviewFlags(reports, [], [], plan);
    const item = itemOn(start, UNIT, '1');
    expect(item).toMatchObject({ flag: null, bounds: { least: 0, most: 1000 }, points: { low: 0, high: 1000 } });
    const log = decide([], start, item, { kind: 'adjust', points: 850 });
    const done = reviewFlags(reports, [], log, plan);
    expect(done.queue).toEqual([]);
    expect(done.scores.sheets[0]?.total).toBe(1350);
    const more = [report(UNIT, [entry('2', { value: yes }), entry('1', { evidence: ['Số 1/BC', 'Số 2/BC'] })])];
    const again = reviewFlags(more, [], log, plan);
    expect(again.current.stale).toHaveLength(1);
    expect(itemOn(again, UNIT, '1').earlier.map((entryState) => entryState.entry.points)).toEqual([850]);
  });
});

describe('the order', () => {
  /** Two criteria: 1 decides the class, 2 (1 point) decides nothing. */
  const plan = movement([
    set([
      criterion('1', 9000, { kind: 'yes-no' }),
      criterion('2', 100, { kind: 'yes-no' }),
      criterion('3', 900, { kind: 'yes-no' }),
    ]),
  ]);
  const full = (unit: string) =>
    report(
      unit,
      ['1', '2', '3'].map((code) => entry(code, { value: yes })),
    );
  const reports = ['Bản A', 'Bản B', 'Bản C'].map(full);
  const units = (flags: Parameters<typeof reviewFlags>[1], log: Log = []) =>
    reviewFlags(reports, flags, log, plan).queue.map((sheet) => sheet.unit);
  it('puts what can change a class, a place or an award first', () => {
    const warning = flag('Bản A', '2', { severity: 'warning', code: 'outlier', id: 'a' });
    const small = flag('Bản B', '2', { id: 'b' });
    const large = flag('Bản C', '1', { id: 'c' });
    expect(units([warning, small, large])).toEqual(['Bản C', 'Bản B', 'Bản A']);
  });
  it('puts errors before warnings inside a sheet, wider ranges first, and leaves notices out', () => {
    const flags = [
      flag('Bản A', '2', { severity: 'info', code: 'legacy-encoding', id: 'info' }),
      flag('Bản A', '1', { severity: 'warning', code: 'outlier', id: 'warning' }),
      flag('Bản A', '2', { id: 'narrow' }),
      flag('Bản A', '1', { id: 'wide' }),
    ];
    const [sheet, ...more] = reviewFlags(reports, flags, [], plan).queue;
    expect(more).toEqual([]);
    expect(sheet?.items.map((item) => item.flag?.id)).toEqual(['wide', 'narrow', 'warning']);
  });
  it('puts what waits for the unit last', () => {
    const flags = [flag('Bản A', '1', { id: 'a' }), flag('Bản B', '2', { id: 'b' })];
    const start = reviewFlags(reports, flags, [], plan);
    const log = decide([], start, itemOn(start, 'Bản A', '1'), { kind: 'return' });
    expect(units(flags)).toEqual(['Bản A', 'Bản B']);
    expect(units(flags, log)).toEqual(['Bản B', 'Bản A']);
  });
  it('offers no points on a flag about the whole report', () => {
    const start = reviewFlags(reports, [flag('Bản A', null, { id: 'period' })], [], plan);
    const item = itemOn(start, 'Bản A', null);
    expect(item).toMatchObject({ points: null, bounds: null, target: { criterion: null } });
    const subject = start.grounds.subjectOf(item.target) ?? '';
    const wanted = {
      ...item.target,
      at: '2025-11-21T08:00:00+07:00',
      who: 'A',
      kind: 'adjust' as const,
      points: 1,
      reason: 'r',
      subject,
    };
    expect(append([], wanted, item.bounds)).toMatchObject({ ok: false, refusal: { code: 'no-points' } });
    const closed = reviewFlags(
      reports,
      [flag('Bản A', null, { id: 'period' })],
      decide([], start, item, { kind: 'accept' }),
      plan,
    );
    expect(closed.queue).toEqual([]);
  });
});
