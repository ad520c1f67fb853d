/**
 * Our forms, filled in as instructed, read back as typed without a flag: all bundled movements with every audience, the
 * dossiers proposed from the plans with every other audience, with years, halves, quarters and months; and the short
 * forms of a quarter.
 */
import { describe, expect, it } from 'vitest';
import { type Period, periodDays } from '../../../core/base/period/period.ts';
import { formGrid } from '../../../core/form/form-grid.ts';
import { formShape } from '../../../core/form/form-subject.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import { dueDay } from '../../../core/movement/due-day.ts';
import { followUpMovement } from '../../../core/movement/follow-up-movement.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { readReports } from '../../../core/report/read.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { drawn } from '../../draws.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import { formSheet } from '../../fixtures/form-sheet.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const PROPOSED = readPlans()
  .map(({ movement }) => movement)
  .filter((_, at) => at % drawn(3, 1) === 0);

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

const ALL = [...MOVEMENTS, ...PROPOSED].map((movement) => [movement.id, movement] as const);

/** Fills the form, reads it back, checks it: the report, and the flags as sentences. */
function filledIn(
  movement: Movement,
  set: CriteriaSet,
  at: number,
  period: Period,
  before?: ReadonlyMap<string, string>,
) {
  const unit = UNITS[at % UNITS.length] ?? '';
  const date = dueDay(movement, period)?.last ?? periodDays(period).to;
  const filled = correctReport(set, movement, unit, at + 1, { period, date });
  const book = readBook(newBook([formSheet(filled, undefined, before).sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  const file = readReports(book.value, { file: 'bieu.xlsx', movement, period });
  const [report] = file.reports;
  expect(file.reports).toHaveLength(1);
  expect(report).toMatchObject({ audience: set.audience, unit: { text: unit }, period: { period }, date: { date } });
  const context = { movement, period, asOf: null, register: null, previous: null, observations: null };
  // A unit that types a formula as its name gets that flag and no other.
  const found = checkFiles([file], context).flags.filter(
    ({ code }) => !(code === 'injected-formula' && unit.startsWith('=')),
  );
  return { report, filled, said: found.map(({ code, message }) => `${code}: ${message}`) };
}

/** Of proposed movements every other audience, in turns, because their forms are alike. */
const isTried = (movement: Movement, at: number) =>
  !PROPOSED.includes(movement) || movement.audiences.length === 1 || (PROPOSED.indexOf(movement) + at) % 2 === 0;

describe.each(ALL)('%s', (_, movement) => {
  const audiences = movement.audiences.map(({ kind }, at) => [kind, at] as const);
  it.each(audiences.filter(([, at]) => isTried(movement, at)))('%s', (audience, at) => {
    const period = periodOf(movement, at);
    const set = criteriaSetFor(movement, audience, period);
    if (!set) return;
    const { report, said } = filledIn(movement, set, at, period);
    expect(said).toEqual([]);
    const lines = formGrid(set, 'UBND xã', formShape(movement, audience)).rows.filter(({ kind }) => kind === 'line');
    expect(report?.layout.rows.size).toBe(lines.length);
  });
});

describe.each(ALL)('%s, month by month', (_, movement) => {
  const moving = followUpMovement(movement);
  // A plan's own scale may give all its marks by judgement.
  if (!moving)
    it('has no figure that could move', () => {
      for (const { kind } of movement.criteriaSets.flatMap(({ criteria }) => criteria.map(({ rule }) => rule)))
        expect(['yes-no', 'council-graded', 'levels', 'per-unit']).toContain(kind);
    });
  it.each((moving?.criteriaSets ?? []).map((set, at) => [`${set.audience} ${set.phase ?? ''}`, set, at] as const))(
    '%s',
    (__, set, at) => {
      if (!moving) throw new Error('nothing moves');
      const period: Period = { kind: 'quarter', year: Number(movement.period.to.slice(0, 4)), quarter: 3 };
      const own = criteriaSetFor(moving, set.audience, period);
      if (own !== set) return;
      const before = new Map(set.criteria.map(({ code }) => [code, '300/800 = 37,5 %\n(quý II năm 2025)']));
      const { report, filled, said } = filledIn(moving, set, at, period, before);
      expect(said).toEqual([]);
      for (const { code, measure } of set.criteria) {
        const entry = report?.entries.find(({ criterion }) => criterion === code);
        const { a, b, value } = filled.rows.get(code) ?? {};
        const read = measure === 'percentage' ? [entry?.numerator, entry?.denominator] : [entry?.value];
        expect(read.map((item) => item?.reading)).toEqual(
          (measure === 'percentage' ? [a, b] : [value]).map((number) => ({ kind: 'number', value: number })),
        );
      }
    },
  );
});
