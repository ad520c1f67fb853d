import { periodDays } from '../../../base/period/period.ts';
import { foldKey } from '../../../base/text/text.ts';
import { figureText } from '../between.ts';
import { type PlacedNumber, settledFigure } from '../figures.ts';
import type { Check, EarlierFindings, Finding } from '../finding.ts';
import { type CheckRun, type CheckSubject, type Line, prepareSubject } from '../run.ts';
import { isFigureInDoubt } from '../value.ts';

/** Số liệu tăng hoặc giảm đột ngột so với kỳ trước. */
export const suddenChange: Check<'sudden-change'> = {
  code: 'sudden-change',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Biến động bất thường',
  todo: 'Đề nghị đơn vị giải trình nguyên nhân.',
  find,
};

function find(run: CheckRun, found: EarlierFindings): readonly Finding[] {
  const previous = (run.context.previous ?? []).map((report) => prepareSubject(report, report.file, run.context, null));
  // A workbook may keep several periods: the latest one counts.
  const inTime = [...previous].sort((a, b) => endOf(a).localeCompare(endOf(b)));
  const byUnit = new Map(inTime.map((subject) => [foldKey(subject.unit), subject]));
  return run.subjects.flatMap((subject) => {
    const last = byUnit.get(foldKey(subject.unit));
    if (last === undefined || found.inReport(subject, 'wrong-period', 'wrong-audience')) return [];
    const before = new Map(last.lines.map((line) => [line.code, line]));
    return subject.lines.flatMap((line): readonly Finding[] => {
      const earlier = before.get(line.code);
      if (earlier === undefined || earlier.measure !== line.measure) return [];
      if (isFigureInDoubt(found, subject, line) || found.on(subject, line.code, 'portal-mismatch')) return [];
      const [now, then] = [settledFigure(line), settledFigure(earlier)];
      if (now === null || then === null || !isSudden(line, now, then, isSameKind(subject, last))) return [];
      const what = now.value > then.value ? 'tăng' : 'giảm';
      const message = `Tiêu chí ${line.code}: ${what} từ ${figureText(line, then.value)} kỳ trước lên ${figureText(line, now.value)}.`;
      const data = { previous: then.value, current: now.value };
      return [
        {
          subject,
          line: line.code,
          cell: now.cell,
          message: what === 'tăng' ? message : message.replace(' lên ', ' xuống '),
          data,
        },
      ];
    });
  });
}

/**
 * A ratio that moved by so many percentage points, or a count that grew or shrank so many times, is to be explained.
 */
const SUDDEN_POINTS = 30;

const SUDDEN_FACTOR = 3;

/** Below this a count may well triple. */
const SUDDEN_LEAST = 10;

/** A quarter's count says nothing against a year's. */
function isSameKind(now: CheckSubject, then: CheckSubject): boolean {
  return now.period === null || then.period === null || now.period.kind === then.period.kind;
}

function isSudden(line: Line, now: PlacedNumber, then: PlacedNumber, sameKind: boolean): boolean {
  const [low, high] = now.value < then.value ? [now.value, then.value] : [then.value, now.value];
  if (line.measure === 'percentage' || line.measure === 'rate') return high - low >= SUDDEN_POINTS;
  return sameKind && low >= 0 && high >= SUDDEN_LEAST && high >= SUDDEN_FACTOR * low;
}

/** Last day of what a report is for; '' = it does not say. */
function endOf({ period }: CheckSubject): string {
  return period === null ? '' : periodDays(period).to;
}
