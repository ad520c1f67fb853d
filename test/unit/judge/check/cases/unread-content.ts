import { toA1 } from '../../../../../core/sheet/grid/address.ts';
import { patchBook } from '../../../../../core/sheet/workbook/file.ts';
import type { NewCell } from '../../../../../core/sheet/workbook/port.ts';
import { withRuns } from '../../../../fixtures/edit-bytes.ts';
import { bytesOf, type Composed, type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import type { SheetPlace } from '../../../../fixtures/grammar/pen.ts';
import { firstReport, isRatio, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { type Planted, type Planter, placesAt } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE } from '../../../../fixtures/grammar/plants/structure.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { type Fault, remarked } from '../faults.ts';
import { cell } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    ...remarked('a figure under no column that is used', {
      kind: 'unread',
      why: 'left-over',
      text: '63',
      criterion: '2.1',
      cell: cell('2.1', 'note'),
    }),
    criterion: '2.1',
  },
  {
    ...remarked('struck out', {
      kind: 'unread',
      why: 'struck',
      text: '45',
      criterion: '2.1',
      cell: cell('2.1', 'value'),
    }),
    criterion: '2.1',
  },
  {
    ...remarked('a note on a figure', {
      kind: 'unread',
      why: 'note',
      text: 'Số này sai, đúng là 20',
      criterion: '2.1',
      cell: cell('2.1', 'value'),
    }),
    criterion: '2.1',
    more: { severity: 'warning' },
  },
  {
    ...remarked('a note that names its figure in words', {
      kind: 'unread',
      why: 'note',
      text: 'Thôn ghi nhầm, chỉ có mười hai',
      criterion: '2.1',
      cell: cell('2.1', 'value'),
    }),
    criterion: '2.1',
    more: { severity: 'warning' },
  },
  {
    ...remarked('pieces that come to another figure', {
      kind: 'unread',
      why: 'sum',
      text: '43',
      of: '45',
      criterion: '2.1',
      cell: cell('2.1', 'value'),
    }),
    criterion: '2.1',
    more: { severity: 'warning' },
  },
  remarked('another table', {
    kind: 'unread',
    why: 'table',
    text: '8 tiêu chí',
    cell: { sheet: 'Phụ lục', address: 'A49' },
  }),
];

type Change = (bytes: Uint8Array, place: SheetPlace, sheet: number) => Uint8Array;

/** On the cell of a line's own points, or of its result. */
function on(role: 'value' | 'self', change: Change) {
  return (draft: Draft, draw: Random): Planted | null => {
    const line = pickLine(draft, draw, ({ part }) => part === null);
    if (line === null) return null;
    const composed = write(draft);
    const [place] = placesAt(composed, [`${line.code}/${role}`]);
    const sheet = composed.sheets.findIndex(({ name }) => name === place?.sheet);
    const isFilled = composed.sheets[sheet]?.cells.some(
      ({ row, column, value }) => row === place?.row && column === place?.column && value.kind !== 'empty',
    );
    if (!place || !isFilled) return null;
    return {
      files: [{ file: composed.file, bytes: change(bytesOf(composed), place, sheet) }],
      context: contextOf(draft.truth, null),
      criterion: line.code,
      cells: [place],
      composed,
    };
  };
}

const noted =
  (text: string): Change =>
  (bytes, { sheet, row, column }) => {
    const done = patchBook(bytes, [{ kind: 'note', sheet, row, column, text }]);
    if (!done.ok) throw new Error(done.refusal.message);
    return done.value.bytes;
  };

/** Figures in a column behind the table, under a heading that says nothing we know, or under none. */
function besideTable(heading: string) {
  return (draft: Draft): Planted | null => {
    const composed = write(draft);
    const rows = [...composed.places].flatMap(([key, place]) => (/^u0\|[\d.]+\/title$/.test(key) ? [place] : []));
    const head = composed.places.get('u0|header/title');
    const [first] = rows;
    const sheet = composed.sheets.find(({ name }) => name === first?.sheet);
    if (!first || !head || !sheet || rows.length < 5) return null;
    const column = Math.max(...sheet.cells.map((cell) => cell.column)) + 1;
    const added: readonly NewCell[] = [
      ...(heading === '' ? [] : [{ row: head.row, column, value: { kind: 'text' as const, text: heading } }]),
      ...rows.map(({ row }, at) => ({ row, column, value: { kind: 'number' as const, number: 4100 + 7 * at } })),
    ];
    const sheets = composed.sheets.map((newSheet) =>
      newSheet === sheet ? { ...newSheet, cells: [...newSheet.cells, ...added] } : newSheet,
    );
    const changed = { ...composed, sheets };
    return {
      files: [{ file: composed.file, bytes: bytesOf(changed) }],
      context: contextOf(draft.truth, null),
      criterion: null,
      cells: rows.map((place) => ({ ...place, column })),
      composed: changed,
    };
  };
}

/** Another share than the row's, written beside it under a word for remarks, for documents or for anything. */
function said(role: 'note' | 'remark' | 'evidence' | 'foreign') {
  return (draft: Draft, draw: Random): Planted | null => {
    const line = pickLine(draft, draw, isRatio);
    if (line === null) return null;
    const row = firstReport(draft).rows.get(line.code);
    const [a, b] = [Number(row?.a), Number(row?.b)];
    const own = [a, b, b - a, (100 * a) / b, 100 - (100 * a) / b, line.criterion.target?.value ?? 0];
    const share = [31, 43, 57, 64, 76].find((one) => own.every((figure) => Math.abs(figure - one) > 1));
    const composed = write(draft);
    const [place] = placesAt(composed, [`${line.code}/${role}`]);
    if (!place || share === undefined) return null;
    const isThere = (cell: NewCell): boolean => cell.row === place.row && cell.column === place.column;
    const sheets = composed.sheets.map((sheet) => {
      if (sheet.name !== place.sheet) return sheet;
      const before = sheet.cells.find(isThere)?.value;
      const words = before?.kind === 'text' && before.text !== '' ? `${before.text}; ` : '';
      const text = `${words}${draw.pick(['thực tế chỉ', 'xã kiểm tra đạt', 'đúng ra là'])} ${share}%`;
      const cell: NewCell = { ...place, value: { kind: 'text', text } };
      return { ...sheet, cells: [...sheet.cells.filter((one) => !isThere(one)), cell] };
    });
    const changed = { ...composed, sheets };
    return {
      files: [{ file: composed.file, bytes: bytesOf(changed) }],
      context: contextOf(draft.truth, null),
      criterion: line.code,
      cells: [place],
      composed: changed,
    };
  };
}

/** The first figure of a ratio is no longer what its pieces come to. */
function otherSum(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, (own, entry) => isRatio(own, entry) && Number(entry.a) + 2 < Number(entry.b));
  if (line === null) return null;
  const composed = write(draft);
  const [place] = placesAt(composed, [`${line.code}/numerator`]);
  return place === undefined
    ? null
    : withCell(draft, composed, line.code, place, (before) => ({
        kind: 'number',
        number: before?.kind === 'number' ? before.number + 2 : 2,
      }));
}

/** A line below the table names a criterion with another figure. */
function notedBelow(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(
    draft,
    draw,
    (own, { value }) => own.part === null && own.measure === 'count' && own.unit !== '' && typeof value === 'number',
  );
  if (line === null) return null;
  const composed = write(draft);
  const value = Number(firstReport(draft).rows.get(line.code)?.value);
  const [title] = placesAt(composed, [`${line.code}/title`]);
  const sheet = composed.sheets.find(({ name }) => name === title?.sheet);
  if (!title || !sheet) return null;
  const rows = sheet.cells.filter((one) => one.value.kind !== 'empty').map(({ row }) => row);
  const place = {
    sheet: sheet.name,
    row: Math.max(...rows) + 2,
    column: Math.min(...sheet.cells.map(({ column }) => column)),
  };
  const text = `* ${draw.pick(['Mục', 'Tiêu chí', 'Chỉ tiêu'])} ${line.code} xin bổ sung, tổng cộng ${value + 3} ${line.unit}.`;
  return withCell(draft, composed, line.code, place, () => ({ kind: 'text', text }));
}

function withCell(
  draft: Draft,
  composed: Composed,
  criterion: string,
  place: SheetPlace,
  change: (before: NewCell['value'] | undefined) => NewCell['value'],
): Planted {
  const isThere = (one: NewCell): boolean => one.row === place.row && one.column === place.column;
  const sheets = composed.sheets.map((sheet) => {
    if (sheet.name !== place.sheet) return sheet;
    const before = sheet.cells.find(isThere);
    const cell: NewCell = { ...before, row: place.row, column: place.column, value: change(before?.value) };
    return { ...sheet, cells: [...sheet.cells.filter((one) => !isThere(one)), cell] };
  });
  const changed = { ...composed, sheets };
  const files = [{ file: composed.file, bytes: bytesOf(changed) }];
  return { files, context: contextOf(draft.truth, null), criterion, cells: [place], composed: changed };
}

const BESIDE = {
  ...ONE_TABLE,
  kind: 'xlsx',
  register: 'none',
  aside: 'none',
  merges: 'kept',
  grid: 'plain',
  runs: 'none',
} as const;

const WHOLE_TABLE = {
  ...ONE_TABLE,
  kind: 'xlsx',
  register: 'none',
  aside: 'none',
  helper: 'none',
  levels: 'one',
} as const;

export const planters: readonly Planter[] = [
  {
    code: 'unread-content',
    name: 'a column of figures under a heading nobody knows',
    // Where the header is printed again the added column would have no heading there.
    fixed: { ...WHOLE_TABLE, grid: 'plain', repeats: 'no' },
    plant: besideTable('Mã vùng'),
  },
  {
    code: 'unread-content',
    name: 'a column of figures under no heading',
    fixed: { ...WHOLE_TABLE, grid: 'plain' },
    plant: besideTable(''),
  },
  {
    code: 'unread-content',
    name: 'another share in the first column of remarks',
    fixed: { ...BESIDE, notes: 'prose' },
    plant: said('note'),
  },
  {
    code: 'unread-content',
    name: 'another share in a further column of remarks',
    fixed: { ...BESIDE, notes: 'prose', remarks: 'several' },
    plant: said('remark'),
  },
  {
    code: 'unread-content',
    name: 'another share beside the documents',
    fixed: { ...BESIDE, evidence: 'short' },
    plant: said('evidence'),
  },
  {
    code: 'unread-content',
    name: 'another share in a column of something else',
    fixed: { ...BESIDE, foreign: 'words' },
    plant: said('foreign'),
  },
  {
    code: 'unread-content',
    name: 'a note that corrects a result',
    fixed: { ...ONE_TABLE, kind: 'xlsx', results: 'one', register: 'none' },
    plant: on('value', noted('Số này sai, đúng là 20')),
  },
  {
    code: 'unread-content',
    name: 'a note that corrects a result in words',
    fixed: { ...ONE_TABLE, kind: 'xlsx', results: 'one', register: 'none' },
    plant: on('value', noted('xã đếm lại chỉ có mười ba')),
  },
  {
    code: 'unread-content',
    name: 'pieces that come to another figure',
    fixed: { ...BESIDE, results: 'pair', details: 'clusters', self: 'no', scale: 'none', repeats: 'no' },
    plant: otherSum,
  },
  {
    code: 'unread-content',
    name: 'a line below the table with another figure',
    fixed: { ...BESIDE, foot: 'none', datePlace: 'top' },
    plant: notedBelow,
  },
  {
    code: 'unread-content',
    name: 'a digit struck out before the points',
    // A copy of the table, or a sum carried on, would still show the digit.
    fixed: {
      ...ONE_TABLE,
      kind: 'xlsx',
      points: 'comma',
      self: 'yes',
      register: 'none',
      aside: 'none',
      between: 'none',
      subtotals: 'none',
    },
    plant: on('self', (bytes, { row, column }, sheet) => {
      const address = toA1(row, column);
      return withRuns(bytes, sheet, address, [{ text: '9', look: '<strike/>' }, { text: '0' }]);
    }),
    // The points typed anew are no points of the rule.
    companions: ['self-score-mismatch', 'total-mismatch'],
  },
];
