/**
 * Provinces named in an answer of the 2026 portal beside their ids: of the 34 ids few are known, the others are learned
 * as their pages are seen.
 */
import { plainProvince } from '../../../../base/place/plain-province.ts';
import { answerIn, rowsOf } from './answer.ts';
import { portalRequestOf } from './period.ts';
import type { Province } from './provinces.ts';

/** `UBND tỉnh An Giang`, `UBND Thành phố Đồng Nai`: the office of a province, not of a unit in a province. */
const OFFICE = /^(?:UBND|(?:Uỷ|Ủy) ban nhân dân)\s/iu;
const NAME = /^\p{L}[\p{L} .-]{1,40}$/u;

/**
 * The requested province, by its own row; from the list of provinces, all of them. `request` is the request's body,
 * `answer` the text heard.
 */
export function provincesHeard(request: string, answer: string): readonly Province[] {
  const wanted = portalRequestOf(request);
  const parsed = answerIn(answer);
  if (!wanted || !parsed) return [];
  const { overview, parent } = parsed.data;
  const rows =
    wanted.province === null
      ? (rowsOf(parsed)?.rows ?? [])
      : [overview, parent].flatMap((row) => (row ? [{ ...row, departmentId: wanted.province }] : [])).slice(0, 1);
  return rows.flatMap(({ departmentId, departmentName }) => {
    const office = departmentName.normalize('NFC').trim();
    const name = plainProvince(office);
    // Of a unit in a province nothing is taken off: it keeps its office.
    return departmentId && OFFICE.test(office) && name !== office && NAME.test(name)
      ? [{ id: departmentId, name }]
      : [];
  });
}
