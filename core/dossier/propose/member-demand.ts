/** Targets that ask something of every household or person: "mỗi hộ có ít nhất một người biết nộp hồ sơ trực tuyến". */
import type { PlanTarget } from '../../plan/finding.ts';

interface MemberDemand {
  readonly isHousehold: boolean;
  /** `hộ`, `cán bộ, đảng viên`. */
  readonly member: string;
  /** `hộ có ít nhất một người biết nộp hồ sơ trực tuyến`. */
  readonly who: string;
}

const MEMBERS =
  'hộ gia đình|hộ dân|hộ|gia đình|cán bộ|công chức|viên chức|người lao động|đảng viên|đoàn viên|hội viên|giáo viên|học sinh|thành viên|người dân|công dân|cá nhân';
const EACH = new RegExp(
  String.raw`(?<!\p{L})(?:mỗi|từng) ((${MEMBERS})(?:(?:,| và|, và) (?:${MEMBERS}))*)(?!\p{L})(?! (?:kinh doanh|sản xuất))`,
  'iu',
);

/** null = it requires nothing of members, or its figure is a share already. */
export function memberDemand({ text, unit, offset, figureOffset }: PlanTarget): MemberDemand | null {
  const each = unit === '%' ? null : EACH.exec(text);
  if (!each) return null;
  const [, member = '', first = ''] = each;
  const behind = text.slice(each.index + each[0].length).replace(/[\s.;,]+$/u, '');
  // "tặng 02 thùng rác cho mỗi hộ": the households do nothing here.
  if (figureOffset - offset < each.index || !/\p{L}/u.test(behind)) return null;
  return {
    isHousehold: /^(?:hộ|gia đình)/iu.test(first),
    member: member.toLowerCase(),
    who: `${member.toLowerCase()}${behind}`,
  };
}
