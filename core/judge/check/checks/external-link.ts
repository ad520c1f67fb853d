import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { ofFile } from '../text-and-file.ts';
import { listed, quote } from '../words.ts';

/** Tệp lấy số từ tệp khác mà người chấm không có. */
export const externalLink: Check<'external-link'> = {
  code: 'external-link',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Liên kết ngoài',
  todo: 'Đề nghị đơn vị chép giá trị vào tệp và bỏ liên kết.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  return run.files
    .filter((file) => file.externalLinks.length > 0)
    .map((file) => ({
      ...ofFile(run, file),
      cell: null,
      message: `Tệp liên kết với ${file.externalLinks.length} tệp khác: ${listed(file.externalLinks.map(quote))}.`,
      data: { count: file.externalLinks.length },
    }));
}
