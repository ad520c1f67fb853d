/**
 * The portal's page with our recorder in it and without: all its calls must have the same results. The built file, real
 * Chromium, a real server.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, builtExtension } from './browser.ts';
import type { PortalServer } from './portal-server.ts';
import { sharedBrowser } from './shared-browser.ts';

const HOST = 'https://dichvucong.gov.vn';
const API = '/api/v1/reporting/evaluation/';
let portals: PortalServer;
let browser: Browser;
let bare: Page;
let heard: Page;

beforeAll(async () => {
  ({ browser, portals } = await sharedBrowser());
  const json = (body: string, more: object = {}) => ({ status: 201, type: 'application/json', body, ...more });
  for (const name of ['tree', 'other']) portals.answers.set(`${HOST}${API}${name}`, json(`{"code":"${name}","số":1}`));
  portals.answers.set(`${HOST}${API}slow`, json(`{"long":"${'x'.repeat(50_000)}"}`, { pause: 300 }));
  portals.answers.set(`${HOST}${API}refused`, {
    status: 401,
    type: 'application/json',
    body: '{"code":"UNAUTHORIZED"}',
  });
  portals.answers.set(`${HOST}${API}broken`, json('{"code":'));
  portals.answers.set(`${HOST}${API}stream`, { type: 'text/event-stream', body: 'data: 1\n\ndata: 2\n\n', pause: 200 });
  portals.answers.set(`${HOST}/`, {
    body: '<!doctype html><base href="https://dichvucong.gov.vn/api/v1/"><title>Cổng</title>',
  });
  const built = await builtExtension();
  bare = await browser.context.newPage();
  heard = await browser.context.newPage();
  await heard.addInitScript({ content: readFileSync(join(built, 'capture/recorder.iife.js'), 'utf8') });
  for (const page of [bare, heard]) await page.goto(`${HOST}/`);
});

afterAll(async () => {
  await browser?.close();
});

/** Bodies of functions run in the page; `seen(…)` returns their result, or what and how they throw. */
const CASES: Readonly<Record<string, string>> = {
  // Looking at the functions.
  'text of the functions': `return [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, Function.prototype.toString, Object.keys].map((f) => [String(f), f + '', Function.prototype.toString.call(f), f.name, f.length])`,
  'properties of the functions': `return [fetch, XMLHttpRequest.prototype.open, XMLHttpRequest.prototype.send, Function.prototype.toString].map((f) => [JSON.stringify(Object.getOwnPropertyDescriptors(f)), 'prototype' in f, Object.getPrototypeOf(f) === Function.prototype, typeof f, Object.isExtensible(f), Object.prototype.toString.call(f)])`,
  'where they stand': `return [[globalThis, 'fetch'], [XMLHttpRequest.prototype, 'open'], [XMLHttpRequest.prototype, 'send'], [Function.prototype, 'toString']].map(([o, n]) => { const { value, ...rest } = Object.getOwnPropertyDescriptor(o, n); return [rest, typeof value, Object.keys(o).indexOf(n) >= 0]; })`,
  'text of what is no function': `return [{}, null, 1].map((x) => { try { return Function.prototype.toString.call(x); } catch (e) { return [e.name, e.message]; } })`,
  'made with new': `new fetch('/')`,
  'a class over it': `class X extends XMLHttpRequest {}; const x = new X(); x.open('POST', API + 'tree'); return [x instanceof XMLHttpRequest, x.readyState]`,
  // Calls that come to nothing.
  'nothing asked': `return fetch()`,
  'no address': `return fetch('http://[')`,
  'another scheme': `return fetch('gopher://x')`,
  'another self': `return fetch.call({}, API + 'tree')`,
  'a symbol for an address': `return fetch(Symbol('x'))`,
  'a body with GET': `return fetch(API + 'tree', { body: 'x' })`,
  'a bad method': `return fetch(API + 'tree', { method: 'ä' })`,
  'options that are none': `return fetch(API + 'tree', 1)`,
  'options that throw': `return fetch(API + 'tree', { method: 'POST', get body() { throw new RangeError('mine'); } })`,
  'a used request': `const r = new Request(API + 'tree', { method: 'POST', body: '{}' }); await r.text(); return fetch(r)`,
  'a request used twice': `const r = new Request(API + 'tree', { method: 'POST', body: '{}' }); const a = await (await fetch(r)).text(); const used = r.bodyUsed; return [a, used, await fetch(r).then(() => 'again', (e) => [e.name, e.message])]`,
  'a request being read': `const r = new Request(API + 'tree', { method: 'POST', body: '{}' }); r.body.getReader(); return fetch(r)`,
  'given up before': `return fetch(API + 'tree', { method: 'POST', body: '{}', signal: AbortSignal.abort(new RangeError('mine')) })`,
  'given up at once': `const c = new AbortController(); const p = fetch(API + 'slow', { method: 'POST', body: '{}', signal: c.signal }); c.abort(); return p`,
  'given up in the middle': `const c = new AbortController(); const r = await fetch(API + 'slow', { method: 'POST', body: '{}', signal: c.signal }); c.abort(); return [r.status, await r.text().then(() => 'whole', (e) => [e.name, e.message])]`,
  'out of time': `return fetch(API + 'slow', { method: 'POST', body: '{}', signal: AbortSignal.timeout(1) }).then((r) => r.text())`,
  'another site': `return fetch('https://khongco.invalid/')`,
  'caught by nobody': `const events = []; const on = (e) => { events.push([e.promise === p, e.reason.name]); e.preventDefault(); }; addEventListener('unhandledrejection', on); const p = fetch(API + 'tree', { method: 'ä' }); await new Promise((f) => setTimeout(f, 300)); removeEventListener('unhandledrejection', on); return events`,
  'caught late': `const p = fetch('https://khongco.invalid/' + API); return [p instanceof Promise, p.constructor === Promise, await p.catch((e) => e.name)]`,
  // Calls that are answered.
  'text for text': `const r = await fetch(API + 'tree', { method: 'POST', body: '{"a":1}' }); const before = r.bodyUsed; return [r.status, r.ok, r.type, r.url, r.redirected, before, await r.json(), r.bodyUsed, await r.text().catch((e) => [e.name, e.message])]`,
  'an address as URL': `return (await fetch(new URL(API + 'tree', location.href), { method: 'POST', body: '{}' })).text()`,
  'relative to the base': `return (await fetch('reporting/evaluation/tree', { method: 'POST', body: '{}' })).url`,
  'an object for an address': `let count = 0; const r = await fetch({ toString() { count++; return API + 'tree'; } }, { method: 'POST', body: '{}' }); return [count, r.status]`,
  'options read once': `const seen = []; const init = new Proxy({ method: 'POST', body: '{}' }, { get(t, k) { seen.push(String(k)); return t[k]; } }); const r = await fetch(API + 'tree', init); return [seen, r.status]`,
  'a request': `const r = new Request(API + 'tree', { method: 'POST', body: '{"a":2}', headers: { 'x-own': '1' } }); const a = await fetch(r); return [a.status, await a.text(), r.bodyUsed]`,
  'a request with another body': `const r = new Request(API + 'tree', { method: 'POST', body: 'một' }); const a = await fetch(r, { body: 'hai' }); return [await a.text(), r.bodyUsed]`,
  'a form': `const f = new FormData(); f.set('a', 'b'); return (await fetch(API + 'tree', { method: 'POST', body: f })).text()`,
  'refused by the portal': `const r = await fetch(API + 'refused', { method: 'POST', body: '{}' }); return [r.status, await r.text()]`,
  'broken JSON': `return (await fetch(API + 'broken', { method: 'POST', body: '{}' })).json()`,
  'a body in pieces': `const r = await fetch(API + 'slow', { method: 'POST', body: '{}' }); const reader = r.body.getReader(); let n = 0; for (;;) { const { done, value } = await reader.read(); if (done) break; n += value.length; } return [n, r.bodyUsed, r.body.locked]`,
  'a body through a pipe': `const r = await fetch(API + 'tree', { method: 'POST', body: '{}' }); return (await new Response(r.body.pipeThrough(new TextDecoderStream()).pipeThrough(new TextEncoderStream())).text())`,
  'a body copied': `const r = await fetch(API + 'tree', { method: 'POST', body: '{}' }); const c = r.clone(); return [await c.text(), await r.text()]`,
  'a body let go': `const r = await fetch(API + 'tree', { method: 'POST', body: '{}' }); await r.body.cancel('genug'); return [r.bodyUsed, r.body.locked]`,
  'a stream of events': `const r = await fetch(API + 'stream'); const reader = r.body.getReader(); const { value } = await reader.read(); await reader.cancel(); return [value.length > 0, r.headers.get('content-type')]`,
  'a body as bytes': `const r = await fetch(API + 'tree', { method: 'POST', body: '{}' }); return [(await r.arrayBuffer()).byteLength]`,
  // The older way.
  'no address opened': `new XMLHttpRequest().open('POST', 'http://[')`,
  'opened with nothing': `new XMLHttpRequest().open()`,
  'a bad method opened': `new XMLHttpRequest().open('ä', '/')`,
  'opened on another self': `XMLHttpRequest.prototype.open.call({}, 'GET', '/')`,
  'sent on another self': `XMLHttpRequest.prototype.send.call(undefined)`,
  'sent unopened': `new XMLHttpRequest().send()`,
  'sent twice': `const x = new XMLHttpRequest(); x.open('POST', API + 'tree'); x.send('{}'); x.send('{}')`,
  'an address read once': `let count = 0; const x = new XMLHttpRequest(); x.open('POST', { toString() { count++; return API + 'tree'; } }); return count`,
  'given back': `const x = new XMLHttpRequest(); return [x.open('POST', API + 'tree'), x.send('{}')]`,
  'every kind of answer': `const all = []; for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document']) { all.push(await call(API + 'tree', (x) => { x.responseType = type; }, (x) => [x.status, x.responseURL, typeof x.response, type === 'json' ? [x.response, x.response === x.response] : null])); } return all`,
  'events in order': `const seen = []; await call(API + 'tree', (x) => { for (const name of ['loadstart', 'progress', 'load', 'loadend', 'error', 'abort']) x.addEventListener(name, () => seen.push(name)); x.onreadystatechange = () => seen.push(x.readyState); }, () => null); return [...new Set(seen)]`,
  'not to be waited for': `const x = new XMLHttpRequest(); x.open('POST', API + 'tree', false); x.send('{}'); return [x.status, x.responseText]`,
  'given up on the way': `const x = new XMLHttpRequest(); const seen = []; x.onabort = () => seen.push('abort'); x.onload = () => seen.push('load'); x.open('POST', API + 'slow'); x.send('{}'); await new Promise((f) => setTimeout(f, 50)); x.abort(); return [seen, x.readyState, x.status]`,
  'opened anew on the way': `const x = new XMLHttpRequest(); x.open('POST', API + 'slow'); x.send('{}'); x.open('POST', '/'); await new Promise((f) => { x.onload = f; x.send('{}'); }); return x.responseURL`,
  'a listener of its own': `const x = new XMLHttpRequest(); let own = 0; x.addEventListener = () => { own++; }; x.open('POST', API + 'tree'); await new Promise((f) => { x.onload = f; x.send('{}'); }); return own`,
};

function run(page: Page, body: string): Promise<unknown> {
  return page.evaluate(async (text) => {
    const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
    const call = (url: string, before: (x: XMLHttpRequest) => void, after: (x: XMLHttpRequest) => unknown) =>
      new Promise((done) => {
        const x = new XMLHttpRequest();
        x.open('POST', url);
        before(x);
        x.addEventListener('load', () => done(after(x)));
        x.send('{}');
      });
    const plain = (value: unknown): unknown =>
      value instanceof Response ? ['response', value.status] : (value ?? null);
    try {
      return {
        gave: JSON.parse(
          JSON.stringify(plain(await new AsyncFunction('API', 'call', text)('/api/v1/reporting/evaluation/', call))),
        ),
      };
    } catch (error) {
      const thrown = error as Error;
      return { threw: [thrown.name, thrown.message, thrown.constructor.name, error instanceof DOMException] };
    }
  }, body);
}

describe('a page that is listened to', () => {
  it.each(Object.entries(CASES))('sees what it saw before: %s', async (_, body) => {
    const expected = await run(bare, body);
    expect(await run(heard, body)).toEqual(expected);
  });

  it('throws where it threw: at once, or in the promise', async () => {
    const at = (page: Page) =>
      page.evaluate(() => {
        const how = (work: () => unknown) => {
          try {
            const result = work();
            if (result instanceof Promise) result.catch(() => undefined);
            return result instanceof Promise ? 'promise' : 'value';
          } catch {
            return 'thrown';
          }
        };
        const calls = globalThis as unknown as { fetch: (...args: unknown[]) => unknown };
        const used = new Request('/api/v1/reporting/evaluation/tree', { method: 'POST', body: '{}' });
        void used.text();
        const open = (...args: unknown[]) => Reflect.apply(XMLHttpRequest.prototype.open, new XMLHttpRequest(), args);
        return [
          ...[[], ['http://['], [used], [Symbol('x')], ['/', { method: 'ä' }]].map((args) =>
            how(() => calls.fetch(...args)),
          ),
          ...[[], ['GET', 'http://['], ['GET', '/']].map((args) => how(() => open(...args))),
        ];
      });
    const expected = await at(bare);
    expect(expected).toContain('promise');
    expect(expected).toContain('thrown');
    expect(await at(heard)).toEqual(expected);
  });

  it('is heard all the same, each answer with its question and its time', async () => {
    await heard.reload();
    const before = Date.now();
    await run(
      heard,
      `await fetch(API + 'tree', { method: 'POST', body: '{"a":1}' }); await (await fetch(new Request(API + 'other', { method: 'POST', body: '{"b":2}' }))).json(); await call(API + 'tree', (x) => { x.responseType = 'json'; }, () => null); await fetch(API + 'refused', { method: 'POST', body: '{}' }); await fetch('/'); const c = new AbortController(); const p = fetch(API + 'other', { method: 'POST', body: '{"c":3}', signal: c.signal }); c.abort(); await p.catch(() => 0); await new Promise((f) => setTimeout(f, 200))`,
    );
    const messages = await heard.evaluate(() => {
      const own = globalThis as unknown as Record<
        symbol,
        () => { heard: Record<string, unknown>[]; asked: Record<string, number> }
      >;
      return own[Symbol.for('thi-dua-so.heard')]?.();
    });
    expect(messages?.heard.map(({ url, request, body }) => [String(url).replace(/^.*\//, ''), request, body])).toEqual([
      ['tree', '{"a":1}', '{"code":"tree","số":1}'],
      ['other', '{"b":2}', '{"code":"other","số":1}'],
      ['tree', '{}', '{"code":"tree","số":1}'],
    ]);
    for (const { at, askedAt } of messages?.heard ?? []) {
      expect(Number(askedAt)).toBeGreaterThanOrEqual(before);
      expect(Number(at)).toBeGreaterThanOrEqual(Number(askedAt));
    }
    // Requested once more and aborted: the recorded answer is older than the page's last request.
    const other = messages?.heard.find(({ request }) => request === '{"b":2}');
    expect(messages?.asked[`${HOST}${API}other`]).toBeGreaterThan(Number(other?.askedAt));
  });
});
