/** `history`: achievements over the years out of books and tables of other systems, as one workbook to correct. */

import { fromPoints } from '../../core/base/quantity/points.ts';
import { bareKey } from '../../core/base/text/text.ts';
import type { History } from '../../core/judge/history/history.ts';
import { historyOf } from '../../core/judge/history/history-of.ts';
import { figuresByYear } from '../../core/judge/history/statistics.ts';
import type { YearRecord } from '../../core/judge/history/year-record.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { officeOfIssuer } from '../../core/sheets/council/office-frame.ts';
import { HISTORY_TITLES, type HistoryColumn } from '../../core/sheets/history/history-columns.ts';
import { historySheet, statisticsSheet } from '../../core/sheets/history/history-sheet.ts';
import { questionWords } from '../../core/sheets/history/question-words.ts';
import { summaryLines } from '../../core/sheets/history/summary-lines.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { writeJson } from '../files/write-json.ts';
import { loadMovement } from '../movement/load-movement.ts';
import { type ColumnChoice, loadHistory } from '../run/load-history.ts';
import { loadRegister } from '../run/load-inputs.ts';
import { complain, refuse } from '../usage-error.ts';

const HELP = `Thành tích qua các năm, các phong trào: mỗi đơn vị, cá nhân một hồ sơ (điểm, xếp loại, danh hiệu, quyết định theo năm).
Đọc sổ các năm trước (council.xlsx, sổ làm việc) và bảng của hệ thống khác; sổ trùng nhau không tính hai lần.
Đơn vị đổi tên, sáp nhập, người trùng tên, nguồn ghi khác nhau: nêu để hỏi, không đoán.

Cách dùng: history <tệp|thư mục>… -o <thanh-tich.xlsx> [tùy chọn]

  --units TỆP          danh sách đơn vị hiện nay (.xlsx hoặc .csv); cột tên gọi khác nhận ra tên cũ
  --movement ID|TỆP    phong trào của danh sách ấy
  --columns CỘT        cột của bảng hệ thống khác, khi tiêu đề không tự nói: "tên=B,năm=C,danh hiệu=D,số quyết định=E,điểm=F"
  --year NĂM           năm của cả bảng, khi bảng không có cột năm
  -o, --output TỆP     sổ ghi ra; sửa, trả lời ở cột “Nay là”, “Không tính” rồi đưa lại bằng score --history
  --json               in kết quả dạng JSON
  -h, --help           in hướng dẫn này

Ví dụ:
  history so-2023.xlsx so-2024.xlsx khen-thuong-tinh.xlsx --movement ta-ma-2023-2030 --units don-vi.xlsx -o thanh-tich.xlsx
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function history(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    units: { type: 'string' },
    movement: { type: 'string' },
    columns: { type: 'string' },
    year: { type: 'string' },
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (positionals.length === 0)
    refuse('Thiếu tệp hoặc thư mục. Ví dụ: history so-2023.xlsx so-2024.xlsx -o thanh-tich.xlsx');
  const out = values.output ?? (values.json ? null : refuse('Thiếu tệp ghi ra: thêm -o, ví dụ -o thanh-tich.xlsx.'));
  if (out !== null && !/\.xlsx$/i.test(out)) refuse('Sổ thành tích là tệp .xlsx; hãy đặt tên có đuôi .xlsx.');
  if (values.units !== undefined && values.movement === undefined)
    refuse('Danh sách đơn vị cần biết của phong trào nào: thêm --movement, ví dụ --movement ta-ma-2023-2030.');
  const movement = values.movement === undefined ? null : loadMovement(values.movement);
  const register = values.units && movement ? (await loadRegister(values.units, movement)).register : null;
  const shown = values.columns || values.year ? shownBy(values.columns ?? '', values.year) : undefined;
  const { records, faults, found } = loadHistory(positionals, register, shown);
  if (records.length === 0) return complain(['Không đọc được thành tích nào.', ...faults].join(' '));
  const read = historyOf(records, register);
  const renamed = out === null ? null : save(out, records, read, movement, found);
  if (values.json) writeJson(documentOf(read, faults, out, renamed));
  else process.stdout.write(textOf(read, faults, out ?? '', renamed));
  return 0;
}

/** `tên=B,năm=C`: titles of our columns, whole or their beginning. */
function shownBy(text: string, typedYear: string | undefined): ColumnChoice {
  const pairs = text.split(/[,;]/u).filter((pair) => pair.trim() !== '');
  const columns = pairs.map((pair): readonly [HistoryColumn, number] => {
    const [name = '', letter = ''] = pair.split('=').map((part) => part.trim());
    const found = (Object.keys(HISTORY_TITLES) as HistoryColumn[]).filter((field) =>
      HISTORY_TITLES[field].some((title) => bareKey(title) === bareKey(name)),
    );
    const [field] = found.length > 0 ? found : fieldsBeginning(name);
    if (field === undefined) return refuse(`--columns: không có cột "${name}". Các cột: ${names()}.`);
    const place = fromA1(`${letter.toUpperCase()}1`);
    return place ? [field, place.column] : refuse(`--columns: "${pair.trim()}" thiếu chữ của cột, ví dụ ${name}=C.`);
  });
  const year = typedYear === undefined ? null : Number(typedYear);
  if (year !== null && !/^(?:19|20)\d\d$/u.test(typedYear ?? ''))
    refuse(`--year: "${typedYear}" không phải là một năm.`);
  return { columns: Object.fromEntries(columns), year };
}

function fieldsBeginning(name: string): readonly HistoryColumn[] {
  const key = bareKey(name);
  const found = (Object.keys(HISTORY_TITLES) as HistoryColumn[]).filter(
    (field) => key !== '' && bareKey(HISTORY_TITLES[field][0]).startsWith(key),
  );
  return found.length === 1 ? found : [];
}

function names(): string {
  return Object.values(HISTORY_TITLES)
    .map(([title]) => title)
    .join('; ');
}

function save(
  out: string,
  records: readonly YearRecord[],
  read: History,
  movement: ReturnType<typeof loadMovement> | null,
  found: readonly string[],
): string | null {
  const office = movement ? officeOfIssuer(movement) : { commune: 'xã ……………', place: '……………' };
  const subtitle = `Sửa ngay trong bảng; cột “Nay là” ghi tên hiện nay (hoặc Không), cột “Không tính” đánh x dòng không dùng.`;
  const years = read.years.length === 0 ? '' : `Các năm ${read.years[0]}–${read.years.at(-1)}`;
  const book = markedBook([historySheet(records, subtitle, office), statisticsSheet(read, years, office)], 'council');
  if (!book.ok) return refuse(book.refusal.message);
  return safeWrite(fromUser(out), book.value, guardOf(found)).renamed;
}

function documentOf(read: History, faults: readonly string[], out: string | null, renamed: string | null) {
  const points = (value: number | null) => (value === null ? null : fromPoints(value));
  return {
    ...{ saved: out, kept: renamed },
    holders: read.holders.map(({ name, kind, of, results, awards }) => ({
      ...{ name, kind, of: of || null },
      results: results.map((result) => ({ ...result, points: points(result.points), share: points(result.share) })),
      awards: awards.map((award) => ({ ...award, decision: award.decision || null, date: award.date || null })),
    })),
    questions: read.questions.map((question) => ({ ...question, text: questionWords(question) })),
    years: figuresByYear(read).map((year) => ({ ...year, averageShare: points(year.averageShare) })),
    leftovers: faults,
  };
}

function textOf(read: History, faults: readonly string[], out: string, renamed: string | null): string {
  const { holders, questions, years } = read;
  const lines = summaryLines(read).map(
    ({ label, values }) => `  ${label}: ${values.map((text) => text || '–').join(' · ')}`,
  );
  return [
    `Đã ghi thành tích của ${holders.length} đơn vị, cá nhân vào ${out}.`,
    ...(renamed === null ? [] : [`Bản đã sửa tay được giữ lại: ${renamed}`]),
    `Năm ${years.join(' · ')}`,
    ...lines,
    ...(questions.length === 0
      ? []
      : [`CẦN TRẢ LỜI (${questions.length})`, ...questions.map((own) => `  ${questionWords(own)}`)]),
    ...(faults.length === 0 ? [] : [`CHƯA DÙNG (${faults.length})`, ...faults.map((fault) => `  ${fault}`)]),
    '',
  ].join('\n');
}
