/**
 * The audience of the movement that a unit of the register belongs to: as written there, or concluded from the unit's
 * name.
 */

import { bareKey, foldKey, squashKey } from '../base/text/text.ts';
import { NO_VILLAGE_AFTER, VILLAGE_WORDS } from '../base/text/village-words.ts';
import type { Audience } from '../movement/movement.ts';

/** What a unit's name begins with, and what may not follow it there: `khu` is no industrial zone. */
type Opening = readonly [word: string, unless?: readonly string[]];

/** `Tổ 5`, `Đội 12`: with a number they are places where people live. */
const NUMBERED = /^(?:tổ|đội|to|doi) ?(?:số |so )?\d/u;

/** By kind, the narrower first. */
const NAMED_LIKE: readonly (readonly [kind: string, openings: readonly Opening[]])[] = [
  ['school', [['trường'], ['mầm non'], ['mẫu giáo'], ['tiểu học'], ['trung học'], ['thcs'], ['thpt']]],
  ['health-station', [['trạm y tế'], ['trạm xá']]],
  ['police', [['công an'], ['ban công an'], ['đồn công an']]],
  ['party-body', [['đảng ủy'], ['văn phòng đảng'], ['ban xây dựng đảng'], ['ủy ban kiểm tra đảng'], ['chi bộ']]],
  ['enterprise', [['công ty'], ['doanh nghiệp'], ['hợp tác xã'], ['htx'], ['cơ sở sản xuất']]],
  [
    'association',
    [
      ['hội', ['đồng']],
      ['đoàn'],
      ['mặt trận'],
      ['ủy ban mặt trận'],
      ['ubmt'],
      ['ủy ban mttq'],
      ['mttq'],
      ['công đoàn'],
    ],
  ],
  ['household', [['hộ', ['i']], ['gia đình']]],
  ['village', [...VILLAGE_WORDS.map((word): Opening => [word, NO_VILLAGE_AFTER[word] ?? []]), ['tdp'], ['kdc']]],
];

/**
 * `Bản`, `village`, something the plan lists under an audience, a name that is part of an audience's name (`Đoàn thể`
 * of `Mặt trận Tổ quốc và các đoàn thể`) or the usual name of its units (`Trường`) → its kind; undefined when none
 * fits.
 */
export function audienceNamed(text: string, audiences: readonly Audience[]): string | undefined {
  const key = nameKey(text);
  const named = (names: readonly string[]) => names.some((name) => nameKey(name) === key);
  // By its tones: a `ban` is no `bản`.
  const spelt = squashKey(withoutEach(text));
  const called = NAMED_LIKE.find(([, openings]) => openings.some(([word]) => squashKey(word) === spelt))?.[0];
  return (
    audiences.find((audience) => named([audience.kind, audience.name])) ??
    audiences.find((audience) => named(audience.members)) ??
    onlyOne(audiences.filter((audience) => named(audience.name.split(/[,;/]|\svà\s/u)))) ??
    audiences.find((audience) => audience.kind === called)
  )?.kind;
}

/** `các thôn` and `Thôn` are one name. */
function nameKey(text: string): string {
  return bareKey(withoutEach(text));
}

function withoutEach(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/^(?:các|những|mỗi)\s/iu, '');
}

/** Unless two could be meant. */
function onlyOne(found: readonly Audience[]): Audience | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** The audience that the unit's own name shows (`Bản Nà Đắng` → village); undefined when the name does not show it. */
export function audienceOfName(name: string, audiences: readonly Audience[]): string | undefined {
  const competing = audiences.filter((audience) => audience.competes);
  const like = kindLike(name);
  if (competing.some((audience) => audience.kind === like)) return like;
  const collectives = competing.filter((audience) => audience.subject === 'collective');
  return (
    collectives.find((audience) => audience.kind === 'agency')?.kind ??
    (collectives.length === 1 ? collectives[0]?.kind : undefined)
  );
}

/** By the tones where the name has any: `Ban Chỉ huy` is no `Bản`, `Trương Thị Hoa` no `Trường`. */
function kindLike(name: string): string | undefined {
  if (NUMBERED.test(foldKey(name))) return 'village';
  const spelt = squashKey(name) === bareKey(name) ? bareKey : squashKey;
  const key = spelt(name);
  const opens = ([word, unless = []]: Opening): boolean =>
    key.startsWith(spelt(word)) && !unless.some((next) => key.startsWith(spelt(word + next)));
  return NAMED_LIKE.find(([, openings]) => openings.some(opens))?.[0];
}
