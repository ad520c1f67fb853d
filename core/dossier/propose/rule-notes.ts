/** One question for all rows of a plan's own scale that have no rule in words. */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { Audience } from '../../movement/movement.ts';
import type { Unruled } from './rule-of-mark.ts';

const ANSWERS: Readonly<Record<Unruled, string>> = {
  'yes-no': 'chấm Có/Không như đã chọn',
  council: 'để Hội đồng chấm như đã chọn',
};

export function ruleNotes(
  sets: readonly CriteriaSet[],
  audiences: readonly Audience[],
  unruled: Unruled | null,
): readonly string[] {
  const rows = (wanted: (one: Criterion) => boolean): string =>
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
