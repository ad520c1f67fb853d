/**
 * Reading plans: precision, recall and F1 over plans labelled by hand and over composed plans, and the time for twenty
 * pages and for hostile text (processor time: other work does not count).
 */
import { extractPlan } from '../core/plan/extract-plan.ts';
import { readPlan } from '../core/plan/read-plan.ts';
import { HOSTILE_PIECES, hostileText } from '../test/fixtures/hostile-plans.ts';
import { DOCUMENTS } from '../test/fixtures/plan-grammar/documents.ts';
import { composedPlan } from '../test/fixtures/plan-grammar/plan.ts';
import { type LabelledPlan, labelledPlans, type PlanScore, rates, scorePlan } from '../test/fixtures/plans.ts';
import { median, sized, table } from './measure.ts';

const PLANS = labelledPlans('test/fixtures/plans').slice(0, sized(1000, 5));
/** New plans each day, the same all day, so that no test has seen them; documents of all kinds in turn. */
const SEED = Math.floor(Date.now() / 86_400_000) * 10_000;
const COMPOSED = Array.from({ length: sized(1000, DOCUMENTS.length) }, (_, at) =>
  composedPlan(SEED + at, DOCUMENTS[at % DOCUMENTS.length]),
);
const NAMES: readonly (readonly [keyof PlanScore, string, number])[] = [
  ['targets', 'targets: comparator, value, unit, part, horizon', 0.97],
  ['quotas', 'quotas: number, kind, part', 0.95],
  ['deadlines', 'deadlines: date, what', 0.95],
  ['identity', 'issuer, number, date, period', 0.95],
  ['subject', 'what a target is of', 0.95],
  ['qualifier', 'what narrows a share', 0.95],
  ['exclusion', 'what is left out of it', 0.95],
  ['round', 'round of a quota', 0.95],
  ['audiences', 'who competes', 0.95],
  ['standards', 'standards for commending', 0.95],
  ['phases', 'phases', 0.95],
];

function report(what: string, plans: readonly LabelledPlan[]): void {
  const scores = plans.map(({ text, labels }) => scorePlan(extractPlan(text), labels));
  const rows = NAMES.flatMap(([kind, name, wanted]) => {
    const { precision, recall, f1, labels } = rates(scores.map((score) => score[kind]));
    const row = [name, labels, precision.toFixed(3), recall.toFixed(3), f1.toFixed(3), `≥ ${wanted}`];
    return labels === 0 ? [] : [row];
  });
  process.stdout.write(`${table([`${plans.length} ${what}`, 'labels', 'P', 'R', 'F1', 'wanted'], rows)}\n\n`);
}
report('plans labelled by hand', PLANS);
report(`plans composed from seed ${SEED}`, COMPOSED);

function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A page of a plan has some 2,500 characters. */
const pages = PLANS.map(({ text }) => text)
  .join('\n')
  .slice(0, 50_000);
const times = Array.from({ length: sized(30, 1) }, (_, at) =>
  // Another text each time: the reader holds on to what it made of the last.
  processorTime(() => void extractPlan(`Trang ${at}\n${pages}`)),
);
process.stdout.write(
  `${table(
    ['twenty pages of text', 'ms of CPU', 'wanted'],
    [
      ['first', times[0]?.toFixed(0) ?? '', '–'],
      ['median of 30', median(times).toFixed(0), '≤ 100'],
    ],
  )}\n`,
);

/** What nobody writes: as long as is read, and far longer, which is refused. */
const [READ, REFUSED] = [sized(490_000, 10_000), 5_000_000];
const hostile = Object.entries(HOSTILE_PIECES).map(([what, piece]) => {
  const [read, refused] = [READ, REFUSED].map((length) => hostileText(piece, length));
  return [
    what,
    processorTime(() => void readPlan(read ?? '')).toFixed(0),
    processorTime(() => void readPlan(refused ?? '')).toFixed(0),
  ];
});
process.stdout.write(
  `\n${table(['hostile text, ms of CPU', '490 kB (read)', '5 MB (refused: over 200 pages)'], [...hostile, ['wanted', '–', '≤ 2000']])}\n`,
);
