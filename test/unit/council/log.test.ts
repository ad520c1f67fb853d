/** The log: what may be written, and that no change of its past stays unseen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidy } from '../../../core/base/text/tidy.ts';
import { headsOf } from '../../../core/council/ancestry.ts';
import { entrySchema, isSealed, type LogEntry, sealEntry } from '../../../core/council/entry.ts';
import { append, type Log, type NewEntry, verifyLog } from '../../../core/council/log.ts';
import type { PointsBounds } from '../../../core/movement/bounds-of.ts';
import { at, copies, entries, last, TEN, wanted, write, writeAll } from './logs.ts';

function refused(more: Partial<NewEntry>, bounds: PointsBounds | null = TEN, log: Log = []): string {
  const result = append(log, wanted(more), bounds);
  return result.ok ? '' : result.refusal.message;
}

describe('append', () => {
  it('numbers, links and seals', () => {
    const log = writeAll(
      {},
      { kind: 'adjust', points: 750, reason: 'Trừ hồ sơ trùng' },
      { kind: 'return', reason: 'Thiếu biên bản' },
    );
    expect(log.map(({ seq, kind, points }) => [seq, kind, points])).toEqual([
      [1, 'accept', null],
      [2, 'adjust', 750],
      [3, 'return', null],
    ]);
    expect(log.map((entry) => entry.previous)).toEqual([[], [log[0]!.hash], [log[1]!.hash]]);
    expect(log.every(isSealed)).toBe(true);
    expect(new Set(log.map((entry) => entry.id)).size).toBe(3);
  });
  it('asks for who decided and on what', () => {
    expect(refused({ who: ' \u200b ' })).toBe('Hãy ghi họ tên người quyết định.');
    expect(refused({ unit: '' })).toBe('Quyết định phải ghi rõ đơn vị.');
    expect(refused({ flag: null, criterion: null })).toBe('Quyết định phải gắn với một cảnh báo hoặc một tiêu chí.');
  });
  it('asks for a reason when points are set, the report goes back or a decision is taken back', () => {
    expect(refused({ kind: 'adjust', points: 100, reason: ' ' })).toBe('"Điều chỉnh điểm" phải kèm lý do.');
    expect(refused({ kind: 'return' })).toBe('"Trả lại đơn vị" phải kèm lý do.');
    expect(refused({ kind: 'withdraw' }, TEN, writeAll({}))).toBe('"Rút lại quyết định" phải kèm lý do.');
    expect(refused({ kind: 'accept', reason: 'x'.repeat(2001) })).toBe('Lý do dài quá 2.000 ký tự: hãy viết gọn lại.');
  });
  it('keeps points within the criterion, in hundredths', () => {
    const adjust = (points: number | null, bounds: PointsBounds | null = TEN) =>
      refused({ kind: 'adjust', reason: 'Đối chiếu hồ sơ', points }, bounds);
    expect(adjust(1001)).toBe('Điểm điều chỉnh 10,01 nằm ngoài khoảng từ 0 đến 10.');
    expect(adjust(-1)).toBe('Điểm điều chỉnh -0,01 nằm ngoài khoảng từ 0 đến 10.');
    expect(adjust(33.3)).toBe('Điểm điều chỉnh có nhiều nhất hai chữ số thập phân.');
    expect(adjust(null)).toBe('Hãy ghi số điểm điều chỉnh, từ 0 đến 10.');
    expect(adjust(100, null)).toContain('không gắn với điểm của một tiêu chí');
    expect([adjust(0), adjust(1000), adjust(-500, { least: -500, most: 0 })]).toEqual(['', '', '']);
  });
  it('refuses a time that is none', () => {
    for (const time of ['2025-11-21', '2025-11-21T08:00:00', '2025-02-30T08:00:00+07:00', '2025-11-21T08:00+07:00']) {
      expect(refused({ at: time })).toContain('thiếu thời điểm');
    }
    expect(refused({ subject: '' })).toContain('thiếu thời điểm hoặc dấu vết số liệu');
  });
  it('takes back only what was decided', () => {
    const back = { kind: 'withdraw' as const, reason: 'Ghi nhầm đơn vị' };
    expect(refused(back)).toBe('Không có quyết định nào để rút lại.');
    const log = write(writeAll({}), { ...back, at: at(5) });
    expect(last(log).kind).toBe('withdraw');
    expect(refused(back, TEN, log)).toBe('Không có quyết định nào để rút lại.');
    expect(refused({ ...back, flag: null }, TEN, writeAll({}))).toBe('Không có quyết định nào để rút lại.');
  });
  it('keeps texts as a cell keeps them', () => {
    const { who, reason } = last(
      write([], { who: ' Lò  Thị\r\nMai ', reason: 'Đã xem\u0000 hồ sơ\u202e'.normalize('NFD') }),
    );
    expect([who, reason]).toEqual(['Lò Thị Mai', 'Đã xem hồ sơ']);
  });
  it('every written entry is valid, and tidying twice changes nothing', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const [written] = write([], entry);
        expect(entrySchema.parse(written)).toEqual(written);
        expect(tidy(written!.reason)).toBe(written!.reason);
      }),
    );
  });
});

/** Another value for one field, of its kind. */
function altered(entry: LogEntry, field: keyof LogEntry): LogEntry {
  const value = entry[field];
  if (field === 'at') return { ...entry, at: at(601) };
  if (field === 'kind') return { ...entry, kind: entry.kind === 'accept' ? 'return' : 'accept' };
  if (field === 'previous') return { ...entry, previous: [...entry.previous, '0'.repeat(64)] };
  if (typeof value === 'number') return { ...entry, [field]: value + 1 };
  return { ...entry, [field]: value === null ? '1' : `${String(value).slice(0, -1)}~` };
}

describe('verifyLog', () => {
  it('finds nothing wrong with what append and merge made', () => {
    fc.assert(fc.property(copies, (logs) => logs.every((log) => verifyLog(log, headsOf(log)).length === 0)));
  });
  it('finds any field changed in any entry', () => {
    const log = writeAll({ flag: null }, { kind: 'adjust', points: 5, reason: 'r' }, { kind: 'return', reason: 's' });
    for (const [position, entry] of log.entries()) {
      for (const field of Object.keys(entry) as (keyof LogEntry)[]) {
        const changed = log.with(position, altered(entry, field));
        expect(
          verifyLog(changed).map((fault) => fault.kind),
          `${position} ${field}`,
        ).toContain('edited');
      }
    }
  });
  it('says where in Vietnamese', () => {
    const log = writeAll({}, { kind: 'return', reason: 'Thiếu' }, {});
    const [fault] = verifyLog(log.with(1, { ...log[1]!, reason: 'Đủ' }));
    expect(fault?.message).toBe('Quyết định số 2 (Bản Nà Đít, Lò Thị Mai) đã bị sửa sau khi ghi.');
    expect(verifyLog(log.toSpliced(1, 1)).map((fault) => fault.message)).toEqual([
      'Ngay trước quyết định số 3 (Bản Nà Đít, Lò Thị Mai) thiếu một dòng: dòng đó đã bị xóa hoặc bị sửa.',
    ]);
  });
  it('finds an entry sealed anew in place of another', () => {
    const log = writeAll({}, { kind: 'adjust', points: 500, reason: 'r' }, {});
    const forged = log.with(1, sealEntry({ ...log[1]!, points: 900 }));
    expect(verifyLog(forged).map((fault) => fault.kind)).toEqual(['missing-before']);
    const misnumbered = [...log, sealEntry({ ...wanted(), seq: 9, previous: headsOf(log) })];
    expect(verifyLog(misnumbered).map((fault) => fault.message)).toEqual([
      'Quyết định số 9 (Bản Nà Đít, Lò Thị Mai) mang số thứ tự sai: phải là số 4.',
    ]);
  });
  it('finds any entry taken out, with the ends known', () => {
    fc.assert(
      fc.property(copies, fc.nat(), ([log], at) => {
        fc.pre(log.length > 0);
        const without = log.toSpliced(at % log.length, 1);
        expect(verifyLog(without, headsOf(log))).not.toEqual([]);
      }),
    );
  });
});
