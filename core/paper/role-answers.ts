/**
 * What the book knows of each duty that the plan gives somebody: reports, visits, briefings, models, proposals, awards.
 * What was done in words only the commune can write; its own remarks stand under the code of the role.
 */
import { VISIT_NAME, type Visit } from '../commune/calendar/journal.ts';
import { isAppraisal } from '../council/entry-kinds.ts';
import type { Movement } from '../movement/movement.ts';
import { ownFigureLines } from './content-answers.ts';
import type { PaperFacts } from './facts.ts';
import { awardGroups, subjectCounts } from './lists.ts';
import { unitFigures } from './unit-figures.ts';
import { countWords, dayWords } from './words.ts';

type Role = Movement['roles'][number];
type Duty = Role['duties'][number];

/** Clauses without a full stop; none where the book has nothing of it. */
type Answer = (facts: PaperFacts) => readonly string[];

const ANSWERS: Readonly<Record<Duty, Answer>> = {
  'criteria-builder': ({ run: { rankings } }) => {
    const groups = new Set(rankings.map(({ audience }) => audience)).size;
    return groups === 0 ? [] : [`đã có bộ tiêu chí, chấm điểm ${countWords(groups)} nhóm đối tượng`];
  },
  appraiser: (facts) => [...meetingWords(facts), ...decidedWords(facts)],
  'standing-body': (facts) => meetingWords(facts),
  summariser: (facts) => {
    const { received, ranked } = unitFigures(facts);
    if (received.length === 0) return [];
    return [
      `đã tổng hợp báo cáo của ${countWords(received.length)} đơn vị, xếp hạng ${countWords(ranked.length)} đơn vị`,
    ];
  },
  proposer: (facts) => awardWords(facts, false),
  signer: (facts) => awardWords(facts, true),
  monitor: (facts) => visitWords(facts, (kind) => kind !== 'briefing'),
  communication: (facts) => [
    ...visitWords(facts, (kind) => kind === 'briefing'),
    ...(facts.journal.models.length === 0 ? [] : [`giới thiệu ${countWords(facts.journal.models.length)} mô hình`]),
  ],
  participant: (facts) => {
    const { asked, received, late } = unitFigures(facts);
    if (asked.length === 0) return [];
    const behind = late.length === 0 ? '' : ` (${countWords(late.length)} đơn vị muộn)`;
    return [`toàn xã ${countWords(received.length)}/${countWords(asked.length)} đơn vị đã gửi báo cáo${behind}`];
  },
  steering: () => [],
  funding: () => [],
};

/** A sentence on what the book has of the role's duties, then the commune's own remarks; none where there is nothing. */
export function roleLines(facts: PaperFacts, role: Role): readonly string[] {
  const clauses = [...new Set(role.duties.flatMap((duty) => ANSWERS[duty](facts)))];
  const words = clauses.join('; ');
  const sentence = words === '' ? [] : [`${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}.`];
  return [...sentence, ...ownFigureLines(facts, role.code)];
}

function meetingWords({ settings: { meetingOn } }: PaperFacts): readonly string[] {
  return meetingOn === null ? [] : [`Hội đồng họp ${dayWords(meetingOn)}`];
}

function decidedWords({ council }: PaperFacts): readonly string[] {
  const decided = (council?.entries ?? []).filter(({ entry }) => !isAppraisal(entry.kind)).length;
  const votes = council?.votes.length ?? 0;
  return [
    ...(decided === 0 ? [] : [`${countWords(decided)} quyết định về cảnh báo, tiêu chí`]),
    ...(votes === 0 ? [] : [`${countWords(votes)} lần biểu quyết`]),
  ];
}

function awardWords(facts: PaperFacts, given: boolean): readonly string[] {
  const proposed = awardGroups(facts).flatMap((group) => group.proposed);
  const counted = subjectCounts(proposed.filter(({ granted }) => (granted !== null) === given));
  return counted === '' ? [] : [`${given ? 'đã khen' : 'đề nghị khen'} ${counted}`];
}

/** `kiểm tra 01 lượt, đôn đốc 02 lượt`. */
function visitWords({ journal: { visits } }: PaperFacts, isAsked: (kind: Visit['kind']) => boolean): readonly string[] {
  const counts = (Object.keys(VISIT_NAME) as Visit['kind'][])
    .filter(isAsked)
    .map((kind) => [VISIT_NAME[kind].toLowerCase(), visits.filter((visit) => visit.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  return counts.length === 0 ? [] : [counts.map(([name, count]) => `${name} ${countWords(count)} lượt`).join(', ')];
}
