/**
 * `template`: the empty form(s) for units of one audience, a sheet for each unit; or a file for each unit of a list.
 */

import { isPartOfYear, type Period, parsePeriod, periodName } from '../../core/base/period/period.ts';
import { UNITS_SHEET } from '../../core/dossier/dossier-sheets.ts';
import { faultText } from '../../core/dossier/read-dossier.ts';
import type { FormSubject } from '../../core/form/form-subject.ts';
import { tallySheet } from '../../core/form/tally-sheet.ts';
import { reportTemplate } from '../../core/form/template.ts';
import { criteriaSetFor, findAudience } from '../../core/movement/criteria-set-for.ts';
import { followUpMovement } from '../../core/movement/follow-up-movement.ts';
import { outsideMovement } from '../../core/movement/outside-movement.ts';
import { findMovement } from '../../core/movements/find-movement.ts';
import type { Register } from '../../core/report/register.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { NewSheet } from '../../core/sheet/workbook/port.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { formPack, type PackWanted } from '../../session/forms/form-pack.ts';
import { ownTargetsOf } from '../../session/forms/own-targets.ts';
import { parseArguments, periodArgument } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { loadDossier, loadMovement, refuseChanged } from '../movement/load-movement.ts';
import { type FormTarget, writeFormFiles } from '../results/form-files.ts';
import { figuresBefore } from '../run/figures-before.ts';
import { loadRegister } from '../run/load-inputs.ts';
import { readTargets } from '../run/load-targets.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Tạo biểu mẫu báo cáo trống cho đơn vị điền.

Cách dùng: template <phong trào> --audience <đối tượng> --period <kỳ> [--unit <tên đơn vị>]… -o <tệp.xlsx>
       hoặc template <phong trào> [--units <danh sách>] [--period <kỳ>] --out <thư mục>     mỗi đơn vị một tệp
       hoặc template <phong trào> [--units <danh sách>] [--period <kỳ>] --zip <tệp.zip>     như trên, kèm tin nhắn gửi

  --audience LOẠI   đối tượng, ví dụ agency, village hoặc tên tiếng Việt (xem lệnh movements)
  --period KỲ       kỳ báo cáo: 2025, 2025-H1, 2025-Q4, 2025-11, 2025-W40 (tuần), 2025-08-20..2025-10-02 (đợt)
  --unit TÊN        tên đơn vị in sẵn; nhiều lần thì mỗi đơn vị một trang tính
  --targets TỆP     bảng giao chỉ tiêu (.xlsx, .csv): biểu của mỗi đơn vị in chỉ tiêu giao cho chính đơn vị
  --units TỆP       danh sách đơn vị (.csv, .xlsx); bỏ trống thì lấy ở trang "Đơn vị" của hồ sơ
  --out THƯ MỤC     ghi mỗi đơn vị một tệp vào đây
  --zip TỆP         gói các tệp của đơn vị và tin nhắn gửi từng đơn vị vào một tệp .zip
  --follow-up       biểu theo dõi ngắn của tuần, tháng, quý: chỉ số liệu thay đổi (với --out hoặc --zip)
  --previous TỆP|THƯ MỤC  biểu theo dõi hoặc báo cáo kỳ trước, để in số kỳ trước bên cạnh
  --tally           sổ theo dõi hộ của một bản, thôn, tổ dân phố (xem lệnh tally)
  -o, --output TỆP  tệp .xlsx ghi ra; với --units hay --follow-up: thư mục hoặc tệp .zip
  -h, --help        in hướng dẫn này

Ví dụ:
  template ta-ma-2023-2030 --audience village --period 2025 --unit "Bản Nà Đắng" -o na-dang.xlsx
  template ho-so.xlsx --audience agency --period 2025-Q4 -o mau.xlsx
  template ho-so.xlsx --units don-vi.csv --out bieu-mau
  template ho-so.xlsx --zip bieu-mau.zip
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function template(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    audience: { type: 'string' },
    period: { type: 'string' },
    unit: { type: 'string', multiple: true },
    units: { type: 'string' },
    targets: { type: 'string' },
    out: { type: 'string' },
    zip: { type: 'string' },
    'follow-up': { type: 'boolean' },
    previous: { type: 'string' },
    tally: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const followUp = values['follow-up'] === true;
  if (values.previous !== undefined && !followUp) refuse('Số kỳ trước chỉ có ở biểu theo dõi: thêm --follow-up.');
  const [id, extra] = positionals;
  if (!id) refuse('Thiếu phong trào. Ví dụ: template ta-ma-2023-2030 --audience village --period 2025 -o mau.xlsx');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  const isEach = [values.out, values.zip, values.units, values.targets].some((path) => path !== undefined) || followUp;
  if (isEach && values.tally) refuse('Sổ theo dõi hộ lập cho từng đơn vị một: dùng --unit và -o.');
  if (isEach) return forEach(id, { ...values, followUp });
  refuseChanged(loadDossier(id), id);
  const movement = loadMovement(id);
  const kinds = [...new Set(movement.criteriaSets.map((set) => set.audience))]
    .map((kind) => `${kind} (${movement.audiences.find((audience) => audience.kind === kind)?.name ?? kind})`)
    .join(', ');
  if (!values.audience) refuse(`Thiếu --audience. Phong trào này có: ${kinds}.`);
  const period = periodArgument(values.period ?? refuse('Thiếu --period, ví dụ --period 2025.'));
  const outside = outsideMovement(movement, period);
  if (outside !== null) refuse(outside);
  const output = values.output ?? refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o mau.xlsx.');
  if (!/\.xlsx$/i.test(output))
    refuse(`Biểu mẫu là tệp .xlsx nên không ghi vào "${output}"; hãy đặt tên có đuôi .xlsx.`);
  const audience = findAudience(movement, values.audience)?.kind;
  const set = audience && criteriaSetFor(movement, audience, period);
  if (!audience || !set) {
    return refuse(`Không có bộ tiêu chí cho đối tượng "${values.audience}" trong kỳ này. Phong trào này có: ${kinds}.`);
  }
  if (values.tally) return household({ movement, set, audience, period, unit: only(values.unit) }, output, id);
  const sheets: NewSheet[] = [];
  for (const unit of values.unit ?? [null]) {
    const taken = sheets.map((sheet) => sheet.name);
    sheets.push(
      reportTemplate({ movement, set, audience, period, unit: unit?.normalize('NFC').trim() || null }, taken),
    );
  }
  const book = markedBook(sheets, 'form');
  if (!book.ok) return refuse(book.refusal.message);
  const savedPath = save(fromUser(output), book.value, id);
  process.stdout.write(`Đã ghi ${sheets.length} biểu mẫu vào ${output}\n${savedPath}${inUseFromNow(id)}`);
  return 0;
}

/** For the commune's own movement: its file is not changed, and once forms are out its criteria are in use. */
function inUseFromNow(id: string): string {
  return findMovement(id)
    ? ''
    : `Biểu mẫu gửi đi rồi thì bộ tiêu chí là đang dùng: giữ nguyên ${id}; cần sửa thì sửa trên bản sao và lập phiên bản mới bằng lệnh movement version.\n`;
}

/** The book stays with one unit, whose name is needed again when it is added up. */
function only(units: readonly string[] | undefined): string {
  const [unit, other] = units ?? [];
  if (!unit || other) return refuse('Mỗi sổ theo dõi hộ là của một đơn vị: ghi đúng một --unit, ví dụ --unit "Bản A".');
  return unit.normalize('NFC').trim();
}

function household(subject: FormSubject, output: string, id: string): number {
  const sheet = tallySheet(subject);
  if (!sheet) return refuse('Bộ tiêu chí của đối tượng này không có chỉ tiêu nào đếm theo hộ hoặc theo người.');
  const savedPath = save(fromUser(output), newBook([sheet]), id);
  process.stdout.write(`Đã ghi sổ theo dõi hộ vào ${output}\n${savedPath}`);
  return 0;
}

interface EachValues {
  readonly units?: string;
  readonly targets?: string;
  readonly out?: string;
  readonly zip?: string;
  readonly output?: string;
  readonly period?: string;
  readonly audience?: string;
  readonly previous?: string;
  readonly followUp: boolean;
}

/** A file for each unit of the list, each with the form of its audience. */
async function forEach(id: string, values: EachValues): Promise<number> {
  const place = placeOf(values);
  const { movement, units: own, faults, changed } = loadDossier(id);
  refuseChanged({ changed }, id);
  // A form goes out to the units, so it must match what the officer wrote.
  const fault = faults.find(({ sheet }) => CRITERIA_SHEETS.includes(sheet));
  if (fault) refuse(`Hồ sơ phong trào "${id}" còn chỗ chưa dùng được nên chưa tạo biểu mẫu. ${faultText(fault)}`);
  const listed = values.units === undefined ? own : (await loadRegister(values.units, movement)).register;
  const unheard = values.units === undefined ? faults.filter(({ sheet }) => sheet === UNITS_SHEET) : [];
  for (const cellFault of unheard) process.stderr.write(`Chưa tạo biểu mẫu cho một dòng. ${faultText(cellFault)}\n`);
  if (!listed) return refuse('Thiếu danh sách đơn vị: thêm --units, hoặc ghi ở trang "Đơn vị" của hồ sơ.');
  const audience = values.audience === undefined ? null : findAudience(movement, values.audience);
  if (audience === undefined) return refuse(`Phong trào không có đối tượng "${values.audience}".`);
  const units = audience === null ? listed : listed.filter((unit) => unit.audience === audience.kind);
  const { from, to } = movement.period;
  const period = values.period === undefined ? onlyYear(from, to) : periodArgument(values.period);
  if (!period) return refuse('Phong trào kéo dài nhiều năm: thêm --period, ví dụ --period 2026.');
  const outside = outsideMovement(movement, period);
  if (outside !== null) refuse(outside);
  const targets = values.targets === undefined ? [] : await readTargets(values.targets, movement, listed);
  const wanted = { movement, period, assigned: ownTargetsOf(targets, period) };
  const pack = formPack(units, values.followUp ? await followed(wanted, units, values.previous) : wanted);
  if (!pack.ok) return refuse(pack.refusal.message);
  const isInput = guardOf([
    fromUser(id),
    ...[values.units, values.targets, values.previous].flatMap((text) => (text ? [fromUser(text)] : [])),
  ]);
  const saved = writeFormFiles({ ...place, path: fromUser(place.path) }, pack.value, isInput);
  if (!saved.ok) return refuse(saved.refusal.message);
  const { files, without } = pack.value;
  process.stdout.write(`Đã ghi ${files.length} biểu mẫu kỳ ${periodName(period)} vào ${place.path}\n`);
  for (const earlier of saved.value) process.stdout.write(`Bản trước được giữ lại: ${earlier}\n`);
  process.stdout.write(inUseFromNow(id));
  if (without.length > 0) process.stderr.write(`Chưa có bộ tiêu chí trong kỳ này cho: ${without.join('; ')}.\n`);
  return 0;
}

/** What the short forms of a part of the year are made of: the figures that move, and those of the last time. */
async function followed({ movement, period }: PackWanted, units: Register, previous?: string): Promise<PackWanted> {
  if (!isPartOfYear(period))
    return refuse('Biểu theo dõi dành cho tháng, quý, 6 tháng, tuần, đợt: ví dụ --period 2025-Q3.');
  const moving = followUpMovement(movement);
  if (!moving) return refuse('Phong trào không có chỉ tiêu nào để theo dõi theo tháng, quý.');
  const figures = previous === undefined ? new Map() : await figuresBefore(previous, moving, units, period);
  return { movement: moving, period, before: (unit) => figures.get(unit) ?? new Map() };
}

/** `-o` can mean either place, by its file ending. */
function placeOf({ out, zip, output }: EachValues): FormTarget {
  const paths = [out, zip, output].filter((path) => path !== undefined);
  if (paths.length > 1) return refuse('Chỉ chọn một nơi ghi: --out hoặc --zip.');
  const [path] = paths;
  if (path === undefined) return refuse('Thiếu nơi ghi ra: thêm --out bieu-mau (thư mục) hoặc --zip bieu-mau.zip.');
  if (/\.zip$/i.test(path) && out === undefined) return { kind: 'zip', path };
  if (zip !== undefined) refuse(`Gói biểu mẫu là tệp .zip nên không ghi vào "${zip}"; hãy đặt tên có đuôi .zip.`);
  if (/\.xlsx$/i.test(path))
    refuse(`Mỗi đơn vị một tệp nên không ghi chung vào "${path}"; hãy ghi tên thư mục hoặc tệp .zip.`);
  return { kind: 'folder', path };
}

const CRITERIA_SHEETS = ['Tiêu chí', 'Bộ tiêu chí'];

function onlyYear(from: string | null, to: string): Period | undefined {
  const year = to.slice(0, 4);
  return from === null || from.slice(0, 4) === year ? parsePeriod(year) : undefined;
}

/** Writes the forms; returns a line about an earlier file there, because somebody may have filled it in. */
function save(path: string, bytes: Uint8Array, movement: string): string {
  const { renamed } = safeWrite(path, bytes, guardOf([fromUser(movement)]));
  return renamed === null ? '' : `Bản trước được giữ lại: ${renamed}\n`;
}
