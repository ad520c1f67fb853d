/**
 * What the places under a commune are called: thôn and its local names in the country, tổ dân phố and its local names
 * in towns (Thông tư 04/2012/TT-BNV: "gọi chung là thôn", "gọi chung là tổ dân phố"). The longer first, so that
 * `khu phố` is not read as `khu`; NFC, lower case.
 */
export const VILLAGE_WORDS = [
  'khu dân cư',
  'tổ dân phố',
  'tổ nhân dân',
  'khối phố',
  'tiểu khu',
  'khu vực',
  'khu phố',
  'khóm',
  'phum',
  'plei',
  'thôn',
  'buôn',
  'làng',
  'khối',
  'bon',
  'bản',
  'sóc',
  'xóm',
  'khu',
  'ấp',
] as const;

/** The same to be put between the bars of a pattern. */
export const VILLAGE_PATTERN: string = VILLAGE_WORDS.join('|');

/** Titles of village heads, as a list of phrases: `trưởng thôn | trưởng ấp`. */
export const VILLAGE_HEADS: string = VILLAGE_WORDS.map((word) => `trưởng ${word}`).join(' | ');

/**
 * Words that end in a village word but mean something else: `văn bản`, `đặc khu`. Placed before the village words in a
 * pattern.
 */
export const NO_VILLAGE_BEFORE = '(?<!văn |biên |cơ |kịch |phiên |chăm |đặc )';
