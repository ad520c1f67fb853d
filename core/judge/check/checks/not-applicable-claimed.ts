import type { Criterion } from '../../../movement/criteria-set.ts';
import { factsOf } from '../../../movement/rule.ts';
import { isNotArising } from '../../../report/read/value-words.ts';
import { entryValue } from '../../score/value.ts';
import { isFilledByUnit, isOptional } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun, CheckSubject, Line } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';

/**
 * Đơn vị ghi KPS (không phát sinh) ở tiêu chí mà đơn vị nào cũng có, hoặc phải được Hội đồng xác nhận, hoặc chưa nêu
 * lý do; chưa xử lý thì tiêu chí tính 0 điểm và vẫn nằm trong điểm tối đa.
 */
export const notApplicableClaimed: Check<'not-applicable-claimed'> = {
  code: 'not-applicable-claimed',
  severity: 'error',
  doubt: 'value',
  name: 'Ghi không phát sinh',
  todo: 'Hỏi đơn vị số liệu thực; nếu đúng là không phát sinh thì Hội đồng xác nhận.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return run.subjects.flatMap((subject) =>
    subject.lines.flatMap((line): readonly Finding[] => {
      if (!isClaim(line) || isOptional(line) || isFigureInDoubt(found, subject, line)) return [];
      if (factsOf(line.criterion.rule).joins === 'best' && hasOtherFigure(subject, line)) return [];
      const fault = verdict(line.criterion, hasReason(subject, line));
      if (fault === null) return [];
      const { numerator, denominator, value, title } = line.entry;
      const { cell } = [value, numerator, denominator].find((read) => read?.reading.kind === 'not-applicable') ??
        denominator ?? { cell: title.cell };
      return [{ subject, line: line.code, cell, message: `Tiêu chí ${line.code}: ${fault}.` }];
    }),
  );
}

/**
 * What is wrong with a claim, in Vietnamese; null = the claim is accepted. Forms for households and villages have a
 * column for the reason too.
 */
function verdict({ notApplicable }: Criterion, hasReason: boolean): string | null {
  switch (notApplicable) {
    case 'zero':
      return 'ghi không phát sinh nhưng đơn vị nào cũng có nội dung này';
    case 'drop-confirmed':
      return 'ghi không phát sinh, chỉ được bỏ qua khi Hội đồng xác nhận';
    case 'drop':
    case 'full':
      return hasReason ? null : 'ghi không phát sinh nhưng chưa nêu lý do';
  }
}

/** What the commune gave no target for is no claim of the unit's. */
function isClaim(line: Line): boolean {
  return (
    line.entry.assigned !== 'none' &&
    isFilledByUnit(line) &&
    entryValue(line.entry, line.measure, false).kind === 'not-applicable'
  );
}

/** Of alternatives the best one counts: the others need not arise. */
function hasOtherFigure({ lines }: CheckSubject, { criterion }: Line): boolean {
  return lines.some((line) => line.criterion === criterion && line.part !== null && !isClaim(line));
}

/** The reason stands in the row, or for a part in the row of its criterion. Repeating the claim is not a reason. */
function hasReason({ entries }: CheckSubject, { entry, criterion }: Line): boolean {
  const own = [entry, entries.get(criterion.code)];
  return own.some((entry) => {
    const text = (entry?.explanation?.text ?? '').trim();
    return /\p{L}/u.test(text) && !isNotArising(text);
  });
}
