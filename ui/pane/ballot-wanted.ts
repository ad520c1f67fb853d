/** What was typed in the table of candidates → what is recorded, or what is still to be counted. Pure. */

import type { Result } from '../../core/base/result.ts';
import {
  type Ballot,
  type BallotLine,
  entitled,
  type LineCount,
  type Papers,
  voteOnLine,
} from '../../core/council/ballot.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import { voteOutcome } from '../../core/council/votes.ts';
import type { BallotCast } from '../../session/council/ballot.ts';

export const COUNTED = ['inFavour', 'against', 'abstained'] as const;
export const COUNTED_NAMES = { inFavour: 'Đồng ý', against: 'Không đồng ý', abstained: 'Không ý kiến' } as const;

export const LINE_FIELDS = [...COUNTED, 'writtenInFavour', 'chair'] as const;

/** Texts of one line; '' = nothing typed. */
export interface LineTexts {
  readonly inFavour: string;
  readonly against: string;
  readonly abstained: string;
  readonly writtenInFavour: string;
  /** `yes` · `no`. */
  readonly chair: string;
}

export type LinePreview =
  | { readonly kind: 'empty' }
  /** Something is missing or cannot be right, in Vietnamese. */
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'counted';
      readonly count: LineCount;
      readonly result: 'passed' | 'failed' | 'no-quorum' | 'undecided';
      readonly sentence: string;
      /** It stands exactly at the threshold without the chair's word. */
      readonly chairDecides: boolean;
    };

/** How many votes a line can have: those entitled, and no more than there are valid papers. */
export function votesOf(ballot: Ballot, line: BallotLine, rule: VoteRule, papers: Papers): number {
  const { voters } = entitled(ballot, line, rule);
  return papers === null ? voters : Math.min(voters, papers.valid);
}

/** Empty fields count as 0 only where all votes are accounted for; otherwise an empty field is unknown. */
export function linePreview(
  ballot: Ballot,
  line: BallotLine,
  rule: VoteRule,
  papers: Papers,
  texts: LineTexts,
): LinePreview {
  const typed = COUNTED.map((field) => texts[field].trim());
  const writtenText = texts.writtenInFavour.trim();
  if ([...typed, writtenText].every((text) => text === '')) return { kind: 'empty' };
  if ([...typed, writtenText].some((text) => !/^\d{0,4}$/.test(text)))
    return { kind: 'wrong', message: 'Số phiếu phải là số nguyên không âm.' };
  const [inFavour = 0, against = 0, abstained = 0] = typed.map(Number);
  const left = votesOf(ballot, line, rule, papers) - inFavour - against - abstained;
  if (left > 0 && typed.includes('')) return { kind: 'wrong', message: `Còn ${left} phiếu chưa ghi.` };
  const { written } = entitled(ballot, line, rule);
  if (written > 0 && writtenText === '')
    return { kind: 'wrong', message: `Hãy ghi số đồng ý trong ${written} ý kiến bằng văn bản.` };
  const count: LineCount = {
    ...{ code: line.code, inFavour, against, abstained, writtenInFavour: Number(writtenText) },
    chairInFavour: null,
  };
  const open = voteOutcome(voteOnLine(ballot, line, rule, count, papers), rule);
  if (!open.ok) return { kind: 'wrong', message: open.refusal.message };
  const chairDecides = open.value.result === 'undecided';
  if (!chairDecides || texts.chair === '')
    return { kind: 'counted', count, result: open.value.result, sentence: open.value.sentence, chairDecides };
  const counted = { ...count, chairInFavour: texts.chair === 'yes' };
  const outcome = voteOutcome(voteOnLine(ballot, line, rule, counted, papers), rule);
  if (!outcome.ok) return { kind: 'wrong', message: outcome.refusal.message };
  return {
    kind: 'counted',
    count: counted,
    result: outcome.value.result,
    sentence: outcome.value.sentence,
    chairDecides,
  };
}

/** All lines that were typed, or a sentence that says what is missing. */
export function ballotWanted(
  lines: readonly BallotLine[],
  previews: ReadonlyMap<string, LinePreview>,
  chosen: { readonly rule: VoteRule; readonly papers: Result<Papers>; readonly who: string },
): Result<BallotCast> {
  const { rule, papers, who } = chosen;
  if (!papers.ok) return papers;
  const counts: LineCount[] = [];
  for (const { code, candidate } of lines) {
    const preview = previews.get(code);
    if (preview?.kind === 'wrong') return refused(`${candidate.unit}: ${preview.message}`);
    if (preview?.kind === 'counted') counts.push(preview.count);
  }
  if (counts.length === 0) return refused('Hãy ghi số phiếu cho ít nhất một ứng viên.');
  if (who.trim() === '') return refused('Hãy ghi họ tên người ghi kết quả biểu quyết.');
  return { ok: true, value: { counts, papers: papers.value, rule, who: who.trim() } };
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'incomplete', message } };
}
