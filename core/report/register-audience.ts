/** Which audience of the movement a unit of the register belongs to: as written there, or told by the unit's name. */

import type { Audience } from '../movement/movement.ts';
import { bareKey } from '../text/text.ts';

/** First words (without diacritics and spaces) by which units of a kind are named. */
const NAMED_LIKE: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['school', /^(truong|mamnon|tieuhoc)/],
  ['health-station', /^tramyte/],
  ['police', /^(congan|bcongan|doncongan)/],
  ['village', /^(ban|thon|xom|todanpho|tdp|ap|khupho|khuvuc|khudancu|buon|lang)/],
  ['enterprise', /^(congty|doanhnghiep|hoptacxa|htx|cososanxuat)/],
  ['association', /^(hoi|doan|matran|ubmttq|uybanmttq|uybanmattran|mttq|congdoan)/],
  ['party-body', /^(danguy|vanphongdang|banxaydungdang|uybankiemtradang)/],
  ['household', /^(ho(?!i)|giadinh)/],
];

/** `Bản`, `village`, or something the plan lists under an audience → its kind; undefined when none fits. */
export function audienceNamed(text: string, audiences: readonly Audience[]): string | undefined {
  const key = bareKey(text);
  const named = (names: readonly string[]) => names.some((name) => bareKey(name) === key);
  return (
    audiences.find((audience) => named([audience.kind, audience.name])) ??
    audiences.find((audience) => named(audience.members))
  )?.kind;
}

/** Audience told by the unit's own name (`Bản Nà Đắng` → village); undefined when it does not say. */
export function audienceOfName(name: string, audiences: readonly Audience[]): string | undefined {
  const key = bareKey(name);
  const competing = audiences.filter((audience) => audience.competes);
  const like = NAMED_LIKE.find(([, pattern]) => pattern.test(key))?.[0];
  if (competing.some((audience) => audience.kind === like)) return like;
  const collectives = competing.filter((audience) => audience.subject === 'collective');
  return (
    collectives.find((audience) => audience.kind === 'agency')?.kind ??
    (collectives.length === 1 ? collectives[0]?.kind : undefined)
  );
}
