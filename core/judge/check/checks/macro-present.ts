import type { Check, Finding } from '../finding.ts';
import type { CheckRun } from '../run.ts';
import { ofFile } from '../text-and-file.ts';

/** Tệp có mã macro. Phần mềm không chạy macro. */
export const macroPresent: Check<'macro-present'> = {
  code: 'macro-present',
  severity: 'warning',
  doubt: 'nothing',
  name: 'Có macro',
  todo: 'Không bật macro khi mở tệp; đề nghị đơn vị gửi bản .xlsx.',
  find,
};

function find(run: CheckRun): readonly Finding[] {
  return run.files
    .filter((file) => file.macros)
    .map((file) => ({ ...ofFile(run, file), cell: null, message: 'Tệp có mã macro (VBA).' }));
}
