/**
 * Faults that take more than one file, planted in real .xlsx files of a bundled movement: found once, at their cell, in
 * three layouts.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import type { CriteriaSet } from '../../../../core/movement/criteria-set.ts';
import { findMovement } from '../../../../core/movements/index.ts';
import { type ReadFile, readReports } from '../../../../core/report/read.ts';
import { toA1 } from '../../../../core/sheet/grid/address.ts';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { correctReport } from '../../../fixtures/correct-report.ts';
import { type FilledReport, withEntry } from '../../../fixtures/filled-report.ts';
import type { LaidOut, Place } from '../../../fixtures/layouts/laid-out.ts';
import { type LayoutKind, layoutSheet } from '../../../fixtures/layouts.ts';
import { selfScores } from '../../../fixtures/self-scores.ts';
import { context, registered, YEAR } from './reports.ts';

const movement = findMovement('ta-ma-2023-2030');
const sets = (movement?.criteriaSets ?? []).filter((set) => set.phase === 'I');
const agency = sets.find((set) => set.audience === 'agency') as CriteriaSet;
const village = sets.find((set) => set.audience === 'village') as CriteriaSet;
/** A ratio of the set that no portal indicator is tied to. */
const RATIO =
  agency.criteria.find(
    (criterion) => criterion.measure === 'percentage' && criterion.filledBy === 'unit' && !criterion.indicator,
  )?.code ?? '';

function unit(name: string, seed: number, set = agency): FilledReport {
  if (movement === undefined) throw new Error('no movement');
  return correctReport(set, movement, name, seed, { period: YEAR });
}

/** The ratio of one criterion as a/b, own points by the rule. */
function withRatio(filled: FilledReport, a: number, b: number): FilledReport {
  return selfScores(withEntry(filled, RATIO, { a, b }));
}

const known = (more: Partial<CheckContext> = {}): CheckContext =>
  context({ ...(movement ? { movement } : {}), asOf: '2025-11-20', ...more });

function fileOf(laid: LaidOut, name: string, setting: CheckContext): ReadFile {
  const book = readBook(newBook([laid.sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  const { register, period } = setting;
  return readReports(book.value, { file: name, movement: setting.movement, register, period });
}

function flagsIn(layout: LayoutKind, reports: readonly FilledReport[], setting: CheckContext) {
  const files = reports.map((report, at) =>
    fileOf(layoutSheet(layout, report), `${at + 1} ${report.unit}.xlsx`, setting),
  );
  return checkFiles(files, setting).flags.map(({ code, unit: who, criterion, cell, file }) => [
    code,
    who,
    criterion,
    cell?.address ?? null,
    file,
  ]);
}

const a1 = ({ row, column }: Place) => toA1(row, column);

describe.each(['form', 'SC-01', 'SC-02', 'SC-03'] as const)('in %s', (layout) => {
  const first = unit('Văn phòng', 1);
  const second = unit('Công an xã', 2);

  it('two different units give no flag', () => {
    expect(flagsIn(layout, [first, second], known())).toEqual([]);
  });

  it('missing-report', () => {
    const register = ['Văn phòng', 'Công an xã', 'Quân sự xã'].map((name) => registered(name, { audience: 'agency' }));
    expect(flagsIn(layout, [first, second], known({ register }))).toEqual([
      ['missing-report', 'Quân sự xã', null, null, null],
    ]);
  });

  it('duplicate-report', () => {
    const again = { ...unit('Văn phòng', 3), date: '2025-10-30' };
    expect(flagsIn(layout, [again, second, first], known())).toEqual([
      ['duplicate-report', 'Văn phòng', null, a1(layoutSheet(layout, again).told('unit')), '1 Văn phòng.xlsx'],
    ]);
  });

  it('copied-report', () => {
    const copy = { ...first, unit: 'Quân sự xã' };
    expect(flagsIn(layout, [first, second, copy], known())).toEqual([
      ['copied-report', 'Quân sự xã', null, a1(layoutSheet(layout, copy).told('unit')), '3 Quân sự xã.xlsx'],
    ]);
  });

  it('reused-evidence', () => {
    const cites = [...first.rows].find(([, row]) => row.evidence !== undefined);
    const [code = '', row] = cites ?? [];
    const reuses = withEntry(second, code, { evidence: row?.evidence });
    expect(flagsIn(layout, [first, reuses], known())).toEqual([
      [
        'reused-evidence',
        'Công an xã',
        code,
        a1(layoutSheet(layout, reuses).cellOf(code, 'evidence')),
        '2 Công an xã.xlsx',
      ],
    ]);
  });

  it('no reused-evidence: photos numbered anew for each criterion, and in each unit', () => {
    const photos = (report: FilledReport): FilledReport =>
      [...report.rows]
        .filter(([, row]) => row.evidence !== undefined)
        .slice(0, 3)
        .reduce((all, [code]) => withEntry(all, code, { evidence: 'Ảnh 1.jpg; Ảnh 2.jpg' }), report);
    expect(flagsIn(layout, [photos(first), photos(second)], known())).toEqual([]);
  });

  it('sudden-change', () => {
    const now = withRatio(first, 90, 100);
    const before = fileOf(layoutSheet(layout, withRatio(first, 30, 100)), 'trước.xlsx', known());
    expect(flagsIn(layout, [now, second], known({ previous: before.reports }))).toEqual([
      ['sudden-change', 'Văn phòng', RATIO, a1(layoutSheet(layout, now).cellOf(RATIO, 'value')), '1 Văn phòng.xlsx'],
    ]);
  });

  it('outlier', () => {
    const units = Array.from({ length: 10 }, (_, at) =>
      withRatio(unit(`Đơn vị ${at + 1}`, at + 1), at === 6 ? 1 : 160 + at, 250),
    );
    expect(flagsIn(layout, units, known())).toEqual([
      [
        'outlier',
        'Đơn vị 7',
        RATIO,
        a1(layoutSheet(layout, units[6] ?? first).cellOf(RATIO, 'value')),
        '7 Đơn vị 7.xlsx',
      ],
    ]);
  });
});

describe.each(['form', 'SC-01', 'SC-05', 'SC-07'] as const)('a composed criterion in %s', (layout) => {
  const composed = village.criteria.find(({ rule, evidence }) => rule.kind === 'sum' && evidence === 'required');
  const code = composed?.code ?? '';
  const part = composed?.rule.kind === 'sum' ? (composed.rule.parts[0]?.code ?? '') : '';
  const base = unit('Bản Nà Đắng', 5, village);

  it('without evidence is flagged once, at its own row', () => {
    const faulty = withEntry(base, code, { evidence: undefined });
    expect(flagsIn(layout, [faulty], known())).toEqual([
      [
        'missing-evidence',
        base.unit,
        code,
        a1(layoutSheet(layout, faulty).cellOf(code, 'evidence')),
        '1 Bản Nà Đắng.xlsx',
      ],
    ]);
  });

  it('with an unreadable part is flagged at the part', () => {
    const faulty = withEntry(base, `${code}.${part}`, { a: undefined, b: undefined, value: 'đang làm' });
    const at = layoutSheet(layout, faulty).cellOf(`${code}.${part}`, 'value');
    expect(flagsIn(layout, [faulty], known())).toEqual([
      ['not-a-number', base.unit, `${code}.${part}`, a1(at), '1 Bản Nà Đắng.xlsx'],
    ]);
  });
});

describe.each(['form', 'SC-01', 'SC-05', 'SC-07', 'SC-09'] as const)('wrong-audience in %s', (layout) => {
  it('a village that sent the sheet of agencies', () => {
    const register = [registered('Bản Nà Đắng', { audience: village.audience })];
    const sent = unit('Bản Nà Đắng', 4, agency);
    expect(flagsIn(layout, [sent], known({ register }))).toEqual([
      ['wrong-audience', 'Bản Nà Đắng', null, a1(layoutSheet(layout, sent).told('unit')), '1 Bản Nà Đắng.xlsx'],
    ]);
  });
});
