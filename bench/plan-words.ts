/**
 * Which phrase lists of the plan's reader still matter: a list that changes the reading of no labelled and no composed
 * plan should go, unless a test of its own needs it. All lists not yet known to matter are taken out of a plan at once;
 * where its reading changes, halves of them are taken out until a single list is found that changes it alone. A plan that
 * reads the same clears them all, so that each list that changes nothing costs no reading of its own. Short texts come
 * first, as they name most lists at the least cost; after `SECONDS` (or the number in the command) it stops and says how many
 * texts it has read: a list named then is idle only in those.
 */
import { extractPlan } from '../core/plan/extract-plan.ts';
import { LISTS, type Phrases } from '../core/plan/lexicon/phrases.ts';
import { DOCUMENTS } from '../test/fixtures/plan-grammar/documents.ts';
import { KINDS, planOf } from '../test/fixtures/plan-grammar/kinds.ts';
import { composedPlan } from '../test/fixtures/plan-grammar/plan.ts';
import { labelledPlans } from '../test/fixtures/plans.ts';
import { random } from '../test/fixtures/random.ts';
import { sized, table } from './measure.ts';

const LABELLED = labelledPlans('test/fixtures/plans').slice(0, sized(1000, 2));
const KINDS_OF_WRITING = KINDS.slice(0, sized(1000, 1)).map(({ compose }) => ({ text: planOf(compose(random(1))) }));
const COMPOSED = Array.from({ length: sized(120, 1) }, (_, at) => composedPlan(at, DOCUMENTS[at % DOCUMENTS.length]));
/** Another plan first: the reader holds on to the tokens of the text it read last. */
function reading(text: string): string {
  extractPlan('I. CHỈ TIÊU\n1. Ít nhất 90% hộ dân có VNeID.\n');
  return JSON.stringify(extractPlan(text));
}

/** The reading of a text without some lists. */
function readingWithout(text: string, lists: readonly Phrases[]): string {
  const maps = lists.flatMap(
    ({ byFirst, byLast }) => [byFirst, byLast] as Map<string, readonly (readonly string[])[]>[],
  );
  const kept = maps.map((map) => [...map]);
  for (const map of maps) map.clear();
  const read = reading(text);
  maps.forEach((map, at) => {
    for (const [key, list] of kept[at] ?? []) map.set(key, list);
  });
  return read;
}

/** A list that changes the reading by itself; null = none is found, or only several together change it. */
function tellingList(text: string, whole: string, lists: readonly Phrases[]): Phrases | null {
  const [only] = lists;
  if (lists.length === 1) return only ?? null;
  const middle = lists.length >> 1;
  for (const half of [lists.slice(0, middle), lists.slice(middle)]) {
    const found = readingWithout(text, half) === whole ? null : tellingList(text, whole, half);
    if (found) return found;
  }
  return null;
}

const SECONDS = 300;
const seconds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? SECONDS);
const until = performance.now() + seconds * 1000;
const texts = [...LABELLED, ...KINDS_OF_WRITING, ...COMPOSED]
  .map(({ text }) => text)
  .sort((text, other) => text.length - other.length);
let read = 0;
const lists = LISTS.slice(0, sized(LISTS.length, 3));
const idle = new Set(lists);
for (const text of texts) {
  if (performance.now() > until) break;
  read++;
  const whole = reading(text);
  while (idle.size > 0 && performance.now() <= until && readingWithout(text, [...idle]) !== whole) {
    const found = tellingList(text, whole, [...idle]);
    if (!found) break;
    idle.delete(found);
  }
}
const rows = [...idle]
  .map(({ byFirst }) => [...byFirst.values()].flat().map((phrase) => phrase.join(' ')))
  .map((words) => [words.slice(0, 6).join(', ').replaceAll('|', '/'), words.length]);
process.stdout.write(
  `${table([`lists that change nothing: ${idle.size} of ${lists.length} (${read} of ${texts.length} texts read)`, 'phrases'], rows)}\n`,
);
