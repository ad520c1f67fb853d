/** The table of all candidates to be voted on, from the present workbook, and recording the counts. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { headsOf } from '../../core/council/ancestry.ts';
import { type Ballot, ballotOf, type LineCount, type Papers } from '../../core/council/ballot.ts';
import { castBallot } from '../../core/council/cast-ballot.ts';
import type { VoteEntry } from '../../core/council/vote-log.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import { findTable } from '../book/own-tables.ts';
import { settingsActions } from '../book/settings-actions.ts';
import { performWhole } from '../host/outcome.ts';
import type { Host } from '../host/port.ts';
import { type BookOutcome, outcomeOf } from '../papers/outcome.ts';
import { VOTES } from '../record/council-tables.ts';
import { isFreeAtRight, sealsAfter } from '../record/sealed-rows.ts';
import { readVoteRules, voteRuleActions } from '../record/vote-rules.ts';
import { voteRowActions } from '../record/votes.ts';

export interface BallotCast {
  readonly counts: readonly LineCount[];
  readonly papers: Papers;
  /** Stored in the workbook under its name. */
  readonly rule: VoteRule;
  readonly who: string;
}

/** Changes nothing. Refused when no session is written down, or nobody can be voted on. */
export async function ballotIn(host: Host): Promise<Result<Ballot>> {
  const outcome = await outcomeOf(host, WHAT);
  return outcome.ok ? ballotFrom(outcome.value) : outcome;
}

const WHAT = 'bảng biểu quyết';

function ballotFrom({ facts, loaded }: BookOutcome): Result<Ballot> {
  const { movement, period, register } = facts.run;
  return ballotOf({
    candidates: facts.candidates,
    occasion: { movement: movement.id, period },
    register,
    session: facts.council?.session ?? null,
    members: loaded.council.members,
    votes: facts.council?.votes ?? [],
  });
}

/** Every line a sealed row of "Biểu quyết". The workbook is read anew: who may vote on whom is as it stands now. */
export async function recordBallot(
  host: Host,
  { counts, papers, rule, who }: BallotCast,
  at: string,
): Promise<Result<readonly VoteEntry[]>> {
  const outcome = await outcomeOf(host, WHAT);
  if (!outcome.ok) return outcome;
  const { book, settings, council } = outcome.value.loaded;
  const { votes } = council;
  if (!votes.ok) return votes;
  const ballot = ballotFrom(outcome.value);
  if (!ballot.ok) return ballot;
  const { rules, notes } = readVoteRules(book);
  // Rows that are not understood would be lost when the table is written.
  if (notes[0] !== undefined) return refuse('vote-rules', `${notes[0]} Hãy sửa hoặc xóa dòng đó rồi ghi lại.`);
  const standing = findTable(book, VOTES.table);
  const more = VOTES.columns.filter(({ name }) => standing && !standing.columns.includes(name)).length;
  if (standing && !isFreeAtRight(book, standing, more))
    return refuse('no-room', `Bên phải bảng ở trang "${standing.sheet}" có ô đã ghi: hãy dời đi rồi ghi lại.`);
  const cast = castBallot(votes.value.log, ballot.value, rule, { counts, papers }, { who, at });
  if (!cast.ok) return cast;
  const { log, entries } = cast.value;
  const voteSeals = sealsAfter(log, headsOf(log), settings.voteSeals ?? []);
  const written = await performWhole(
    host,
    'Biểu quyết',
    [
      ...voteRowActions(book, entries),
      ...voteRuleActions(book, rules, rule),
      ...settingsActions(book, { ...settings, voteSeals }),
    ],
    'Chưa ghi được kết quả biểu quyết.',
  );
  return written.ok ? done(entries) : written;
}
