/** Once a sheet, at its first such cell. */

import { groupBy } from '../../../base/group-by.ts';
import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Trang tính dùng phông chữ cũ (TCVN3, VNI); phần mềm đã tự chuyển sang Unicode để đọc. */
export const legacyEncoding: Check<'legacy-encoding'> = {
  code: 'legacy-encoding',
  severity: 'info',
  doubt: 'nothing',
  name: 'Phông chữ cũ',
  todo: 'Xem lại chữ đã chuyển; nhắc đơn vị dùng Unicode.',
  find,
};

function find({ subjects }: CheckRun): readonly Finding[] {
  return subjects.flatMap((subject) =>
    [...groupBy(remarksOf(subject, 'legacy-text'), ({ cell }) => cell.sheet).values()].flatMap(
      (remarks): readonly Finding[] => {
        const [first] = remarks;
        if (first === undefined) return [];
        const count = remarks.reduce((sum, remark) => sum + remark.count, 0);
        const sample = `${quote(first.before)} đọc là ${quote(first.after)}`;
        const message = `${count} ô dùng phông chữ cũ ${ENCODINGS[first.encoding]}: ${sample}.`;
        return [{ subject, cell: first.cell, message, data: { encoding: first.encoding, count } }];
      },
    ),
  );
}

const ENCODINGS = { tcvn3: 'TCVN3 (.VnTime)', vni: 'VNI' } as const;
