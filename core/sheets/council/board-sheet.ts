/**
 * The sheet "Theo dõi": where each unit's report stands, audience by audience, and what to write to whoever is awaited.
 */
import type { FollowUp, FollowUpState } from '../../calendar/calendar-day.ts';
import { FOLLOW_UP_NAME, followUp, followUpCounts } from '../../calendar/follow-up.ts';
import { unitMessage } from '../../calendar/messages.ts';
import { formatDate } from '../../grid/date.ts';
import type { RunResult } from '../../run/run-result.ts';
import type { NewSheet } from '../../workbook/port.ts';
import { COUNT, cell, DATE, dateValue, numberValue, SUBTITLE, TEXT, textValue } from './look.ts';
import { HEADING_ROWS, type SheetOffice } from './office-frame.ts';
import { type TableColumn, tableSheet } from './table-sheet.ts';
import { audienceName } from './unit-words.ts';

export const BOARD_SHEET = 'Theo dõi';

const COLUMNS: readonly TableColumn[] = [
  { title: 'STT', width: 5, style: COUNT },
  { title: 'Đối tượng', width: 22, style: TEXT },
  { title: 'Đơn vị', width: 32, style: TEXT },
  { title: 'Tình trạng', width: 15, style: TEXT },
  { title: 'Ngày nhận', width: 12, style: DATE },
  { title: 'Diễn giải', width: 33, style: TEXT },
  { title: 'Tin nhắn gửi đơn vị', width: 70, style: TEXT },
];
/** What is copied into a message is for the screen. */
const PRINTED = 6;
const FILL: Readonly<Record<FollowUpState, string | null>> = {
  appraised: 'C6E0B4',
  received: 'E2EFDA',
  late: 'FFF2CC',
  returned: 'FCE4D6',
  missing: 'FFC7CE',
};

/**
 * As of the day the last report was received; null without a list of units, a period or any such day. `returned` = names
 * of units whose report was given back.
 */
export function boardSheet(
  result: RunResult,
  returned: ReadonlySet<string>,
  subtitle: string,
  office: SheetOffice,
): NewSheet | null {
  const { movement, period, register, reports } = result;
  const asOf = (register ?? [])
    .flatMap(({ received }) => received ?? [])
    .sort()
    .at(-1);
  if (register === null || period === null || asOf === undefined) return null;
  const arrived = new Set(reports.map(({ unit }) => unit));
  const appraised = new Set(reports.filter(isSettled).map(({ unit }) => unit));
  const units = byAudience(result, followUp({ movement, period, register, asOf, returned, appraised, arrived }));
  const counts = [...followUpCounts(units)].map(([state, count]) => `${FOLLOW_UP_NAME[state]}: ${count}`).join('   ');
  return tableSheet({
    name: BOARD_SHEET,
    title: `THEO DÕI NỘP BÁO CÁO (đến ngày ${formatDate(asOf)})`,
    subtitle,
    table: 'TheoDoi',
    above: { rows: 1, cells: [cell(HEADING_ROWS + 2, 0, textValue(`${units.length} đơn vị   ${counts}`), SUBTITLE)] },
    columns: COLUMNS,
    rows: units.map((one, index) => [
      numberValue(index + 1),
      textValue(audienceName(result, one.audience)),
      textValue(one.unit),
      textValue(FOLLOW_UP_NAME[one.state]),
      dateValue(one.received),
      textValue(one.line),
      textValue(unitMessage(one, { movement, period })),
    ]),
    fill: (row) => {
      const one = units[row];
      return one ? FILL[one.state] : null;
    },
    freezeColumns: 3,
    paper: { office, columns: PRINTED, signed: true },
  });
}

/** Nothing in it waits for anybody. */
function isSettled({ score }: RunResult['reports'][number]): boolean {
  return score !== null && score.points.every(({ status }) => status === 'settled' || status === 'not-applicable');
}

function byAudience({ movement }: RunResult, units: readonly FollowUp[]): readonly FollowUp[] {
  const order = new Map(movement.audiences.map(({ kind }, index) => [kind, index]));
  const at = ({ audience }: FollowUp) => order.get(audience) ?? order.size;
  return units.toSorted((x, y) => at(x) - at(y));
}
