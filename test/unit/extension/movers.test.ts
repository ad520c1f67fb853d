/**
 * Which communes rose and fell: the own commune first, half a point and no less, missing is not zero, and only captures
 * of the same source and period are compared. Over the real store, readers and worker.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mover, moverChange, moversText } from '../../../core/portal/indicator/movers.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { seriesMessage } from '../../../extension/exports/message.ts';
import { movers } from '../../../extension/history/movers.ts';
import type { CaptureOfUnits } from '../../../extension/history/unit-table.ts';
import { keepRaw } from '../../../extension/store/captures.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';

const SECOND = '2026-11-02T08:00:00+07:00';
const THIRD = '2026-11-09T08:00:00+07:00';
const NOTHING_TYPED = { unit: null, period: null, values: {}, reason: '' };

type Totals = Readonly<Record<string, number | null>>;

function list(at: string, totals: Totals): CaptureOfUnits {
  const readings = Object.entries(totals).map(([name, value]) => ({
    ...{ indicator: 'TONG', unit: { id: name, name: `UBND xã ${name}` }, period: null, value, max: 100 },
  }));
  return { at, readings };
}

const names = (side: readonly Mover[] | undefined) => side?.map(({ name }) => name.replace('UBND xã ', ''));

describe('communes that rose or fell', () => {
  it('moved by at least half a point, in exact hundredths; the own commune is first, then the greatest change', () => {
    const found = movers(
      list(THIRD, { A: 70.5, B: 80.49, C: 61, D: 49.5, E: 38, F: 70.07 }),
      [list(SECOND, { A: 70, B: 80, C: 60, D: 50, E: 40, F: 69.57 })],
      'A',
    );
    expect(found?.since).toBe(SECOND);
    expect(names(found?.rose)).toEqual(['A', 'C', 'F']);
    expect(names(found?.fell)).toEqual(['E', 'D']);
    expect(found?.rose.map(({ mine }) => mine)).toEqual([true, false, false]);
    expect(found && moversText(found)).toBe('So với lần chụp 02/11/2026: 3 xã tăng, 2 xã giảm từ 0,5 điểm');
    expect(found?.rose.map((mover) => moverChange(mover, SECOND))).toEqual(['70 → 70,5', '60 → 61', '69,57 → 70,07']);
  });

  it('are none where a figure is missing on either side, and there is no line where none can be compared', () => {
    const found = movers(list(THIRD, { A: null, B: 3, C: 50 }), [list(SECOND, { A: 70, B: null, C: 50 })], 'A');
    expect(found).toEqual({ since: SECOND, rose: [], fell: [] });
    expect(found && moversText(found)).toBe('So với lần chụp 02/11/2026: không xã nào tăng, giảm từ 0,5 điểm');
    expect(movers(list(THIRD, { A: 70 }), [], 'A')).toBeNull();
    expect(movers(list(THIRD, { A: 70 }), [list(SECOND, { B: 60 })], 'A')).toBeNull();
    expect(movers(list(THIRD, { A: 70 }), [list(SECOND, { A: null })], 'A')).toBeNull();
  });

  it('say their own day where the last capture does not hold them', () => {
    const earlier = [list(SECOND, { A: 70 }), list('2026-10-01T08:00:00+07:00', { A: 1, B: 40 })];
    const found = movers(list(THIRD, { A: 71, B: 41 }), earlier, '');
    expect(found?.rose.map((mover) => moverChange(mover, SECOND))).toEqual(['70 → 71', '40 → 41 (từ 01/10/2026)']);
  });
});

describe('in the panel and the message', () => {
  let db: Store;
  let worker: ReturnType<typeof handlers>;
  beforeEach(() => {
    db = openStore('movers');
    worker = handlers({
      ...{ db, mine: async () => 'UBND xã Ta Ma', movement: async () => '', today: () => '2026-11-09', now: () => '' },
      ...{ askPage: async () => undefined, settled: () => undefined },
    });
  });
  afterEach(async () => {
    db.close();
    await Dexie.delete('movers');
  });

  const PORTAL = 'https://dichvucong.gov.vn/danh-gia-chat-luong-phuc-vu';

  async function capture(id: string, at: string, totals: Totals, question: object, province = 1): Promise<void> {
    const evaluation = Object.entries(totals).map(([name, totalScore]) => ({
      ...{ departmentId: `${name}-${province}`, departmentName: `UBND xã ${name}`, totalScore, totalMaxScore: 100 },
    }));
    const url = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/service-results';
    const request = JSON.stringify({ rootDepartmentId: `019d2be3-6a88-732b-8b17-b68020c8553${province}`, ...question });
    await keepRaw(db, {
      ...{ id, at, url: PORTAL, title: id, unread: [], picture: null },
      view: { width: 1400, height: 900, scrollY: 0, ratio: 1 },
      parts: [{ kind: 'answer', url, request, body: JSON.stringify({ code: 'OK', data: { evaluation } }) }],
    });
  }
  const YEAR = { timeType: 'year', year: 2026 };
  const confirmed = async (...capturing: Parameters<typeof capture>) => {
    await capture(...capturing);
    expect(await worker['capture.confirm']({ id: capturing[0], draft: NOTHING_TYPED })).toMatchObject({ ok: true });
  };
  const moversOf = async (id: string) => {
    const reply = await worker['capture.movers']({ id, draft: NOTHING_TYPED });
    if (!reply.ok) throw new Error(reply.code);
    return reply.data;
  };

  it('compare with the last capture of the same source, period and place, whatever was captured between', async () => {
    await confirmed('a', '2026-11-01T08:00:00+07:00', { 'Ta Ma': 60, 'Nà Hoa': 50, 'Khe Sâu': 40 }, YEAR);
    await confirmed('b', SECOND, { 'Ta Ma': 70, 'Nà Hoa': 55, 'Khe Sâu': 45 }, YEAR);
    // Another period, then another province: neither is the last time.
    await confirmed(
      'c',
      '2026-11-03T08:00:00+07:00',
      { 'Ta Ma': 1, 'Nà Hoa': 1 },
      { ...YEAR, timeType: 'month', month: 10 },
    );
    await confirmed('d', '2026-11-04T08:00:00+07:00', { 'Ta Ma': 2, 'Nà Hoa': 2 }, YEAR, 2);
    await capture('e', THIRD, { 'Ta Ma': 71, 'Nà Hoa': 55.49, 'Khe Sâu': 44 }, YEAR);
    expect(await moversOf('e')).toEqual({
      since: SECOND,
      rose: [{ name: 'UBND xã Ta Ma', mine: true, value: 71, last: 70, lastAt: SECOND }],
      fell: [{ name: 'UBND xã Khe Sâu', mine: false, value: 44, last: 45, lastAt: SECOND }],
    });
    expect(await moversOf('c')).toBeNull();
    expect(await moversOf('d')).toBeNull();
  });

  it('are in the message of the last capture, the first three of a side by name', async () => {
    const others = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'];
    const all = (value: number) => Object.fromEntries(others.map((name, at) => [name, value + at]));
    await confirmed('a', SECOND, { 'Ta Ma': 70, ...all(50) }, YEAR);
    await confirmed('b', THIRD, { 'Ta Ma': 69.5, ...all(52.25) }, YEAR);
    const [figure] = await db.figures.where('captureId').equals('b').toArray();
    const message = await seriesMessage(db, figure!.series, new Map(), '2026-11-09');
    expect(message.split('\n').slice(-4)).toEqual([
      '- So với lần chụp 02/11/2026: 5 xã tăng, 1 xã giảm từ 0,5 điểm',
      '  Tăng: UBND xã Ba 52 → 54,25; UBND xã Bốn 53 → 55,25; UBND xã Hai 51 → 53,25; … và 2 xã nữa',
      '  Giảm: UBND xã Ta Ma 70 → 69,5',
      'Ghi nhận 08:00 ngày 09/11/2026 (số lũy kế của kỳ), nguồn: dichvucong.gov.vn',
    ]);
  });

  it('are for reference only in the message where the figures of the source jumped in between', async () => {
    const months = { ...YEAR, timeType: 'month' };
    await confirmed('may', '2026-06-02T08:00:00+07:00', { 'Ta Ma': 40, 'Nà Hoa': 50 }, { ...months, month: 5 });
    await confirmed('june', '2026-07-02T08:00:00+07:00', { 'Ta Ma': 60, 'Nà Hoa': 70 }, { ...months, month: 6 });
    await confirmed('july', '2026-08-02T08:00:00+07:00', { 'Ta Ma': 61, 'Nà Hoa': 71 }, { ...months, month: 7 });
    const figures = await db.figures.toArray();
    const messageOf = async (captureId: string) => {
      const own = figures.find((figure) => figure.captureId === captureId);
      return seriesMessage(db, own!.series, new Map(), '2026-08-09');
    };
    expect(await messageOf('june')).toMatch(
      /so với tháng 5 năm 2026[\s\S]*\nTừ tháng 6 năm 2026 số của Cổng đổi đột ngột/,
    );
    expect(await messageOf('july')).not.toMatch(/đổi đột ngột/);
  });
});
