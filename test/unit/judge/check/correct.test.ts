/** Correct content yields no flag at all: whole folders, and the odd but correct things of real sheets. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import { setDigest } from '../../../../core/movement/set-version.ts';
import type { Entry, Reading, Report } from '../../../../core/report/report.ts';
import { handedIn } from '../../../fixtures/grammar/plants/evidence.ts';
import { SAMPLE_SET } from '../../../fixtures/sample-movement.ts';
import { COMPOSED, composed } from './composed.ts';
import {
  cell,
  change,
  context,
  correct,
  DATE_CELL,
  fileOf,
  MISSING,
  number,
  observed,
  partRow,
  points,
  read,
  registered,
  TOTAL_CELL,
} from './reports.ts';

function flagsOf(reports: readonly Report[], with_: Partial<CheckContext> = {}): string[] {
  const { flags } = checkFiles(
    reports.map((report) => fileOf(report)),
    context(with_),
  );
  return flags.map(({ code, unit, criterion, message }) => `${code} ${unit} ${criterion}: ${message}`);
}

const base = correct();
const wide = correct({ set: COMPOSED, movement: composed });
const NOT_ARISING: Reading = { kind: 'not-applicable', text: 'KPS' };
const REASON: Pick<Entry, 'explanation'> = {
  explanation: { text: 'Năm nay đơn vị không phát sinh nội dung này', cell: cell('2.1', 'note') },
};

function figures(a: Reading, b: Reading, value: Reading): Pick<Entry, 'numerator' | 'denominator' | 'value' | 'self'> {
  return {
    numerator: read(cell('2.1', 'a'), a),
    denominator: read(cell('2.1', 'b'), b),
    value: read(cell('2.1', 'value'), value),
  };
}

/** 2.1 with other figures and no own points, so that only the figures speak. */
function with21(a: Reading, b: Reading, value: Reading): Report {
  return { ...change(base, '2.1', { ...figures(a, b, value), self: undefined, ...REASON }), total: null };
}

const evidence = (code: string, text: string) => change(base, code, { evidence: [text] });

const FILES = base.entries.map(({ criterion }) => handedIn('Bản Nà Đắng', criterion));

const CORRECT: readonly (readonly [name: string, reports: readonly Report[], context?: Partial<CheckContext>])[] = [
  ['one report', [base]],
  ['a file for each criterion', [base], { evidence: FILES }],
  ['a file where nothing is cited', [change(base, '2.1', { evidence: [] })], { evidence: FILES }],
  [
    'the file of the document cited, and one more',
    [evidence('2.1', 'Báo cáo số 15/BC-UBND ngày 12/3/2025')],
    {
      evidence: [
        ...FILES,
        handedIn('Bản Nà Đắng', '2.1', { number: '15/BC-UBND', date: '2025-03-12', hash: 'a' }),
        handedIn('Bản Nà Đắng', '2.1', { number: '3/QĐ-UBND', date: '2025-02-01', hash: 'b' }),
      ],
    },
  ],
  [
    'one order from two units',
    [base, correct({ unit: 'Bản Hai', seed: 2 })],
    {
      evidence: [
        ...FILES,
        ...FILES.map((file) => ({ ...file, unit: 'Bản Hai', hash: `${file.hash} 2` })),
        ...['Bản Nà Đắng', 'Bản Hai'].map((unit) => handedIn(unit, '2.1', { hash: 'a', number: '3/QĐ-UBND' })),
      ],
    },
  ],
  [
    'twenty-four units',
    Array.from({ length: 24 }, (_, index) => correct({ unit: `Bản ${index + 1}`, seed: index + 1 })),
  ],
  [
    'twenty-four units with a register, the last period and the portal',
    Array.from({ length: 24 }, (_, index) => correct({ unit: `Bản ${index + 1}`, seed: index + 1 })),
    {
      register: Array.from({ length: 24 }, (_, index) => registered(`Bản ${index + 1}`, { received: '2025-11-04' })),
      previous: Array.from({ length: 24 }, (_, index) => correct({ unit: `Bản ${index + 1}`, seed: index + 1 })),
      observations: [observed('work-files-online', 'Bản 1', 65.42)],
    },
  ],
  ['composed criteria, one alternative, bonus and deduction', [wide], { movement: composed }],
  [
    'bonus and deduction left blank',
    [
      {
        ...wide,
        entries: wide.entries
          .map((entry) =>
            ['9.3', '9.4'].includes(entry.criterion)
              ? { ...entry, value: read(cell(entry.criterion, 'value', COMPOSED), MISSING), evidence: [] }
              : entry,
          )
          .map(({ self: _, ...entry }) => entry),
        total: null,
      },
    ],
    { movement: composed },
  ],
  ['not arising in the result', [with21(MISSING, MISSING, NOT_ARISING)]],
  ['not arising in a and b', [with21(NOT_ARISING, NOT_ARISING, MISSING)]],
  ['0 of 0 without a ratio', [with21(number(0), number(0), MISSING)]],
  ['0 of 0, KPS', [with21(number(0), number(0), NOT_ARISING)]],
  ['a and b without the ratio', [with21(number(72), number(90), MISSING)]],
  ['66,67 % of 2/3', [with21(number(20), number(30), number(66.67))]],
  ['66,68 % of 2/3', [with21(number(20), number(30), number(66.68))]],
  ['67 % of 2/3', [with21(number(20), number(30), number(67))]],
  ['66 % of 2/3, cut off', [with21(number(20), number(30), number(66))]],
  ['2/3 as a formula has it', [with21(number(20), number(30), number(66.6666666667))]],
  ['0,5 % is 0,5 %', [with21(number(1), number(200), number(0.5))]],
  [
    '0,5 % with its percent sign, no a and b',
    [
      {
        ...change(base, '2.2', {
          numerator: undefined,
          denominator: undefined,
          value: { ...read(cell('2.2', 'value'), number(0.5)), percent: true },
          self: undefined,
        }),
        total: null,
      },
    ],
  ],
  [
    '72/90 in one cell',
    [with21(MISSING, MISSING, { kind: 'fraction', a: 72, b: 90 })].map((report) =>
      change(report, '2.1', { numerator: undefined, denominator: undefined }),
    ),
  ],
  [
    '80 % on our form without columns for a and b, which stand in rows of their own',
    [with21(number(72), number(90), number(80))].map((report) => ({
      ...report,
      formVersion: { words: 'phiên bản 1', digest: setDigest(SAMPLE_SET), cell: cell('2.1', 'value') },
      layout: {
        ...report.layout,
        columns: new Map([...report.layout.columns].filter(([role]) => !/^(?:numerator|denominator)$/.test(role))),
      },
    })),
  ],
  [
    'a negative rate',
    [{ ...change(base, '3.1', { value: read(cell('3.1', 'value'), number(-2)), self: undefined }), total: null }],
  ],
  [
    'a rate with a bare percent sign',
    [change(base, '3.1', { value: { ...read(cell('3.1', 'value'), number(6.6)), percent: true } })],
  ],
  [
    'the portal prints more decimals than a ratio typed alone',
    [onlyRatio(80)],
    { observations: [observed('work-files-online', 'Bản Nà Đắng', 79.6)] },
  ],
  [
    'nothing done, nothing cited',
    [
      {
        ...change(base, '1.1', { value: read(cell('1.1', 'value'), { kind: 'no' }), evidence: [], self: undefined }),
        total: null,
      },
    ],
  ],
  [
    'people counted as people',
    [change(base, '2.3', { value: read(cell('2.3', 'value'), { kind: 'number', value: 3, unit: 'Người' }) })],
  ],
  [
    'own points rounded to halves',
    [
      {
        ...change(change(base, '2.1', { self: points(cell('2.1', 'self'), 16.5) }), '3.2', {}),
        entries: base.entries.map((entry) => ({ ...entry, self: roundedSelf(entry, 0.5) })),
        total: null,
      },
    ],
  ],
  ['no own points at all', [{ ...base, entries: base.entries.map(({ self: _, ...entry }) => entry), total: null }]],
  [
    'total with the float noise of a formula',
    [{ ...base, total: { ...points(TOTAL_CELL, 0), reading: { kind: 'number', value: totalOf(base) + 1e-9 } } }],
  ],
  ['total of thirds', [withSelf([6.6667, 3.3333, 4.25], 14.25)]],
  ['total a hundredth beside its rows', [withSelf([6.67, 3.33, 4.25], 14.26)]],
  ['total rounded to tenths', [withSelf([6.67, 3.33, 4.25], 14.3)]],
  [
    'the title in another composition',
    [
      change(base, '2.1', {
        title: { text: (base.entries[3]?.title.text ?? '').normalize('NFD'), cell: cell('2.1', 'title') },
      }),
    ],
  ],
  [
    'the title with number and points',
    [change(base, '2.1', { title: { text: `2.1. ${base.entries[3]?.title.text} (20đ)`, cell: cell('2.1', 'title') } })],
  ],
  [
    'the title run together',
    [
      change(base, '2.1', {
        title: { text: (base.entries[3]?.title.text ?? '').replaceAll(' ', ''), cell: cell('2.1', 'title') },
      }),
    ],
  ],
  ['on the last day', [{ ...base, date: { date: '2025-11-04', text: '04/11/2025', cell: DATE_CELL } }]],
  [
    'nobody is missing before the deadline',
    [base],
    { asOf: '2025-11-04', register: [registered('Bản Nà Đắng'), registered('Bản Hai')] },
  ],
  [
    'a unit that did not register',
    [base],
    { register: [registered('Bản Nà Đắng'), registered('Bản Hai', { registered: false })] },
  ],
  [
    'the movement’s own plan',
    [evidence('1.1', 'Kế hoạch số 12/KH-UBND ngày 06/01/2024'), correct({ unit: 'Bản Hai', seed: 2 })],
  ],
  ['the yearly plan of last December', [evidence('1.1', 'Kế hoạch số 98/KH-CĐS ngày 25/12/2024')]],
  ['a report signed after the year', [{ ...evidence('2.1', 'Báo cáo số 15/BC-CĐS ngày 28/10/2025') }]],
  [
    'two schools that number alike',
    [
      evidence('2.1', 'Báo cáo 05/BC-TH ngày 3/3/2025'),
      change(correct({ unit: 'Trường Hai', seed: 2 }), '2.1', { evidence: ['Báo cáo 05/BC-TH ngày 9/4/2025'] }),
    ],
  ],
  [
    'one summary report for all criteria',
    [
      {
        ...base,
        entries: base.entries.map((entry) => ({
          ...entry,
          evidence: ['Báo cáo tổng kết số 30/BC-CĐS ngày 20/10/2025'],
        })),
      },
    ],
  ],
  [
    'a decision of the commune that many rest on',
    Array.from({ length: 4 }, (_, index) =>
      change(correct({ unit: `Bản ${index + 1}`, seed: index + 1 }), '1.1', {
        evidence: ['Quyết định số 45/QĐ-UBND ngày 12/3/2025'],
      }),
    ),
  ],
  [
    'the portal says the same, rounded',
    [with21(number(2), number(3), MISSING)],
    { observations: [observed('work-files-online', 'Bản Nà Đắng', 66.7)] },
  ],
  ['not published on the portal', [base], { observations: [observed('work-files-online', 'Bản Nà Đắng', null)] }],
  [
    'the portal of another period',
    [base],
    { observations: [observed('work-files-online', 'Bản Nà Đắng', 1, { period: '2025-Q1' })] },
  ],
  ['one unit behind where all others have finished', finished()],
];

/** Own points in the first rows only, which do not arise, so that nothing but the sum is compared. */
function withSelf(self: readonly number[], total: number): Report {
  const graded = base.entries.map((entry, at): Entry => {
    const own = self[at];
    const { self: _, ...rest } = entry;
    const noFigure = { value: read(cell(entry.criterion, 'value'), NOT_ARISING), ...REASON };
    return own === undefined ? rest : { ...rest, ...noFigure, self: points(cell(entry.criterion, 'self'), own) };
  });
  return { ...base, entries: graded, total: points(TOTAL_CELL, total) };
}

function onlyRatio(value: number): Report {
  return change(with21(MISSING, MISSING, number(value)), '2.1', { numerator: undefined, denominator: undefined });
}

function roundedSelf(entry: Entry, step: number): NonNullable<Entry['self']> {
  const own = entry.self?.reading.kind === 'number' ? entry.self.reading.value : 0;
  return points(entry.self?.cell ?? TOTAL_CELL, Math.round(own / step) * step);
}

function totalOf(report: Report): number {
  return report.total?.reading.kind === 'number' ? report.total.reading.value : 0;
}

function finished(): readonly Report[] {
  return Array.from({ length: 12 }, (_, index) => {
    const report = correct({ unit: `Bản ${index + 1}`, seed: index + 1 });
    const b = 90 + index;
    const a = index === 0 ? Math.round(b / 2) : b;
    return { ...change(report, '2.1', { ...figures(number(a), number(b), MISSING), self: undefined }), total: null };
  });
}

describe('no flag', () => {
  it.each(CORRECT.map(([name, ...given]) => [name, given] as const))('%s', (_, [reports, with_]) => {
    expect(flagsOf(reports, with_)).toEqual([]);
  });
});

describe('an untouched form', () => {
  it('misses one value a criterion the unit fills in, and nothing else', () => {
    const open = base.entries.map((entry): Entry => {
      const empty = (item: Entry['value']) => (item === undefined ? {} : { ...item, reading: MISSING, raw: null });
      return {
        ...entry,
        value: empty(entry.value) as NonNullable<Entry['value']>,
        ...(entry.numerator ? { numerator: empty(entry.numerator) as NonNullable<Entry['value']> } : {}),
        ...(entry.denominator ? { denominator: empty(entry.denominator) as NonNullable<Entry['value']> } : {}),
        self: { reading: { kind: 'missing' }, cell: cell(entry.criterion, 'self'), raw: null },
        evidence: [],
      };
    });
    const { flags } = checkFiles([fileOf({ ...base, entries: open, total: null, date: null })], context());
    expect(flags.map(({ code, criterion }) => `${code} ${criterion}`)).toEqual(
      base.entries.map(({ criterion }) => `missing-value ${criterion}`),
    );
  });
});

it('keeps a part row apart from its criterion', () => {
  const faulty = change(wide, '9.2', { parts: [partRow('a', { kind: 'text', text: 'hỏng' }), partRow('b', MISSING)] });
  const { flags } = checkFiles([fileOf(faulty)], context({ movement: composed }));
  expect(flags.map(({ code, criterion }) => [code, criterion])).toEqual([['not-a-number', '9.2.a']]);
});
