/** `tally`: the sums of a village's book of households → its report form. Names stay in the book. */
import { readReports } from '../../core/report/read.ts';
import { patchBook, readBook } from '../../core/sheet/workbook/file.ts';
import { tallyInto } from '../../session/received/tally-into.ts';
import { parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { readFileBook } from '../files/read-file.ts';
import { safeWrite } from '../files/safe-write.ts';
import { loadMovement } from '../movement/load-movement.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Cộng sổ theo dõi hộ của bản, thôn, tổ dân phố rồi điền a, b vào biểu báo cáo của chính đơn vị đó.

Cách dùng: tally <sổ.xlsx> --movement <phong trào> --form <biểu.xlsx> -o <biểu đã điền.xlsx>

  --movement ID|TỆP  phong trào (mã có sẵn hoặc hồ sơ .xlsx)
  --form TỆP         biểu báo cáo của đơn vị (.xlsx); ô đã có số thì giữ nguyên
  -o, --output TỆP   biểu ghi ra
  -h, --help         in hướng dẫn này

Tên hộ ở lại trong sổ, không đi vào biểu. Chỗ nào chưa rõ thì nêu số hàng và không điền tiêu chí đó.
Sổ trống lập bằng: template <phong trào> --tally --audience village --period 2025 --unit "Bản A" -o so.xlsx
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function tally(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    movement: { type: 'string' },
    form: { type: 'string' },
    output: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [typed, extra] = positionals;
  if (!typed)
    return refuse('Thiếu sổ theo dõi hộ. Ví dụ: tally so.xlsx --movement ho-so.xlsx --form bieu.xlsx -o ra.xlsx');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  const movement = loadMovement(values.movement ?? refuse('Thiếu --movement, ví dụ --movement ho-so.xlsx.'));
  const form = values.form ?? refuse('Thiếu --form: biểu báo cáo của đơn vị.');
  const output = values.output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o da-dien.xlsx.');
  if (!/\.xlsx$/i.test(output)) refuse(`Biểu là tệp .xlsx nên không ghi vào "${output}"; hãy đặt tên có đuôi .xlsx.`);

  const bytes = loadFile(fromUser(form));
  const formBook = bytes.ok ? readBook(bytes.value) : bytes;
  if (!bytes.ok || !formBook.ok) return refuse(`Không đọc được biểu "${form}": ${tallyLine(formBook)}`);
  const { reports } = readReports(formBook.value, { file: form, movement, period: null });
  if (reports.length !== 1) return refuse(`Tệp "${form}" phải có đúng một biểu báo cáo của phong trào này.`);
  const book = await readFileBook(fromUser(typed));
  if (!book.ok) return refuse(`Không đọc được sổ "${typed}": ${book.refusal.message}`);
  const into = tallyInto(formBook.value, reports, movement, book.value);
  if (!into.ok) return refuse(into.refusal.message);
  const { actions, filled, left, households, doubts } = into.value;
  const patched = patchBook(bytes.value, actions);
  if (!patched.ok) return refuse(patched.refusal.message);
  const { renamed } = safeWrite(fromUser(output), patched.value.bytes, guardOf([fromUser(typed), fromUser(form)]));
  process.stdout.write(
    `Đã cộng ${households} hộ, điền ${filled.length} tiêu chí (${filled.join(', ')}) vào ${output}\n`,
  );
  if (renamed !== null) process.stdout.write(`Bản trước được giữ lại: ${renamed}\n`);
  for (const line of [...doubts, ...left]) process.stderr.write(`${line}\n`);
  return 0;
}

function tallyLine(read: { readonly ok: boolean; readonly refusal?: { readonly message: string } }): string {
  return read.refusal?.message ?? '';
}
