/**
 * The council's votes in the workbook: sealed, never rounded down, the rule stored beside them, a changed past shown.
 * Over every host.
 */
import { beforeEach, describe, expect, test } from 'vitest';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import type { Vote } from '../../core/council/votes.ts';
import { COUNCIL_TABLES, findTable, rowsOf, textOf } from '../../session/book/own-tables.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { HOSTS, sure, type TestHost } from './session-hosts.ts';

const RULE: VoteRule = {
  code: 'Giấy khen',
  name: 'Giấy khen',
  quorum: { n: 2, d: 3 },
  threshold: { n: 80, d: 100 },
  over: false,
  of: 'all',
  ballot: 'secret',
  writtenCounts: true,
  proxies: true,
  tie: 'fails',
  source: 'Quy chế của Hội đồng, Điều 8',
  proposed: false,
};

const vote = (inFavour: number, more: Partial<Vote> = {}): Vote => ({
  subject: 'Tặng Giấy khen cho Bản Nà Đắng',
  members: 7,
  present: 6,
  proxies: 0,
  written: 0,
  writtenInFavour: 0,
  count: { kind: 'secret', issued: 6, returned: 6, valid: 6, invalid: 0, inFavour },
  chairInFavour: null,
  ...more,
});

describe.each(HOSTS)('votes over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  let clock = 0;
  const who = 'Lò Văn Pâng';
  const record = async (vote: Vote, rule = RULE) => sure(await session.vote({ vote: vote, rule, who })).workspace;
  const table = async (own: { readonly table: string }) => findTable(sure(await held.host.read()), own.table)!;
  beforeEach(() => {
    held = open();
    clock = 0;
    session = paneSession(held.host, { now: () => `2025-11-21T09:00:0${clock++}+07:00` });
  });

  test('80 % of 7 is 6, and the outcome stands sealed in the sheet with its count', async () => {
    await record(vote(5));
    const { votes, voteFault } = await record(vote(6));
    expect(votes.map(({ result }) => result)).toEqual(['failed', 'passed']);
    expect(votes[1]?.previous).toEqual([votes[0]?.hash]);
    expect(voteFault).toBeNull();
    const rows = rowsOf(await table(COUNCIL_TABLES.votes));
    expect(rows.map((row) => [row.get('Phiếu phát ra'), row.get('Đồng ý'), textOf(row, 'Kết quả')])).toEqual([
      [6, 5, 'Không thông qua'],
      [6, 6, 'Thông qua'],
    ]);
    expect(textOf(rows[1]!, 'Kết luận')).toBe(votes[1]?.sentence);
  });

  test('the rule is stored in its own sheet, read back whole, and replaced under its name', async () => {
    const [kept] = (await record(vote(6))).voteRules;
    expect(kept?.threshold).toEqual({ n: 8000, d: 10_000 });
    expect({ ...kept, threshold: RULE.threshold }).toEqual(RULE);
    const changed = { ...RULE, name: 'giấy khen', threshold: { n: 2, d: 3 }, quorum: null };
    expect((await record(vote(5), changed)).voteRules).toEqual([{ ...changed, code: 'giấy khen' }]);
    expect(rowsOf(await table(COUNCIL_TABLES.voteRules)).map((row) => textOf(row, 'Mức đồng ý'))).toEqual(['2/3']);
  });

  test('a rule edited in the sheet counts; a rule that cannot be understood is reported and never overwritten', async () => {
    await record(vote(6));
    const { sheet, range, columns } = await table(COUNCIL_TABLES.voteRules);
    const [row, column] = [range.top + 1, range.left + columns.indexOf('Mức đồng ý')];
    await held.type(sheet, row, column, '90 %');
    expect(sure(await session.open(() => undefined)).voteRules[0]?.threshold).toEqual({ n: 9000, d: 10_000 });
    await held.type(sheet, row, column, 'đa số');
    const { voteRules, voteNotes } = sure(await session.open(() => undefined));
    expect(voteRules).toEqual([]);
    expect(voteNotes[0]).toContain('dòng 1');
    const refused = await session.vote({ vote: vote(6), rule: RULE, who });
    expect(refused.ok ? '' : refused.refusal.message).toContain('dòng 1');
    expect(rowsOf(await table(COUNCIL_TABLES.voteRules))).toHaveLength(1);
  });

  test('a count that cannot be right is refused in a sentence and nothing is written', async () => {
    const before = sure(await held.host.read()).tables.length;
    const wrong = { kind: 'secret', issued: 6, returned: 6, valid: 5, invalid: 0, inFavour: 5 } as const;
    const refused = await session.vote({ vote: vote(0, { count: wrong }), rule: RULE, who });
    expect(refused.ok ? '' : refused.refusal.message).toBe(
      'Phiếu hợp lệ (5) cộng phiếu không hợp lệ (0) phải bằng số phiếu thu về (6).',
    );
    expect(sure(await held.host.read()).tables).toHaveLength(before);
  });

  test('an edited row no longer counts and shows; a cut end shows, and goes on showing after the next vote', async () => {
    await record(vote(5));
    await record(vote(6));
    const { sheet, range, columns } = await table(COUNCIL_TABLES.votes);
    const last = range.top + 2;
    await held.type(sheet, last, range.left + columns.indexOf('Đồng ý'), '4');
    const edited = sure(await session.open(() => undefined));
    expect(edited.votes.map(({ inFavour }) => inFavour)).toEqual([5]);
    expect(edited.voteFault).not.toBeNull();
    for (const at of columns.keys()) await held.type(sheet, last, range.left + at, '');
    const cut = sure(await session.open(() => undefined));
    expect(cut.voteFault).toContain('cắt bớt');
    const after = await record(vote(6));
    expect(after.votes).toHaveLength(2);
    expect(after.voteFault).toContain('cắt bớt');
  });

  test('where the row cannot be written, neither its rule nor its seal is', async () => {
    const first = await record(vote(6));
    const { sheet, range } = await table(COUNCIL_TABLES.votes);
    await held.type(sheet, range.bottom + 1, range.left, 'Người lập biểu');
    const refused = await session.vote({ vote: vote(5), rule: { ...RULE, name: 'Cờ thi đua' }, who });
    expect(refused.ok ? '' : refused.refusal.message).toContain('Chưa ghi được kết quả biểu quyết.');
    const { votes, voteRules, voteFault } = sure(await session.open(() => undefined));
    expect([votes, voteRules, voteFault]).toEqual([first.votes, first.voteRules, null]);
  });

  test('no undo takes a vote back: it is withdrawn', async () => {
    await record(vote(6));
    const second = await record(vote(5), { ...RULE, name: 'Cờ thi đua', code: 'Cờ thi đua' });
    expect(second.voteRules).toHaveLength(2);
    expect(second.undo).toBeNull();
    expect((await session.undo()).ok).toBe(false);
    expect(sure(await session.open(() => undefined)).votes).toEqual(second.votes);
  });
});
