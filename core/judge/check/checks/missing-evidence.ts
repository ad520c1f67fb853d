/**
 * Only where evidence is required and the figure claims something; once a criterion, whichever of its parts claims. An
 * explanation in its place (SR-30: missing evidence must be explained) keeps the points, for the appraiser to judge: a
 * warning instead of an error. A file handed in for the criterion is evidence, cited or not; a unit that hands in files
 * gets a notice of the criteria that cite documents without handing in a file.
 */

import type { Criterion } from '../../../movement/criteria-set.ts';
import { factsOf } from '../../../movement/rule.ts';
import { figuresOf, isNumeric } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { citedFor, evidenceOf, filesFor } from '../handed-in-evidence.ts';
import { type CheckRun, type CheckSubject, type Line, remarksOf } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';
import { quote } from '../words.ts';

/** Tiêu chí phải có minh chứng mà đơn vị không nêu văn bản nào. Có giải trình thay thì chỉ là cảnh báo. */
export const missingEvidence: Check<'missing-evidence'> = {
  code: 'missing-evidence',
  severity: 'error',
  doubt: 'value',
  name: 'Thiếu minh chứng',
  todo: 'Yêu cầu đơn vị nộp minh chứng hoặc giải trình; không có thì tiêu chí không được tính điểm.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  return run.subjects.flatMap((subject) => {
    if (remarksOf(subject, 'missing-column').some(({ role }) => role === 'evidence')) return [];
    const seen = new Set<Criterion>();
    const uncited = subject.lines.flatMap((line): readonly Finding[] => {
      const { criterion } = line;
      const whole = subject.entries.get(criterion.code);
      if (criterion.evidence !== 'required' || criterion.filledBy !== 'unit' || whole === undefined) return [];
      if (seen.has(criterion) || isFigureInDoubt(found, subject, line) || !claims(line)) return [];
      const rows = [whole, ...(whole.parts ?? [])];
      const cell = whole.evidenceCell ?? line.entry.evidenceCell;
      if (cell === undefined || filesFor(run, subject, criterion.code).length > 0) return [];
      if (rows.some(({ evidence }) => evidence.length > 0)) return [];
      seen.add(criterion);
      const at = { subject, line: criterion.code, cell };
      const explanation = rows.map((row) => row.explanation?.text.trim() ?? '').find((text) => /\p{L}/u.test(text));
      const wanted = criterion.evidenceHint === undefined ? '' : ` (${criterion.evidenceHint})`;
      const message = `Tiêu chí ${criterion.code}: chưa nêu minh chứng${wanted}`;
      if (explanation === undefined) return [{ ...at, message: `${message}.` }];
      const explained = `${message}, có giải trình ${quote(explanation)}.`;
      return [{ ...at, message: explained, severity: 'warning', doubt: 'nothing', data: { explanation } }];
    });
    return [...uncited, ...notGiven(run, subject)];
  });
}

/** A notice for the unit as a whole: it hands in files, but none for the documents that these criteria cite. */
function notGiven(run: CheckRun, subject: CheckSubject): readonly Finding[] {
  if (!evidenceOf(run)?.some(({ unit }) => unit === subject.unit)) return [];
  const required = subject.set?.criteria.filter(
    ({ evidence, filledBy }) => evidence === 'required' && filledBy === 'unit',
  );
  const open = (required ?? [])
    .map(({ code }) => code)
    .filter((code) => citedFor(subject, code).texts.length > 0 && filesFor(run, subject, code).length === 0);
  if (open.length === 0) return [];
  const message = `Có nêu văn bản nhưng chưa nộp tệp minh chứng: tiêu chí ${open.join(', ')}.`;
  return [{ subject, cell: null, message, severity: 'info', doubt: 'nothing', data: { criteria: open.join(' ') } }];
}

/** A result that may earn points: more than 0, yes, a day, a level worth points. */
function claims(line: Line): boolean {
  const { deducts, levels } = factsOf(line.rule);
  if (deducts !== null) return false;
  if (isNumeric(line.measure)) {
    const { a, typed } = figuresOf(line);
    return (a?.value ?? typed?.value ?? 0) > 0;
  }
  const reading = line.entry.value?.reading;
  if (reading?.kind === 'level' && levels) {
    return levels.some((level) => level.code === reading.code && level.points > 0);
  }
  return reading?.kind === 'yes' || reading?.kind === 'date' || reading?.kind === 'level';
}
