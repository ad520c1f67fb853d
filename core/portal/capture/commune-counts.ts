/** How many communes a province has: only a list of all of them has places. */
import { plainProvince } from '../../base/place/plain-province.ts';
import { PROVINCES_TODAY } from '../../base/place/provinces-today.ts';
import { foldKey } from '../../base/text/text.ts';

const BY_NAME = new Map(PROVINCES_TODAY.map(([province, communes]) => [foldKey(province), communes]));

/** Of a province as a portal names it (`UBND tỉnh An Giang`, `Thành phố Huế`); undefined for a name that is none. */
export function communesOf(province: string): number | undefined {
  return BY_NAME.get(foldKey(plainProvince(province)));
}
