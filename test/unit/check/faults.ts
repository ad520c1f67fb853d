/** One planted fault a case: the reports with the fault in, and the one cell where the check has to find it. Every code has cases. */
import type { CheckContext } from '../../../core/check/context.ts';
import type { Flag, FlagCode } from '../../../core/flag/flag.ts';
import type { ReadFile } from '../../../core/report/read.ts';
import type { CellRef, Entry, Reading, Remark, Report } from '../../../core/report/report.ts';
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
  PERIOD_CELL,
  partRow,
  points,
  read,
  registered,
  TOTAL_CELL,
  UNIT_CELL,
} from './reports.ts';

export interface Fault {
  readonly name: string;
  readonly files: readonly ReadFile[];
  readonly context?: CheckContext;
  readonly criterion?: string;
  readonly cell: CellRef | null;
  readonly file?: string;
  readonly more?: Partial<Flag>;
}

const base = correct();
const KPS: Reading = { kind: 'not-applicable', text: 'KPS' };

function planted(
  name: string,
  code: string,
  at: CellRef,
  changes: Parameters<typeof change>[2],
  more: Partial<Flag> = {},
): Fault {
  return { name, files: [fileOf(change(base, code, changes))], criterion: code, cell: at, more };
}

function remarked(name: string, remark: Remark, more: { readonly criterion?: string } = {}): Fault {
  return { name, files: [fileOf({ ...base, remarks: [remark] })], cell: remark.cell, ...more };
}

function without(report: Report, code: string): Report {
  return { ...report, entries: report.entries.filter((entry) => entry.criterion !== code) };
}

/** a, b and the ratio of the percentage 2.1, with its cells. */
function ratio(
  a: number | null,
  b: number | null,
  value: number | null,
  percent = false,
): Pick<Entry, 'numerator' | 'denominator' | 'value'> {
  const reading = (one: number | null) => (one === null ? MISSING : number(one));
  return {
    numerator: read(cell('2.1', 'a'), reading(a)),
    denominator: read(cell('2.1', 'b'), reading(b)),
    value: { ...read(cell('2.1', 'value'), reading(value)), percent },
  };
}

const justRatio = (value: number) => ({ ...ratio(null, null, value), numerator: undefined, denominator: undefined });
const value = (code: string, reading: Parameters<typeof read>[1]) => ({ value: read(cell(code, 'value'), reading) });
const self = (code: string, own: number) => ({ self: points(cell(code, 'self'), own) });
const at = cell('2.1', 'value');
const village = [registered('Bản Nà Đắng')];

function totalOf({ total }: Report): number {
  return total?.reading.kind === 'number' ? total.reading.value : 0;
}

/** Reports of as many villages, all different. */
function villages(count: number): Report[] {
  return Array.from({ length: count }, (_, index) => correct({ unit: `Bản ${index + 1}`, seed: index + 1 }));
}

const wide = correct({ set: COMPOSED, movement: composed });

export const FAULTS: Readonly<Record<FlagCode, readonly Fault[]>> = {
  'missing-criterion': [
    { name: 'row taken out', files: [fileOf(without(base, '2.2'))], criterion: '2.2', cell: cell('2.1', 'title') },
    { name: 'first row taken out', files: [fileOf(without(base, '1.1'))], criterion: '1.1', cell: null },
    {
      name: 'the row of a bonus taken out',
      files: [fileOf({ ...without(wide, '9.3'), total: null })],
      criterion: '9.3',
      cell: cell('9.2', 'title', COMPOSED),
      context: context({ movement: composed }),
    },
  ],
  'duplicate-criterion': [
    remarked(
      'row written twice',
      {
        kind: 'duplicate-row',
        criterion: '2.2',
        cell: { sheet: 'Báo cáo', address: 'B25' },
        first: cell('2.2', 'title'),
      },
      { criterion: '2.2' },
    ),
  ],
  'unknown-criterion': [
    remarked('a row of its own', {
      kind: 'unknown-row',
      text: 'Số bài hát',
      cell: { sheet: 'Báo cáo', address: 'B25' },
    }),
  ],
  'altered-criterion': [
    planted('another title', '2.2', cell('2.2', 'title'), {
      title: { text: 'Tỷ lệ hội nghị được ghi biên bản', cell: cell('2.2', 'title') },
    }),
    planted('another maximum', '2.2', cell('2.2', 'max'), { max: points(cell('2.2', 'max'), 20) }),
    planted('the target turned round', '2.1', cell('2.1', 'target'), {
      target: { text: 'Tối đa 80 %', cell: cell('2.1', 'target') },
    }),
    planted('another target', '2.1', cell('2.1', 'target'), {
      target: { text: 'Tối thiểu 60 %', cell: cell('2.1', 'target') },
    }),
  ],
  'missing-column': [
    {
      ...remarked('no evidence', {
        kind: 'missing-column',
        role: 'evidence',
        cell: { sheet: 'Báo cáo', address: 'A6' },
      }),
      files: [
        fileOf({
          ...base,
          entries: base.entries.map(({ evidenceCell: _, ...entry }) => ({ ...entry, evidence: [] })),
          remarks: [{ kind: 'missing-column', role: 'evidence', cell: { sheet: 'Báo cáo', address: 'A6' } }],
        }),
      ],
    },
    {
      name: 'no results',
      files: [
        fileOf({
          ...base,
          entries: base.entries.map(({ value: _v, numerator: _a, denominator: _b, ...entry }) => entry),
          remarks: [{ kind: 'missing-column', role: 'value', cell: { sheet: 'Báo cáo', address: 'A6' } }],
        }),
      ],
      cell: { sheet: 'Báo cáo', address: 'A6' },
    },
  ],
  'hidden-content': [
    remarked('hidden column', { kind: 'hidden', what: 'cột K', cell: { sheet: 'Báo cáo', address: 'K7' } }),
    {
      name: 'hidden row of a criterion that was not read',
      files: [
        fileOf({
          ...without(base, '2.2'),
          remarks: [{ kind: 'hidden', what: 'hàng 12', criterion: '2.2', cell: cell('2.2', 'title') }],
        }),
      ],
      criterion: '2.2',
      cell: cell('2.2', 'title'),
    },
    {
      name: 'hidden sheet beside the report',
      files: [
        {
          ...fileOf(base),
          remarks: [{ kind: 'hidden', what: 'trang tính "Số"', cell: { sheet: 'Số', address: 'A1' } }],
        },
      ],
      cell: { sheet: 'Số', address: 'A1' },
    },
  ],
  'no-report-found': [{ name: 'nothing in the file', files: [fileOf()], cell: null, file: 'trống.xlsx' }],
  'missing-value': [
    planted('no result', '2.3', cell('2.3', 'value'), value('2.3', MISSING)),
    planted('nothing of a ratio', '2.1', cell('2.1', 'a'), ratio(null, null, null)),
    planted('no a', '2.1', cell('2.1', 'a'), ratio(null, 90, null)),
    planted('no b beside a ratio', '2.1', cell('2.1', 'b'), ratio(72, null, 80), { candidates: [80] }),
    planted('the ratio alone', '2.1', cell('2.1', 'a'), ratio(null, null, 80), { candidates: [80] }),
    planted('no a, so that the ratio cannot be divided', '2.1', cell('2.1', 'a'), {
      ...ratio(null, null, null),
      value: read(at, { kind: 'error', text: '#DIV/0!' }),
    }),
    {
      name: 'no alternative filled in',
      files: [fileOf(change(wide, '9.2', { parts: [partRow('a', MISSING), partRow('b', MISSING)] }))],
      context: context({ movement: composed }),
      criterion: '9.2.a',
      cell: { sheet: 'Báo cáo', address: 'Ga' },
    },
  ],
  'not-a-number': [
    planted('prose', '2.3', cell('2.3', 'value'), value('2.3', { kind: 'text', text: 'nhiều' })),
    planted('a target', '2.1', cell('2.1', 'a'), {
      numerator: read(cell('2.1', 'a'), { kind: 'bound', comparator: 'gte', value: 90, text: '≥90' }),
    }),
    planted('no yes or no', '1.1', cell('1.1', 'value'), value('1.1', { kind: 'text', text: 'đang soạn' })),
    planted(
      'in the own points',
      '2.1',
      cell('2.1', 'self'),
      { self: { ...points(cell('2.1', 'self'), 0), reading: { kind: 'text', text: 'tối đa' } } },
      { doubt: 'nothing' },
    ),
  ],
  'ambiguous-number': [
    planted(
      'result',
      '3.3',
      cell('3.3', 'value'),
      value('3.3', { kind: 'ambiguous', text: '1.234', candidates: [1.234, 1234] }),
      {
        candidates: [1.234, 1234],
      },
    ),
    planted(
      'a',
      '2.1',
      cell('2.1', 'a'),
      {
        ...ratio(0, 2000, 61.7),
        numerator: read(cell('2.1', 'a'), { kind: 'ambiguous', text: '1.234', candidates: [1, 1234] }),
      },
      { candidates: [0.05, 61.7] },
    ),
  ],
  'out-of-range': [
    planted('negative count', '2.3', cell('2.3', 'value'), value('2.3', number(-2))),
    planted('over 100 %', '2.1', at, ratio(72, 90, 800), { candidates: [80] }),
    planted('negative a', '2.1', cell('2.1', 'a'), ratio(-72, 90, 80)),
  ],
  'numerator-exceeds-denominator': [
    planted('more than all', '2.1', cell('2.1', 'a'), ratio(100, 80, 125), { candidates: [80, 100] }),
    planted('more than all, ratio kept', '2.1', cell('2.1', 'a'), ratio(160, 80, 90), { candidates: [50, 100, 90] }),
    planted('in one cell', '2.1', at, {
      ...ratio(null, null, null),
      numerator: undefined,
      denominator: undefined,
      value: read(at, { kind: 'fraction', a: 30, b: 25 }),
    }),
  ],
  'zero-denominator': [
    planted('0/0 = 100 %', '2.1', cell('2.1', 'b'), ratio(0, 0, 100)),
    planted('something of nothing', '2.1', cell('2.1', 'b'), ratio(5, 0, null)),
    planted('with the division error it gives', '2.1', cell('2.1', 'b'), {
      ...ratio(5, 0, null),
      value: read(at, { kind: 'error', text: '#DIV/0!' }),
    }),
  ],
  'not-applicable-claimed': [
    planted('what every unit has', '3.4', cell('3.4', 'value'), { value: read(cell('3.4', 'value'), KPS) }),
    planted('0 of 0 in words of figures, allowed but without a reason', '2.1', cell('2.1', 'b'), ratio(0, 0, null)),
  ],
  'ratio-mismatch': [
    planted('95 % for 72/90', '2.1', at, ratio(72, 90, 95), { candidates: [95, 80] }),
    planted('rounded up by too much', '2.1', at, ratio(802, 1000, 81), { candidates: [81, 80.2] }),
  ],
  'unit-mismatch': [
    planted('a share beside a and b', '2.1', at, ratio(95, 100, 0.95), { candidates: [0.95, 95] }),
    planted('1 for all', '2.1', at, ratio(90, 90, 1), { candidates: [1, 100] }),
    planted('a share alone', '2.1', at, justRatio(0.95), { candidates: [0.95, 95] }),
    planted(
      'dong for millions',
      '3.3',
      cell('3.3', 'value'),
      value('3.3', { kind: 'number', value: 25, unit: 'đồng' }),
    ),
    planted(
      'households for people',
      '2.3',
      cell('2.3', 'value'),
      value('2.3', { kind: 'number', value: 2, unit: 'hộ' }),
    ),
  ],
  'formula-error': [
    planted('result', '2.3', cell('2.3', 'value'), value('2.3', { kind: 'error', text: '#REF!' })),
    planted('ratio beside a and b', '2.1', at, { value: read(at, { kind: 'error', text: '#N/A' }) }),
    planted(
      'own points',
      '2.1',
      cell('2.1', 'self'),
      { self: { ...points(cell('2.1', 'self'), 0), reading: { kind: 'error', text: '#VALUE!' } } },
      { doubt: 'nothing' },
    ),
    {
      name: 'total',
      files: [fileOf({ ...base, total: { ...points(TOTAL_CELL, 0), reading: { kind: 'error', text: '#REF!' } } })],
      cell: TOTAL_CELL,
    },
  ],
  'invalid-date': [
    planted('31 February', '1.2', cell('1.2', 'value'), value('1.2', { kind: 'bad-date', text: '31/02/2025' })),
    {
      name: 'day of the report',
      files: [fileOf({ ...base, date: { date: null, text: 'ngày 31 tháng 02 năm 2025', cell: DATE_CELL } })],
      cell: DATE_CELL,
    },
  ],
  'self-score-exceeds-max': [planted('12 of 10', '2.2', cell('2.2', 'self'), self('2.2', 12))],
  'negative-self-score': [planted('minus', '2.2', cell('2.2', 'self'), self('2.2', -2))],
  'self-score-mismatch': [
    planted('fewer than the rule gives', '1.1', cell('1.1', 'self'), self('1.1', 4)),
    planted('points for No', '1.1', cell('1.1', 'value'), value('1.1', { kind: 'no' })),
  ].map((fault) => ({ ...fault, cell: cell('1.1', 'self') })),
  'total-mismatch': [
    { name: 'wrong sum', files: [fileOf({ ...base, total: points(TOTAL_CELL, 50) })], cell: TOTAL_CELL },
    {
      name: 'one point too many',
      files: [fileOf({ ...base, total: points(TOTAL_CELL, Math.round(totalOf(base)) + 1) })],
      cell: TOTAL_CELL,
    },
  ],
  'missing-evidence': [
    planted('nothing cited', '2.1', cell('2.1', 'evidence'), { evidence: [] }),
    planted(
      'explained',
      '2.1',
      cell('2.1', 'evidence'),
      { evidence: [], explanation: { text: 'Hồ sơ lưu tại Văn phòng', cell: cell('2.1', 'note') } },
      { severity: 'warning', doubt: 'nothing' },
    ),
  ],
  'reused-evidence': [
    {
      name: 'another unit’s document',
      files: [
        fileOf(change(base, '2.1', { evidence: ['BC số 15/BC-UBND ngày 12/3/2025'] })),
        fileOf(
          change(correct({ unit: 'Bản Hai', seed: 2 }), '2.2', {
            evidence: ['Báo cáo 015 / BC - UBND, ngày 12 tháng 3 năm 2025'],
          }),
        ),
      ],
      criterion: '2.2',
      cell: cell('2.2', 'evidence'),
      file: 'Bản Hai.xlsx',
    },
    planted('one document for two groups', '3.1', cell('3.1', 'evidence'), {
      evidence: base.entries[0]?.evidence ?? [],
    }),
  ],
  'evidence-outside-period': [
    planted('last year', '2.1', cell('2.1', 'evidence'), { evidence: ['Báo cáo số 15/BC-CĐS ngày 12/3/2024'] }),
    planted('a plan made too long before', '1.1', cell('1.1', 'evidence'), {
      evidence: ['Kế hoạch 3/KH-CĐS ngày 5/2/2024'],
    }),
    planted('after the report', '2.1', cell('2.1', 'evidence'), { evidence: ['Báo cáo số 15/BC-CĐS ngày 12/3/2026'] }),
  ],
  'missing-report': [
    {
      name: 'registered, nothing came',
      files: [fileOf(base)],
      context: context({ register: [...village, registered('Bản Hai'), registered('Bản Ba', { registered: false })] }),
      cell: null,
      more: { unit: 'Bản Hai' },
    },
  ],
  'late-report': [
    {
      name: 'on the day before which it was due',
      files: [fileOf({ ...base, date: { date: '2025-11-05', text: '05/11/2025', cell: DATE_CELL } })],
      cell: DATE_CELL,
    },
    {
      name: 'received late',
      files: [fileOf(base)],
      context: context({ register: [registered('Bản Nà Đắng', { received: '2025-11-06' })] }),
      cell: null,
    },
  ],
  'undated-report': [
    { name: 'no date line', files: [fileOf({ ...base, date: null })], cell: null },
    {
      name: 'date line left open',
      files: [fileOf({ ...base, date: { date: null, text: 'ngày … tháng … năm 2025', cell: DATE_CELL } })],
      cell: DATE_CELL,
    },
  ],
  'wrong-period': [
    {
      name: 'a quarter is not its year',
      files: [fileOf({ ...base, period: { period: { kind: 'quarter', year: 2025, quarter: 4 }, cell: PERIOD_CELL } })],
      cell: PERIOD_CELL,
    },
  ],
  'unknown-unit': [
    {
      name: 'not in the register',
      files: [fileOf(base), fileOf(correct({ unit: 'Bản Lạ', seed: 2 }))],
      context: context({ register: village }),
      cell: UNIT_CELL,
      file: 'Bản Lạ.xlsx',
    },
    remarked('two units on one sheet', { kind: 'several-units', text: 'Bản Một, Bản Hai', cell: UNIT_CELL }),
  ],
  'duplicate-report': [
    {
      name: 'the same unit twice',
      files: [fileOf(base), fileOf(correct({ seed: 2, file: 'lần hai.xlsx' }))],
      cell: UNIT_CELL,
      file: 'lần hai.xlsx',
    },
    {
      name: 'the same file twice',
      files: [fileOf(base), fileOf({ ...base, file: 'bản sao.xlsx' })],
      cell: UNIT_CELL,
      file: 'bản sao.xlsx',
    },
  ],
  'wrong-audience': [
    {
      name: 'a village on the sheet of agencies',
      files: [
        fileOf({
          ...without(base, '3.2'),
          audience: 'agency',
          remarks: [{ kind: 'unknown-row', text: 'lạ', cell: UNIT_CELL }],
        }),
      ],
      context: context({ register: [registered('Bản Nà Đắng', { audience: 'Bản' })] }),
      cell: UNIT_CELL,
    },
  ],
  'copied-report': [
    {
      name: 'the figures of another unit',
      files: [
        fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Một', seed: 3 })),
        fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Hai', seed: 3 })),
        fileOf(correct({ set: COMPOSED, movement: composed, unit: 'Bản Ba', seed: 4 })),
      ],
      context: context({ movement: composed }),
      cell: UNIT_CELL,
      file: 'Bản Hai.xlsx',
    },
  ],
  'portal-mismatch': [
    {
      name: '80 % reported, 95,5 % on the portal',
      files: [fileOf(change(base, '2.1', { ...ratio(72, 90, 80), self: undefined }))].map((file) => ({
        ...file,
        reports: file.reports.map((report) => ({ ...report, total: null })),
      })),
      context: context({ observations: [observed('work-files-online', 'Bản Nà Đắng', 95.5)] }),
      criterion: '2.1',
      cell: at,
      more: { candidates: [80, 95.5] },
    },
    {
      name: 'unit known by its code on the portal',
      files: [fileOf(base)],
      context: context({
        register: [registered('Bản Nà Đắng', { portalCode: 'H28.1' })],
        observations: [observed('work-files-online', 'Khác', 12, { unit: { name: 'Khác', code: 'H28.1' } })],
      }),
      criterion: '2.1',
      cell: at,
    },
  ],
  'sudden-change': [
    {
      name: 'a ratio up by 45 points',
      files: [fileOf(base)],
      context: context({ previous: [change(base, '2.1', ratio(20, 100, 20))] }),
      criterion: '2.1',
      cell: at,
    },
    {
      name: 'a count ten times',
      files: [fileOf(base)],
      context: context({ previous: [change(base, '3.3', value('3.3', number(400)))] }),
      criterion: '3.3',
      cell: cell('3.3', 'value'),
    },
  ],
  outlier: [
    {
      name: 'one far below nine',
      files: villages(10).map((report, index) =>
        fileOf(
          index === 4 ? { ...change(report, '2.1', { ...ratio(3, 100, 3), self: undefined }), total: null } : report,
        ),
      ),
      criterion: '2.1',
      cell: at,
      file: 'Bản 5.xlsx',
    },
  ],
  'legacy-encoding': [
    {
      ...remarked('two runs on one sheet', {
        kind: 'legacy-text',
        encoding: 'tcvn3',
        before: 'kÕ ho¹ch',
        after: 'kế hoạch',
        cell: UNIT_CELL,
        count: 7,
      }),
      more: { severity: 'info', data: { encoding: 'tcvn3', count: 7 } },
    },
  ],
  'external-link': [{ name: 'link', files: [{ ...fileOf(base), externalLinks: ['C:\\so lieu.xlsx'] }], cell: null }],
  'macro-present': [{ name: 'macros', files: [{ ...fileOf(base), macros: true }], cell: null }],
  'injected-formula': [
    remarked('command', { kind: 'formula-text', text: '=cmd|"/c calc"!A1', cell: cell('2.1', 'note') }),
  ],
};
