/** Scores, ranks and weighs the open flags of a whole set of reports. */

import { groupBy } from '../../base/group-by.ts';
import type { Period } from '../../base/period/period.ts';
import { inNameOrder } from '../../base/text/name-order.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import type { Movement } from '../../movement/movement.ts';
import type { Observation } from '../../portal/indicator/observation.ts';
import { commonPeriod } from '../../report/common-period.ts';
import { unitName } from '../../report/match-unit.ts';
import type { Register } from '../../report/register.ts';
import type { Report } from '../../report/report.ts';
import type { Decision } from '../flag/decision.ts';
import type { Flag } from '../flag/flag.ts';
import { type CompiledSet, compileSet } from '../score/compile-set.ts';
import { indexMatters, mattersOf } from '../score/matters.ts';
import type { PeerRange } from '../score/measure.ts';
import { indexObservations } from '../score/observed.ts';
import { peerBests } from '../score/peer-best.ts';
import { rankStandings } from '../score/rank.ts';
import { type Candidate, scoreReport, sheetOf } from '../score/score-report.ts';
import type { Impact, RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import { impactsOf } from './impact.ts';
import { latestOf } from './latest.ts';

export interface ScoreInput {
  readonly movement: Movement;
  readonly reports: readonly Report[];
  readonly flags: readonly Flag[];
  readonly register: Register | null;
  /** null = the period that most reports name. */
  readonly period: Period | null;
  readonly decisions?: readonly Decision[];
  readonly observations?: readonly Observation[] | null;
}

export interface ScoreOutput {
  /**
   * A score sheet for each report, in the order of the reports; reports of an audience without a criteria set have
   * none.
   */
  readonly sheets: readonly ScoreSheet[];
  /** Per audience in the movement's order, then per bloc; best first. A unit with several reports stands once, with its latest. */
  readonly rankings: readonly RankedUnit[];
  /** An impact for every open error flag of a ranked report. */
  readonly impacts: readonly Impact[];
}

export function scoreReports(input: ScoreInput): ScoreOutput {
  const period = input.period ?? commonPeriod(input.reports, input.movement);
  const candidates = candidatesOf(input, period);
  const ranked = new Set(latestOf(candidates, keyOf, dayOf));
  const peers = peersOf([...ranked]);
  const scored = candidates.map((candidate) => scoreReport(candidate, peers.get(peerKey(candidate)) ?? null));
  const standings = groupBy(
    scored.filter(({ candidate }) => ranked.has(candidate)),
    ({ compiled, candidate }) => JSON.stringify([compiled.set.audience, candidate.entry?.bloc ?? null]),
  );
  const groups = [...standings]
    .map(([key, list]) => ({ ...fieldOf(key), list }))
    .sort((x, y) => orderOf(input.movement, x) - orderOf(input.movement, y) || inNameOrder(x.bloc ?? '', y.bloc ?? ''));
  return {
    sheets: scored.map(sheetOf),
    rankings: groups.flatMap(({ audience, bloc, list }) => rankStandings(list, audience, bloc)),
    impacts: impactsOf(
      input.movement,
      period,
      groups.map(({ list }) => list),
    ),
  };
}

/** Units that are ranked among each other: those of an audience, or of one bloc of it. */
function fieldOf(key: string): { readonly audience: string; readonly bloc?: string } {
  const [audience, bloc] = JSON.parse(key) as [string, string | null];
  return { audience, ...(bloc === null ? {} : { bloc }) };
}

function orderOf(movement: Movement, { audience }: { readonly audience: string }): number {
  const at = movement.audiences.findIndex((listed) => listed.kind === audience);
  return at < 0 ? movement.audiences.length : at;
}

function candidatesOf(input: ScoreInput, period: Period | null): Candidate[] {
  const { movement, register, flags, decisions = [], observations } = input;
  const sets = new Map<string, CompiledSet | null>();
  const entries = new Map((register ?? []).map((unit) => [unit.name, unit] as const));
  const index = indexMatters(flags, decisions);
  const observe = observations ? indexObservations(observations, register) : null;
  const candidates: Candidate[] = [];
  for (const report of input.reports) {
    const key = `${report.set}|${report.audience}`;
    let compiled = sets.get(key);
    if (compiled === undefined) {
      const set = setOfReport(movement, report, period);
      compiled = set ? compileSet(set, movement, period) : null;
      sets.set(key, compiled);
    }
    if (!compiled) continue;
    const unit = unitName(report, register);
    const entry = entries.get(unit) ?? null;
    const matters = mattersOf(index, report, unit, compiled.byCode);
    candidates.push({ report, unit, entry, compiled, matters, observe: observe ? observe(unit, entry, period) : null });
  }
  return candidates;
}

function keyOf({ compiled, unit }: Candidate): string {
  return `${compiled.set.audience}|${unit}`;
}

function dayOf({ report }: Candidate): string {
  return report.date?.date ?? '';
}

/** The best and the average of a bloc are those of its own units. */
function peerKey({ compiled, entry }: Candidate): string {
  return JSON.stringify([compiled.set.version, compiled.set.audience, entry?.bloc ?? null]);
}

function peersOf(ranked: readonly Candidate[]): ReadonlyMap<string, ReadonlyMap<string, PeerRange>> {
  const groups = groupBy(
    ranked.filter(({ compiled }) => compiled.peer),
    peerKey,
  );
  return new Map(
    [...groups].flatMap(([key, list]) => (list[0] ? [[key, peerBests(list[0].compiled, list)] as const] : [])),
  );
}
