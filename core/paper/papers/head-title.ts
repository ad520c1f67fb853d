import { foldKey } from '../../base/text/text.ts';
import { VILLAGE_OPENING } from '../../base/text/village-words.ts';
import { capitals } from '../words.ts';

const VILLAGE = new RegExp(`^(${VILLAGE_OPENING}|tổ) `, 'u');

/** Who signs for a unit: `TRƯỞNG BẢN`, by the word its own name begins with. */
export function headTitle(unit: string, audience: string): string {
  if (audience === 'school') return 'HIỆU TRƯỞNG';
  const village = VILLAGE.exec(foldKey(unit))?.[1];
  if (audience !== 'village' || village === undefined) return 'THỦ TRƯỞNG ĐƠN VỊ';
  return village.startsWith('tổ') ? 'TỔ TRƯỞNG' : `TRƯỞNG ${capitals(village)}`;
}
