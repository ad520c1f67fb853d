/**
 * Every form we can send out, filled in as asked, is read back as what was typed and gives no flag: all bundled
 * movements and the dossiers proposed from the plans, every audience, with years, halves, quarters and months.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/check/check.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { formGrid } from '../../../core/form/form-grid.ts';
import { formShape } from '../../../core/form/form-subject.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { type Period, periodDays } from '../../../core/period/period.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readReports } from '../../../core/report/read.ts';
import { newBook, readBook } from '../../../core/workbook/file.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { formSheet } from '../../fixtures/form-sheet.ts';
import { labelledPlans } from '../../fixtures/plans.ts';

const PROPOSED = labelledPlans().map(({ text }) => proposeMovement(extractPlan(text), { year: 2026 }));

/** One kind of period after another, in the movement's last year. */
function periodOf({ period }: Movement, at: number): Period {
  const year = Number(period.to.slice(0, 4));
  const kinds: readonly Period[] = [
    { kind: 'year', year },
    { kind: 'quarter', year, quarter: 4 },
    { kind: 'half', year, half: 2 },
    { kind: 'month', year, month: 11 },
  ];
  return kinds[at % kinds.length] as Period;
}

/** Names as units bear them, and as hostile hands type them. */
const UNITS = [
  'Bản Nà Đắng',
  '=HYPERLINK("http://x","Bản A")',
  'Thôn 3/../../x',
  '<b>Tổ dân phố 4</b>',
  "Trường '1' & [2]",
];

describe.each([...MOVEMENTS, ...PROPOSED].map((movement) => [movement.id, movement] as const))('%s', (_, movement) => {
  it.each(movement.audiences.map(({ kind }, at) => [kind, at] as const))('%s', (audience, at) => {
    const period = periodOf(movement, at);
    const set = criteriaSetFor(movement, audience, period);
    if (!set) return;
    const unit = UNITS[at % UNITS.length] ?? '';
    const date = dueDay(movement, period)?.last ?? periodDays(period).to;
    const filled = correctReport(set, movement, unit, at + 1, { period, date });
    const book = readBook(newBook([formSheet(filled).sheet]));
    if (!book.ok) throw new Error(book.refusal.message);
    const file = readReports(book.value, { file: 'bieu.xlsx', movement, period });
    const [report] = file.reports;
    expect(file.reports).toHaveLength(1);
    expect(report).toMatchObject({ audience, unit: { text: unit }, period: { period }, date: { date: filled.date } });
    const context = { movement, period, asOf: null, register: null, previous: null, observations: null };
    const checked = checkFiles([file], context);
    // A unit that types a formula as its name is told so; nothing else is found.
    const found = checked.flags.filter(({ code }) => !(code === 'injected-formula' && unit.startsWith('=')));
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const lines = formGrid(set, formShape(movement, audience)).rows.filter(({ kind }) => kind === 'line');
    expect(report?.layout.rows.size).toBe(lines.length);
  });
});
