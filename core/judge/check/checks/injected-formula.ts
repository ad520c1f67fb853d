import type { Check, Finding } from '../finding.ts';
import { type CheckRun, remarksOf } from '../run.ts';
import { quote } from '../words.ts';

/** Ô chứa nội dung mà Excel có thể chạy như lệnh hoặc công thức trỏ ra ngoài. */
export const injectedFormula: Check<'injected-formula'> = {
  code: 'injected-formula',
  severity: 'error',
  doubt: 'nothing',
  name: 'Nội dung chạy như công thức',
  todo: 'Không bấm vào ô, không bật nội dung; đề nghị đơn vị gửi lại dạng chữ thường.',
  find,
};

function find({ files, subjects }: CheckRun): readonly Finding[] {
  const message = (text: string) => `Ô chứa nội dung Excel có thể chạy như công thức: ${quote(text)}.`;
  const inReports = subjects.flatMap((subject) =>
    remarksOf(subject, 'formula-text').map(({ text, cell }) => ({ subject, cell, message: message(text) })),
  );
  const inFiles = files.flatMap((file) =>
    file.remarks.flatMap((remark): readonly Finding[] =>
      remark.kind === 'formula-text'
        ? [{ subject: null, file: file.name, cell: remark.cell, message: message(remark.text) }]
        : [],
    ),
  );
  return [...inReports, ...inFiles];
}
