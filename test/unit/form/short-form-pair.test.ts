/** The short form takes a share as `2/3`: for a lone whole number a flag names both possible meanings. */
import { describe, expect, it } from 'vitest';
import type { Period } from '../../../core/base/period/period.ts';
import { formShape } from '../../../core/form/form-subject.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { readReports } from '../../../core/report/read.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { formSheet } from '../../fixtures/form-sheet.ts';

/** The first bundled form that asks a household or a person for a share. */
function shortForm() {
  for (const movement of MOVEMENTS)
    for (const { kind } of movement.audiences) {
      const period: Period = { kind: 'year', year: Number(movement.period.to.slice(0, 4)) };
      const set = criteriaSetFor(movement, kind, period);
      const share = set?.criteria.find(({ measure, filledBy }) => measure === 'percentage' && filledBy === 'unit');
      if (set && share && formShape(movement, kind) === 'short') return { movement, set, period, code: share.code };
    }
  throw new Error('no short form asks for a share');
}

/** The flags of the cell for a share. */
function saidOf(typed: string): readonly string[] {
  const { movement, set, period, code } = shortForm();
  const date = dueDay(movement, period)?.last ?? `${movement.period.to}`;
  const filled = correctReport(set, movement, 'Bản Nà Đắng', 1, { period, date });
  const { a: _a, b: _b, ...entry } = filled.rows.get(code) ?? {};
  const rows = new Map(filled.rows).set(code, { ...entry, value: typed });
  const book = readBook(newBook([formSheet({ ...filled, rows }).sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  const file = readReports(book.value, { file: 'phieu.xlsx', movement, period });
  const context = { movement, period, asOf: null, register: null, previous: null, observations: null };
  return checkFiles([file], context)
    .flags.filter(({ criterion }) => criterion === code)
    .map((flag) => `${flag.code}: ${flag.message.replace(`Tiêu chí ${code}: `, '')}`);
}

describe('a share in one cell', () => {
  it('a bare whole number becomes a question', () => {
    expect(saidOf('3')).toEqual([
      'unit-mismatch: ghi 3 ở ô hỏi số đạt trên tổng số, có thể là 3 % hoặc 3 trên một tổng số chưa ghi (ghi như 2/3).',
    ]);
  });

  it.each(['2/3', '75 %', '66,7'])('%s is unambiguous', (typed) => {
    expect(saidOf(typed).filter((text) => text.startsWith('unit-mismatch'))).toEqual([]);
  });
});
