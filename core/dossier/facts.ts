/**
 * The first sheet of the dossier: what the movement is and whose, one fact a row. Rows may be moved; a missing row
 * counts as blank.
 */

import { bareKey } from '../base/text/text.ts';
import type { Movement } from '../movement/movement.ts';
import { toA1 } from '../sheet/grid/address.ts';
import { isCellError, type Sheet } from '../sheet/grid/sheet.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import { cell, TEXT, textValue } from '../sheets/council/look.ts';
import * as codec from './codec.ts';
import { FACTS_SHEET, HEADING_LABELS } from './dossier-heading.ts';
import { AWARD_LIST, type SourceRow } from './plan-tables.ts';
import {
  type CellFault,
  choosing,
  contentOfCell,
  HEADER_ROW,
  type ListPlace,
  type RowCounts,
  sheetFrame,
} from './table.ts';
import { type CellInWords, inWords } from './table-words.ts';
import { VOTERS } from './vocabulary.ts';

export interface Facts extends SourceRow {
  readonly id: string;
  readonly title: string;
  readonly otherTitles: string[];
  readonly commune: string;
  readonly province: string;
  readonly district: string | null;
  readonly body?: string | undefined;
  readonly predecessors?: string[] | undefined;
  readonly validFrom?: string | undefined;
  readonly recipients?: string[] | undefined;
  readonly planNumber: string | null;
  readonly planDate: string | null;
  readonly planDateText: string | null;
  readonly planTitle: string;
  readonly theme: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly scope: string;
  readonly signerAuthority?: string[] | undefined;
  readonly signerName: string | null;
  readonly voteLeast: number | null;
  readonly voteOf: 'members' | 'present' | null;
  readonly voteSection: string;
  readonly voteText?: string | undefined;
  readonly outOfTurn: string | null;
  readonly outOfTurnAward: string | null;
}

interface Fact<T> {
  readonly label: string;
  readonly codec: codec.Codec<T>;
  readonly help: string;
  readonly from: ListPlace | undefined;
}
type Form = { readonly [K in keyof Facts]-?: Fact<Facts[K]> };

const fact = <T>(label: string, item: codec.Codec<T>, help = '', from?: ListPlace): Fact<T> => ({
  label,
  codec: item,
  help,
  from,
});
const id = codec.needed(
  'mã phong trào',
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  'phu-xuan-2026 (chữ thường không dấu, số, gạch nối)',
);

function form(awards: Movement['awards']): Form {
  return {
    id: fact(HEADING_LABELS.id, id, 'Chữ thường không dấu, số, gạch nối: phu-xuan-2026'),
    title: fact(HEADING_LABELS.title, codec.needed('tên phong trào')),
    otherTitles: fact('Tên gọi khác', codec.texts, 'Mỗi tên một dòng'),
    commune: fact(HEADING_LABELS.commune, codec.needed('tên xã, phường'), 'Như “xã Phú Xuân”, “phường Tân An”'),
    province: fact(HEADING_LABELS.province, codec.text, 'Như “tỉnh Thái Nguyên”, “thành phố Hải Phòng”'),
    district: fact(HEADING_LABELS.district, codec.textOrNull, 'Để trống từ ngày 01/7/2025'),
    body: fact('Đơn vị ban hành', codec.textOrNone, 'Trường, chi bộ, hội; để trống nếu UBND xã, phường ban hành'),
    predecessors: fact('Hợp thành từ các xã', codec.textsOrNone, 'Các xã trước khi sáp nhập, mỗi xã một dòng'),
    validFrom: fact('Mang tên hiện nay từ ngày', codec.orNone(codec.date)),
    recipients: fact('Báo cáo lên', codec.textsOrNone, 'Cơ quan cấp trên nhận báo cáo, mỗi nơi một dòng'),
    planNumber: fact('Số kế hoạch', codec.textOrNull, 'Để trống nếu chưa cấp số'),
    planDate: fact('Ngày ban hành', codec.orNull(codec.date)),
    planDateText: fact('Ngày ghi trên kế hoạch', codec.textOrNull, 'Đúng như in, kể cả chỗ để trống'),
    planTitle: fact('Tên kế hoạch', codec.text),
    theme: fact('Chủ đề', codec.textOrNull),
    from: fact('Từ ngày', codec.orNull(codec.date), 'Để trống nếu kế hoạch ghi “từ nay”'),
    to: fact('Đến ngày', codec.date),
    scope: fact('Phạm vi', codec.text),
    signerAuthority: fact('Thẩm quyền ký', codec.textsOrNone, 'Như “TM. ỦY BAN NHÂN DÂN”, “CHỦ TỊCH”, mỗi dòng một ý'),
    signerName: fact('Người ký kế hoạch', codec.textOrNull),
    voteLeast: fact(
      'Tỷ lệ phiếu đồng ý tối thiểu',
      codec.orNull(codec.percent),
      'Như 70 %; để trống nếu kế hoạch không ghi',
    ),
    voteOf: fact('Phiếu tính trên', codec.orNull(codec.choice(VOTERS)), Object.values(VOTERS).join('; ')),
    voteSection: fact('Mục về biểu quyết', codec.text),
    voteText: fact('Nguyên văn về biểu quyết', codec.textOrNone),
    outOfTurn: fact('Khen đột xuất', codec.textOrNull, 'Lời kế hoạch; để trống nếu kế hoạch không nói'),
    outOfTurnAward: fact('Hình thức khen đột xuất', codec.orNull(codec.reference(awards)), '', AWARD_LIST),
    section: fact('Mục về khen đột xuất', codec.text),
    sourceCode: fact('Mã về khen đột xuất', codec.textOrNone),
    sourceText: fact('Nguyên văn về khen đột xuất', codec.textOrNone),
  };
}

/** The label of each fact on the sheet. */
export const LABELS = labels();

function labels(): Readonly<Record<keyof Facts, string>> {
  const fields = form([]);
  const keys = Object.keys(fields) as (keyof Facts)[];
  return Object.fromEntries(keys.map((key) => [key, fields[key].label])) as Record<keyof Facts, string>;
}

const COLUMNS = [
  { title: 'Mục', width: 32 },
  { title: 'Nội dung', width: 70 },
  { title: 'Cách ghi', width: 50 },
];

export function factsSheet(facts: Facts, awards: Movement['awards'], note: string, counts: RowCounts): NewSheet {
  const fields = form(awards);
  const keys = Object.keys(fields) as (keyof Facts)[];
  const cells = keys.flatMap((key, at) => {
    const row = HEADER_ROW + 1 + at;
    return [
      cell(row, 0, textValue(fields[key].label), { ...TEXT, bold: true }),
      cell(row, 1, factValue(fields, facts, key), { ...fields[key].codec.style, horizontal: 'left' }),
      cell(row, 2, textValue(fields[key].help), { ...TEXT, italic: true }),
    ];
  });
  return {
    ...sheetFrame({ sheet: FACTS_SHEET, heading: 'HỒ SƠ PHONG TRÀO', hint: note }, COLUMNS, cells),
    validations: keys.flatMap((key, at) => {
      const { label: title, codec, from } = fields[key];
      const row = HEADER_ROW + 1 + at;
      return choosing({ title, codec, from }, { top: row, bottom: row, left: 1, right: 1 }, counts);
    }),
    print: { orientation: 'portrait', fitWidth: 1 },
  };
}

function factValue<K extends keyof Facts>(fields: Form, facts: Facts, key: K): NewValue {
  const write = fields[key].codec.write as (value: Facts[K]) => NewValue;
  return write(facts[key]);
}

/** By their labels. */
export function factsInWords(facts: Facts, awards: Movement['awards']): ReadonlyMap<string, CellInWords> {
  const fields = form(awards);
  const keys = Object.keys(fields) as (keyof Facts)[];
  return new Map(
    keys.map((key) => [fields[key].label, inWords(fields[key].codec, factValue(fields, facts, key))] as const),
  );
}

/** The facts, each with its cell; null when a required fact is missing. */
export function readFacts(
  sheet: Sheet,
  awards: Movement['awards'],
  date1904: boolean,
  faults: CellFault[],
): { readonly facts: Facts; readonly cellOf: (key: keyof Facts) => string } | null {
  const rowOf = new Map<string, number>();
  for (const [row, cells] of sheet.rows) {
    const label = cells.find(({ column }) => column === 0)?.value;
    if (typeof label === 'string' && !rowOf.has(bareKey(label))) rowOf.set(bareKey(label), row);
  }
  const fields = form(awards);
  const facts: Partial<Record<keyof Facts, unknown>> = {};
  const before = faults.length;
  const rowFor = (key: keyof Facts) => rowOf.get(bareKey(fields[key].label));
  const cellOf = (key: keyof Facts) => toA1(rowFor(key) ?? 0, 1);
  for (const key of Object.keys(fields) as (keyof Facts)[]) {
    const held = sheet.rows.get(rowFor(key) ?? -1)?.find(({ column }) => column === 1);
    const fault = (message: string) =>
      faults.push({ sheet: sheet.name, cell: cellOf(key), message: `“${fields[key].label}”: ${message}` });
    if (held && isCellError(held.value)) fault('Ô này đang báo lỗi công thức: ghi lại giá trị.');
    const read = fields[key].codec.read(held ? contentOfCell(held, date1904) : null);
    if (!read.ok) fault(read.refusal.message);
    else if (read.value !== undefined) facts[key] = read.value;
  }
  // Every key was read through the codec of its own field.
  return faults.length > before ? null : { facts: facts as unknown as Facts, cellOf };
}
