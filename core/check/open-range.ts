/**
 * The last word on figures: whatever keeps the points of a criterion open stands under a flag. Each check before it knows one cause;
 * this one asks the rule itself, so that a cause nobody thought of is asked about and never passed over.
 */
import { CATALOGUE } from '../flag/catalogue.ts';
import { FLAG_CODES } from '../flag/flag.ts';
import type { Criterion } from '../movement/criteria-set.ts';
import { quantityOf } from '../quantity/quantity.ts';
import { scoreCriterion } from '../score/criterion.ts';
import { isGraded } from './figures.ts';
import type { Check, Finding, Found } from './finding.ts';
import { partsOf, type Run, type Subject } from './run.ts';
import { lacksResults } from './value.ts';
import { quote } from './words.ts';

export const openRangeChecks: readonly Check[] = [{ code: 'missing-value', find: openRange }];

/** Codes that leave the range of their criterion open until somebody decided. */
const DOUBTS = FLAG_CODES.filter((code) => CATALOGUE[code].doubt === 'value');

function openRange(run: Run, found: Found): readonly Finding[] {
  return run.subjects.flatMap((subject): readonly Finding[] => {
    if (!subject.set?.scored || lacksResults(subject) || found.inReport(subject, 'wrong-audience')) return [];
    return subject.set.criteria.flatMap((criterion): readonly Finding[] => {
      if (!isScoredByFigures(criterion) || !isOpen(run, subject, criterion)) return [];
      const { code, title } = criterion;
      const rows = [code, ...partsOf(criterion.rule).map((part) => `${code}.${part.code}`)];
      if (rows.some((row) => found.on(subject, row, 'hidden-content', ...DOUBTS))) return [];
      const message = `Tiêu chí ${code}: số liệu trong bảng chưa đủ để tính điểm ${quote(title)}.`;
      const entry = subject.entries.get(code);
      return [{ subject, line: code, cell: entry?.value?.cell ?? entry?.title.cell ?? null, message }];
    });
  });
}

/** By what the unit itself gives: not by the council, the portal or the register. */
function isScoredByFigures({ filledBy, rule }: Criterion): boolean {
  return filledBy === 'unit' && !isGraded(rule);
}

/** Whoever it is measured by (SR-11), a figure of its own is settled: any figure of another unit will do here. */
function isOpen({ movement }: Run, subject: Subject, criterion: Criterion): boolean {
  const { period, registered, entries } = subject;
  const codes = [criterion.code, ...partsOf(criterion.rule).map((part) => `${criterion.code}.${part.code}`)];
  const peers = new Map(codes.map((code) => [code, quantityOf(1)]));
  const entry = entries.get(criterion.code) ?? null;
  const { computed, low, high } = scoreCriterion(criterion, entry, { movement, period, registered, peers });
  return computed === null || low !== high;
}
