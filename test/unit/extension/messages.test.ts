/** Messages: what is not of the contract is refused at both ends, and nothing throws. */
import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { call } from '../../../extension/messages/call.ts';
import { failure } from '../../../extension/messages/contract.ts';
import { isDiskFull } from '../../../extension/messages/disk-full.ts';
import { type Handlers, handle } from '../../../extension/messages/handle.ts';

const OWN = 'chrome-extension://abc/';
const panel = { id: 'abc', url: `${OWN}panel.html` };
const handlers: Handlers = {
  'movements.list': async () => ({ ok: true, data: [] }),
  'movements.targets': async () => ({ ok: true, data: null }),
  'reader.keep': async () => ({ ok: true, data: {} }),
  'reader.remove': async () => ({ ok: true, data: {} }),
  'capture.read': async () => ({ ok: true, data: { kind: 'not-found', reason: 'không', askable: false } }),
  'capture.draft': async () => ({ ok: true, data: {} }),
  'capture.confirm': async () => ({ ok: true, data: { saved: 3, duplicateOf: null } }),
  'capture.discard': async () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
  'capture.take-back': async () => ({ ok: true, data: {} }),
  'captures.remove-discarded': async () => ({ ok: true, data: { removed: 2 } }),
  'capture.ask': async () => {
    throw new TypeError('unforeseen');
  },
};
const draft = { unit: null, period: null, values: {}, reason: '' };
const to = (message: unknown, sender: object = panel) => handle(handlers, message, sender, OWN);

describe('the answering end', () => {
  it('hears our own pages only', async () => {
    const message = { name: 'capture.draft', input: { id: '1', draft } };
    expect(await to(message)).toEqual({ ok: true, data: {} });
    for (const sender of [
      {},
      { id: 'abc', url: 'https://xau.gov.vn/' },
      { id: 'xyz', url: `${OWN}panel.html` },
      { id: 'abc' },
    ]) {
      expect(await to(message, sender)).toEqual(failure('unknown-message'));
    }
  });

  it('refuses names and input that are not of the contract', async () => {
    for (const message of [
      null,
      'capture.read',
      {},
      { name: 'toString', input: {} },
      { name: '__proto__', input: {} },
    ]) {
      expect(await to(message)).toEqual(failure('unknown-message'));
    }
    for (const input of [null, {}, { id: '' }, { id: 7 }, { id: 'x'.repeat(101) }]) {
      expect(await to({ name: 'capture.discard', input })).toEqual(failure('bad-input'));
    }
    const ask = { id: '1', tabId: 1, provinceId: '../../../etc/passwd', provinceName: null, period: '2026' };
    expect(await to({ name: 'capture.ask', input: ask })).toEqual(failure('bad-input'));
  });

  it('turns what goes wrong into a code', async () => {
    expect(await to({ name: 'capture.discard', input: { id: '1' } })).toEqual(failure('storage-full'));
    const ask = {
      id: '1',
      tabId: 1,
      provinceId: '019d2be3-6a88-732b-8b17-b68020c8553a',
      provinceName: null,
      period: '2026',
    };
    expect(await to({ name: 'capture.ask', input: ask })).toEqual(failure('failed'));
  });
});

describe('the asking end', () => {
  const ask = (reply: unknown) => call('capture.confirm', { id: '1', draft }, async () => reply);

  it('hands on replies that fit', async () => {
    expect(await ask({ ok: true, data: { saved: 3, duplicateOf: null } })).toEqual({
      ok: true,
      data: { saved: 3, duplicateOf: null },
    });
    expect(await ask({ ok: false, code: 'no-unit' })).toEqual(failure('no-unit'));
  });

  it('trusts no other reply', async () => {
    for (const reply of [
      undefined,
      {},
      { ok: true },
      { ok: true, data: { saved: '3' } },
      { ok: false, code: 'made-up' },
    ]) {
      expect(await ask(reply)).toEqual(failure('bad-reply'));
    }
    const gone = call('capture.confirm', { id: '1', draft }, async () => {
      throw new Error('Could not establish connection');
    });
    expect(await gone).toEqual(failure('no-answer'));
  });

  it('calls a disk full that is, and nothing else', async () => {
    const aborted = new Dexie.AbortError('The transaction was aborted');
    // What a disk without room gave in Chromium, and so does every other write that is broken off.
    const vague = [
      aborted,
      new Dexie.BulkError('blobs.bulkPut(): 1 of 2 operations failed', [aborted]),
      new DOMException('Internal error committing transaction.', 'UnknownError'),
    ];
    const left = (bytes: number) =>
      vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota: 1e9 + bytes, usage: 1e9 }) } });
    left(5e9);
    for (const full of [
      new DOMException('', 'QuotaExceededError'),
      new Dexie.QuotaExceededError('', new DOMException('', 'QuotaExceededError')),
      new DOMException('Encountered full disk while committing transaction.', 'UnknownError'),
    ]) {
      expect(await isDiskFull(full)).toBe(true);
    }
    for (const other of [
      ...vague,
      ...[new Dexie.ConstraintError('there already'), new Error('Quota'), 'QuotaExceededError', null],
    ]) {
      expect(await isDiskFull(other)).toBe(false);
    }
    left(1000);
    for (const full of vague) expect(await isDiskFull(full)).toBe(true);
    expect(await isDiskFull(new Error('anything'))).toBe(false);
    vi.unstubAllGlobals();
    expect(await isDiskFull(aborted)).toBe(false);
  });
});
