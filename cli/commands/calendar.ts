/**
 * `calendar`: the dates of a movement for a year, who is late, what to write to them, and the dates as an .ics file.
 */

import { hanoiTime } from '../../core/base/period/hanoi-time.ts';
import { calendarOf, periodOfYear, yearFor } from '../../core/commune/calendar/calendar.ts';
import type { CalendarDay, FollowUp } from '../../core/commune/calendar/calendar-day.ts';
import { explanationDay, withDay } from '../../core/commune/calendar/explanation-day.ts';
import { FOLLOW_UP_NAME, followUp } from '../../core/commune/calendar/follow-up.ts';
import { icsOf } from '../../core/commune/calendar/ics.ts';
import { visitWords } from '../../core/commune/calendar/journal.ts';
import { groupMessages, owedMessages, unitMessage } from '../../core/commune/calendar/messages.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { formatDate } from '../../core/sheet/grid/date.ts';
import { dateArgument, parseArguments } from '../arguments.ts';
import { guardOf } from '../files/identity.ts';
import { fromUser } from '../files/paths.ts';
import { safeWrite } from '../files/safe-write.ts';
import { loadMovement } from '../movement/load-movement.ts';
import { type FollowUpKnown, loadFollowUp } from '../run/load-follow-up.ts';
import { refuse } from '../usage-error.ts';

const HELP = `Lịch của phong trào trong năm, đơn vị chưa nộp hoặc nộp muộn, tin nhắn đôn đốc.

Cách dùng: calendar <phong trào> [--as-of NGÀY] [--units TỆP] [--council TỆP] [--journal TỆP] [--ics TỆP.ics] [--json]

  --as-of NGÀY    ngày xét (2025-11-05 hoặc 05/11/2025); bỏ trống thì lấy hôm nay
  --units TỆP     danh sách đơn vị (.xlsx hoặc .csv) có cột Ngày nhận báo cáo, để biết đơn vị nào chưa nộp
  --council TỆP   sổ của Hội đồng (.xlsx): đơn vị nào bị trả báo cáo, đã quyết định gì, đã chốt kết quả chưa;
                  bỏ trống --units, --journal thì lấy luôn các trang “Đơn vị”, “Kiểm tra, đôn đốc”, “Mô hình” của sổ này
  --journal TỆP   sổ theo dõi (.xlsx, .csv): lần kiểm tra, đôn đốc gần nhất của từng đơn vị
  --ics TỆP       ghi các ngày ra tệp lịch (.ics) để mở bằng lịch của máy tính, điện thoại; cũng viết -o
  --json          in kết quả dạng JSON
  -h, --help      in hướng dẫn này

Ví dụ:
  calendar ta-ma-2023-2030 --as-of 2025-11-01 --units don-vi.xlsx
  calendar ta-ma-2023-2030 --council so-hoi-dong.xlsx
  calendar ta-ma-2023-2030 --as-of 2025-01-02 --ics lich-2025.ics
`;

/** The messages to the units of an audience. */
interface Group {
  readonly group: string;
  readonly text: string;
}

/** Runs the command on its own arguments; resolves to the exit code. */
export async function calendar(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    'as-of': { type: 'string' },
    units: { type: 'string' },
    council: { type: 'string' },
    journal: { type: 'string' },
    ics: { type: 'string' },
    output: { type: 'string', short: 'o' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [id, extra] = positionals;
  if (!id) refuse('Thiếu phong trào. Ví dụ: calendar ta-ma-2023-2030 --as-of 2025-11-01');
  if (extra) refuse(`Thừa đối số "${extra}". Tên có dấu cách phải đặt trong dấu nháy.`);
  if (values.ics && values.output) refuse('Chỉ dùng một trong hai: --ics hoặc -o.');
  const movement = loadMovement(id);
  const asOf = values['as-of'] === undefined ? hanoiTime(new Date()).slice(0, 10) : dateArgument(values['as-of']);
  const known = await loadFollowUp(values, movement, asOf);
  const year = yearFor(movement, asOf);
  const period = periodOfYear(year);
  const days = withDay(calendarOf(movement, year, asOf), explanationDay(known.journal, asOf));
  const units = known.register && followUp({ movement, period, asOf, ...known, register: known.register });
  const ics = values.ics ?? values.output;
  const saved =
    ics === undefined ? null : writeIcs(movement, days, asOf, ics, [id, values.units, values.council, values.journal]);
  const about = { movement, period };
  const messages: Group[] = movement.audiences.flatMap(({ kind, name }): Group[] => {
    const group = (units ?? []).filter(({ audience }) => audience === kind);
    return groupMessages(group, about, asOf).map((text) => ({ group: name, text }));
  });
  messages.push(...owedMessages(known.owed, about, asOf));
  if (values.json) {
    const unitLines =
      units?.map((unit) => ({ ...unit, ...known.about(unit.unit), message: unitMessage(unit, about) })) ?? null;
    const head = { movement: { id: movement.id, title: movement.title }, year, asOf };
    const { closedOn, owed, toAll, notes } = known;
    process.stdout.write(
      `${JSON.stringify({ ...head, dates: days, units: unitLines, owed, closedOn, toAll, messages, notes, saved }, null, 2)}\n`,
    );
  } else process.stdout.write(`${textOf(movement, { year, asOf, days, units, messages, saved, known })}\n`);
  return 0;
}

/** Absolute path of the file written; none of the inputs is ever written over. */
function writeIcs(
  movement: Movement,
  days: readonly CalendarDay[],
  asOf: string,
  typed: string,
  given: readonly (string | undefined)[],
): string {
  const text = icsOf(movement, days, asOf);
  if (text === null) return refuse('Kế hoạch không ghi ngày nào trong năm nên không có lịch để ghi.');
  const path = fromUser(typed);
  const isInput = guardOf(given.flatMap((text) => (text === undefined ? [] : [fromUser(text)])));
  safeWrite(path, new TextEncoder().encode(text), isInput);
  return path;
}

interface CalendarAnswer {
  readonly year: number;
  readonly asOf: string;
  readonly days: readonly CalendarDay[];
  readonly units: readonly FollowUp[] | null;
  readonly messages: readonly Group[];
  readonly saved: string | null;
  readonly known: FollowUpKnown;
}

function textOf({ title }: Movement, { year, asOf, days, units, messages, saved, known }: CalendarAnswer): string {
  const dates = days.map(({ name, words, section, daysLeft }) => {
    const left =
      daysLeft === null ? '' : daysLeft < 0 ? ' · đã qua' : daysLeft === 0 ? ' · hôm nay' : ` · còn ${daysLeft} ngày`;
    return `  ${name}: ${words}${left} (mục ${section})`;
  });
  const board = units?.map(({ unit, state, line }) =>
    [`  ${FOLLOW_UP_NAME[state]} · ${unit}: ${line}`, ...known.words(unit)].join('; '),
  ) ?? ['  Chưa rõ đơn vị nào đã nộp: thêm --units với cột Ngày nhận báo cáo.'];
  return [
    `${title}`,
    `Lịch năm ${year}, xét đến ngày ${formatDate(asOf)}:`,
    ...(dates.length > 0 ? dates : ['  Kế hoạch không ghi ngày nào.']),
    `Báo cáo của các đơn vị${known.closedOn === null ? '' : ` (kết quả đã chốt ngày ${formatDate(known.closedOn)})`}:`,
    ...(known.toAll ? [`  Các đơn vị: ${visitWords(known.toAll)}`] : []),
    ...board,
    ...messages.flatMap(({ group, text }) => [`Tin nhắn (${group}):`, `  ${text}`]),
    ...known.notes.map((note) => `Lưu ý: ${note}`),
    ...(saved === null ? [] : [`Đã ghi: ${saved}`]),
  ].join('\n');
}
