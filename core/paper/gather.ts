/** The facts papers are made from, gathered from a run. */
import type { AwardCandidate } from '../award/candidate.ts';
import { ledgerOf } from '../award/ledger.ts';
import { type Selection, selectForAwards } from '../award/select.ts';
import { communeResult } from '../commune/commune.ts';
import type { RunResult } from '../run/run-result.ts';
import type { CouncilRecord, PaperFacts } from './facts.ts';
import { NO_SETTINGS, type PaperSettings } from './settings.ts';

export interface Gathered {
  readonly council?: CouncilRecord | null;
  readonly settings?: PaperSettings;
  /** Runs over earlier periods, earliest first. */
  readonly earlier?: readonly RunResult[];
}

export function gatherFacts(
  run: RunResult,
  { council = null, settings = NO_SETTINGS, earlier = [] }: Gathered = {},
): PaperFacts {
  const selections = selectForAwards({
    movement: run.movement,
    period: run.period,
    sheets: run.reports.flatMap(({ score }) => score ?? []),
    rankings: run.rankings,
    register: run.register,
    alreadyAwarded: ledgerOf(run.register),
  });
  return {
    run,
    candidates: selections.flatMap((one) => candidatesOf(run, one)),
    commune: communeResult({ result: run, earlier }),
    calendar: [],
    council,
    moneyOf: () => null,
    settings,
  };
}

function candidatesOf({ movement }: RunResult, selection: Selection): readonly AwardCandidate[] {
  const { quota } = selection;
  const award = movement.awards.find(({ code }) => code === quota.award);
  const states = [
    ...selection.chosen.map((unit) => ({ unit, state: 'proposed' as const, why: `${quota.text}.` })),
    ...[...selection.undecided, ...selection.qualified].map((unit) => ({
      unit,
      state: 'council' as const,
      why: 'Đủ điều kiện, Hội đồng chọn.',
    })),
    ...selection.waiting.map(({ unit, why }) => ({ unit, state: 'council' as const, why })),
    ...selection.excluded.map(({ unit, why }) => ({ unit, state: 'refused' as const, why })),
  ];
  return states.map(({ unit, state, why }) => ({
    round: quota.round,
    quota: quota.code,
    form: award?.name ?? quota.text,
    level: award?.level ?? null,
    unit: unit.unit,
    audience: unit.audience,
    subject: movement.audiences.find(({ kind }) => kind === unit.audience)?.subject ?? 'collective',
    outsider: false,
    state,
    reason: why,
    rank: unit.rank,
    share: unit.share,
    achievement: '',
  }));
}
