/** Random books of reports of the five plans: some replaced, some blank, some beside the register. */
import fc from 'fast-check';
import { runReports } from '../../../core/judge/run/run.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import { criteriaSetFor } from '../../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import type { Entry, Report } from '../../../core/report/report.ts';
import { entry, no, number, read, report, unit, yes } from '../judge/score/sets.ts';

const YEARS: Readonly<Record<string, number>> = {
  'luc-ba-2024': 2024,
  'ta-ma-2023-2030': 2027,
  'tan-linh-2025': 2025,
  'tan-quang-2023-2025': 2025,
  'cat-ne-2024': 2024,
};

export const books = fc.record({
  movement: fc.nat(MOVEMENTS.length - 1),
  /** The ladder has no class for the least points: whoever has them is in none. */
  isOpenBelow: fc.boolean(),
  hasRegister: fc.constantFrom(true, true, true, false),
  senders: fc.array(
    fc.record({
      set: fc.nat(20),
      /** Reports of the unit in the order of the files: a blank form, or filled in, and its day in October. */
      sent: fc.array(fc.tuple(fc.constantFrom('blank', 'none', 'some', 'all'), fc.integer({ min: 1, max: 3 })), {
        maxLength: 3,
      }),
      listed: fc.boolean(),
      registered: fc.boolean(),
      /** Reception of plans, from units and private persons. */
      planned: fc.boolean(),
      returned: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});
type Book = typeof books extends fc.Arbitrary<infer T> ? T : never;

const nothing = read({ kind: 'missing' });

/** `none` = filled in, with nothing reached. */
function filled(set: CriteriaSet, how: 'blank' | 'none' | 'some' | 'all'): Entry[] {
  const [reached, answer] = how === 'none' ? [0, no] : [8, yes];
  return set.criteria.map(({ code, measure }, at) => {
    if (how === 'blank' || (how === 'some' && at % 2 === 0)) return entry(code, { value: nothing });
    return measure === 'percentage'
      ? entry(code, { numerator: number(reached), denominator: number(10), evidence: ['Báo cáo số 1/BC'] })
      : entry(code, { value: measure === 'yes-no' ? answer : number(reached / 2), evidence: ['Báo cáo số 2/BC'] });
  });
}

function movementOf({ movement: at, isOpenBelow }: Book): Movement {
  const movement = MOVEMENTS[at]!;
  if (!isOpenBelow) return movement;
  const criteriaSets = movement.criteriaSets.map((set) => ({
    ...set,
    classification: set.classification.filter(({ from }) => from > 0),
  }));
  return { ...movement, criteriaSets };
}

/** `planOf` = the plan of the book changed. */
export function factsOfBook(book: Book, planOf: (movement: Movement) => Movement = (movement) => movement) {
  const movement = planOf(movementOf(book));
  const year = YEARS[movement.id]!;
  const period = { kind: 'year', year } as const;
  const sets = movement.audiences.flatMap(({ kind }) => criteriaSetFor(movement, kind, period) ?? []);
  const units = book.senders.map((sender, at) => ({
    ...sender,
    set: sets[sender.set % sets.length]!,
    listed: sender.listed && book.hasRegister,
    name: `Tên riêng ${at}`,
  }));
  const files = units.flatMap(({ name, set, sent }) =>
    sent.map(([how, day], at) => {
      const own: Report = report(name, filled(set, how), {
        date: { date: `${year}-10-0${day}`, text: `0${day}/10/${year}`, cell: { sheet: 'Sheet1', address: 'A1' } },
        ...{ audience: set.audience, movement: movement.id, set: set.version, period: null },
        file: `${name} ${at}.xlsx`,
      });
      return { name: own.file, reports: [own], remarks: [], macros: false, externalLinks: [] };
    }),
  );
  const register = units
    .filter(({ listed }) => listed)
    .map(({ name, set, registered, planned }) =>
      unit(name, { audience: set.audience, registered, ...(planned ? { planReceived: `${year}-02-01` } : {}) }),
    );
  const context = {
    ...{ movement, period, asOf: `${year + 1}-01-10`, previous: null, observations: null },
    register: book.hasRegister ? register : null,
  };
  const decisions = units
    .filter(({ returned, sent }) => returned && sent.some(([how]) => how !== 'blank'))
    .map(({ name }, at) => ({
      ...{ id: `${at}`, who: 'Vì Thị Hoa', at: `${year}-11-26T08:00:00Z` },
      ...{ unit: name, flag: null, criterion: null, kind: 'return' as const, points: null, reason: 'Thiếu biên bản' },
    }));
  return { units, facts: gatherFacts(runReports({ ...context, files, decisions })) };
}
