/**
 * The sheet "Theo dõi": the state of each unit's report, audience by audience, and what to write to those that are
 * awaited.
 */
import { boardOf } from '../../commune/calendar/board.ts';
import type { FollowUp, FollowUpState } from '../../commune/calendar/calendar-day.ts';
import { FOLLOW_UP_NAME, followUpCounts } from '../../commune/calendar/follow-up.ts';
import { type Journal, lastVisit, visitWords } from '../../commune/calendar/journal.ts';
import { lateDays, lateWords } from '../../commune/calendar/late-days.ts';
import { unitMessage } from '../../commune/calendar/messages.ts';
import type { RunResult } from '../../judge/run/run-result.ts';
import { hasRegistered, type Register, type RegisterUnit } from '../../report/register.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { NewSheet, NewValue } from '../../sheet/workbook/port.ts';
import { NOT_NOTED } from '../register-unit.ts';
import { COUNT, cell, DATE, dateValue, numberValue, SUBTITLE, TEXT, textValue } from './look.ts';
import { HEADING_ROWS, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { audienceName } from './unit-words.ts';

export const BOARD_SHEET = 'Theo dõi';

const COLUMNS: readonly TableColumn[] = [
  { title: 'STT', width: 5, style: COUNT },
  { title: 'Đối tượng', width: 15, style: TEXT },
  { title: 'Đơn vị', width: 26, style: TEXT },
  { title: 'Đăng ký thi đua', width: 11, style: DATE },
  { title: 'Nhận kế hoạch', width: 11, style: DATE },
  { title: 'Tình trạng', width: 12, style: TEXT },
  { title: 'Diễn giải', width: 21, style: TEXT },
  { title: 'Kiểm tra, đôn đốc gần nhất', width: 19, style: TEXT },
  { title: 'Tin nhắn gửi đơn vị', width: 70, style: TEXT },
];
/** What is copied into a message is for the screen. */
const PRINTED = 8;
const FILL: Readonly<Record<FollowUpState, string | null>> = {
  appraised: 'C6E0B4',
  received: 'E2EFDA',
  late: 'FFF2CC',
  returned: 'FCE4D6',
  missing: 'FFC7CE',
};

interface BoardContext {
  /** Names of units whose report the council returned. */
  readonly returned: ReadonlySet<string>;
  readonly journal: Journal;
}

/** As of the last day anything was written down; null without a list of units, a period or any report received. */
export function boardSheet(
  result: RunResult,
  { returned, journal }: BoardContext,
  subtitle: string,
  office: SheetOffice,
): NewSheet | null {
  const { movement, period, register } = result;
  const receipts = (register ?? []).flatMap(({ received }) => received ?? []);
  const last = receipts.toSorted().at(-1);
  const asOf = last && [last, ...journal.visits.map(({ day }) => day)].toSorted().at(-1);
  const units = asOf === undefined ? null : boardOf(result, returned, asOf);
  if (register === null || period === null || asOf === undefined || units === null) return null;
  const counts = [...followUpCounts(units)].map(([state, count]) => `${FOLLOW_UP_NAME[state]}: ${count}`).join('   ');
  const late = lateDays(movement, register);
  const general = visitWords(lastVisit(journal, '', asOf));
  const toAll = general === '' ? [] : [`Các đơn vị: ${general}`];
  return tableSheet({
    name: BOARD_SHEET,
    title: `THEO DÕI NỘP BÁO CÁO (đến ngày ${formatDate(asOf)})`,
    subtitle,
    table: 'TheoDoi',
    above: {
      rows: 1,
      cells: [
        cell(HEADING_ROWS + 2, 0, textValue([`${units.length} đơn vị   ${counts}`, ...toAll].join('   ')), SUBTITLE),
      ],
    },
    columns: COLUMNS,
    rows: units.map((unit, index) => [
      numberValue(index + 1),
      textValue(audienceName(result, unit.audience)),
      textValue(unit.unit),
      registration(register, unit.unit),
      dateValue(unitNamed(register, unit.unit)?.planReceived ?? null),
      textValue(FOLLOW_UP_NAME[unit.state]),
      textValue([lineBeside(unit), ...lateWords(late, unit.unit)].join('; ')),
      textValue(visitWords(lastVisit(journal, unit.unit, asOf))),
      textValue(unitMessage(unit, { movement, period })),
    ]),
    fill: (row) => {
      const followUp = units[row];
      return followUp ? FILL[followUp.state] : null;
    },
    freezeColumns: 3,
    paper: { office, columns: PRINTED, signed: true },
  });
}

/** The line without the state, which has its own column. */
function lineBeside({ state, line }: FollowUp): string {
  const name = `${FOLLOW_UP_NAME[state].toLocaleLowerCase('vi')}; `;
  return line.startsWith(name) ? line.slice(name.length) : line;
}

function unitNamed(register: Register, name: string): RegisterUnit | undefined {
  return register.find((unit) => unit.name === name);
}

/** The day it registered; a word where nobody noted the day. */
function registration(register: Register, name: string): NewValue {
  const unit = unitNamed(register, name);
  if (!unit?.registered) return textValue('Chưa đăng ký');
  if (unit.registeredOn !== undefined) return dateValue(unit.registeredOn);
  return textValue(hasRegistered(unit) === null ? NOT_NOTED : 'Có');
}
