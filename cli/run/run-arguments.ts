/** The arguments `check`, `score`, `papers` and `award` share. */
import { dateArgument, parseArguments, periodArgument } from '../arguments.ts';
import { fromUser } from '../files/paths.ts';
import { refuse } from '../usage-error.ts';
import type { RunOptions } from './run.ts';
import { parsePhase } from './split-years.ts';

const OPTIONS = {
  movement: { type: 'string' },
  period: { type: 'string' },
  'as-of': { type: 'string' },
  units: { type: 'string' },
  previous: { type: 'string' },
  captures: { type: 'string' },
  targets: { type: 'string' },
  columns: { type: 'string' },
  awards: { type: 'string' },
  history: { type: 'string' },
  journal: { type: 'string' },
  council: { type: 'string' },
  results: { type: 'string' },
  output: { type: 'string', short: 'o' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  help: { type: 'boolean', short: 'h' },
} as const;
const PAPER_OPTIONS = {
  ...OPTIONS,
  out: { type: 'string' },
  settings: { type: 'string' },
  templates: { type: 'string' },
} as const;
const AWARD_OPTIONS = {
  ...PAPER_OPTIONS,
  decision: { type: 'string' },
  signed: { type: 'string' },
  form: { type: 'string' },
  only: { type: 'string', multiple: true },
} as const;
type Values = ReturnType<typeof parseArguments<typeof AWARD_OPTIONS>>['values'];

interface RunArguments {
  readonly options: RunOptions;
  readonly strict: boolean;
  readonly json: boolean;
  /** Only points that need a person, and where the files lie. */
  readonly quiet: boolean;
  /** Where the result of the commune goes that the province is sent; of `score` only. */
  readonly results: string | null;
  /** As typed; of `papers` only. */
  readonly papers: { readonly settings: string | undefined; readonly templates: string | undefined };
  /** As typed; of `award` only. */
  readonly signed: {
    readonly number: string | undefined;
    readonly day: string | undefined;
    readonly form: string | undefined;
    readonly only: readonly string[];
  };
}

/** Help text of the shared options. */
export const RUN_OPTIONS_HELP = `  --movement ID|TỆP     phong trào (mã có sẵn hoặc tệp JSON); bỏ trống thì nhận theo nội dung báo cáo
  --period KỲ           kỳ báo cáo: 2025, 2025-H1, 2025-Q4, 2025-11, 2025-W40 (tuần), 2025-08-20..2025-10-02 (đợt), hoặc giai đoạn 2023-2025 (lệnh score, papers, award); bỏ trống thì lấy kỳ đa số báo cáo ghi
  --as-of NGÀY          ngày kiểm tra, để xét hạn nộp (2025-11-05 hoặc 05/11/2025)
  --units TỆP           danh sách đơn vị (.xlsx hoặc .csv): Tên đơn vị, Đối tượng, Đăng ký, Ngày nhận báo cáo…
                        bỏ trống thì lấy trang “Đơn vị” của hồ sơ phong trào, nếu có
  --previous TỆP|THƯ MỤC  báo cáo kỳ trước, để xét biến động bất thường
  --captures TỆP        số liệu đã ghi nhận từ Cổng dịch vụ công (.json, .xlsx, .csv), để đối chiếu
  --targets TỆP         bảng giao chỉ tiêu cho từng đơn vị (.xlsx, .csv): Đơn vị, Mã tiêu chí, Chỉ tiêu giao, Kỳ; hoặc đơn vị theo hàng, mã tiêu chí theo cột
  --columns TỆP         sổ có trang “Cách hiểu cột”, cho báo cáo có bố cục riêng; sổ được chấm thì tự dùng trang của nó
  --awards TỆP          sổ khen thưởng (Tên đơn vị, cá nhân; Hình thức khen; Năm…) và danh sách đề cử (.xlsx), cho lệnh score;
                        bỏ trống thì lấy các trang đó của sổ Hội đồng (--council), nếu có
  --history TỆP|THƯ MỤC   sổ các năm trước, bảng khen thưởng của hệ thống khác (.xlsx): xét “2 năm liên tục”, “chưa được khen trong 3 năm”;
                        bỏ trống thì lấy trang “Thành tích các năm” của sổ Hội đồng (--council), nếu có
  --journal TỆP         sổ theo dõi (.xlsx, .csv): trang “Kiểm tra, đôn đốc”, “Mô hình”, “Số liệu của xã”, “Giải trình, kiến nghị”, cho lệnh score;
                        bỏ trống thì lấy các trang đó của sổ Hội đồng (--council), nếu có
  --council TỆP         sổ của Hội đồng (.xlsx): quyết định, biểu quyết được tính vào điểm, cho lệnh score
  --results TỆP         ghi thêm kết quả chung của xã (.json) để gửi tỉnh bằng lệnh sync --results, cho lệnh score
  --strict              kết thúc với mã 1 khi còn lỗi
  --json                in kết quả dạng JSON
  -q, --quiet           chỉ in tệp không đọc được, điều cần lưu ý và nơi ghi kết quả
  -h, --help            in hướng dẫn này`;

type Command = 'check' | 'score' | 'papers' | 'award';

function parsedFor(
  command: Command,
  args: readonly string[],
): { readonly values: Values; readonly positionals: string[] } {
  switch (command) {
    case 'check':
    case 'score':
      return parseArguments(args, OPTIONS);
    case 'papers':
      return parseArguments(args, PAPER_OPTIONS);
    case 'award':
      return parseArguments(args, AWARD_OPTIONS);
  }
}

/** Arguments of the command; null for a request for help. */
export function runArguments(args: readonly string[], command: Command): RunArguments | null {
  const { values, positionals } = parsedFor(command, args);
  if (values.help) return null;
  if (positionals.length === 0)
    refuse(`Thiếu tệp hoặc thư mục báo cáo. Ví dụ: ${command} bao-cao/ --movement ta-ma-2023-2030`);
  const scored = command !== 'check';
  const phase = values.period === undefined ? null : parsePhase(values.period);
  if (phase && !scored) refuse('Lệnh check xét từng kỳ; cả giai đoạn nhiều năm thì dùng lệnh score.');
  const out = values.output ?? values.out;
  if (scored && !out)
    refuse(
      command === 'award'
        ? 'Thiếu tệp sổ khen thưởng ghi ra: thêm -o, ví dụ -o so-khen-thuong.xlsx.'
        : 'Thiếu thư mục ghi kết quả: thêm -o, ví dụ -o ket-qua.',
    );
  if (!scored && values.awards) refuse('Lệnh check không xét khen thưởng nên không nhận --awards; dùng lệnh score.');
  if (!scored && values.history) refuse('Lệnh check không xét khen thưởng nên không nhận --history; dùng lệnh score.');
  if (!scored && values.journal) refuse('Lệnh check không dùng sổ theo dõi nên không nhận --journal; dùng lệnh score.');
  if (!scored && values.council)
    refuse('Lệnh check không tính quyết định của Hội đồng nên không nhận --council; dùng lệnh score.');
  if (!scored && values.output) refuse('Lệnh check không ghi tệp nên không nhận -o; dùng lệnh score.');
  if (command !== 'score' && values.results) refuse(`Lệnh ${command} không nhận --results; dùng lệnh score.`);
  return {
    strict: values.strict === true,
    json: values.json === true,
    quiet: values.quiet === true,
    results: values.results === undefined ? null : fromUser(values.results),
    papers: { settings: values.settings, templates: values.templates },
    signed: { number: values.decision, day: values.signed, form: values.form, only: values.only ?? [] },
    options: {
      paths: positionals,
      movement: values.movement,
      period: phase
        ? { kind: 'year', year: phase.to }
        : values.period === undefined
          ? null
          : periodArgument(values.period),
      phase,
      asOf: values['as-of'] === undefined ? null : dateArgument(values['as-of']),
      units: values.units,
      previous: values.previous,
      captures: values.captures,
      targets: values.targets,
      columns: values.columns,
      awards: values.awards,
      history: values.history,
      journal: values.journal,
      out: out === undefined ? null : fromUser(out),
      council: values.council,
      scored,
    },
  };
}
