/**
 * The command line's entry: finds the command, runs it, turns what the user got wrong into one line and exit code 2.
 */
import { isSea } from 'node:sea';
import { version } from '../package.json';
import { didYouMean } from './did-you-mean.ts';
import { UsageError } from './usage-error.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Each command is loaded at its use: most need a part of the program only. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['movements', async () => (await import('./commands/movements.ts')).movements],
  ['movement', async () => (await import('./commands/movement.ts')).movement],
  ['template', async () => (await import('./commands/template.ts')).template],
  ['tally', async () => (await import('./commands/tally.ts')).tally],
  ['check', async () => (await import('./commands/check.ts')).check],
  ['score', async () => (await import('./commands/score.ts')).score],
  ['progress', async () => (await import('./commands/progress.ts')).progress],
  ['papers', async () => (await import('./commands/papers.ts')).papers],
  ['award', async () => (await import('./commands/award.ts')).award],
  ['history', async () => (await import('./commands/history.ts')).history],
  ['capture', async () => (await import('./commands/capture.ts')).capture],
  ['extract', async () => (await import('./commands/extract.ts')).extract],
  ['calendar', async () => (await import('./commands/calendar.ts')).calendar],
  ['sync', async () => (await import('./commands/sync.ts')).sync],
  ['link', async () => (await import('./commands/link.ts')).link],
  ['--demo', async () => (await import('./commands/demo.ts')).demo],
]);

const HELP = `Thi Đua Số: kiểm tra, chấm điểm và xếp hạng báo cáo phong trào thi đua chuyển đổi số cấp xã.

Cách dùng: ${isSea() ? 'thi-dua-so' : 'npm run --silent thi-dua-so --'} <lệnh> [tùy chọn]

  movements   liệt kê các phong trào có sẵn
  movement    hồ sơ phong trào của xã: sao chép, soát lỗi, đổi sang .xlsx hoặc .json
  template    tạo biểu mẫu báo cáo trống cho đơn vị
  tally       cộng sổ theo dõi hộ vào biểu của bản, thôn, tổ dân phố
  check       kiểm tra báo cáo của các đơn vị
  score       kiểm tra, chấm điểm, xếp hạng; ghi bản chấm và tệp cho Hội đồng
  progress    đọc biểu theo dõi tháng, quý: mỗi chỉ tiêu của kế hoạch đã đến đâu
  papers      lập văn bản Word từ kết quả: tờ trình, biên bản, quyết định, phiếu chấm…
  award       quyết định đã ký: ghi vào sổ khen thưởng
  history     thành tích qua các năm, các phong trào: gộp sổ, hỏi chỗ chưa rõ, thống kê
  capture     đọc số liệu từ trang Cổng dịch vụ công đã lưu
  extract     đọc kế hoạch: tìm chỉ tiêu, định mức khen, thời hạn
  calendar    lịch trong năm, đơn vị chưa nộp báo cáo, tin nhắn đôn đốc, tệp .ics
  sync        nhiều máy dùng chung một sổ qua một thư mục hoặc máy chủ
  link        cấp cho mỗi đơn vị một liên kết, mã QR để nộp báo cáo qua máy chủ

help <lệnh> hoặc <lệnh> --help cho biết tùy chọn và ví dụ; --version cho biết phiên bản.
`;

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const [about] = rest;
  if (name === 'help' && about !== undefined) return (await commandNamed(about))(['--help']);
  if (name === undefined) throw new UsageError(`Thiếu lệnh. Các lệnh: ${known()}.`);
  if (name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`Thi Đua Số ${version}\n`);
    return 0;
  }
  return (await commandNamed(name))(rest);
}

function commandNamed(name: string): Promise<Command> {
  const command = COMMANDS.get(name);
  if (command) return command();
  throw new UsageError(`Không có lệnh "${name}".${didYouMean(name, COMMANDS.keys())} Các lệnh: ${known()}.`);
}

function known(): string {
  return [...COMMANDS.keys()].filter((key) => !key.startsWith('-')).join(', ');
}

/** A reader that closed the pipe early (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? error.message : String(error);
  const line = error instanceof UsageError ? detail : `Chương trình gặp lỗi ngoài dự kiến: ${detail}`;
  process.stderr.write(`${line.replace(/\s+/g, ' ')}\n`);
  if (process.env.THI_DUA_SO_DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 2;
}
