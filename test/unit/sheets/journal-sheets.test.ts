/** The journal of the year: written into a workbook and read back, out of a .csv too; a bad row costs itself alone. */
import { describe, expect, it } from 'vitest';
import { type Journal, lastVisit, modelsOf } from '../../../core/commune/calendar/journal.ts';
import { registerUnitSchema } from '../../../core/report/register.ts';
import { csvBook } from '../../../core/sheet/workbook/csv.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { journalSheets } from '../../../core/sheets/journal-layout.ts';
import { readJournal } from '../../../core/sheets/journal-sheets.ts';

const visit = (day: string, unit: string, more: Partial<Journal['visits'][number]> = {}) => ({
  ...{ day, unit, kind: 'urging' as const, who: 'Vì Thị Hoa', what: 'Gửi báo cáo', until: null, outcome: '' },
  ...more,
});
const JOURNAL: Journal = {
  visits: [
    visit('2025-06-12', 'Bản A', { kind: 'inspection', outcome: '=1+1' }),
    visit('2025-10-20', '', { until: '2025-11-04' }),
    visit('2025-11-06', 'Bản B', { kind: 'both' }),
  ],
  models: [{ name: 'Sổ tay số', unit: 'Bản A', since: '2025', summary: 'Mã QR', adopters: ['Bản B', 'Bản C'] }],
};
const REGISTER = ['Bản A', 'Bản B', 'Bản C'].map((name) =>
  registerUnitSchema.parse({
    name,
    audience: 'village',
    registered: true,
    otherNames: name === 'Bản A' ? ['Thôn Một'] : [],
  }),
);

describe('the journal', () => {
  it('survives its sheets, also when empty', () => {
    for (const journal of [JOURNAL, { visits: [], models: [] }]) {
      const bytes = newBook([...journalSheets(journal, '', { commune: 'xã Ta Ma', place: 'Ta Ma' })]);
      const book = readBook(bytes);
      if (!book.ok) throw new Error(book.refusal.message);
      expect(readJournal(book.value, REGISTER)).toEqual({ ...journal, faults: [] });
    }
  });

  it('keeps what units said of their points apart from visits; a row that is no such word is named', () => {
    const explanation = { unit: 'Bản A', criterion: '1.10', who: 'Lò Văn A' } as const;
    const appeals = [
      { ...explanation, day: '2025-11-20', kind: 'explanation', text: '=HYPERLINK("x")', points: 250 },
      { ...explanation, day: '2025-11-22', kind: 'answer', text: 'Đã xét lại', points: 300 },
      {
        ...explanation,
        day: '2025-12-02',
        kind: 'petition',
        criterion: '',
        text: 'Đề nghị xem lại hạng',
        points: null,
      },
    ] as const;
    const bytes = newBook([...journalSheets({ ...JOURNAL, appeals }, '', { commune: 'xã Ta Ma', place: 'Ta Ma' })]);
    const book = readBook(bytes);
    if (!book.ok) throw new Error(book.refusal.message);
    expect(readJournal(book.value, REGISTER)).toEqual({ ...JOURNAL, appeals, faults: [] });
    const csv = [
      'Ngày;Loại;Đơn vị;Tiêu chí;Nội dung;Điểm lúc ghi;Người ghi',
      '20/11/2025;Giải trình;thôn một;1.1;Có biên bản;2,5 đ;',
      '21/11/2025;Than phiền;Bản B;;Chấm sai;;',
      '32/11/2025;Kiến nghị;Bản B;;Chấm sai;;',
      '21/11/2025;kiến nghị;thôn một;;Chấm sai;;',
    ].join('\r\n');
    const read = readJournal(csvBook(csv), REGISTER)!;
    expect(read.visits).toEqual([]);
    expect(read.appeals).toEqual([
      { day: '2025-11-21', kind: 'petition', unit: 'Bản A', criterion: '', text: 'Chấm sai', points: null, who: '' },
    ]);
    expect(read.faults.map((fault) => /hàng \d+/.exec(fault)?.[0])).toEqual(['hàng 2', 'hàng 3', 'hàng 4']);
  });

  it('is read from .csv in the words officers use; what cannot be understood is named with its row and costs no other', () => {
    const csv = [
      'Kế hoạch kiểm tra năm 2025;;;;;',
      'TT;Thời gian;Việc;Đơn vị;Nội dung;Hạn',
      '1;12/6/2025;Kiểm tra;thôn một;Sổ sách;',
      '2;31/02/2025;Kiểm tra;Bản B;Sổ sách;',
      '3;13/6/2025;Liên hoan;Bản B;Sổ sách;',
      '4;13/6/2025;Đôn đốc;Bản B;Báo cáo;12/6/2025',
      '5;01/6/2025;Nhắc nhở;Các đơn vị;Báo cáo;05/06/2025',
      '6;14/6/2025;Đôn đốc;Bản Lạ;Báo cáo;',
    ].join('\r\n');
    const read = readJournal(csvBook(csv), REGISTER)!;
    expect(read.visits.map(({ day, kind, unit, until }) => [day, kind, unit, until])).toEqual([
      ['2025-06-01', 'urging', '', '2025-06-05'],
      ['2025-06-12', 'inspection', 'Bản A', null],
      ['2025-06-14', 'urging', 'Bản Lạ', null],
    ]);
    expect(read.faults).toHaveLength(4);
    expect(read.faults[0]).toMatch(/hàng 4: "31\/02\/2025" không phải là ngày/);
    expect(read.faults[1]).toMatch(/hàng 5: không hiểu hình thức "Liên hoan"/);
    expect(read.faults[2]).toMatch(/hàng 6: thời hạn 12\/6\/2025 trước ngày/);
    expect(read.faults[3]).toMatch(/"Bản Lạ", danh sách đơn vị không có/);
    expect(readJournal(csvBook('Tên đơn vị;Đối tượng\r\nBản A;Bản'), REGISTER)).toBeNull();
  });

  it('tells the last visit up to a day, to a unit or to all, and models made and taken up', () => {
    expect(lastVisit(JOURNAL, 'bản a', '2025-12-31')?.day).toBe('2025-06-12');
    expect(lastVisit(JOURNAL, '', '2025-10-20')?.day).toBe('2025-10-20');
    expect(lastVisit(JOURNAL, '', '2025-10-19')).toBeNull();
    expect(lastVisit(JOURNAL, 'Bản A', '2025-06-11')).toBeNull();
    expect(modelsOf(JOURNAL, 'Bản B').taken.map(({ name }) => name)).toEqual(['Sổ tay số']);
    expect(modelsOf(JOURNAL, 'Bản A').own).toHaveLength(1);
  });
});
