/**
 * Open error flags and the council's decisions of each report, by criterion. Indexed once for all reports; a report
 * without any has no entry and takes the fast path.
 */

import { groupBy } from '../../base/group-by.ts';
import type { Report } from '../../report/report.ts';
import { tableOf } from '../../report/table-of.ts';
import type { Decision } from '../flag/decision.ts';
import type { Flag } from '../flag/flag.ts';
import type { CompiledCriterion } from './compile-criterion.ts';
import type { Doubtful } from './measure.ts';

/** Facts about a criterion of a report beyond its figures. */
export interface Matter {
  /** Ids of the open flags that put its figure in doubt. */
  readonly flags: readonly string[];
  /** By full code of the criterion or part. */
  readonly doubts: ReadonlyMap<string, Doubtful>;
  /** The council set the points. */
  readonly ruling: Decision | null;
  /** The council let the figure stand as it is. */
  readonly accepted: boolean;
  /** The council agreed to the items left out (SR-24): it accepted the criterion itself, not only a flag. */
  readonly consent: boolean;
  /** Points the group that appraises puts to the council; they earn nothing by themselves. */
  readonly appraisal: Decision | null;
  /** Decisions whose points lie outside the criterion's: they decide nothing. */
  readonly refused: readonly Decision[];
}

export interface Matters {
  /** Ids of open flags that put the whole report in doubt. */
  readonly report: readonly string[];
  /** By criterion code. */
  readonly criteria: ReadonlyMap<string, Matter>;
  /** What the open flags are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

interface MatterIndex {
  readonly flags: ReadonlyMap<string, readonly Flag[]>;
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
}

/** Criteria of a set by code. */
type CriteriaByCode = ReadonlyMap<string, CompiledCriterion>;

export function indexMatters(flags: readonly Flag[], decisions: readonly Decision[]): MatterIndex {
  const open = flags.filter((flag) => flag.severity === 'error' && flag.doubt !== 'nothing');
  return {
    // A flag without a file holds for the unit wherever its report stands.
    flags: groupBy(open, ({ file, unit }) => (file === null ? `unit:${unit}` : `file:${file}`)),
    decisions: groupBy(decisions, ({ unit }) => unit),
  };
}

/** Everything open or decided about one report; null when there is nothing. */
export function mattersOf(index: MatterIndex, report: Report, unit: string, criteria: CriteriaByCode): Matters | null {
  const inFile = index.flags.get(`file:${report.file}`);
  const ofUnit = index.flags.get(`unit:${unit}`);
  const decisions = index.decisions.get(unit);
  if (!inFile && !ofUnit && !decisions) return null;
  const flags = [...(inFile ?? []).filter((flag) => standsIn(flag, report, unit)), ...(ofUnit ?? [])];
  const drafts = new Map<string, Draft>();
  const closed = decide(decisions ?? [], flags, criteria, drafts);
  const open = flags.filter((flag) => !closed.has(flag.id));
  for (const flag of open) if (flag.doubt === 'value') addDoubt(flag, criteria, drafts);
  const wholeReport = open.filter((flag) => flag.doubt === 'report').map((flag) => flag.id);
  if (wholeReport.length === 0 && drafts.size === 0) return null;
  return { report: wholeReport, criteria: drafts, names: new Map(open.map(({ id, name }) => [id, name])) };
}

/** Same file; the table tells the reports of one unit in it apart. */
function standsIn(flag: Flag, report: Report, unit: string): boolean {
  if (flag.table !== undefined && flag.table !== tableOf(report)) return false;
  if (flag.cell && !report.sheets.includes(flag.cell.sheet)) return false;
  return flag.unit === null || flag.unit === unit;
}

/** A matter while it is put together. */
interface Draft extends Matter {
  readonly flags: string[];
  readonly doubts: Map<string, Doubtful>;
  ruling: Decision | null;
  accepted: boolean;
  consent: boolean;
  appraisal: Decision | null;
  readonly refused: Decision[];
}

function draftOf(drafts: Map<string, Draft>, code: string): Draft {
  let draft = drafts.get(code);
  if (!draft) {
    const nothing = { ruling: null, accepted: false, consent: false, appraisal: null };
    draft = { flags: [], doubts: new Map(), ...nothing, refused: [] };
    drafts.set(code, draft);
  }
  return draft;
}

/** Candidates that are only what people may look at first prove nothing: 130 of 120 need be neither swapped nor all. */
function addDoubt(flag: Flag, criteria: CriteriaByCode, drafts: Map<string, Draft>): void {
  const code = criterionOf(flag.criterion, criteria);
  if (code === null || flag.criterion === null) return;
  const draft = draftOf(drafts, code);
  if (draft.consent || draft.ruling) return;
  draft.flags.push(flag.id);
  const known = draft.doubts.get(flag.criterion);
  const candidates = flag.isOneOf ? (flag.candidates ?? null) : null;
  // Two doubts about one figure: it may be what either says.
  const joined = !known ? candidates : known.candidates && candidates ? [...known.candidates, ...candidates] : null;
  draft.doubts.set(flag.criterion, { candidates: joined });
}

/** `1.2.a` → `1.2` when that is the criterion; null when the set has none such. */
export function criterionOf(code: string | null, criteria: { has(code: string): boolean }): string | null {
  for (let rest = code; rest !== null && rest !== ''; ) {
    if (criteria.has(rest)) return rest;
    const dot = rest.lastIndexOf('.');
    rest = dot < 0 ? null : rest.slice(0, dot);
  }
  return null;
}

/** Takes the decisions in their order, the later over the earlier; gives the ids of the flags they close. */
function decide(
  decisions: readonly Decision[],
  flags: readonly Flag[],
  criteria: CriteriaByCode,
  drafts: Map<string, Draft>,
): ReadonlySet<string> {
  const closed = new Set<string>();
  for (const decision of decisions) {
    const flag = decision.flag === null ? undefined : flags.find((flag) => flag.id === decision.flag);
    // A decision on a flag that is no longer raised decides nothing but points.
    if (decision.flag !== null && !flag && decision.kind !== 'adjust') continue;
    const code = criterionOf(decision.criterion ?? flag?.criterion ?? null, criteria);
    const draft = code === null ? null : draftOf(drafts, code);
    const setsPoints = decision.kind === 'adjust' || decision.kind === 'appraise';
    if (setsPoints && !fits(decision, code === null ? undefined : criteria.get(code))) {
      draft?.refused.push(decision);
      continue;
    }
    if (decision.kind === 'appraise') {
      if (draft) draft.appraisal = decision;
      continue;
    }
    const isClosing = decision.kind !== 'return';
    if (flag) {
      if (isClosing) closed.add(flag.id);
      else closed.delete(flag.id);
    }
    if (!draft) continue;
    if (decision.flag === null) draft.consent = decision.kind === 'accept';
    draft.accepted = decision.kind === 'accept';
    draft.ruling = decision.kind === 'adjust' ? decision : null;
  }
  return closed;
}

function fits(decision: Decision, criterion: CompiledCriterion | undefined): boolean {
  const { points } = decision;
  if (!criterion || points === null || !Number.isInteger(points)) return false;
  return points >= criterion.least && points <= criterion.most;
}
