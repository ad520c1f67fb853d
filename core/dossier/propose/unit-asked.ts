/**
 * Shares of the units themselves: "80 % khu phố có mô hình tự quản". One khu phố answers it by yes or no, the commune
 * by how many do.
 */
import { AUDIENCE_KINDS } from '../../movement/movement.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { verbPattern } from '../../plan/verbs.ts';
import { VILLAGE_PATTERN } from '../../text/village-words.ts';

const OFFICE = 'cơ quan|đơn vị|tổ chức';

/** What a plan calls one of each kind. */
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
  .sort((one, other) => other.length - one.length)
  .join('|');
const WHERE = `(?: (?:trên địa bàn|thuộc|trực thuộc|trong|của)(?: toàn)? (?:xã|phường|thị trấn|đặc khu))?`;
const LISTED = new RegExp(
  String.raw`^(?:số |các )?((?:${ANY})(?:(?:,| và|, và| hoặc) (?:các )?(?:${ANY}))*)(?!\p{L})(?: \([^)]*\))?${WHERE} (?=\p{Ll})`,
  'iu',
);
const DOES = new RegExp(String.raw`^(?:${verbPattern('unit')})(?!\p{L})`, 'iu');

/** What each unit of the kind does or has, where the share is of such units; null = it is of something else. */
export function unitAsked(target: PlanTarget, what: string, kind: string): string | null {
  const known = AUDIENCE_KINDS.find((one) => one === kind);
  const listed = known && target.unit === '%' ? LISTED.exec(what) : null;
  if (!listed || !known) return null;
  const named = (listed[1] ?? '').toLowerCase().split(/,? và |, | hoặc /);
  const own = new Set(OWN[known].split('|'));
  if (!named.some((noun) => own.has(noun.replace(/^các /, '')))) return null;
  const deed = what.slice(listed[0].length);
  return DOES.test(deed) ? deed : null;
}
