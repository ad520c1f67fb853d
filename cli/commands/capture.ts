/** `capture`: reads a saved portal page or a saved JSON answer with the readers of the extension. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { SCANNED } from '../../core/portal/capture/is-pdf.ts';
import { observe } from '../../core/portal/capture/observe.ts';
import { pdfBook } from '../../core/portal/capture/pdf-book.ts';
import type { Reader } from '../../core/portal/capture/reader.ts';
import { READERS } from '../../core/portal/capture/registry.ts';
import { reportIn } from '../../core/portal/capture/report-file.ts';
import { reportMade } from '../../core/portal/capture/report-pages.ts';
import { parseReaderFile } from '../../core/portal/capture/taught-reader/file.ts';
import { taughtReader } from '../../core/portal/capture/taught-reader/reader.ts';
import { findIndicator } from '../../core/portal/indicator/catalogue.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { csvText } from '../../core/sheet/workbook/csv.ts';
import { parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { readFileBook } from '../files/read-file.ts';
import { safeWrite } from '../files/safe-write.ts';
import { pdfPages } from '../plan/pdf-text.ts';
import { tableLines } from '../terminal/table.ts';
import { complain, refuse } from '../usage-error.ts';

const HELP = `Đọc số liệu từ trang Cổng dịch vụ công đã lưu (.html), câu trả lời JSON đã lưu, hoặc báo cáo một cửa (.xlsx, .xls, .csv, PDF có chữ).

Cách dùng: capture <trang.html|tra-loi.json|bao-cao.xlsx>… --url ĐỊA_CHỈ [--request TỆP] [--at THỜI_ĐIỂM] [--unit TÊN|MÃ] [--reader TỆP] [--whole] [--json] [-o captures.json]

  --url ĐỊA_CHỈ     địa chỉ của trang hoặc của câu trả lời; tệp báo cáo .xlsx, .xls, .csv, .pdf thì không cần
  --request TỆP     nội dung yêu cầu đã gửi; kỳ số liệu của Cổng mới chỉ có ở đây
  --at THỜI_ĐIỂM    lúc lưu trang, ví dụ 2026-10-01T08:00:00+07:00 (mặc định: bây giờ)
  --unit TÊN|MÃ     chỉ lấy một đơn vị, ví dụ "xã Đông Thái" hoặc H01.187
  --reader TỆP      cách đọc đã giữ trong tiện ích trình duyệt (xuất ra tệp .json), dùng sau các cách đọc có sẵn
  --whole           đã xem trang: số là của cả đơn vị, không phải của một phần (trả lời mọi câu hỏi về điều kiện lọc)
  --json            in một tài liệu JSON
  -o, --output TỆP  ghi tệp số liệu cho check và score (--captures)
  -h, --help        in hướng dẫn này

Nhiều tệp báo cáo cùng kỳ (hệ thống của tỉnh và của các Bộ) được cộng lại, có kiểm tra cân đối; danh sách hồ sơ chỉ cho số đếm.

Ví dụ:
  capture tien-do.json --url https://dichvucong.gov.vn/api/v1/reporting/evaluation/dvc-progress-tree --request yeu-cau.json --unit H44.100
`;

/** Runs the command on its own arguments; resolves to the exit code. */
export async function capture(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    url: { type: 'string' },
    request: { type: 'string' },
    at: { type: 'string' },
    unit: { type: 'string' },
    reader: { type: 'string' },
    whole: { type: 'boolean' },
    json: { type: 'boolean' },
    output: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [file] = positionals;
  if (!file) refuse('Thiếu tệp trang đã lưu. Ví dụ: capture trang.html --url https://…');
  const at = values.at === undefined ? hanoiTime(new Date()) : instant(values.at);
  const pages = positionals.map((typed) => ({ typed, bytes: readBytes(typed) }));
  const report = await reportPage(pages, at);
  const [bytes = new Uint8Array()] = pages.map((page) => page.bytes);
  const url =
    values.url === undefined && report !== undefined
      ? `file:///${encodeURIComponent(basename(fromUser(file)))}`
      : webAddress(values.url ?? refuse('Thiếu --url: địa chỉ của trang đã lưu.'));
  const read = observe(
    {
      url,
      request: values.request === undefined ? null : csvText(readBytes(values.request)),
      at,
      body: report ?? csvText(bytes),
    },
    values.unit === undefined ? null : unitDeed(values.unit),
    hashOf(pages.map((page) => page.bytes)),
    values.reader === undefined ? READERS : [...READERS, keptIn(values.reader)],
  );
  const observed = values.whole
    ? { ...read, questions: read.questions.filter(({ about }) => !about.endsWith('?')) }
    : read;
  const open = observed.questions.map(({ about }) => about).filter((about) => about.endsWith('?'));
  const document = `${JSON.stringify(observed, null, 2)}\n`;
  const [reason] = observed.warnings;
  if (observed.observations.length === 0) {
    // Nothing was read: an earlier file of captures stays as it is.
    if (values.json) process.stdout.write(document);
    return complain(reason ?? 'Không đọc được số liệu nào trên trang này.');
  }
  if (open[0] !== undefined && values.output !== undefined) {
    // Figures of a part, perhaps: a file of them would be taken for the whole.
    if (values.json) process.stdout.write(document);
    return complain(`Chưa ghi tệp: ${open[0]} Nếu đúng, chạy lại với --whole.`);
  }
  const inputs = [...positionals, values.request, values.reader].flatMap((typed) => (typed ? [fromUser(typed)] : []));
  const saved = values.output === undefined ? null : save(fromUser(values.output), document, inputs);
  if (values.json) process.stdout.write(document);
  else
    process.stdout.write(
      `${[...lines(observed.observations), ...observed.warnings, ...open.map((about) => `Cần trả lời: ${about}`), ...(saved ?? [])].join('\n')}\n`,
    );
  return 0;
}

function lines(observations: readonly Observation[]): string[] {
  if (observations.length === 0) return [];
  const columns = [
    { title: 'Đơn vị', max: 40 },
    { title: 'Kỳ' },
    { title: 'Chỉ số', max: 48 },
    { title: 'Giá trị', align: 'right' },
    { title: 'Tối đa', align: 'right' },
    { title: 'Số đạt/tổng số', align: 'right' },
  ] as const;
  const number = (value: number | null | undefined) => (value == null ? '' : formatNumber(value));
  return tableLines(
    columns,
    observations.map((observation) => [
      observation.unit.name,
      observation.period ?? 'chưa rõ',
      findIndicator(observation.indicator)?.name ?? observation.indicator,
      observation.value === null ? 'chưa có' : number(observation.value),
      number(observation.max),
      observation.numerator == null ? '' : `${number(observation.numerator)}/${number(observation.denominator)}`,
    ]),
  );
}

interface Given {
  readonly typed: string;
  readonly bytes: Uint8Array;
}

/** Reports that came as workbooks or .csv files, as the page their readers know; undefined for a page or an answer. */
async function reportPage(pages: readonly Given[], at: string): Promise<string | undefined> {
  const books: { readonly name: string; readonly book: Book }[] = [];
  for (const { typed, bytes } of pages) {
    const report = reportIn(bytes, typed);
    if (report.kind === 'refused') refuse(`"${typed}": ${report.reason}`);
    if (report.kind === 'pdf') books.push({ name: basename(typed), book: await printedBook(bytes, typed) });
    else if (report.kind === 'book') books.push({ name: basename(typed), book: report.book });
    else if (report.kind === 'old') {
      const old = await readFileBook(bytes);
      books.push({ name: basename(typed), book: old.ok ? old.value : refuse(`"${typed}": ${old.refusal.message}`) });
    } else if (pages.length > 1) refuse(`"${typed}" là một trang: chỉ gộp các tệp báo cáo, mỗi lần đọc một trang.`);
    else return report.kind === 'page' ? report.html : undefined;
  }
  const made = reportMade(books, at);
  return made.kind === 'page' ? made.html : refuse(made.reason);
}

async function printedBook(bytes: Uint8Array, typed: string): Promise<Book> {
  const pdf = await pdfPages(bytes);
  if (!pdf.ok) return refuse(`"${typed}": ${pdf.reason}`);
  return pdf.pictures.length > 0 ? refuse(`"${typed}": ${SCANNED}`) : pdfBook(pdf.pages);
}

/** Of one file its own. */
function hashOf(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(bytes);
  return hash.digest('hex');
}

function keptIn(typed: string): Reader {
  const file = parseReaderFile(csvText(readBytes(typed)));
  return file.ok ? taughtReader(file.definition) : refuse(`"${typed}": ${file.reason}`);
}

function webAddress(text: string): string {
  if (!/^https?:\/\/[^\s/]+(?:\/\S*)?$/i.test(text))
    refuse(`Địa chỉ "${text}" không phải địa chỉ trang web (https://…).`);
  return text;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** ISO instant; a bare local time is Vietnam's, a bare day its first minute. */
function instant(text: string): string {
  const day = INSTANT.exec(text)?.[1];
  const zoned = /T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text.length === 10 ? `${text}T00:00` : text}+07:00`;
  const time = new Date(zoned);
  // Checks the day itself: to the clock, 30 February is a day of March.
  if (day === undefined || readDate(day) !== day || Number.isNaN(time.getTime())) {
    refuse(`Thời điểm "${text}" không có thật hoặc không đúng dạng. Viết như 2026-10-01T08:00:00+07:00.`);
  }
  return hanoiTime(time);
}

function unitDeed(text: string): string {
  return text.trim() === '' ? refuse('Tùy chọn --unit cần tên hoặc mã của đơn vị.') : text;
}

function readBytes(typed: string): Uint8Array {
  const loaded = loadFile(fromUser(typed));
  return loaded.ok ? loaded.value : refuse(`Không đọc được tệp "${typed}": ${loaded.refusal.message}`);
}

/** Writes the file of captures; returns the lines to print about it. */
function save(path: string, document: string, pages: readonly string[]): string[] {
  const { renamed } = safeWrite(path, new TextEncoder().encode(document), guardOf(pages));
  return renamed === null ? [] : [`Bản trước được giữ lại: ${renamed}`];
}
