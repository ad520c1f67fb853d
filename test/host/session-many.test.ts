/**
 * Many decided in one act: equal flags together, one criterion for all units in one table; every entry still stands by
 * itself. The acts a commune needs are counted.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { gradings } from '../../core/council/alike.ts';
import type { QueueItem } from '../../core/council/queue.ts';
import { itemsOf, reviewGroupsOf } from '../../core/council/review-groups.ts';
import { findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import { registerActions } from '../../session/book/register-actions.ts';
import { perform } from '../../session/host/outcome.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { boardRows } from '../../ui/pane/board-rows.ts';
import { earnsLeast, whyOf } from '../../ui/pane/flag-list.ts';
import { alikeWanted, gradesWanted } from '../../ui/pane/many-wanted.ts';
import { EMPTY_DRAFT } from '../../ui/pane/state.ts';
import { demoMovement } from '../fixtures/demo/build-demo.ts';
import { demoFiles, demoRegister, HOSTS, sure, type TestHost } from './session-hosts.ts';

const WHO = 'Lò Văn Pâng';

const itemsIn = ({ queue }: Workspace) => queue.flatMap(({ items }) => items);

/** Errors and warnings that the board shows. */
function onBoard(workspace: Workspace): number {
  const rows = boardRows(workspace, demoMovement(), '2025-11-21');
  return rows.reduce((sum, { flags }) => sum + flags.error + flags.warning, 0);
}

/** Settles all that waits as an officer would; gives the number of acts it took. */
async function settle(session: PaneSession, start: Workspace): Promise<number> {
  let acts = 0;
  let leastChecked = 0;
  let workspace = start;
  const act = async (wanted: Parameters<PaneSession['decideAll']>[0]) => {
    workspace = sure(await session.decideAll(wanted)).workspace;
    acts += 1;
    // What is decided leaves the board.
    expect(onBoard(workspace)).toBe(itemsIn(workspace).filter(({ flag }) => flag !== null).length);
  };
  for (;;) {
    const [group] = reviewGroupsOf(workspace.queue);
    if (group === undefined) {
      // Values left out: what is accepted then earns the least, as the card says.
      expect(leastChecked).toBeGreaterThan(10);
      return acts;
    }
    if (group.kind === 'grading') {
      const { grading } = group;
      const drafts = new Map(
        grading.members.map(({ item }, at) => [item.key, { ...EMPTY_DRAFT, points: String(at % 2) }]),
      );
      await act(sure(gradesWanted(grading, drafts, 'Hội đồng chấm theo hồ sơ', WHO)).wanted);
    } else {
      const members = group.causes.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
      const { run } = workspace;
      const least = members.flatMap(({ item: { flag } }) => (run && flag && earnsLeast(run, flag) ? flag : []));
      await act(sure(alikeWanted(members, { ...EMPTY_DRAFT, kind: 'accept' }, WHO)));
      for (const flag of least) {
        const score = whyOf(workspace.run!, flag).score!;
        if (score.status === 'settled' && score.appraised === null) {
          expect([flag.message, score.points]).toEqual([flag.message, Math.max(0, score.low)]);
          leastChecked += 1;
        }
      }
    }
  }
}

async function opened(held: TestHost): Promise<PaneSession> {
  const { host } = held;
  let second = 0;
  const now = () => new Date(Date.UTC(2025, 10, 21, 2, 0, second++)).toISOString().replace('.000Z', '+00:00');
  const session = paneSession(host, { now });
  sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: { kind: 'year', year: 2025 } }));
  sure(await perform(host, 'Đơn vị', registerActions(sure(await host.read()), demoMovement(), demoRegister())));
  sure(await session.collect(demoFiles(), () => undefined));
  return session;
}

const logRows = async ({ host }: TestHost) => rowsOf(findTable(sure(await host.read()), OWN_TABLES.council.table));

describe.each(HOSTS)('the demo over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  let scored: Workspace;
  beforeAll(async () => {
    held = open();
    session = await opened(held);
    scored = sure(await session.checkAndScore(() => undefined)).workspace;
  }, 120_000);

  test('one criterion is graded for all units at once, an entry each', async () => {
    const tables = gradings(scored.queue);
    const graded = itemsIn(scored).filter(({ flag }) => flag === null);
    expect(tables.flatMap(({ members }) => members)).toHaveLength(graded.length);
    expect(graded.length).toBeGreaterThan(20);
    const table = tables.find(({ members }) => members.length > 10)!;
    const drafts = new Map(table.members.slice(0, 3).map(({ item }) => [item.key, { ...EMPTY_DRAFT, points: '1,5' }]));
    const { wanted, keys } = sure(gradesWanted(table, drafts, 'Theo hồ sơ mô hình', WHO));
    expect(keys).toHaveLength(3);
    const after = sure(await session.decideAll(wanted)).workspace;
    expect(itemsIn(after)).toHaveLength(itemsIn(scored).length - 3);
    const rows = await logRows(held);
    expect(rows.map((row) => textOf(row, 'Đơn vị'))).toEqual(table.members.slice(0, 3).map(({ unit }) => unit));
    expect(new Set(rows.map((row) => textOf(row, 'Dấu vết'))).size).toBe(3);
    expect(after.logFault).toBeNull();
  });

  test('all or none: a missing target writes nothing, and is named', async () => {
    const before = await logRows(held);
    const { unit, items } = sure(await session.open(() => undefined)).queue[0]!;
    const good = { unit, flag: items[0]!.flag?.id ?? null, criterion: items[0]!.criterion };
    const act = { kind: 'return', points: null, reason: 'bổ sung', who: WHO } as const;
    const gone = { unit: 'Bản Không Có', flag: null, criterion: '4.3' };
    const refused = await session.decideAll([
      { ...good, ...act },
      { ...gone, ...act },
    ]);
    expect(!refused.ok && refused.refusal.message).toMatch(/^Bản Không Có, tiêu chí 4\.3: /);
    expect(await logRows(held)).toEqual(before);
  });
});

test('a commune of 24 messy sheets is settled in a few acts', async () => {
  const held = HOSTS[0]![1]();
  const session = await opened(held);
  // As units send them: whole rows of figures left out.
  const { sheets } = sure(await session.open(() => undefined));
  const { book } = sure(await held.host.read());
  const emptied = sheets.flatMap(({ sheet }) =>
    [...(book.sheets.find(({ name }) => name === sheet)?.rows ?? [])].flatMap(([row, cells]) =>
      cells
        .filter(({ column, value }) => column >= 3 && typeof value === 'number')
        .map(({ column }) => ({ kind: 'write', sheet, row, column, value: { kind: 'empty' } }) as const),
    ),
  );
  sure(await perform(held.host, 'Đơn vị bỏ trống', emptied));
  const scored = sure(await session.checkAndScore(() => undefined)).workspace;
  const waiting = itemsIn(scored).length;
  expect(waiting).toBeGreaterThanOrEqual(180);
  const before = (await logRows(held)).length;
  const open = itemsIn(scored).filter(({ returned }) => !returned);
  const shown = reviewGroupsOf(scored.queue).flatMap((group) => itemsOf(group).map(({ key }) => key));
  expect(shown.toSorted()).toEqual(open.map(({ key }) => key).toSorted());
  const acts = await settle(session, scored);
  const entries = (await logRows(held)).length - before;
  const measured = `${waiting} items, ${acts} acts, ${entries} entries`;
  // Each cause is read and decided by itself: 22 here. One tick for all odd flags was fewer acts, and read by nobody.
  expect(acts, measured).toBeLessThanOrEqual(30);
  expect(entries, measured).toBeGreaterThanOrEqual(waiting * 0.8);
}, 180_000);

test('grades by their names: points of the name, which stands in the reason', () => {
  const levels = [
    { label: 'Tốt', points: 400 },
    { label: 'Khá', points: 300 },
  ];
  const item = (key: string) =>
    ({
      ...{ key, flag: null, criterion: '4.3', title: 'Mô hình', returned: false, earlier: [], levels },
      ...{ bounds: { least: 0, most: 400 }, points: { now: 0, low: 0, high: 400, max: 400 } },
    }) as never as QueueItem;
  const [table, ...others] = gradings([
    { unit: 'A', items: [item('a')] },
    { unit: 'B', items: [item('b')] },
  ]);
  expect([table?.levels, table?.members.length, others]).toEqual([levels, 2, []]);
  const drafts = new Map([['b', { ...EMPTY_DRAFT, points: 'Khá' }]]);
  expect(sure(gradesWanted(table!, drafts, 'Theo hồ sơ', WHO)).wanted).toMatchObject([
    { unit: 'B', points: 300, reason: 'Mức “Khá”. Theo hồ sơ' },
  ]);
  expect(gradesWanted(table!, drafts, '', WHO)).toMatchObject({ ok: false });
});

test('what was returned, or is at odds with another copy, is not decided with the rest', async () => {
  const flag = { code: 'missing-value', severity: 'error', doubt: 'value', suggestion: 'Điền số liệu.' };
  const item = (key: string, more: object = {}) =>
    ({
      key,
      flag,
      criterion: '1.1',
      title: '',
      cell: null,
      points: null,
      changes: {},
      bounds: null,
      returned: false,
      earlier: [],
      ...more,
    }) as never as QueueItem;
  const queue = [
    { unit: 'A', items: [item('a'), item('r', { returned: true, earlier: [{}] })] },
    {
      unit: 'B',
      items: [item('b'), item('c', { earlier: [{}] }), item('o', { flag: { ...flag, suggestion: 'Khác.' } })],
    },
  ];
  expect(reviewGroupsOf(queue).map((group) => itemsOf(group).map(({ key }) => key))).toEqual([['a'], ['b', 'c', 'o']]);
});
