/** The lines of one quota for who has points: proposed, the council's, behind the places, or refused by a clause. */
import { formatNumber } from '../../base/quantity/points.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import type { RankedUnit, ScoreSheet } from '../score/score-sheet.ts';
import type { AwardCandidate, CandidateState, CouncilCause } from './candidate.ts';
import { candidateKey, candidateOf, numberWords, type Within } from './candidate-of.ts';
import { grantedLine } from './granted.ts';
import type { Selection } from './select.ts';
import { shareWords, takenWords } from './share-words.ts';

const OPEN = 'còn nội dung chưa chốt, có thể';

export function scoredLines(selection: Selection, input: Within): AwardCandidate[] {
  const { chosen, undecided, qualified, waiting, granted, down, excluded, behind, placesLeft } = selection;
  const { within, unnumbered } = wordsOf(selection, input);
  const why = new Map(selection.parted.map((reasonedUnit) => [reasonedUnit.unit, reasonedUnit.why] as const));
  const tie = (unit: RankedUnit) => (why.get(unit) ? `; ${why.get(unit)}` : '');
  const line = (ranked: RankedUnit, state: CandidateState, reason: string, cause: CouncilCause | null = null) => ({
    ...candidateOf(selection.quota, input, { unit: ranked.unit, audience: ranked.audience, ranked }, state, reason),
    cause,
  });
  const { losable, winnable } = openPlaces(selection, input);
  const met = (unit: RankedUnit) => metWords(unit, selection, input);
  const stands = (unit: RankedUnit) => `xếp thứ ${unit.rank}, ${formatNumber(unit.share / 100)} % số điểm`;
  return [
    ...granted.map(({ unit, by }) => grantedLine(line(unit, 'proposed', ''), by)),
    ...chosen.map((unit) =>
      line(
        unit,
        'proposed',
        `Đủ tiêu chuẩn, ${stands(unit)}; trong ${within}${tie(unit)}${losable(unit)}.${met(unit)}`,
      ),
    ),
    ...undecided.map((unit) =>
      line(
        unit,
        'council',
        `Bằng tỷ lệ điểm: ${undecided.length} ứng viên cho ${placesLeft ?? 0} chỉ tiêu còn lại; Hội đồng quyết định.${met(unit)}`,
        'tie',
      ),
    ),
    ...qualified.map((unit) =>
      line(unit, 'council', `Đủ tiêu chuẩn, ${stands(unit)}; ${unnumbered}.${met(unit)}`, 'list'),
    ),
    ...waiting.map(({ unit, why: reason, on }) => ({
      ...line(unit, 'council', `${reason}${met(unit)}`, on),
      onBallot: on !== 'points',
    })),
    ...down.map((unit) => line(unit, 'council', `Đủ tiêu chuẩn, ${stands(unit)}.`, 'judgement')),
    ...behind.map((unit) =>
      line(unit, 'refused', `Đủ tiêu chuẩn, ${stands(unit)}, nhưng sau ${within}${tie(unit)}${winnable(unit)}.`),
    ),
    ...excluded.map(({ unit, why: reason }) => line(unit, 'refused', reason)),
  ];
}

/** A sentence for each condition on earlier years that the unit meets, to follow the reason. */
function metWords({ unit, audience }: RankedUnit, { quota }: Selection, input: Within): string {
  if (!input.yearsJudge) return '';
  const sheet = input.sheets.find((own) => own.unit === unit && own.audience === audience) ?? null;
  const set = sheet ? setOfReport(input.movement, sheet, input.period) : undefined;
  const years = input.yearsJudge({ unit, audience, sheet, set }, quota);
  return years.flatMap(({ state, words }) => (state === 'met' ? [` ${words}.`] : [])).join('');
}

/** `chỉ tiêu 5 (mục IV.3.1)`, and why a list without a number proposes nobody. */
function wordsOf({ quota, places }: Selection, { movement }: Within) {
  const share = shareWords(quota, places);
  const where = [
    ...(quota.source.section === '' ? [] : [`mục ${quota.source.section}`]),
    ...(share === '' ? [] : [share]),
  ];
  const within = `chỉ tiêu ${places.max ?? ''}${where.length === 0 ? '' : ` (${where.join(': ')})`}${takenWords(places)}`;
  const unnumbered =
    quota.condition === null && places.max === null && share !== '' ? share : numberWords(quota, movement);
  return { within, unnumbered };
}

/** What open matters can still do to a place at the cut, to end a sentence. */
function openPlaces({ chosen, undecided, waiting, behind }: Selection, input: Within) {
  const sheets = new Map(input.sheets.map((sheet) => [candidateKey(sheet.unit, sheet.audience), sheet] as const));
  const sheetOf = ({ unit, audience }: RankedUnit) => sheets.get(candidateKey(unit, audience));
  const mayPass = (unit: RankedUnit, other: RankedUnit) => canStandAbove(sheetOf(unit), sheetOf(other));
  const outside = [...behind, ...undecided, ...waiting.flatMap(({ unit, on }) => (on === 'points' ? unit : []))];
  return {
    losable: (unit: RankedUnit) => (outside.some((other) => mayPass(other, unit)) ? `; ${OPEN} mất chỗ này` : ''),
    winnable: (unit: RankedUnit) => (chosen.some((other) => mayPass(unit, other)) ? `; ${OPEN} được chỗ này` : ''),
  };
}

/** With what is still open: its most against the other's least. Exact: points over maxima, cross-multiplied. */
function canStandAbove(scoreSheet: ScoreSheet | undefined, other: ScoreSheet | undefined): boolean {
  return scoreSheet !== undefined && other !== undefined && scoreSheet.high * other.max > other.low * scoreSheet.max;
}
