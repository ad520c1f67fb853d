/**
 * The nominated candidates, each once: what several units wrote about the same person and achievement is a single line.
 * Out of turn every deed has its own line. Where two rows can be the same person or two people of the same name, the
 * user decides.
 */
import { groupBy } from '../../base/group-by.ts';
import { squashKey } from '../../base/text/text.ts';
import type { Nomination } from './nomination.ts';

export interface PutForward extends Pick<Nomination, 'name' | 'audience' | 'outOfTurn'> {
  /** Achievements as written; '' when none was. */
  readonly achievement: string;
  /** The units that put it forward, as written. */
  readonly by: readonly string[];
  /** What has to be put right in the sheet "Đề cử" before a vote, in Vietnamese; null = nothing. */
  readonly doubt: string | null;
  /** The same person is put forward out of turn for another deed too. */
  readonly hasOtherDeed: boolean;
}

/** In the order they were first named. */
export function putForward(nominations: readonly Nomination[]): readonly PutForward[] {
  const people = groupBy(nominations, ({ outOfTurn, audience, name }) =>
    JSON.stringify([outOfTurn, audience, squashKey(name)]),
  );
  return [...people.values()].flatMap((own) => (own[0]?.outOfTurn ? deedsOf(own) : inRound(own)));
}

function deedsOf(own: readonly Nomination[]): readonly PutForward[] {
  const deeds = [...groupBy(own, ({ achievement }) => squashKey(achievement)).values()];
  const hasOtherDeed = deeds.length > 1;
  return deeds.map((deed) => {
    const isUntold = hasOtherDeed && deed.every(({ achievement }) => squashKey(achievement) === '');
    return { ...joined(deed), doubt: isUntold ? UNTOLD : null, hasOtherDeed };
  });
}

const UNTOLD =
  'được đề cử đột xuất nhiều lần mà lần này chưa ghi thành tích: ghi rõ ở trang “Đề cử” (hoặc xóa dòng) rồi biểu quyết';

function inRound(own: readonly Nomination[]): readonly PutForward[] {
  const units = distinct(own.flatMap(unitsBy));
  const achievements = distinct(own.map(({ achievement }) => achievement));
  const isOneDeed = achievements.length === 1 && own.every(({ achievement }) => squashKey(achievement) !== '');
  const isOneUnit =
    units.length > 0 && own.every((nomination) => distinct(unitsBy(nomination)).length === units.length);
  const doubt =
    own.length === 1 || isOneDeed || isOneUnit
      ? null
      : `tên này được ${units.length < 2 ? 'ghi nhiều dòng' : `${units.length} nơi đề cử`}: nếu là một, ghi chung một dòng ở ` +
        'trang “Đề cử” (các nơi đề cử cách nhau dấu chấm phẩy); nếu trùng tên, ghi thêm nơi ở vào tên';
  return [{ ...joined(own), doubt, hasOtherDeed: false }];
}

function joined(own: readonly Nomination[]): Omit<PutForward, 'doubt' | 'hasOtherDeed'> {
  const [{ name, audience, outOfTurn } = { name: '', audience: '', outOfTurn: false }] = own;
  const achievement = distinct(own.map((nomination) => nomination.achievement)).join('; ');
  return { name, audience, outOfTurn, achievement, by: distinct(own.flatMap(unitsBy)) };
}

/** `Bản A; Hội Nông dân xã` are two. */
function unitsBy({ by }: Pick<Nomination, 'by'>): readonly string[] {
  return by.split(';').map((unit) => unit.trim());
}

/** Each once, as first written; what is empty is none. */
function distinct(texts: readonly string[]): readonly string[] {
  const filled = texts.filter((text) => squashKey(text) !== '');
  return [...groupBy(filled, squashKey).values()].flatMap(([first]) => first ?? []);
}
