/**
 * How many places a quota has: the number the plan states, or a share of a number that the register and the points
 * tell. A share is never rounded up; where it cannot be told of whom, or how many they are, the council says.
 */
import type { Movement, Quota } from '../movement/movement.ts';
import { formatNumber } from '../quantity/points.ts';
import type { Register } from '../report/register.ts';
import type { RankedUnit } from '../score/score-sheet.ts';
import { isFor } from './quotas.ts';

export interface Places {
  /** null = no number is known. */
  readonly max: number | null;
  /** How a share came to its number, or why it did not; '' where the plan states no share. */
  readonly why: string;
}

type Base = NonNullable<Quota['base']>;
/** Counted for one quota; null = nobody of its kind is known here, which is not the same as none. */
type Bases = Readonly<Record<Base, number | null>>;

const BASE_WORDS: Readonly<Record<Base, string>> = {
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

interface Counted {
  readonly movement: Movement;
  readonly register: Register | null;
  readonly rankings: readonly Pick<RankedUnit, 'audience'>[];
}

/** `eligible` = how many meet the plan's standards for sure; what is still open does not count. */
export function basesOf(quota: Quota, { movement, register, rankings }: Counted, eligible: number): Bases {
  const own = new Set(movement.audiences.filter((one) => isFor(quota, one)).map(({ kind }) => kind));
  const entries = (register ?? []).filter(({ audience }) => own.has(audience));
  const ranked = rankings.filter(({ audience }) => own.has(audience)).length;
  const ofRegister = (count: number) => (entries.length === 0 ? null : count);
  const ofReports = (count: number) => (ranked === 0 ? null : count);
  return {
    participants: ofReports(ranked),
    registered: ofRegister(entries.filter(({ registered }) => registered).length),
    eligible: ofReports(eligible),
    listed: ofRegister(entries.length),
  };
}

/** Of a number and a share both hold: the lesser is the most. */
export function placesOf(quota: Quota, bases: Bases): Places {
  const { max, percent, base, kind } = quota;
  if (percent === null) return { max, why: '' };
  const share = `${formatNumber(percent)} %`;
  if (base === null)
    return { max: null, why: `kế hoạch ghi ${share} nhưng không nói của số nào: Hội đồng xác định số lượng` };
  const whose = `${SUBJECT_WORDS[kind]} ${BASE_WORDS[base]}`;
  const count = bases[base];
  if (count === null)
    return { max: null, why: `kế hoạch ghi ${share} số ${whose}, chưa biết số này: Hội đồng xác định số lượng` };
  const places = shareOf(percent, count);
  const rounded = places === 0 ? 'chưa đủ một' : 'không làm tròn lên';
  const most = max === null ? '' : `tối đa ${max} và `;
  return { max: Math.min(places, max ?? places), why: `${most}${share} của ${count} ${whose}, ${rounded}` };
}

/** Whole places in a percent of a count: never rounded up. A third decimal of the percent does not count. */
function shareOf(percent: number, count: number): number {
  return Math.floor((count * Math.floor(percent * 100 + 1e-6)) / 10_000);
}
