/**
 * A commune's whole year from a plan nobody of this house has seen to its papers: own layouts with headings that could be
 * taken for units, a report sent twice, a blank form, a unit that sends nothing, quotas by kind of unit, a review in June
 * and another in December.
 */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { reportTemplate } from '../../../core/form/template.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { runReports } from '../../../core/judge/run/run.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, paperLines } from '../../../core/paper/paper.ts';
import { figureFaults, unitFigures } from '../../../core/paper/unit-figures.ts';
import { readPlan } from '../../../core/plan/read-plan.ts';
import { readReports } from '../../../core/report/read.ts';
import { unitNamed } from '../../../core/report/register.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../../core/sheet/workbook/port.ts';
import { correctReport } from '../../fixtures/correct-report.ts';
import type { FilledReport } from '../../fixtures/filled-report.ts';
import { SC_03 } from '../../fixtures/layouts/sc-03.ts';
import { writeSheet } from '../../fixtures/layouts/write-sheet.ts';
import { layoutSheet } from '../../fixtures/layouts.ts';
import { SECOND_OWN_PLAN } from '../../fixtures/second-own-plan.ts';

const period = { kind: 'year', year: 2026 } as const;

const read = readPlan(SECOND_OWN_PLAN);
if (!read.ok) throw new Error(read.reason);
const movement = proposeMovement(read.value, { year: 2026 });

const UNITS = [
  ['Thôn Cầu Đá', 'village'],
  ['Thôn Đồng Lá', 'village'],
  ['Thôn Khe Mít', 'village'],
  ['Thôn Núi Vua', 'village'],
  ['Trường Tiểu học Đông Hòa', 'school'],
  ['Phòng Kinh tế', 'agency'],
] as const;
const register = UNITS.map(([name, audience]) => unitNamed(name, audience));

function setOf(audience: string): CriteriaSet {
  const set = movement.criteriaSets.find((item) => item.audience === audience);
  if (!set) throw new Error(`no set for ${audience}`);
  return set;
}

const filled = (at: number, seed: number, date: string): FilledReport =>
  correctReport(setOf(UNITS[at]![1]), movement, UNITS[at]![0], seed, { period, date });

/** A village's own sheet: its column of the whole, and that of its own points, are headed like a unit's. */
const OWN_LAYOUT = {
  ...SC_03,
  columns: [
    { role: 'index', header: 'STT', width: 7 },
    { role: 'title', header: 'Nội dung', width: 45 },
    { role: 'max', header: 'Điểm tối đa', width: 9 },
    { role: 'numerator', header: 'Đã làm được', width: 9 },
    { role: 'denominator', header: 'Trên tổng', width: 9 },
    { role: 'value', header: 'Kết quả', width: 9 },
    { role: 'self', header: 'Thôn tự chấm', width: 9 },
    { role: 'evidence', header: 'Tài liệu kèm theo', width: 30 },
  ],
  methodRows: false,
} as const;

const FILES: readonly (readonly [name: string, sheet: NewSheet])[] = [
  ['Thôn Cầu Đá.xlsx', layoutSheet('form', filled(0, 5, '2026-11-10')).sheet],
  ['Thôn Cầu Đá (sửa lại).xlsx', layoutSheet('form', filled(0, 9, '2026-11-14')).sheet],
  ['Thôn Đồng Lá.xlsx', writeSheet(OWN_LAYOUT, filled(1, 7, '2026-11-11'), 'Báo cáo').sheet],
  [
    'Thôn Khe Mít.xlsx',
    reportTemplate({ movement, set: setOf('village'), audience: 'village', period, unit: 'Thôn Khe Mít' }),
  ],
  ['Trường Tiểu học Đông Hòa.xlsx', layoutSheet('SC-02', filled(4, 11, '2026-11-12')).sheet],
  ['Phòng Kinh tế.xlsx', layoutSheet('form', filled(5, 13, '2026-11-12')).sheet],
];

const reading = FILES.map(([file, sheet]) => {
  const book = readBook(newBook([sheet]));
  if (!book.ok) throw new Error(book.refusal.message);
  return readReports(book.value, { file, movement, register, period });
});
const context = { movement, period, asOf: '2026-12-01', register, previous: null, observations: null };
const run = runReports({ ...context, files: reading, decisions: [] }, checkFiles(reading, context));
const facts = gatherFacts(run);
const { papers } = makePapers(facts);
const of = (kind: Paper['kind']) => papers.filter((paper) => paper.kind === kind);
const linesOf = (kind: Paper['kind']) => of(kind).flatMap(paperLines);

const SENT = ['Phòng Kinh tế', 'Thôn Cầu Đá', 'Thôn Đồng Lá', 'Trường Tiểu học Đông Hòa'];
const SILENT = ['Thôn Khe Mít', 'Thôn Núi Vua'];

describe('a whole book to its papers', () => {
  it('knows units by the register alone, each once, a blank form being no report', () => {
    const { received, missing, ranked } = unitFigures(facts);
    expect(received.map(({ name }) => name).sort()).toEqual(SENT);
    expect(missing.map(({ name }) => name).sort()).toEqual(SILENT);
    expect(ranked.map(({ unit }) => unit).sort()).toEqual(SENT);
    expect(figureFaults(facts)).toEqual([]);
    for (const kind of ['bao-cao', 'bien-ban', 'thong-bao', 'to-trinh'] as const)
      expect(linesOf(kind).join('\n'), kind).not.toMatch(/Trên tổng|Thôn tự chấm/);
    for (const kind of ['bao-cao', 'bien-ban', 'to-trinh'] as const)
      expect(linesOf(kind), kind).toContain('Đã nhận báo cáo của 04 đơn vị; chưa nhận báo cáo của 02 đơn vị.');
  });

  it('counts the report sent last, in a single slip for each unit', () => {
    expect(
      of('phieu-cham')
        .map(({ title }) => title.replace(/^.*: /u, ''))
        .sort(),
    ).toEqual(SENT);
    const counting = run.reports.filter(({ unit, reception }) => unit === 'Thôn Cầu Đá' && reception === 'counts');
    expect(counting.map(({ report }) => report.file)).toEqual(['Thôn Cầu Đá (sửa lại).xlsx']);
  });

  it('names who sent nothing, and has no achievement of theirs', () => {
    const shortcomings = linesOf('bao-cao').find((line) => line.startsWith('Chưa gửi báo cáo'));
    for (const name of SILENT) {
      expect(shortcomings).toContain(name);
      expect(of('bao-cao-thanh-tich').some(({ title }) => title.endsWith(name))).toBe(false);
    }
  });

  it('keeps each kind of unit to its own places, and proposes nobody for a form twice', () => {
    const limits = movement.quotas.map(({ max, kind, audiences }) => [max, kind, audiences ?? null]);
    expect(limits).toContainEqual([5, 'collective', ['village']]);
    expect(limits).toContainEqual([3, 'collective', expect.arrayContaining(['agency', 'school'])]);
    const names = new Map(movement.awards.map(({ code, level }) => [code, level]));
    expect(movement.quotas.map(({ award, max }) => [names.get(award ?? ''), max])).toContainEqual(['province', 1]);
    for (const quota of movement.quotas) {
      const own = facts.candidates.filter((line) => line.quota === quota.code && line.state === 'proposed');
      expect(own.length).toBeLessThanOrEqual(quota.max ?? Number.POSITIVE_INFINITY);
      for (const { audience } of own) if (quota.audiences) expect(quota.audiences).toContain(audience);
    }
    const proposed = facts.candidates.filter(({ state }) => state === 'proposed');
    const keys = proposed.map(({ form, unit }) => `${form} | ${unit}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('tells units the plan’s own condition of commending, and proposes nobody who sent nothing', () => {
    expect(linesOf('huong-dan').join('\n')).toContain('không đăng ký thi đua hoặc gửi báo cáo muộn');
    expect(facts.candidates.filter(({ unit, state }) => SILENT.includes(unit) && state === 'proposed')).toEqual([]);
  });
});
