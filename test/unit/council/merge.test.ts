/** Merging the logs of copies that went apart. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf, inOrder, lineageOf } from '../../../core/council/ancestry.ts';
import type { Log } from '../../../core/council/log.ts';
import { mergeLogs } from '../../../core/council/merge.ts';
import { processorTime } from '../processor-time.ts';
import { at, copies, last, write, writeAll } from './logs.ts';

const adjust = (points: number, minutes: number, more: object = {}) =>
  ({ kind: 'adjust', points, reason: 'Đối chiếu hồ sơ', at: at(minutes), ...more }) as const;
const idsOf = (log: Log) => log.map((entry) => entry.id);

describe('mergeLogs', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(copies, ([a, b, c]) => {
        const all = mergeLogs([a, b, c]);
        expect(mergeLogs([c, a, b])).toEqual(all);
        expect(mergeLogs([mergeLogs([a, b]).log, c])).toEqual(all);
        expect(mergeLogs([a, mergeLogs([c, b]).log])).toEqual(all);
        expect(mergeLogs([all.log, all.log, b])).toEqual(all);
        expect(mergeLogs([a]).log).toEqual(a);
      }),
    );
  });
  it('drops nothing, invents nothing, and puts no entry before what it came after', () => {
    fc.assert(
      fc.property(copies, (logs) => {
        const { log } = mergeLogs(logs);
        expect(new Set(idsOf(log))).toEqual(new Set(logs.flatMap(idsOf)));
        expect(idsOf(log).length).toBe(new Set(idsOf(log)).size);
        const places = new Map(log.map((entry, place) => [entry.hash, place]));
        for (const [place, entry] of log.entries()) {
          for (const before of entry.previous) expect(places.get(before)).toBeLessThan(place);
        }
      }),
    );
  });
  it('tells lineage as walking back link by link does', () => {
    fc.assert(
      fc.property(copies, (logs) => {
        const { log } = mergeLogs(logs);
        const isBefore = lineageOf(log);
        const byHash = new Map(log.map((entry) => [entry.hash, entry]));
        const past = new Map<string, Set<string>>();
        for (const { hash, previous } of log) {
          past.set(hash, new Set(previous.flatMap((text) => [text, ...(past.get(text) ?? [])])));
        }
        for (const later of byHash.values()) {
          for (const earlier of byHash.values()) {
            expect(isBefore(earlier, later)).toBe(past.get(later.hash)!.has(earlier.hash));
          }
        }
      }),
    );
  });
  it('orders branches by time, a late clock notwithstanding', () => {
    const base = writeAll({ at: at(10) });
    const left = write(write(base, { at: at(30), unit: 'Bản A' }), { at: at(5), unit: 'Bản B' });
    const right = write(base, { at: at(20), unit: 'Bản C' });
    const { log, conflicts } = mergeLogs([left, right]);
    expect(log.map((entry) => entry.unit)).toEqual(['Bản Nà Đít', 'Bản C', 'Bản A', 'Bản B']);
    expect(conflicts).toEqual([]);
    expect(headsOf(log)).toHaveLength(2);
  });
  it('links the next decision to every branch', () => {
    const base = writeAll({});
    const { log } = mergeLogs([write(base, { at: at(1), unit: 'A' }), write(base, { at: at(2), unit: 'B' })]);
    const next = last(write(log, { at: at(3) }));
    expect(next.previous).toEqual(headsOf(log));
    expect(next.seq).toBe(3);
  });
  it('keeps an entry edited under its seal beside the true entry', () => {
    const log = writeAll({}, { kind: 'return', reason: 'Thiếu' });
    const edited = log.with(1, { ...log[1]!, reason: 'Đủ' });
    expect(mergeLogs([log, edited]).log).toHaveLength(3);
    expect(mergeLogs([edited, log])).toEqual(mergeLogs([log, edited]));
  });
  it('puts two branches of 300 entries in order quickly', () => {
    let left = writeAll({});
    let right = left;
    for (let n = 1; n < 300; n++) {
      left = write(left, { at: at(n), unit: `Bản ${n}` });
      right = write(right, { at: at(n), unit: `Bản ${n}`, kind: 'return', reason: 'Thiếu' });
    }
    const merging = () => expect(mergeLogs([left, right]).conflicts).toHaveLength(299);
    expect(processorTime(merging)).toBeLessThan(2000);
    expect(inOrder([...left, ...right])).toHaveLength(599);
  });
});

describe('conflicts', () => {
  const base = writeAll({ unit: 'Bản khác' });
  const conflictsOf = (left: object, right: object) =>
    mergeLogs([write(base, { at: at(1), ...left }), write(base, { at: at(2), ...right })]).conflicts;

  it('stand side by side when copies decided otherwise on one flag', () => {
    const [conflict, ...more] = conflictsOf({}, adjust(500, 2));
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ unit: 'Bản Nà Đít', criterion: '1.2' });
    expect(conflict?.entries.map((entry) => entry.kind)).toEqual(['accept', 'adjust']);
  });
  it('are none when both say the same', () => {
    expect(conflictsOf(adjust(500, 1), adjust(500, 2, { reason: 'Lý do khác' }))).toEqual([]);
    expect(conflictsOf({}, {})).toEqual([]);
  });
  it('go over the flags of one criterion where its points are set', () => {
    expect(conflictsOf(adjust(500, 1), adjust(600, 2, { flag: 'khác' }))).toHaveLength(1);
    expect(conflictsOf(adjust(500, 1), { kind: 'return', reason: 'Thiếu', flag: 'khác' })).toHaveLength(1);
    expect(conflictsOf(adjust(500, 1), { flag: null })).toHaveLength(1);
    expect(conflictsOf(adjust(500, 1), { flag: 'khác' })).toEqual([]);
    expect(conflictsOf(adjust(500, 1), adjust(600, 2, { flag: 'khác', criterion: '1.3' }))).toEqual([]);
    expect(conflictsOf(adjust(500, 1), adjust(600, 2, { unit: 'Bản khác' }))).toEqual([]);
  });
  it('count a decision taken back in one copy and changed in the other', () => {
    const decided = write(base, adjust(500, 1));
    const back = write(decided, { kind: 'withdraw', reason: 'Nhầm', at: at(2) });
    const changed = write(decided, adjust(600, 3));
    expect(mergeLogs([back, changed]).conflicts[0]?.entries.map((entry) => entry.kind)).toEqual(['withdraw', 'adjust']);
  });
  it('end with a decision made after the merge, and not with one made in a branch', () => {
    const left = write(write(base, adjust(500, 1)), adjust(550, 2));
    const { log, conflicts } = mergeLogs([left, write(base, adjust(600, 9))]);
    expect(conflicts[0]?.entries.map((entry) => entry.points)).toEqual([550, 600]);
    expect(mergeLogs([write(log, adjust(700, 10))]).conflicts).toEqual([]);
  });
});
