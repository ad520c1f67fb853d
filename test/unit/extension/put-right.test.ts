/** What was confirmed can be corrected, withdrawn and deleted, and everything that counts figures follows. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import fc from 'fast-check';
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

function captured(id: string, body: string, at = '2026-03-01T08:00:00+07:00'): Promise<void> {
  return keepRaw(db, {
    ...{ id, at, url: FORM, title: '', unread: [], picture: null },
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

describe('a workbook that has several captures of one period', () => {
  /** Of each figure the latest it received, as the session keeps them. */
  const book = new Map<string, { readonly at: string; readonly value: number | null }>();
  async function receive(): Promise<void> {
    const reply = await ask({ ask: 'waiting', after: null });
    if (!('captures' in reply)) throw new Error('no captures');
    for (const { indicator, unit, value, period, provenance } of reply.captures.flatMap((each) => each.observations)) {
      const key = JSON.stringify([indicator, unit.name, period]);
      const held = book.get(key);
      if (!held || provenance.capturedAt >= held.at) book.set(key, { at: provenance.capturedAt, value });
    }
    const ids = reply.captures.map(({ id }) => id);
    if (ids.length > 0) await ask({ ask: 'received', ids });
  }
  const inBook = () =>
    [...book].flatMap(([key, { value }]) => (value === null ? [] : [[JSON.parse(key)[0], value]])).sort();

  const STEPS = ['capture', 'withdraw', 'reopen', 'confirm', 'discard', 'remove-discarded', 'receive'] as const;

  it('has what the overview has, whatever is withdrawn, corrected and confirmed again', {
    timeout: 90000,
  }, async () => {
    // Beginning with the one capture all tests have.
    const acts = fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 14 });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(acts, fc.infiniteStream(fc.nat({ max: 99 })), async (steps, numbers) => {
        run++;
        await Promise.all([db.captures, db.figures, db.outbox, db.blobs].map((table) => table.clear()));
        book.clear();
        let minute = 0;
        const ids: string[] = [];
        for (const step of [...steps, 'receive']) {
          now = `2026-03-02T09:${String(++minute).padStart(2, '0')}:00+07:00`;
          const number = Number(numbers.next().value);
          const id = ids[number % Math.max(ids.length, 1)] ?? '';
          if (step === 'capture') {
            const own = `${run}-${minute}`;
            ids.push(own);
            const draft = { ...EMPTY, values: { 'tiep-nhan': `${10_000 + number}` }, reason: 'đếm lại' };
            await captured(own, BODY, now);
            await answer['capture.confirm']({ id: own, draft });
          } else if (step === 'receive') await receive();
          else if (step === 'remove-discarded') await answer['captures.remove-discarded']({});
          else if (step === 'discard') await answer['capture.discard']({ id });
          else if (step === 'confirm') {
            const draft = { ...EMPTY, values: { 'tiep-nhan': `${20_000 + number}` }, reason: 'đếm lại' };
            await answer['capture.confirm']({ id, draft });
          } else await answer[`capture.${step}`]({ id, reason: 'nhầm' });
        }
        expect(inBook()).toEqual((await exported()).sort());
      }),
      { numRuns: 40, seed: 33 },
    );
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
