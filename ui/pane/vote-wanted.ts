/**
 * From the typed texts of a vote to the vote and its rule, or a sentence that says what is missing or cannot be right.
 * Pure.
 */

import type { Result } from '../../core/base/result.ts';
import type { Papers } from '../../core/council/ballot.ts';
import {
  choicesOf,
  isProposal,
  ofChoices,
  RULE_WORDS,
  type RuleChoices,
  readShare,
  shareText,
} from '../../core/council/rule-words.ts';
import { DEFAULT_VOTE_RULES, shareOfPercent, type VoteRule } from '../../core/council/vote-rule.ts';
import { type Vote, type VoteOutcome, voteOutcome } from '../../core/council/votes.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { VoteTexts } from './vote-texts.ts';

/** The rule as typed; refused with what is missing. */
export function ruleTyped(texts: VoteTexts): Result<VoteRule> {
  const name = texts.ruleName.trim();
  if (name === '') return refused('Hãy đặt tên cho quy tắc biểu quyết, ví dụ theo hình thức khen thưởng.');
  const quorum = texts.ruleQuorum.trim() === '' ? null : readShare(texts.ruleQuorum);
  if (quorum === null && texts.ruleQuorum.trim() !== '') return refused(shareFault('Tham gia ít nhất'));
  const threshold = readShare(texts.ruleThreshold);
  if (threshold === null) return refused(shareFault('Mức đồng ý'));
  const choices = choicesTyped(texts);
  if (choices === null) return refused('Hãy chọn đủ các mục của quy tắc biểu quyết.');
  const source = texts.ruleSource.trim();
  const proposed = isProposal(source);
  return { ok: true, value: { code: name, name, quorum, threshold, ...ofChoices(choices), source, proposed } };
}

function shareFault(field: string): string {
  return `“${field}” ghi dạng 2/3 hoặc 80 %, từ 1 % đến 100 %.`;
}

function choicesTyped(texts: VoteTexts): RuleChoices | null {
  const over = keyIn(RULE_WORDS.over, texts.ruleOver);
  const of = keyIn(RULE_WORDS.of, texts.ruleOf);
  const ballot = keyIn(RULE_WORDS.ballot, texts.ruleBallot);
  const proxies = keyIn(RULE_WORDS.proxies, texts.ruleProxies);
  const written = keyIn(RULE_WORDS.written, texts.ruleWritten);
  const tie = keyIn(RULE_WORDS.tie, texts.ruleTie);
  return over && of && ballot && proxies && written && tie ? { over, of, ballot, proxies, written, tie } : null;
}

function keyIn<K extends string>(words: Readonly<Record<K, string>>, text: string): K | null {
  return (Object.keys(words) as K[]).find((key) => key === text) ?? null;
}

/** A rule as the fields show it. */
export function ruleTexts(rule: VoteRule): Partial<VoteTexts> {
  const { over, of, ballot, proxies, written, tie } = choicesOf(rule);
  return {
    ruleName: rule.name,
    ruleQuorum: rule.quorum ? shareText(rule.quorum) : '',
    ruleThreshold: shareText(rule.threshold),
    ruleOver: over,
    ruleOf: of,
    ruleBallot: ballot,
    ruleProxies: proxies,
    ruleWritten: written,
    ruleTie: tie,
    ruleSource: rule.source,
  };
}

/**
 * The threshold of the plan. What the plan leaves open is filled with our proposal for a certificate, for the council
 * to check; null = the plan does not mention a vote.
 */
export function planRule({ vote }: Pick<Movement, 'vote'>): VoteRule | null {
  const [proposal] = DEFAULT_VOTE_RULES;
  if (!vote || !proposal) return null;
  const { section, text } = vote.source;
  const name = section === '' ? 'Theo kế hoạch' : `Theo kế hoạch, mục ${section}`;
  return {
    ...proposal,
    ...{
      code: name,
      name,
      threshold: shareOfPercent(vote.least),
      over: false,
      of: vote.of === 'members' ? 'all' : (vote.of ?? proposal.of),
    },
    source: [section === '' ? 'Kế hoạch' : `Kế hoạch, mục ${section}`, text ? `: “${text}”` : ''].join(''),
    proposed: false,
  };
}

type CountField = Exclude<Extract<keyof VoteTexts, `vote${string}`>, 'voteSubject' | 'voteChair'>;

/** Figures of a vote by their labels; an empty `needed` figure never counts as 0. */
export const COUNT_LABELS: Readonly<Record<CountField, string>> = {
  voteMembers: 'Tổng số thành viên',
  votePresent: 'Có mặt',
  voteProxies: 'Ủy quyền biểu quyết',
  voteWritten: 'Ý kiến bằng văn bản',
  voteWrittenInFavour: 'Văn bản đồng ý',
  voteIssued: 'Phiếu phát ra',
  voteReturned: 'Phiếu thu về',
  voteValid: 'Phiếu hợp lệ',
  voteInvalid: 'Phiếu không hợp lệ',
  voteInFavour: 'Đồng ý',
};

/** The figures that a rule needs, in the order of counting. */
export function countFields({ ballot, proxies }: Pick<VoteRule, 'ballot' | 'proxies'>): readonly CountField[] {
  return [
    'voteMembers',
    'votePresent',
    ...(proxies ? (['voteProxies'] as const) : []),
    'voteWritten',
    'voteWrittenInFavour',
    ...(ballot === 'secret' ? PAPER_FIELDS : []),
    'voteInFavour',
  ];
}

/** Left empty they are none. */
const NONE_WHEN_EMPTY: readonly CountField[] = ['voteProxies', 'voteWritten', 'voteWrittenInFavour', 'voteInvalid'];

function figureTyped(texts: VoteTexts, field: CountField): Result<number> {
  const text = texts[field].trim();
  if (text === '' && !NONE_WHEN_EMPTY.includes(field)) {
    return { ok: false, refusal: { code: 'empty', message: `Hãy ghi số “${COUNT_LABELS[field]}”.` } };
  }
  return /^\d{0,4}$/.test(text)
    ? { ok: true, value: Number(text) }
    : refused(`“${COUNT_LABELS[field]}” phải là số nguyên không âm.`);
}

export const PAPER_FIELDS = ['voteIssued', 'voteReturned', 'voteValid', 'voteInvalid'] as const;

/** The ballot papers of a table as typed; null for a show of hands. Refused with the first figure that is missing. */
export function papersTyped(texts: VoteTexts, { ballot }: Pick<VoteRule, 'ballot'>): Result<Papers> {
  if (ballot === 'show') return { ok: true, value: null };
  const figures = PAPER_FIELDS.map((field) => figureTyped(texts, field));
  const missing = figures.find((figure) => !figure.ok);
  if (missing && !missing.ok) return missing;
  const [issued = 0, returned = 0, valid = 0, invalid = 0] = figures.map((figure) => (figure.ok ? figure.value : 0));
  return { ok: true, value: { issued, returned, valid, invalid } };
}

/** The vote as typed, its subject apart; refused with the first figure that is missing or none. */
function countTyped(texts: VoteTexts, rule: VoteRule): Result<Vote> {
  const fields = countFields(rule);
  const counts = new Map<CountField, number>();
  for (const field of fields) {
    const figure = figureTyped(texts, field);
    if (!figure.ok) return figure;
    counts.set(field, figure.value);
  }
  const of = (field: CountField) => counts.get(field) ?? 0;
  const papers = {
    issued: of('voteIssued'),
    returned: of('voteReturned'),
    valid: of('voteValid'),
    invalid: of('voteInvalid'),
  };
  const inFavour = of('voteInFavour');
  const vote: Vote = {
    subject: texts.voteSubject.trim(),
    members: of('voteMembers'),
    present: of('votePresent'),
    proxies: of('voteProxies'),
    written: of('voteWritten'),
    writtenInFavour: of('voteWrittenInFavour'),
    count: rule.ballot === 'secret' ? { kind: 'secret', ...papers, inFavour } : { kind: 'show', inFavour },
    chairInFavour: texts.voteChair === '' ? null : texts.voteChair === 'yes',
  };
  return { ok: true, value: vote };
}

/** What the pane shows while it is typed. */
export type VotePreview =
  /** Something is not typed yet. */
  | { readonly kind: 'waiting'; readonly message: string }
  /** The figures cannot be right. */
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'counted';
      readonly outcome: VoteOutcome;
      readonly vote: Vote;
      readonly rule: VoteRule;
      /** Without the chair's own vote it would stand exactly at the threshold. */
      readonly chairDecides: boolean;
    };

export function votePreview(texts: VoteTexts): VotePreview {
  const rule = ruleTyped(texts);
  if (!rule.ok) return { kind: 'waiting', message: rule.refusal.message };
  const typed = countTyped(texts, rule.value);
  if (!typed.ok) return { kind: typed.refusal.code === 'empty' ? 'waiting' : 'wrong', message: typed.refusal.message };
  const open = voteOutcome({ ...typed.value, chairInFavour: null }, rule.value);
  if (!open.ok) return { kind: 'wrong', message: open.refusal.message };
  const chairDecides = open.value.result === 'undecided';
  // The chair's answer for earlier figures does not count where the chair has nothing to decide.
  const vote = chairDecides ? typed.value : { ...typed.value, chairInFavour: null };
  const outcome = voteOutcome(vote, rule.value);
  if (!outcome.ok) return { kind: 'wrong', message: outcome.refusal.message };
  return { kind: 'counted', outcome: outcome.value, vote, rule: rule.value, chairDecides };
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'incomplete', message } };
}
