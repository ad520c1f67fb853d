/**
 * Which phrase lists of the plan's reader still matter: each is taken out in turn, and the plans labelled by hand and
 * composed ones are read again until one reads otherwise. A list that changes none of them should go, unless a test of
 * its own needs it.
 */
import { extractPlan } from '../core/plan/extract-plan.ts';
import { LISTS, type Phrases } from '../core/plan/lexicon/phrases.ts';
import { DOCUMENTS } from '../test/fixtures/plan-grammar/documents.ts';
import { composedPlan } from '../test/fixtures/plan-grammar/plan.ts';
import { labelledPlans } from '../test/fixtures/plans.ts';
import { sized, table } from './measure.ts';

const LABELLED = labelledPlans('test/fixtures/plans').slice(0, sized(1000, 2));
const COMPOSED = Array.from({ length: sized(120, 1) }, (_, at) => composedPlan(at, DOCUMENTS[at % DOCUMENTS.length]));
const reading = (text: string): string => JSON.stringify(extractPlan(text));
/** Tries first the plan that parted the last list: neighbouring lists are often parted by the same plan. */
let plans = [...LABELLED, ...COMPOSED].map(({ text }) => ({ text, whole: reading(text) }));

function changesNothing({ byFirst, byLast }: Phrases): boolean {
  const maps = [byFirst, byLast] as Map<string, readonly (readonly string[])[]>[];
  const cleanMaps = maps.map((map) => [...map]);
  for (const map of maps) map.clear();
  const changedPlan = plans.find(({ text, whole }) => reading(text) !== whole);
  maps.forEach((map, at) => {
    for (const [key, list] of cleanMaps[at] ?? []) map.set(key, list);
  });
  if (changedPlan) plans = [changedPlan, ...plans.filter((plan) => plan !== changedPlan)];
  return changedPlan === undefined;
}

const lists = LISTS.slice(0, sized(LISTS.length, 3));
const idle = lists
  .filter(changesNothing)
  .map(({ byFirst }) => [...byFirst.values()].flat().map((entry) => entry.join(' ')));
const rows = idle.map((words) => [words.slice(0, 6).join(', ').replaceAll('|', '/'), words.length]);
process.stdout.write(`${table([`lists that change nothing: ${idle.length} of ${lists.length}`, 'phrases'], rows)}\n`);
