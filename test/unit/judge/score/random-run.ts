/**
 * Whole runs drawn at random: any bundled or small set, units with sound, impossible, missing, unread and 'not arising'
 * figures.
 */
import fc from 'fast-check';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import type { Decision } from '../../../../core/judge/flag/decision.ts';
import type { Flag } from '../../../../core/judge/flag/flag.ts';
import type { CriteriaSet, Criterion } from '../../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../../core/movement/movement.ts';
import type { RulePart } from '../../../../core/movement/rule.ts';
import { MOVEMENTS } from '../../../../core/movements/index.ts';
import type { Register } from '../../../../core/report/register.ts';
import type { Entry, Report } from '../../../../core/report/report.ts';
import {
  criterion,
  date,
  entry,
  level,
  movement,
  no,
  none,
  number,
  read,
  report,
  run,
  set,
  unit,
  yes,
} from './sets.ts';

export interface Drawn {
  readonly movement: Movement;
  readonly set: CriteriaSet;
  readonly reports: readonly Report[];
  readonly register: Register | null;
}

/** Rules that look at other criteria or other units, which no bundled set has. */
const SMALL = movement([
  set(
    [
      criterion('1', 400, { kind: 'proportional', full: 100 }, { notApplicable: 'zero' }),
      criterion('2', 300, { kind: 'yes-no' }, { notApplicable: 'zero' }),
      criterion('3', 200, { kind: 'peer' }, { gates: ['2'] }),
      criterion('4', 100, { kind: 'council-graded', by: 'council' }, { filledBy: 'appraiser' }),
      criterion('5', 100, { kind: 'per-unit', points: 50, cap: 100 }, { bonus: true }),
      criterion('6', 0, { kind: 'deduction', points: 100, cap: 200 }, { notApplicable: 'full' }),
    ],
    { bonusCap: 50 },
  ),
]);

const SETS = [...MOVEMENTS, SMALL].flatMap((item) =>
  item.criteriaSets.filter(({ scored }) => scored).map((own) => ({ movement: item, set: own })),
);

/** Small whole numbers that determine what is written; the same figures for every rule. */
const choices = fc.record({
  kind: fc.nat(19),
  a: fc.nat(60),
  b: fc.integer({ min: 1, max: 60 }),
  reason: fc.boolean(),
});
type Choice = typeof choices extends fc.Arbitrary<infer T> ? T : never;

const WIDEST = Math.max(...SETS.map((item) => item.set.criteria.length));

export const runs: fc.Arbitrary<Drawn> = fc
  .record({
    at: fc.nat(SETS.length - 1),
    rows: fc.array(fc.array(choices, { minLength: WIDEST, maxLength: WIDEST }), { minLength: 1, maxLength: 4 }),
    listed: fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
    hasRegister: fc.boolean(),
  })
  .map(({ at, rows, listed, hasRegister }) => {
    const { movement: own, set: asked } = SETS[at]!;
    const names = rows.map((_, index) => `Đơn vị số ${index + 1}`);
    const reports = rows.map((row, index) =>
      report(
        names[index]!,
        asked.criteria.flatMap((criterion, position) => drawEntry(criterion, row[position]!)),
        { audience: asked.audience, movement: own.id, set: asked.version, period: null },
      ),
    );
    const register = names.flatMap((name, index) => {
      if (listed[index] === 0) return [];
      const counts = listed[index]! > 2 ? { reportsAsked: 4, reportsInTime: listed[index]! - 1 } : {};
      const received = `${yearOf(asked, own)}-10-2${index}`;
      return [unit(name, { audience: asked.audience, registered: listed[index] !== 1, received, ...counts })];
    });
    return { movement: own, set: asked, reports, register: hasRegister && register.length > 0 ? register : null };
  });

/** A year the set holds for. */
export function yearOf(set: CriteriaSet, own: Movement): number {
  const phase = own.phases.find(({ code }) => code === set.phase);
  return Number((phase?.to ?? own.period.to).slice(0, 4));
}

const unread = read({ kind: 'text', text: 'nhiều' });

function drawEntry(criterion: Criterion, choice: Choice): Entry[] {
  const { kind, reason } = choice;
  if (kind === 0) return [];
  const line = reason ? { explanation: { text: 'Đơn vị không có nội dung này', cell: none.cell } } : {};
  const evidence = { evidence: kind === 1 ? [] : [`Báo cáo số ${choice.a}/BC-UBND`] };
  if (criterion.rule.kind === 'sum' || criterion.rule.kind === 'best') {
    const parts = criterion.rule.parts.map((part, at) => ({
      ...entry(part.code),
      ...figures(part, { ...choice, kind: kind === 4 ? 4 : (kind + 3 * at) % 20 }),
    }));
    return [entry(criterion.code, { parts, ...line, ...evidence } as Partial<Entry>)];
  }
  return [entry(criterion.code, { ...figures(criterion, choice), ...line, ...evidence } as Partial<Entry>)];
}

function figures(
  { measure, rule }: Pick<Criterion & RulePart, 'measure' | 'rule'>,
  { kind, a, b }: Choice,
): Partial<Entry> {
  if (kind === 2) return {};
  if (kind === 3) return { value: unread };
  if (kind === 4) return { value: none };
  switch (measure) {
    case 'percentage':
      if (kind === 5) return { numerator: number(0), denominator: number(0) };
      // More than all, or a typed ratio that is not a/b, now and then; mostly part of the whole, often the whole.
      if (kind === 6) return { numerator: number(b + a + 1), denominator: number(b) };
      if (kind === 7) return { numerator: number(Math.min(a, b)), denominator: number(b), value: number(150) };
      return { numerator: number(kind > 10 ? b : Math.min(a, b)), denominator: number(b) };
    case 'yes-no':
      return { value: kind > 7 ? yes : no };
    case 'level':
      return { value: rule.kind === 'levels' ? level(rule.levels[a % rule.levels.length]!.code) : unread };
    case 'date':
      return { value: date('2024-10-15') };
    default:
      return { value: number(kind === 5 ? -a : kind > 10 ? 60 : a) };
  }
}

export interface Ran extends ReturnType<typeof run> {
  readonly flags: readonly Flag[];
}

export function periodOf({ movement: own, set: asked }: Drawn) {
  return { kind: 'year', year: yearOf(asked, own) } as const;
}

/** Checked and scored as the program does it. */
export function ranOf(drawn: Drawn, decisions: readonly Decision[] = [], reports = drawn.reports): Ran {
  const { movement: own, register } = drawn;
  const period = periodOf(drawn);
  const files = reports.map((report) => ({
    name: report.file,
    reports: [report],
    remarks: [],
    macros: false,
    externalLinks: [],
  }));
  const context = { movement: own, period, asOf: null, register, previous: null, observations: null };
  const { flags } = checkFiles(files, context);
  return { ...run(own, reports, { flags, register, period, decisions }), flags };
}

export function decided(flag: Flag, kind: Decision['kind'], points: number | null): Decision {
  return {
    id: `d-${flag.id}`,
    flag: flag.id,
    unit: flag.unit ?? '',
    criterion: flag.criterion,
    kind,
    points,
    reason: 'Đã đối chiếu',
    who: 'Hội đồng',
    at: '2025-11-20T08:00:00+07:00',
  };
}
