/** Decides whether each unit has to reach a target of the plan, or only the commune as a whole. */

import { VILLAGE_PATTERN } from '../../base/text/village-words.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import { addressedBy } from '../../plan/identity/audiences.ts';
import { memberDemand } from './member-demand.ts';

/**
 * Whether figures of units can be added up to the commune's: a share over people, households, files can; an index, a
 * rank, a growth or a count of the whole commune cannot. A count can be reported by each unit where the plan says
 * "mỗi", where it must be nought, and for acts under a heading that addresses the units.
 */
export function addsUp(target: PlanTarget): boolean {
  if (target.perSector || target.comparator === 'rank<=' || target.relativeTo !== null) return false;
  const words = `${target.subject} ${target.text}`.toLowerCase();
  if (target.unit === '%') return !OF_THE_WHOLE.test(words);
  if (target.value === 0) return true;
  return PER_UNIT.test(words) || memberDemand(target) !== null || isAddressed(target);
}

const OF_THE_WHOLE =
  /tỷ trọng|tỉ trọng|grdp|gdp|bình quân (?:đầu người|chung|toàn)|năng suất|chỉ số|tăng trưởng|tốc độ tăng|giá trị (?:sản xuất|gia tăng|thương mại)|thu nhập|doanh thu toàn|thu ngân sách|dự toán|giải ngân|che phủ rừng|tỷ lệ hộ nghèo/u;

/** `mỗi thôn có ít nhất 02 mô hình`: every unit has its own count. */
const PER_UNIT = new RegExp(
  String.raw`(?<!\p{L})(?:mỗi|từng) (?:cơ quan|đơn vị|${VILLAGE_PATTERN}|tổ|trường|chi hội|chi đoàn|chi bộ|đoàn thể|tổ chức|doanh nghiệp|hợp tác xã|địa phương)`,
  'u',
);

/**
 * "3. Đối với các thôn: mỗi quý tổ chức 02 buổi …": an act is required of each of them; a thing may belong to all of
 * them together.
 */
function isAddressed({ under, unit }: PlanTarget): boolean {
  return ACTS.test(unit) && addressedBy(under).length > 0;
}
const ACTS = /^(?:buổi|lần|đợt|cuộc|kỳ|phiên|hội nghị|tin|bài)(?!\p{L})/u;
