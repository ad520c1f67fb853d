/**
 * Answers recorded in the portal's page, over the real store and readers: they have their own time, which decides
 * whether they are used.
 */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortalRequest } from '../../../core/portal/capture/readers/national-2026/requests.ts';
import { type BackgroundParts, handlers } from '../../../extension/background/handlers.ts';
import { lastRequest } from '../../../extension/panel/last-request.ts';
import { nothingIn } from '../../../extension/reading/nothing-in.ts';
import { keepRaw, type RawPart, setAside, takeBack } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import type { CaptureDraft } from '../../../extension/store/records.ts';

const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';
const CALL = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/dvc-progress-tree';
const casePage = (file: string) => readFileSync(`core/portal/capture/readers/national-2026/cases/${file}`, 'utf8');
const REQUEST = JSON.stringify(JSON.parse(JSON.parse(casePage('progress-ok.case.json')).request));
const BODY = casePage('progress-ok.json');
const PRESSED = '2026-11-21T09:00:00+07:00';
const PHU_THO = '019d2be3-6a88-732b-8b17-b68020c8553a';
const DRAFT: CaptureDraft = { unit: null, period: null, values: {}, reason: '' };

let db: Store;
let answered: Awaited<ReturnType<BackgroundParts['askPage']>>;
/** Questions put to the page, in order. */
let asked: PortalRequest[] = [];
const surroundings = () => ({
  ...{ db, mine: async () => 'xã Xuân Lũng', movement: async () => '', today: () => '2026-11-21', now: () => '' },
  ...{ settled: () => undefined },
  askPage: async (_tab: number, requests: readonly PortalRequest[]) => {
    asked.push(...requests);
    return answered;
  },
});
beforeEach(() => {
  asked = [];
  db = openStore('heard');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('heard');
});

async function captured(id: string, parts: readonly RawPart[], url = PORTAL): Promise<void> {
  await keepRaw(db, {
    ...{ id, at: PRESSED, url, title: '', unread: [], picture: null },
    ...{ view: { width: 1, height: 1, scrollY: 0, ratio: 1 }, parts },
  });
}

const heard = (at: string, more: Partial<RawPart> = {}): RawPart => ({
  ...{ kind: 'answer', url: CALL, request: REQUEST, body: BODY, at },
  ...more,
});

async function read(id: string) {
  const reply = await handlers(surroundings())['capture.read']({ id, draft: null });
  if (!reply.ok) throw new Error(reply.code);
  return reply.data;
}

describe('an answer heard', () => {
  it('keeps the time it came, whenever the button was pressed', async () => {
    await captured('a', [heard('2026-11-21T08:52:10+07:00')]);
    expect(await read('a')).toMatchObject({
      kind: 'found',
      warnings: expect.arrayContaining(['Số liệu nghe được lúc 08:52 ngày 21/11/2026, trước khi bấm nút.']),
    });
    expect(await handlers(surroundings())['capture.confirm']({ id: 'a', draft: DRAFT })).toMatchObject({ ok: true });
    const { observations = [] } = (await db.captures.get('a')) ?? {};
    expect(new Set(observations.map(({ provenance }) => provenance.capturedAt))).toEqual(
      new Set(['2026-11-21T08:52:10+07:00']),
    );
  });

  it('carries a warning when the page has sent the request again since', async () => {
    await captured('a', [heard('2026-11-21T08:59:50+07:00', { askedAgain: '2026-11-21T08:59:55+07:00' })]);
    const reply = await read('a');
    expect(reply.kind === 'found' && reply.warnings.join()).toMatch(
      /nghe được lúc 08:59 ngày 21\/11\/2026, trang đã hỏi lại lúc 08:59/,
    );
  });

  it('says nothing of its time when it came with the press', async () => {
    await captured('a', [heard('2026-11-21T08:59:40+07:00')]);
    const reply = await read('a');
    expect(reply.kind === 'found' && reply.warnings.join()).not.toContain('nghe được');
  });

  it('is refused with the reason when it is too old, and can be requested again', async () => {
    await captured('a', [heard('2026-11-21T08:30:00+07:00')]);
    expect(await read('a')).toMatchObject({
      ...{ kind: 'not-found', askable: true },
      reason: expect.stringMatching(/^1 bảng nghe được từ lúc 08:30 ngày 21\/11\/2026 đã quá cũ/),
    });
    answered = { refused: 0, isBlocked: false, answers: [heard('2026-11-21T09:05:00+07:00')] };
    const ask = { id: 'a', tabId: 1, provinceId: PHU_THO, provinceName: null, period: '2026' };
    expect(await handlers(surroundings())['capture.ask'](ask)).toMatchObject({ data: { heard: 1 } });
    expect(await read('a')).toMatchObject({ kind: 'found', unit: { mine: true } });
    expect((await db.captures.get('a'))?.parts.map(({ at }) => at)).toEqual(['2026-11-21T09:05:00+07:00']);
  });

  it('names its period before the unit is chosen: a period in the request is no question', async () => {
    await captured('a', [heard(PRESSED)]);
    const { data } = (await handlers({ ...surroundings(), mine: async () => '' })['capture.read']({
      ...{ id: 'a', draft: null },
    })) as { data: object };
    expect(data).toMatchObject({ unit: null, period: '2026', periodSaid: true, figures: [] });
  });

  it('reports a refusal of the portal as such: no session, not silence', async () => {
    await captured('a', []);
    const ask = { id: 'a', tabId: 1, provinceId: PHU_THO, provinceName: null, period: '2026' };
    const replyTo = async (refused: number) => {
      answered = { refused, isBlocked: false, answers: [] };
      return handlers(surroundings())['capture.ask'](ask);
    };
    expect(await replyTo(7)).toEqual({ ok: false, code: 'portal-refused' });
    expect(await replyTo(0)).toEqual({ ok: false, code: 'portal-silent' });
  });
});

describe('the commune alone', () => {
  const XUAN_LUNG = '019d2be3-6ab4-74ce-8a81-000000000105';
  const own = (name: string, data: object): RawPart => ({
    ...{ kind: 'answer', url: CALL.replace('dvc-progress-tree', name), at: PRESSED },
    request: JSON.stringify({ rootDepartmentId: XUAN_LUNG, timeType: 'year', year: 2026 }),
    body: JSON.stringify({ code: 'OK', data }),
  });
  const unit = { departmentId: XUAN_LUNG, departmentName: 'UBND Xã Xuân Lũng', departmentCode: 'H44.105' };
  const askOwn = () => handlers(surroundings())['capture.ask-own']({ id: 'a', tabId: 1, draft: null });

  it('requests what the list of its province leaves out, once, and adds its figures', async () => {
    await captured('a', [heard(PRESSED)]);
    expect(await read('a')).toMatchObject({ lacksOwn: true });
    const progress = { ...unit, totalReceived: 3859, totalOnTime: 3717, totalOverdue: 142, totalCompleted: 3600 };
    const channels = { channelOnlineSum: 3800, channelDirectSum: 59, channelPostalSum: 0, channelTotalSum: 3859 };
    const online = { onlineOnTimeSum: 3700, onlineOverdueSum: 100, fullCount: 21, partialCount: 31 };
    answered = {
      ...{ refused: 0, isBlocked: false },
      answers: [
        own('service-results', { overview: { ...unit, totalScore: 70, totalMaxScore: 100, ratio: 70 } }),
        own('dvc-progress-tree', {
          parent: { ...progress, ratio: 96.32, totalScore: 19.26, totalMaxScore: 20 },
          children: null,
        }),
        own('provide-online-tree', {
          parent: { ...unit, ...channels, ...online, ratio: 50, totalScore: 6, totalMaxScore: 12 },
          children: [],
        }),
      ],
    };
    expect(await askOwn()).toMatchObject({ data: { heard: 3, asked: 3, stopped: null } });
    expect(asked.map(({ path }) => path.split('/').at(-1))).toEqual([
      'service-results',
      'dvc-progress-tree',
      'provide-online-tree',
    ]);
    expect(new Set(asked.map(({ body }) => JSON.parse(body).rootDepartmentId))).toEqual(new Set([XUAN_LUNG]));
    const preview = await read('a');
    if (preview.kind !== 'found') throw new Error(preview.reason);
    expect(preview).toMatchObject({ lacksOwn: false, unit: { name: 'UBND Xã Xuân Lũng' }, period: '2026' });
    const values = Object.fromEntries(preview.figures.map(({ indicator, value }) => [indicator, value]));
    expect(values).toMatchObject({
      ...{ TONG: 70, TDGQ: 19.26, CLGQ: 6, 'ho-so-truc-tuyen': 98.47, 'truc-tuyen-dung-han': 97.37 },
      ...{ 'da-giai-quyet': 3600, 'qua-han': 142, 'thu-tuc-toan-trinh': 21, 'thu-tuc-mot-phan': 31 },
    });
    expect(await askOwn()).toMatchObject({ data: { heard: 0, asked: 0 } });
    // The province stays that of the requested lists.
    const { parts = [] } = (await db.captures.get('a')) ?? {};
    expect(lastRequest(parts, XUAN_LUNG).provinceId).toBe(PHU_THO);
  });

  it('carries only its own notices', async () => {
    const body = JSON.parse(BODY);
    delete body.data.children[0].totalOnTime;
    await captured('a', [heard(PRESSED, { body: JSON.stringify(body) })]);
    const mine = await read('a');
    expect(mine.kind === 'found' && mine.warnings.join()).not.toContain('Việt Trì');
    const other = await handlers(surroundings())['capture.read']({
      ...{ id: 'a', draft: { ...DRAFT, unit: body.data.children[0].departmentId } },
    });
    expect(JSON.stringify(other)).toContain('thiếu số “totalOnTime” của UBND Phường Việt Trì');
  });

  it('brings the earlier months where the requested month confirms them, each once', async () => {
    const month = (data: object): RawPart => ({
      ...own('service-results', {
        overview: { ...unit, totalScore: 61.59, totalMaxScore: 100, ratio: 61.59 },
        ...data,
      }),
      request: JSON.stringify({ rootDepartmentId: XUAN_LUNG, timeType: 'month', year: 2026, month: 7 }),
    });
    const chart = (own7: number) => ({
      monthlyChart: [5, 6, 7, 8, 12].map((at) => ({
        month: String(at).padStart(2, '0'),
        averageScore: { 5: 47.4, 6: 59.77, 7: own7, 8: 59.82 }[at] ?? null,
      })),
    });
    const months = async () =>
      (await db.figures.toArray()).map(({ observation: { indicator, period, value }, course }) => [
        ...[indicator, period, value, course ?? false],
      ]);
    await captured('a', [month(chart(61.59))]);
    expect(await handlers(surroundings())['capture.confirm']({ id: 'a', draft: DRAFT })).toMatchObject({
      data: { saved: 1 },
    });
    expect(await months()).toEqual([
      ['TONG', '2026-07', 61.59, false],
      ['TONG', '2026-05', 47.4, true],
      ['TONG', '2026-06', 59.77, true],
    ]);
    // June is held against May, beyond the day on which the portal's figures jumped; July against June is not.
    const june = JSON.stringify({ rootDepartmentId: XUAN_LUNG, timeType: 'month', year: 2026, month: 6 });
    await captured('c', [{ ...month({}), request: june }]);
    const crossed = await read('c');
    expect(crossed).toMatchObject({ basis: 'tháng 5 năm 2026' });
    expect(JSON.stringify(crossed)).toContain('Từ tháng 6 năm 2026 số của Cổng đổi đột ngột');
    // A chart of something else says nothing.
    await captured('b', [{ ...month(chart(40)), url: `${CALL.replace('dvc-progress-tree', 'service-results')}` }]);
    const preview = await read('b');
    expect(preview).toMatchObject({ kind: 'found', period: '2026-07', basis: 'tháng 6 năm 2026' });
    expect(JSON.stringify(preview)).not.toContain('đổi đột ngột');
    await db.figures.clear();
    await handlers(surroundings())['capture.confirm']({ id: 'b', draft: DRAFT });
    expect(await months()).toEqual([['TONG', '2026-07', 61.59, false]]);
  });
});

it('a province whose id is not known is found by its name in the list of the country', async () => {
  await captured('a', []);
  const id = '019d2be3-0000-7000-8000-000000000001';
  const rows = [{ departmentId: id, departmentName: 'UBND tỉnh Sơn La', totalScore: 50, ratio: 50 }];
  const country = heard(PRESSED, { body: JSON.stringify({ code: 'OK', data: { evaluation: rows } }) });
  answered = { refused: 0, isBlocked: false, answers: [country] };
  const ask = (provinceName: string) =>
    handlers(surroundings())['capture.ask']({ id: 'a', tabId: 1, provinceId: null, provinceName, period: '2026' });
  expect(await ask('Lai Châu')).toEqual({ ok: false, code: 'unknown-province' });
  expect(await ask('Sơn La')).toMatchObject({ data: { provinceId: id, provinces: [{ id, name: 'Sơn La' }] } });
  expect(JSON.parse(asked.at(-1)?.body ?? '{}')).toMatchObject({ rootDepartmentId: id });
});

it('fills in the province and the period of the page’s own last request, also of an unknown province', () => {
  const answerTo = (request: object | null) => ({
    ...{ kind: 'answer' as const, url: CALL, hash: '' },
    request: request && JSON.stringify(request),
  });
  const other = '019d2be3-0000-7000-8000-000000000001';
  expect(lastRequest([answerTo(null)])).toEqual({ provinceId: null, period: null, isInSight: false });
  expect(
    lastRequest([
      answerTo({
        rootDepartmentId: '019d2be3-6a88-732b-8b17-b68020c8553a',
        timeType: 'year',
        year: 2026,
        pageSize: 100,
      }),
      answerTo({ rootDepartmentId: other, timeType: 'quarter', year: 2026, quarter: 3, pageSize: 100 }),
    ]),
  ).toEqual({ provinceId: other, period: { kind: 'quarter', year: 2026, quarter: 3 }, isInSight: true });
  // Gone back to the whole country since: the province is a guess then, to be looked over.
  const back = [
    answerTo({ rootDepartmentId: other, timeType: 'year', year: 2026 }),
    answerTo({ timeType: 'month', year: 2026, month: 9 }),
  ];
  expect(lastRequest(back)).toMatchObject({ provinceId: other, period: { month: 9 }, isInSight: false });
});

describe('what waits', () => {
  const page = (body: string): RawPart => ({
    kind: 'page',
    url: 'https://motcua.tama.gov.vn/06a',
    request: null,
    body,
  });
  const form = readFileSync('core/portal/capture/readers/form-06a/cases/fields-ok.html', 'utf8');

  it('is one capture however often an unchanged page is captured, with what was drafted for it', async () => {
    await captured('a', [page(form), heard('2026-11-21T08:50:00+07:00')]);
    await db.captures.update('a', { draft: { ...DRAFT, reason: 'đang ghi dở' } });
    await captured('b', [page(form), heard('2026-11-21T08:50:00+07:00'), heard('2026-11-21T08:58:00+07:00')]);
    await captured('c', [page(form), heard('2026-11-21T08:58:00+07:00')]);
    expect(await db.captures.toArray()).toMatchObject([{ id: 'c', draft: { reason: 'đang ghi dở' } }]);
    expect(await db.blobs.count()).toBe(2);
  });

  it('is another where the page, its address or its answers are others, or the first was decided on', async () => {
    await captured('a', [page(form)]);
    await captured('b', [page(form.replace('Ta Ma', 'Ta Mb'))]);
    await captured('c', [page(form)], 'https://khac.gov.vn/');
    await captured('d', [page(form), heard(PRESSED)]);
    expect(await db.captures.count()).toBe(4);
    await setAside(db, 'a', 'thử');
    await captured('e', [page(form)]);
    expect(await db.captures.count()).toBe(5);
  });

  it('is no page without figures: it is put aside with the reason, and can be taken back', async () => {
    const url = 'https://thoitiet.gov.vn/';
    await captured('a', [page('<title>Thời tiết</title><table><tr><td>35</td></tr></table>')], url);
    const nothing = await nothingIn(db, 'a');
    expect(nothing).toBe('Chưa có cách đọc nào cho trang này.');
    await setAside(db, 'a', nothing ?? '');
    expect(await db.captures.get('a')).toMatchObject({ state: 'discarded', nothing });
    expect(await db.captures.where('state').equals('raw').count()).toBe(0);
    expect(await takeBack(db, 'a')).toBe(true);
    expect(await db.captures.get('a')).not.toHaveProperty('nothing');
  });

  it('is a page with figures, or one for which the portal can still be queried', async () => {
    await captured('a', [page(form)]);
    await captured('b', [page('<p>Đang xem năm 2026</p>')]);
    expect(await nothingIn(db, 'a')).toBeNull();
    expect(await nothingIn(db, 'b')).toBeNull();
  });
});
