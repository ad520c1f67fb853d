import { bytesOf, type Draft, write } from '../../../../fixtures/grammar/compose.ts';
import type { Planted, Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { contextOf } from '../../../../fixtures/grammar/run-composed.ts';
import type { Random } from '../../../../fixtures/random.ts';
import type { Fault } from '../faults.ts';
import { fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  { name: 'nothing in the file', files: [fileOf()], cell: null, file: 'trống.xlsx' },
];

function nothing(draft: Draft, draw: Random): Planted {
  const composed = write(draft);
  const rows = ['Họ và tên', 'Nguyễn Văn An', 'Lò Thị Hoa', 'Trần Quốc Bình'].slice(0, draw.between(2, 4));
  const cells = rows.flatMap((name, row) =>
    [name, row === 0 ? 'Số điện thoại' : `09${draw.between(10_000_000, 99_999_999)}`].map((text, column) => ({
      row,
      column,
      value: { kind: 'text' as const, text },
    })),
  );
  const other = { ...composed, sheets: [{ name: 'Danh bạ', cells }] };
  return {
    files: [{ file: composed.file, bytes: bytesOf(other) }],
    context: contextOf(draft.truth, null),
    criterion: null,
    composed,
  };
}

export const planters: readonly Planter[] = [{ code: 'no-report-found', name: 'a list of telephones', plant: nothing }];
