/**
 * Scoring 100,000 reports × 30 criteria: our core; a hand-written loop over the same reports without reasons; the same
 * rules as spreadsheet formulas in HyperFormula (recalculation only, formulas are already parsed); json-rules-engine.
 * The slow contenders take a sample of the reports, so all figures are per report; every contender's total is checked
 * against the hand-written loop's.
 */
import { HyperFormula } from 'hyperformula';
import { Engine } from 'json-rules-engine';
import { compileSet } from '../core/judge/score/compile-set.ts';
import { scoreReport } from '../core/judge/score/score-report.ts';
import type { Movement } from '../core/movement/movement.ts';
import type { Reading, Report } from '../core/report/report.ts';
import { interleave, median, ratio, sized, type Timing, table, times } from './measure.ts';
import { BANDS, CRITERIA, FULL, KINDS, MAX, PER_UNIT, report, SET } from './score-data.ts';

const REPORTS = sized(100_000, 2_000);
/** Distinct reports: 1,000 are about 18 MB and do not fit the caches, 100 do. */
const WORKING_SETS = [sized(1_000, 20), sized(100, 10)] as const;
const SAMPLE = sized(1_000, 20);

const reports = Array.from({ length: WORKING_SETS[0] }, (_, n) => report(n));
let distinct: number = WORKING_SETS[0];
const at = (n: number): Report => reports[n % distinct]!;

const movement = {
  issuer: { commune: 'xã Ta Ma', district: null, province: 'tỉnh Điện Biên' },
  standards: [],
} as unknown as Movement;
const compiled = compileSet(SET, movement, null);

/** As scoreReports takes every report: totals at once, the reasons when somebody asks for them. */
function ours(count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += scoreReport(candidate(at(n)), null).totals.now.total;
  return sum;
}

const candidate = (of: Report) => ({ report: of, unit: of.file, entry: null, compiled, matters: null, observe: null });

/** What somebody would write by hand for exactly these rules: no reasons, no flags, no ranges. */
function byHand(count: number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) {
    const { entries } = at(n);
    for (let i = 0; i < CRITERIA; i++) {
      const entry = entries[i]!;
      const kind = KINDS[i]!;
      if (kind === 'yes-no') {
        if (entry.value!.reading.kind === 'yes') sum += MAX;
      } else if (kind === 'per-unit') {
        const reading = entry.value!.reading;
        if (reading.kind === 'number') sum += Math.min(reading.value * PER_UNIT.points, PER_UNIT.cap);
      } else {
        const a = entry.numerator!.reading;
        const b = entry.denominator!.reading;
        if (a.kind !== 'number' || b.kind !== 'number' || b.value === 0) continue;
        if (kind === 'bands') {
          for (const band of BANDS) {
            if (100 * a.value >= band.from * b.value) {
              sum += band.points;
              break;
            }
          }
        } else {
          const part = 100 * a.value;
          const whole = FULL * b.value;
          sum += part >= whole ? MAX : Math.floor((2 * MAX * part + whole) / (2 * whole));
        }
      }
    }
  }
  return sum;
}

/** Inputs in columns a, b of each criterion; one formula column a criterion; one total a row. */
function spreadsheet() {
  const name = (column: number) => {
    let text = '';
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
    }
    return text;
  };
  const formula = (row: number, i: number): string => {
    const a = `${name(2 * i)}${row + 1}`;
    const b = `${name(2 * i + 1)}${row + 1}`;
    switch (KINDS[i]!) {
      case 'yes-no':
        return `=IF(${a}=1,${MAX},0)`;
      case 'per-unit':
        return `=MIN(${a}*${PER_UNIT.points},${PER_UNIT.cap})`;
      case 'bands':
        return `=IF(100*${a}>=90*${b},500,IF(100*${a}>=80*${b},400,IF(100*${a}>=60*${b},250,100)))`;
      case 'proportional':
        return `=ROUND(MIN(1,100*${a}/(${FULL}*${b}))*${MAX},0)`;
    }
  };
  const inputs = (shift: number) => Array.from({ length: SAMPLE }, (_, n) => rawFigures(at(n + shift)));
  const first = 2 * CRITERIA;
  const rows = inputs(1).map((row, n) => [
    ...row,
    ...Array.from({ length: CRITERIA }, (_, i) => formula(n, i)),
    `=SUM(${name(first)}${n + 1}:${name(first + CRITERIA - 1)}${n + 1})`,
  ]);
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3', maxColumns: 200 });
  let turn = 0;
  return () => {
    // Another order of the reports each time, or nothing would have to be recalculated.
    engine.setCellContents({ sheet: 0, row: 0, col: 0 }, inputs(turn++));
    const points = engine.getRangeValues({
      start: { sheet: 0, row: 0, col: first },
      end: { sheet: 0, row: SAMPLE - 1, col: first + CRITERIA },
    });
    return points.reduce((sum, row) => sum + Number(row[CRITERIA]), 0);
  };
}

/** The raw figures of a report, a and b of each criterion; a tick is 0 or 1 of 1, a count stands in a. */
function rawFigures({ entries }: Report): number[] {
  return entries.flatMap(({ numerator, denominator, value }) => {
    const number = (reading: Reading | undefined) => (reading?.kind === 'number' ? reading.value : 0);
    if (numerator && denominator) return [number(numerator.reading), number(denominator.reading)];
    return value?.reading.kind === 'number' ? [value.reading.value, 1] : [value?.reading.kind === 'yes' ? 1 : 0, 1];
  });
}

/**
 * One rule a band or tick; ratios are a dynamic fact over the raw as the engine's manual does it; proportional and
 * per-unit points, which its conditions cannot express, are reckoned when their rule fires.
 */
function rulesEngine() {
  const engine = new Engine([], { allowUndefinedFacts: false });
  KINDS.forEach((kind, i) => {
    engine.addFact(`v${i}`, async (_params, almanac) => {
      const a = await almanac.factValue<number>(`a${i}`);
      return kind === 'yes-no' || kind === 'per-unit' ? a : (100 * a) / (await almanac.factValue<number>(`b${i}`));
    });
  });
  KINDS.forEach((kind, i) => {
    const rule = (fact: string, operator: string, value: number, params: object) =>
      engine.addRule({ conditions: { all: [{ fact, operator, value }] }, event: { type: `c${i}`, params } });
    if (kind === 'yes-no') rule(`v${i}`, 'equal', 1, { points: MAX });
    else if (kind === 'per-unit') rule(`v${i}`, 'greaterThanInclusive', 0, { per: `v${i}` });
    else if (kind === 'proportional') rule(`v${i}`, 'greaterThanInclusive', 0, { share: `v${i}` });
    else {
      BANDS.forEach((band, k) => {
        const conditions = [{ fact: `v${i}`, operator: 'greaterThanInclusive', value: band.from }];
        if (k > 0) conditions.push({ fact: `v${i}`, operator: 'lessThan', value: BANDS[k - 1]!.from });
        engine.addRule({ conditions: { all: conditions }, event: { type: `c${i}`, params: { points: band.points } } });
      });
    }
  });
  return async () => {
    let sum = 0;
    for (let n = 0; n < SAMPLE; n++) {
      const facts: Record<string, number> = {};
      const raw = rawFigures(at(n));
      for (let i = 0; i < CRITERIA; i++) {
        facts[`a${i}`] = raw[2 * i]!;
        facts[`b${i}`] = raw[2 * i + 1]!;
      }
      const { events, almanac } = await engine.run(facts);
      for (const { params } of events) {
        if (params!.points !== undefined) sum += Number(params!.points);
        else if (params!.per)
          sum += Math.min((await almanac.factValue<number>(params!.per)) * PER_UNIT.points, PER_UNIT.cap);
        else sum += Math.round(Math.min(1, (await almanac.factValue<number>(params!.share)) / FULL) * MAX);
      }
    }
    return sum;
  };
}

/** A contender that computes something else is no comparison; float rounding may move single hundredths. */
function demand(name: string, got: number, wanted: number, slack: number): void {
  if (Math.abs(got - wanted) > slack) throw new Error(`${name}: ${got} instead of ${wanted}`);
}

const perReport = (timing: Timing, count: number): Timing => ({
  name: timing.name,
  rounds: timing.rounds.map((time) => time / count),
});

async function compare(of: number): Promise<readonly (readonly string[])[]> {
  distinct = of;
  const recalculate = spreadsheet();
  const runRules = rulesEngine();
  const sampleTotal = byHand(SAMPLE);
  const fullTotal = byHand(REPORTS);
  const [own, hand, sheet, rules] = await interleave(
    [
      { name: 'core', run: () => demand('core', ours(REPORTS), fullTotal, 0) },
      { name: 'by hand', run: () => demand('by hand', byHand(REPORTS), fullTotal, 0) },
      { name: 'HyperFormula', run: () => demand('HyperFormula', recalculate(), sampleTotal, SAMPLE) },
      {
        name: 'json-rules-engine',
        run: async () => demand('json-rules-engine', await runRules(), sampleTotal, SAMPLE),
      },
    ],
    5,
  );
  const core = perReport(own!, REPORTS);
  console.error(`${of} distinct reports: core ${(median(core.rounds) * 1000).toFixed(1)} µs a report`);
  return [
    [`${of} distinct: HyperFormula recalculating ÷ core`, times(ratio(perReport(sheet!, SAMPLE), core)), '≥ 30'],
    [`${of} distinct: json-rules-engine ÷ core`, times(ratio(perReport(rules!, SAMPLE), core)), '≥ 30'],
    [
      `${of} distinct: core with reasons on demand ÷ hand-written loop`,
      times(ratio(core, perReport(hand!, REPORTS))),
      '≤ 3',
    ],
  ];
}

async function flatness(): Promise<readonly string[]> {
  distinct = WORKING_SETS[0];
  const [few, many] = await interleave(
    [
      { name: '1,000', run: () => Array.from({ length: 20 }, () => ours(1_000)) },
      { name: '100,000', run: () => ours(REPORTS) },
    ],
    5,
  );
  const growth = ratio(perReport(many!, REPORTS), perReport(few!, 20_000));
  return ['core at 100,000 reports ÷ core at 1,000', times(growth), 'flat: about 1'];
}

console.log(
  table(
    ['100,000 reports × 30 criteria, per report', 'ratio', 'wanted'],
    [...(await compare(WORKING_SETS[0])), ...(await compare(WORKING_SETS[1])), await flatness()],
  ),
);
