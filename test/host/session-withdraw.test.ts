/**
 * A decision or vote of the council is withdrawn, never undone: "Hoàn tác" leaves the log alone, and its last seal
 * reveals a log that was cut or rewritten.
 */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findSeal, sealSentence } from '../../core/council/last-seal.ts';
import { withdrawals } from '../../core/council/withdrawals.ts';
import { COUNCIL_TABLES, findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { undoStack } from '../../session/undo/undo.ts';
import { undoStore } from '../../session/undo/undo-store.ts';
import { demoFiles, HOSTS, openPreview, sure, type TestHost } from './session-hosts.ts';

const WHO = 'Lò Văn Pâng';

const VOTE = {
  vote: {
    subject: 'Tặng Giấy khen cho Bản Nà Đắng',
    members: 7,
    present: 7,
    proxies: 0,
    written: 0,
    writtenInFavour: 0,
    count: { kind: 'show', inFavour: 5 },
    chairInFavour: null,
  },
  rule: {
    code: 'Giấy khen',
    name: 'Giấy khen',
    quorum: null,
    threshold: { n: 1, d: 2 },
    over: true,
    of: 'all',
    ballot: 'show',
    writtenCounts: false,
    proxies: false,
    tie: 'fails',
    source: '',
    proposed: false,
  },
  who: WHO,
} as const;

describe.each(HOSTS)('a decision over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  let scored: Workspace;
  let second = 0;

  const first = ({ queue }: Workspace): DecisionWanted => {
    const found = queue.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
    const { unit, item } = found.find(({ item: one }) => one.criterion !== null && (one.points?.max ?? 0) >= 200)!;
    return {
      unit,
      flag: item.flag?.id ?? null,
      criterion: item.criterion,
      kind: 'adjust',
      points: 200,
      reason: 'theo biên bản',
      who: WHO,
    };
  };
  const logRows = async () => rowsOf(findTable(sure(await held.host.read()), OWN_TABLES.council.table));

  beforeEach(async () => {
    held = open();
    second = 0;
    session = paneSession(held.host, { now: () => `2025-11-21T09:00:${String(second++).padStart(2, '0')}+07:00` });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    sure(await session.collect(demoFiles().slice(0, 3), () => undefined));
    scored = sure(await session.checkAndScore(() => undefined)).workspace;
  });

  test('is not taken back by “Hoàn tác”, nor is anything before it', async () => {
    const { workspace } = sure(await session.decide(first(scored)));
    expect(workspace.undo).toBeNull();
    expect(workspace.decisions).toHaveLength(1);
    const undone = await session.undo();
    expect(undone.ok).toBe(false);
    expect(await logRows()).toHaveLength(1);
    // A run after it can be taken back as ever, and takes no entry with it.
    const again = sure(await session.collect(demoFiles().slice(3, 4), () => undefined));
    expect(again.workspace.undo?.label).toBe('Nhận báo cáo');
    sure(await session.undo());
    expect(await logRows()).toHaveLength(1);
    expect(sure(await session.open(() => undefined)).logFault).toBeNull();
  });

  test('is withdrawn with a reason, stays visible, and can be decided again', async () => {
    const made = sure(await session.decide(first(scored))).workspace;
    const id = made.decisions[0]!.id;
    const noReason = await session.withdraw({ id, reason: ' ', who: WHO });
    expect(noReason.ok || noReason.refusal.code).toBe('no-reason');
    const { workspace } = sure(await session.withdraw({ id, reason: 'Đọc nhầm biên bản', who: WHO }));
    expect(workspace.decisions[0]).toMatchObject({ id, withdrawn: { who: WHO, reason: 'Đọc nhầm biên bản' } });
    expect(workspace.logFault).toBeNull();
    // What it was on waits again, with the points it had before.
    expect(workspace.queue.map(({ unit, total }) => [unit, total])).toEqual(
      scored.queue.map(({ unit, total }) => [unit, total]),
    );
    const twice = await session.withdraw({ id, reason: 'lần nữa', who: WHO });
    expect(twice.ok || twice.refusal.code).toBe('nothing-to-withdraw');
    const anew = sure(await session.decide({ ...first(scored), points: 100 })).workspace;
    expect(anew.decisions.map(({ points, withdrawn }) => [points, withdrawn !== null])).toEqual([
      [200, true],
      [100, false],
    ]);
    expect(await logRows()).toHaveLength(3);
  });

  test('a vote is withdrawn the same way', async () => {
    const voted = sure(await session.vote(VOTE)).workspace;
    expect(voted.undo).toBeNull();
    const id = voted.votes[0]!.id;
    const missing = await session.withdrawVote({ id, reason: '', who: WHO });
    expect(missing.ok || missing.refusal.code).toBe('no-reason');
    const { workspace } = sure(await session.withdrawVote({ id, reason: 'Kiểm phiếu sai', who: WHO }));
    expect(workspace.voteFault).toBeNull();
    expect(withdrawals(workspace.votes).get(id)).toMatchObject({ sentence: 'Kiểm phiếu sai', who: WHO });
    const rows = rowsOf(findTable(sure(await held.host.read()), COUNCIL_TABLES.votes.table));
    expect(rows.map((row) => textOf(row, 'Kết quả'))).toEqual(['Thông qua', 'Rút biểu quyết']);
    expect((await session.withdrawVote({ id, reason: 'lần nữa', who: WHO })).ok).toBe(false);
    // Not a vote: it cannot be withdrawn itself.
    expect((await session.withdrawVote({ id: workspace.votes[1]!.id, reason: 'x', who: WHO })).ok).toBe(false);
  });

  test('the last seal, once noted elsewhere, tells a log that was cut together with the workbook’s own note of it', async () => {
    sure(await session.decide(first(scored)));
    const { workspace } = sure(await session.vote(VOTE));
    const last = workspace.log.at(-1)!.hash;
    const seals = sealSentence(workspace.log, workspace.votes);
    expect(seals).toContain(last);
    expect(seals).toContain(workspace.votes.at(-1)!.hash);
    expect(findSeal(workspace.log, `${last.slice(0, 4)} ${last.slice(4, 16)}`)).toEqual({
      kind: 'held',
      seq: 1,
      after: 0,
    });
    expect(findSeal([], last)).toEqual({ kind: 'absent' });
    expect(findSeal(workspace.log, 'abc')).toEqual({ kind: 'unreadable' });
  });
});

describe('undo records stored outside the page', () => {
  let texts: Map<string, string>;
  const storage = () =>
    ({
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
    }) as unknown as Storage;
  beforeAll(() => {
    texts = new Map();
  });

  test('a runtime that ends with its pane leaves the next one what can be taken back', async () => {
    const { host } = openPreview();
    const stack = undoStack(host, undoStore(storage(), 'a.xlsx'));
    const applied = await host.apply('Thử', [
      { kind: 'write', sheet: 'Bìa', row: 3, column: 0, value: { kind: 'number', number: 5 } },
    ]);
    stack.push(sure(applied).undo);
    expect(undoStack(host, undoStore(storage(), 'b.xlsx')).last()).toBeNull();
    const next = undoStack(host, undoStore(storage(), 'a.xlsx'));
    expect(sure(await next.undo()).label).toBe('Thử');
    expect(sure(await host.read()).book.sheets[0]?.rows.get(3)).toBeUndefined();
    expect(undoStack(host, undoStore(storage(), 'a.xlsx')).last()).toBeNull();
  });

  test('what is no record, and what is of another day, is left', () => {
    texts.set('thi-dua-so.undo:c.xlsx', JSON.stringify([{ label: 'x' }, 5, null]));
    expect(undoStore(storage(), 'c.xlsx').load()).toEqual([]);
    const old = { label: 'Cũ', at: '2020-01-01T00:00:00Z', cells: [], addedSheets: [], marks: [], charts: [] };
    texts.set('thi-dua-so.undo:c.xlsx', JSON.stringify([old]));
    expect(undoStore(storage(), 'c.xlsx').load()).toEqual([]);
    texts.set('thi-dua-so.undo:c.xlsx', '{');
    expect(undoStore(storage(), 'c.xlsx').load()).toEqual([]);
  });
});
