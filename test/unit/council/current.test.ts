/**
 * Decisions in force over reports checked and scored by the real core: what counts, what no longer does, and what the
 * points become.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentDecisions } from '../../../core/council/current.ts';
import type { Log } from '../../../core/council/log.ts';
import { mergeLogs } from '../../../core/council/merge.ts';
import { groundsOf } from '../../../core/council/subject.ts';
import { readReports } from '../../../core/report/read.ts';
import type { Report } from '../../../core/report/report.ts';
import type { Sheet } from '../../../core/sheet/grid/sheet.ts';
import { SAMPLE_MOVEMENT } from '../../fixtures/sample-movement.ts';
import { cell, change, correct, number, read } from '../judge/check/reports.ts';
import { bookOf, type Plain, sheetOf } from '../report/book.ts';
import { at, copies, write } from './logs.ts';
import { decide, itemOn, pointsOf, type Ruling, review, reviewFlags } from './review.ts';

const UNIT = 'Bản Nà Đít';
const typed = (value: number, a = 60) =>
  change({ ...correct({ unit: UNIT }), total: null }, '2.1', {
    numerator: read(cell('2.1', 'a'), number(a)),
    denominator: read(cell('2.1', 'b'), number(100)),
    value: read(cell('2.1', 'value'), number(value)),
    self: undefined,
  });
/** 60/100, but 80 % typed: ratio-mismatch, which earns nothing until decided. */
const doubtful = typed(80);
const others = [correct({ unit: 'Bản Pa Cá', seed: 2 }), correct({ unit: 'Bản Xá Tự', seed: 3 })];

function decided(report: Report, ...rulings: readonly Ruling[]): Log {
  const before = review([report]);
  return rulings.reduce<Log>((log, ruling) => decide(log, before, itemOn(before, UNIT, '2.1'), ruling), []);
}
const statesOf = (report: Report, log: Log) => review([report], log).current.entries.map(({ state }) => state);
const points = (report: Report, log: Log) => pointsOf(review([report], log), UNIT, '2.1');

describe('decisions in force', () => {
  it('start from a figure in doubt', () => {
    expect(points(doubtful, [])).toEqual({ points: 0, low: 0, high: 2000, status: 'in-doubt' });
  });
  it('settle the points', () => {
    expect(points(doubtful, decided(doubtful, { kind: 'accept' }))).toMatchObject({ points: 1500, high: 1500 });
    expect(points(doubtful, decided(doubtful, { kind: 'adjust', points: 1800 }))).toMatchObject({
      points: 1800,
      status: 'settled',
    });
    expect(points(doubtful, decided(doubtful, { kind: 'return' }))).toMatchObject({ points: 0, high: 2000 });
  });
  it('are the last on the same flag', () => {
    const log = decided(
      doubtful,
      { kind: 'accept' },
      { kind: 'adjust', points: 1800 },
      { kind: 'adjust', points: 1700 },
    );
    expect(statesOf(doubtful, log)).toEqual(['superseded', 'superseded', 'in-force']);
    expect(points(doubtful, log)).toMatchObject({ points: 1700 });
  });
  it('are taken back without leaving a trace in the points', () => {
    const log = decided(doubtful, { kind: 'adjust', points: 1800 }, { kind: 'withdraw' });
    expect(statesOf(doubtful, log)).toEqual(['withdrawn', 'in-force']);
    expect(points(doubtful, log)).toEqual(points(doubtful, []));
    const again = decided(doubtful, { kind: 'adjust', points: 1800 }, { kind: 'withdraw' }, { kind: 'accept' });
    expect(points(doubtful, again)).toMatchObject({ points: 1500, high: 1500, status: 'settled' });
  });
  it('survive a repeated run and changes elsewhere', () => {
    const log = decided(doubtful, { kind: 'adjust', points: 1800 });
    const elsewhere = change(doubtful, '2.3', { value: read(cell('2.3', 'value'), number(1)), self: undefined });
    expect(review([elsewhere, ...others], log).current.stale).toEqual([]);
    expect(points(elsewhere, log)).toMatchObject({ points: 1800 });
  });
});

describe('stale decisions', () => {
  const log = decided(doubtful, { kind: 'adjust', points: 1800 });
  it('do not count when the figure under them changed, and are listed', () => {
    const changed = typed(90);
    const now = review([changed], log);
    expect(now.current.decisions).toEqual([]);
    expect(now.current.stale.map(({ state, note }) => [state, note])).toEqual([
      [
        'stale',
        expect.stringMatching(/^Số liệu đã thay đổi sau khi quyết định: không tính, cần quyết định lại\. Nay ghi /),
      ],
    ]);
    expect(points(changed, log)).toMatchObject({ points: 0, high: 2000, status: 'in-doubt' });
    expect(itemOn(now, UNIT, '2.1').earlier.map((entryState) => entryState.entry.points)).toEqual([1800]);
  });
  it('do not count when the flag is gone', () => {
    const corrected = typed(60);
    const { current } = review([corrected], log);
    expect(current.stale.map(({ note }) => note)).toEqual(['Cảnh báo hoặc báo cáo không còn: không tính.']);
    expect(points(corrected, log)).toMatchObject({ points: 1500, status: 'settled' });
    expect(review([], log).current.stale).toHaveLength(1);
  });
  it('do not pass to another period with the same figures, nor to other criteria', () => {
    const period = { period: { kind: 'year', year: 2026 } as const, cell: cell('1.1', 'title') };
    expect(statesOf({ ...doubtful, period }, log)).toEqual(['stale']);
    expect(statesOf({ ...doubtful, set: '2' }, log)).toEqual(['stale']);
  });
  it('count again once the figure is back, without reviving earlier decisions', () => {
    const second = decide(log, review([typed(90)]), itemOn(review([typed(90)]), UNIT, '2.1'), { kind: 'accept' });
    expect(statesOf(typed(90), second)).toEqual(['superseded', 'in-force']);
    expect(statesOf(doubtful, second)).toEqual(['superseded', 'stale']);
    expect(points(doubtful, second)).toMatchObject({ status: 'in-doubt' });
  });
});

describe('a decision and the row it stands on', () => {
  const HEADER = [
    'STT',
    'Tiêu chí',
    'Điểm tối đa',
    'a',
    'b',
    'Kết quả thực hiện',
    'Điểm tự chấm',
    'Tài liệu kiểm chứng',
  ];
  const sheet = (typedShare: number, above: readonly (readonly Plain[])[] = []): Sheet =>
    sheetOf([
      [`Đơn vị: ${UNIT}`],
      ...above,
      HEADER,
      ['2.1', 'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng', 20, 60, 100, typedShare, null, 'Số 1/BC'],
      ['2.2', 'Tỷ lệ cuộc họp được tổ chức trực tuyến', 10, 3, 6, 50, null, 'Số 2/BC'],
    ]);
  const readSheet = (sheet: Sheet) =>
    readReports(bookOf([sheet]), { file: 'a.xlsx', movement: SAMPLE_MOVEMENT }).reports;
  it('goes with the row when rows are put above it, and not with another figure', () => {
    const before = review(readSheet(sheet(80)));
    const item = itemOn(before, UNIT, '2.1');
    expect(item.flag?.code).toBe('ratio-mismatch');
    const log = decide([], before, item, { kind: 'adjust', points: 1234 });

    const moved = review(readSheet(sheet(80, [['Kính gửi: UBND xã'], [null]])), log);
    const flag = moved.flags.find((flag) => flag.criterion === '2.1' && flag.code === 'ratio-mismatch');
    expect(flag?.id).not.toBe(item.flag?.id);
    expect(moved.current.entries[0]).toMatchObject({ state: 'in-force', target: { flag: flag?.id } });
    expect(pointsOf(moved, UNIT, '2.1')).toMatchObject({ points: 1234, status: 'settled' });

    const other = review(readSheet(sheet(81, [['Kính gửi: UBND xã']])), log);
    expect(other.current.entries[0]?.state).toBe('stale');
    expect(pointsOf(other, UNIT, '2.1')).toMatchObject({ status: 'in-doubt' });
  });
  it('can be taken back where it stands now', () => {
    const before = review(readSheet(sheet(80)));
    const [decided] = decide([], before, itemOn(before, UNIT, '2.1'), { kind: 'adjust', points: 1234 });
    const back = write([decided!], { ...decided!, kind: 'withdraw', at: at(5) });
    const now = review(readSheet(sheet(80, [[null], ['Kính gửi']])), back);
    expect(now.current.entries.map(({ state }) => state)).toEqual(['withdrawn', 'in-force']);
    expect(pointsOf(now, UNIT, '2.1')).toMatchObject({ status: 'in-doubt' });
  });
  it('is overtaken by a decision on the flag where it stands now', () => {
    const before = review(readSheet(sheet(80)));
    const log = decide([], before, itemOn(before, UNIT, '2.1'), { kind: 'adjust', points: 1234 });
    const moved = review(readSheet(sheet(80, [[null], ['Kính gửi']])));
    const again = decide(log, moved, itemOn(moved, UNIT, '2.1'), { kind: 'accept' });
    const now = review(readSheet(sheet(80, [[null], ['Kính gửi']])), again);
    expect(now.current.entries.map(({ state }) => state)).toEqual(['superseded', 'in-force']);
    expect(pointsOf(now, UNIT, '2.1')).toMatchObject({ points: 1500, status: 'settled' });
  });
});

describe('several flags on one criterion', () => {
  const own = review([doubtful]).flags.find((flag) => flag.code === 'ratio-mismatch')!;
  const flags = [own, { ...own, id: 'cong', code: 'portal-mismatch' as const, data: { portal: 55 } }];
  const start = reviewFlags([doubtful], flags);
  const items = start.queue[0]!.items;
  const points = (log: Log) => pointsOf(reviewFlags([doubtful], flags, log), UNIT, '2.1');
  const [first, second] = items as [(typeof items)[0], (typeof items)[0]];
  it('are two', () => {
    expect(items.map((item) => item.flag?.code).sort()).toEqual(['portal-mismatch', 'ratio-mismatch']);
  });
  it('accepting one keeps the points set through the other', () => {
    const log = decide(decide([], start, first, { kind: 'adjust', points: 700 }), start, second, { kind: 'accept' });
    expect(points(log)).toMatchObject({ points: 700, status: 'settled' });
  });
  it('settles all flags of the criterion when points are set through one of them', () => {
    const log = decide([], start, first, { kind: 'adjust', points: 700 });
    expect(reviewFlags([doubtful], flags, log).queue).toEqual([]);
    const accepted = decide([], start, first, { kind: 'accept' });
    expect(reviewFlags([doubtful], flags, accepted).queue[0]?.items.map((item) => item.key)).toEqual([second.key]);
  });
  it('is reopened by returning a flag after points were set through another', () => {
    const log = decide(decide([], start, first, { kind: 'adjust', points: 700 }), start, second, { kind: 'return' });
    expect(points(log)).toMatchObject({ status: 'in-doubt' });
  });
});

describe('decisions at odds', () => {
  const base = write([], { unit: 'Bản khác' });
  const start = review([doubtful]);
  const branch = (...rulings: readonly Ruling[]) =>
    rulings.reduce((log, ruling) => decide(log, start, itemOn(start, UNIT, '2.1'), ruling), base);
  it('do not count until decided again', () => {
    const { log } = mergeLogs([branch({ kind: 'accept' }), branch({ kind: 'adjust', points: 1900, minutes: 9 })]);
    const now = review([doubtful], log);
    expect(now.current.conflicts).toHaveLength(1);
    expect(now.current.entries.slice(1).map(({ state, conflictsWith }) => [state, conflictsWith])).toEqual([
      ['conflict', [log[2]!.id]],
      ['conflict', [log[1]!.id]],
    ]);
    expect(points(doubtful, log)).toMatchObject({ status: 'in-doubt' });
    expect(itemOn(now, UNIT, '2.1').earlier).toHaveLength(2);
    const settled = decide(log, now, itemOn(now, UNIT, '2.1'), { kind: 'adjust', points: 1600, minutes: 20 });
    expect(points(doubtful, settled)).toMatchObject({ points: 1600 });
    expect(review([doubtful], settled).current.conflicts).toEqual([]);
  });
  it('do not arise when both copies decided the same: one decision counts', () => {
    const both = [branch({ kind: 'accept' }), branch({ kind: 'accept', minutes: 5 })];
    const { current } = review([doubtful], mergeLogs(both).log);
    expect(current.decisions).toHaveLength(1);
    expect(current.entries.slice(1).map(({ state }) => state)).toEqual(['superseded', 'in-force']);
  });
  it('do not arise when one decision rests on figures that have changed', () => {
    const old = branch({ kind: 'adjust', points: 1900 });
    const fresh = review([typed(90)]);
    const other = decide(base, fresh, itemOn(fresh, UNIT, '2.1'), { kind: 'accept', minutes: 9 });
    const { current } = review([typed(90)], mergeLogs([old, other]).log);
    expect(current.entries.slice(1).map(({ state }) => state)).toEqual(['stale', 'in-force']);
  });
});

describe('any history', () => {
  it('lists every entry once, and what counts on one thing is at most one decision', () => {
    fc.assert(
      fc.property(copies, (logs) => {
        const { log } = mergeLogs(logs);
        const first = log[0]?.subject ?? null;
        const grounds = {
          ...groundsOf([], []),
          subjectOf: () => first,
          holds: (_: unknown, text: string) => text === first,
        };
        const { entries, decisions } = currentDecisions(log, grounds);
        expect(entries.map(({ entry }) => entry)).toEqual(log);
        const things = decisions.map(({ unit, flag, criterion, kind }) =>
          JSON.stringify([unit, flag ?? criterion, flag === null, kind === 'appraise']),
        );
        expect(new Set(things).size).toBe(things.length);
        const listed = entries.filter(({ state, entry }) => state === 'in-force' && entry.kind !== 'withdraw');
        expect(decisions.map((decision) => decision.id).sort()).toEqual(listed.map(({ entry }) => entry.id).sort());
      }),
    );
  });
  it('does not depend on which copy was read first', () => {
    fc.assert(
      fc.property(copies, ([a, b, c]) => {
        const first = a[0]?.subject ?? null;
        const grounds = {
          ...groundsOf([], []),
          subjectOf: () => first,
          holds: (_: unknown, text: string) => text === first,
        };
        const decide = (logs: readonly Log[]) => currentDecisions(mergeLogs(logs).log, grounds).decisions;
        expect(decide([c, b, a])).toEqual(decide([a, b, c]));
      }),
    );
  });
});
