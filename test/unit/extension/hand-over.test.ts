/**
 * From the outbox to the sheet "Chỉ số", both real ends joined: the extension's ear over the store, the add-in's use
 * case over the preview's workbook.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { previewHost } from '../../../app/host/preview-host.ts';
import { HANDED } from '../../../core/portal/capture/hand-over.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { answerPage } from '../../../extension/background/external.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { markWaiting, waitingCount } from '../../../extension/store/outbox.ts';
import { readObservations } from '../../../session/book/observations.ts';
import { EXTENSION_ID } from '../../../session/captures/extension-id.ts';
import type { PageRuntime } from '../../../session/captures/extension-port.ts';
import { takeWaiting, waitingIn } from '../../../session/captures/hand-over.ts';
import type { Host } from '../../../session/host/port.ts';
import { storedCapture } from './stored-captures.ts';

const MATCHES = ['https://thidua.example.gov.vn/so/*'];
const PAGE = { origin: 'https://thidua.example.gov.vn', url: 'https://thidua.example.gov.vn/so/taskpane.html?x' };
const NOW = () => Date.UTC(2026, 2, 1, 1);

let db: Store;
beforeEach(() => {
  db = openStore('hand-over');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('hand-over');
});

const hear = (message: unknown, sender: object = PAGE) => answerPage(db, message, sender, MATCHES, NOW);

/** The browser between the two; messages that `stop` matches never reach the extension. Counts the requests. */
function browser(stop: (ask: unknown) => boolean = () => false): PageRuntime & { readonly asked: string[] } {
  const requests: string[] = [];
  return {
    asked: requests,
    sendMessage: (id, message, reply) => {
      const { ask } = structuredClone(message) as { ask: string };
      requests.push(ask);
      if (id !== EXTENSION_ID || stop(ask)) reply(undefined);
      else void hear(structuredClone(message))?.then((answer) => reply(structuredClone(answer)));
    },
  };
}

it('asks no extension while the build knows the id of none', async () => {
  vi.stubGlobal('__THI_DUA_SO_EXTENSION_ID__', '');
  vi.resetModules();
  const { askExtension } = await import('../../../session/captures/ask-extension.ts');
  const { asked, ...runtime } = browser();
  expect(await askExtension(runtime, 'hello', {})).toBeUndefined();
  expect(asked).toEqual([]);
  vi.unstubAllGlobals();
});

function workbook(): Host {
  const cover = newBook([
    { name: 'Bìa', cells: [{ row: 0, column: 0, value: { kind: 'text', text: 'UBND xã Ta Ma' } }] },
  ]);
  const host = previewHost('Thi đua.xlsx', cover);
  if (!host.ok) throw new Error(host.refusal.message);
  return host.value;
}

async function sheet(host: Host) {
  const book = await host.read();
  if (!book.ok) throw new Error(book.refusal.message);
  const { observations } = readObservations(book.value);
  return observations?.map(({ indicator, period, value }) => [indicator, period, value]) ?? null;
}

async function taken(host: Host, runtime: PageRuntime) {
  const result = await takeWaiting(host, runtime);
  if (!result.ok) return result.refusal.message;
  const { captures, observations, acknowledged, actions } = result.value;
  return { captures, observations, acknowledged, actions };
}

describe('the ear', () => {
  it('answers the add-in’s page and nobody else', async () => {
    const hello = { ...HANDED, ask: 'hello' };
    await storedCapture(db, 'a');
    expect(await hear(hello)).toEqual({ ok: true, waiting: 1 });
    for (const sender of [
      {},
      { origin: PAGE.origin },
      { url: PAGE.url },
      { origin: 'https://xau.gov.vn', url: PAGE.url },
      { origin: PAGE.origin, url: 'https://thidua.example.gov.vn/khac/taskpane.html' },
      { origin: 'https://thidua.example.gov.vn.xau.vn', url: 'https://thidua.example.gov.vn.xau.vn/so/' },
      { origin: 'null', url: PAGE.url },
    ]) {
      expect(hear(hello, sender)).toBeUndefined();
    }
  });

  it('takes three questions and nothing else', async () => {
    for (const message of [
      undefined,
      'hello',
      { ask: 'hello' },
      { ...HANDED, version: 2, ask: 'hello' },
      { ...HANDED, ask: 'captures' },
      { ...HANDED, ask: 'received', ids: [] },
      { ...HANDED, ask: 'received', ids: Array.from({ length: 501 }, (_, at) => String(at)) },
      { ...HANDED, ask: 'waiting', after: 7 },
      { name: 'capture.discard', input: { id: 'a' } },
    ]) {
      expect(await hear(message)).toEqual({ ok: false, code: 'not-understood' });
    }
    db.close({ disableAutoOpen: true });
    expect(await hear({ ...HANDED, ask: 'hello' })).toEqual({ ok: false, code: 'failed' });
  });

  it('says nothing of a capture but its confirmed figures', async () => {
    await storedCapture(db, 'a');
    const { observations } = (await db.captures.get('a'))!;
    expect(await hear({ ...HANDED, ask: 'waiting', after: null })).toEqual({
      ok: true,
      captures: [{ id: 'a', observations }],
      next: null,
    });
  });
});

describe('taking what waits', () => {
  it('is there once, however often it is requested', async () => {
    const host = workbook();
    await storedCapture(db, 'a', { value: 80 });
    await storedCapture(db, 'b', { value: 90, period: '2025-Q4' });
    expect(await waitingIn(browser())).toBe(2);
    expect(await taken(host, browser())).toEqual({ captures: 2, observations: 2, acknowledged: true, actions: 1 });
    const held = [
      ['dung-han', '2025-Q3', 80],
      ['dung-han', '2025-Q4', 90],
    ];
    expect(await sheet(host)).toEqual(held);
    expect(await db.outbox.toArray()).toEqual([
      { captureId: 'a', state: 'sent', sentAt: '2026-03-01T08:00:00+07:00' },
      { captureId: 'b', state: 'sent', sentAt: '2026-03-01T08:00:00+07:00' },
    ]);
    expect(await taken(host, browser())).toEqual({ captures: 0, observations: 0, acknowledged: true, actions: 0 });
    expect(await markWaiting(db, ['a', 'khong-co'])).toBe(1);
    expect(await taken(host, browser())).toEqual({ captures: 1, observations: 1, acknowledged: true, actions: 0 });
    expect(await sheet(host)).toEqual(held);
  });

  it('keeps waiting what the extension did not hear of, and imports it no second time', async () => {
    const host = workbook();
    await storedCapture(db, 'a', { value: 80 });
    expect(
      await taken(
        host,
        browser((ask) => ask === 'received'),
      ),
    ).toMatchObject({ captures: 1, acknowledged: false });
    expect(await waitingCount(db)).toBe(1);
    expect(await taken(host, browser())).toEqual({ captures: 1, observations: 1, acknowledged: true, actions: 0 });
    expect(await waitingCount(db)).toBe(0);
  });

  it('keeps waiting what the workbook did not take', async () => {
    await storedCapture(db, 'a');
    const refusal = { code: 'protected', message: 'Trang tính bị khóa.' };
    const locked: Host = { ...workbook(), apply: async () => ({ ok: false, refusal }) };
    expect(await taken(locked, browser())).toBe(refusal.message);
    expect(await waitingCount(db)).toBe(1);
  });

  it('uses the later capture of a figure, in whatever order they arrive', async () => {
    const host = workbook();
    await storedCapture(db, 'a', { value: 82, at: '2025-10-20T08:00:00+07:00' });
    await storedCapture(db, 'b', { value: 81, at: '2025-10-18T08:00:00+07:00' });
    await taken(host, browser());
    expect(await sheet(host)).toEqual([['dung-han', '2025-Q3', 82]]);
    await storedCapture(db, 'c', { value: 70, at: '2025-10-01T08:00:00+07:00' });
    await taken(host, browser());
    expect(await sheet(host)).toEqual([['dung-han', '2025-Q3', 82]]);
  });

  it('comes page by page when there is much', async () => {
    const request = 'x'.repeat(30_000);
    for (let at = 0; at < 130; at++)
      await storedCapture(db, `c${String(at).padStart(3, '0')}`, { value: at % 100, request });
    const runtime = browser();
    const host = workbook();
    expect(await taken(host, runtime)).toMatchObject({ captures: 130, acknowledged: true });
    expect(runtime.asked).toEqual(['waiting', 'waiting', 'received']);
    expect(await waitingCount(db)).toBe(0);
  });

  it('does not follow pages that never end', async () => {
    let requests = 0;
    const endless = (captures: (page: number) => object[], next: (page: number) => string): PageRuntime => ({
      sendMessage: (_id, _message, reply) => {
        requests++;
        // An endless exchange ends here.
        if (requests > 60_000) throw new Error('endless');
        reply({ ok: true, captures: captures(requests), next: next(requests) });
      },
    });
    const capture = (page: number) => ({ id: `c${String(page).padStart(9, '0')}`, observations: [] });
    for (const runtime of [
      endless(
        () => [],
        (page) => `c${page}`,
      ),
      endless(
        (page) => [capture(page)],
        (page) => `${capture(page).id}0`,
      ),
      endless(
        (page) => [capture(1_000_000 - page)],
        (page) => capture(1_000_000 - page).id,
      ),
    ]) {
      requests = 0;
      expect(await taken(workbook(), runtime)).toMatch(/không trả lời/);
      expect(requests).toBeLessThan(4);
    }
    requests = 0;
    expect(
      await taken(
        workbook(),
        endless(
          (page) => Array.from({ length: 1_000 }, (_, at) => capture(page * 1_000 + at)),
          (page) => capture(page * 1_000 + 999).id,
        ),
      ),
    ).toMatch(/không trả lời/);
    expect(requests).toBe(51);
  });

  it('reports when nobody answers, or the answer is something else', async () => {
    const other: PageRuntime = { sendMessage: (_id, _message, reply) => reply({ ok: true, captures: [{ id: 'a' }] }) };
    const gone: PageRuntime = {
      sendMessage: () => {
        throw new Error('Could not establish connection');
      },
    };
    for (const runtime of [other, gone, browser(() => true)]) {
      expect(await taken(workbook(), runtime)).toMatch(/không trả lời/);
      expect(await waitingIn(runtime)).toBeUndefined();
    }
  });
});
