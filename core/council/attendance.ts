/** Who sits on the council and who took part in a session. Each list of names is one cell, so no name holds ";". */

import { squashKey } from '../base/text/text.ts';

export interface CouncilMember {
  /** Họ tên. */
  readonly name: string;
  /** Chức vụ; '' = unknown. */
  readonly post: string;
  /** The unit they belong to, which they do not vote on; '' = none of the candidates. */
  readonly unit: string;
}

export const ATTENDANCE_NAMES = {
  present: 'Có mặt',
  proxy: 'Ủy quyền',
  written: 'Gửi ý kiến bằng văn bản',
  absent: 'Vắng',
} as const;
export type Attending = keyof typeof ATTENDANCE_NAMES;
export const ATTENDING = Object.keys(ATTENDANCE_NAMES) as Attending[];

export interface Attendance {
  readonly member: CouncilMember;
  readonly state: Attending;
  /** Name of the member who votes for an absent member, for `proxy`; '' otherwise. */
  readonly proxy: string;
}

/** `Nguyễn Văn A, Phó Chủ tịch UBND xã`: as the record and the minutes name a member. */
export function memberText({ name, post }: CouncilMember): string {
  return post === '' ? name : `${name}, ${post}`;
}

const GIVES = ' ủy quyền cho ';

/** `Nguyễn Văn A, Phó Chủ tịch ủy quyền cho Lò Văn B`. */
export function proxyText({ member, proxy }: Attendance): string {
  return `${memberText(member)}${GIVES}${proxy}`;
}

/** The two of `proxyText`; the member alone where nobody is named. */
export function proxyParts(text: string): { readonly member: string; readonly proxy: string } {
  const [member = text, ...proxy] = text.split(GIVES);
  return { member, proxy: proxy.join(GIVES) };
}

/** Why the list cannot be that of a session, in Vietnamese; null when it can. */
export function attendanceFault(list: readonly Attendance[]): string | null {
  const seen = new Set<string>();
  for (const { member, state, proxy } of list) {
    const { name, post } = member;
    if (name === '') return 'Danh sách thành viên có dòng thiếu họ tên.';
    if ([name, post, proxy].some((text) => text.includes(';'))) return `"${name}": họ tên, chức vụ không có dấu ";".`;
    const text = memberText(member);
    if (seen.has(text)) return `"${text}" ghi hai lần trong danh sách thành viên.`;
    seen.add(text);
    if (state === 'proxy' && proxy === '') return `Hãy ghi người được ${name} ủy quyền.`;
  }
  // Somebody from outside the council may be sent; a member who is not there cannot vote for another.
  const away = new Map(
    list.flatMap(({ member, state }) =>
      state === 'present' ? [] : [member.name, memberText(member)].map((text) => [squashKey(text), state] as const),
    ),
  );
  for (const { member, state, proxy } of list) {
    const as = state === 'proxy' ? away.get(squashKey(proxy)) : undefined;
    if (as === undefined) continue;
    return squashKey(proxy) === squashKey(member.name) || squashKey(proxy) === squashKey(memberText(member))
      ? `${member.name} không tự ủy quyền cho mình được.`
      : `${member.name} ủy quyền cho ${proxy}, nhưng ${proxy} cũng không có mặt (${ATTENDANCE_NAMES[as].toLowerCase()}).`;
  }
  return null;
}
