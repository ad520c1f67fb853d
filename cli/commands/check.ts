/** `check`: reads the reports and prints their flags. Writes no file. */

import { writeJson } from '../files/write-json.ts';
import { finishStopped } from '../results/finish-stopped.ts';
import { runDocument } from '../results/json.ts';
import { quietText, runText } from '../results/print-run.ts';
import { run } from '../run/run.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run/run-arguments.ts';

const HELP = `Kiểm tra báo cáo của các đơn vị.

Cách dùng: check <tệp|thư mục>… [tùy chọn]

${RUN_OPTIONS_HELP}

Ví dụ:
  check bao-cao/ --movement ta-ma-2023-2030 --units don-vi.csv
  check "Bản Nà Đắng.xlsx" --period 2025 --json
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function check(args: readonly string[]): Promise<number> {
  const command = runArguments(args, 'check');
  if (!command) {
    process.stdout.write(HELP);
    return 0;
  }
  const done = await run(command.options);
  if ('stopped' in done) return finishStopped(done, command.json);
  if (command.json) writeJson(runDocument(done));
  else process.stdout.write(command.quiet ? quietText(done, null) : runText(done, null));
  return command.strict && done.result.flags.some((flag) => flag.severity === 'error') ? 1 : 0;
}
