/** The sheet "Cảnh báo": every flag with its cell, what to do and (in the council's workbook) room for the decision. */
import type { Flag } from '../../judge/flag/flag.ts';
import type { Impact } from '../../judge/score/score-sheet.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { bySeverity, impactText } from './flag-words.ts';
import { COUNT, numberValue, SEVERITY_FILL, SEVERITY_NAME, TEXT, textValue } from './look.ts';
import type { SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';

interface FlagColumn extends TableColumn {
  readonly of: (flag: Flag, index: number, impact: Impact | undefined) => NewValue;
}

const EMPTY: NewValue = { kind: 'empty' };
const NUMBER: FlagColumn = { title: 'STT', width: 4.5, style: COUNT, of: (_, index) => numberValue(index + 1) };
const SEVERITY: FlagColumn = {
  ...{ title: 'Mức độ', width: 8.5, style: COUNT },
  of: ({ severity }) => textValue(SEVERITY_NAME[severity]),
};
const UNIT: FlagColumn = { title: 'Đơn vị', width: 18, style: TEXT, of: ({ unit }) => textValue(unit) };
const CRITERION: FlagColumn = {
  title: 'Tiêu chí',
  width: 7.5,
  style: COUNT,
  of: ({ criterion }) => textValue(criterion),
};
const KIND: FlagColumn = { title: 'Loại cảnh báo', width: 20, style: TEXT, of: ({ name }) => textValue(name) };
const FILE: FlagColumn = { title: 'Tệp', width: 24, style: TEXT, of: ({ file }) => textValue(file) };
const SHEET: FlagColumn = {
  ...{ title: 'Trang tính', width: 16, style: TEXT },
  of: ({ cell }) => textValue(cell?.sheet ?? null),
};
const CELL: FlagColumn = { title: 'Ô', width: 8, style: COUNT, of: ({ cell }) => textValue(cell?.address ?? null) };
const MESSAGE: FlagColumn = { title: 'Nội dung', width: 32, style: TEXT, of: ({ message }) => textValue(message) };
const TO_DO: FlagColumn = {
  title: 'Cách xử lý',
  width: 26,
  style: TEXT,
  of: ({ suggestion }) => textValue(suggestion),
};
const IMPACT: FlagColumn = {
  ...{ title: 'Ảnh hưởng', width: 12, style: TEXT },
  of: (_flag, _index, impact) => textValue(impactText(impact)),
};
const DECISION: FlagColumn = { title: 'Quyết định', width: 11, style: TEXT, of: () => EMPTY };

/** In a unit's own copy: what it has to put right and where. */
const OF_UNIT = [NUMBER, SEVERITY, KIND, UNIT, CRITERION, FILE, SHEET, CELL, MESSAGE, TO_DO];
/** The columns that the council reads and fills in are printed; the flag's cell and key are only for the screen. */
const OF_COUNCIL = [NUMBER, SEVERITY, UNIT, CRITERION, MESSAGE, TO_DO, IMPACT, DECISION];
const ON_SCREEN: readonly FlagColumn[] = [
  { title: 'Điểm điều chỉnh', width: 12, style: COUNT, of: () => EMPTY },
  { title: 'Lý do quyết định', width: 30, style: TEXT, of: () => EMPTY },
  ...[KIND, FILE, SHEET, CELL],
  { title: 'Mã', width: 24, style: TEXT, of: ({ id }) => textValue(id) },
];

/** What the council may decide on a flag (accept, adjust to n points, return to the unit). */
const DECISIONS: readonly string[] = ['Chấp nhận', 'Điều chỉnh điểm', 'Trả lại đơn vị'];

/** Longer texts hardly ever occur twice. */
const LONGEST_SHARED = 80;

/** Gives equal short texts as the same value: a large run has hundreds of thousands of cells. */
function sharedTexts(): (value: NewValue) => NewValue {
  const texts = new Map<string, NewValue>();
  return (value) => {
    if (value.kind !== 'text' || value.text.length > LONGEST_SHARED) return value;
    const first = texts.get(value.text);
    if (first === undefined) texts.set(value.text, value);
    return first ?? value;
  };
}

/** The list of flags; with `impacts` also the columns the council fills in, as a paper of the office. */
export function flagSheet(
  flags: readonly Flag[],
  names: { readonly table: string | null; readonly subtitle: string },
  council: { readonly impacts: readonly Impact[]; readonly office: SheetOffice } | null,
): NewSheet {
  const sorted = bySeverity(flags);
  const impactOf = new Map(council?.impacts.map((impact) => [impact.flag, impact]));
  const columns = council ? [...OF_COUNCIL, ...ON_SCREEN] : OF_UNIT;
  const shared = sharedTexts();
  return tableSheet({
    name: 'Cảnh báo',
    title: 'CẢNH BÁO CẦN XEM XÉT',
    ...names,
    columns,
    rows: sorted.map((flag, index) => columns.map((column) => shared(column.of(flag, index, impactOf.get(flag.id))))),
    fill: (row) => (sorted[row] ? SEVERITY_FILL[sorted[row].severity] : null),
    ...(council
      ? {
          choices: new Map([[OF_COUNCIL.indexOf(DECISION), DECISIONS]]),
          paper: { office: council.office, columns: OF_COUNCIL.length, signed: true },
        }
      : {}),
  });
}
