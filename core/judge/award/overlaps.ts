/**
 * Candidates who are proposed elsewhere too: an achievement is not commended twice (Luật, Điều 5). The note stands
 * beside the line, apart from its reason, so that a list of many such lines can say it once.
 */
import { type AwardCandidate, ROUND_NAME } from './candidate.ts';
import { candidateKey } from './candidate-of.ts';
import { ONE_AWARD, SAME_DEED } from './verdict.ts';

/** A candidate in a list without a number who is proposed elsewhere gets the note too. */
export function withOverlaps(lines: readonly AwardCandidate[]): readonly AwardCandidate[] {
  const keyOf = ({ unit, audience }: AwardCandidate) => candidateKey(unit, audience);
  const proposed = new Map<string, readonly AwardCandidate[]>();
  for (const line of lines)
    if (line.state === 'proposed') proposed.set(keyOf(line), [...(proposed.get(keyOf(line)) ?? []), line]);
  return lines.map((line) => {
    if (line.state === 'refused' || line.granted !== null) return line;
    const others = (proposed.get(keyOf(line)) ?? []).filter(({ quota }) => quota !== line.quota);
    const sameForm = line.state === 'proposed' ? others.find(({ form }) => form === line.form) : undefined;
    const sameRound = others.find(({ round }) => round === line.round && line.round !== 'out-of-turn');
    const other = sameForm ?? sameRound;
    return other ? { ...line, overlap: { round: other.round, form: other.form } } : line;
  });
}

/** Whether the candidate is proposed for another form in the same round: this line waits for that award. */
export function isProposedElsewhere({ round, overlap, state }: AwardCandidate): boolean {
  return state !== 'proposed' && overlap?.round === round;
}

/** The note, a Vietnamese sentence; '' where there is none. */
export function overlapNote({ round, form, overlap }: AwardCandidate): string {
  if (overlap === null) return '';
  if (overlap.form !== form) return `Đang đề nghị ${overlap.form} cùng đợt: ${ONE_AWARD}.`;
  const isSingle = [round, overlap.round].includes('out-of-turn');
  return `Cũng trong danh sách đợt ${ROUND_NAME[overlap.round].toLowerCase()}: ${isSingle ? SAME_DEED : ONE_ROUND}.`;
}

const ONE_ROUND = 'một thành tích không khen hai lần, Hội đồng chọn một đợt';

/** Where a line stands alone: its reason with the note. */
export function reasonWithNote(line: AwardCandidate): string {
  return [line.reason, overlapNote(line)].filter((text) => text !== '').join(' ');
}

interface SharedNotes {
  /** `(1) Cũng trong danh sách đợt sơ kết: …`, each note once. */
  readonly notes: readonly string[];
  /** ` (1)`; '' for a line without a note. */
  readonly markOf: (line: AwardCandidate) => string;
}

/** The notes of a list, numbered in the order of its lines. */
export function sharedNotes(lines: readonly AwardCandidate[]): SharedNotes {
  const notes = [...new Set(lines.map(overlapNote).filter((note) => note !== ''))];
  return {
    notes: notes.map((note, at) => `(${at + 1}) ${note}`),
    markOf: (line) => (line.overlap === null ? '' : ` (${notes.indexOf(overlapNote(line)) + 1})`),
  };
}
