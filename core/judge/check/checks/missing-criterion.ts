/**
 * The flag stands at the title of the row after which the criterion is missing. A missing bonus row is flagged too,
 * because it may exist and not have been read; a hidden row is flagged as hidden. Parts are looked for only where the
 * sheet lists parts at all.
 */

import type { Criterion } from '../../../movement/criteria-set.ts';
import { partsOf } from '../../../movement/rule.ts';
import { partEntry } from '../../../report/part-entry.ts';
import type { CellRef } from '../../../report/report.ts';
import { isGraded } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { asked } from '../structure.ts';
import { quote } from '../words.ts';

/** Bộ tiêu chí có tiêu chí này nhưng bảng của đơn vị không có. */
export const missingCriterion: Check<'missing-criterion'> = {
  code: 'missing-criterion',
  severity: 'error',
  doubt: 'value',
  name: 'Thiếu tiêu chí',
  todo: 'Đề nghị đơn vị bổ sung dòng tiêu chí này theo đúng biểu mẫu.',
  find,
};

function find({ subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  return asked(subjects, found).flatMap((subject) => {
    const findings: Finding[] = [];
    let before: CellRef | null = null;
    const missing = (line: string, title: string) => {
      if (found.on(subject, line, 'hidden-content')) return;
      const message = `Bảng thiếu tiêu chí ${line} ${quote(title)}.`;
      findings.push({ subject, line, cell: before, message, data: { title } });
    };
    for (const criterion of subject.set?.criteria ?? []) {
      const entry = subject.entries.get(criterion.code);
      if (entry === undefined) {
        // What the register decides, or the council alone may add, loses nothing where the unit's sheet does not list
        // it.
        const isForm = subject.report.answers || criterion.bonus;
        const isAsked = criterion.filledBy !== 'register' && (!isForm || isAskedOfUnit(criterion));
        if (isAsked) missing(criterion.code, criterion.title);
        continue;
      }
      before = entry.title.cell;
      if (entry.parts === undefined || entry.parts.length === 0) continue;
      for (const part of partsOf(criterion.rule)) {
        const own = partEntry(entry, criterion.code, part.code);
        if (own === undefined) missing(`${criterion.code}.${part.code}`, part.title);
        else before = own.title.cell;
      }
    }
    return findings;
  });
}

/** A form has only the criteria that the unit fills in. */
function isAskedOfUnit({ filledBy, rule }: Criterion): boolean {
  return filledBy === 'unit' && !isGraded(rule);
}
