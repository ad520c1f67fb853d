/**
 * A criterion's rule over an entry: a tree of single rules under sums and bests, and what it comes to, with the range
 * that missing or doubtful parts leave. Knows nothing of people's decisions (judge.ts).
 */

import type { Points } from '../../base/quantity/points.ts';
import type { Criterion } from '../../movement/criteria-set.ts';
import { kindOf, type Measure, partsOf, type ScoringRule } from '../../movement/rule.ts';
import type { Composer } from '../../movement/rules/composer.ts';
import type { CompiledRule, PeerBest, RuleSetting } from '../../movement/rules/rule-kind.ts';
import type { Value } from '../../movement/rules/value.ts';
import { partEntry } from '../../report/part-entry.ts';
import type { Entry } from '../../report/report.ts';
import { selfOf } from './typed-points.ts';
import { entryValue, valueOfNumber } from './value.ts';

export interface Leaf {
  readonly kind: 'leaf';
  /** Full code: `1.2` or `1.2.a`. */
  readonly code: string;
  readonly measure: Measure;
  readonly max: Points;
  readonly unit: string;
  readonly rule: CompiledRule;
  readonly peer: boolean;
}

export interface Composed {
  readonly kind: 'composed';
  readonly code: string;
  readonly max: Points;
  readonly composer: Composer;
  readonly parts: readonly { readonly code: string; readonly node: Node }[];
}

export type Node = Leaf | Composed;

/** What the units set, and what it may still become while figures are in doubt: hardest and easiest for a unit. */
export interface PeerRange extends PeerBest {
  /** null = no bound: an unread figure of another unit may be anything. */
  readonly possible: PeerBest | null;
  readonly easiest: PeerBest;
}

/** A doubtful figure: what it may turn out to be, or null when anything. */
export interface Doubtful {
  readonly candidates: readonly number[] | null;
}

export interface MeasureSetting {
  readonly peers: ReadonlyMap<string, PeerRange> | null;
  readonly consent: boolean;
  /** By full code of the criterion or part. */
  readonly doubts: ReadonlyMap<string, Doubtful> | null;
  /** SR-25: the observed value that counts instead of the unit's. */
  readonly observed: Value | null;
}

export interface CriterionOutcome {
  /** Points of the figures as they stand; null = some figure cannot be scored. */
  readonly computed: Points | null;
  readonly low: Points;
  readonly high: Points;
  /** Applicable maximum; 0 when not applicable and dropped. */
  readonly max: Points;
  readonly notApplicable: boolean;
}

export function compileNode(code: string, rule: ScoringRule, measure: Measure, setting: RuleSetting): Node {
  const { score } = kindOf(rule);
  if (typeof score === 'object') {
    return {
      kind: 'composed',
      code,
      max: setting.max,
      composer: score,
      parts: partsOf(rule).map((part) => ({
        code: part.code,
        node: compileNode(`${code}.${part.code}`, part.rule, part.measure, {
          ...setting,
          max: part.maxPoints,
          unit: part.measure === 'percentage' ? '%' : '',
        }),
      })),
    };
  }
  const compiled = score(rule, setting);
  return {
    kind: 'leaf',
    code,
    measure,
    max: setting.max,
    unit: setting.unit,
    rule: compiled,
    peer: compiled.peer === true,
  };
}

/** Points and range of an entry under a rule. */
export function measureNode(
  node: Node,
  entry: Entry | null,
  policy: Criterion['notApplicable'],
  setting: MeasureSetting,
): CriterionOutcome {
  if (node.kind === 'composed') return measureComposed(node, entry, policy, setting);
  const value = setting.observed ?? entryValue(entry, node.measure, setting.consent);
  const doubtful = setting.doubts?.get(node.code);
  if (doubtful) return measureDoubtful(node, value, doubtful, setting);
  if (value.kind === 'not-applicable') return notApplicable(policy, node.max, node.rule.least);
  // A deduction left blank deducts nothing; unless the unit itself took points off, and only the figure is not there.
  if (node.rule.least < 0 && value.kind === 'none' && value.blank && !selfOf(entry)) return DEDUCTS_NOTHING;
  if (!node.peer) {
    const points = node.rule.points(value, null);
    return points === null
      ? { computed: null, low: node.rule.least, high: topOf(node), max: node.max, notApplicable: false }
      : { computed: points, low: points, high: points, max: node.max, notApplicable: false };
  }
  return measurePeer(node, value, setting);
}

const DEDUCTS_NOTHING: CriterionOutcome = { computed: 0, low: 0, high: 0, max: 0, notApplicable: false };

function topOf(leaf: Leaf): Points {
  return leaf.rule.least < 0 ? 0 : leaf.max;
}

function measurePeer(leaf: Leaf, value: Value, setting: MeasureSetting): CriterionOutcome {
  const peer = setting.peers?.get(leaf.code) ?? null;
  const points = leaf.rule.points(value, peer);
  if (points === null || !peer) {
    return { computed: null, low: 0, high: leaf.max, max: leaf.max, notApplicable: false };
  }
  const low = peer.possible ? (leaf.rule.points(value, peer.possible) ?? 0) : 0;
  const high = leaf.rule.points(value, peer.easiest) ?? leaf.max;
  return {
    ...{ computed: points, low: Math.min(low, points), high: Math.max(high, points) },
    ...{ max: leaf.max, notApplicable: false },
  };
}

/**
 * A figure in doubt may lead to any points of the rule. Only where the cell itself narrows it to certain figures
 * (candidates) are the points those of a candidate; an impossible candidate (over 100 %, below 0) opens the whole range
 * again.
 */
function measureDoubtful(leaf: Leaf, value: Value, doubtful: Doubtful, setting: MeasureSetting): CriterionOutcome {
  const peer = leaf.peer ? (setting.peers?.get(leaf.code) ?? null) : null;
  const computed = leaf.rule.points(value, peer);
  let low = leaf.rule.least;
  let high = topOf(leaf);
  const { candidates } = doubtful;
  if (candidates && candidates.length > 0 && candidates.every((candidate) => isPossible(candidate, leaf.measure))) {
    const values: Value[] = candidates.map((candidate) => valueOfNumber(candidate, leaf.measure));
    if (computed !== null) values.push(value);
    const lows = values.map((value) => leaf.rule.points(value, peer?.possible ?? null));
    const highs = values.map((value) => leaf.rule.points(value, peer?.easiest ?? null));
    // A candidate the rule cannot score, or an unbounded peer, leaves the whole range on that side.
    if (!lows.includes(null)) low = Math.min(...lows.map((points) => points ?? 0));
    if (!highs.includes(null)) high = Math.max(...highs.map((points) => points ?? 0));
  }
  return { computed, low, high, max: leaf.max, notApplicable: false };
}

function isPossible(figure: number, measure: Measure): boolean {
  return measure === 'percentage' ? figure >= 0 && figure <= 100 : measure === 'rate' || figure >= 0;
}

function measureComposed(
  node: Composed,
  entry: Entry | null,
  policy: Criterion['notApplicable'],
  setting: MeasureSetting,
): CriterionOutcome {
  if (setting.doubts?.get(node.code)) {
    const { computed } = measureComposed(node, entry, policy, { ...setting, doubts: null });
    return { computed, low: 0, high: node.max, max: node.max, notApplicable: false };
  }
  if (allParts(entry, 'not-applicable')) return notApplicable(policy, node.max, 0);
  const all = node.parts.map((part) =>
    measureNode(part.node, partEntry(entry, node.code, part.code) ?? null, policy, setting),
  );
  const parts = node.composer.anyOf ? all.filter((_, at) => !isUntold(node, at, entry, setting)) : all;
  const outcomes = parts.some(({ computed }) => computed !== null) ? parts : all;
  const max = node.composer.maximum(
    outcomes.map((outcome) => outcome.max),
    node.max,
  );
  const join = (points: readonly Points[]) => node.composer.combine(points, max);
  const open = outcomes.some((outcome) => outcome.computed === null);
  return {
    computed: open ? null : join(outcomes.map((outcome) => outcome.computed ?? 0)),
    low: join(outcomes.map((outcome) => outcome.low)),
    high: join(outcomes.map((outcome) => outcome.high)),
    max,
    notApplicable: false,
  };
}

/** The alternative is blank and no flag asks about it. */
function isUntold(node: Composed, at: number, entry: Entry | null, { doubts, consent }: MeasureSetting): boolean {
  const part = node.parts[at];
  if (part?.node.kind !== 'leaf' || doubts?.has(part.node.code)) return false;
  const value = entryValue(partEntry(entry, node.code, part.code), part.node.measure, consent);
  return value.kind === 'none' && value.blank;
}

function allParts(entry: Entry | null, kind: 'not-applicable'): boolean {
  if (!entry) return false;
  const own = entry.value?.reading.kind === kind;
  const parts = entry.parts ?? [];
  return parts.length === 0 ? own : parts.every((part) => part.value?.reading.kind === kind);
}

function notApplicable(policy: Criterion['notApplicable'], max: Points, least: Points): CriterionOutcome {
  if (least < 0) return { computed: 0, low: 0, high: 0, max, notApplicable: true };
  const points = policy === 'full' ? max : 0;
  const isDropped = policy === 'drop' || policy === 'drop-confirmed';
  return { computed: points, low: points, high: points, max: isDropped ? 0 : max, notApplicable: true };
}
