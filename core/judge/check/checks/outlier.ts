import { groupBy } from '../../../base/group-by.ts';
import { figureText } from '../between.ts';
import { settledFigure } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { medianOf, outlyingAmong } from '../outlying.ts';
import type { CheckRun } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';
import { quote } from '../words.ts';

/** Số liệu khác hẳn các đơn vị cùng đối tượng. */
export const outlier: Check<'outlier'> = {
  code: 'outlier',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Khác hẳn đơn vị khác',
  todo: 'Kiểm tra lại số liệu gốc của đơn vị.',
  find,
};

function find({ subjects }: CheckRun, found: EarlierFindings): readonly Finding[] {
  const sound = subjects.filter(
    (subject) => !found.inReport(subject, 'wrong-audience', 'wrong-period', 'duplicate-report'),
  );
  const figures = sound.flatMap((subject) =>
    subject.lines.flatMap((line) => {
      const figure = isFigureInDoubt(found, subject, line) ? null : settledFigure(line);
      return figure === null ? [] : [{ subject, line, figure }];
    }),
  );
  const byCriterion = groupBy(
    figures,
    ({ subject, line }) => `${subject.report.audience}|${subject.set?.version}|${line.code}`,
  );
  return [...byCriterion.values()].flatMap((peers) => {
    const values = peers.map(({ figure }) => figure.value);
    const median = medianOf(values);
    const isOutlying = outlyingAmong(values, peers[0]?.line.measure === 'percentage' ? 'ratio' : 'count');
    return peers.flatMap(({ subject, line, figure }): readonly Finding[] => {
      if (found.on(subject, line.code, 'portal-mismatch', 'sudden-change')) return [];
      if (!isOutlying(figure.value)) return [];
      const message = `Tiêu chí ${line.code}: ${subject.unit} ghi ${figureText(line, figure.value)}, mức giữa của ${values.length} đơn vị cùng đối tượng ${quote(line.title)} là ${figureText(line, median)}.`;
      const data = { value: figure.value, median, units: values.length };
      return [{ subject, line: line.code, cell: figure.cell, message, data }];
    });
  });
}
