/** Two rounds: what the group puts to the council beside what the council decides, over reports scored by the real core. */
import { describe, expect, it } from 'vitest';
import { decidedBy } from '../../../core/council/decided-by.ts';
import { append, type Log } from '../../../core/council/log.ts';
import { entryCells, LOG_TITLES } from '../../../core/council/log-columns.ts';
import { mergeLogs } from '../../../core/council/merge.ts';
import { readLogTable } from '../../../core/council/table.ts';
import type { Criterion } from '../../../core/movement/criteria-set.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { cell, change, correct, number, read } from '../judge/check/reports.ts';
import { at, TEN } from './logs.ts';
import { decide, itemOn, pointsOf, type Review, review } from './review.ts';

const UNIT = 'Bản Nà Đít';
const ON = { unit: UNIT, flag: null, criterion: '2.1' } as const;
const of = (a: number) =>
  change({ ...correct({ unit: UNIT }), total: null }, '2.1', {
    numerator: read(cell('2.1', 'a'), number(a)),
    denominator: read(cell('2.1', 'b'), number(100)),
    value: read(cell('2.1', 'value'), number(a)),
    self: undefined,
  });
/** 60 of 100 where 80 earn 20 points: 15. */
const REPORT = of(60);
const BEFORE = review([REPORT]);
const LIMITS = { least: 0, most: 2000 };

function logWith(log: Log, kind: 'appraise' | 'withdraw-appraisal', points: number | null, more = {}): Log {
  const subject = BEFORE.grounds.subjectOf(ON) ?? '';
  const by = { at: at(log.length), who: 'Vì Thị Hoa', reason: 'Đối chiếu hồ sơ', subject };
  const added = append(log, { ...ON, ...by, kind, points, ...more }, LIMITS);
  if (!added.ok) throw new Error(added.refusal.message);
  return added.value.log;
}
const appraise = (points: number, log: Log = [], more = {}) => logWith(log, 'appraise', points, more);
const settle = (log: Log, now: Review, points: number) =>
  decide(log, now, itemOn(now, UNIT, '2.1'), { kind: 'adjust', points });
const point = ({ scores }: Review) => scores.sheets[0]!.points.find(({ criterion }) => criterion === '2.1')!;

describe('points put to the council', () => {
  it('earn nothing: the least counts, with the range, until the council says its word', () => {
    expect(pointsOf(BEFORE, UNIT, '2.1')).toMatchObject({ points: 1500, status: 'settled' });
    const lower = review([REPORT], appraise(1200));
    expect(pointsOf(lower, UNIT, '2.1')).toEqual({ points: 1200, low: 1200, high: 1500, status: 'in-doubt' });
    const higher = review([REPORT], appraise(1800));
    expect(pointsOf(higher, UNIT, '2.1')).toEqual({ points: 1500, low: 1500, high: 1800, status: 'in-doubt' });
    expect(point(higher).reason).toContain('Vì Thị Hoa thẩm định 18 điểm (Đối chiếu hồ sơ), chờ Hội đồng quyết định');
    expect(point(higher).reason).toContain('Hội đồng chưa quyết định: tạm tính 15, có thể từ 15 đến 18 điểm');
  });

  it('that agree with what is reckoned wait for nobody, and stay to be seen', () => {
    const agreed = review([REPORT], appraise(1500));
    expect(pointsOf(agreed, UNIT, '2.1')).toMatchObject({ points: 1500, low: 1500, high: 1500, status: 'settled' });
    expect(point(agreed).proposal).toMatchObject({ points: 1500, who: 'Vì Thị Hoa', open: false });
    expect(agreed.queue.flatMap(({ items }) => items).some(({ criterion }) => criterion === '2.1')).toBe(false);
  });

  it('stand in the queue of the council, which takes them or decides otherwise', () => {
    const log = appraise(1200);
    const now = review([REPORT], log);
    expect(itemOn(now, UNIT, '2.1')).toMatchObject({ flag: null, proposal: { points: 1200, open: true } });
    const after = review([REPORT], settle(log, now, 1300));
    expect(pointsOf(after, UNIT, '2.1')).toMatchObject({ points: 1300, high: 1300, status: 'settled' });
    expect(point(after).proposal).toMatchObject({ points: 1200, open: false });
    expect(after.current.entries.map(({ state }) => state)).toEqual(['in-force', 'in-force']);
    // Appraised again after the council's word: that stands.
    const again = review([REPORT], appraise(1900, settle(log, now, 1300)));
    expect(pointsOf(again, UNIT, '2.1')).toMatchObject({ points: 1300, status: 'settled' });
  });

  it('are replaced and taken back among themselves; taking back the decision leaves them waiting', () => {
    const twice = review([REPORT], appraise(1300, appraise(1200)));
    expect(twice.current.entries.map(({ state }) => state)).toEqual(['superseded', 'in-force']);
    const gone = review([REPORT], logWith(appraise(1200), 'withdraw-appraisal', null));
    expect(pointsOf(gone, UNIT, '2.1')).toEqual(pointsOf(BEFORE, UNIT, '2.1'));
    expect(gone.current.entries[0]).toMatchObject({ state: 'withdrawn' });
    const log = appraise(1200);
    const decided = settle(log, review([REPORT], log), 1300);
    const { grounds } = BEFORE;
    const subject = grounds.subjectOf(ON) ?? '';
    const back = append(
      decided,
      { ...ON, at: at(9), who: 'A', kind: 'withdraw', points: null, reason: 'x', subject },
      null,
    );
    if (!back.ok) throw new Error(back.refusal.message);
    expect(pointsOf(review([REPORT], back.value.log), UNIT, '2.1')).toMatchObject({ points: 1200, high: 1500 });
  });

  it('on figures that changed since do not count, and are listed', () => {
    const now = review([of(70)], appraise(1200));
    expect(pointsOf(now, UNIT, '2.1')).toMatchObject({ points: 1750, status: 'settled' });
    expect(now.current.stale[0]?.note).toContain('cần thẩm định lại');
  });

  it('a criterion that only the council grades stays open, whatever the appraisers propose', () => {
    const rule = { kind: 'council-graded', by: 'council' } as const;
    const grade = (criterion: Criterion): Criterion => (criterion.code === '2.1' ? { ...criterion, rule } : criterion);
    const sets = SAMPLE_MOVEMENT.criteriaSets.map((set) => ({ ...set, criteria: set.criteria.map(grade) }));
    const graded = (log: Log) => review([REPORT], log, { ...SAMPLE_MOVEMENT, criteriaSets: sets });
    expect(pointsOf(graded([]), UNIT, '2.1')).toEqual({ points: 0, low: 0, high: 2000, status: 'to-grade' });
    const now = graded(appraise(2000));
    expect(pointsOf(now, UNIT, '2.1')).toEqual(pointsOf(graded([]), UNIT, '2.1'));
    expect(itemOn(now, UNIT, '2.1').proposal).toMatchObject({ points: 2000, open: true });
  });
});

describe('the log', () => {
  it('asks for a criterion, points within its bounds and a reason', () => {
    const subject = BEFORE.grounds.subjectOf(ON) ?? '';
    const wanted = { ...ON, at: at(0), who: 'A', kind: 'appraise', points: 500, reason: 'x', subject } as const;
    const codeOf = (more: object, bounds: typeof TEN | null = TEN) => {
      const made = append([], { ...wanted, ...more }, bounds);
      return made.ok ? '' : made.refusal.code;
    };
    expect(codeOf({})).toBe('');
    expect(codeOf({ flag: 'một cảnh báo' })).toBe('no-criterion');
    expect(codeOf({ criterion: null })).toBe('no-criterion');
    expect(codeOf({ reason: ' ' })).toBe('no-reason');
    expect(codeOf({ who: '' })).toBe('no-decider');
    expect(codeOf({ points: null })).toBe('points-missing');
    expect(codeOf({ points: 1001 })).toBe('points-outside');
    expect(codeOf({ kind: 'withdraw-appraisal' })).toBe('nothing-to-withdraw');
  });

  it('keeps them in the visible table and reads them back', () => {
    const log = logWith(appraise(1200), 'withdraw-appraisal', null);
    const back = readLogTable(LOG_TITLES, log.map(entryCells));
    expect(back).toMatchObject({ ok: true, value: { log, edited: [] } });
  });

  it('holds copies that appraise differently against each other, until the council sets the points', () => {
    const start = appraise(1000);
    const [entry, other] = [appraise(1200, start), appraise(1400, start, { who: 'Quàng Văn Sơn' })];
    const { log, conflicts } = mergeLogs([entry, other]);
    expect(conflicts).toHaveLength(1);
    const now = review([REPORT], log);
    expect(now.current.conflicts).toHaveLength(1);
    expect(point(now).proposal).toBeNull();
    const subject = now.grounds.subjectOf(ON) ?? '';
    const ruled = append(
      log,
      { ...ON, at: at(30), who: 'A', kind: 'adjust', points: 1250, reason: 'x', subject },
      LIMITS,
    );
    if (!ruled.ok) throw new Error(ruled.refusal.message);
    expect(review([REPORT], ruled.value.log).current.conflicts).toEqual([]);
  });

  it('counts only the council’s own as decided', () => {
    const log = appraise(1200);
    expect(decidedBy(log, [], '2025-12-31').decided.size).toBe(0);
    const ruled = settle(log, review([REPORT], log), 1300);
    expect(decidedBy(ruled, [], '2025-12-31').decided.get(UNIT)).toBe(1);
  });
});
