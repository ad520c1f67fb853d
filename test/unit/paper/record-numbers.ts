/** The numbers of a record and of a text, so that a test can trace each number of a paper. */

import { periodName } from '../../../core/base/period/period.ts';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { sealNote, shortSeal } from '../../../core/council/last-seal.ts';
import { setsUsed } from '../../../core/judge/run/version-used.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { basesOn, PRINCIPLES, whyNoAmount } from '../../../core/paper/law.ts';

const TOKEN = /\d+(?:[.,]\d+)*/g;
const bare = (token: string) => token.replace(/^0+(?=\d)/, '');

export function numbersIn(text: string): readonly string[] {
  return (text.match(TOKEN) ?? []).map(bare);
}

/**
 * Every number of the record as a paper may print it: whole, as hundredths (points, shares), within texts and days; and
 * every count of it: how many rows a table has, how many of them agree in one field or in two.
 */
export function recordNumbers(facts: PaperFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (text: string) => {
    for (const token of numbersIn(text)) found.add(token);
  };
  const visit = (value: unknown): void => {
    if (typeof value === 'string') add(value);
    else if (typeof value === 'number') {
      add(formatNumber(value));
      if (Number.isInteger(value)) add(formatNumber(value / 100));
    } else if (Array.isArray(value)) {
      for (const count of countsOf(value)) add(String(count));
      for (const item of value) visit(item);
    } else if (value instanceof Map) visit([...value.values()]);
    else if (typeof value === 'object' && value !== null) {
      for (const item of Object.values(value)) visit(item);
    }
  };
  const { run, council } = facts;
  visit(facts);
  visit(run.reports.map(({ score }) => ({ name: score?.classification?.name })));
  add(setsUsed(run));
  visit(Object.values(basesOn(facts.settings.signedOn)));
  visit(PRINCIPLES);
  for (const day of [null, '2024-12-25']) visit(whyNoAmount(day));
  // Giấy khen to a collective: 0,6 of the base pay, rounded up to ten thousand (Điều 49, 54); a list's sum is so many
  // of them.
  const number = Math.ceil(((facts.settings.basePay ?? 0) * 6) / 100_000) * 10_000;
  for (let count = 1; count <= facts.candidates.length; count += 1) add(formatNumber(number * count));
  if (run.period) add(periodName(run.period));
  if (council?.session) add(shortSeal(council.session.hash));
  if (council)
    add(
      sealNote(
        council.entries.map(({ entry }) => entry),
        council.votes,
      ),
    );
  return found;
}

function countsOf(rows: readonly unknown[]): readonly number[] {
  const counts = new Set([rows.length]);
  const objects = rows.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
  const fields = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const simple = fields.filter((field) =>
    objects.some((row) => ['string', 'number', 'boolean'].includes(typeof row[field])),
  );
  for (const x of simple) {
    const distinct = new Set(objects.map((row) => row[x]));
    counts.add(distinct.size);
    for (const y of simple)
      for (const count of tally(objects.map((row) => JSON.stringify([row[x], row[y]]))).values()) counts.add(count);
  }
  return [...counts];
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
