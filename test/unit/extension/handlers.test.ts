/** From a stored capture to a decision, over the real store and readers: only the browser is missing. */
import { HEADINGS } from '../../../core/movements/headings.ts';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import { readCapturesText } from '../../../core/sheets/captures-file.ts';
import { indicatorTsv } from '../../../core/sheets/indicator-text.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { capturesFile } from '../../../extension/exports/captures-file.ts';
import { CONTRACT } from '../../../extension/messages/contract.ts';
import { keepRaw } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { CaptureDraft } from '../../../extension/store/records.ts';

const INDEX = 'https://dichvucong.gov.vn/p/home/dvc-index-tinhthanhpho-tiendogiaiquyet.html';
const PORTAL = 'https://dichvucong.gov.vn';
const FORM = 'https://motcua.tama.gov.vn/06a';
const EMPTY: CaptureDraft = { unit: null, period: null, values: {}, reason: '' };

let db: Store;
let mine = '';
let movement = '';
let today = '2026-03-01';
let answer: ReturnType<typeof handlers>;
/** How and which, in order. */
let settled: string[] = [];
beforeEach(() => {
  db = openStore('handlers');
  mine = '';
  movement = '';
  today = '2026-03-01';
  settled = [];
  answer = handlers({
    ...{
      db,
      mine: async () => mine,
      movement: async () => movement,
      today: () => today,
      now: () => '2026-03-02T09:00:00+07:00',
    },
    ...{ askPage: async () => undefined, settled: (how, id) => settled.push(`${how} ${id}`) },
  });
});
afterEach(async () => {
  db.close();
  await Dexie.delete('handlers');
});

function casePage(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../core/portal/capture/readers/${path}`, import.meta.url)), 'utf8');
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

  it('offers the unit chosen however many the page has: no list shows another’s name over its figures', async () => {
    const row = '<tr><td>4</td><td>UBND xã Mới</td><td></td></tr>';
    expect(index).toContain(row);
    const many = Array.from(
      { length: 5_100 },
      (_, at) => `<tr><td>${at}</td><td>UBND xã Thứ ${at}</td><td>19.5/20</td></tr>`,
    );
    await captured('a', INDEX, index.replace(row, many.join('')));
    mine = 'xã Thứ 5099';
    const read = await answer['capture.read']({ id: 'a', draft: null });
    if (!read.ok || read.data.kind !== 'found') throw new Error('not read');
    const { unit, units, figures } = read.data;
    expect(unit).toMatchObject({ name: 'UBND xã Thứ 5099', mine: true });
    expect(figures.length).toBeGreaterThan(0);
    expect(units).toContainEqual({ key: unit?.key, name: unit?.name });
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

  it('asks about a choice that no reader understands, and never again at that site', async () => {
    const picked = form.replace('<body>', '<body><label>Lĩnh vực</label><p-dropdown>Hộ tịch</p-dropdown>');
    await captured('a', FORM, picked);
    const read = await answer['capture.read']({ id: 'a', draft: null });
    if (!read.ok || read.data.kind !== 'found') throw new Error('not read');
    const [question] = read.data.questions;
    expect(read.data.questions.map(({ about }) => about)).toEqual([
      'Trang đang chọn “Lĩnh vực: Hộ tịch”. Số này là của cả xã?',
    ]);
    expect(await confirmed('a')).toEqual({ ok: false, code: 'open-questions' });
    expect(await confirmed('a', { ...EMPTY, answers: [question?.key ?? ''] })).toMatchObject({ ok: true });
    expect((await db.captures.get('a'))?.answered).toEqual([question?.about]);
    await captured('b', FORM, picked.replace('QUÝ III', 'QUÝ II'));
    expect(await answer['capture.read']({ id: 'b', draft: null })).toMatchObject({ data: { questions: [] } });
    await captured('c', FORM, picked.replace('<p-dropdown>Hộ tịch', '<p-dropdown>Đất đai'));
    expect(await answer['capture.read']({ id: 'c', draft: null })).toMatchObject({ data: { questions: [{}] } });
    await answer['answer.forget']({ host: 'motcua.tama.gov.vn', key: question?.key ?? '' });
    expect(await answer['capture.read']({ id: 'b', draft: null })).toMatchObject({ data: { questions: [{}] } });
  });

  it('asks each time about typed text: it may be different', async () => {
    await captured('a', FORM, form.replace('<body>', '<body><label>Tìm <input data-filled></label>'));
    const read = await answer['capture.read']({ id: 'a', draft: null });
    expect(read).toMatchObject({ data: { questions: [{ key: 'da-go', isKept: false }] } });
    expect(await confirmed('a', { ...EMPTY, answers: ['da-go'] })).toMatchObject({ ok: true });
    expect(await db.siteAnswers.count()).toBe(0);
  });

  it('corrects a period that the page names: the page’s period stays beside it, as for a figure', async () => {
    await captured('a', FORM, form);
    const draft = { ...EMPTY, period: '2025-01-01..2025-08-15', reason: 'trang ghi nhầm' };
    expect(await answer['capture.read']({ id: 'a', draft })).toMatchObject({
      data: { period: '2025-01-01..2025-08-15', periodSaid: true, periods: ['2025-Q3'] },
    });
    expect(await confirmed('a', draft)).toMatchObject({ ok: true });
    const record = await db.captures.get('a');
    expect(record).toMatchObject({
      state: 'corrected',
      corrections: [{ kind: 'period', read: '2025-Q3', value: '2025-01-01..2025-08-15', reason: 'trang ghi nhầm' }],
    });
    expect(record?.observations.length).toBeGreaterThan(0);
    for (const observation of record?.observations ?? []) {
      expect(observation).toMatchObject({ period: '2025-01-01..2025-08-15', provenance: { correctedByHand: true } });
    }
  });

  it('offers the periods a page means that contradicts itself, and takes none of them', async () => {
    await captured('a', `${FORM}?thang=9&nam=2025`, form);
    expect(await answer['capture.read']({ id: 'a', draft: null })).toMatchObject({
      data: { period: null, periodSaid: false, periods: [], candidates: ['2025-Q3', '2025-09'] },
    });
    expect(await confirmed('a')).toEqual({ ok: false, code: 'no-period' });
    expect(await confirmed('a', { ...EMPTY, period: '2025-09' })).toMatchObject({ ok: true });
    expect(await db.captures.get('a')).toMatchObject({ state: 'confirmed', corrections: [] });
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

  it('states for each figure with a target what is missing, and by when', async () => {
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

  it('has no target when no movement is chosen, or it no longer exists; all are offered', async () => {
    await captured('a', FORM, halved);
    for (const id of ['', 'khong-con']) {
      movement = id;
      const read = await targets();
      expect([read.title, ...read.targets.values()]).toEqual([null, null, null, null]);
    }
    const list = await answer['movements.list']({});
    expect(list).toMatchObject({
      ok: true,
      data: { length: HEADINGS.length, 0: { id: 'luc-ba-2024', commune: 'xã Lục Ba' } },
    });
  });

  it('returns all targets of a movement on a day, and nothing for an unknown movement', async () => {
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

  it('compares each figure with the last capture that has it: some tables of a page do not hide the others', async () => {
    const answers = (id: string, ...bodies: readonly (readonly [call: string, score: number, year?: number])[]) =>
      keepRaw(db, {
        ...{ id, at: `2026-03-01T09:0${id}:00+07:00`, url: `${PORTAL}/danh-gia`, title: '', unread: [], picture: null },
        view: { width: 1, height: 1, scrollY: 0, ratio: 1 },
        parts: bodies.map(([call, totalScore, year = 2026]) => ({
          kind: 'answer',
          url: `${PORTAL}/api/v1/reporting/evaluation/${call}`,
          request: JSON.stringify({ rootDepartmentId: 'tinh', timeType: 'year', year }),
          body: JSON.stringify({
            code: 'OK',
            data: {
              evaluation: [
                {
                  departmentId: 'xa',
                  departmentName: 'UBND xã Ta Ma',
                  totalScore,
                  ratio: null,
                  totalMaxScore: call === 'transparency' ? 18 : 100,
                },
              ],
            },
          }),
        })),
      });
    mine = 'xã Ta Ma';
    await answers('1', ['service-results', 60], ['transparency', 8]);
    await confirmed('1');
    await answers('2', ['transparency', 9]);
    await confirmed('2');
    await answers('3', ['service-results', 61.5], ['transparency', 9.5], ['transparency', 7, 2025]);
    const draft = { ...EMPTY, period: '2026' };
    expect(await answer['capture.read']({ id: '3', draft })).toMatchObject({
      data: {
        figures: [
          { indicator: 'TONG', last: { value: 60, delta: 1.5 } },
          { indicator: 'CKMB', last: { value: 9, delta: 0.5 } },
        ],
        warnings: [
          'Cổng mới trả lời 2 trong 7 bảng: số liệu chưa đủ.',
          'Câu trả lời của Cổng thiếu các phần của “Công khai, minh bạch” của UBND xã Ta Ma.',
        ],
      },
    });
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

describe('discarding', () => {
  const draft: CaptureDraft = { ...EMPTY, period: '2026-02', reason: 'gõ dở' };

  it('can be taken back with all that was typed, and only what was discarded can', async () => {
    await captured('a', FORM, form);
    await answer['capture.draft']({ id: 'a', draft });
    await answer['capture.discard']({ id: 'a' });
    expect(await confirmed('a')).toEqual({ ok: false, code: 'already-settled' });
    expect(await answer['capture.take-back']({ id: 'a' })).toEqual({ ok: true, data: {} });
    expect(await db.captures.get('a')).toMatchObject({ state: 'raw', draft });
    expect(settled).toEqual(['discarded a', 'waiting a']);

    await confirmed('a');
    await captured('b', FORM, form.replace('<title>', '<title>khác '));
    await confirmed('b');
    for (const id of ['a', 'b', 'none']) {
      expect(await answer['capture.take-back']({ id })).toEqual({ ok: false, code: 'already-settled' });
    }
  });

  it('is made permanent on request: only discarded captures are deleted, with the evidence only they use', async () => {
    await captured('kept', FORM, form);
    await confirmed('kept');
    await captured('duplicate', FORM, form.replace('<title>', '<title>trùng '));
    await confirmed('duplicate');
    await captured('waiting', INDEX, index);
    await captured('shares', FORM, form);
    await captured('alone', FORM, form.replace('<title>', '<title>riêng '));
    for (const id of ['shares', 'alone']) await answer['capture.discard']({ id });
    expect(await db.blobs.count()).toBe(4);
    expect(await answer['captures.remove-discarded']({})).toEqual({ ok: true, data: { removed: 2 } });
    expect(await db.captures.toCollection().primaryKeys()).toEqual(['duplicate', 'kept', 'waiting']);
    expect(await db.blobs.count()).toBe(3);
    for (const id of ['kept', 'duplicate', 'waiting']) {
      expect(await answer['capture.read']({ id, draft: null })).toMatchObject({ ok: true });
    }
    expect(await answer['captures.remove-discarded']({})).toEqual({ ok: true, data: { removed: 0 } });
  });
});

describe('handing over', () => {
  it('writes a file the others can read, and rows no sheet runs', async () => {
    await captured('a', FORM, form.replace('UBND xã Ta Ma', 'UBND =HYPERLINK(1)'));
    // A name of no unit anybody knows: the officer says that it is.
    await confirmed('a', { ...EMPTY, answers: ['nhan:donviubndhiperlink1'] });
    const { observations = [] } = (await db.captures.get('a')) ?? {};
    expect(capturesFileSchema.parse(JSON.parse(capturesFile(observations))).observations).toEqual(observations);
    const hostile = observations.map((observation) => ({ ...observation, unit: { name: '=cmd\t|calc' } }));
    const [head, first] = indicatorTsv(hostile)
      .split('\r\n')
      .map((row) => row.split('\t'));
    expect(first).toHaveLength(head?.length ?? 0);
    expect(first?.[2]).toBe("'=cmd |calc");
    expect(first?.[5]).toBe('10481');
    expect(readCapturesText(indicatorTsv(observations), '')).toMatchObject({ value: observations });
  });
});
