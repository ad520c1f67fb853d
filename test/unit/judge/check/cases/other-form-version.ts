import { setDigest, versionWords } from '../../../../../core/movement/set-version.ts';
import { patchBook, readBook } from '../../../../../core/sheet/workbook/file.ts';
import { inBytes } from '../../../../fixtures/grammar/plants/files.ts';
import type { Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/time-and-identity.ts';
import { SAMPLE_SET } from '../../../../fixtures/sample-movement.ts';
import { base, type Fault } from '../faults.ts';
import { fileOf, UNIT_CELL } from '../reports.ts';

const version = { words: 'phiên bản 1 (00000000)', digest: '00000000', cell: UNIT_CELL };

export const faults: readonly Fault[] = [
  {
    name: 'a form of the version before',
    files: [fileOf({ ...base, formVersion: version })],
    cell: UNIT_CELL,
    more: {
      message: `Biểu mẫu theo phiên bản 1 (00000000), bộ tiêu chí đang chấm là ${versionWords(SAMPLE_SET)}.`,
      data: { form: '00000000', scored: setDigest(SAMPLE_SET) },
    },
  },
];

/** The line our forms have below the guide, of a set that is none of the movement's. */
function withVersionLine(bytes: Uint8Array): Uint8Array {
  const book = readBook(bytes);
  const [sheet] = book.ok ? book.value.sheets : [];
  if (!sheet) throw new Error('no sheet');
  const row = Math.max(...sheet.rows.keys()) + 2;
  const value = { kind: 'text' as const, text: 'Bộ tiêu chí phiên bản 1 (00000000)' };
  const patched = patchBook(bytes, [{ kind: 'write', sheet: sheet.name, row, column: 0, value }]);
  if (!patched.ok) throw new Error(patched.refusal.message);
  return patched.value.bytes;
}

export const planters: readonly Planter[] = [
  {
    code: 'other-form-version',
    name: 'a form of the version before',
    // The line is written on the first sheet, before which nothing may lie; a form of ours asks a share as 2/3.
    fixed: { ...ALONE, kind: 'xlsx', aside: 'none', ratio: 'fraction', results: 'one' },
    plant: inBytes(withVersionLine),
  },
];
