/** `papers`: the Word papers of a run, written into the folder `van-ban` of the results. */
import { join } from 'node:path';
import { waitsForNumbers } from '../../core/movement/waits-for-numbers.ts';
import { gatherFacts } from '../../core/paper/gather.ts';
import { writeJson } from '../files/write-json.ts';
import { finishStopped } from '../results/finish-stopped.ts';
import { papersText, savePapers } from '../results/save-papers.ts';
import { loadPaperSettings, loadTemplates } from '../run/load-paper-inputs.ts';
import { RUN_OPTIONS_HELP, runArguments } from '../run/run-arguments.ts';
import { runInto } from '../run/run-into.ts';
import { wholePhase } from '../run/split-years.ts';
import { yearsJudgeOf } from '../run/years-judge-of.ts';
import { complain, refuse } from '../usage-error.ts';

const HELP = `Lập văn bản Word từ kết quả chấm điểm: tờ trình, biên bản họp Hội đồng, danh sách đề nghị, quyết định (dự thảo),
báo cáo kết quả, thông báo trả báo cáo, phiếu chấm điểm, báo cáo thành tích, hướng dẫn, kế hoạch sơ kết, nội dung giấy khen, thông báo.
Điều chương trình không biết để trống "…………". Văn bản đã sửa tay được giữ lại bên cạnh bản mới.

Cách dùng: papers <tệp|thư mục>… -o <thư mục kết quả> [tùy chọn]

  -o, --output, --out   thư mục kết quả; văn bản nằm trong van-ban/
  --settings TỆP        tên người ký, số, ngày, thành viên Hội đồng (.xlsx hoặc .csv, hai cột Mục, Giá trị)
  --templates THƯ MỤC   mẫu riêng của tỉnh (to-trinh.docx, quyet-dinh.docx…) có trường {ten_xa}, {danh_sach.ten}…
${RUN_OPTIONS_HELP}

Ví dụ:
  papers bao-cao/ -o ket-qua --movement ta-ma-2023-2030 --period 2025 --units don-vi.xlsx --settings cai-dat.csv
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function papers(args: readonly string[]): Promise<number> {
  const runArgs = runArguments(args, 'papers');
  const out = runArgs?.options.out;
  if (!runArgs || !out) {
    process.stdout.write(HELP);
    return 0;
  }
  const folder = join(out, 'van-ban');
  const read = runArgs.papers.settings === undefined ? null : await loadPaperSettings(runArgs.papers.settings);
  const loaded = runArgs.papers.templates === undefined ? null : loadTemplates(runArgs.papers.templates);
  const done = await runInto(folder, runArgs.options);
  if ('stopped' in done) return finishStopped(done, runArgs.json);
  if (done.result.reports.length === 0) return complain('Không có báo cáo nào để lập văn bản.');
  const waits = waitsForNumbers(done.result.movement, 'lập văn bản');
  if (waits) return refuse(waits.refusal.message);
  const facts = gatherFacts(done.result, {
    ...{ council: done.council, earlier: done.earlier, journal: done.journal, ...done.awards },
    ...(read ? { settings: read.settings } : {}),
    ...(done.phase ? { phase: wholePhase(done.phase) } : {}),
    yearsJudge: yearsJudgeOf(done),
  });
  const saved = await savePapers(facts, folder, {
    ...{ inputs: done.inputs, settings: runArgs.papers.settings },
    ...{ templates: loaded?.templates ?? new Map(), templatePaths: loaded?.paths ?? [] },
  });
  const about = [...done.about.unreadable, ...done.about.notes].map(({ file, reason }) => `${file}: ${reason}`);
  const warnings = [...about, ...(read?.faults ?? []), ...(loaded?.notes ?? []), ...saved.warnings];
  if (runArgs.json) writeJson({ papers: saved.papers, kept: saved.kept, warnings });
  else process.stdout.write(papersText({ ...saved, warnings }, folder));
  return runArgs.strict && done.result.flags.some((flag) => flag.severity === 'error') ? 1 : 0;
}
