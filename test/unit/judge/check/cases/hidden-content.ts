import { bytesOf, type Composed, type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import { changed, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { type Planted, type Planter, withFirst } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE } from '../../../../fixtures/grammar/plants/structure.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { base, type Fault, remarked, without } from '../faults.ts';
import { cell, fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
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
];

/** Every second sheet a hidden column of notes, else one beyond the table with figures. */
function hiddenNotes(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, ({ part }) => part === null);
  if (line === null) return null;
  const told = withFirst(draft, (report) =>
    changed(report, line.code, { explanation: 'Đã đối chiếu với Văn phòng, còn 12 hồ sơ' }),
  );
  const composed = write(told);
  const place = composed.places.get(`u0|${line.code}/note`);
  if (place === undefined) return null;
  const sheets = composed.sheets.map((sheet) =>
    sheet.name === place.sheet ? { ...sheet, hiddenColumns: [...(sheet.hiddenColumns ?? []), place.column] } : sheet,
  );
  return hiddenAt({ ...composed, sheets }, draft, 'note');
}

function hiddenAt(composed: Composed, draft: Draft, role: string): Planted {
  const cells = [...composed.places].flatMap(([key, place]) => (key.endsWith(`/${role}`) ? [place] : []));
  return {
    files: [{ file: composed.file, bytes: bytesOf(composed) }],
    context: contextOf(draft.truth, null),
    criterion: null,
    cells,
    composed,
  };
}

export const planters: readonly Planter[] = [
  {
    code: 'hidden-content',
    name: 'hidden notes',
    fixed: { ...ONE_TABLE, notes: 'prose', register: 'none' },
    plant: hiddenNotes,
  },
  {
    code: 'hidden-content',
    name: 'a hidden column of figures',
    fixed: { ...ONE_TABLE, helper: 'hidden-values', register: 'none', numbering: 'code' },
    plant: (draft) => hiddenAt(write(draft), draft, 'hidden'),
  },
];
