/**
 * Shares of the units themselves: "80 % khu phố có mô hình tự quản". One khu phố answers it by yes or no, the commune
 * by how many do.
 */

import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import { AUDIENCE_KINDS } from '../../movement/movement.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { verbPattern } from '../../plan/lexicon/verbs.ts';

const OFFICE = 'cơ quan|đơn vị|tổ chức';

/** How a plan names a unit of each kind. */
const OWN: Readonly<Record<(typeof AUDIENCE_KINDS)[number], string>> = {
  agency: `${OFFICE}|phòng|ban|ngành|bộ phận`,
  'party-body': `${OFFICE}|chi bộ|đảng bộ`,
  association: `${OFFICE}|đoàn thể|hội đoàn thể|tổ chức chính trị - xã hội`,
  school: `${OFFICE}|trường học|nhà trường|trường|cơ sở giáo dục`,
  'health-station': `${OFFICE}|trạm y tế|cơ sở y tế`,
  police: OFFICE,
  village: VILLAGE_PATTERN,
  enterprise: 'doanh nghiệp|hợp tác xã|hộ kinh doanh|cơ sở kinh doanh|cơ sở sản xuất',
  household: 'hộ gia đình|hộ',
  individual: 'người|cá nhân',
  'outside-collective': OFFICE,
  'outside-individual': 'cá nhân',
};
const ANY = [...new Set(Object.values(OWN).flatMap((words) => words.split('|')))]
  .sort((text, other) => other.length - text.length)
  .join('|');
const WHERE = `(?: (?:trên địa bàn|thuộc|trực thuộc|trong|của)(?: toàn)? (?:xã|phường|thị trấn|đặc khu))?`;
const LISTED = new RegExp(
  // Looked at ahead and then taken, so that `khu phố` never falls back to `khu`.
  String.raw`^(?:số |các )?(?=((?:${ANY})(?!\p{L})(?:(?:,| và|, và| hoặc) (?:các )?(?:${ANY})(?!\p{L}))*))\1(?: \([^)]*\))?${WHERE} (?=\p{Ll})`,
  'iu',
);
const DOES = new RegExp(String.raw`^(?:${verbPattern('unit')})(?!\p{L})`, 'iu');

/** Nouns of one syllable that begin another word: `trường hợp`, `phòng họp`, `bản đồ`, `làng nghề`, `tổ chức thực hiện`. */
const OTHER_WORD =
  /^(?:trường (?:hợp|lớp)|phòng (?:họp|học|làm việc|chức năng|máy)|ban (?:hành|công)|ngành nghề|khu (?:nhà|đất|công nghiệp|vui chơi)|bản (?:sao|đồ|tin|ghi|án|in|mềm|giấy|vẽ|kê|chụp|gốc|thảo|cam kết|quyền|khai)|làng nghề|khối lượng|tổ chức thực hiện|đơn vị (?:học tập|tính|sản phẩm))(?!\p{L})/iu;
const BEHIND_FIGURE = /^[\d.,]+\s?(?:%|phần trăm)\s+(?:trở lên\s+)?(?:số |các |tổng số )?(\p{L}.*)$/su;

/**
 * What each unit of the kind does or has, where the share is of such units; null = the share is of something else. A
 * noun of units right behind the figure is proof, whatever follows ("100% làng đưa …"): then all its words are the
 * question; elsewhere a verb must follow.
 */
export function unitDeed(target: PlanTarget, what: string, kind: string): string | null {
  const known = AUDIENCE_KINDS.find((audienceKind) => audienceKind === kind);
  const units = known && target.unit === '%' ? unitsAt(what) : null;
  if (!units || !known || !units.nouns.some((noun) => isOwn(noun, known))) return null;
  if (DOES.test(units.deed)) return units.deed;
  return behindFigure(target).toLowerCase().startsWith(what.toLowerCase()) ? `${units.words} ${units.deed}` : null;
}

/** The plan names such units right behind its figure, with a word of theirs alone: "100% phòng …". */
export function isShareOf(target: PlanTarget, kind: (typeof AUDIENCE_KINDS)[number]): boolean {
  const units = target.unit === '%' ? unitsAt(behindFigure(target)) : null;
  return units?.nouns.some((noun) => isOwn(noun, kind) && !OFFICE_NOUNS.has(noun)) === true;
}

function unitsAt(text: string) {
  const listed = OTHER_WORD.test(text) ? null : LISTED.exec(text);
  const words = listed?.[1];
  if (!listed || words === undefined) return null;
  const nouns = words
    .toLowerCase()
    .split(/,? và |, | hoặc /)
    .map((noun) => noun.replace(/^các /, ''));
  return { words, nouns, deed: text.slice(listed[0].length) };
}

const OFFICE_NOUNS = new Set(OFFICE.split('|'));

function isOwn(noun: string, kind: (typeof AUDIENCE_KINDS)[number]): boolean {
  return OWN[kind].split('|').includes(noun);
}

/** '' = the figure is no share with words behind it. */
function behindFigure({ text, offset, figureOffset }: PlanTarget): string {
  return BEHIND_FIGURE.exec(text.slice(Math.max(0, figureOffset - offset)))?.[1] ?? '';
}
