/** Dossiers over the years: nothing counts twice, nothing is guessed, and the order of the sources does not matter. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../core/judge/history/history-of.ts';
import { figuresByYear } from '../../../../core/judge/history/statistics.ts';
import { NOBODY, type YearRecord, yearRecordSchema } from '../../../../core/judge/history/year-record.ts';
import { spelledOut } from '../../../../core/report/match-unit.ts';
import { unitNamed } from '../../../../core/report/register.ts';

const REGISTER = [
  { ...unitNamed('Trường Mầm non Hoa Ban', 'school'), otherNames: ['Trường Mầm non Số 1', 'Trường Mầm non Số 2'] },
  { ...unitNamed('Hội Phụ nữ', 'association'), otherNames: ['Hội LHPN xã Ta Ma'] },
  unitNamed('Bản Nà Đắng', 'village'),
  unitNamed('Trạm Y tế', 'health-station'),
];
const result = (name: string, year: number, points: number, more: Partial<YearRecord> = {}): YearRecord => ({
  ...{ name, year, points, kind: 'collective', movement: 'Chuyển đổi số', source: 'so.xlsx' },
  ...more,
});
const award = (name: string, year: number | null, title: string, more: Partial<YearRecord> = {}): YearRecord => ({
  ...{ name, year, title, movement: '', source: 'so.xlsx' },
  ...more,
});
const of = (records: readonly YearRecord[], name: string) =>
  historyOf(records, REGISTER).holders.filter((holder) => holder.name === name);

const NAMES = [
  ...['Trường Mầm non Hoa Ban', 'Trường MN Hoa Ban', 'Trường Mầm non Số 1', 'Trường Mầm non Số 2'],
  ...['Hội Phụ nữ', 'Hội LHPN', 'Bản Nà Đắng', 'Nà Đắng', 'Bản Huổi Sáng', 'Nguyễn Văn An', 'Trạm Y tế xã Ta Ma'],
];
const records = fc.array(
  fc
    .record(
      {
        name: fc.constantFrom(...NAMES),
        kind: fc.constantFrom('collective' as const, 'individual' as const),
        of: fc.constantFrom('Trường Mầm non Số 1', 'UBND xã'),
        year: fc.constantFrom(2023, 2024, null),
        movement: fc.constantFrom('', 'Chuyển đổi số', 'Nông thôn mới'),
        title: fc.constantFrom('Giấy khen', 'Giấy khen của Chủ tịch UBND xã', 'Lao động tiên tiến'),
        decision: fc.constantFrom('231/QĐ-UBND', '15/QĐ-UBND'),
        date: fc.constantFrom('2024-12-20', '2023-12-21'),
        points: fc.constantFrom(9250, 8800),
        share: fc.constantFrom(9250, 8800),
        classification: fc.constantFrom('Hoàn thành tốt', 'Hoàn thành xuất sắc'),
        source: fc.constantFrom('a.xlsx', 'b.xlsx'),
        now: fc.constantFrom('Bản Nà Đắng', 'Hội Phụ nữ', NOBODY),
        left: fc.constant(true as const),
      },
      { requiredKeys: ['name', 'year', 'movement', 'source'] },
    )
    .filter((record) => yearRecordSchema.safeParse(record).success),
  { maxLength: 12 },
);

describe('the holders', () => {
  it('are the same whatever order the sources come in', () => {
    fc.assert(
      fc.property(
        records.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, other]) => {
          expect(historyOf(other, REGISTER)).toEqual(historyOf(list, REGISTER));
          expect(historyOf(other, null)).toEqual(historyOf(list, null));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('count nothing twice when the same book comes again, under another file name too', () => {
    fc.assert(
      fc.property(records, (list) => {
        const again = list.map((record) => ({ ...record, source: `${record.source} (bản sao)` }));
        const [once, twice] = [historyOf(list, REGISTER), historyOf([...list, ...again], REGISTER)];
        const withoutSources = (history: typeof once) =>
          history.holders.map(({ results, awards, ...rest }) => ({
            ...rest,
            results: results.map(({ sources: _, ...fact }) => fact),
            awards: awards.map(({ sources: _, ...fact }) => fact),
          }));
        expect(withoutSources(twice)).toEqual(withoutSources(once));
        expect(figuresByYear(twice)).toEqual(figuresByYear(once));
        expect(twice.questions.map(({ kind, name }) => [kind, name])).toEqual(
          once.questions.map(({ kind, name }) => [kind, name]),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('hold every record that counts, in one holder', () => {
    fc.assert(
      fc.property(records, (list) => {
        const counted = list.filter(({ left }) => !left);
        const { holders } = historyOf(list, REGISTER);
        const held = new Set(
          holders.flatMap(({ results, awards }) => [...results, ...awards].flatMap((x) => x.sources)),
        );
        expect([...held].sort()).toEqual([...new Set(counted.map(({ source }) => source))].sort());
      }),
    );
  });

  it('take a name for a unit of today only by its own names, and ask for every other', () => {
    const own = new Set(REGISTER.flatMap(({ name, otherNames }) => [name, ...otherNames].map(spelledOut)));
    fc.assert(
      fc.property(records, (list) => {
        const { holders, questions } = historyOf(list, REGISTER);
        const renamed = new Set(questions.flatMap(({ kind, name }) => (kind === 'renamed' ? [spelledOut(name)] : [])));
        const answered = new Set(list.flatMap(({ name, now, left }) => (now && !left ? [spelledOut(name)] : [])));
        for (const { name, kind, of: work, left } of list) {
          const key = spelledOut(name);
          if (left || work !== undefined || kind !== 'collective' || answered.has(key)) continue;
          expect(renamed.has(key)).toBe(!own.has(key));
          expect(own.has(key) || holders.some((holder) => spelledOut(holder.name) === key)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('join spellings of a name, and the two books of a year', () => {
    const [holder] = of(
      [
        result('Trường MN Hoa Ban', 2024, 9250),
        result('Trường Mầm non Hoa Ban', 2024, 9250, { classification: 'Hoàn thành tốt', source: 'ban-sao.xlsx' }),
        award('Trường Mầm non Hoa Ban', 2024, 'Giấy khen'),
        award('Trường Mầm non Hoa Ban', 2024, 'Giấy khen của Chủ tịch UBND xã', { decision: '231/QĐ-UBND' }),
        award('Trường Mầm non Hoa Ban', 2024, 'Giấy khen', { decision: '231/qđ-ubnd' }),
      ],
      'Trường Mầm non Hoa Ban',
    );
    expect(holder?.results).toMatchObject([
      { year: 2024, points: 9250, classification: 'Hoàn thành tốt', differs: false },
    ]);
    expect(holder?.awards.map(({ title, decision }) => [title, decision])).toEqual([
      ['Giấy khen của Chủ tịch UBND xã', '231/QĐ-UBND'],
    ]);
  });

  it('ask which figure holds where two books differ, and use neither', () => {
    const list = [result('Bản Nà Đắng', 2024, 9250), result('Bản Nà Đắng', 2024, 9000, { source: 'khac.xlsx' })];
    const history = historyOf(list, REGISTER);
    expect(history.holders[0]?.results).toMatchObject([{ points: null, differs: true }]);
    expect(history.questions).toEqual([
      {
        ...{ kind: 'differs', name: 'Bản Nà Đắng', called: 'Bản Nà Đắng', year: 2024 },
        movement: 'Chuyển đổi số',
        sources: ['khac.xlsx', 'so.xlsx'],
      },
    ]);
    const answered = historyOf([list[0]!, { ...list[1]!, left: true }], REGISTER);
    expect(answered.questions).toEqual([]);
    expect(answered.holders[0]?.results).toMatchObject([{ points: 9250 }]);
  });

  it('ask for a name that only sounds like a unit, with the guess, and for units that became one', () => {
    const list = [
      result('Trạm Y tế xã Ta Ma', 2023, 8000),
      result('Trường Mầm non Số 1', 2023, 8000),
      result('Trường Mầm non Số 2', 2023, 9000),
    ];
    expect(historyOf(list, REGISTER).questions).toEqual([
      {
        ...{ kind: 'merged', name: 'Trường Mầm non Hoa Ban', year: 2023 },
        names: ['Trường Mầm non Số 1', 'Trường Mầm non Số 2'],
      },
      { kind: 'renamed', name: 'Trạm Y tế xã Ta Ma', years: [2023], guess: 'Trạm Y tế' },
    ]);
    const answered = list.map((record) => ({
      ...record,
      now: record.name.startsWith('Trạm') ? 'Trạm Y tế' : 'Trường Mầm non Hoa Ban',
    }));
    expect(historyOf(answered, REGISTER).questions).toEqual([]);
    expect(of(answered, 'Trạm Y tế')[0]?.results).toHaveLength(1);
    expect(of(answered, 'Trường Mầm non Hoa Ban')[0]?.results).toHaveLength(2);
    expect(
      of(
        list.map((record) => ({ ...record, now: NOBODY })),
        'Trạm Y tế',
      ),
    ).toEqual([]);
  });

  it('keep people of one name apart until somebody says they are one', () => {
    const list = [
      award('Nguyễn Văn An', 2023, 'Lao động tiên tiến', { kind: 'individual', of: 'UBND xã' }),
      award('Nguyễn Văn An', 2024, 'Lao động tiên tiến', { kind: 'individual', of: 'Trạm Y tế' }),
    ];
    expect(of(list, 'Nguyễn Văn An')).toHaveLength(2);
    expect(historyOf(list, REGISTER).questions).toMatchObject([{ kind: 'namesake', places: ['Trạm Y tế', 'UBND xã'] }]);
    const same = list.map((record) => ({ ...record, now: 'Nguyễn Văn An' }));
    expect(of(same, 'Nguyễn Văn An')).toHaveLength(1);
    // A record without a workplace takes the only workplace known.
    expect(
      of([list[0]!, award('Nguyễn Văn An', 2022, 'Giấy khen', { kind: 'individual' })], 'Nguyễn Văn An'),
    ).toHaveLength(1);
  });

  it('are counted by year: units once, awards by form', () => {
    const history = historyOf(
      [
        result('Bản Nà Đắng', 2024, 9000, { share: 9000, classification: 'Hoàn thành tốt' }),
        result('Trạm Y tế', 2024, 8000, { share: 8000, classification: 'Hoàn thành' }),
        award('Bản Nà Đắng', 2024, 'Giấy khen', { kind: 'collective', decision: '231/QĐ-UBND' }),
        award('Nguyễn Văn An', 2024, 'Giấy khen', { kind: 'individual', decision: '231/QĐ-UBND' }),
      ],
      REGISTER,
    );
    expect(figuresByYear(history)).toEqual([
      {
        ...{ year: 2024, scored: 2, averageShare: 8500, differing: 0 },
        classes: [
          { name: 'Hoàn thành', count: 1 },
          { name: 'Hoàn thành tốt', count: 1 },
        ],
        awards: [{ name: 'Giấy khen', count: 2 }],
        byKind: { collective: 1, individual: 1, household: 0 },
      },
    ]);
  });
});
