/** The ledger of awards and the nominations as the council's workbook has them: "Khen thưởng" and "Đề cử". */
import type { Ledger } from '../judge/award/ledger.ts';
import type { Nomination } from '../judge/award/nomination.ts';
import { audienceCalled } from '../movement/audience-called.ts';
import type { Movement } from '../movement/movement.ts';
import type { NewSheet, NewValue } from '../sheet/workbook/port.ts';
import {
  type AsideRow,
  AWARD_TITLES,
  AWARD_WIDTHS,
  type AwardField,
  givenValue,
  LEDGER_FIELDS,
  LEDGER_SHEET,
  LEDGER_TABLE,
  LEDGER_WIDTHS,
  NOMINATION_FIELDS,
  NOMINATION_SHEET,
} from './award-sheets.ts';
import { COUNT, DATE, TEXT, textValue } from './council/look.ts';
import type { SheetOffice } from './council/office-frame.ts';
import { tableSheet } from './council/table-sheet.ts';
import { LEDGER_TITLE } from './ledger-title.ts';

/** The ledger, oldest award first, then what was set aside of it; at first an empty table. */
export function ledgerSheet(
  ledger: Ledger,
  subtitle: string,
  office: SheetOffice,
  aside: readonly AsideRow[] = [],
): NewSheet {
  const rows = ledger.map((pastAward) => LEDGER_FIELDS.map((field) => givenValue(pastAward, field)));
  const about = { name: LEDGER_SHEET, title: LEDGER_TITLE, table: LEDGER_TABLE, fields: LEDGER_FIELDS };
  return sheetOf({ ...about, aside: aside.filter(({ of }) => of === 'ledger') }, rows, subtitle, office);
}

interface AboutSheet {
  readonly name: string;
  readonly title: string;
  readonly table: string;
  readonly fields: readonly AwardField[];
  readonly aside: readonly AsideRow[];
  readonly printed?: boolean;
}

/** Heads the reason beside a row that was set aside; not printed, and not read back. */
const WHY_ASIDE = { title: 'Chưa tính vì', width: 40, style: TEXT };

function sheetOf(
  { name, title, table, fields, aside, printed = true }: AboutSheet,
  read: readonly NewValue[][],
  subtitle: string,
  office: SheetOffice,
): NewSheet {
  const styleOf = (field: AwardField) => (field === 'date' ? DATE : field === 'year' ? COUNT : TEXT);
  const columns = fields.map((field) => ({
    title: AWARD_TITLES[field][0],
    width: (name === LEDGER_SHEET ? LEDGER_WIDTHS : AWARD_WIDTHS)[field] ?? 16,
    style: styleOf(field),
  }));
  const rows = [
    ...read,
    ...aside.map(({ written, why }) => [...fields.map((field) => written[field] ?? textValue(null)), textValue(why)]),
  ];
  return tableSheet({
    name,
    title,
    subtitle,
    table,
    columns: aside.length === 0 ? columns : [...columns, WHY_ASIDE],
    rows,
    paper: { office, columns: columns.length, ...(printed && rows.length > 0 ? {} : { rows: 0 }) },
  });
}

/** Nominations, then nominations set aside. Not printed beside the proposals, which name the same people. */
export function nominationSheet(
  nominations: readonly Nomination[],
  { audiences }: Pick<Movement, 'audiences'>,
  subtitle: string,
  office: SheetOffice,
  { aside = [], printed = true }: Partial<Pick<AboutSheet, 'aside' | 'printed'>> = {},
): NewSheet {
  const rows = nominations.map((nomination): NewValue[] => [
    textValue(nomination.name),
    textValue(audienceCalled({ audiences }, nomination.audience)),
    textValue(nomination.by),
    textValue(nomination.achievement),
    textValue(nomination.outOfTurn ? 'Có' : null),
  ]);
  const about = { name: NOMINATION_SHEET, title: 'ĐỀ CỬ KHEN THƯỞNG', table: 'DeCu', fields: NOMINATION_FIELDS };
  return sheetOf({ ...about, printed, aside: aside.filter(({ of }) => of === 'nominations') }, rows, subtitle, office);
}
