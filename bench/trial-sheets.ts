/** The trial behind trial-sheets.mjs: clean sheets read and judged, faults planted and looked for. */
import { type Composed, compose } from '../test/fixtures/grammar/compose.ts';
import { explain } from '../test/fixtures/grammar/explain.ts';
import { judge, type Verdict } from '../test/fixtures/grammar/judge.ts';
import { lookFor } from '../test/fixtures/grammar/plants/found.ts';
import { type Planter, planted, planterName } from '../test/fixtures/grammar/plants/planter.ts';
import { runComposed } from '../test/fixtures/grammar/run-composed.ts';
import { UNTABLED } from '../test/fixtures/grammar/untabled.ts';
import { CASES } from '../test/unit/judge/check/check-cases.ts';

type Print = (text: string) => void;

/**
 * `--seed` first seed, `--count` clean sheets, every second without the unit's own points and every tenth without a
 * header, `--plants` faults for each planter, `--code` the planters of a code alone, `--show` failures printed in full.
 */
export async function trial(args: readonly string[], print: Print): Promise<void> {
  const option = (name: string, usual: number): number => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? usual : Number(args[at + 1]);
  };
  const seed = option('seed', 1);
  const show = option('show', 10);
  await cleanSheets(seed, option('count', 2000), show, print);
  const code = args.indexOf('--code') < 0 ? null : args[args.indexOf('--code') + 1];
  const planters = CASES.flatMap((item) => item.planters).filter((planter) => code === null || planter.code === code);
  await plantedFaults(planters, { seed, count: option('plants', 20) }, show, print);
}

interface Group {
  failed: number;
  all: number;
}

async function cleanSheets(seed: number, count: number, show: number, print: Print): Promise<void> {
  const sum = { values: 0, right: 0, wrong: 0, unread: 0, flagged: 0, flags: 0, clean: 0, refused: 0 };
  const groups = new Map<string, Group>();
  const kinds = new Map<string, number>();
  const lines: string[] = [];
  for (let at = seed; at < seed + count; at++) {
    const arrangement = at % 10 === 9 ? UNTABLED[Math.floor(at / 10) % UNTABLED.length] : undefined;
    const fixed = { ...(at % 2 === 0 ? {} : { self: 'no' as const }), ...(arrangement ? { arrangement } : {}) };
    const composed = compose(at, { fixed });
    const verdict = judge(composed, await runComposed(composed));
    if (verdict.misses.length === verdict.values) sum.refused += 1;
    const silent = verdict.misses.filter(({ flagged }) => !flagged);
    sum.values += verdict.values;
    sum.right += verdict.values - verdict.misses.length;
    sum.wrong += silent.filter(({ kind }) => kind === 'wrong').length;
    sum.unread += silent.filter(({ kind }) => kind === 'unread').length;
    sum.flagged += verdict.misses.length - silent.length;
    sum.flags += verdict.flags.length;
    countKinds(kinds, verdict);
    const failed = isFailed(verdict);
    if (silent.length > 0) lines.unshift(explain(composed, verdict));
    else if (failed) lines.push(explain(composed, verdict));
    if (!failed) sum.clean += 1;
    addTo(groups, composed, failed);
  }
  print(`seed ${seed}, ${count} sheets, ${sum.values} values: ${((100 * sum.right) / sum.values).toFixed(2)} % right`);
  print(`wrong without a flag ${sum.wrong}, unread without a flag ${sum.unread}, missed but flagged ${sum.flagged}`);
  print(`refused whole ${sum.refused} (${((100 * sum.refused) / count).toFixed(2)} %)`);
  print(`error and warning flags a sheet ${(sum.flags / count).toFixed(4)}, sheets without any fault ${sum.clean}`);
  for (const [kind, times] of [...kinds].sort((x, y) => y[1] - x[1])) print(`  ${times} × ${kind}`);
  printGroups(groups, sum.clean / count, print);
  for (const line of lines.slice(0, show)) print(line);
}

function isFailed({ misses, flags }: Verdict): boolean {
  return misses.length > 0 || flags.length > 0;
}

/** Flags by their code, misses by how they went and what they are of. */
function countKinds(kinds: Map<string, number>, { misses, flags }: Verdict): void {
  const missed = misses.map(({ kind, what, flagged }) => {
    const of = /[a-z]+$/.exec(what)?.[0] ?? 'figure';
    return `${flagged ? 'flagged' : 'SILENT'} ${kind} ${of}`;
  });
  for (const kind of [...flags.map(({ code }) => `[${code}]`), ...missed]) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
}

function addTo(groups: Map<string, Group>, { choices, truth }: Composed, failed: boolean): void {
  const chosen = Object.entries(choices).map(([name, option]) => `${name}=${option}`);
  for (const key of [...chosen, `set=${truth.set.version}`]) {
    const group = groups.get(key) ?? { failed: 0, all: 0 };
    group.all += 1;
    group.failed += failed ? 1 : 0;
    groups.set(key, group);
  }
}

/** Choices that fail more often than sheets do on the whole. */
function printGroups(groups: ReadonlyMap<string, Group>, cleanShare: number, print: Print): void {
  const share = ({ failed, all }: Group): number => failed / all;
  const worse = [...groups].filter(([, group]) => group.failed > 0 && share(group) > 1.2 * (1 - cleanShare));
  for (const [key, group] of worse.sort((x, y) => share(y[1]) - share(x[1])).slice(0, 25)) {
    print(`  ${key}: ${group.failed} of ${group.all} fail`);
  }
}

interface Tries {
  readonly seed: number;
  /** For each planter. */
  readonly count: number;
}

async function plantedFaults(
  planters: readonly Planter[],
  { seed, count }: Tries,
  show: number,
  print: Print,
): Promise<void> {
  if (count === 0) return;
  const byCode = new Map<string, { found: number; all: number; others: number }>();
  const lines: string[] = [];
  for (const planter of planters) {
    const code = byCode.get(planter.code) ?? { found: 0, all: 0, others: 0 };
    byCode.set(planter.code, code);
    for (let at = 0; at < count; at++) {
      const { found, others, how } = await plantOne(planter, seed + at);
      code.all += 1;
      code.found += found ? 1 : 0;
      code.others += others;
      if (!found) lines.unshift(how);
      else if (others > 0) lines.push(how);
    }
  }
  for (const [code, { found, all, others }] of byCode) {
    print(`${code}: found ${found} of ${all} (${(found / all).toFixed(3)}), other flags ${others}`);
  }
  for (const line of lines.slice(0, show)) print(line);
}

async function plantOne(planter: Planter, seed: number) {
  const fault = await planted(planter, seed);
  const { found, others, flags } = await lookFor(planter, fault);
  const explanation = explain(fault.composed, { values: 0, misses: [], flags: found ? others : flags });
  return {
    found,
    others: others.length,
    how: `${planterName(planter)} ${found ? '' : `NOT FOUND on ${fault.criterion} `}${explanation}`,
  };
}
