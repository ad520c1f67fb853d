/** Each bundled plan with targets over real sheets: reports written, read, scored, and the commune's result. */
import { expect, it } from 'vitest';
import { communeResult } from '../../../../core/commune/result/commune.ts';
import { runReports } from '../../../../core/judge/run/run.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { readReports } from '../../../../core/report/read.ts';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../../fixtures/correct-report.ts';
import { type FilledReport, withEntry } from '../../../fixtures/filled-report.ts';
import { layoutSheet } from '../../../fixtures/layouts.ts';

/** Correct reports of two offices, modified by `change`, read back and scored. */
function targetsOf(id: string, year: number, change: (report: FilledReport, at: number) => FilledReport) {
  const movement = findMovement(id)!;
  const set = movement.criteriaSets.find(({ audience }) => audience === 'agency')!;
  const period = { kind: 'year', year } as const;
  const files = ['Văn phòng Đảng ủy', 'Ban Chỉ huy Quân sự xã'].map((unit, at) => {
    const report = change(correctReport(set, movement, unit, at + 1, { period }), at);
    const book = readBook(newBook([layoutSheet('form', report).sheet]));
    if (!book.ok) throw new Error(book.refusal.message);
    return readReports(book.value, { file: `${unit}.xlsx`, movement, period });
  });
  const context = { movement, period, asOf: null, register: null, previous: null, observations: null };
  const result = runReports({ ...context, files, decisions: [] });
  const { targets } = communeResult({ result });
  return (code: string) => targets.find((target) => target.code === code)!;
}

it('Tân Quang: offices with a plan of their own (IV.1) and with fibre (II.4.c) are counted, dossiers are added up', () => {
  const target = targetsOf('tan-quang-2023-2025', 2025, (report, at) => {
    const plan = withEntry(withEntry(report, '4.2.a', { value: true }), '4.2.b', { value: at === 0 });
    const fibre = withEntry(plan, '2.5', { value: at === 0 });
    return withEntry(fibre, '1.4', { a: at === 0 ? 90 : 5, b: 100 });
  });
  expect(target('TQ-G19')).toMatchObject({ state: 'met', source: 'unit-count', figure: { a: 2, b: 2 } });
  expect(target('TQ-G17')).toMatchObject({ state: 'not-met', figure: { a: 1, b: 2, value: 50 } });
  expect(target('TQ-G11')).toMatchObject({ figure: { a: 95, b: 200, value: 47.5 }, state: 'not-met' });
  expect(target('TQ-G20')).toMatchObject({ source: 'scores' });
  expect(target('TQ-G18').state).toBe('no-source');
});

it('Cát Nê: a checklist counts only when all of it is answered yes (CN-G09)', () => {
  const all = (report: FilledReport, parts: Readonly<Record<string, boolean>>) =>
    Object.entries(parts).reduce((own, [part, value]) => withEntry(own, `2.5.${part}`, { value }), report);
  const target = targetsOf('cat-ne-2024', 2024, (report, at) => all(report, { a: true, b: true, c: at === 0 }));
  expect(target('CN-G09')).toMatchObject({ state: 'not-met', source: 'unit-count', figure: { a: 1, b: 2 } });
  expect(target('CN-G02')).toMatchObject({ source: 'units', units: { missing: [] } });
});
