/** A row of the dossier as officers call it, for messages that name no cell: `Thôn, tiêu chí 1.2 “Tỷ lệ hộ …”`. */
import { bareKey } from '../base/text/text.ts';
import { fromA1 } from '../sheet/grid/address.ts';
import type { Book, Cell } from '../sheet/grid/sheet.ts';
import { FACTS_SHEET, sheetNamed } from './dossier-heading.ts';

interface RowInSheet {
  /** Vietnamese name of the row; that of its sheet where it has none. */
  readonly name: string;
  /** What stands in its columns, by `bareKey` of their titles. */
  readonly texts: ReadonlyMap<string, string>;
}

const HEADER_ROWS = 30;
const LONGEST = 80;

/** `sheet` '' = the dossier as a whole. */
export function rowInWords(book: Book, sheet: string, cell: string): RowInSheet {
  const found = sheet === '' ? undefined : sheetNamed(book, sheet);
  const at = fromA1(cell);
  if (!found || !at) return { name: sheet === '' ? 'Cả hồ sơ' : `Trang “${sheet}”`, texts: new Map() };
  const cells = found.rows.get(at.row) ?? [];
  if (bareKey(sheet) === bareKey(FACTS_SHEET))
    return { name: textIn(cells, 0) || `Trang “${sheet}”`, texts: new Map() };
  const titles = titlesIn([...found.rows].filter(([row]) => row < at.row).slice(0, HEADER_ROWS));
  const texts = new Map([...titles].map(([column, title]) => [title, textIn(cells, column)] as const));
  return { name: nameOf(sheet, texts), texts };
}

/** The row with the most texts above the data. */
function titlesIn(rows: readonly (readonly [number, readonly Cell[]])[]): ReadonlyMap<number, string> {
  const [header = []] = rows
    .map(([, cells]) => cells.filter(({ value }) => typeof value === 'string' && value !== ''))
    .toSorted((x, y) => y.length - x.length);
  return new Map(header.map(({ column, value }) => [column, bareKey(String(value))]));
}

function textIn(cells: readonly Cell[], column: number): string {
  const value = cells.find((cell) => cell.column === column)?.value ?? null;
  return value === null ? '' : (typeof value === 'object' ? value.error : String(value)).normalize('NFC').trim();
}

function nameOf(sheet: string, texts: ReadonlyMap<string, string>): string {
  const at = (title: string) => texts.get(bareKey(title)) ?? '';
  const code = at('Mã');
  const words = TEXT_TITLES.map(at).find((text) => text !== '') ?? '';
  const what = SHEET_ROWS[sheet] ?? sheet;
  const audience = at('Đối tượng');
  return [
    audience === '' ? '' : `${audience}${at('Giai đoạn') === '' ? '' : ` (${at('Giai đoạn')})`}, `,
    audience === '' ? what : what.toLowerCase(),
    code === '' ? '' : ` ${code}`,
    words === '' ? '' : ` “${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”`,
  ].join('');
}

/** The column a row is known by, whichever its sheet has. */
const TEXT_TITLES = [
  ...['Nội dung', 'Chỉ tiêu (nguyên văn)', 'Định mức (nguyên văn)', 'Tiêu chuẩn', 'Hình thức', 'Tên gọi'],
  ...['Tên giai đoạn', 'Lời kế hoạch về việc này', 'Nhiệm vụ', 'Trích yếu', 'Lưu ý', 'Dòng in'],
];

/** What a row of the sheet is, where its name is that of many. */
const SHEET_ROWS: Readonly<Record<string, string>> = {
  'Đối tượng': 'Đối tượng thi đua',
  'Số từ bản quét': 'Số đọc từ bản quét',
};
