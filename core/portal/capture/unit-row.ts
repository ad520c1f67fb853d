/**
 * Which rows of a list are units. Lists also hold rows of targets, means, the same time last year, differences: they are
 * drawn like units and carry figures. A unit's name says what kind of office it is, or holds a name of its own; in a
 * list whose rows are mostly named so, any other row is nobody's.
 */

/** What kind of office a name begins with. */
const OFFICE =
  /^(?:ubnd|hđnd|[uủ][yỷ] ban|sở|ban(?! hành)|bộ|cục|chi cục|chi nhánh|thanh tra|công an|văn phòng|trung tâm|phòng|xã|phường|đặc khu|thị trấn|thị xã|tỉnh|thành phố|tp|huyện|quận)(?!\p{L})/iu;
/** `Xã Ta Ma và xã An Minh`, `Xã Ta Ma cùng 2 phường`, `UBND xã Ta Ma, UBND xã An Minh` */
const SEVERAL =
  /\p{L}\s(?:và|cùng|\+|&)\s(?:(?:ubnd\s)?(?:xã|phường|đặc khu|thị trấn|sở)\s\p{Lu}|(?:các|\d+)\s(?:xã|phường|đơn vị|thôn|bản|cơ sở)(?!\p{L}))|(?:^|\s)(xã|phường)\s\p{Lu}[^,;]*[,;]\s?(?:UBND\s)?\1\s\p{Lu}/u;

/** `UBND xã Ta Ma / Mường Khong`; several units as one row of the list. */
const GROUPED = /\p{L}\s?\/\s?\p{Lu}|^(?:cụm|khối|khu vực|vùng|nhóm|liên xã)(?!\p{L})/u;

/** Names of the rows of a list → those that name no unit; empty where the list is not known to be of units. */
export function notUnits(names: readonly string[]): ReadonlySet<string> {
  const own = [...new Set(names)].filter((name) => name !== '');
  const [offices, proper] = [isOffice, isProper].map((test) => own.filter(test).length);
  const areUnits = 2 * (offices ?? 0) >= own.length || 2 * (proper ?? 0) > own.length;
  return new Set(
    areUnits ? own.filter((name) => !(isOffice(name) || hasName(name)) || SEVERAL.test(name) || isGrouped(name)) : [],
  );
}

function isGrouped(name: string): boolean {
  const text = folded(name);
  return GROUPED.test(text.charAt(0).toLocaleLowerCase('vi') + text.slice(1));
}

function isOffice(name: string): boolean {
  return OFFICE.test(folded(name));
}

/** `Ta Ma`, `Tân Phú 2` */
function isProper(name: string): boolean {
  return hasName(name) && wordsOf(name).every((word) => /^[\p{Lu}\d(]/u.test(word));
}

/** A capital within it: `Điện lực Mường La`; never `Mục tiêu`, `CÙNG KỲ`. */
function hasName(name: string): boolean {
  const [, ...rest] = wordsOf(name);
  return /\p{Ll}/u.test(name) && rest.some((word) => /^\p{Lu}/u.test(word));
}

function wordsOf(name: string): readonly string[] {
  return folded(name).split(/[\s-]+/);
}

function folded(name: string): string {
  return name.normalize('NFC').trim();
}
