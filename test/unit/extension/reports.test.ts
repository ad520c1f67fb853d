/**
 * Reports that arrived as files, over the real store and readers: read like pages, stored as evidence, without persons.
 */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { layDown, takeUp } from '../../../extension/files/incoming-report.ts';
import { keepReport } from '../../../extension/files/keep-report.ts';
import { readCapture } from '../../../extension/reading/read-capture.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';

let db: Store;
beforeEach(() => {
  db = openStore('reports');
});
afterEach(async () => {
  db.close();
  await Dexie.delete('reports');
});

const AT = '2025-10-16T08:00:00+07:00';
const file = (name: string, lines: readonly string[]) => ({
  name,
  bytes: new Uint8Array(new TextEncoder().encode(lines.join('\n'))),
});
const HEAD = [
  ...['STT', 'Đơn vị', 'Hồ sơ tiếp nhận ', 'Hồ sơ tiếp nhận Trực tuyến', 'Hồ sơ tiếp nhận Trực tiếp'],
  ...['Hồ sơ tiếp nhận Kỳ trước', 'Hồ sơ đã giải quyết ', 'Hồ sơ đã giải quyết Trước hạn'],
  ...['Hồ sơ đã giải quyết Đúng hạn', 'Hồ sơ đã giải quyết Quá hạn', 'Hồ sơ đang giải quyết '],
  ...['Hồ sơ đang giải quyết Trong hạn', 'Hồ sơ đang giải quyết Quá hạn'],
].join(',');
const REPORT = file('06a tháng 9.csv', [
  'BÁO CÁO THÁNG 9 NĂM 2025',
  HEAD,
  '1,UBND xã Ta Ma,120,20,100,0,120,120,0,0,0,0,0',
]);

it('is read for its unit and period, and the file itself is the evidence', async () => {
  await layDown(db, [REPORT]);
  const files = await takeUp(db);
  expect(await takeUp(db)).toEqual([]);
  expect(await keepReport(db, files, { id: 'a', at: AT })).toEqual({ kind: 'kept', id: 'a' });
  const record = await db.captures.get('a');
  expect(record).toMatchObject({ state: 'raw', title: '06a tháng 9.csv', picture: null });
  expect(record?.parts.map(({ kind }) => kind)).toEqual(['page', 'file']);
  const blob = await db.blobs.get(record?.parts[1]?.hash ?? '');
  expect(new TextDecoder().decode(blob?.bytes)).toBe(new TextDecoder().decode(REPORT.bytes));
  const read = record && (await readCapture(db, record, 'xã Ta Ma', null));
  if (read?.kind !== 'found') throw new Error('not found');
  expect(read.observations.map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
    ['tiep-nhan', '2025-09', 120],
    ['dung-han', '2025-09', 100],
    ['ho-so-truc-tuyen', '2025-09', 16.67],
  ]);
});

it('is one report of several files of a period, each of them evidence', async () => {
  const ministry = file('06a của Bộ.csv', [
    'BÁO CÁO THÁNG 9 NĂM 2025',
    HEAD,
    '1,UBND xã Ta Ma,40,30,10,0,40,30,10,0,0,0,0',
  ]);
  expect(await keepReport(db, [REPORT, ministry], { id: 'a', at: AT })).toEqual({ kind: 'kept', id: 'a' });
  const record = await db.captures.get('a');
  expect(record?.parts.map(({ kind }) => kind)).toEqual(['page', 'file', 'file']);
  const read = record && (await readCapture(db, record, 'xã Ta Ma', null));
  if (read?.kind !== 'found') throw new Error('not found');
  expect(read.observations.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['tiep-nhan', 160],
    ['dung-han', 100],
    ['ho-so-truc-tuyen', 31.25],
  ]);
  const other = file('06a tháng 8.csv', [
    'BÁO CÁO THÁNG 8 NĂM 2025',
    HEAD,
    '1,UBND xã Ta Ma,40,30,10,0,40,30,10,0,0,0,0',
  ]);
  expect(await keepReport(db, [REPORT, other], { id: 'b', at: AT })).toMatchObject({ kind: 'refused' });
  expect(await db.captures.get('b')).toBeUndefined();
});

it('keeps of a list of dossiers the counts alone', async () => {
  const list = file('ho-so.csv', [
    'STT,Số hồ sơ,Chủ hồ sơ,Ngày hẹn trả,Trạng thái',
    '1,H15.50-250901-0001,Nguyễn Văn Anh,10/10/2025,Đang xử lý',
    '2,H15.50-250902-0002,Trần Thị Bình,17/10/2025,Đang xử lý',
  ]);
  await keepReport(db, [list], { id: 'a', at: AT });
  const record = await db.captures.get('a');
  expect(record).toMatchObject({ state: 'raw' });
  expect(record?.parts.map(({ kind }) => kind)).toEqual(['page']);
  const stored = (await db.blobs.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes)).join();
  for (const secret of ['Nguyễn Văn Anh', 'H15.50', '250901']) expect(stored).not.toContain(secret);
  const read =
    record && (await readCapture(db, record, '', { unit: 'xã Ta Ma', period: null, values: {}, reason: '' }));
  if (read?.kind !== 'found') throw new Error('not found');
  expect(read.observations.map(({ indicator, value }) => [indicator, value])).toEqual([
    ['dang-giai-quyet', 2],
    ['dang-qua-han', 1],
    ['sap-den-han', 1],
  ]);
});

it('keeps nothing of the people in it, and then not the file either', async () => {
  const list = file('ho-so.csv', [
    'DANH SÁCH HỒ SƠ THÁNG 9 NĂM 2025',
    'STT,Số hồ sơ,Họ và tên,Điện thoại,Thủ tục',
    '1,H15.50-250901-0001,Nguyễn Văn Anh,0912345678,Khai sinh',
    '2,H15.50-250902-0002,Trần Thị Bình,0912 345 679,Khai tử',
  ]);
  await keepReport(db, [list], { id: 'a', at: AT });
  const record = await db.captures.get('a');
  expect(record?.state).toBe('discarded');
  expect(record?.parts.map(({ kind }) => kind)).toEqual(['page']);
  const stored = (await db.blobs.toArray()).map(({ bytes }) => new TextDecoder().decode(bytes)).join();
  expect(stored).toContain('H15.50-250901-0001');
  for (const secret of ['Nguyễn Văn Anh', 'Trần Thị Bình', '0912']) expect(stored).not.toContain(secret);
});

it('refuses a file that is no report with a sentence', async () => {
  const reason = async (name: string, text: string) => {
    const report = await keepReport(db, [file(name, [text])], { id: name, at: AT });
    return report.kind === 'refused' ? report.reason : '';
  };
  expect(await reason('anh.png', 'xyz')).toBe('“anh.png”: đây không phải bảng tính (.xlsx, .xls), tệp .csv hay PDF.');
  expect(await reason('hong.xlsx', 'PK\u0003\u0004')).toMatch(/^“hong.xlsx”: /);
  expect((await keepReport(db, [], { id: 'b', at: AT })).kind).toBe('refused');
});
