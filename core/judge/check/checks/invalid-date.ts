import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { allSpots, expectedIn, isExpected, isOtherwiseJudged, isWrittenDate, spotFinding } from '../value-cells.ts';
import { quote, rawText } from '../words.ts';

/** Ngày ghi trong ô không có thật hoặc không đọc được thành ngày. */
export const invalidDate: Check<'invalid-date'> = {
  code: 'invalid-date',
  severity: 'error',
  doubt: 'value',
  name: 'Ngày không hợp lệ',
  todo: 'Ghi lại ngày theo dạng ngày/tháng/năm.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  const inLines = allSpots(run).flatMap((spot) => {
    const { reading, raw } = spot.read;
    if (expectedIn(spot) !== 'date' || isExpected(reading.kind, spot)) return [];
    if (isOtherwiseJudged(reading.kind) && reading.kind !== 'ambiguous') return [];
    return [spotFinding(spot, `ghi ${quote(rawText(raw))} không phải ngày hợp lệ`)];
  });
  const ofReports = run.subjects.flatMap((subject): readonly Finding[] => {
    const { date } = subject.report;
    if (date === null || date.date !== null || !isWrittenDate(date.text)) return [];
    const message = `Ngày báo cáo ghi ${quote(date.text)} không phải ngày hợp lệ.`;
    return [{ subject, cell: date.cell, message, data: { found: date.text } }];
  });
  return [...inLines, ...ofReports];
}
