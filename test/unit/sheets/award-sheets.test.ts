/**
 * The ledger of awards and the nominations, written and read back; what cannot be understood is refused with its row.
 */
import { describe, expect, it } from 'vitest';
import type { AwardCandidate } from '../../../core/judge/award/candidate.ts';
import type { Ledger } from '../../../core/judge/award/ledger.ts';
import type { Nomination } from '../../../core/judge/award/nomination.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { type Awards, readAwards, setAsideWords } from '../../../core/sheets/award-sheets.ts';
import { councilSheets } from '../../../core/sheets/council-book.ts';
import { point, runResult, scoreSheet } from './sample-run.ts';

const movement = findMovement('ta-ma-2023-2030')!;

function read(sheets: Iterable<NewSheet>, audiences = movement.audiences) {
  const book = readBook(newBook(sheets));
  if (!book.ok) throw new Error(book.refusal.message);
  return readAwards(book.value, audiences);
}

const sheetOf = (...rows: readonly (readonly (string | number)[])[]): NewSheet => ({
  name: 'Sổ',
  cells: rows.flatMap((row, at) =>
    row.map((value, column) => ({
      ...{ row: at, column },
      value:
        typeof value === 'number' ? { kind: 'number' as const, number: value } : { kind: 'text' as const, text: value },
    })),
  ),
});

describe('the sheets of awards', () => {
  const ledger: Ledger = [
    {
      ...{ unit: 'Bản Nà Đắng', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2024, round: 'Hằng năm' },
      ...{ achievement: 'dẫn đầu phong trào', decision: '12/QĐ-UBND', date: '2024-12-20' },
    },
    { unit: '=1+1', form: 'Giấy khen', year: null },
  ];
  const [first] = runResult([]).movement.audiences;
  const nominations: Nomination[] = [
    { name: 'Hộ ông Tư', audience: first!.kind, by: 'Xóm 3', achievement: 'hiến đất', outOfTurn: true },
  ];
  const candidate: AwardCandidate = {
    ...{
      round: 'yearly',
      quota: 'Q',
      form: 'Giấy khen',
      level: 'commune',
      unit: 'Bản Phiêng Cải',
      audience: 'village',
    },
    ...{
      subject: 'collective',
      outsider: false,
      state: 'proposed',
      cause: null,
      reason: 'Đủ tiêu chuẩn.',
      section: 'IV.3.1',
      places: 5,
      limit: '',
      rank: 1,
      share: 9900,
    },
    ...{ achievement: '', onBallot: true, nominatedBy: [], hasOtherDeed: false, overlap: null, granted: null },
  };

  it('survive the council’s workbook; a merely proposed candidate is not in the ledger', () => {
    const run = runResult([scoreSheet('Bản A', [point('1.1', 100)])]);
    const sheets = councilSheets(run, { ledger, nominations, candidates: [candidate] });
    const back = read(sheets, run.movement.audiences) as { ok: true; value: Awards };
    expect(back).toEqual({ ok: true, value: { ledger, nominations, aside: [] } });
  });

  it('survive it too where they put somebody forward whom the plan does not list', () => {
    const run = runResult([scoreSheet('Bản A', [point('1.1', 100)])]);
    const kinds = [...run.movement.audiences.map(({ kind }) => kind), 'outside-individual', 'outside-collective'];
    expect(run.movement.audiences.map(({ kind }) => kind)).not.toContain('outside-individual');
    const put = kinds.map(
      (audience): Nomination => ({ name: 'Minh Tâm', audience, by: 'Xóm 3', achievement: 'dạy dân', outOfTurn: false }),
    );
    const sheets = [...councilSheets(run, { ledger: [], nominations: put, candidates: [] })];
    expect(read(sheets, run.movement.audiences)).toMatchObject({ ok: true, value: { nominations: put, aside: [] } });
  });

  it('are known by the columns of other hands too, below a heading', () => {
    const book = sheetOf(
      ['SỔ THEO DÕI KHEN THƯỞNG'],
      ['TT', 'Tập thể, cá nhân', 'Hình thức khen thưởng', 'Năm khen', 'Quyết định số'],
      [1, 'Bản Pa Cá', 'Giấy khen', 'năm 2023', '05/QĐ-UBND'],
    );
    expect(read([book])).toEqual({
      ok: true,
      value: {
        ledger: [{ unit: 'Bản Pa Cá', form: 'Giấy khen', year: 2023, decision: '05/QĐ-UBND' }],
        nominations: [],
        aside: [],
      },
    });
  });

  it.each([
    ['Giấy khen', '2023-2025', '"2023-2025" không phải là một năm.'],
    ['Giấy khen', 'năm ngoái', '"năm ngoái" không phải là một năm.'],
    ['', '2024', 'thiếu hình thức khen.'],
  ])('set %s, %s aside by the row', (form, year, why) => {
    const book = sheetOf(['Tên', 'Hình thức khen', 'Năm'], ['Bản A', form, year]);
    const back = read([book]);
    expect(back).toMatchObject({ ok: true, value: { ledger: [], nominations: [] } });
    expect(back.ok && back.value.aside).toMatchObject([{ of: 'ledger', where: 'trang "Sổ", hàng 2', why }]);
  });

  it('keep a row that was set aside as it was written, beside its reason, until somebody mends it', () => {
    const sheet = sheetOf(
      ['Tên', 'Hình thức khen', 'Năm', 'Ngày quyết định', 'Thành tích'],
      ['Bản A', 'Giấy khen', '2023-2025', 45_981, '=1+1'],
      ['Bản B', 'Giấy khen', '2024', '', ''],
    );
    const put = sheetOf(['Tên', 'Đối tượng', 'Đơn vị đề cử'], ['Ông A', 'Phi hành gia', 'Bản B']);
    const first = read([sheet, { ...put, name: 'Danh sách' }]);
    if (!first.ok) throw new Error(first.refusal.message);
    const run = runResult([scoreSheet('Bản A', [point('1.1', 100)])]);
    const sheets = [...councilSheets(run, first.value)];
    const again = read(sheets, run.movement.audiences);
    if (!again.ok) throw new Error(again.refusal.message);
    const written = ({ aside }: Awards) => aside.map((row) => [row.of, row.written, row.why]);
    expect(first.value.aside.map(({ of }) => of)).toEqual(['ledger', 'nominations']);
    expect(written(again.value).slice(0, 1)).toEqual(written(first.value).slice(0, 1));
    expect(again.value.aside[1]?.written).toEqual(first.value.aside[1]?.written);
    expect(again.value.ledger).toEqual(first.value.ledger);
    const texts = sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
    );
    expect(texts).toContain('"2023-2025" không phải là một năm.');
  });

  it('set a row aside whose audience the movement has not, use the others, and refuse a workbook without them', () => {
    const odd = sheetOf(
      ['Tên', 'Đối tượng', 'Đơn vị đề cử'],
      ['Ông A', 'Phi hành gia', 'Bản B'],
      ['Ông C', 'Cá nhân', 'Bản D'],
    );
    const both = read([odd]);
    if (!both.ok) throw new Error(both.refusal.message);
    expect(both.value.nominations.map(({ name }) => name)).toEqual(['Ông C']);
    expect(both.value.aside.map(({ why }) => why)).toEqual([expect.stringMatching(/^đối tượng "Phi hành gia"/)]);
    expect(setAsideWords(both.value)).toMatch(/^chưa tính 1 dòng khen thưởng, đề cử \(trang "Sổ", hàng 2: .*\)\. Sửa/);
    expect(setAsideWords({ aside: [] })).toBeNull();
    expect(read([sheetOf(['Tên', 'Điểm'])])).toMatchObject({ ok: false, refusal: { code: 'awards' } });
  });
});
