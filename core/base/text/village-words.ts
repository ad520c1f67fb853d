import { foldKey } from './text.ts';

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

/**
 * What must not follow a village word at the beginning of a unit's name, because the two begin another name: `Khu công
 * nghiệp`, `Khối thi đua`. `Bản` typed without its tone is a `ban`.
 */
export const NO_VILLAGE_AFTER: Readonly<Partial<Record<(typeof VILLAGE_WORDS)[number], readonly string[]>>> = {
  bản: ['chỉ huy', 'chqs', 'quản lý', 'chỉ đạo', 'công tác', 'giám sát', 'thanh tra', 'tổ chức', 'tuyên', 'dân vận'],
  khu: ['công nghiệp', 'di tích', 'du lịch', 'bảo tồn', 'vui chơi', 'kinh tế', 'quản lý'],
  khối: ['cơ quan', 'đảng', 'đoàn', 'dân vận', 'trường', 'mặt trận', 'doanh nghiệp', 'thi đua', 'nội chính'],
};

/** The beginning of a place's name, to be put between the bars of a pattern that runs on folded text. */
export const VILLAGE_OPENING: string = VILLAGE_WORDS.map((word) => {
  const others = NO_VILLAGE_AFTER[word] ?? [];
  return foldKey(word) + (others.length === 0 ? '' : `(?! (?:${others.map(foldKey).join('|')}))`);
}).join('|');
