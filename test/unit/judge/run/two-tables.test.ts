/** Two tables of one unit in one file: flags and points go to the table they are of, in whatever order they come. */
import { describe, expect, it } from 'vitest';
import { joinResults } from '../../../../core/judge/run/run-result.ts';
import type { Report } from '../../../../core/report/report.ts';
import { tableOf } from '../../../../core/report/table-of.ts';
import { flagOf } from '../../../fixtures/flag.ts';
import { criterion, entry, movement, number, report, run, set } from '../score/sets.ts';

const plan = movement([set([criterion('1', 10_000, { kind: 'proportional', full: 100 })])]);

function tableAt(top: number, value: number): Report {
  const own = report('Bản Mẫu', [entry('1', { value: number(value) })]);
  return { ...own, layout: { ...own.layout, headerTop: top, headerBottom: top, lastRow: top + 5 } };
}

const first = tableAt(3, 90);
const second = tableAt(20, 40);
const flagIn = (of: Report) =>
  flagOf('ratio-mismatch', {
    id: tableOf(of),
    unit: 'Bản Mẫu',
    file: of.file,
    table: tableOf(of),
    criterion: '1',
    cell: { sheet: of.layout.sheet, address: 'D7' },
  });

describe('two tables of one unit in one file', () => {
  const reports = [first, second];
  const named = reports.map((report) => ({ report: report, unit: 'Bản Mẫu' }));

  it('have their own points and flags, in whatever order these come', () => {
    const { sheets } = run(plan, reports);
    const flags = reports.map(flagIn);
    for (const [scores, given] of [
      [sheets, flags],
      [[...sheets].reverse(), [...flags].reverse()],
    ] as const) {
      const joined = joinResults(named, given, scores).reports;
      expect(joined.map(({ score }) => score?.total)).toEqual([9000, 4000]);
      expect(joined.map((reportResult) => reportResult.flags.map(({ id }) => id))).toEqual(
        reports.map((report) => [tableOf(report)]),
      );
    }
  });

  it('are held back by their own flags alone', () => {
    const { sheets } = run(plan, reports, {
      flags: [{ ...flagIn(second), doubt: 'value', severity: 'error' }],
    });
    expect(sheets.map(({ points }) => points[0]?.status)).toEqual(['settled', 'in-doubt']);
  });
});
