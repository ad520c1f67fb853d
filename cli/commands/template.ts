/**
 * `template`: the empty form(s) for units of one audience, a sheet for each unit; or a file for each unit of a list.
 */

import { faultText } from '../../core/dossier/read-dossier.ts';
import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import { type Period, parsePeriod, periodName } from '../../core/period/period.ts';
import { markedBook } from '../../core/sheets/own-mark.ts';
import type { NewSheet } from '../../core/workbook/port.ts';
import { parseArguments, periodArgument } from '../arguments.ts';
import { writeFormFiles } from '../form-files.ts';
import { guardOf } from '../identity.ts';
import { loadRegister } from '../load-inputs.ts';
import { loadDossier, loadMovement } from '../load-movement.ts';
import { fromUser } from '../paths.ts';
import { safeWrite } from '../safe-write.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Tạo biểu mẫu báo cáo trống cho đơn vị điền.

Cách dùng: template <phong trào> --audience <đối tượng> --period <kỳ> [--unit <tên đơn vị>]… -o <tệp.xlsx>
       hoặc template <phong trào> [--units <danh sách>] [--period <kỳ>] --out <thư mục>     mỗi đơn vị một tệp

  --audience LOẠI   đối tượng, ví dụ agency, village hoặc tên tiếng Việt (xem lệnh movements)
  --period KỲ       kỳ báo cáo: 2025, 2025-H1, 2025-Q4, 2025-11
  --unit TÊN        tên đơn vị in sẵn; nhiều lần thì mỗi đơn vị một trang tính
  --units TỆP       danh sách đơn vị (.csv, .xlsx); bỏ trống thì lấy ở trang "Đơn vị" của hồ sơ
  --out THƯ MỤC     ghi mỗi đơn vị một tệp vào đây
  -o, --output TỆP  tệp .xlsx ghi ra
  -h, --help        in hướng dẫn này

Ví dụ:
  template ta-ma-2023-2030 --audience village --period 2025 --unit "Bản Nà Đắng" -o na-dang.xlsx
  template ho-so.xlsx --audience agency --period 2025-Q4 -o mau.xlsx
  template ho-so.xlsx --units don-vi.csv --out bieu-mau
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function template(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    audience: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string', multiple: true },
    units: { type: 'string' },
    out: { type: 'string' },
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
  if (values.out !== undefined || values.units !== undefined) return forEach(id, values);
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

interface EachValues {
  readonly units?: string;
  readonly out?: string;
  readonly period?: string;
  readonly audience?: string;
}

/** A file for each unit of the list, each with the form of its audience. */
async function forEach(id: string, values: EachValues): Promise<number> {
  const out = values.out ?? refuse('Thiếu thư mục ghi ra: thêm --out, ví dụ --out bieu-mau.');
  const { movement, units: own, faults } = loadDossier(id);
  // A form goes out to the units: never one that is not what the officer wrote.
  const fault = faults.find(({ sheet }) => CRITERIA_SHEETS.includes(sheet));
  if (fault) refuse(`Hồ sơ phong trào "${id}" còn chỗ chưa dùng được nên chưa tạo biểu mẫu. ${faultText(fault)}`);
  const listed = values.units === undefined ? own : (await loadRegister(values.units, movement)).register;
  if (!listed) return refuse('Thiếu danh sách đơn vị: thêm --units, hoặc ghi ở trang "Đơn vị" của hồ sơ.');
  const audience = values.audience === undefined ? null : findAudience(movement, values.audience);
  if (audience === undefined) return refuse(`Phong trào không có đối tượng "${values.audience}".`);
  const units = audience === null ? listed : listed.filter((unit) => unit.audience === audience.kind);
  const { from, to } = movement.period;
  const period = values.period === undefined ? onlyYear(from, to) : periodArgument(values.period);
  if (!period) return refuse('Phong trào kéo dài nhiều năm: thêm --period, ví dụ --period 2026.');
  const isInput = guardOf([fromUser(id), ...(values.units === undefined ? [] : [fromUser(values.units)])]);
  const made = writeFormFiles(fromUser(out), units, { movement, period }, isInput);
  process.stdout.write(`Đã ghi ${made.written.length} biểu mẫu kỳ ${periodName(period)} vào ${out}\n`);
  for (const kept of made.kept) process.stdout.write(`Bản trước được giữ lại: ${kept}\n`);
  if (made.without.length > 0)
    process.stderr.write(`Chưa có bộ tiêu chí trong kỳ này cho: ${made.without.join('; ')}.\n`);
  return 0;
}

const CRITERIA_SHEETS = ['Tiêu chí', 'Bộ tiêu chí'];

function onlyYear(from: string | null, to: string): Period | undefined {
  const year = to.slice(0, 4);
  return from === null || from.slice(0, 4) === year ? parsePeriod(year) : undefined;
}

/** Writes the forms; gives what is to be said of an earlier file there: somebody may have filled it. */
function save(path: string, bytes: Uint8Array, movement: string): string {
  const { kept } = safeWrite(path, bytes, guardOf([fromUser(movement)]));
  return kept === null ? '' : `Bản trước được giữ lại: ${kept}\n`;
}
