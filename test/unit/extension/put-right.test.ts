/** What was confirmed can be corrected, withdrawn and deleted, and everything that counts figures follows. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerHandOver } from '../../../extension/background/external.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { ALL, figuresWanted } from '../../../extension/exports/selection.ts';
import { keepRaw } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { CaptureDraft } from '../../../extension/store/records.ts';

const FORM = 'https://motcua.tama.gov.vn/06a';
const EMPTY: CaptureDraft = { unit: null, period: null, values: {}, reason: '' };
const BODY = readFileSync('core/portal/capture/readers/form-06a/cases/fields-ok.html', 'utf8');

let db: Store;
let now = '2026-03-02T09:00:00+07:00';
let answer: ReturnType<typeof handlers>;
beforeEach(async () => {
  db = openStore('put-right');
  now = '2026-03-02T09:00:00+07:00';
  answer = handlers({
    ...{ db, mine: async () => '', movement: async () => '', today: () => '2026-03-01', now: () => now },
    ...{ askPage: async () => undefined, settled: () => undefined },
  });
  await captured('a', BODY);
  await answer['capture.confirm']({ id: 'a', draft: EMPTY });
});
afterEach(async () => {
  db.close();
  await Dexie.delete('put-right');
});

function captured(id: string, body: string): Promise<void> {
  return keepRaw(db, {
    ...{ id, at: '2026-03-01T08:00:00+07:00', url: FORM, title: '', unread: [], picture: null },
    view: { width: 1, height: 1, scrollY: 0, ratio: 1 },
    parts: [{ kind: 'page', url: FORM, request: null, body }],
  });
}

const exported = async () =>
  (await figuresWanted(db, ALL)).map(({ observation: { indicator, value } }) => [indicator, value]);
const ask = (request: object) => answerHandOver(db, { kind: 'thi-dua-so', version: 1, ...request }, () => 0);
async function handed() {
  const reply = await ask({ ask: 'waiting', after: null });
  if (!('captures' in reply)) throw new Error('no captures');
  return reply.captures.flatMap(({ observations }) =>
    observations.map(({ indicator, period, value, provenance }) => [indicator, period, value, provenance.capturedAt]),
  );
}

describe('withdrawing', () => {
  it('needs a reason, takes the figures out of every count and keeps them in the history', async () => {
    expect(await exported()).toHaveLength(3);
    expect(await answer['capture.withdraw']({ id: 'a', reason: ' ' })).toEqual({ ok: false, code: 'no-reason' });
    expect(await answer['capture.withdraw']({ id: 'a', reason: 'nhầm trang' })).toMatchObject({ ok: true });
    expect(await exported()).toEqual([]);
    expect(await handed()).toEqual([]);
    expect(await db.captures.get('a')).toMatchObject({
      state: 'withdrawn',
      observations: [],
      history: [{ what: 'withdrawn', reason: 'nhầm trang', at: now, observations: [{}, {}, {}] }],
    });
    expect(await answer['capture.withdraw']({ id: 'a', reason: 'lần nữa' })).toEqual({
      ok: false,
      code: 'already-settled',
    });
    expect(await db.blobs.count()).toBe(1);
  });

  it('reaches a workbook that has the figures: they come again without a value, as of then', async () => {
    await ask({ ask: 'received', ids: ['a'] });
    expect(await handed()).toEqual([]);
    await answer['capture.withdraw']({ id: 'a', reason: 'nhầm trang' });
    expect(await handed()).toEqual([
      ['tiep-nhan', '2025-Q3', null, now],
      ['dung-han', '2025-Q3', null, now],
      ['ho-so-truc-tuyen', '2025-Q3', null, now],
    ]);
  });
});

describe('correcting what was confirmed', () => {
  it('opens it with what was confirmed, and the new figures count in place of the old', async () => {
    expect(await answer['capture.reopen']({ id: 'a', reason: 'sai kỳ' })).toMatchObject({ ok: true });
    expect(await exported()).toEqual([]);
    const record = await db.captures.get('a');
    expect(record).toMatchObject({ state: 'raw', draft: { unit: 'UBND xã Ta Ma', period: '2025-Q3' } });
    const draft = { ...(record?.draft as CaptureDraft), values: { 'tiep-nhan': '10.500' }, reason: 'đếm lại' };
    expect(await answer['capture.confirm']({ id: 'a', draft })).toMatchObject({ ok: true });
    expect(await exported()).toContainEqual(['tiep-nhan', 10_500]);
    expect(await db.captures.get('a')).toMatchObject({
      state: 'corrected',
      corrections: [{ indicator: 'tiep-nhan', read: 10_481, value: 10_500, reason: 'đếm lại' }],
      history: [{ what: 'reopened', reason: 'sai kỳ', observations: [{ value: 10_481 }, {}, {}] }],
    });
  });

  it('of another period takes the old one back in a workbook that has it', async () => {
    await ask({ ask: 'received', ids: ['a'] });
    await answer['capture.reopen']({ id: 'a', reason: 'sai kỳ' });
    await answer['capture.confirm']({ id: 'a', draft: { ...EMPTY, period: '2025-09', reason: 'chỉ tháng 9' } });
    expect(await handed()).toEqual([
      ['tiep-nhan', '2025-Q3', null, now],
      ['dung-han', '2025-Q3', null, now],
      ['ho-so-truc-tuyen', '2025-Q3', null, now],
      ['tiep-nhan', '2025-09', 10_481, now],
      ['dung-han', '2025-09', 99.9, now],
      ['ho-so-truc-tuyen', '2025-09', 86.56, now],
    ]);
  });
});

describe('deleting for good', () => {
  it('leaves nothing of the capture, and nothing of what only repeated it is lost', async () => {
    await captured('b', BODY);
    await answer['capture.confirm']({ id: 'b', draft: EMPTY });
    expect((await db.captures.get('b'))?.duplicateOf).toBe('a');
    expect(await answer['capture.remove']({ id: 'a' })).toMatchObject({ ok: true });
    expect(await db.captures.get('a')).toBeUndefined();
    expect(await exported()).toEqual([]);
    expect(await db.outbox.count()).toBe(0);
    expect(await db.captures.get('b')).toMatchObject({ state: 'discarded', duplicateOf: null });
    expect(await db.blobs.count()).toBe(1);
    await answer['capture.remove']({ id: 'b' });
    expect(await db.blobs.count()).toBe(0);
    expect(await answer['capture.remove']({ id: 'b' })).toEqual({ ok: false, code: 'not-found' });
  });
});
