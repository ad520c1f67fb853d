/** `template`: the empty form(s) for units of one audience, a sheet for each unit. */

import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import { markedBook } from '../../core/sheets/own-mark.ts';
import type { NewSheet } from '../../core/workbook/port.ts';
import { parseArguments, periodArgument } from '../arguments.ts';
import { guardOf } from '../identity.ts';
import { loadMovement } from '../load-movement.ts';
import { fromUser } from '../paths.ts';
import { safeWrite } from '../safe-write.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Tạo biểu mẫu báo cáo trống cho đơn vị điền.

Cách dùng: template <phong trào> --audience <đối tượng> --period <kỳ> [--unit <tên đơn vị>]… -o <tệp.xlsx>

  --audience LOẠI   đối tượng, ví dụ agency, village hoặc tên tiếng Việt (xem lệnh movements)
  --period KỲ       kỳ báo cáo: 2025, 2025-H1, 2025-Q4, 2025-11
  --unit TÊN        tên đơn vị in sẵn; nhiều lần thì mỗi đơn vị một trang tính
  -o, --output TỆP  tệp .xlsx ghi ra
  -h, --help        in hướng dẫn này

Ví dụ:
  template ta-ma-2023-2030 --audience village --period 2025 --unit "Bản Nà Đắng" -o na-dang.xlsx
  template phong-trao.json --audience agency --period 2025-Q4 -o mau.xlsx
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function template(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    audience: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string', multiple: true },
    output: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [id, extra] = positionals;
  if (!id) refuse('Thiếu phong trào. Ví dụ: template ta-ma-2023-2030 --audience village --period 2025 -o mau.xlsx');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  const movement = loadMovement(id);
  const kinds = [...new Set(movement.criteriaSets.map((set) => set.audience))].join(', ');
  if (!values.audience) refuse(`Thiếu --audience. Phong trào này có: ${kinds}.`);
  const period = periodArgument(values.period ?? refuse('Thiếu --period, ví dụ --period 2025.'));
  const output = values.output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o mau.xlsx.');
  if (!/\.xlsx$/i.test(output))
    refuse(`Biểu mẫu là tệp .xlsx nên không ghi vào "${output}"; hãy đặt tên có đuôi .xlsx.`);
  const audience = findAudience(movement, values.audience)?.kind;
  const set = audience && criteriaSetFor(movement, audience, period);
  if (!audience || !set) {
    return refuse(`Không có bộ tiêu chí cho đối tượng "${values.audience}" trong kỳ này. Phong trào này có: ${kinds}.`);
  }
  const sheets: NewSheet[] = [];
  for (const unit of values.unit ?? [null]) {
    const taken = sheets.map((sheet) => sheet.name);
    sheets.push(
      reportTemplate({ movement, set, audience, period, unit: unit?.normalize('NFC').trim() || null }, taken),
    );
  }
  const book = markedBook(sheets, 'form');
  if (!book.ok) return refuse(book.refusal.message);
  const kept = save(fromUser(output), book.value, id);
  process.stdout.write(`Đã ghi ${sheets.length} biểu mẫu vào ${output}\n${kept}`);
  return 0;
}

/** Writes the forms; gives what is to be said of an earlier file there: somebody may have filled it. */
function save(path: string, bytes: Uint8Array, movement: string): string {
  const { kept } = safeWrite(path, bytes, guardOf([fromUser(movement)]));
  return kept === null ? '' : `Bản trước được giữ lại: ${kept}\n`;
}
