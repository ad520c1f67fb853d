import { formatPoints, toPoints } from '../../../base/quantity/points.ts';
import { foldKey } from '../../../base/text/text.ts';
import type { Criterion } from '../../../movement/criteria-set.ts';
import { factsOf, partsOf } from '../../../movement/rule.ts';
import { levelWords } from '../../../movement/rules/wording.ts';
import { untilWords } from '../../../movement/threshold-words.ts';
import { partEntry } from '../../../report/part-entry.ts';
import type { Entry } from '../../../report/report.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { readPlainNumbers } from '../plain-numbers.ts';
import type { CheckRun, CheckSubject } from '../run.ts';
import { isSameTitle } from '../same-title.ts';
import { asked } from '../structure.ts';
import { quote } from '../words.ts';

/** Tên, chỉ tiêu hoặc điểm tối đa trong bảng khác bộ tiêu chí. Điểm vẫn tính theo bộ tiêu chí. */
export const alteredCriterion: Check<'altered-criterion'> = {
  code: 'altered-criterion',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Tiêu chí bị sửa',
  todo: 'Sửa lại đúng bộ tiêu chí đã ban hành và hỏi đơn vị vì sao sửa.',
  find,
};

function find({ subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) =>
    (subject.set?.criteria ?? []).flatMap((criterion) => {
      const entry = subject.entries.get(criterion.code);
      if (entry === undefined) return [];
      const parts = partsOf(criterion.rule).flatMap((part) => {
        const own = partEntry(entry, criterion.code, part.code);
        const line = `${criterion.code}.${part.code}`;
        return own === undefined
          ? []
          : [...alteredTitle(subject, line, [part.title], own), ...alteredMax(subject, line, [part.maxPoints], own)];
      });
      return [
        ...alteredTitle(subject, criterion.code, [criterion.title, ...criterion.aliases], entry),
        ...alteredTarget(subject, criterion, entry),
        ...alteredMax(subject, criterion.code, printedMaxima(criterion), entry),
        ...parts,
      ];
    }),
  );
}

function alteredTitle(
  subject: CheckSubject,
  line: string,
  titles: readonly string[],
  entry: Entry,
): readonly Finding[] {
  const { text, cell } = entry.title;
  if (titles.some((title) => isSameTitle(title, text))) return [];
  const message = `Tên tiêu chí ${line} trong bảng là ${quote(text)}, bộ tiêu chí là ${quote(titles[0] ?? '')}.`;
  return [{ subject, line, cell, message, data: { found: text, expected: titles[0] ?? '' } }];
}

/** The figures and the direction of the target as printed; text that has no figure says nothing against it. */
function alteredTarget(subject: CheckSubject, criterion: Criterion, entry: Entry): readonly Finding[] {
  const { target, unit, code, milestones = [] } = criterion;
  if (entry.target === undefined || target === null) return [];
  const { text, cell } = entry.target;
  const numbers = readPlainNumbers(text);
  const isTurned = (target.comparator.startsWith('lt') ? AT_LEAST : AT_MOST).test(foldKey(text));
  if (numbers.length === 0 || (numbers.includes(target.value) && !isTurned)) return [];
  const expected = levelWords(target.comparator, target.value, unit);
  const other = milestones.find((milestone) => numbers.includes(milestone.target.value));
  const ofOther = other ? ` Mức trong bảng là của mốc ${untilWords(other.target.by)}.` : '';
  const asks = milestones.length > 0 ? `bộ tiêu chí ${untilWords(target.by)}` : 'bộ tiêu chí';
  const message = `Chỉ tiêu của tiêu chí ${code} trong bảng là ${quote(text)}, ${asks} là ${quote(expected)}.${ofOther}`;
  return [{ subject, line: code, cell, message, data: { found: text, expected: target.value } }];
}

const AT_MOST = /^(?:tối đa|không quá|dưới|nhỏ hơn|≤|<)/;

const AT_LEAST = /^(?:tối thiểu|ít nhất|trên|lớn hơn|≥|>)/;

/** A deduction may be printed as 0, as its cap, or as minus its cap. */
function printedMaxima({ maxPoints, rule }: Criterion): readonly number[] {
  const { deducts } = factsOf(rule);
  return deducts === null ? [maxPoints] : [maxPoints, deducts, -deducts];
}

function alteredMax(subject: CheckSubject, line: string, maxima: readonly number[], entry: Entry): readonly Finding[] {
  const reading = entry.max?.reading;
  if (entry.max === undefined || reading?.kind !== 'number') return [];
  const found = toPoints(reading.value);
  if (maxima.includes(found)) return [];
  const expected = formatPoints(maxima[0] ?? 0);
  return [
    {
      subject,
      line,
      cell: entry.max.cell,
      message: `Điểm tối đa của tiêu chí ${line} trong bảng là ${formatPoints(found)}, bộ tiêu chí là ${expected}.`,
      data: { found: found / 100, expected: (maxima[0] ?? 0) / 100 },
    },
  ];
}
