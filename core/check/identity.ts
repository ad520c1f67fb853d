/** Checks of who reports: a unit of the register, once, on the sheet of its own audience. */

import type { Movement } from '../movement/movement.ts';
import { periodKey, periodName } from '../period/period.ts';
import { fileTitle } from '../report/match-unit.ts';
import { audienceNamed } from '../report/register-audience.ts';
import { foldKey } from '../text/text.ts';
import { byArrival } from './arrival.ts';
import type { Check, Finding } from './finding.ts';
import { groupBy } from './group-by.ts';
import { type Run, remarksOf, type Subject } from './run.ts';
import { quote } from './words.ts';

export const identityChecks: readonly Check[] = [
  { code: 'unknown-unit', find: unknownUnit },
  { code: 'wrong-audience', find: wrongAudience },
  { code: 'duplicate-report', find: duplicateReport },
];

/** Not in the register, or a sheet that names several units, so that nobody can say whose it is. */
function unknownUnit({ context, subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const several = remarksOf(subject, 'several-units')[0];
    if (several !== undefined) {
      const message = `Báo cáo ghi nhiều đơn vị: ${quote(several.text)}.`;
      return [{ subject, cell: several.cell, message, data: { found: several.text } }];
    }
    if (context.register === null || subject.registered !== null) return [];
    const cell = subject.report.unit?.cell ?? null;
    const message = `Đơn vị ${quote(subject.unit)} không có trong danh sách đơn vị.`;
    return [{ subject, cell, message, data: { found: subject.unit } }];
  });
}

/** The sheet is printed for another audience than the register says, or its rows are another audience's. */
function wrongAudience({ movement, subjects }: Run): readonly Finding[] {
  return subjects.flatMap((subject): readonly Finding[] => {
    const { registered, report } = subject;
    if (registered === null) return [];
    const expected = audienceNamed(registered.audience, movement.audiences) ?? registered.audience;
    const actual = report.audience;
    if (actual === expected) return [];
    const [found, wanted] = [actual, expected].map((kind) => quote(audienceTitle(movement, kind)));
    const message = `Báo cáo lập theo bộ tiêu chí của ${found}, ${subject.unit} thuộc đối tượng ${wanted}.`;
    const cell = report.unit?.cell ?? null;
    return [{ subject, cell, message, data: { found: actual, expected } }];
  });
}

function audienceTitle(movement: Movement, kind: string): string {
  return movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind;
}

/** The later report carries the flag and names the first. */
function duplicateReport({ subjects }: Run): readonly Finding[] {
  const same = groupBy([...subjects].sort(byArrival), reportKey);
  return [...same.values()].flatMap(([first, ...later]) =>
    later.map((subject) => {
      const where = first === undefined ? '' : placeOf(first);
      const period = subject.period === null ? '' : ` ${periodName(subject.period)}`;
      return {
        subject,
        cell: subject.report.unit?.cell ?? null,
        message: `${subject.unit} đã có báo cáo${period} ở ${quote(where)}.`,
        data: { first: where },
      };
    }),
  );
}

function reportKey({ unit, period }: Subject): string {
  return `${foldKey(unit)}|${period === null ? '' : periodKey(period)}`;
}

function placeOf({ file, report }: Subject): string {
  return `${fileTitle(file)}, trang tính ${report.sheets[0] ?? ''}`;
}
