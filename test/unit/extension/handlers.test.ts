/** From a stored capture to a decision, over the real store and readers: only the browser is missing. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/indicator/observation.ts';
import { readCapturesText } from '../../../core/workbook/captures-file.ts';
import { indicatorTsv } from '../../../core/workbook/indicator-text.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { CONTRACT } from '../../../extension/messages/contract.ts';
import type { Handlers } from '../../../extension/messages/handle.ts';
import { capturesFile } from '../../../extension/panel/export.ts';
import { keepRaw } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { Draft } from '../../../extension/store/records.ts';

const INDEX = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';
const FORM = 'https://motcua.tama.gov.vn/06a';
const EMPTY: Draft = { unit: null, period: null, values: {}, reason: '' };

let db: Store;
let mine = '';
let movement = '';
let today = '2026-03-01';
let answer: Handlers;
beforeEach(() => {
  db = openStore('handlers');
  mine = '';
  movement = '';
  today = '2026-03-01';
  answer = handlers({
    ...{ db, mine: async () => mine, movement: async () => movement, today: () => today },
    ...{ askPage: async () => undefined, settled: () => undefined },
  });
});
afterEach(async () => {
  db.close();
  await Dexie.delete('handlers');
});

function casePage(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../core/capture/readers/${path}`, import.meta.url)), 'utf8');
}

let minutes = 0;
async function captured(id: string, url: string, body: string): Promise<void> {
  const at = `2026-03-01T08:${String(minutes++).padStart(2, '0')}:00+07:00`;
  const view = { width: 1, height: 1, scrollY: 0, ratio: 1 };
  await keepRaw(db, {
    id,
    at,
    url,
    title: '',
    unread: [],
    view,
    picture: null,
    parts: [{ kind: 'page', url, request: null, body }],
  });
}

const form = casePage('form-06a/cases/fields-ok.html');
const index = casePage('national-2022-page/cases/ok.html');
const confirmed = (id: string, draft = EMPTY) => answer['capture.confirm']({ id, draft });

describe('reading a capture', () => {
  it('asks for the unit when the page has several, and knows my own', async () => {
    await captured('a', INDEX, index);
    expect(await answer['capture.read']({ id: 'a', draft: null })).toMatchObject({ data: { unit: null, figures: [] } });
    expect(await confirmed('a')).toEqual({ ok: false, code: 'no-unit' });
    mine = 'xã An Minh';
    expect(await answer['capture.read']({ id: 'a', draft: null })).toMatchObject({
      data: {
        unit: { name: 'UBND xã An Minh', mine: true },
        period: '2025',
        periodSaid: true,
        figures: [{ value: 19.5 }, { indicator: 'hang-xa-TDGQ', value: 2, max: 2 }],
      },
    });
  });

  it('asks for unit and period when the page names neither, and takes nothing for granted', async () => {
    mine = 'UBND xã Ta Ma';
    const bare = form.replace('QUÝ III NĂM 2025', '').replace('Đơn vị: UBND xã Ta Ma', '');
    await captured('a', FORM, bare);
    expect(await confirmed('a')).toEqual({ ok: false, code: 'no-unit' });
    expect(await confirmed('a', { ...EMPTY, unit: 'UBND xã Ta Ma' })).toEqual({ ok: false, code: 'no-period' });
    const draft = { ...EMPTY, unit: 'UBND xã Ta Ma', period: '2025-Q3' };
    expect(await confirmed('a', draft)).toEqual({ ok: true, data: { saved: 3, duplicateOf: null } });
    expect((await db.captures.get('a'))?.observations[0]).toMatchObject({
      unit: { name: 'UBND xã Ta Ma' },
      period: '2025-Q3',
    });
  });

  it('finds nothing on a changed page, and confirms nothing', async () => {
    await captured('a', FORM, casePage('form-06a/cases/changed.html'));
    expect(await answer['capture.read']({ id: 'a', draft: null })).toMatchObject({ data: { kind: 'not-found' } });
    expect(await confirmed('a')).toEqual({ ok: false, code: 'no-figures' });
  });
});

describe('against the movement', () => {
  const halved = form
    .replace('9.000', '4.000')
    .replace('1.300', '6.300')
    .replace('9.020', '4.020')
    .replace('1.400', '6.400');
  const targets = async () => {
    const reply = await answer['capture.read']({ id: 'a', draft: null });
    if (!reply.ok || reply.data.kind !== 'found') throw new Error('not found');
    const { movement: title, figures } = reply.data;
    return { title, targets: new Map(figures.map(({ indicator, target }) => [indicator, target])) };
  };

  it('says of each figure the movement asks for what is missing, and by when', async () => {
    movement = 'ta-ma-2023-2030';
    today = '2025-09-20';
    await captured('a', FORM, halved);
    const read = await targets();
    expect(read.title).toContain('xã Ta Ma');
    expect(read.targets.get('ho-so-truc-tuyen')).toEqual({
      source: 'mức đề xuất',
      state: 'behind',
      sentence:
        'còn thiếu 1.190 hồ sơ (tính trên 10.420 hồ sơ đã có) để đạt tối thiểu 50 % đến hết ngày 31/12/2025, trong quý III năm 2025 mỗi tuần 833 hồ sơ; chỉ bù bằng hồ sơ mới thì cần 2.380',
    });
    expect(read.targets.get('dung-han')).toBeNull();

    movement = 'tan-quang-2023-2025';
    today = '2026-01-01';
    expect((await targets()).targets.get('ho-so-truc-tuyen')).toMatchObject({
      source: 'mục II.4.a của kế hoạch',
      state: 'overdue',
    });
  });

  it('asks nothing when no movement is chosen, or one that is no longer there; all are offered', async () => {
    await captured('a', FORM, halved);
    for (const id of ['', 'khong-con']) {
      movement = id;
      const read = await targets();
      expect([read.title, ...read.targets.values()]).toEqual([null, null, null, null]);
    }
    const list = await answer['movements.list']({});
    expect(list).toMatchObject({ ok: true, data: { length: 5, 0: { id: 'luc-ba-2024', commune: 'xã Lục Ba' } } });
  });

  it('tells what a movement asks on a day, whole, and nothing of one there is not', async () => {
    const targets = await answer['movements.targets']({ movement: 'tan-quang-2023-2025', day: '2025-06-30' });
    const found = CONTRACT['movements.targets'].output.parse(targets.ok ? targets.data : null);
    expect(found?.targets).toContainEqual(
      expect.objectContaining({ indicator: 'hai-long', value: 90, by: '2025-12-31' }),
    );
    expect(await answer['movements.targets']({ movement: 'khong-co', day: '2025-06-30' })).toEqual({
      ok: true,
      data: null,
    });
  });
});

describe('confirming', () => {
  it('keeps one record of the same figures, and says which', async () => {
    await captured('a', FORM, form);
    await captured('b', FORM, form.replace('<title>', '<title>khác '));
    expect(await confirmed('a')).toMatchObject({ data: { saved: 3 } });
    expect(await answer['capture.read']({ id: 'b', draft: null })).toMatchObject({ data: { duplicateOf: 'a' } });
    expect(await confirmed('b')).toEqual({ ok: true, data: { saved: 0, duplicateOf: 'a' } });
    expect(await db.captures.get('b')).toMatchObject({ state: 'discarded', duplicateOf: 'a' });
    expect(await db.figures.count()).toBe(3);
  });

  it('compares within one source only: another host of the same form is another', async () => {
    await captured('a', FORM, form);
    await confirmed('a');
    await captured('b', 'https://motcua.khac.gov.vn/06a', form);
    expect(await answer['capture.read']({ id: 'b', draft: null })).toMatchObject({
      data: { lastAt: null, duplicateOf: null },
    });
  });

  it('corrects with a reason only, within the maximum, and drops counts that no longer give the figure', async () => {
    await captured('a', FORM, form);
    const corrected = (text: string, reason: string) =>
      confirmed('a', { ...EMPTY, values: { 'dung-han': text }, reason });
    expect(await corrected('98,5', ' ')).toEqual({ ok: false, code: 'no-reason' });
    for (const text of ['101', '-1', '1e2', '=1+1', '98,5,5']) {
      expect(await corrected(text, 'lý do')).toEqual({ ok: false, code: 'bad-correction' });
    }
    expect(await corrected('98,5', 'lý do')).toMatchObject({ ok: true });
    const { state, observations = [], corrections } = (await db.captures.get('a')) ?? {};
    expect({ state, corrections }).toEqual({
      state: 'corrected',
      corrections: [{ indicator: 'dung-han', read: 99.9, value: 98.5, reason: 'lý do' }],
    });
    const figure = observations.find(({ indicator }) => indicator === 'dung-han');
    expect(figure).toMatchObject({ value: 98.5, provenance: { correctedByHand: true } });
    expect(figure).not.toHaveProperty('numerator');
  });
});

describe('handing over', () => {
  it('writes a file the others can read, and rows no sheet runs', async () => {
    await captured('a', FORM, form.replace('UBND xã Ta Ma', 'UBND =HYPERLINK(1)'));
    await confirmed('a');
    const { observations = [] } = (await db.captures.get('a')) ?? {};
    expect(capturesFileSchema.parse(JSON.parse(capturesFile(observations))).observations).toEqual(observations);
    const hostile = observations.map((one) => ({ ...one, unit: { name: '=cmd\t|calc' } }));
    const [head, first] = indicatorTsv(hostile)
      .split('\r\n')
      .map((row) => row.split('\t'));
    expect(first).toHaveLength(head?.length ?? 0);
    expect(first?.[2]).toBe("'=cmd |calc");
    expect(first?.[5]).toBe('10481');
    expect(readCapturesText(indicatorTsv(observations), '')).toMatchObject({ value: observations });
  });
});
