/** Notes on the rules of a plan's own scale: what reading their words decided or left unused, and rows without words. */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { Audience } from '../../movement/movement.ts';
import type { WordedRule } from '../rule-text/worded-rule.ts';
import type { Unruled } from './rule-of-mark.ts';

const ANSWERS: Readonly<Record<Unruled, string>> = {
  'yes-no': 'chấm Có/Không như đã chọn',
  council: 'để Hội đồng chấm như đã chọn',
};

export interface CriterionReading {
  /** Name of the audience whose set has the criterion. */
  readonly audience: string;
  readonly code: string;
  readonly reading: WordedRule;
}

/** Each note once, with every criterion it is of. */
export function readingNotes(readings: readonly CriterionReading[]): readonly string[] {
  const of = new Map<string, string[]>();
  for (const { audience, code, reading } of readings)
    for (const note of notesOf(reading)) of.set(note, [...(of.get(note) ?? []), `${audience} ${code}`]);
  return [...of].map(([note, criteria]) => `${note} Tiêu chí: ${criteria.join('; ')}.`);
}

function notesOf({ notes, unused }: WordedRule): readonly string[] {
  const words = unused.map((aside) => `“${aside}”`).join(', ');
  return unused.length === 0 ? notes : [...notes, `Cách chấm chưa dùng đến chữ của kế hoạch: ${words}.`];
}

/** A single question for all rows without a rule in words. */
export function ruleNotes(
  sets: readonly CriteriaSet[],
  audiences: readonly Audience[],
  unruled: Unruled | null,
): readonly string[] {
  const rows = (wanted: (criterion: Criterion) => boolean): string =>
    sets
      .flatMap((set) => {
        const codes = set.criteria.filter(wanted).map(({ code }) => code);
        const name = audiences.find(({ kind }) => kind === set.audience)?.name ?? set.audience;
        return codes.length === 0 ? [] : [`${name}: ${codes.join(', ')}`];
      })
      .join('; ');
  const open = rows(({ proposed }) => proposed === 'rule');
  const answer =
    unruled === null
      ? 'tạm chấm như ghi ở cột “Cách chấm” (đề xuất). Dòng không ghi cách chấm: Có/Không, hay Hội đồng chấm? Chọn một lần khi đọc kế hoạch, hoặc sửa từng dòng'
      : ANSWERS[unruled];
  return open === '' ? [] : [`Kế hoạch chỉ ghi điểm, không ghi cách chấm ở các dòng ${open}: ${answer}.`];
}
