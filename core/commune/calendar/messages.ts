/**
 * Messages to units and to groups, each short enough for a Zalo message; the rest goes into a further message, cut at a
 * name.
 */

import { groupBy } from '../../base/group-by.ts';
import { dayNumber } from '../../base/period/day.ts';
import { type Period, periodName } from '../../base/period/period.ts';
import { communeName } from '../../form/form-subject.ts';
import { dueDay } from '../../movement/due-day.ts';
import type { Movement } from '../../movement/movement.ts';
import { formatDate } from '../../sheet/grid/date.ts';
import type { FollowUp } from './calendar-day.ts';
import type { OwedDay } from './late-days.ts';

/** Characters one Zalo message takes. */
export const ZALO_LENGTH = 2000;

interface About {
  readonly movement: Movement;
  readonly period: Period;
}

/** The reminder for a unit; null when it owes nothing. */
export function unitMessage({ unit, state, line }: FollowUp, about: About): string | null {
  if (state !== 'missing' && state !== 'returned') return null;
  const ask =
    state === 'returned'
      ? 'Đề nghị đơn vị sửa các nội dung đã ghi trong thông báo trả lại và nộp lại báo cáo.'
      : 'Đề nghị đơn vị gửi báo cáo đúng biểu mẫu, đúng hạn.';
  return cut(`Kính gửi ${unit}: ${subjectOf(about)}: báo cáo ${line}. ${ask} Trân trọng.`);
}

/** What a unit's form is sent with: which form, where it goes back to, until when. `file` = its file's name. */
export function formMessage(unit: string, file: string, about: About & { readonly followUp: boolean }): string {
  const to = communeName(about.movement);
  return cut(
    `Kính gửi ${unit}: UBND ${to} gửi ${about.followUp ? 'biểu theo dõi tiến độ' : 'biểu tự đánh giá'} “${file}” (${subjectOf(about)}). ` +
      `Đề nghị điền vào các ô nền vàng theo hướng dẫn ở đầu biểu, gửi lại đúng tệp .xlsx này về UBND ${to} ` +
      `${about.followUp ? AS_ANNOUNCED : untilWords(about)}. Trân trọng.`,
  );
}

const AS_ANNOUNCED = 'theo thời hạn UBND thông báo';
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

/** `chậm nhất hết thứ Ba, ngày 04/11/2025 (mục V.6 của kế hoạch)`. */
function untilWords({ movement, period }: About): string {
  const due = dueDay(movement, period);
  if (due === null) return `${AS_ANNOUNCED} (kế hoạch không ghi ngày nộp)`;
  // 1970-01-01 was a Thursday.
  const weekday = WEEKDAYS[(dayNumber(due.last) + 4) % 7];
  const section = due.section === '' ? '' : ` (mục ${due.section} của kế hoạch)`;
  return `chậm nhất hết ${weekday}, ngày ${formatDate(due.last)}${section}`;
}

/**
 * The awaited units of a group; several messages when the names do not fit into one, no message when no unit is
 * awaited.
 */
export function groupMessages(units: readonly FollowUp[], about: About, asOf: string): readonly string[] {
  const named = (state: FollowUp['state']) => units.filter((unit) => unit.state === state).map(({ unit }) => unit);
  const [missing, returned] = [named('missing'), named('returned')];
  if (missing.length + returned.length === 0) return [];
  const due = dueDay(about.movement, about.period);
  const until = due === null ? 'kế hoạch không ghi ngày nộp' : `hạn nộp hết ngày ${formatDate(due.last)}`;
  const head = `${subjectOf(about)} (${until}). Đến ngày ${formatDate(asOf)}:`;
  const end = 'Đề nghị các đơn vị khẩn trương thực hiện. Trân trọng.';
  return [
    ...listed(head, `${missing.length} đơn vị chưa nộp báo cáo`, missing, end),
    ...listed(head, `${returned.length} đơn vị bị trả lại báo cáo, chưa nộp lại`, returned, end),
  ];
}

/** What is awaited beside the report, a text for each kind and last day; none while nothing is. */
export function owedMessages(
  owed: readonly OwedDay[],
  { movement }: Pick<About, 'movement'>,
  asOf: string,
): readonly { readonly group: string; readonly text: string }[] {
  const kinds = groupBy(owed, ({ what, about, last }) => JSON.stringify([what, about, last]));
  return [...kinds.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { group, owes, ask } = OWED[first.what];
    const until = first.last === null ? 'chưa ấn định hạn' : `hạn hết ngày ${formatDate(first.last)}`;
    const about = first.about === '' ? '' : `: ${first.about}`;
    const head = `${movement.title}, ${group.toLowerCase()}${about} (${until}). Đến ngày ${formatDate(asOf)}:`;
    const names = own.map(({ unit }) => unit).filter((unit) => unit !== '');
    if (names.length === 0) return [{ group, text: cut(`${head} các đơn vị ${owes}. ${ask}`) }];
    return listed(head, `${names.length} đơn vị ${owes}`, names, ask).map((text) => ({ group, text }));
  });
}

const OWED: Readonly<Record<OwedDay['what'], { readonly group: string; readonly owes: string; readonly ask: string }>> =
  {
    registration: {
      group: 'Đăng ký thi đua',
      owes: 'chưa đăng ký',
      ask: 'Đề nghị các đơn vị đăng ký, gửi về UBND. Trân trọng.',
    },
    'unit-plan': {
      group: 'Kế hoạch của đơn vị',
      owes: 'chưa gửi kế hoạch',
      ask: 'Đề nghị các đơn vị ban hành và gửi kế hoạch. Trân trọng.',
    },
    request: {
      group: 'Báo cáo theo yêu cầu',
      owes: 'chưa gửi báo cáo',
      ask: 'Đề nghị gửi báo cáo đúng hạn. Trân trọng.',
    },
  };

function subjectOf({ movement, period }: About): string {
  return `${movement.title}, báo cáo ${periodName(period)}`;
}

/** The list in as many messages as it needs, each whole in itself. */
export function listed(head: string, what: string, names: readonly string[], end: string): string[] {
  const messages: string[] = [];
  let together: string[] = [];
  const text = (list: readonly string[]) => `${head} ${what}: ${list.join('; ')}. ${end}`;
  for (const name of names) {
    if (together.length > 0 && text([...together, name]).length > ZALO_LENGTH) {
      messages.push(text(together));
      together = [];
    }
    together.push(name);
  }
  return together.length === 0 ? messages : [...messages, cut(text(together))];
}

/** Only a name longer than a message is ever cut. */
function cut(text: string): string {
  return text.length <= ZALO_LENGTH ? text : `${text.slice(0, ZALO_LENGTH - 1)}…`;
}
