/** From the typed texts of a session to its facts, or a sentence that says what is missing. Pure. */

import type { Result } from '../../core/base/result.ts';
import {
  ATTENDING,
  type Attendance,
  type Attending,
  attendanceFault,
  type CouncilMember,
  memberText,
} from '../../core/council/attendance.ts';
import type { SessionFacts } from '../../core/council/session-log.ts';
import { readDate } from '../../core/sheet/grid/date.ts';
import type { SessionTexts } from './session-texts.ts';

/** One member a line: name; post; unit. Empty lines are skipped. */
export function membersTyped(text: string): readonly CouncilMember[] {
  return text.split('\n').flatMap((line) => {
    const [name = '', post = '', ...unit] = line.split(';').map((part) => part.trim().replace(/\s+/gu, ' '));
    return name === '' && post === '' ? [] : [{ name, post, unit: unit.join(' ').trim() }];
  });
}

export function membersText(members: readonly CouncilMember[]): string {
  return members.map(({ name, post, unit }) => [name, post, unit].join('; ').replace(/(?:; )+$/, '')).join('\n');
}

export interface Attended {
  readonly state: Attending;
  readonly proxy: string;
}

/** By member as `memberText` has it. */
export function attendanceTyped(text: string): ReadonlyMap<string, Attended> {
  try {
    const stored: unknown = JSON.parse(text);
    return new Map(Array.isArray(stored) ? stored.flatMap(attendedOf) : []);
  } catch {
    return new Map();
  }
}

export function attendanceText(attended: ReadonlyMap<string, Attended>): string {
  return JSON.stringify([...attended].map(([member, { state, proxy }]) => [member, state, proxy]));
}

function attendedOf(entry: unknown): [string, Attended][] {
  if (!Array.isArray(entry)) return [];
  const [member, kept, proxy] = entry;
  const state = ATTENDING.find((text) => text === kept);
  return typeof member === 'string' && typeof proxy === 'string' && state ? [[member, { state, proxy }]] : [];
}

/** A member counts as present or absent only if the secretary said so. */
export function sessionWanted(texts: SessionTexts): Result<SessionFacts> {
  const day = texts.sessionDay.trim() === '' ? null : readDate(texts.sessionDay.trim());
  if (day === null && texts.sessionDay.trim() !== '') return refused('Ngày họp ghi dạng ngày/tháng/năm.');
  const members = membersTyped(texts.sessionMembers);
  if (members.length === 0) return refused('Hãy ghi danh sách thành viên Hội đồng.');
  const attended = attendanceTyped(texts.sessionAttendance);
  const attendance: Attendance[] = [];
  for (const member of members) {
    const item = attended.get(memberText(member));
    if (!item) return refused(`Hãy chọn ${memberText(member)} có mặt hay vắng.`);
    attendance.push({ member, state: item.state, proxy: item.state === 'proxy' ? item.proxy.trim() : '' });
  }
  const fault = attendanceFault(attendance);
  if (fault !== null) return refused(fault);
  return {
    ok: true,
    value: {
      day,
      place: texts.sessionPlace.trim(),
      chair: oneOf(members, texts.sessionChair),
      secretary: oneOf(members, texts.sessionSecretary),
      attendance,
    },
  };
}

/** The chosen member, unless the list no longer has that name. */
function oneOf(members: readonly CouncilMember[], name: string): string {
  return members.some((member) => memberText(member) === name) ? name : '';
}

function refused(message: string): Result<never> {
  return { ok: false, refusal: { code: 'incomplete', message } };
}
