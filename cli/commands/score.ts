/** `score`: check + score + rank; writes a scored copy of each file and council.xlsx. */

import { writeJson } from '../files/write-json.ts';
import { finishStopped } from '../results/finish-stopped.ts';
import { runDocument } from '../results/json.ts';
import { outcomeOf } from '../results/outcome.ts';
import { outcomeDocument } from '../results/outcome-json.ts';
import { phaseText, quietText, runText } from '../results/print-run.ts';
import { saveCommuneResult } from '../results/save-commune-result.ts';
import { saveResults } from '../results/save-results.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run/run-arguments.ts';
import { runInto } from '../run/run-into.ts';
import { complain } from '../usage-error.ts';

const HELP = `Kiểm tra, chấm điểm và xếp hạng báo cáo của các đơn vị.
Ghi vào thư mục kết quả: bản chấm của từng tệp và council.xlsx cho Hội đồng. Tệp gốc giữ nguyên.
Tệp minh chứng đặt cạnh báo cáo (“Thôn A/1.2 Biên bản.pdf”) được gắn với tiêu chí và giữ ở minh-chung/.

Cách dùng: score <tệp|thư mục>… -o <thư mục kết quả> [tùy chọn]

${RUN_OPTIONS_HELP}

Ví dụ:
  score bao-cao/ -o ket-qua --movement ta-ma-2023-2030 --period 2025 --units don-vi.xlsx
  score bao-cao/ -o ket-qua --captures so-lieu-cong.json --json
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function score(args: readonly string[]): Promise<number> {
  const command = runArguments(args, 'score');
  const out = command?.options.out;
  if (!command || !out) {
    process.stdout.write(HELP);
    return 0;
  }
  const done = await runInto(out, command.options);
  if ('stopped' in done) return finishStopped(done, command.json);
  if (done.result.reports.length === 0) {
    if (command.json) writeJson(runDocument(done));
    else process.stdout.write(runText(done, null));
    return complain('Không có báo cáo nào để chấm điểm nên không ghi tệp kết quả.');
  }
  const outcome = outcomeOf(done);
  const saved = await saveResults(done, outcome, out);
  if (command.results !== null) saveCommuneResult(done, outcome, command.options.asOf, command.results);
  if (command.json)
    writeJson({
      ...runDocument(done),
      ...outcomeDocument(outcome),
      ...(done.phase ? { phaseNote: phaseText(done.phase) } : {}),
      saved,
    });
  else process.stdout.write(command.quiet ? quietText(done, saved) : runText(done, saved));
  return command.strict && done.result.flags.some((flag) => flag.severity === 'error') ? 1 : 0;
}
