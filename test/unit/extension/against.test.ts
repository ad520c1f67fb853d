/** The overview holds a month against the month before, and says which; a later press of one month is another thing. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unitKey } from '../../../core/portal/capture/unit-match.ts';
import { againstBefore, sinceBefore } from '../../../extension/desk/overview/against.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { seriesKey } from '../../../extension/store/series.ts';
import { latestFigures } from '../../../extension/store/series-history.ts';
import { storedCapture } from './stored-captures.ts';

let db: Store;
beforeEach(() => {
  db = openStore('against');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('against');
});

const SOURCE = 'form-06a@motcua.tama.gov.vn';
const UNIT = unitKey({ name: 'UBND xã Ta Ma' });

/** The figure of a period with the period it is held against: `98 +18 tháng 8 năm 2025`. */
async function shown(period: string): Promise<string> {
  const against = await againstBefore(db, { source: SOURCE, unit: UNIT, period });
  const [latest] = await latestFigures(db, seriesKey(SOURCE, UNIT, period));
  const since = latest && sinceBefore(latest, against);
  return `${latest?.observation.value} ${since?.last?.delta ?? '–'} ${against?.name ?? '–'}`;
}

describe('a month on the overview', () => {
  it('is held against the month before, not against an earlier press of its own', async () => {
    await storedCapture(db, 'a', { period: '2025-08', value: 80, at: '2025-09-02T08:00:00+07:00' });
    await storedCapture(db, 'b', { period: '2025-09', value: 97, at: '2025-09-20T08:00:00+07:00' });
    await storedCapture(db, 'c', { period: '2025-09', value: 98, at: '2025-10-02T08:00:00+07:00' });
    expect(await shown('2025-09')).toBe('98 18 tháng 8 năm 2025');
    const [latest] = await latestFigures(db, seriesKey(SOURCE, UNIT, '2025-09'));
    expect(latest?.before?.observation.value).toBe(97);
  });

  it('of January is held against December, a quarter against a quarter', async () => {
    await storedCapture(db, 'a', { period: '2024-12', value: 70 });
    await storedCapture(db, 'b', { period: '2025-01', value: 75 });
    await storedCapture(db, 'c', { period: '2025-Q1', value: 60 });
    expect(await shown('2025-01')).toBe('75 5 tháng 12 năm 2024');
    expect(await shown('2025-Q1')).toBe('60 – –');
  });

  it('is held against nothing where the month before was not captured, or of another commune alone', async () => {
    await storedCapture(db, 'a', { period: '2025-07', value: 70 });
    await storedCapture(db, 'b', { period: '2025-08', value: 90, unit: 'UBND xã An Minh' });
    await storedCapture(db, 'c', { period: '2025-09', value: 75 });
    expect(await shown('2025-09')).toBe('75 – –');
  });

  it('of a run of days has nothing before it', async () => {
    await storedCapture(db, 'a', { period: '2025-10-16..2025-10-16', value: 75 });
    expect(await shown('2025-10-16..2025-10-16')).toBe('75 – –');
  });
});
