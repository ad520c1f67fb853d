/** How a share came to its number of places, or why it did not, in Vietnamese. */

import { formatNumber } from '../../base/quantity/points.ts';
import type { Movement, Quota } from '../../movement/movement.ts';
import { formOf, statesNumber } from './form-of.ts';
import type { Places } from './places.ts';

const BASE_WORDS: Readonly<Record<NonNullable<Quota['base']>, string>> = {
  participants: 'tham gia, có báo cáo được chấm điểm',
  registered: 'đăng ký thi đua',
  eligible: 'đủ tiêu chuẩn',
  listed: 'trong danh sách',
};
const SUBJECT_WORDS: Readonly<Record<Quota['kind'], string>> = {
  collective: 'tập thể',
  individual: 'cá nhân',
  household: 'hộ gia đình',
  combined: 'tập thể, cá nhân',
  outside: 'tập thể, cá nhân ngoài xã',
};

/** `20 % của 24 tập thể đăng ký thi đua, không làm tròn lên`; '' where the plan states no share. */
export function shareWords({ max, percent, base, kind }: Quota, places: Places): string {
  if (percent === null) return '';
  const share = `${formatNumber(percent)} %`;
  if (base === null) return `kế hoạch ghi ${share} nhưng không nói của số nào: Hội đồng xác định số lượng`;
  const whose = `${SUBJECT_WORDS[kind]} ${BASE_WORDS[base]}`;
  if (places.max === null) return `kế hoạch ghi ${share} số ${whose}, chưa biết số này: Hội đồng xác định số lượng`;
  const rounded = places.max === 0 ? 'chưa đủ một' : 'không làm tròn lên';
  return `${max === null ? '' : `tối đa ${max} và `}${share} của ${places.count} ${whose}, ${rounded}`;
}

/** `chỉ tiêu 4: 20 % của 24 tập thể …`, `chỉ tiêu 3`; why no number is known; '' where the plan states none. */
export function limitWords(quota: Quota, places: Places): string {
  const share = shareWords(quota, places);
  if (places.max === null) return share;
  return `chỉ tiêu ${places.max}${share === '' ? '' : `: ${share}`}${takenWords(places)}`;
}

/** Of a list of ours: for whom the plan numbers no award of the form, though it does for others; '' = no such list. */
export function besideWords(quota: Quota, movement: Movement): string {
  const { name } = formOf(quota, movement);
  const rivals = movement.quotas.filter(
    (other) => other.round === quota.round && formOf(other, movement).name === name,
  );
  if (!rivals.some(statesNumber) || movement.quotas.some(({ code }) => code === quota.code)) return '';
  return `kế hoạch không nêu số lượng cho ${SUBJECT_WORDS[quota.kind]}${quota.audiences ? ' khác' : ''}`;
}

/** `, đã khen 2`; '' while none is. */
export function takenWords({ taken }: Places): string {
  return taken === 0 ? '' : `, đã khen ${taken}`;
}
