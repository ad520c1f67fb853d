/**
 * A plan while an officer reads it: its text, the findings in it, and what she corrected, took out and added. Pure:
 * every change returns a new draft.
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Unruled } from '../../core/dossier/propose/rule-of-mark.ts';
import type { PlanDeadline } from '../../core/plan/due/deadlines.ts';
import { accountOf, foundIn, type PlanReading } from '../../core/plan/extract-plan.ts';
import type { ScanFinding, ScanText } from '../../core/plan/file/scan/scan-text.ts';
import type { PlanQuota, PlanTarget } from '../../core/plan/finding.ts';
import { laidOut } from '../../core/plan/laid-out.ts';
import { readPlan } from '../../core/plan/read-plan.ts';
import { statedScoring } from '../../core/plan/scoring/stated-scoring.ts';
import type { PlanPeriod } from '../../core/plan/time/plan-period.ts';

interface Kinds {
  readonly target: PlanTarget;
  readonly quota: PlanQuota;
  readonly deadline: PlanDeadline;
}
export type FindingKind = keyof Kinds;

interface Held<K extends FindingKind> {
  /** `target-3`; stable whatever happens to the other findings. */
  readonly id: string;
  readonly kind: K;
  readonly value: Kinds[K];
  /** Origin of the content: the reader, the reader corrected by the officer, or the officer alone. */
  readonly state: 'found' | 'corrected' | 'added';
  /** Left out of the movement; stays in sight to be taken back. */
  readonly out: boolean;
}
/** A finding with its state. */
export type PlanFinding = Held<'target'> | Held<'quota'> | Held<'deadline'>;

export interface PlanDraft {
  /** Name of the file; '' = the text was pasted. */
  readonly file: string;
  readonly text: string;
  /** By kind, each in the order of the plan, what was added last. */
  readonly findings: readonly PlanFinding[];
  readonly movement: PlanReading['movement'];
  /** Offsets of figures that the officer dismissed as not belonging to the plan. */
  readonly dismissed: readonly number[];
  /** Of a plan that was recognised from pictures, else null. */
  readonly scan: PlanScan | null;
  /** The officer has settled the movement's period. */
  readonly isPeriodSettled: boolean;
  /** What rows of the plan's scale without a rule in words are taken for; absent = nobody has answered. */
  readonly unruled?: Unruled | undefined;
}

/** Numbers recognised from pictures, and which of them the officer compared with the picture. */
interface PlanScan extends Pick<ScanText, 'findings' | 'starts'> {
  /** Places in the text of the numbers and words that were confirmed. */
  readonly confirmed: readonly number[];
}

/** Nothing of it is confirmed yet. */
export function newScan({ findings, starts }: ScanText): PlanScan {
  return { findings, starts, confirmed: [] };
}

/** Reads the text of a plan. Refused with a sentence when it cannot be a plan. */
export function readDraft(file: string, text: string, scan: PlanDraft['scan'] = null): Result<PlanDraft> {
  const read = readPlan(text);
  if (!read.ok) return refuse('plan', read.reason);
  const { targets, quotas, deadlines, movement } = read.value;
  return done({
    file,
    text,
    findings: [
      ...targets.map((value, at) => ({ ...FOUND, id: `target-${at}`, kind: 'target' as const, value })),
      ...quotas.map((value, at) => ({ ...FOUND, id: `quota-${at}`, kind: 'quota' as const, value })),
      ...deadlines.map((value, at) => ({ ...FOUND, id: `deadline-${at}`, kind: 'deadline' as const, value })),
    ],
    movement,
    dismissed: [],
    isPeriodSettled: false,
    scan,
  });
}

const FOUND = { state: 'found', out: false } as const;

/** The draft's present findings in the shape of the reader's result. */
export function readingOf({ findings, movement, text, dismissed, isPeriodSettled }: PlanDraft): PlanReading {
  const laid = laidOut(text, movement.period);
  // Marks and classes are not corrected here: they come from the text alone.
  const scoring = statedScoring(laid);
  const standing = byKind(findings.filter(({ out }) => !out));
  const { leftovers, setAside, questions } = accountOf(laid, { ...byKind(findings), ...scoring });
  const isOpen = ({ offset }: { readonly offset: number }): boolean => !dismissed.includes(offset);
  const open = questions.filter(({ code }) => code !== 'period' || !isPeriodSettled);
  return {
    ...standing,
    ...scoring,
    movement,
    leftovers: leftovers.filter(isOpen),
    setAside: setAside.filter(isOpen),
    questions: open,
  };
}

function byKind(findings: readonly PlanFinding[]): Pick<PlanReading, 'targets' | 'quotas' | 'deadlines'> {
  return {
    targets: findings.flatMap((finding) => (finding.kind === 'target' ? [finding.value] : [])),
    quotas: findings.flatMap((finding) => (finding.kind === 'quota' ? [finding.value] : [])),
    deadlines: findings.flatMap((finding) => (finding.kind === 'deadline' ? [finding.value] : [])),
  };
}

/** Replaces the finding with the same id, else appends it. */
export function withFinding(draft: PlanDraft, finding: PlanFinding): PlanDraft {
  const isKnown = draft.findings.some(({ id }) => id === finding.id);
  const findings = isKnown
    ? draft.findings.map((planFinding) => (planFinding.id === finding.id ? finding : planFinding))
    : [...draft.findings, finding];
  return { ...draft, findings };
}

/** Findings left out of the movement, or taken back: several at once. */
export function takenOut(draft: PlanDraft, ids: readonly string[], out: boolean): PlanDraft {
  return {
    ...draft,
    findings: draft.findings.map((finding) => (ids.includes(finding.id) ? { ...finding, out } : finding)),
  };
}

/** Of another period, the findings nobody has touched are read anew: their years may be others. */
export function withMovement(draft: PlanDraft, movement: PlanReading['movement']): PlanDraft {
  const { from, to } = draft.movement.period;
  const { period } = movement;
  return period.from === from && period.to === to ? { ...draft, movement } : withPeriod({ ...draft, movement }, period);
}

/** The officer's answer to when the movement runs. */
export function withPeriod(draft: PlanDraft, period: PlanPeriod): PlanDraft {
  const { found } = foundIn(draft.text, period);
  const findings = draft.findings.map((finding) => (finding.state === 'found' ? readAgain(finding, found) : finding));
  return { ...draft, findings, movement: { ...draft.movement, period }, isPeriodSettled: true };
}

function readAgain(
  finding: PlanFinding,
  { targets, deadlines }: Pick<PlanReading, 'targets' | 'deadlines'>,
): PlanFinding {
  if (finding.kind === 'target') {
    const value = targets.find(({ figureOffset }) => figureOffset === finding.value.figureOffset);
    return { ...finding, value: value ?? finding.value };
  }
  if (finding.kind === 'quota') return finding;
  const value = deadlines.find(({ offset, what }) => offset === finding.value.offset && what === finding.value.what);
  return { ...finding, value: value ?? finding.value };
}

/** The one answer for all rows without a rule in words; undefined = taken back. */
export function withUnruled(draft: PlanDraft, unruled: Unruled | undefined): PlanDraft {
  return { ...draft, unruled };
}

/** Numbers that may have been misread and that nobody has compared with their picture, anywhere in the text. */
export function unsureIn({ scan }: Pick<PlanDraft, 'scan'>): readonly ScanFinding[] {
  const confirmed = new Set(scan?.confirmed);
  return (scan?.findings ?? []).filter(({ doubtful, offset }) => doubtful && !confirmed.has(offset));
}

/** An id no finding of the draft has. */
export function freeId({ findings }: PlanDraft, kind: FindingKind): string {
  return `${kind}-${1 + Math.max(-1, ...findings.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1))))}`;
}
