/**
 * All candidates in a single table of votes: who may vote on whom by the session's record, and what was counted for
 * each. A member who is a candidate, or belongs to the candidate's unit, does not vote there; the unit of a person or
 * household is the unit that nominated them. Nothing is decided here.
 */

import { type Result, refuse } from '../base/result.ts';
import { foldKey, squashKey } from '../base/text/text.ts';
import { tidy } from '../base/text/tidy.ts';
import { type AwardCandidate, ROUND_NAME } from '../judge/award/candidate.ts';
import { matchUnit } from '../report/match-unit.ts';
import type { Register } from '../report/register.ts';
import { type CouncilMember, memberText, proxyParts } from './attendance.ts';
import { candidateCode, type Occasion } from './candidate-code.ts';
import type { SessionEntry } from './session-log.ts';
import type { VoteEntry, VoteLog } from './vote-log.ts';
import type { VoteRule } from './vote-rule.ts';
import { lastVotes, standingVote } from './voted-on.ts';
import { quorumFault, type Vote, type VoteCount } from './votes.ts';

/** A member who takes part, and how. */
interface Seat {
  /** As `memberText` has it. */
  readonly member: string;
  readonly state: 'present' | 'proxy' | 'written';
}

export interface BallotLine {
  readonly code: string;
  readonly candidate: AwardCandidate;
  /** `Tặng Giấy khen cho Bản Nà Đít (hằng năm)`: what is voted on. */
  readonly subject: string;
  /** Members at the session who stand aside from this vote. */
  readonly recused: readonly Seat[];
  /** The vote in force; a vote without an outcome is held again. */
  readonly vote: VoteEntry | null;
}

export interface Ballot {
  readonly members: number;
  readonly seats: readonly Seat[];
  readonly lines: readonly BallotLine[];
  /** Candidates nobody votes on, with their reasons. */
  readonly aside: readonly AwardCandidate[];
  /** Vietnamese sentences on what could not be made sure of. */
  readonly notes: readonly string[];
}

interface BallotInput {
  readonly candidates: readonly AwardCandidate[];
  readonly occasion: Occasion;
  readonly register: Register | null;
  readonly session: SessionEntry | null;
  /** With the units they belong to. */
  readonly members: readonly CouncilMember[];
  readonly votes: VoteLog;
}

/** Refused when no session was written down, or nobody may be voted on. */
export function ballotOf(input: BallotInput): Result<Ballot> {
  const { candidates, occasion, register, session, members, votes } = input;
  if (session === null) return refuse('no-session', 'Hãy ghi phiên họp trước: ai có mặt, ai vắng, ai ủy quyền.');
  const seats = seatsOf(session);
  const known = new Map(members.map((member) => [squashKey(memberText(member)), member] as const));
  const last = lastVotes(votes);
  // A vote whose words fit lines of several rounds counts in a single round.
  const counted = new Set(candidates.flatMap((candidate) => candidate.vote ?? []));
  const lines = candidates.flatMap((candidate): BallotLine[] => {
    const found = standingVote(last, occasion, candidate);
    const vote = found !== null && candidate.vote !== found.id && counted.has(found.id) ? null : found;
    if (!candidate.onBallot && vote === null) return [];
    const standsAside = (seat: Seated) => seat.people.some((name) => isOf(name, known, candidate, register));
    return [
      {
        ...{ code: candidateCode(occasion, candidate), candidate, subject: subjectOf(candidate), vote },
        recused: seats.filter(standsAside).map(({ member, state }) => ({ member, state })),
      },
    ];
  });
  if (lines.length === 0)
    return refuse('nobody', 'Chưa có ứng viên nào đủ điều kiện để biểu quyết: xử lý các nội dung chưa chốt trước.');
  const all = seats.length + session.absent.length;
  const notes = [...doubts(seats, known, register), ...homeless(lines, register), ...rewritten(lines, last)];
  const voted = new Set(lines.map(({ candidate }) => candidate));
  const aside = candidates.filter((candidate) => !voted.has(candidate));
  return { ok: true, value: { members: all, seats, lines, aside, notes } };
}

interface Seated extends Seat {
  /** People whose relation to a candidate counts: the member, and the proxy who votes for the member. */
  readonly people: readonly string[];
}

function seatsOf({ present, proxies, written }: SessionEntry): readonly Seated[] {
  const plain = (state: 'present' | 'written') => (member: string) => ({ member, state, people: [member] });
  const byProxy = proxies.map((text): Seated => {
    const { member, proxy } = proxyParts(text);
    return { member, state: 'proxy', people: [member, proxy] };
  });
  return [...present.map(plain('present')), ...byProxy, ...written.map(plain('written'))];
}

/** The person is the candidate, or belongs to the candidate's unit. */
function isOf(
  person: string,
  known: ReadonlyMap<string, CouncilMember>,
  candidate: AwardCandidate,
  register: Register | null,
): boolean {
  const member = known.get(squashKey(person)) ?? [...known.values()].find(({ name }) => isSame(name, person));
  const isPerson = candidate.subject !== 'collective';
  if (isPerson && isSamePerson(member?.name ?? person.split(',')[0] ?? person, candidate.unit)) return true;
  const own = member?.unit ?? '';
  return own !== '' && unitsOf(candidate).some((unit) => isSameUnit(own, unit, register));
}

/** The unit that nominates an outsider is not the outsider's own unit. */
function unitsOf({ subject, unit, outsider, nominatedBy }: AwardCandidate): readonly string[] {
  if (subject === 'collective') return [unit];
  return outsider ? [] : nominatedBy;
}

function isSameUnit(x: string, y: string, register: Register | null): boolean {
  if (isSame(x, y)) return true;
  const unit = register && matchUnit(x, register);
  return unit !== null && matchUnit(y, register ?? [])?.name === unit.name;
}

function isSame(x: string, y: string): boolean {
  return squashKey(x) === squashKey(y);
}

const ADDRESS = /^(?:ông|bà|anh|chị|đồng chí|đ\/c|đc)\.?\s+/iu;

function isSamePerson(x: string, y: string): boolean {
  return isSame(x.trim().replace(ADDRESS, ''), y.trim().replace(ADDRESS, ''));
}

/** Whose bonds are not known: nobody is taken for free to vote without a word. */
function doubts(
  seats: readonly Seated[],
  known: ReadonlyMap<string, CouncilMember>,
  register: Register | null,
): readonly string[] {
  return seats.flatMap(({ member }) => {
    const councilMember = known.get(squashKey(member));
    if (!councilMember)
      return [`${member} không có trong trang "Thành viên Hội đồng": hãy tự xem có thuộc đơn vị nào không.`];
    if (councilMember.unit === '' || register === null || matchUnit(councilMember.unit, register)) return [];
    return [
      `Đơn vị "${councilMember.unit}" của ${member} không có trong danh sách đơn vị: hãy tự xem có phải ứng viên không.`,
    ];
  });
}

/** People and households whose unit is unknown, in a sentence that asks the secretary for it. */
function homeless(lines: readonly BallotLine[], register: Register | null): readonly string[] {
  const isUnclear = ({ candidate }: BallotLine) =>
    candidate.subject !== 'collective' &&
    !candidate.outsider &&
    !candidate.nominatedBy.some((unit) => register === null || matchUnit(unit, register));
  const names = [...new Set(lines.filter(isUnclear).map(({ candidate }) => candidate.unit))];
  if (names.length === 0) return [];
  return [
    `Chưa rõ đơn vị của ${names.join(', ')}: hãy ghi cột "Đơn vị đề cử" ở trang "Đề cử" bằng tên trong danh sách ` +
      'đơn vị; nếu không, hãy tự xem thành viên nào cùng đơn vị.',
  ];
}

/** Votes on a deed that no line tells by those words any more: whether it is the same deed people have to say. */
function rewritten(lines: readonly BallotLine[], last: ReadonlyMap<string, VoteEntry>): readonly string[] {
  const used = new Set(lines.map(({ vote }) => vote?.id));
  const open = lines.filter(({ candidate, vote }) => candidate.round === 'out-of-turn' && vote === null);
  const starts = open.map(({ candidate }) => foldKey(actOf(candidate)));
  const isOfThem = ({ id, subject }: VoteEntry) =>
    !used.has(id) && starts.some((start) => `${foldKey(subject)} (`.startsWith(`${start} (`));
  return [...new Set([...last.values()].filter(isOfThem).map(({ subject }) => subject))].map(
    (subject) =>
      `Biểu quyết “${subject}” không khớp thành tích nào đang đề cử: nếu chỉ sửa lời, hãy rút rồi biểu quyết lại.`,
  );
}

/** Out of turn with the deed: one person may be voted on for two. */
function subjectOf(candidate: AwardCandidate): string {
  const { round, achievement } = candidate;
  const deed = round === 'out-of-turn' && achievement !== '' ? `: ${achievement}` : '';
  return tidy(`${actOf(candidate)} (${ROUND_NAME[round].toLowerCase()}${deed})`);
}

function actOf({ level, form, unit }: AwardCandidate): string {
  return `${level === 'commune' ? 'Tặng' : 'Đề nghị tặng'} ${form} cho ${unit}`;
}

/** The votes counted for a line. */
export interface LineCount {
  readonly code: string;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  /** Of the written opinions. */
  readonly writtenInFavour: number;
  readonly chairInFavour: boolean | null;
}

/** Ballot papers of the whole table; null for a show of hands. */
export type Papers = Omit<Extract<VoteCount, { kind: 'secret' }>, 'kind' | 'inFavour'> | null;

/** How many may vote on a line under the rule: in the room, and in writing. */
export function entitled({ seats }: Ballot, { recused }: BallotLine, rule: Pick<VoteRule, 'proxies'>) {
  const free = seats.filter(({ member }) => recused.every((seat) => seat.member !== member));
  const inRoom = ({ state }: Seat) => state === 'present' || (state === 'proxy' && rule.proxies);
  return { voters: free.filter(inRoom).length, written: free.filter(({ state }) => state === 'written').length };
}

/** Why the table cannot be voted at all, in Vietnamese; null when enough took part. */
export function ballotQuorum(ballot: Ballot, rule: VoteRule): string | null {
  const { present, proxies } = takingPart(ballot, rule);
  return quorumFault(present + proxies, ballot.members, rule);
}

function takingPart({ seats }: Ballot, rule: Pick<VoteRule, 'proxies'>) {
  const count = (wanted: Seat['state']) => seats.filter(({ state }) => state === wanted).length;
  return { present: count('present'), proxies: rule.proxies ? count('proxy') : 0 };
}

/** The line as a vote to be held to the rule. */
export function voteOnLine(ballot: Ballot, line: BallotLine, rule: VoteRule, count: LineCount, papers: Papers): Vote {
  const { voters, written } = entitled(ballot, line, rule);
  const { inFavour, against, abstained, writtenInFavour, chairInFavour } = count;
  const counted = line.recused.filter(({ state }) => state !== 'proxy' || rule.proxies);
  return {
    ...{ subject: line.subject, members: ballot.members, ...takingPart(ballot, rule) },
    ...{ written, writtenInFavour, chairInFavour },
    count: papers === null ? { kind: 'show', inFavour } : { kind: 'secret', ...papers, inFavour },
    tally: { candidate: line.code, voters, against, abstained, recused: counted.map(({ member }) => member) },
  };
}
