/** Of sheets outside every report too: those belong to the file. */
import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Có hàng, cột hoặc trang tính bị ẩn mà bên trong có số liệu. */
export const hiddenContent: Check<'hidden-content'> = {
  code: 'hidden-content',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Nội dung bị ẩn',
  todo: 'Bỏ ẩn để xem, rồi hỏi đơn vị phần đó có thuộc báo cáo không.',
  find,
};

function find({ files, subjects }: CheckRun): readonly Finding[] {
  const message = (what: string) => `Có số liệu trong phần bị ẩn: ${quote(what)}.`;
  const inReports = subjects.flatMap((subject) =>
    remarksOf(subject, 'hidden').map(({ what, cell, criterion }) => ({
      subject,
      ...(criterion === undefined ? {} : { line: criterion }),
      cell,
      message: message(what),
      data: { what },
    })),
  );
  const inFiles = files.flatMap((file) =>
    file.remarks.flatMap((remark): readonly Finding[] =>
      remark.kind === 'hidden'
        ? [
            {
              subject: null,
              file: file.name,
              cell: remark.cell,
              message: message(remark.what),
              data: { what: remark.what },
            },
          ]
        : [],
    ),
  );
  return [...inReports, ...inFiles];
}
