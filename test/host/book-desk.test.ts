/** The workbook in a worker: a real channel between both sides, plain data over it, in place of a browser's worker. */
import { utils, write } from '@e965/xlsx';
import { afterEach, describe, expect, test } from 'vitest';
import { type BookDesk, type BookWorker, openDesk } from '../../app/worker/book-desk.ts';
import type { BookPort } from '../../app/worker/book-talk.ts';
import { fromPieces, inPieces } from '../../app/worker/in-pieces.ts';
import { serveBook } from '../../app/worker/serve-book.ts';
import { newBook, readBook } from '../../core/sheet/workbook/file.ts';
import type { PageRuntime } from '../../session/captures/extension-port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { demoFiles, openPreview, sure } from './session-hosts.ts';

const EMPTY = newBook([{ name: 'Sổ chấm', cells: [] }]);
const begun: (() => void)[] = [];

/** Messages are structured clones, as to a worker; `die` sends what a browser sends when a worker ended. */
type ChannelWorker = BookWorker & { readonly die: () => void };

function channelWorker(): ChannelWorker {
  const { port1, port2 } = new MessageChannel();
  serveBook(port2 as unknown as BookPort);
  begun.push(() => port1.close());
  const worker: ChannelWorker = {
    postMessage: (message, options) => port1.postMessage(message, options),
    onmessage: null,
    onerror: null,
    terminate: () => {
      port2.onmessage = null;
      port1.onmessage = null;
    },
    die: () => worker.onerror?.({ preventDefault: () => undefined } as ErrorEvent),
  };
  port1.onmessage = (event) => worker.onmessage?.(event);
  return worker;
}

afterEach(() => {
  for (const close of begun.splice(0)) close();
});

const workers: ReturnType<typeof channelWorker>[] = [];
async function opened(): Promise<BookDesk> {
  workers.length = 0;
  const startWorker = () => {
    const worker = channelWorker();
    workers.push(worker);
    return worker;
  };
  return sure(await openDesk('Sổ.xlsx', EMPTY, { startWorker, reader: null, runtime: undefined, onlyLooks: false }));
}

describe('the desk over a worker', () => {
  test('opens a workbook of an old kind as an .xlsx of its cells', async () => {
    const old = utils.book_new();
    utils.book_append_sheet(old, utils.aoa_to_sheet([['Sổ cũ', 7]]), 'Trang');
    for (const bookType of ['xls', 'ods'] as const) {
      const bytes = new Uint8Array(write(old, { type: 'array', bookType }));
      const world = { startWorker: channelWorker, reader: null, runtime: undefined, onlyLooks: false };
      const desk = sure(await openDesk(`Sổ.cũ.${bookType}`, bytes, world));
      expect([desk.name, desk.rebuilt]).toEqual(['Sổ.cũ.xlsx', true]);
      expect(
        sure(readBook(await desk.save()))
          .sheets[0]?.rows.get(0)
          ?.map(({ value }) => value),
      ).toEqual(['Sổ cũ', 7]);
    }
    expect((await opened()).rebuilt).toBe(false);
  });

  test('takes in reports and scores them, with progress; changes are stored before success is reported', async () => {
    const desk = await opened();
    const saves: number[] = [];
    let isKept = true;
    desk.onChange(async (bytes) => {
      isKept = false;
      await new Promise((done) => setTimeout(done, 5));
      saves.push(sure(readBook(bytes)).sheets.length);
      isKept = true;
    });
    const busy: boolean[] = [];
    desk.onBusy((isBusy) => busy.push(isBusy));
    const progress: number[] = [];
    const files = demoFiles().slice(0, 6);
    sure(await desk.session.collect(files, (done) => progress.push(done)));
    expect(isKept).toBe(true);
    expect(saves.at(-1)).toBeGreaterThan(files.length);
    expect(progress.at(-1)).toBe(1);
    expect(busy[0]).toBe(true);
    expect(busy.at(-1)).toBe(false);
    const { workspace } = sure(await desk.session.checkAndScore(() => undefined));
    expect(workspace.run?.reports).toHaveLength(files.length);
    expect(workspace.queue.length).toBeGreaterThan(0);
    expect(workspace.run?.reports.every(({ score }) => (score?.points.length ?? 0) > 0)).toBe(true);
    const scored = sure(readBook(await desk.save())).sheets.map(({ name }) => name);
    expect(scored).toContain('Xếp hạng');

    // A worker that ends, or is stopped: the workbook is as it was stored last, and work goes on.
    const running = desk.session.checkAndScore(() => undefined);
    workers.at(-1)?.die();
    expect(await running).toMatchObject({ ok: false, refusal: { code: 'worker-died' } });
    expect(workers).toHaveLength(2);
    const stopped = desk.session.checkAndScore(() => undefined);
    desk.stop();
    expect(await stopped).toMatchObject({ ok: false, refusal: { code: 'stopped' } });
    expect(sure(readBook(await desk.save())).sheets.map(({ name }) => name)).toEqual(scored);
    expect(sure(await desk.session.open(() => undefined)).run?.reports).toHaveLength(files.length);
  });

  test.each(['works', 'dies'])(
    'many files are read by two workers; the second %s, and the results are the same',
    async (fate) => {
      const desk = await opened();
      const files = demoFiles();
      sure(await desk.session.collect(files, () => (fate === 'dies' ? workers[1]?.die() : undefined)));
      const { workspace } = sure(await desk.session.checkAndScore(() => undefined));
      const alone = paneSession(openPreview(EMPTY).host);
      sure(await alone.collect(files, () => undefined));
      const expected = sure(await alone.checkAndScore(() => undefined)).workspace;
      expect(workers).toHaveLength(2);
      expect(workspace.run?.reports).toEqual(expected.run?.reports);
      expect(workspace.run?.flags).toEqual(expected.run?.flags);
      desk.end();
    },
  );

  test('a new workbook is made by the worker, and is the same after a stop', async () => {
    const world = { startWorker: channelWorker, reader: null, runtime: undefined, onlyLooks: false };
    const desk = sure(await openDesk('Sổ.xlsx', null, world));
    const made = await desk.save();
    expect(sure(readBook(made)).sheets.map(({ name }) => name)).toEqual(['Sổ chấm']);
    desk.stop();
    expect(await desk.save()).toEqual(made);
  });

  test('never stores a half-done change: requests that may change wait for it, requests that look do not', async () => {
    const runtime: PageRuntime = { sendMessage: (_to, _message, reply) => void setTimeout(reply, 30, undefined) };
    const world = { startWorker: channelWorker, reader: null, runtime, onlyLooks: false };
    const desk = sure(await openDesk('Sổ.xlsx', EMPTY, world));
    const ended: string[] = [];
    const wished = (what: string, wish: Promise<unknown> | undefined) => wish?.then(() => ended.push(what));
    await Promise.all([
      wished(
        'take',
        desk.session.extension?.take(() => undefined),
      ),
      wished('edit', desk.edit({ sheet: 'Sổ chấm', row: 0, column: 0 }, 'ghi chú')),
      wished('view', desk.view('Sổ chấm')),
    ]);
    expect(ended).toEqual(['view', 'take', 'edit']);
  });

  test('opened only to be looked at, takes no change by any way until it may', async () => {
    const world = { startWorker: channelWorker, reader: null, runtime: undefined, onlyLooks: true };
    const desk = sure(await openDesk('Sổ.xlsx', EMPTY, world));
    const books: Uint8Array[] = [];
    desk.onChange(async (changed) => void books.push(changed));
    const at = { sheet: 'Sổ chấm', row: 1, column: 0 };
    const only = { ok: false, refusal: { code: 'only-looks' } };
    expect(await desk.edit(at, 'x')).toMatchObject(only);
    expect(await desk.removeSheet('Sổ chấm')).toMatchObject(only);
    expect(await desk.session.checkAndScore(() => undefined)).toMatchObject({ ok: false });
    const taken = await desk.session.collect(demoFiles().slice(0, 1), () => undefined);
    expect(taken.ok ? '' : taken.refusal.message).toMatch(/chỉ để xem/);
    // A worker begun anew is barred as before.
    desk.stop();
    expect(await desk.edit(at, 'x')).toMatchObject(only);
    expect([books, await desk.save()]).toEqual([[], EMPTY]);
    await desk.mayChange();
    sure(await desk.edit(at, 'x'));
    expect(books).toHaveLength(1);
  });

  test('shows one sheet, takes what is typed, brings a cell into view', async () => {
    const desk = await opened();
    const at = { sheet: 'Sổ chấm', row: 1, column: 2 };
    const bytes: Uint8Array[] = [];
    desk.onChange(async (changed) => void bytes.push(changed));
    sure(await desk.edit(at, '1.234,5'));
    const view = await desk.view('không có');
    expect(view?.sheet?.rows.get(1)?.[0]).toMatchObject({ column: 2, value: 1234.5 });
    expect(bytes).toHaveLength(1);
    const places: unknown[] = [];
    desk.onSelect((place) => places.push(place));
    sure(await desk.session.select({ sheet: 'Sổ chấm', address: 'C2' }));
    expect(places).toEqual([at]);
    expect((await desk.removeSheet('Sổ chấm')).ok).toBe(false);
  });

  test('bytes that are no workbook are refused, and so is a worker that cannot begin: it is not begun for ever', async () => {
    const world = { startWorker: channelWorker, reader: null, runtime: undefined, onlyLooks: false };
    expect((await openDesk('x.xlsx', new Uint8Array([1]), world)).ok).toBe(false);
    let count = 0;
    const startWorker = () => {
      count += 1;
      const worker = channelWorker();
      queueMicrotask(worker.die);
      return worker;
    };
    expect(await openDesk('x.xlsx', EMPTY, { ...world, startWorker })).toMatchObject({
      refusal: { code: 'worker-died' },
    });
    expect(count).toBe(1);
  });
});

test('an answer in pieces is the answer again, and none of them is long', () => {
  const reports = Array.from({ length: 30 }, (_, unit) => ({ unit }));
  const queue = Array.from({ length: 13 }, (_, unit) => ({ unit, items: [] }));
  const sheets = Array.from({ length: 14 }, (_, sheet) => ({ sheet, report: {} }));
  const answer = {
    ok: true,
    value: { message: 'x', left: '', workspace: { sheets, queue, run: { reports, flags: [1] } } },
  };
  const { rest, pieces } = inPieces(answer);
  expect(JSON.stringify(rest).length).toBeLessThan(140);
  expect(pieces.map(({ of, items }) => [of, items.length])).toEqual([
    ['sheets', 12],
    ['sheets', 2],
    ['reports', 12],
    ['reports', 12],
    ['reports', 6],
    ['queue', 12],
    ['queue', 1],
  ]);
  expect(fromPieces(rest, pieces)).toEqual(answer);
  const other = { ok: true, value: { name: 'a.zip' } };
  expect(inPieces(other)).toEqual({ rest: other, pieces: [] });
});
