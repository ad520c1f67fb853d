/** A list of dossiers yields counts, and nothing of a dossier or a person is in what is made of it. */
import { describe, expect, it } from 'vitest';
import { dossierCounts } from '../../../../core/portal/capture/dossier-list.ts';
import { observe } from '../../../../core/portal/capture/observe.ts';
import { readCaptured } from '../../../../core/portal/capture/registry.ts';
import { reportMade } from '../../../../core/portal/capture/report-pages.ts';
import { csvBook } from '../../../../core/sheet/workbook/csv.ts';

const AT = '2025-10-16T08:00:00+07:00';
const HEAD = 'STT,Số hồ sơ,Chủ hồ sơ,Ngày hẹn trả,Trạng thái';
const LIST = [
  'DANH SÁCH HỒ SƠ',
  HEAD,
  '1,H15.50-251001-0001,Người Thử A,10/10/2025 16:30,Đang xử lý',
  '2,H15.50-251001-0002,Người Thử B,16/10/2025,Chờ bổ sung',
  '3,H15.50-251001-0003,Người Thử C,19/10/2025,Đang giải quyết',
  '4,H15.50-251001-0004,Người Thử D,20/10/2025,Mới tiếp nhận',
  '5,H15.50-250901-0005,Người Thử E,01/10/2025,Đã trả kết quả',
  '6,H15.50-251001-000001,Người Thử G,01/10/2025,Đã rút hồ sơ',
  '1,H15.50-251001-0001,Người Thử A,10/10/2025,Đang xử lý',
];
const counts = (lines: readonly string[]) => dossierCounts(csvBook(lines.join('\n')), '2025-10-16');

describe('a list of dossiers', () => {
  it('is counted by their days, each once, what is done left out', () => {
    expect(counts(LIST)).toEqual({
      listed: 6,
      pending: 4,
      overdue: 1,
      near: 2,
      undated: 0,
      unclear: 0,
      procedures: [],
    });
  });

  it('takes a day of return for done, and says what it cannot tell', () => {
    const lines = [
      'Mã hồ sơ,Hạn giải quyết,Ngày trả,Trạng thái',
      'H15.50-251001-0001,10/10/2025,09/10/2025,',
      'H15.50-251001-0002,mai,,Đang xử lý',
      'H15.50-251001-0003,10/10/2025,,Bước 3',
    ];
    expect(counts(lines)).toEqual({
      listed: 3,
      pending: 1,
      overdue: 0,
      near: 0,
      undated: 1,
      unclear: 1,
      procedures: [],
    });
  });

  it('is none without numbers of dossiers, or without their days', () => {
    expect(counts(['Đơn vị,Số hồ sơ,Ngày hẹn trả', 'Xã Ta Ma,120,10/10/2025'])).toBeUndefined();
    expect(counts(['Số hồ sơ,Chủ hồ sơ', 'H15.50-251001-0001,Người Thử A'])).toBeUndefined();
  });

  it('leaves nothing but the counts, of the day they were counted', () => {
    const made = reportMade([{ name: 'ho-so.csv', book: csvBook(LIST.join('\n')) }], AT);
    if (made.kind !== 'page') throw new Error(made.reason);
    expect(made.isCounted).toBe(true);
    expect(made.html).not.toMatch(/Người Thử|H15|251001/);
    const seen = observe({ url: 'file:///ho-so.csv', request: null, at: AT, body: made.html }, 'xã Ta Ma', '');
    expect(seen.observations.map(({ indicator, period, value }) => [indicator, period, value])).toEqual([
      ['dang-giai-quyet', '2025-10-16..2025-10-16', 4],
      ['dang-qua-han', '2025-10-16..2025-10-16', 1],
      ['sap-den-han', '2025-10-16..2025-10-16', 2],
    ]);
  });

  it('names the procedures with the most dossiers beyond their day, and none that a single dossier has', () => {
    const lines = ['Số hồ sơ,Tên thủ tục,Ngày hẹn trả,Trạng thái'];
    const add = (name: string, due: string) =>
      lines.push(`H15.50-251001-${String(lines.length).padStart(4, '0')},${name},${due},Đang xử lý`);
    for (const due of ['10/10/2025', '11/10/2025', '20/10/2025']) add('Đăng ký khai sinh', due);
    for (const due of ['10/10/2025', '21/10/2025']) add('Chứng thực <bản sao>', due);
    add('Người Thử A xin cấp lại', '01/10/2025');
    for (const due of ['10/10/2025', '10/10/2025']) add('Gọi 0900000001', due);
    const made = reportMade([{ name: 'ho-so.csv', book: csvBook(lines.join('\n')) }], AT);
    if (made.kind !== 'page') throw new Error(made.reason);
    expect(made.html).not.toMatch(/Người Thử|H15|0900/);
    const { outcome } = readCaptured({ url: 'file:///ho-so.csv', request: null, at: AT, body: made.html });
    expect(outcome).toMatchObject({
      ...{ kind: 'found', questions: [], warnings: [] },
      slowest: {
        of: 'thủ tục',
        rows: [
          { name: 'Đăng ký khai sinh', late: 2, received: 3 },
          { name: 'Chứng thực <bản sao>', late: 1, received: 2 },
        ],
      },
    });
  });

  it('is not added to a report', () => {
    const list = { name: 'ho-so.csv', book: csvBook(LIST.join('\n')) };
    expect(reportMade([list, { name: 'b.csv', book: csvBook('a,b') }], AT)).toMatchObject({ kind: 'refused' });
  });
});
