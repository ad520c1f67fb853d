/**
 * The history over a real IndexedDB implementation: what is latest, what went before, and that work does not grow with
 * the captures.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceName } from '../../../core/portal/capture/source-name.ts';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { lastCaptured, strandsOf } from '../../../extension/history/strands.ts';
import { unitsNamed, unitsSeen } from '../../../extension/history/units.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { figuresOf, seriesKey } from '../../../extension/store/series.ts';
import { captureDays, latestFigures, pointsOf } from '../../../extension/store/series-history.ts';

let db: Store;
beforeEach(() => {
  db = openStore('history');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('history');
});

const PORTAL = 'https://dichvucong.gov.vn/api/v1/reporting/evaluation/transparency';
const TA_MA = { id: '019d2be3-0001', code: 'H18.77', name: 'UBND xã Ta Ma' };
const NONG_CONG = { code: 'H56.12', name: 'Xã Nông Cống' };

interface Given {
  readonly unit?: Observation['unit'];
  readonly period?: string;
  readonly reader?: string;
  readonly url?: string;
}

function figure(indicator: string, value: number | null, at: string, values: Given = {}): Observation {
  const { unit = TA_MA, period = '2026', reader = 'national-2026', url = PORTAL } = values;
  return {
    ...{ indicator, unit, period, value, max: 20 },
    provenance: { url, capturedAt: at, reader: { id: reader, version: '1' }, contentHash: 'sha256:1' },
  };
}

let captures = 0;
async function captured(at: string, values: Readonly<Record<string, number | null>>, given: Given = {}) {
  const id = `c${captures++}`;
  const observations = Object.entries(values).map(([indicator, value]) => figure(indicator, value, at, given));
  await db.figures.bulkAdd(figuresOf(id, at, observations));
  return id;
}

const at = (day: string, time = '08:00') => `${day}T${time}:00+07:00`;
const SERIES = seriesKey('quoc-gia-2026', TA_MA.id, '2026');
const OLD = { reader: 'national-2022', url: 'https://dichvucong.gov.vn/jsp/rest.jsp', unit: { name: TA_MA.name } };

describe('units', () => {
  it('are found once each, by name, as they were last called', async () => {
    expect(await unitsSeen(db)).toEqual([]);
    await captured(at('2026-02-01'), { TDGQ: 19 }, { unit: { ...TA_MA, name: 'xã Ta Ma' } });
    await captured(at('2026-03-01'), { TDGQ: 19.5, CKMB: 17 });
    await captured(at('2026-02-15'), { TDGQ: 18 }, { unit: NONG_CONG });
    const units = await unitsSeen(db);
    expect(units).toEqual([
      { key: TA_MA.id, unit: TA_MA, at: at('2026-03-01') },
      { key: 'H56.12', unit: NONG_CONG, at: at('2026-02-15') },
    ]);
    for (const address of [TA_MA.id, 'h18.77', 'Xã Ta Ma', 'UBND XÃ TA MA']) {
      expect(unitsNamed(units, address).map(({ key }) => key)).toEqual([TA_MA.id]);
    }
    for (const address of ['', ' ', 'Ta', 'xã Ta Ma 2', 'H18']) expect(unitsNamed(units, address)).toEqual([]);
  });
});

describe('strands', () => {
  it('keep the two portals apart, and list their periods, the latest end first', async () => {
    await captured(at('2026-03-01'), { TDGQ: 19 }, { period: '2026-02' });
    for (const period of ['2025-12', '2025-Q4', '2025', '2026-01', '2025-H2']) {
      await captured(at('2026-02-01'), { TDGQ: 19 }, { period });
    }
    await captured(at('2026-03-05'), { TDGQ: 12 }, { ...OLD, period: '2025' });
    await captured(at('2026-03-06'), { TDGQ: 11 }, { unit: NONG_CONG });
    const strands = await strandsOf(db, unitsNamed(await unitsSeen(db), 'xã Ta Ma'));
    expect(strands.map(({ source, periods }) => [source, periods.map(({ period }) => period)])).toEqual([
      ['quoc-gia-2022', ['2025']],
      ['quoc-gia-2026', ['2026-02', '2026-01', '2025', '2025-H2', '2025-Q4', '2025-12']],
    ]);
    expect(strands.map((strand) => lastCaptured(strand).period)).toEqual(['2025', '2026-02']);
    const values = await Promise.all(
      strands
        .flatMap(({ periods }) => periods.filter(({ period }) => period === '2025'))
        .map(({ series }) => latestFigures(db, series)),
    );
    expect(values.map((figures) => figures.map(({ observation }) => observation.value))).toEqual([[12], [19]]);
  });

  it('are not mistaken for another whose name begins alike', async () => {
    await captured(at('2026-03-01'), { a: 1 }, { unit: { name: 'xã Ta' }, reader: 'form-06a', url: 'https://a.vn/x' });
    await captured(
      at('2026-03-01'),
      { a: 2 },
      { unit: { name: 'xã Ta"2' }, reader: 'form-06a', url: 'https://a.vn.vn/x' },
    );
    const strands = await strandsOf(db, await unitsSeen(db));
    expect(strands.map(({ source, unit, periods }) => [source, unit.unit.name, periods.length]).sort()).toEqual([
      ['form-06a@a.vn', 'xã Ta', 1],
      ['form-06a@a.vn.vn', 'xã Ta"2', 1],
    ]);
  });

  it('have names officers know', () => {
    expect(sourceName('quoc-gia-2022')).toBe('Cổng DVC quốc gia (giao diện cũ)');
    expect(sourceName('form-06a@motcua.tama.gov.vn')).toBe('Biểu II.06a (motcua.tama.gov.vn)');
    expect(sourceName('igate-1@motcua.tama.gov.vn')).toBe('Hệ thống một cửa iGate (motcua.tama.gov.vn)');
    expect(sourceName('cua-toi@tinh.gov.vn')).toBe('tinh.gov.vn');
  });
});

describe('the latest figures', () => {
  it('come with those before them, and outlive a capture of some tables only', async () => {
    await captured(at('2026-01-05'), { TONG: 80, TDGQ: 18, MDHL: null });
    // Entered later, captured earlier, as a restored backup is.
    const full = await captured(at('2026-02-05'), { TONG: 82, TDGQ: 18.5, MDHL: 17 });
    await captured(at('2026-01-20'), { TONG: 81, TDGQ: 18.25, MDHL: 16 });
    const part = await captured(at('2026-03-05'), { TDGQ: null });
    const figures = await latestFigures(db, SERIES);
    expect(
      figures.map(({ captureId, observation, before }) => [
        observation.indicator,
        captureId,
        observation.value,
        before?.observation.value,
        before?.at,
      ]),
    ).toEqual([
      ['TDGQ', part, null, 18.5, at('2026-02-05')],
      ['TONG', full, 82, 81, at('2026-01-20')],
      ['MDHL', full, 17, 16, at('2026-01-20')],
    ]);
    expect(await latestFigures(db, seriesKey('quoc-gia-2026', TA_MA.id, '2025'))).toEqual([]);
  });

  it('are found behind many captures of some tables only, as long as these bring something', async () => {
    const names = Array.from({ length: 120 }, (_, n) => [`x${n}`, n] as const);
    const full = await captured(at('2026-01-05'), { TONG: 80 });
    for (let day = 10; day < 14; day++) await captured(at(`2026-01-${day}`), Object.fromEntries(names));
    expect((await latestFigures(db, SERIES)).find(({ observation }) => observation.indicator === 'TONG')).toMatchObject(
      {
        captureId: full,
      },
    );
  });
});

describe('the way a figure has gone', () => {
  it('is the last capture of each day; not published stays a hole', async () => {
    await captured(at('2026-01-05', '08:00'), { TDGQ: 17, CKMB: 1 });
    await captured(at('2026-01-05', '16:30'), { TDGQ: 18 });
    await captured(at('2026-01-07'), { TDGQ: null, CKMB: 2 });
    await captured(at('2026-01-06'), { TDGQ: 9 }, { period: '2025' });
    const days = await captureDays(db, SERIES);
    expect(days.map(({ day }) => day)).toEqual(['2026-01-05', '2026-01-07']);
    const points = await pointsOf(db, SERIES, days);
    expect(points.get('TDGQ')).toEqual([
      { at: at('2026-01-05', '16:30'), value: 18 },
      { at: at('2026-01-07'), value: null },
    ]);
    expect(points.get('CKMB')).toHaveLength(1);
  });

  it('is spread over at most sixty points, the first and the last among them, and 400 days', async () => {
    const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);
    for (let n = 0; n < 450; n++) await captured(at(day(n)), { TDGQ: n / 100 });
    const days = await captureDays(db, SERIES);
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([400, day(50), day(449)]);
    const points = (await pointsOf(db, SERIES, days)).get('TDGQ') ?? [];
    expect([points.length, points[0]?.value, points.at(-1)?.value]).toEqual([60, 0.5, 4.49]);
    expect(points.map(({ at }) => at)).toEqual(points.map(({ at }) => at).sort());
  });
});

describe('a thousand captures of one period', () => {
  it('are never read whole: the records touched do not grow with them', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => {
      const time = new Date(Date.UTC(2026, 0, 1) + n * 30_000_000).toISOString().slice(0, 19);
      const values = ['TONG', 'CKMB', 'TDGQ', 'CLGQ', 'TTTT', 'MDHL', 'MDSH'];
      return figuresOf(
        `c${n}`,
        `${time}+07:00`,
        values.map((indicator) => figure(indicator, n % 20, time)),
      );
    });
    await db.figures.bulkAdd(rows.flat());
    let touched = 0;
    db.figures.hook('reading', (record) => {
      touched += 1;
      return record;
    });
    const [strand] = await strandsOf(db, await unitsSeen(db));
    expect(strand?.periods).toHaveLength(1);
    expect(await latestFigures(db, SERIES)).toHaveLength(7);
    expect(touched).toBeLessThan(500);
    const days = await captureDays(db, SERIES);
    const points = await pointsOf(db, SERIES, days);
    expect([days.length, points.get('TONG')?.length]).toEqual([347, 60]);
    expect(touched).toBeLessThan(1_400);
  });
});
