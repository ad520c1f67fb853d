/**
 * Cell-level faults planted into real sheets: what to change in a written report sheet, and the cell where the fault
 * has to be found.
 */
import type { CheckContext } from '../../../../core/judge/check/context.ts';
import type { FlagCode } from '../../../../core/judge/check/registry.ts';
import type { ColumnRole } from '../../../../core/report/report.ts';
import type { NewSheet } from '../../../../core/sheet/workbook/port.ts';
import {
  setCell,
  withEmptyRows,
  withHiddenColumn,
  withoutRow,
  withRowTwice,
  withTexts,
} from '../../../fixtures/edit-sheet.ts';
import { type FilledReport, withEntry } from '../../../fixtures/filled-report.ts';
import type { LaidOut, Place } from '../../../fixtures/layouts/laid-out.ts';
import type { LayoutKind } from '../../../fixtures/layouts.ts';
import { toTcvn3 } from '../../../fixtures/legacy-letters.ts';
import { observed, registered } from './reports.ts';

export interface Planted {
  readonly sheet: NewSheet;
  readonly at: Place | null;
}

export interface Plant {
  readonly code: FlagCode;
  readonly name: string;
  /** Layouts that can carry it. */
  readonly layouts: readonly LayoutKind[];
  /** What the unit filled in otherwise, before the sheet is written. */
  readonly fill?: (filled: FilledReport) => FilledReport;
  readonly plant: (laid: LaidOut) => Planted;
  readonly criterion?: string;
  readonly context?: Partial<CheckContext>;
}

/** Three columns for a ratio. */
const A_B: readonly LayoutKind[] = ['form', 'SC-02'];
/** `72/90` in one cell. */
const IN_ONE: readonly LayoutKind[] = ['SC-01', 'SC-03', 'SC-08'];
/** The ratio alone, or beside `72/90`. */
const RATIO: readonly LayoutKind[] = ['SC-04', 'SC-05', 'SC-07'];
const ALL: readonly LayoutKind[] = ['form', 'SC-01', 'SC-02', 'SC-03', 'SC-05', 'SC-07', 'SC-08'];
const SCORED: readonly LayoutKind[] = ['form', 'SC-01', 'SC-02', 'SC-05', 'SC-07', 'SC-08'];

/** Another value in the cell of a criterion. */
function typed(criterion: string, role: ColumnRole, value: string | number | null) {
  return (laid: LaidOut): Planted => {
    const at = laid.cellOf(criterion, role);
    return { sheet: setCell(laid.sheet, at, value), at };
  };
}

/** The fault is already in the filled report. */
const filledAt =
  (criterion: string, role: ColumnRole) =>
  (laid: LaidOut): Planted => ({
    sheet: laid.sheet,
    at: laid.cellOf(criterion, role),
  });

function draftWith(what: Parameters<LaidOut['told']>[0], value: string | number, at = true) {
  return (laid: LaidOut): Planted => {
    const place = laid.told(what);
    return { sheet: setCell(laid.sheet, place, value), at: at ? place : null };
  };
}

const error = { kind: 'formula', formula: 'NA()', value: '#N/A' } as const;

/** All cells of a column from its header down taken out. */
function withoutColumn(laid: LaidOut, role: ColumnRole): NewSheet {
  const { row, column } = laid.header(role);
  const last = laid.has('3.4', role) ? laid.cellOf('3.4', role).row : row;
  const cells = laid.sheet.cells.filter((cell) => cell.column !== column || cell.row < row || cell.row > last);
  return { ...laid.sheet, cells };
}

export const PLANTS: readonly Plant[] = [
  {
    code: 'missing-criterion',
    name: 'row deleted',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-05', 'SC-08'],
    plant: (laid) => ({
      sheet: withoutRow(laid.sheet, laid.cellOf('2.2', 'title').row),
      at: laid.cellOf('2.1', 'title'),
    }),
    criterion: '2.2',
  },
  {
    code: 'duplicate-criterion',
    name: 'row copied below itself',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-05', 'SC-08'],
    plant: (laid) => {
      const { row, column } = laid.cellOf('2.3', 'title');
      return { sheet: withRowTwice(laid.sheet, row), at: { row: row + 1, column } };
    },
    criterion: '2.3',
  },
  {
    code: 'unknown-criterion',
    name: 'row of its own',
    layouts: ['SC-01', 'SC-02', 'SC-05', 'SC-08'],
    plant: (laid) => {
      const { row, column } = laid.cellOf('2.3', 'title');
      const at = { row: row + 1, column };
      const wider = withEmptyRows(laid.sheet, row + 1, 1);
      const value = laid.cellOf('2.3', 'value').column;
      return {
        sheet: setCell(setCell(wider, at, 'Số buổi giao lưu bóng chuyền hơi'), { row: row + 1, column: value }, 4),
        at,
      };
    },
  },
  {
    code: 'altered-criterion',
    name: 'title',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: typed('2.2', 'title', 'Tỷ lệ cuộc họp được ghi biên bản bằng giấy'),
    criterion: '2.2',
  },
  { code: 'altered-criterion', name: 'maximum', layouts: SCORED, plant: typed('2.2', 'max', 25), criterion: '2.2' },
  {
    code: 'altered-criterion',
    name: 'target',
    layouts: ['form', 'SC-04'],
    plant: typed('2.1', 'target', 'Tối thiểu 60%'),
    criterion: '2.1',
  },
  {
    code: 'missing-column',
    name: 'no evidence',
    layouts: ['SC-01', 'SC-02', 'SC-05', 'SC-07'],
    plant: (laid) => ({ sheet: withoutColumn(laid, 'evidence'), at: titleHeader(laid) }),
  },
  {
    code: 'hidden-content',
    name: 'hidden explanations',
    layouts: ['form', 'SC-01', 'SC-07', 'SC-08'],
    fill: (filled) => withEntry(filled, '2.1', { explanation: 'Đã đối chiếu với Văn phòng' }),
    plant: (laid) => {
      const at = laid.cellOf('2.1', 'explanation');
      return { sheet: withHiddenColumn(laid.sheet, at.column), at };
    },
  },
  {
    code: 'missing-value',
    name: 'count left blank',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-03', 'SC-07', 'SC-08'],
    plant: typed('2.3', 'value', null),
    criterion: '2.3',
  },
  {
    code: 'missing-value',
    name: 'a left blank',
    layouts: A_B,
    plant: typed('2.1', 'numerator', null),
    criterion: '2.1',
  },
  {
    code: 'missing-value',
    name: 'ratio left blank',
    layouts: [...IN_ONE, 'SC-07'],
    plant: typed('2.1', 'value', null),
    criterion: '2.1',
  },
  {
    code: 'not-a-number',
    name: 'prose',
    layouts: ALL.filter((kind) => kind !== 'SC-05'),
    plant: typed('2.3', 'value', 'rất nhiều'),
    criterion: '2.3',
  },
  {
    code: 'not-a-number',
    name: 'a target for a result',
    layouts: [...IN_ONE, ...RATIO],
    plant: typed('2.1', 'value', 'trên 90%'),
    criterion: '2.1',
  },
  {
    code: 'not-a-number',
    name: 'a target for a',
    layouts: A_B,
    plant: typed('2.1', 'numerator', '≥90'),
    criterion: '2.1',
  },
  {
    code: 'ambiguous-number',
    name: 'thousand or decimal',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: typed('3.3', 'value', '1.234'),
    criterion: '3.3',
  },
  {
    code: 'out-of-range',
    name: 'negative count',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: typed('2.3', 'value', -2),
    criterion: '2.3',
  },
  {
    code: 'out-of-range',
    name: 'ratio over 100 %',
    layouts: ['SC-02', 'SC-04', 'SC-05'],
    plant: typed('2.1', 'value', '180 %'),
    criterion: '2.1',
  },
  {
    code: 'numerator-exceeds-denominator',
    name: 'a over b',
    layouts: A_B,
    plant: typed('2.1', 'numerator', 9000),
    criterion: '2.1',
  },
  {
    code: 'numerator-exceeds-denominator',
    name: '95/90',
    layouts: IN_ONE,
    plant: typed('2.1', 'value', '95/90'),
    criterion: '2.1',
  },
  { code: 'zero-denominator', name: 'b = 0', layouts: A_B, plant: typed('2.1', 'denominator', 0), criterion: '2.1' },
  { code: 'zero-denominator', name: '5/0', layouts: IN_ONE, plant: typed('2.1', 'value', '5/0'), criterion: '2.1' },
  {
    code: 'ratio-mismatch',
    name: 'another ratio',
    layouts: ['form', 'SC-02', 'SC-05'],
    plant: typed('2.1', 'value', 12.5),
    criterion: '2.1',
  },
  {
    code: 'unit-mismatch',
    name: 'households for people',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: typed('2.3', 'value', '3 hộ'),
    criterion: '2.3',
  },
  {
    code: 'unit-mismatch',
    name: '0,95 for 95 %',
    layouts: ['SC-01', 'SC-02', 'SC-03', 'SC-04', 'SC-08'],
    fill: (filled) => withEntry(filled, '2.1', { a: 95, b: 100, self: 20 }),
    plant: typed('2.1', 'value', 0.95),
    criterion: '2.1',
  },
  {
    code: 'formula-error',
    name: '#N/A in the result',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: (laid) => {
      const at = laid.cellOf('2.3', 'value');
      return { sheet: setCell(laid.sheet, at, error), at };
    },
    criterion: '2.3',
  },
  {
    code: 'invalid-date',
    name: '31 February',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-07'],
    plant: typed('1.2', 'value', '31/02/2025'),
    criterion: '1.2',
  },
  {
    code: 'self-score-exceeds-max',
    name: '12 of 10',
    layouts: SCORED,
    plant: typed('2.2', 'self', 12),
    criterion: '2.2',
  },
  { code: 'negative-self-score', name: 'minus', layouts: SCORED, plant: typed('2.2', 'self', -3), criterion: '2.2' },
  {
    code: 'self-score-mismatch',
    name: 'points for No',
    layouts: SCORED,
    fill: (filled) => withEntry(filled, '1.1', { value: false, self: 10 }),
    plant: filledAt('1.1', 'self'),
    criterion: '1.1',
  },
  {
    code: 'total-mismatch',
    name: 'another total',
    layouts: ['form', 'SC-01', 'SC-02', 'SC-05'],
    plant: draftWith('total', 33),
  },
  {
    code: 'missing-evidence',
    name: 'nothing cited',
    layouts: ALL,
    plant: typed('2.1', 'evidence', null),
    criterion: '2.1',
  },
  {
    code: 'evidence-outside-period',
    name: 'last year',
    layouts: ALL,
    plant: typed('2.1', 'evidence', 'Báo cáo số 15/BC-CĐS ngày 12/3/2024'),
    criterion: '2.1',
  },
  {
    code: 'reused-evidence',
    name: 'one document for two groups',
    layouts: ALL,
    fill: (filled) => withEntry(filled, '3.1', { evidence: filled.rows.get('1.1')?.evidence }),
    plant: filledAt('3.1', 'evidence'),
    criterion: '3.1',
  },
  {
    code: 'late-report',
    name: 'dated on the day before which it was due',
    layouts: ALL,
    fill: (filled) => ({ ...filled, date: '2025-11-05' }),
    plant: (laid) => ({ sheet: laid.sheet, at: laid.told('date') }),
  },
  {
    code: 'undated-report',
    name: 'date left open',
    layouts: ALL,
    fill: (filled) => ({ ...filled, date: null }),
    plant: (laid) => ({ sheet: laid.sheet, at: null }),
  },
  {
    code: 'wrong-period',
    name: 'another year',
    layouts: ALL.filter((kind) => kind !== 'SC-01'),
    fill: (filled) => ({ ...filled, period: { kind: 'year', year: 2024 } }),
    plant: (laid) => ({ sheet: laid.sheet, at: laid.told('period') }),
  },
  {
    code: 'unknown-unit',
    name: 'not in the register',
    layouts: ALL,
    fill: (filled) => ({ ...filled, unit: 'Bản Lạ Hoắc' }),
    plant: (laid) => ({ sheet: laid.sheet, at: laid.told('unit') }),
    context: { register: [registered('Bản Nà Đắng', { registered: false })] },
  },
  {
    code: 'wrong-audience',
    name: 'a village in the register of agencies',
    layouts: ['form', 'SC-01', 'SC-05'],
    plant: (laid) => ({ sheet: laid.sheet, at: laid.told('unit') }),
    context: { register: [registered('Bản Nà Đắng', { audience: 'Cơ quan, đơn vị' })] },
  },
  {
    code: 'portal-mismatch',
    name: 'the portal says 12,5 %',
    layouts: ALL.filter((kind) => kind !== 'form'),
    plant: filledAt('2.1', 'value'),
    context: { observations: [observed('work-files-online', 'Bản Nà Đắng', 12.5)] },
    criterion: '2.1',
  },
  {
    code: 'legacy-encoding',
    name: 'TCVN3',
    layouts: ['SC-01', 'SC-02', 'SC-07'],
    plant: (laid) => ({ sheet: withTexts(laid.sheet, toTcvn3, '.VnTime'), at: firstText(laid) }),
  },
  {
    code: 'injected-formula',
    name: 'command in an explanation',
    layouts: ['form', 'SC-01', 'SC-07', 'SC-08'],
    plant: typed('2.1', 'explanation', "=cmd|'/c calc'!A1"),
  },
];

function titleHeader(laid: LaidOut): Place {
  const { row } = laid.header('title');
  return { row, column: laid.header('title').column };
}

/** First cell of the sheet whose letters a legacy font changes. */
function firstText(laid: LaidOut): Place {
  const texts = laid.sheet.cells.filter(
    (cell) => cell.value.kind === 'text' && toTcvn3(cell.value.text) !== cell.value.text,
  );
  const [first] = [...texts].sort((x, y) => x.row - y.row || x.column - y.column);
  return { row: first?.row ?? 0, column: first?.column ?? 0 };
}
