/**
 * What goes over into the ledger of awards once a decision is signed: the names, deeds and forms as its list has them,
 * with the number and the day somebody read off the signed paper.
 */

import { type Result, refuse } from '../base/result.ts';
import { squashKey } from '../base/text/text.ts';
import { tidy } from '../base/text/tidy.ts';
import { candidateCode } from '../council/candidate-code.ts';
import { type AwardCandidate, ROUND_NAME } from '../judge/award/candidate.ts';
import type { PastAward } from '../judge/award/ledger.ts';
import { waitsForNumbers } from '../movement/waits-for-numbers.ts';
import { formatDate } from '../sheet/grid/date.ts';
import type { PaperFacts } from './facts.ts';
import { achievementOf, isStillAwarded, nameWithDeed } from './lists.ts';
import { BLANK } from './words.ts';

/** Somebody proposed and not in the ledger yet. */
export interface AwardToGive {
  /** Identifies the award in the user's choice. */
  readonly code: string;
  /** `Bản Nà Đắng`. */
  readonly name: string;
  /** `Bản Nà Đắng (hằng năm)`. */
  readonly text: string;
  readonly form: string;
  /**
   * Whether the award is preselected as named in the decision: not where the same form is listed above under another
   * round too, because only one of the two is granted, nor once a decision of the same round is in the ledger, because
   * a candidate who moves up was not in it.
   */
  readonly preset: boolean;
}

export interface DecisionSigned {
  /** As printed: `231/QĐ-UBND`. */
  readonly number: string;
  /** ISO day. */
  readonly date: string;
  /** Codes of whom it names. */
  readonly codes: readonly string[];
}

/** In the order of the candidates. */
export function awardsToGive(facts: PaperFacts): readonly AwardToGive[] {
  const begun = new Set(facts.candidates.filter(({ granted }) => granted !== null).map(occasionOf));
  const seen = new Set<string>();
  return open(facts).map((awardCandidate) => {
    const { unit: name, audience, form, round } = awardCandidate;
    const key = JSON.stringify([name, audience, form, round === 'out-of-turn' && awardCandidate.achievement]);
    const preset = !seen.has(key) && !begun.has(occasionOf(awardCandidate));
    seen.add(key);
    const text = `${nameWithDeed(awardCandidate)} (${ROUND_NAME[round].toLowerCase()})`;
    return { code: codeOf(facts, awardCandidate), name, text, form, preset };
  });
}

/** Rounds of a movement end together, so that a decision may hold several; out of turn each stands alone. */
function occasionOf({ form, round }: AwardCandidate): string {
  return JSON.stringify([form, round === 'out-of-turn']);
}

/**
 * Rows for the ledger; refused when number or day cannot be those of a signed decision, nobody is named, or who is
 * proposed rests on numbers of a scan nobody has confirmed.
 */
export function rowsForLedger(
  facts: PaperFacts,
  { number, date, codes }: DecisionSigned,
  today: string,
): Result<readonly PastAward[]> {
  const decision = tidy(number);
  const { period, movement } = facts.run;
  const waits = waitsForNumbers(movement, 'ghi quyết định khen thưởng');
  if (waits) return waits;
  if (decision === '') return refuse('no-number', 'Hãy ghi số quyết định đã ký.');
  if (date > today) return refuse('bad-day', `Ngày quyết định ${formatDate(date)} sau hôm nay ${formatDate(today)}.`);
  if (period === null) return refuse('no-period', 'Chưa rõ kỳ xét khen: chọn kỳ báo cáo trước.');
  const other = facts.ledger.find(
    (pastAward) =>
      squashKey(pastAward.decision ?? '') === squashKey(decision) &&
      pastAward.date?.slice(0, 4) === date.slice(0, 4) &&
      pastAward.date !== date,
  );
  if (other?.date)
    return refuse(
      'other-day',
      `Sổ khen thưởng đã có Quyết định số ${decision} ngày ${formatDate(other.date)}: xem lại số hoặc ngày.`,
    );
  const chosen = open(facts).filter((awardCandidate) => codes.includes(codeOf(facts, awardCandidate)));
  if (chosen.length < new Set(codes).size)
    return refuse('gone', 'Danh sách đề nghị đã thay đổi hoặc đã ghi vào sổ; hãy mở lại.');
  if (chosen.length === 0) return refuse('nobody', 'Hãy chọn người có tên trong quyết định.');
  return {
    ok: true,
    value: chosen.map((awardCandidate): PastAward => {
      const achievement = tidy(achievementOf(facts, awardCandidate));
      return {
        ...{
          unit: awardCandidate.unit,
          kind: awardCandidate.outsider ? 'outside' : awardCandidate.subject,
          form: awardCandidate.form,
          year: period.year,
        },
        ...{ round: ROUND_NAME[awardCandidate.round], decision, date },
        ...(achievement === BLANK ? {} : { achievement }),
      };
    }),
  };
}

/** Leaves out awards that no authority can grant and awards already granted. */
function open({ candidates }: PaperFacts): readonly AwardCandidate[] {
  return candidates.filter(
    (candidate) => candidate.state === 'proposed' && candidate.granted === null && isStillAwarded(candidate),
  );
}

function codeOf({ run }: PaperFacts, awardCandidate: AwardCandidate): string {
  return candidateCode({ movement: run.movement.id, period: run.period }, awardCandidate);
}
