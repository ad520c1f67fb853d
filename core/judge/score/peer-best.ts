/**
 * SR-11, SR-36: the best value among the units and their average, for each peer criterion of a set. Figures in doubt do
 * not set the standard; what they may turn out to be bounds how far it can still move. Computed anew whenever a figure or decision changes.
 */

import { compare, type Quantity } from '../../base/quantity/quantity.ts';
import type { RuleFigure } from '../../movement/rules/value.ts';
import { partEntry } from '../../report/part-entry.ts';
import type { Entry, Report } from '../../report/report.ts';
import type { CompiledSet } from './compile-set.ts';
import type { Matters } from './matters.ts';
import type { Leaf, Node, PeerRange } from './measure.ts';
import { peerAverage } from './peer-average.ts';
import { entryValue, valueOfNumber } from './value.ts';

/** A competing report with its open flags. */
interface PeerReport {
  readonly report: Report;
  readonly matters: Matters | null;
}

/** Best values by full code of the criterion or part. A criterion none of whose figures is settled has none. */
export function peerBests(compiled: CompiledSet, reports: readonly PeerReport[]): ReadonlyMap<string, PeerRange> {
  const bests = new Map<string, PeerRange>();
  for (const criterion of compiled.criteria) {
    for (const path of peerLeaves(criterion.node)) {
      const range = rangeOf(criterion.code, path, criterion.criterion.direction === 'lower', reports);
      if (range) bests.set(path.leaf.code, range);
    }
  }
  return bests;
}

interface LeafPath {
  readonly leaf: Leaf;
  readonly entryOf: (entry: Entry | null) => Entry | null;
}

function peerLeaves(node: Node): LeafPath[] {
  if (node.kind === 'leaf') return node.peer ? [{ leaf: node, entryOf: (entry) => entry }] : [];
  return node.parts.flatMap((part) =>
    peerLeaves(part.node).map(({ leaf, entryOf }) => ({
      leaf,
      entryOf: (entry: Entry | null) => entryOf(partEntry(entry, node.code, part.code) ?? null),
    })),
  );
}

function rangeOf(code: string, path: LeafPath, lower: boolean, reports: readonly PeerReport[]): PeerRange | null {
  const isBetter = (x: Quantity, y: Quantity) => compare(x, y) > 0 !== lower;
  const better = <T extends Quantity>(x: T | null, y: T) => (x === null || isBetter(y, x) ? y : x);
  const { measure } = path.leaf;
  const settled: RuleFigure[] = [];
  /** Of each unit the hardest and the easiest figure it may come to, for the others. */
  const hardest: RuleFigure[] = [];
  const easiest: RuleFigure[] = [];
  let isBounded = true;
  for (const { report, matters } of reports) {
    const entry = report.entries.find((entry) => entry.criterion === code) ?? null;
    const matter = matters?.criteria.get(code);
    const value = entryValue(path.entryOf(entry), measure, matter?.consent ?? false);
    const doubtful = matter?.doubts.get(path.leaf.code) ?? matter?.doubts.get(code);
    const isSettled = !doubtful && !(matters && matters.report.length > 0);
    if (value.kind === 'figure' && isSettled) settled.push(value);
    if (value.kind === 'none' && !matter?.accepted && !matter?.ruling) isBounded = false;
    if (doubtful && !doubtful.candidates) isBounded = false;
    const candidates = (doubtful?.candidates ?? []).map((candidate) => valueOfNumber(candidate, measure));
    const may = [value, ...candidates].flatMap((value) => (value.kind === 'figure' ? [value] : []));
    const [first, ...others] = may;
    if (!first) continue;
    hardest.push(others.reduce(better, first));
    easiest.push(others.reduce((x, y) => (isBetter(x, y) ? y : x), first));
  }
  const [first, ...others] = settled;
  if (!first) return null;
  const best = others.reduce(better, first);
  const average = (figures: readonly RuleFigure[]) => peerAverage(figures, measure === 'percentage');
  const possible = hardest.reduce<RuleFigure | null>(better, null);
  return {
    ...{ best, average: average(settled) },
    possible: isBounded && possible !== null ? { best: possible, average: average(hardest) } : null,
    easiest: { best, average: isBounded ? average(easiest) : null },
  };
}
