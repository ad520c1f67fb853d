/** `score`: check + score + rank; writes a scored copy of each file and council.xlsx. */
import { runDocument } from '../json.ts';
import { runText } from '../print-run.ts';
import { run } from '../run.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run-arguments.ts';
import { prepareFolder, saveResults } from '../save-results.ts';
import { writeJson } from '../write-json.ts';

const HELP = `Kiểm tra, chấm điểm và xếp hạng báo cáo của các đơn vị.
Ghi vào thư mục kết quả: bản chấm của từng tệp và council.xlsx cho Hội đồng. Tệp gốc giữ nguyên.

Cách dùng: score <tệp|thư mục>… -o <thư mục kết quả> [tùy chọn]

${RUN_OPTIONS_HELP}

Ví dụ:
  score bao-cao/ -o ket-qua --movement ta-ma-2023-2030 --period 2025 --units don-vi.xlsx
  score bao-cao/ -o ket-qua --captures so-lieu-cong.json --json
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function score(args: readonly string[]): Promise<number> {
  const given = runArguments(args, 'score');
  const out = given?.options.out;
  if (!given || !out) {
    process.stdout.write(HELP);
    return 0;
  }
  const done = await run(given.options);
  prepareFolder(out);
  const saved = await saveResults(done, out);
  const { council, copies, warnings } = saved;
  if (given.json) writeJson({ ...runDocument(done), saved: { council, copies, warnings } });
  else process.stdout.write(runText(done, saved));
  return given.strict && done.result.flags.some((flag) => flag.severity === 'error') ? 1 : 0;
}
