/** The lines under a content of the plan: exact sums of the units' counts, how many answered, which are missing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runReports } from '../../../core/judge/run/run.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { contentLines, fieldLines } from '../../../core/paper/content-answers.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { entry, number, report, unit } from '../judge/score/sets.ts';

const movement = findMovement('luc-ba-2024')!;
const units = new Set(
  movement.audiences.filter(({ subject, competes }) => subject === 'collective' && competes).map(({ kind }) => kind),
);
const [{ set, share }] = movement.criteriaSets
  .filter(({ audience }) => units.has(audience))
  .flatMap((criteriaSet) =>
    criteriaSet.criteria
      .filter(({ measure, rule }) => measure === 'percentage' && rule.kind !== 'sum' && rule.kind !== 'best')
      .filter(({ source }) => movement.contents.some(({ code }) => code === source.code))
      .map((criterion) => ({ set: criteriaSet, share: criterion })),
  ) as [
  {
    set: (typeof movement)['criteriaSets'][number];
    share: (typeof movement)['criteriaSets'][number]['criteria'][number];
  },
];
const content = movement.contents.find(({ code }) => code === share.source.code)!;

const counts = fc.array(
  fc.option(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 90 })), { freq: 4 }),
  {
    minLength: 1,
    maxLength: 5,
  },
);

describe('a content of the plan', () => {
  it('is answered by the sum of a over the sum of b, and by the names of who gave nothing', () => {
    fc.assert(
      fc.property(counts, (drawn) => {
        const pairs = drawn.map((item) => (item === null ? null : ([Math.min(...item), item[1]] as const)));
        const names = pairs.map((_, at) => `Xóm số ${at}`);
        const files = pairs.map((pair, at) => ({
          name: `${at}.xlsx`,
          reports: [
            report(
              names[at]!,
              [
                pair === null
                  ? entry(share.code, { explanation: { text: 'chưa tổng hợp', cell: number(1).cell } })
                  : entry(share.code, { numerator: number(pair[0]), denominator: number(pair[1]) }),
              ],
              { audience: set.audience, movement: movement.id, set: set.version, period: null, file: `${at}.xlsx` },
            ),
          ],
          remarks: [],
          macros: false,
          externalLinks: [],
        }));
        const register = names.map((name) => unit(name, { audience: set.audience }));
        const context = { movement, period: { kind: 'year', year: 2024 } as const, asOf: null, register };
        const run = runReports({ ...context, previous: null, observations: null, files, decisions: [] });
        const line = contentLines(gatherFacts(run), content).find((contentLine) => contentLine.startsWith(share.title));
        const gave = pairs.flatMap((pair) => (pair === null ? [] : [pair]));
        if (gave.length === 0) {
          expect(line).toBeUndefined();
          return;
        }
        const [a, b] = [0, 1].map((at) => gave.reduce((sum, pair) => sum + pair[at]!, 0));
        expect(line).toContain(`: ${a}/${b} = `);
        expect(line).toContain(`(${gave.length}/${pairs.length} đơn vị có số liệu`);
        pairs.forEach((pair, at) => {
          expect(line!.includes(names[at]!)).toBe(pair === null);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('that nothing measures says so and keeps its blank', () => {
    const period = { kind: 'year', year: 2024 } as const;
    const run = runReports({
      ...{ movement, period, asOf: null, register: null, previous: null, observations: null, files: [], decisions: [] },
    });
    expect(contentLines(gatherFacts(run), content)).toEqual([
      'Chưa có tiêu chí nào trong biểu mẫu đo nội dung này; kết quả: ………….',
    ]);
  });

  it('that no criterion is drawn from is answered by criteria about the same matter', () => {
    const taMa = findMovement('ta-ma-2023-2030')!;
    const training = taMa.contents.find(({ code }) => code === 'TM-C02')!;
    const set = taMa.criteriaSets.find(({ audience }) => audience === 'agency')!;
    const trained = set.criteria.find(({ title }) => /tập huấn/.test(title))!;
    expect(set.criteria.some(({ source }) => source.code === training.code)).toBe(false);
    const own = report('Văn phòng', [entry(trained.code, { numerator: number(7), denominator: number(9) })], {
      ...{ audience: 'agency', movement: taMa.id, set: set.version, period: null, file: 'a.xlsx' },
    });
    const files = [{ name: 'a.xlsx', reports: [own], remarks: [], macros: false, externalLinks: [] }];
    const period = { kind: 'year', year: 2025 } as const;
    const context = { movement: taMa, period, asOf: null, register: null, previous: null, observations: null };
    const lines = contentLines(gatherFacts(runReports({ ...context, files, decisions: [] })), training);
    expect(lines).toContain(`${trained.title}: 7/9 = 77,78 % (1/1 đơn vị có số liệu).`);
  });

  it('holds what the commune itself wrote of it', () => {
    const period = { kind: 'year', year: 2024 } as const;
    const run = runReports({
      ...{ movement, period, asOf: null, register: null, previous: null, observations: null, files: [], decisions: [] },
    });
    const remark = { who: 'Trần Thị B', day: null, evidence: 'Báo cáo số 12/BC-UBND' };
    const figures = [
      { ...remark, target: content.code, period: '2024', value: null, remark: 'Đã họp chuyên đề 4 lần.' },
      { ...remark, target: content.code, period: '2023', value: null, remark: 'Của năm trước' },
    ];
    const facts = gatherFacts(run, { journal: { visits: [], models: [], figures } });
    expect(contentLines(facts, content)).toEqual(['Đã họp chuyên đề 4 lần (Báo cáo số 12/BC-UBND).']);
  });

  it('that only a model of the journal names is answered by it', () => {
    const tourism = movement.priorityFields.find(({ name }) => name.endsWith('du lịch'))!;
    const model = { name: 'Bản đồ số du lịch', unit: 'Xóm Hin', since: '', summary: 'Quét mã ở 5 điểm', adopters: [] };
    const linesWith = (models: readonly (typeof model)[]) =>
      fieldLines(gatherFacts(emptyRun(), { journal: { visits: [], models } }), tourism);
    expect(linesWith([model])).toEqual(['Mô hình “Bản đồ số du lịch” (Xóm Hin): Quét mã ở 5 điểm.']);
    expect(linesWith([{ ...model, name: 'Loa thông minh' }])).toEqual(linesWith([]));
  });
});

/** A run without a single report. */
function emptyRun() {
  return runReports({
    ...{ movement, period: { kind: 'year', year: 2024 }, asOf: null, register: null, previous: null },
    ...{ observations: null, files: [], decisions: [] },
  });
}
