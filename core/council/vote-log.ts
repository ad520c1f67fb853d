/**
 * Votes as they go into the minutes: the count, the rule that applied and the result, sealed and stored like
 * decisions.
 */
import * as z from 'zod/mini';
import type { Result } from '../base/result.ts';
import { tidy } from '../base/text/tidy.ts';
import type { CellValue } from '../sheet/grid/sheet.ts';
import { inOrder, nextLink } from './ancestry.ts';
import { type ChainFault, verifyChain } from './chain.ts';
import { filledLine, idOf, line, linkShape, sealOf } from './seal.ts';
import { BETWEEN } from './sealed-columns.ts';
import { type CellUnder, readLink, readSealedTable, type SealedReading, textOf } from './sealed-table.ts';
import { BALLOT_NAMES, CANDIDATE, RESULT_NAMES, TALLIED, VOTE_COLUMNS, yesNo } from './vote-columns.ts';
import type { VoteRule } from './vote-rule.ts';
import { countFault, type Vote, voteOutcome } from './votes.ts';

const RESULTS = Object.keys(RESULT_NAMES) as (keyof typeof RESULT_NAMES)[];
const BALLOTS = Object.keys(BALLOT_NAMES) as (keyof typeof BALLOT_NAMES)[];
const count = z.int().check(z.gte(0));

const tallySchema = z.readonly(
  z.strictObject({
    candidate: z.string().check(z.regex(/^[0-9a-f]{12}$/)),
    voters: count,
    against: count,
    abstained: count,
    recused: z.readonly(z.array(filledLine)),
  }),
);

export const voteEntrySchema = z.readonly(
  z.strictObject({
    ...linkShape,
    who: filledLine,
    subject: filledLine,
    ballot: z.enum(BALLOTS),
    members: count,
    present: count,
    proxies: count,
    written: count,
    writtenInFavour: count,
    /** Ballot papers; null for a show of hands. */
    issued: z.nullable(count),
    returned: z.nullable(count),
    valid: z.nullable(count),
    invalid: z.nullable(count),
    /** Among those who voted there; written opinions apart. */
    inFavour: count,
    chairInFavour: z.nullable(z.boolean()),
    /** The question of the vote, in words. */
    rule: line,
    result: z.enum(RESULTS),
    sentence: line,
    /** How the votes on a candidate fell; absent where only those in favour were counted. */
    tally: z.exactOptional(tallySchema),
  }),
);
export type VoteEntry = z.infer<typeof voteEntrySchema>;
export type VoteLog = readonly VoteEntry[];

/** Holds the vote to the rule and adds it; refused when the count cannot be right. */
export function appendVote(
  log: VoteLog,
  vote: Vote,
  rule: VoteRule,
  by: { readonly who: string; readonly at: string },
): Result<{ readonly log: VoteLog; readonly entry: VoteEntry }> {
  const outcome = voteOutcome(vote, rule);
  if (!outcome.ok) return outcome;
  const { members, present, proxies, written, writtenInFavour, chairInFavour } = vote;
  const papers =
    vote.count.kind === 'secret' ? vote.count : { issued: null, returned: null, valid: null, invalid: null };
  const { issued, returned, valid, invalid } = papers;
  const body = {
    ...nextLink(log),
    at: by.at,
    who: tidy(by.who),
    subject: tidy(vote.subject),
    ballot: vote.count.kind,
    ...{ members, present, proxies, written, writtenInFavour, issued, returned, valid, invalid, chairInFavour },
    inFavour: vote.count.inFavour,
    rule: outcome.value.rule,
    result: outcome.value.result,
    sentence: outcome.value.sentence,
    ...(vote.tally ? { tally: vote.tally } : {}),
  };
  const hash = sealOf(body);
  const parsed = voteEntrySchema.safeParse({ ...body, id: idOf(hash), hash });
  if (!parsed.success) {
    const message = 'Hãy ghi nội dung biểu quyết và họ tên người ghi biên bản.';
    return { ok: false, refusal: { code: 'bad-vote', message } };
  }
  return { ok: true, value: { log: inOrder([...log, parsed.data]), entry: parsed.data } };
}

/** The figures can be those of a vote: a seal vouches for what was written, not that it could be. */
function isPossible(entry: VoteEntry): boolean {
  const { members, present, proxies, written, writtenInFavour, ballot, inFavour, tally } = entry;
  const { issued, returned, valid, invalid } = entry;
  const papers = { issued: issued ?? 0, returned: returned ?? 0, valid: valid ?? 0, invalid: invalid ?? 0 };
  const count =
    ballot === 'secret' ? ({ kind: ballot, ...papers, inFavour } as const) : ({ kind: ballot, inFavour } as const);
  const vote = { members, present, proxies, written, writtenInFavour, count, ...(tally ? { tally } : {}) };
  return countFault(vote) === null;
}

/** Whether the vote's content still matches its seal. */
export function isVoteSealed({ id, hash, ...body }: VoteEntry): boolean {
  return hash === sealOf(body) && id === idOf(hash);
}

/** Every vote of every copy of the workbook, once. */
export function mergeVotes(logs: readonly VoteLog[]): VoteLog {
  return inOrder(logs.flat());
}

/** As verifyLog does for decisions. */
export function verifyVotes(log: VoteLog, known: readonly string[] = []): readonly ChainFault<VoteEntry>[] {
  return verifyChain(log, isVoteSealed, ({ seq, subject }) => `biểu quyết số ${seq} (${subject})`, known);
}

/** Reads the table back. Edited rows are listed and not used; refused when a column is missing. */
export function readVoteTable(
  titles: readonly CellValue[],
  rows: readonly (readonly (CellValue | null)[])[],
): Result<SealedReading<VoteEntry>> {
  return readSealedTable('Bảng biểu quyết', VOTE_COLUMNS, titles, rows, readVote);
}

function readVote(cellUnder: CellUnder): VoteEntry | null {
  const text = (title: string) => textOf(cellUnder(title));
  const number = (title: string) => (cellUnder(title) === '' ? null : cellUnder(title));
  const parsed = voteEntrySchema.safeParse({
    ...readLink(cellUnder),
    who: text('Người ghi'),
    subject: text('Nội dung biểu quyết'),
    ballot: BALLOTS.find((ballot) => BALLOT_NAMES[ballot] === text('Hình thức')),
    members: number('Tổng số thành viên'),
    present: number('Có mặt'),
    proxies: number('Ủy quyền'),
    written: number('Ý kiến bằng văn bản'),
    writtenInFavour: number('Văn bản đồng ý'),
    issued: number('Phiếu phát ra'),
    returned: number('Phiếu thu về'),
    valid: number('Phiếu hợp lệ'),
    invalid: number('Phiếu không hợp lệ'),
    inFavour: number('Đồng ý'),
    chairInFavour: [true, false, null].find((item) => (item === null ? '' : yesNo(item)) === text('Chủ tịch Hội đồng')),
    rule: text('Quy tắc'),
    result: RESULTS.find((result) => RESULT_NAMES[result] === text('Kết quả')),
    sentence: text('Kết luận'),
    ...(TALLIED.every((title) => text(title) === '') ? {} : { tally: tallyIn(text, number) }),
  });
  return parsed.success && isVoteSealed(parsed.data) && isPossible(parsed.data) ? parsed.data : null;
}

function tallyIn(text: (title: string) => string, number: (title: string) => CellValue | null) {
  return {
    candidate: text(CANDIDATE),
    voters: number('Được biểu quyết'),
    against: number('Không đồng ý'),
    abstained: number('Không ý kiến'),
    recused: text('Không biểu quyết').split(BETWEEN).filter(Boolean),
  };
}
