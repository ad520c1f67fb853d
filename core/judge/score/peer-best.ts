/**
 * SR-11: the best value among the units, for each peer criterion of a set. Figures in doubt do not set the standard;
 * what they may turn out to be bounds how far it can still rise. Computed anew whenever a figure or decision changes.
 */

import { compare, type Quantity } from '../../base/quantity/quantity.ts';
import { partEntry } from '../../report/part-entry.ts';
import type { Entry, Report } from '../../report/report.ts';
import type { CompiledSet } from './compile-set.ts';
import type { Matters } from './matters.ts';
import type { Leaf, Node, PeerRange } from './measure.ts';
import { entryValue, valueOfNumber } from './value.ts';

/** One competing report with what is open about it. */
interface PeerReport {
  readonly report: Report;
  readonly matters: Matters | null;
}

/** Best values by full code of the criterion or part. A criterion none of whose figures is settled has none. */
export function peerBests(compiled: CompiledSet, reports: readonly PeerReport[]): ReadonlyMap<string, PeerRange> {
  const bests = new Map<string, PeerRange>();
  for (const one of compiled.criteria) {
    for (const path of peerLeaves(one.node)) {
      const range = rangeOf(one.code, path, one.criterion.direction === 'lower', reports);
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
  let best: Quantity | null = null;
  let possible: Quantity | null = null;
  let isBounded = true;
  const better = (x: Quantity | null, y: Quantity) => {
    if (x === null) return y;
    return compare(x, y) > 0 === lower ? y : x;
  };
  for (const { report, matters } of reports) {
    const entry = report.entries.find((one) => one.criterion === code) ?? null;
    const matter = matters?.criteria.get(code);
    const value = entryValue(path.entryOf(entry), path.leaf.measure, matter?.consent ?? false);
    const doubtful = matter?.doubts.get(path.leaf.code) ?? matter?.doubts.get(code);
    const isSettled = !doubtful && !(matters && matters.report.length > 0);
    if (value.kind === 'figure') {
      possible = better(possible, value);
      if (isSettled) best = better(best, value);
    } else if (value.kind === 'none' && !matter?.accepted && !matter?.ruling) {
      isBounded = false;
    }
    if (doubtful && !doubtful.candidates) isBounded = false;
    for (const one of doubtful?.candidates ?? []) {
      const candidate = valueOfNumber(one, path.leaf.measure);
      if (candidate.kind === 'figure') possible = better(possible, candidate);
    }
  }
  if (best === null) return null;
  return { best, possible: isBounded && possible !== null ? { best: possible } : null };
}
