/**
 * Decisions of several copies of one workbook come together: each once, conflicts side by side, nothing dropped. Over
 * every host.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type PreviewHost, previewHost } from '../../app/host/preview-host.ts';
import type { QueueItem } from '../../core/council/queue.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { COUNCIL_TABLES, findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { coverBook, demoFiles, HOSTS, sure, type TestHost } from './session-hosts.ts';

const RULE = {
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
} as const;
const VOTE = {
  subject: 'Tặng Giấy khen cho Bản Nà Đắng',
  members: 7,
  present: 7,
  proxies: 0,
  written: 0,
  writtenInFavour: 0,
  count: { kind: 'show', inFavour: 5 },
  chairInFavour: null,
} as const;

interface Copy {
  readonly host: PreviewHost;
  readonly session: PaneSession;
}

function openCopy(bytes: Uint8Array, hour: string): Copy {
  const host = sure(previewHost('bản sao.xlsx', bytes));
  let second = 0;
  return {
    host,
    session: paneSession(host, { now: () => `2025-11-21T${hour}:00:${String(second++).padStart(2, '0')}+07:00` }),
  };
}

/** Things to decide whose points can be set, in the order of the queue. */
function gradable({ queue }: Workspace): readonly { readonly unit: string; readonly item: QueueItem }[] {
  const all = queue.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
  return all.filter(({ item }) => item.criterion !== null && (item.points?.max ?? 0) >= 200);
}

const wanted = (
  { unit, item }: { readonly unit: string; readonly item: QueueItem },
  points: number,
  who: string,
): DecisionWanted => ({
  unit,
  flag: item.flag?.id ?? null,
  criterion: item.criterion,
  kind: 'adjust',
  points,
  reason: 'Đối chiếu hồ sơ gốc',
  who,
});

/** The file with one text for another in all its parts. */
function withText(file: Uint8Array, text: string, other: string): Uint8Array {
  const parts = Object.entries(unzipSync(file));
  return zipSync(
    Object.fromEntries(parts.map(([name, part]) => [name, strToU8(strFromU8(part).replaceAll(text, other))])),
  );
}

let base: Uint8Array;
let things: ReturnType<typeof gradable>;
let first: Uint8Array;
let second: Uint8Array;

beforeAll(async () => {
  const made = openCopy(coverBook(), '08');
  const period = { kind: 'year', year: 2025 } as const;
  sure(await made.session.saveSettings({ movement: 'ta-ma-2023-2030', period }));
  const files = demoFiles()
    .filter(({ name }) => /ban /i.test(name))
    .slice(0, 4);
  sure(await made.session.collect(files, () => undefined));
  const { workspace } = sure(await made.session.checkAndScore(() => undefined));
  things = gradable(workspace);
  base = made.host.save();

  const [item, two] = things;
  const a = openCopy(base, '09');
  sure(await a.session.decide(wanted(item!, 100, 'Lò Văn A')));
  first = a.host.save();
  const b = openCopy(base, '10');
  sure(await b.session.decide(wanted(item!, 200, 'Quàng Thị B')));
  sure(await b.session.decide(wanted(two!, 50, 'Quàng Thị B')));
  sure(await b.session.vote({ vote: VOTE, rule: RULE, who: 'Quàng Thị B' }));
  second = b.host.save();
}, 120_000);

test('there is something to decide on', () => {
  expect(things.length).toBeGreaterThan(2);
});

describe.each(HOSTS)('copies over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  beforeEach(async () => {
    held = open(first);
    session = paneSession(held.host, { now: () => '2025-11-21T11:00:00+07:00' });
    sure(await session.open(() => undefined));
  });
  const merge = (...files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
    session.mergeCopies(files, () => undefined);
  const rows = async (own: { readonly table: string }) => rowsOf(findTable(sure(await held.host.read()), own.table));
  const copy = () => ({ name: 'Bản của B.xlsx', bytes: second });

  test('every entry once; the rows that stood are as they were; what came is named after its file', async () => {
    const before = await rows(OWN_TABLES.council);
    const merged = sure(await merge(copy(), { name: 'Bản của B (2).xlsx', bytes: second }));
    expect(merged.message).toContain('thêm 2 quyết định, 1 biểu quyết');
    const after = await rows(OWN_TABLES.council);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.map((row) => [textOf(row, 'Người quyết định'), textOf(row, 'Từ bản')])).toEqual([
      ['Lò Văn A', ''],
      ['Quàng Thị B', 'Bản của B.xlsx'],
      ['Quàng Thị B', 'Bản của B.xlsx'],
    ]);
    expect((await rows(COUNCIL_TABLES.votes)).map((row) => textOf(row, 'Từ bản'))).toEqual(['Bản của B.xlsx']);
    const { workspace } = merged;
    expect(workspace.logFault).toBeNull();
    expect(workspace.voteFault).toBeNull();
    expect(workspace.votes).toHaveLength(1);

    const again = sure(await merge(copy()));
    expect(again.message).toContain('thêm 0 quyết định, 0 biểu quyết');
    expect(await rows(OWN_TABLES.council)).toEqual(after);
  });

  test('contradicting decisions are shown side by side and neither counts, until a new decision', async () => {
    const { workspace } = sure(await merge(copy()));
    const [thing] = things;
    expect(workspace.conflicts).toHaveLength(1);
    const [conflict] = workspace.conflicts;
    expect(conflict?.sides.map(({ who, points, from }) => [who, points, from])).toEqual([
      ['Lò Văn A', 100, null],
      ['Quàng Thị B', 200, 'Bản của B.xlsx'],
    ]);
    const find = (workspace: Workspace) =>
      workspace.queue.flatMap(({ items }) => items).find(({ key }) => key === conflict?.item);
    expect(find(workspace)?.criterion).toBe(thing?.item.criterion);

    const settled = sure(await session.decide(wanted({ unit: thing!.unit, item: find(workspace)! }, 150, 'Hội đồng')));
    expect(settled.workspace.conflicts).toEqual([]);
    expect(find(settled.workspace)).toBeUndefined();
    const score = settled.workspace.run?.reports.find(({ unit }) => unit === thing?.unit)?.score;
    expect(score?.points.find(({ criterion }) => criterion === thing?.item.criterion)?.points).toBe(150);
    expect(settled.workspace.logFault).toBeNull();
  });

  test('what only the other copy decided counts at once, in the sheet too', async () => {
    const { workspace } = sure(await merge(copy()));
    const [, thing] = things;
    const score = workspace.run?.reports.find(({ unit }) => unit === thing?.unit)?.score;
    expect(score?.points.find(({ criterion }) => criterion === thing?.item.criterion)?.points).toBe(50);
    const ranked = (await rows(OWN_TABLES.ranking)).find((row) => textOf(row, 'Đơn vị') === thing?.unit);
    expect(ranked?.get('Điểm')).toBe((score?.total ?? 0) / 100);
  });

  test('is no run to be taken back: what came in stays in the log', async () => {
    sure(await merge(copy()));
    const after = await rows(OWN_TABLES.council);
    expect((await session.undo()).ok).toBe(false);
    expect(await rows(OWN_TABLES.council)).toEqual(after);
  });

  test('reports how the last seals of the two logs relate', async () => {
    const { message } = sure(await merge(copy()));
    expect(message).toContain('hai bản đã tách nhau');
    const again = sure(await merge(copy()));
    expect(again.message).toContain('sổ này có đủ các quyết định của bản đó');
  });

  test('a sheet from before origins were recorded gets the column for them', async () => {
    held = open(withText(first, 'Từ bản', 'Ghi chú'));
    session = paneSession(held.host, { now: () => '2025-11-21T11:00:00+07:00' });
    const named = async () => findTable(sure(await held.host.read()), OWN_TABLES.council.table)!;
    const before = await named();
    expect(before.columns).not.toContain('Từ bản');
    sure(await merge(copy()));
    const after = await named();
    expect(after.columns).toEqual([...before.columns, 'Từ bản']);
    expect(rowsOf(after).filter((row) => textOf(row, 'Từ bản') === copy().name)).toHaveLength(2);
  });

  test('a file that is no copy, is of another movement, or was changed is refused by name and the others come in', async () => {
    const other = openCopy(second, '12');
    sure(await other.session.saveSettings({ movement: 'luc-ba-2024', period: null }));
    const changed = openCopy(second, '12');
    const log = findTable(sure(await changed.host.read()), OWN_TABLES.council.table)!;
    const column = log.range.left + log.columns.indexOf('Điểm');
    sure(changed.host.edit(log.sheet, log.range.top + 1, column, '9'));
    const bad = [
      { name: 'bìa.xlsx', bytes: newBook([{ name: 'Bìa', cells: [] }]) },
      { name: 'lục ba.xlsx', bytes: other.host.save() },
      { name: 'đã sửa.xlsx', bytes: changed.host.save() },
      { name: 'hỏng.xlsx', bytes: new Uint8Array([1, 2, 3]) },
    ];
    const before = await rows(OWN_TABLES.council);
    const refused = await merge(...bad);
    const refusal = refused.ok ? '' : refused.refusal.message;
    expect(refusal).toContain('"bìa.xlsx": Tệp không có sổ quyết định');
    expect(refusal).toMatch(/"lục ba\.xlsx": Đây là sổ của phong trào khác/);
    expect(refusal).toMatch(/"đã sửa\.xlsx": Sổ trong tệp này đã bị sửa\. .*dòng số 1/);
    expect(refusal).toContain('"hỏng.xlsx"');
    expect(await rows(OWN_TABLES.council)).toEqual(before);
    const { message, left } = sure(await merge(...bad, copy()));
    expect(message).toContain('Đã đọc 1 bản sao');
    expect(left).toContain('"đã sửa.xlsx"');
  });
});

test('results closed in a copy are closed here once it is merged, and differences since are reported', async () => {
  const closed = openCopy(base, '10');
  sure(await closed.session.closeResults('Lò Văn A'));
  const here = openCopy(base, '11');
  sure(await here.session.decide(wanted(things[0]!, 100, 'Sùng B')));
  const { workspace } = sure(
    await here.session.mergeCopies([{ name: 'đã chốt.xlsx', bytes: closed.host.save() }], () => undefined),
  );
  expect(workspace.closed?.entry?.who).toBe('Lò Văn A');
  expect(workspace.closed?.since[0]).toBe('Sổ quyết định khác lúc chốt kết quả.');
  const rows = rowsOf(findTable(sure(await here.host.read()), COUNCIL_TABLES.sessions.table));
  expect(rows.map((row) => textOf(row, 'Từ bản'))).toEqual(['đã chốt.xlsx']);
  const refused = await here.session.decide(wanted(things[1]!, 100, 'Sùng B'));
  expect(!refused.ok && refused.refusal.code).toBe('closed');
});
