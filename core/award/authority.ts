/**
 * Who may give a form of award today: the districts are gone, and the commune's chair gives the giấy khen (NĐ
 * 129/2025/NĐ-CP, Điều 59).
 */
import type { Movement } from '../movement/movement.ts';

const NO_DISTRICTS_FROM = '2025-07-01';

/**
 * Vietnamese name of the authority on an ISO day; null = nobody gives it any more, and who takes the place is for the
 * commune to ask.
 */
export function authorityOf(
  { name, level }: Pick<Movement['awards'][number], 'name' | 'level'>,
  day: string,
): string | null {
  switch (level) {
    case 'commune':
      return 'Chủ tịch UBND xã';
    case 'district':
      return day < NO_DISTRICTS_FROM ? 'Chủ tịch UBND huyện' : null;
    case 'province':
      return /của\s+(.+)$/iu.exec(name)?.[1]?.trim() ?? null;
    case 'state':
      return /thủ tướng/iu.test(name) ? 'Thủ tướng Chính phủ' : 'Chủ tịch nước';
  }
}
