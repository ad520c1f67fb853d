/** Lists and counts that several papers share: who is proposed, how each was scored, which units there are. */

import { groupBy } from '../base/group-by.ts';
import { formatNumber, formatPoints } from '../base/quantity/points.ts';
import { squashKey } from '../base/text/text.ts';
import type { AwardCandidate, AwardRound } from '../judge/award/candidate.ts';
import { isProposedElsewhere } from '../judge/award/overlaps.ts';
import type { ReportResult } from '../judge/run/run-result.ts';
import { audienceCalled } from '../movement/audience-called.ts';
import type { PaperFacts } from './facts.ts';
import { basesOn } from './law.ts';
import { BLANK, countWords, inside } from './words.ts';

/** `87,5 %` from hundredths of a percent. */
export function shareWords(share: number): string {
  return `${formatNumber(share / 100)} %`;
}

/** `Bản`, by its kind. */
export function audienceName({ run }: Pick<PaperFacts, 'run'>, kind: string): string {
  return audienceCalled(run.movement, kind);
}

/** The scored report behind a place: the unit's report that counts. */
export function reportOf({ run }: Pick<PaperFacts, 'run'>, unit: string, audience: string): ReportResult | null {
  const own = run.reports.filter(
    (reportResult) => reportResult.unit === unit && reportResult.report.audience === audience,
  );
  return own.find(({ reception }) => reception === 'counts' || reception === 'returned') ?? null;
}

/**
 * `91,5/100 điểm (91,5 %), xếp thứ 2, loại Xuất sắc`; the nomination's own words for who is not scored. The points of
 * private persons and households go to nobody but the council.
 */
export function achievementOf(facts: PaperFacts, candidate: AwardCandidate): string {
  // Out of turn it is the one deed, not the points of the year.
  if (candidate.round === 'out-of-turn' || candidate.subject !== 'collective') return candidate.achievement || BLANK;
  const score = reportOf(facts, candidate.unit, candidate.audience)?.score ?? null;
  const scored =
    score === null
      ? ''
      : [
          `${formatPoints(score.total)}/${formatPoints(score.max)} điểm (${shareWords(score.share)})`,
          candidate.rank === null ? '' : `xếp thứ ${candidate.rank} nhóm ${audienceName(facts, candidate.audience)}`,
          score.classification ? `xếp loại “${score.classification.name}”` : '',
        ]
          .filter((part) => part !== '')
          .join(', ');
  const own = scored === '' ? '' : `${scored}${yearsBefore(facts, candidate)}`;
  return [own, candidate.achievement].filter((part) => part !== '').join('. ') || BLANK;
}

/** Of a phase: which year the points are of, and what the years before came to. */
function yearsBefore({ earlierPlaces, lastYear }: PaperFacts, { unit, audience }: AwardCandidate): string {
  if (lastYear === undefined) return '';
  const before = earlierPlaces.flatMap(({ period, rankings }) => {
    const place = rankings.find((ranked) => ranked.unit === unit && ranked.audience === audience);
    return place ? [`năm ${period} ${shareWords(place.share)}`] : [];
  });
  return [` (năm ${lastYear}`, ...before].join('; ').concat(')');
}

const SUBJECT_WORDS = { collective: 'tập thể', individual: 'cá nhân', household: 'hộ gia đình' } as const;

/**
 * `05 tập thể, 03 cá nhân`, each candidate counted once, however many awards it is proposed for; empty for no
 * candidates.
 */
export function subjectCounts(candidates: readonly AwardCandidate[]): string {
  const each = [...groupBy(candidates, ({ unit, audience }) => JSON.stringify([audience, squashKey(unit)])).values()];
  return (['collective', 'individual', 'household'] as const)
    .map(
      (subject) =>
        [each.filter(([candidate]) => candidate?.subject === subject).length, SUBJECT_WORDS[subject]] as const,
    )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${countWords(count)} ${words}`)
    .join(', ');
}

/** Somebody gives this form of award today. */
export function isStillAwarded({ level }: Pick<AwardCandidate, 'level'>): boolean {
  return level !== null && level !== 'district';
}

/** Forms that an authority still gives: the plan's own, or those that the council considers where it names none. */
export function formsToGive({ run: { movement }, candidates }: PaperFacts): readonly string[] {
  const own = movement.awards.filter(({ level }) => level === null || isStillAwarded({ level }));
  const names = movement.awards.length > 0 ? own.map(({ name }) => name) : candidates.map(({ form }) => form);
  return [...new Set(names.map(inside))];
}

/** With the deed when the award is for a single deed: the same name may occur twice. */
export function nameWithDeed({ unit, round, achievement }: AwardCandidate): string {
  return round === 'out-of-turn' && achievement !== '' ? `${unit} (${inside(achievement)})` : unit;
}

/** Candidates of one round and form of award, with the quota they fall under. */
export interface AwardGroup {
  readonly round: AwardRound;
  readonly form: string;
  readonly level: AwardCandidate['level'];
  /** What it rests on, to begin a sentence: the plan's own words with their sections, or the law. */
  readonly basis: string;
  /** Each name once: who stands for the same form in an earlier group is not here again. */
  readonly proposed: readonly AwardCandidate[];
  /** Who does, and was named there. */
  readonly again: readonly AwardCandidate[];
  readonly council: readonly AwardCandidate[];
  /** Proposed for another form in the same round: nothing is left to decide here. */
  readonly elsewhere: readonly AwardCandidate[];
}

/**
 * Groups in the order of the candidates. A quota that names no form of award, and what the district gave, can be
 * proposed to nobody: no paper lists them.
 */
export function awardGroups(facts: PaperFacts): readonly AwardGroup[] {
  const groups = groupBy(facts.candidates.filter(isStillAwarded), ({ round, form, level }) =>
    JSON.stringify([round, form, level]),
  );
  const named = new Set<string>();
  const isNew = ({ unit, audience, form, round }: AwardCandidate) => {
    const key = JSON.stringify([audience, squashKey(unit), form]);
    // Out of turn it is another deed, until the council says otherwise.
    return round === 'out-of-turn' || (!named.has(key) && named.add(key) !== undefined);
  };
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const all = group.filter(({ state }) => state === 'proposed');
    const proposed = all.filter(isNew);
    return [
      {
        ...{ round: first.round, form: first.form, level: first.level },
        basis: first.round === 'out-of-turn' ? outOfTurnBasis(facts, group) : planBasis(facts, group),
        proposed,
        again: all.filter((awardCandidate) => !proposed.includes(awardCandidate)),
        council: group.filter(
          (awardCandidate) => awardCandidate.state === 'council' && !isProposedElsewhere(awardCandidate),
        ),
        elsewhere: group.filter(isProposedElsewhere),
      },
    ];
  });
}

/** The quotas, and how many places a share of them came to. */
function planBasis(facts: PaperFacts, group: readonly AwardCandidate[]): string {
  const codes = new Set(group.map(({ quota }) => quota));
  const stated = facts.run.movement.quotas.filter(({ code }) => codes.has(code));
  const words = [
    ...stated.map(({ text, source }) => inside(`mục ${source.section}: “${text}”`)),
    ...group.flatMap(({ quota, section }) =>
      section === '' || stated.some(({ code }) => code === quota) ? [] : [`mục ${section}`],
    ),
    ...group.map(({ limit }) => limit).filter((limit) => limit !== ''),
  ];
  return words.length === 0 ? 'Theo Kế hoạch' : `Theo Kế hoạch (${[...new Set(words)].join('; ')})`;
}

/** The basis of awards out of turn, to begin a sentence: the plan's own number where it states one. */
export function outOfTurnBasis(facts: PaperFacts, group: readonly AwardCandidate[]): string {
  const { outOfTurn } = facts.run.movement;
  if (group.some(({ quota }) => quota !== ''))
    return `${planBasis(facts, group)} và ${basesOn(facts.settings.signedOn).power}`;
  return outOfTurn
    ? `Theo Kế hoạch (${inside(`mục ${outOfTurn.source.section}: “${outOfTurn.text}”`)}) và ${basesOn(facts.settings.signedOn).power}`
    : `Ngoài các đợt của Kế hoạch, theo ${basesOn(facts.settings.signedOn).power}`;
}

/** A list of nobody is left out, unless nobody stands in any: then its rows wait to be filled in. */
export function isListed({ proposed }: AwardGroup, all: readonly AwardGroup[]): boolean {
  return proposed.length > 0 || all.every((group) => group.proposed.length === 0);
}

/** What there is beside names. */
export function openParts({ again, council, elsewhere }: AwardGroup): readonly string[] {
  const counted = [
    [again, 'đã nêu ở đợt trước'],
    [council, 'Hội đồng còn xét'],
    [elsewhere, 'đang đề nghị hình thức khác cùng đợt'],
  ] as const;
  return counted.flatMap(([own, words]) => (own.length > 0 ? [`${countWords(own.length)} trường hợp ${words}`] : []));
}
