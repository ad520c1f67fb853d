/** What goes out: the figures chosen, the evidence that can be checked, the message. */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Dexie } from 'dexie';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { capturesFileSchema } from '../../../core/portal/indicator/observation.ts';
import type { IndicatorTarget } from '../../../core/portal/indicator/targets.ts';
import { changesIn } from '../../../extension/exports/changes.ts';
import { evidenceZip } from '../../../extension/exports/evidence.ts';
import { seriesMessage } from '../../../extension/exports/message.ts';
import {
  ALL,
  capturesOf,
  choicesIn,
  type FigureFilter,
  figuresBefore,
  figuresWanted,
  seriesSeen,
} from '../../../extension/exports/selection.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { storedCapture } from './stored-captures.ts';

let db: Store;
beforeEach(async () => {
  db = openStore('exports');
  await storedCapture(db, 'a', { value: 80, at: '2025-10-16T08:00:00+07:00' });
  await storedCapture(db, 'b', { value: 85, at: '2025-10-20T23:59:59+07:00' });
  await storedCapture(db, 'c', { value: 90, at: '2025-11-16T08:00:00+07:00', period: '2025-Q4' });
  await storedCapture(db, 'd', { value: 70, at: '2025-10-21T00:00:00+07:00', unit: 'UBND xã Búng Lao' });
});
afterEach(async () => {
  db.close();
  await Dexie.delete('exports');
});

const chosen = async (part: Partial<FigureFilter>) => capturesOf(await figuresWanted(db, { ...ALL, ...part }));

describe('choosing', () => {
  it('takes the last capture of each unit and period, or all, in the order of capture', async () => {
    expect(await chosen({})).toEqual(['b', 'd', 'c']);
    expect(await chosen({ onlyLast: false })).toEqual(['a', 'b', 'd', 'c']);
  });

  it('narrows by unit, source, period and day, the days inclusive', async () => {
    const all = { onlyLast: false };
    const { units, sources, periods } = choicesIn(await seriesSeen(db), ALL);
    const unit = units.find(({ name }) => name === 'UBND xã Búng Lao')?.key ?? '';
    expect(await chosen({ ...all, unit })).toEqual(['d']);
    expect(await chosen({ ...all, source: sources[0]!.key })).toHaveLength(4);
    expect(await chosen({ ...all, source: 'khác' })).toEqual([]);
    expect(periods).toEqual(['2025-Q4', '2025-Q3']);
    expect(await chosen({ ...all, period: '2025-Q4' })).toEqual(['c']);
    expect(await chosen({ ...all, from: '2025-10-20', to: '2025-10-20' })).toEqual(['b']);
    expect(await chosen({ from: '2025-10-01', to: '2025-10-19' })).toEqual(['a']);
    expect(await chosen({ ...all, from: '2025-10-21' })).toEqual(['d', 'c']);
  });

  it('offers only what the other choices leave', async () => {
    const seen = await seriesSeen(db);
    expect(choicesIn(seen, { ...ALL, period: '2025-Q4' }).units.map(({ name }) => name)).toEqual(['UBND xã Ta Ma']);
    const { key } = choicesIn(seen, ALL).units.find(({ name }) => name === 'UBND xã Búng Lao')!;
    expect(choicesIn(seen, { ...ALL, unit: key }).periods).toEqual(['2025-Q3']);
  });
});

describe('changes', () => {
  it('are against the capture before of the same series, though only the last goes out; the first has none', async () => {
    const figures = await figuresWanted(db, ALL);
    const changes = changesIn([...(await figuresBefore(db, figures)), ...figures]);
    const rows = figures.map(({ observation }) => [observation.unit.name, observation.value, changes.get(observation)]);
    expect(rows).toContainEqual(['UBND xã Ta Ma', 85, 5]);
    expect(rows).toContainEqual(['UBND xã Búng Lao', 70, null]);
  });
});

describe('evidence', () => {
  const opened = async (ids: readonly string[]) =>
    unzipSync(new Uint8Array(await (await evidenceZip(db, ids)).arrayBuffer()));
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('is what was captured, each file under its hash and the manifest under its own', async () => {
    const html = '<title>../../x</title><script>alert(1)</script>';
    await storedCapture(db, '../e', { html, picture: new Uint8Array([137, 80, 78, 71]), unit: '=cmd/..\\x' });
    const entries = await opened(['../e', 'a', 'không-có']);
    expect(Object.keys(entries)).toEqual([
      'ban-chup-0001/trang-1.html.txt',
      'ban-chup-0001/anh.png',
      'ban-chup-0002/trang-1.html.txt',
      'so-lieu.json',
      'manifest.json',
      'manifest.json.sha256',
      'DOC-TRUOC.txt',
    ]);
    expect(text(entries['ban-chup-0001/trang-1.html.txt'])).toBe(html);
    const manifest = JSON.parse(text(entries['manifest.json']));
    for (const { name, size, hash } of manifest.files) {
      expect([size, hash]).toEqual([entries[name]?.length, `sha256:${digest(entries[name]!)}`]);
    }
    expect(text(entries['manifest.json.sha256'])).toBe(`${digest(entries['manifest.json']!)}  manifest.json\n`);
    expect(manifest.captures[0]).toMatchObject({
      id: '../e',
      folder: 'ban-chup-0001',
      state: 'confirmed',
      parts: [{ file: 'ban-chup-0001/trang-1.html.txt' }],
      picture: { file: 'ban-chup-0001/anh.png' },
    });
    expect(capturesFileSchema.parse(JSON.parse(text(entries['so-lieu.json']))).observations).toHaveLength(2);
  });

  it('leaves out evidence that was changed, and lists it', async () => {
    const hash = (await db.captures.get('a'))!.parts[0]!.hash;
    await db.blobs.put({ hash, type: 'text/html', bytes: new TextEncoder().encode('đã sửa') });
    const entries = await opened(['a']);
    expect(JSON.parse(text(entries['manifest.json'])).captures[0].parts).toMatchObject([{ file: null, hash }]);
    expect(Object.keys(entries)).not.toContain('ban-chup-0001/trang-1.html.txt');
  });
});

describe('the message', () => {
  it('contains the last figures, their change and what is missing', async () => {
    const target: IndicatorTarget = {
      ...{ indicator: 'dung-han', comparator: '>=', value: 95, by: '2025-12-31', text: 'đúng hạn 95 %' },
      ...{ section: 'II.1', proposed: false },
    } as IndicatorTarget;
    const { series } = (await figuresWanted(db, ALL))[0]!;
    const message = await seriesMessage(db, series, new Map([['dung-han', target]]), '2025-10-21');
    expect(message).toContain('UBND xã Ta Ma: chỉ số dịch vụ công quý III năm 2025');
    expect(message).toMatch(/85 %; tăng 5; .*95 %/);
    // Without a quarter before, the message names the earlier capture of the same quarter.
    expect(message).toContain('(so với lần ghi nhận ngày 16/10/2025 của cùng kỳ này)');
    await storedCapture(db, 'e', { value: 88, at: '2025-07-16T08:00:00+07:00', period: '2025-Q2' });
    const against = await seriesMessage(db, series, new Map([['dung-han', target]]), '2025-10-21');
    expect(against).toContain('(so với quý II năm 2025)');
    expect(against).toMatch(/85 %; giảm 3; /);
    expect(message.length).toBeLessThan(2_000);
    expect(await seriesMessage(db, 'không có', new Map(), '2025-10-21').catch(() => 'hỏng')).toBe('');
  });
});
