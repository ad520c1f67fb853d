/**
 * What the book knows of each duty that the plan gives somebody: reports, visits, briefings, models, proposals, awards.
 * What was done in words only the commune can write; its own remarks stand under the code of the role.
 */
import { squashKey } from '../base/text/text.ts';
import { isVisit, VISIT_NAME, type Visit } from '../commune/calendar/journal.ts';
import { isAppraisal } from '../council/entry-kinds.ts';
import { isReceived } from '../judge/run/unit-list.ts';
import type { Movement } from '../movement/movement.ts';
import type { PaperFacts } from './facts.ts';
import { audienceName, awardGroups, subjectCounts } from './lists.ts';
import { nameOnly } from './office.ts';
import { ownFigureLines } from './own-figures.ts';
import { audiencesOfPost } from './post-audiences.ts';
import { unitFigures } from './unit-figures.ts';
import { countWords, dayWords, inside } from './words.ts';

type Role = Movement['roles'][number];
type Duty = Role['duties'][number];

/** Clauses without a full stop; none where the book has nothing of it. */
type Answer = (facts: PaperFacts, role: Role) => readonly string[];

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
  signer: (facts, role) => [...awardWords(facts, true), ...toSignWords(facts, role)],
  monitor: (facts, role) => visitWords(facts, role, (kind) => kind !== 'briefing'),
  communication: (facts, role) => [
    ...visitWords(facts, role, (kind) => kind === 'briefing'),
    ...(facts.journal.models.length === 0
      ? []
      : [`toàn xã giới thiệu ${countWords(facts.journal.models.length)} mô hình`]),
  ],
  participant: (facts, { post }) => reportWords(facts, post),
  steering: ({ journal: { visits } }) => {
    const members = new Set(visits.flatMap(({ kind, who }) => (kind === 'assignment' ? [squashKey(who)] : [])));
    return members.size === 0 ? [] : [`đã phân công ${countWords(members.size)} thành viên phụ trách`];
  },
  funding: () => [],
};

/** A sentence on what the book has of the role's duties, then the commune's own remarks; none where there is nothing. */
export function roleLines(facts: PaperFacts, role: Role): readonly string[] {
  const own = visitsOf(facts, role);
  const clauses = [...new Set([...counted(own, ''), ...role.duties.flatMap((duty) => ANSWERS[duty](facts, role))])];
  const words = clauses.join('; ');
  const sentence = words === '' ? [] : [`${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}.`];
  return [...sentence, ...ownFigureLines(facts, role.code)];
}

/** How many sent their report: of each group that the post names, or of the whole commune. */
function reportWords(facts: PaperFacts, post: string): readonly string[] {
  const { movement } = facts.run;
  const { expected, late } = unitFigures(facts);
  const words = (whose: string, isOwn: (audience: string) => boolean): readonly string[] => {
    const own = expected.filter(({ audience }) => isOwn(audience));
    if (own.length === 0) return [];
    const behind = late.filter(({ audience }) => isOwn(audience)).length;
    const end = behind === 0 ? '' : ` (${countWords(behind)} đơn vị muộn)`;
    return [
      `${whose} ${countWords(own.filter(isReceived).length)}/${countWords(own.length)} đơn vị đã gửi báo cáo${end}`,
    ];
  };
  const kinds = audiencesOfPost(post, movement);
  if (kinds.length === 0) return words('toàn xã', () => true);
  return kinds.flatMap((kind) => words(inside(audienceName(facts, kind)), (audience) => audience === kind));
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

function awardWords(facts: PaperFacts, isGiven: boolean): readonly string[] {
  const proposed = awardGroups(facts).flatMap((group) => group.proposed);
  const counted = subjectCounts(proposed.filter(({ granted }) => (granted !== null) === isGiven));
  return counted === '' ? [] : [`${isGiven ? 'đã khen' : 'đề nghị khen'} ${counted}`];
}

/** The awards in the draft decision that the commune's chair signs. */
function toSignWords(facts: PaperFacts, { post }: Role): readonly string[] {
  const own = awardGroups(facts).filter(({ level }) => level === 'commune' && /xã|phường|đặc khu/iu.test(post));
  const counted = subjectCounts(own.flatMap(({ proposed }) => proposed.filter(({ granted }) => granted === null)));
  return counted === '' ? [] : [`dự thảo quyết định khen ${counted} đang chờ ký`];
}

/** What the journal ascribes to the role, whatever the plan has it do. */
function visitsOf(facts: PaperFacts, { post }: Role): readonly Visit[] {
  const key = squashKey(post);
  return facts.journal.visits.filter((visit) => isVisit(visit) && postOf(facts, visit.who) === key);
}

/** Visits by somebody whom the plan does not name count for the whole commune, and stand where the role has no visit of its own. */
function visitWords(facts: PaperFacts, role: Role, isAsked: (kind: Visit['kind']) => boolean): readonly string[] {
  const isDone = visitsOf(facts, role).some(({ kind }) => isAsked(kind));
  const visits = facts.journal.visits.filter(isVisit);
  const nobodys = visits.filter(({ kind, who }) => isAsked(kind) && postOf(facts, who) === null);
  return isDone ? [] : counted(nobodys, 'toàn xã: ');
}

/** `kiểm tra 01 lượt, đôn đốc 02 lượt (Vì Thị Hoa)`. */
function counted(visits: readonly Visit[], whose: string): readonly string[] {
  const counts = (Object.keys(VISIT_NAME) as Visit['kind'][])
    .map((kind) => [VISIT_NAME[kind].toLowerCase(), visits.filter((visit) => visit.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  if (counts.length === 0) return [];
  const names = [...new Set(visits.map(({ who }) => inside(who)).filter((who) => who !== ''))];
  const by = names.length === 0 ? '' : ` (${names.join('; ')})`;
  return [`${whose}${counts.map(([name, count]) => `${name} ${countWords(count)} lượt`).join(', ')}${by}`];
}

/**
 * Key of the only post of the plan that is meant: by its own name, or by that of a member of the council who holds it.
 * null = none, or several could be.
 */
function postOf({ run, settings }: PaperFacts, who: string): string | null {
  const people = [settings.chair, settings.secretary, ...settings.members].flatMap((text) => text ?? []);
  const written = [who, ...people.filter((person) => squashKey(nameOnly(person)) === squashKey(nameOnly(who)))];
  const keys = written.flatMap(postKeys);
  const posts = new Set(run.movement.roles.map(({ post }) => squashKey(post)));
  const named = [...posts].filter((post) => keys.includes(post));
  const begun = named.length > 0 ? named : [...posts].filter((post) => keys.some((key) => post.startsWith(key)));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}

/** `Vì Thị Hoa, công chức Văn hóa - xã hội` → keys of the whole and of what follows the name. */
function postKeys(written: string): readonly string[] {
  const [, ...after] = written.split(',');
  return [written, after.join(',')].map(squashKey).filter((key) => key.length >= SHORTEST_POST);
}

/** Letters of a post's name; a shorter text could begin any of them. */
const SHORTEST_POST = 8;
