/**
 * Different figures by different days: each period has its own target, from the plan's text to the form, the flags, the
 * points and the commune's result.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../../core/base/period/period.ts';
import { communeResult } from '../../../core/commune/result/commune.ts';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { horizonsOfThings } from '../../../core/dossier/propose/horizons-of-things.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { readDossier } from '../../../core/dossier/read-dossier.ts';
import { formGrid } from '../../../core/form/form-grid.ts';
import { reportTemplate } from '../../../core/form/template.ts';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { runReports } from '../../../core/judge/run/run.ts';
import { criteriaSetFor, setOfReport } from '../../../core/movement/criteria-set-for.ts';
import { followUpMovement } from '../../../core/movement/follow-up-movement.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { setInPeriod, thresholdsOf } from '../../../core/movement/set-in-period.ts';
import { setDigest } from '../../../core/movement/set-version.ts';
import { validateMovement } from '../../../core/movement/validate.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { indicatorTargets } from '../../../core/portal/indicator/targets.ts';
import { readReports } from '../../../core/report/read.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { milestones, SPANS } from '../../fixtures/plan-grammar/milestones.ts';
import { random } from '../../fixtures/random.ts';

const PLAN = `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nSố: 12/KH-UBND\nPhú Xuân, ngày 10 tháng 02 năm 2025\n
KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2025\n
I. ĐỐI TƯỢNG\nCác cơ quan, thôn trên địa bàn xã.
II. CHỈ TIÊU
- Đến tháng 11/2025: 60% hộ gia đình có cáp quang; đến hết năm 2025: 80% hộ gia đình có cáp quang.
- 50% hộ gia đình có điện thoại thông minh.
`;
const movement = proposeMovement(extractPlan(PLAN), { year: 2025 });
const on = (text: string): Period => parsePeriod(text)!;
const villageIn = (text: string | null) => criteriaSetFor(movement, 'village', text === null ? null : on(text))!;
const fibre = (text: string | null) => villageIn(text).criteria[0]!;

describe('a plan with two figures of one thing', () => {
  it('becomes one criterion with a milestone, sound, in words that are read back', () => {
    const set = movement.criteriaSets.find(({ audience }) => audience === 'village')!;
    expect(set.criteria.slice(0, 2).map(({ target, milestones, rule }) => ({ target, milestones, rule }))).toEqual([
      {
        target: { code: 'CT02', comparator: 'eq', value: 80, by: '2025-12-31' },
        rule: { kind: 'proportional', full: 80 },
        milestones: [
          {
            target: { code: 'CT01', comparator: 'eq', value: 60, by: '2025-11-30' },
            rule: { kind: 'proportional', full: 60 },
          },
        ],
      },
      {
        target: { code: 'CT03', comparator: 'eq', value: 50, by: '2025-12-31' },
        rule: { kind: 'proportional', full: 50 },
        milestones: undefined,
      },
    ]);
    expect(validateMovement(movement)).toEqual([]);
    const book = readBook(dossierBook(movement));
    const read = book.ok ? readDossier(book.value) : book;
    expect(read.ok && [read.value.faults, read.value.movement]).toEqual([[], movement]);
  });

  it.each([
    ['60% hộ gia đình có cáp quang vào tháng 11/2025 và 80% vào cuối năm 2025.', '60 2025-11-30, 80 2025-12-31'],
    ['60% hộ gia đình có cáp quang đến năm 2026, 80% đến năm 2030.', '60 2026-12-31, 80 2030-12-31'],
    ['Đến năm 2026: 60% hộ gia đình có cáp quang (năm 2030: 90%).', '60 2026-12-31, 90 2030-12-31'],
    [
      'Tỷ lệ hộ gia đình có cáp quang các năm 2026, 2027, 2028 lần lượt đạt 50%, 60%, 70%.',
      '50 2026-12-31, 60 2027-12-31, 70 2028-12-31',
    ],
  ])('is found in “%s”', (line, found) => {
    const text = PLAN.replace('năm 2025”', 'giai đoạn 2025 - 2030”').replace(/- Đến[\s\S]*/, `- ${line}\n`);
    const set = proposeMovement(extractPlan(text), { year: 2025 }).criteriaSets.find(
      ({ audience }) => audience === 'village',
    )!;
    const aimed = set.criteria.filter(({ target }) => target?.code);
    expect(aimed.map(({ title }) => title)).toEqual(['Tỷ lệ hộ gia đình có cáp quang']);
    const all = aimed.flatMap(thresholdsOf).map(({ target }) => `${target.value} ${target.by}`);
    expect(all.join(', ')).toBe(found);
  });

  it('is found in every order of words, as list and as table, over years, quarters and months', () => {
    for (let seed = 0; seed < 300; seed++) {
      const source = random(seed);
      const { title, times } = source.pick(SPANS);
      const { text, title: thing, asked } = milestones(source, times);
      const plan = PLAN.replace('02 năm 2025', '02 năm 2026')
        .replace('” năm 2025', `” ${title}`)
        .replace(/- Đến[\s\S]*/, text);
      const { criteriaSets } = proposeMovement(extractPlan(plan), { year: 2026 });
      const [only, ...more] = criteriaSets
        .find(({ audience }) => audience === 'village')!
        .criteria.filter(({ target }) => target?.code);
      const found = only && thresholdsOf(only).map(({ target }) => `${target.value} ${target.by}`);
      expect([seed, text, only?.title, found, more.length]).toEqual([seed, text, thing, asked, 0]);
    }
  });

  it.each([
    ['60% hộ gia đình có cáp quang năm 2026; năm 2027 tăng thêm 10%.', ['60']],
    ['60% hộ gia đình có cáp quang năm 2026, bình quân mỗi năm tăng 5%.', ['60']],
    ['Giảm tỷ lệ hộ gia đình nghèo 5% mỗi năm.', ['5']],
    ['Năm 2026: 60% hộ gia đình có cáp quang; năm 2027: 70% tuyến đường có điện.', ['60', '70']],
    ['Tỷ lệ hộ gia đình nghèo giảm còn 12% năm 2026, 10% năm 2027 và 8% năm 2028.', ['12 10 8']],
  ])('“%s” asks %j', (line, audiences) => {
    const text = PLAN.replace('” năm 2025', '” giai đoạn 2026 - 2028').replace(/- Đến[\s\S]*/, `- ${line}\n`);
    const { criteriaSets } = proposeMovement(extractPlan(text), { year: 2026 });
    const village = criteriaSets.find(({ audience }) => audience === 'village')!;
    const aimed = village.criteria.filter(({ target }) => target?.code);
    expect(
      aimed.map((criterion) =>
        thresholdsOf(criterion)
          .map(({ target }) => target.value)
          .join(' '),
      ),
    ).toEqual(audiences);
    expect(aimed.every(({ direction }) => direction === (line.includes('giảm còn') ? 'lower' : 'higher'))).toBe(true);
  });

  it('of a count says its unit again, and its criterion counts', () => {
    const line = 'Năm 2026 xây dựng tối thiểu 03 mô hình thôn thông minh, năm 2027 xây dựng tối thiểu 05 mô hình.';
    const text = PLAN.replace('” năm 2025', '” giai đoạn 2026 - 2028').replace(/- Đến[\s\S]*/, `- ${line}\n`);
    const things = horizonsOfThings(extractPlan(text).targets);
    expect(things.map(({ horizons }) => horizons.map(({ value, deadline }) => [value, deadline]))).toEqual([
      [
        [3, '2026-12-31'],
        [5, '2027-12-31'],
      ],
    ]);
    expect(things[0]!.wording.numerator).toBe('Số mô hình thôn thông minh');
  });

  it('of two things in one sentence makes two criteria', () => {
    const line = '60% hộ gia đình có cáp quang đến năm 2026, 80% hộ gia đình có điện thoại thông minh đến năm 2030.';
    const text = PLAN.replace(/- Đến[\s\S]*/, `- ${line}\n`);
    const { criteriaSets } = proposeMovement(extractPlan(text), { year: 2025 });
    const criteria = criteriaSets.flatMap((set) => set.criteria).filter(({ target }) => target?.code);
    expect(criteria.map(({ milestones }) => milestones)).toEqual(criteria.map(() => undefined));
    expect(new Set(criteria.map(({ target }) => target?.value))).toEqual(new Set([60, 80]));
  });

  it.each([
    ['2025-09', 60],
    ['2025-11', 60],
    ['2025-Q3', 60],
    ['2025-12', 80],
    ['2025-Q4', 80],
    ['2025', 80],
    // Past the last day the last figure stays.
    ['2026-01', 80],
    [null, 80],
  ])('in %s the target is %d', (period, points) => {
    expect([fibre(period).target?.value, fibre(period).rule]).toEqual([points, { kind: 'proportional', full: points }]);
  });

  it('is one version in every period, and any of its sets gives any other', () => {
    const periods = fc.tuple(fc.constantFrom('2024', '2025-03', '2025-11', '2025-12', '2027'));
    fc.assert(
      fc.property(periods, periods, ([text], [other]) => {
        const set = villageIn(text);
        expect(setDigest(set)).toBe(setDigest(villageIn(null)));
        expect(setInPeriod(set, on(other))).toEqual(villageIn(other));
        expect(villageIn(text)).toBe(set);
      }),
    );
  });

  it('is followed on the portal and between the years by the same days', () => {
    const tied: Movement = {
      ...movement,
      criteriaSets: movement.criteriaSets.map((set) => ({
        ...set,
        criteria: set.criteria.map((criterion) =>
          criterion.milestones ? { ...criterion, indicator: 'ho-so-truc-tuyen' } : criterion,
        ),
      })),
    };
    expect(indicatorTargets(tied, '2025-10-01').map(({ value, by }) => [value, by])).toEqual([[60, '2025-11-30']]);
    expect(indicatorTargets(tied, '2025-12-01').map(({ value, by }) => [value, by])).toEqual([[80, '2025-12-31']]);
    const followed = criteriaSetFor(followUpMovement(movement)!, 'village', on('2025-11'))!;
    expect(followed.criteria[0]?.target?.value).toBe(60);
  });

  it('is reported where it is impossible: no day of its own, no last figure', () => {
    const broken = (milestones: NonNullable<ReturnType<typeof fibre>['milestones']>): Movement => ({
      ...movement,
      criteriaSets: movement.criteriaSets.map((set) => ({
        ...set,
        criteria: set.criteria.map((criterion) => (criterion.milestones ? { ...criterion, milestones } : criterion)),
      })),
    });
    const [milestone] = fibre(null).milestones!;
    const late = { ...milestone!, target: { ...milestone!.target, by: '2026-01-31' } };
    for (const wrong of [[late], [milestone!, milestone!]])
      expect(validateMovement(broken(wrong)).map(({ code }) => code)).toContain('milestone-day');
    const altered = { ...milestone!, target: { ...milestone!.target, value: 65 } };
    expect(validateMovement(broken([altered])).map(({ code }) => code)).toContain('target-altered');
  });
});

/** The form of a period, with 13 of 20 households (65 %). */
function filled(period: string): Uint8Array {
  const set = villageIn(period);
  const sheet = reportTemplate({ movement, set, audience: 'village', unit: 'Thôn Đông', period: on(period) });
  const grid = formGrid(set, 'UBND xã');
  const row = grid.rows.find((row) => row.kind === 'line' && row.line.code === '1.1')!.row;
  const at = [grid.columns.get('numerator')!, grid.columns.get('denominator')!];
  const typed = [13, 20].map((number, which) => ({
    row,
    column: at[which]!,
    value: { kind: 'number' as const, number },
  }));
  const others = sheet.cells.filter((cell) => cell.row !== row || !at.includes(cell.column));
  return newBook([{ ...sheet, cells: [...others, ...typed] }]);
}

function run(bytes: Uint8Array, period: string) {
  const book = readBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const file = readReports(book.value, { file: 'thon-dong.xlsx', movement, period: on(period) });
  const known = { register: null, previous: null, observations: null };
  const context = { movement, period: on(period), asOf: '2025-12-31', ...known };
  return { file, context, result: runReports({ ...context, files: [file], decisions: [] }) };
}

describe('the same report', () => {
  it.each([
    ['2025-11', 'mức đến 30/11/2025', '60'],
    ['2025', 'mức đến 31/12/2025', '80'],
  ])('of %s is scored by the figure of its period, and its form says which', (period, words, asked) => {
    const { result } = run(filled(period), period);
    const [reportResult] = result.reports;
    const points = reportResult?.score?.points.find(({ criterion }) => criterion === '1.1');
    const max = fibre(period).maxPoints;
    expect(points?.computed).toBe(asked === '60' ? max : Math.round((max * 65) / 80));
    expect(points?.reason).toContain(words);
    expect(result.flags.filter(({ code }) => code === 'altered-criterion' || code === 'other-form-version')).toEqual(
      [],
    );
  });

  it('on the form of another period is reported with the period of its figure', () => {
    const { file, context } = run(filled('2025-11'), '2025');
    const messages = checkFiles([file], context).flags.flatMap(({ code, message }) =>
      code === 'altered-criterion' ? [message] : [],
    );
    expect(messages).toEqual([expect.stringMatching(/bộ tiêu chí đến 31\/12\/2025 là.*của mốc đến 30\/11\/2025/)]);
  });

  it('without a period anywhere is judged by the last figure, and the run says so', () => {
    const { file, context } = run(filled('2025-11'), '2025-11');
    const several: Movement = { ...movement, period: { from: '2024-01-01', to: '2025-12-31' } };
    const reports = file.reports.map((report) => ({ ...report, period: null }));
    const { silent } = checkFiles([{ ...file, reports }], { ...context, movement: several, period: null });
    expect(silent).toContainEqual(expect.stringContaining('nhiều mốc (1.1) đang xét theo mốc cuối'));
  });

  it('answers both figures of the commune, each by its day', () => {
    const { result } = run(filled('2025-11'), '2025-11');
    const found = communeResult({ result }).targets.slice(0, 2);
    expect(found.map(({ asked, figure, horizon }) => [asked, figure.value, horizon])).toEqual([
      [60, 65, 'due'],
      [80, 65, 'ahead'],
    ]);
    expect(setOfReport(movement, result.reports[0]!.report, on('2025-11'))).toBe(villageIn('2025-11'));
  });
});
