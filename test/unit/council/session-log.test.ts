/** Sessions of the council: held, closed with digests, reopened for a reason; sealed, merged, never rewritten. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../core/base/result.ts';
import type { Attendance } from '../../../core/council/attendance.ts';
import { closedNow } from '../../../core/council/closed.ts';
import { lostSeals } from '../../../core/council/lost-seals.ts';
import { resultDigest } from '../../../core/council/result-digest.ts';
import { SESSION_TITLES, sessionCells } from '../../../core/council/session-columns.ts';
import {
  closeSession,
  holdSession,
  lastSession,
  mergeSessions,
  readSessionTable,
  reopenSession,
  type SessionLog,
  sessionOfRecord,
  standingClose,
  verifySessions,
} from '../../../core/council/session-log.ts';
import { correct } from '../judge/check/reports.ts';
import { review } from './review.ts';

const by = (second: number, who = 'Lò Văn Pâng') => ({
  who,
  at: `2025-11-21T09:00:${String(second).padStart(2, '0')}+07:00`,
});
const seal = (letter: string) => letter.repeat(64);
const decided = { decisions: [seal('a')], votes: [], result: seal('b'), note: '' };
const attending = (name: string, state: Attendance['state'], proxy = ''): Attendance => ({
  member: { name, post: 'Ủy viên', unit: '' },
  state,
  proxy,
});
const facts = {
  day: '2025-11-21',
  place: 'Hội trường UBND xã',
  chair: 'Lò Văn A, Ủy viên',
  secretary: '',
  attendance: [
    attending('Lò Văn A', 'present'),
    attending('Giàng A B', 'proxy', 'Sùng Thị C'),
    attending('Vàng D', 'written'),
    attending('Quàng E', 'absent'),
  ],
};
const sure = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const as = (log: SessionLog, lost: readonly string[] = []) => ({ log, lost });
const held = () => sure(holdSession(as([]), facts, by(1))).log;
const closed = () => sure(closeSession(as(held()), decided, by(2))).log;
const refusal = (result: Result<unknown>) => (result.ok ? null : result.refusal.code);

describe('a session', () => {
  it('is stored whole, and closing repeats the attendance beside the decisions', () => {
    const log = closed();
    const entry = sessionOfRecord(log)!;
    expect(entry).toMatchObject({
      kind: 'close',
      day: '2025-11-21',
      present: ['Lò Văn A, Ủy viên'],
      proxies: ['Giàng A B, Ủy viên ủy quyền cho Sùng Thị C'],
      written: ['Vàng D, Ủy viên'],
      absent: ['Quàng E, Ủy viên'],
      ...decided,
    });
    const rows = log.map(sessionCells);
    expect(sure(readSessionTable([...SESSION_TITLES], rows))).toEqual({ log, edited: [] });
    expect(verifySessions(log, [entry.hash])).toEqual([]);
  });

  it('stays blank where nothing is known, and then is read back so', () => {
    const log = sure(holdSession(as([]), { ...facts, day: null, place: '', chair: '', attendance: [] }, by(1))).log;
    expect(lastSession(log)).toMatchObject({ day: null, place: '', present: [] });
    expect(sure(readSessionTable([...SESSION_TITLES], log.map(sessionCells))).log).toEqual(log);
  });

  it('refuses a member named twice, a proxy sent to nobody, a list in one name, no writer', () => {
    const hold = (attendance: readonly Attendance[], who = 'A') =>
      holdSession(as([]), { ...facts, attendance }, by(1, who));
    expect(refusal(hold([attending('A', 'present'), attending('A', 'absent')]))).toBe('bad-attendance');
    expect(refusal(hold([attending('A', 'proxy')]))).toBe('bad-attendance');
    // A proxy must be present: not oneself, not an absent member.
    const sends = (to: string, ...others: readonly Attendance[]) =>
      refusal(hold([{ ...attending('Lò A', 'proxy'), proxy: to }, ...others]));
    expect(sends('lò a')).toBe('bad-attendance');
    expect(sends('Vàng B', attending('Vàng B', 'absent'))).toBe('bad-attendance');
    expect(sends('Vàng B, Ủy viên', attending('Vàng B', 'written'))).toBe('bad-attendance');
    expect(sends('Vàng B', attending('Vàng B', 'present'))).toBeNull();
    expect(sends('Người ngoài Hội đồng')).toBeNull();
    expect(refusal(hold([attending('A; B', 'present')]))).toBe('bad-attendance');
    expect(refusal(hold([attending('', 'present')]))).toBe('bad-attendance');
    expect(refusal(hold([attending('A', 'present')], ' '))).toBe('no-decider');
  });

  it('once closed is closed until it is reopened for a reason, and all of it stays in the log', () => {
    const log = closed();
    expect(refusal(closeSession(as(log), decided, by(3)))).toBe('closed');
    expect(refusal(holdSession(as(log), facts, by(3)))).toBe('closed');
    expect(refusal(reopenSession(as(log), '  ', by(3)))).toBe('no-reason');
    expect(refusal(reopenSession(as(held()), 'Sai số', by(3)))).toBe('not-closed');
    const open = sure(reopenSession(as(log), 'Bản Nà Đít giải trình', by(3))).log;
    expect(standingClose(open)).toBeNull();
    expect(open.map(({ kind }) => kind)).toEqual(['hold', 'close', 'reopen']);
    const again = sure(closeSession(as(open), { ...decided, result: seal('c') }, by(4))).log;
    expect(standingClose(again)?.result).toBe(seal('c'));
  });

  it('tells a row that was changed, taken out, or cut at the end', () => {
    const log = closed();
    const rows = log.map((entry) => sessionCells(entry).map((cell) => (cell === seal('b') ? seal('d') : cell)));
    const read = sure(readSessionTable([...SESSION_TITLES], rows));
    expect([read.log.length, read.edited.length]).toEqual([1, 1]);
    expect(verifySessions(log.slice(1))).toHaveLength(1);
    expect(verifySessions(log.slice(0, 1), [log[1]!.hash])).toHaveLength(1);
  });

  it('an end changed, cut or taken out with the seals stays locked until it is reopened for a reason', () => {
    const log = closed();
    const ends = [log[1]!.hash];
    const rows = log.map(sessionCells);
    const typed = (at: number, title: string, text: string) =>
      rows.map((cells, row) =>
        cells.map((cell, column) => (row === at && SESSION_TITLES[column] === title ? text : cell)),
      );
    const read = (cells: typeof rows) => sure(readSessionTable([...SESSION_TITLES], cells));
    const spoilt = [
      lostSeals(read(typed(1, 'Người ghi phiên', 'Người khác')), ends),
      lostSeals(read(typed(1, 'Việc', 'Mở lại')), []),
      lostSeals(read(typed(1, 'Dấu vết', 'x')), []),
      lostSeals(read(typed(1, 'Dấu vết', seal('e'))), ends),
      lostSeals(read(rows.slice(0, 1)), ends),
      lostSeals(read([]), ends),
    ];
    for (const lost of spoilt) {
      expect(lost).toHaveLength(1);
      const record = as(held(), lost);
      expect(closedNow({ sessions: held(), lost, decisions: [], votes: [] }, {} as never)).toMatchObject({
        entry: null,
      });
      expect(refusal(holdSession(record, facts, by(3)))).toBe('closed');
      expect(refusal(closeSession(record, decided, by(3)))).toBe('closed');
      const open = sure(reopenSession(record, 'Đã đối chiếu biên bản', by(3))).log;
      expect(lostSeals({ log: open, edited: [] }, [...lost, ...ends])).toEqual(ends.filter((end) => end !== lost[0]));
    }
    // What later rows were written after is spoken for by them; a second copy of a row loses nothing.
    expect(lostSeals(read(typed(0, 'Chủ trì', 'Người khác')), ends)).toEqual([]);
    expect(lostSeals(read([...rows, ...typed(1, 'Người ghi phiên', 'Người khác').slice(1)]), [])).toEqual([]);
    // The true row coming back from a copy is reopened with it.
    const open = sure(reopenSession(as(held(), ends), 'Đã đối chiếu', by(3))).log;
    expect(standingClose(mergeSessions([open, log]))).toBeNull();
  });

  it('a reopening opens only what it knew of: closed in another copy stays closed', () => {
    const base = held();
    const mine = sure(reopenSession(as(sure(closeSession(as(base), decided, by(2))).log), 'Sai số', by(4))).log;
    const theirs = sure(closeSession(as(base), { ...decided, note: 'bản khác' }, by(3, 'Sùng A'))).log;
    const merged = mergeSessions([mine, theirs]);
    expect(standingClose(merged)?.who).toBe('Sùng A');
    expect(mergeSessions([theirs, mine])).toEqual(merged);
  });

  it('copies merge the same whichever is read first, every row once', () => {
    const step = fc.constantFrom('hold', 'close', 'reopen') as fc.Arbitrary<'hold' | 'close' | 'reopen'>;
    const grow = (log: SessionLog, steps: readonly ('hold' | 'close' | 'reopen')[], who: string): SessionLog =>
      steps.reduce((grown, kind, at) => {
        const when = by(10 + at, who);
        const done =
          kind === 'hold'
            ? holdSession(as(grown), facts, when)
            : kind === 'close'
              ? closeSession(as(grown), decided, when)
              : reopenSession(as(grown), 'vì', when);
        return done.ok ? done.value.log : grown;
      }, log);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), (xs, ys) => {
        const [x, y] = [grow(held(), xs, 'X'), grow(held(), ys, 'Y')];
        const merged = mergeSessions([x, y]);
        expect(mergeSessions([y, x])).toEqual(merged);
        expect(mergeSessions([merged, x])).toEqual(merged);
        expect(verifySessions(merged)).toEqual([]);
        // Closed in either copy is closed in both.
        if (standingClose(x) || standingClose(y)) expect(standingClose(merged)).not.toBeNull();
      }),
    );
  });
});

it('the digest of the results covers points and places, in whatever order the reports are', () => {
  const reports = [correct({ unit: 'Bản A', file: 'a.xlsx' }), correct({ unit: 'Bản B', file: 'b.xlsx' })];
  const of = (list: typeof reports) => {
    const { scores } = review(list);
    const sheets = scores.sheets.map((score) => ({
      report: list[0]!,
      unit: score.unit,
      flags: [],
      score,
      reception: 'counts' as const,
    }));
    return { movement: { id: 'm' } as never, period: null, reports: sheets, rankings: scores.rankings };
  };
  const run = of(reports);
  expect(resultDigest(of(reports.toReversed()))).toBe(resultDigest(run));
  const [first, ...rest] = run.reports;
  const { audience, unit, max, classification, points, total } = first!.score;
  const raised = { ...first!, score: { audience, unit, max, classification, points, total: total + 1 } as never };
  expect(resultDigest({ ...run, reports: [raised, ...rest] })).not.toBe(resultDigest(run));
});
