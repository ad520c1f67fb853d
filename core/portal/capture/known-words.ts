/**
 * What a heading over a table says beyond the words that headings of these reports are made of. `KẾT QUẢ GIẢI QUYẾT HỒ SƠ
 * TRỰC TUYẾN`, `KẾ HOẠCH GIAO`, `Tăng, giảm so với tháng trước`: a word nobody knows may narrow or move the figures, so it
 * is asked about. The words that are known name the kind of report, the work, the office, the time.
 */
import { bareKey } from '../../base/text/text.ts';
import { isHidden, type PageElement, parentsOf, seenDescendants, seenWithTag, tagOf, textOf } from './page.ts';
import { namesAround, namesOf, pathEnds } from './page-names.ts';
import { qualifiersIn } from './qualified-words.ts';
import type { Question } from './reader.ts';
import { isTable } from './table.ts';
import { headingKey } from './taught-reader/outline.ts';

/** Longest first, because `dịch vụ công trực tuyến` is known and `trực tuyến` alone is not. */
const KNOWN: readonly string[] = [
  ...['trên', 'trung ương', 'tên', 'khác'],
  ...['cộng hòa xã hội chủ nghĩa việt nam', 'cộng hoà xã hội chủ nghĩa việt nam', 'độc lập', 'tự do', 'hạnh phúc'],
  ...['vpcp', 'kstt', 'ttcp', 'ban hành', 'kèm', 'thông tư', 'quyết định', 'nghị định', 'văn phòng', 'chính phủ'],
  ...['nơi nhận', 'nhận', 'gửi', 'trực tiếp giải quyết', 'thẩm quyền', 'phạm vi', 'trực thuộc', 'chuyên môn', 'sheet'],
  ...['danh sách hồ sơ', 'đếm', 'qđ', 'ttg'],
  ...[
    'báo cáo',
    'bảng',
    'biểu',
    'mẫu',
    'phụ lục',
    'tổng hợp',
    'thống kê',
    'tình hình',
    'kết quả',
    'số liệu',
    'dữ liệu',
  ],
  ...[
    'thông tin',
    'chi tiết',
    'danh sách',
    'theo dõi',
    'theo',
    'của',
    'tại',
    'trên địa bàn',
    'các',
    'và',
    'về',
    'cho',
    'do',
  ],
  ...['tiếp nhận', 'giải quyết', 'xử lý', 'trả kết quả', 'thực hiện', 'thủ tục hành chính', 'thủ tục', 'tthc', 'hồ sơ'],
  ...[
    'công việc',
    'lĩnh vực',
    'đơn vị',
    'cơ quan',
    'cấp',
    'địa phương',
    'xã',
    'phường',
    'tỉnh',
    'thành phố',
    'đặc khu',
  ],
  ...['sở', 'ban', 'ngành', 'huyện', 'quận', 'số lượng', 'tổng số', 'tổng', 'tỷ lệ', 'tỉ lệ', 'mức độ', 'toàn bộ'],
  ...['ủy ban nhân dân', 'uỷ ban nhân dân', 'ubnd', 'hđnd', 'hội đồng nhân dân', 'trung tâm phục vụ hành chính công'],
  ...[
    'bộ phận tiếp nhận',
    'bộ phận một cửa',
    'một cửa điện tử',
    'một cửa',
    'liên thông',
    'hệ thống thông tin',
    'hệ thống',
  ],
  ...[
    'cổng dịch vụ công quốc gia',
    'cổng dịch vụ công',
    'dịch vụ công trực tuyến',
    'dịch vụ công',
    'dịch vụ trực tuyến',
  ],
  ...[
    'cổng thông tin điện tử',
    'cổng',
    'trang chủ',
    'trang',
    'quản lý',
    'quản trị',
    'tra cứu',
    'đánh giá',
    'chất lượng',
  ],
  ...[
    'bộ chỉ số',
    'chỉ số',
    'bộ tiêu chí',
    'tiêu chí',
    'điểm',
    'xếp hạng',
    'phục vụ',
    'người dân',
    'doanh nghiệp',
    'tổ chức',
  ],
  ...['chỉ đạo', 'điều hành', 'công khai', 'minh bạch', 'tiến độ', 'cung cấp', 'thanh toán trực tuyến', 'thanh toán'],
  ...[
    'số hóa',
    'số hoá',
    'mức độ hài lòng',
    'hài lòng',
    'chuyển đổi số',
    'phong trào',
    'thi đua',
    'nhóm',
    'hành chính công',
  ],
  ...['kỳ', 'tháng', 'quý', 'năm', 'tuần', 'ngày', 'từ', 'đến', 'hết', 'đầu', 'cuối', 'giai đoạn', 'lũy kế', 'luỹ kế'],
  ...[
    'thời gian',
    'thời điểm',
    'tính',
    'i',
    'ii',
    'iii',
    'iv',
    'stt',
    'số',
    'phần',
    'mục',
    'chương',
    'nghiệp vụ',
    'menu',
  ],
].toSorted((a, b) => b.length - a.length);
/** Who signs, and what every report ends with. */
export const SIGNING: readonly string[] =
  'người lập|người ký|ký|tm|kt|tl|tuq|ghi rõ|họ tên|họ và tên|đóng dấu|chủ tịch|phó|thủ trưởng|phê duyệt|ghi chú'.split(
    '|',
  );
const KNOWN_PHRASE = phrasesOf(KNOWN);
/** As old systems print them, without diacritics. */
const BARE_PHRASE = phrasesOf(KNOWN.map(withoutMarks));

function phrasesOf(phrases: readonly string[]): RegExp {
  const any = phrases.map((phrase) => phrase.replaceAll(' ', String.raw`\s`)).join('|');
  return new RegExp(String.raw`(?<!\p{L})(?:${any})(?!\p{L})`, 'giu');
}

interface Phrases {
  readonly marked: RegExp;
  /** Of a text without any diacritics. */
  readonly bare: RegExp;
}

const PHRASES = new WeakMap<readonly string[], Phrases>();

function phrasesIn(phrases: readonly string[]): Phrases {
  const known = PHRASES.get(phrases);
  if (known) return known;
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const made =
    phrases.length === 0
      ? { marked: /(?!)/, bare: /(?!)/ }
      : { marked: phrasesOf(longestFirst), bare: phrasesOf(longestFirst.map(withoutMarks)) };
  PHRASES.set(phrases, made);
  return made;
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd');
}
/** A place with its name: one to four words behind what it is. */
const PLACE =
  /(?<!\p{L})(?:(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s)?(?:xã|phường|đặc khu|tỉnh|thành phố|tp\.?|huyện|quận|sở|chi cục|cục|ban quản lý)\s(?:\p{Lu}[\p{L}’]*[\s,–-]*){1,5}/gu;

const NONE: readonly string[] = [];

/** The words of a text that no heading of these reports is made of; '' when all are known. */
export function unknownWords(text: string, more: readonly string[] = NONE): string {
  const whole = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^(?:Xã|Phường|Đặc khu|Tỉnh|Thành phố|Huyện|Sở)(?=\s\p{Lu}\p{Ll})/u, (kind) => kind.toLowerCase());
  const isLoud = whole === whole.toLocaleUpperCase('vi');
  // In capitals a name does not stand out: what follows a place up to the next known word is its name.
  const plain = isLoud ? withoutLoudPlaces(whole.toLocaleLowerCase('vi')) : whole.replace(PLACE, ' · ');
  const isMarked = /[^\x20-\x7f]/.test(whole);
  const { marked, bare } = phrasesIn(more);
  const own = plain.toLocaleLowerCase('vi').replace(isMarked ? marked : bare, ' · ');
  const words = own
    .replace(isMarked ? KNOWN_PHRASE : BARE_PHRASE, ' ')
    .replace(/[^\p{L}\s]+|\d+/gu, ' ')
    .split(/\s+/);
  return [...words.filter((word) => word.length > 1), ...qualifiersIn(own)].join(' ');
}

function withoutLoudPlaces(text: string): string {
  const known = new RegExp(KNOWN_PHRASE.source, 'iu');
  return text.replace(
    /(?<!\p{L})(?:xã(?!\shội)|phường|đặc khu|tỉnh|thành phố|huyện|quận|sở)\s(?:\p{L}+\s?){1,4}/giu,
    (place) => {
      const [kind = '', ...words] = place.trim().split(' ');
      const end = words.findIndex((word, at) => known.test(word) || known.test(words.slice(at, at + 2).join(' ')));
      return ` ${kind} ${end < 0 ? '' : words.slice(end).join(' ')} `;
    },
  );
}

/** Phrases of headings, recognised when written without spaces. */
const RUN_TOGETHER = new RegExp(
  KNOWN.map(bareKey)
    .filter((phrase) => phrase.length > 3)
    .join('|'),
  'g',
);

/** `baocaotonghop`, without diacritics: words of headings run together, and nothing else. */
export function isOfHeadings(word: string): boolean {
  return bareKey(word).replace(RUN_TOGETHER, '') === '';
}

/** Asks about lines across a table, whose rows are of what they say: `Hồ sơ trực tuyến`, `Kế hoạch giao`. */
export function unknownSections(sections: readonly string[]): readonly Question[] {
  return [...new Set(sections)].flatMap((section): Question[] => {
    if (unknownWords(section) === '') return [];
    const shown = section.slice(0, 140);
    return [
      {
        key: `muc:${bareKey(section).slice(0, 100)}`,
        about: `Bảng có mục “${shown}”. Số này là của cả xã?`,
        ...{ shown, isKept: true },
      },
    ];
  });
}

/** Asks about the headings above the tables and the end of the path to the page; `claimed` = headings a reader knows. */
export function headingQuestions(
  page: PageElement,
  claimed: readonly string[],
  names: readonly string[],
): readonly Question[] {
  const known = new Set(claimed.map(headingKey));
  const texts = [...new Set([...headingsOver(page), ...pathEnds(page), ...titleParts(page)])].filter((text) => {
    const key = bareKey(text);
    return (
      !known.has(headingKey(text)) &&
      !names.some((shown) => key.includes(bareKey(shown)) || bareKey(shown).includes(key))
    );
  });
  return texts.flatMap((text): Question[] => {
    if (unknownWords(text) === '') return [];
    const shown = text.slice(0, 140);
    return [
      {
        key: `tieu-de:${headingKey(text).slice(0, 100)}`,
        about: `Trang có tiêu đề “${shown}”. Số này là kết quả của cả xã?`,
        ...{ shown, isKept: true },
      },
    ];
  });
}

interface Heading {
  readonly element: PageElement;
  readonly level: number;
  readonly text: string;
  /** Headings right behind each other are one. */
  readonly group: number;
}

/** For every table of figures the headings it stands under. */
function headingsOver(page: PageElement): readonly string[] {
  const found: string[] = [];
  const parents = parentsOf(page);
  let stack: Heading[] = [];
  let group = 0;
  let isBehindHeading = false;
  const steps = seenDescendants(page, (element) => isHeading(element) || isTable(element) || isOfWords(element));
  for (const element of steps) {
    if (isHeading(element)) {
      if (!isBehindHeading) group++;
      const level = Number(/^h([1-6])$/.exec(tagOf(element))?.[1] ?? element.getAttribute('aria-level') ?? 6);
      const text = textOf(element);
      stack = stack.filter((heading) => heading.level < level || heading.group === group);
      if (text !== '' && text.length <= 300) stack.push({ element, level, text, group });
      isBehindHeading = true;
    } else if (isTable(element)) {
      found.push(...stack.filter((heading) => isOver(heading.element, element, parents)).map(({ text }) => text));
      found.push(...namesOf(element, page), ...namesAround(element, page, parents));
      isBehindHeading = false;
    } else isBehindHeading = false;
  }
  return found;
}

/** `Hồ sơ trực tuyến – Cổng Dịch vụ công`: what the title says of figures; the site's own name says nothing of them. */
function titleParts(page: PageElement): readonly string[] {
  const titles = seenWithTag(page, 'title').map(textOf);
  const parts = titles.flatMap((title) => title.split(/\s[-–—|·»]\s/));
  return parts.filter((part) => /hồ sơ|thủ tục|lĩnh vực|kết quả|số liệu/iu.test(part));
}

/** Not where its own block goes on without the table: a card of news, a list of links. */
function isOver(heading: PageElement, table: PageElement, parents: ReadonlyMap<PageElement, PageElement>): boolean {
  let at = heading;
  for (let parent = parents.get(at); parent !== undefined; parent = parents.get(at)) {
    const children = Array.from(parent.children);
    const behind = children.slice(children.indexOf(at) + 1);
    if (behind.some((element) => !isHeading(element) && (element.textContent ?? '').trim() !== '')) {
      return behind.some((element) => isIn(table, element, parents));
    }
    at = parent;
  }
  return false;
}

function isIn(element: PageElement, whole: PageElement, parents: ReadonlyMap<PageElement, PageElement>): boolean {
  let at: PageElement | undefined = element;
  while (at !== undefined && at !== whole) at = parents.get(at);
  return at === whole;
}

function isHeading(element: PageElement): boolean {
  const isNamed = /^h[1-6]$/.test(tagOf(element)) || element.getAttribute('role') === 'heading';
  if (!isNamed || isHidden(element)) return false;
  return !Array.from(element.children).some((child) => child.getAttribute('aria-expanded') === 'false');
}

function isOfWords(element: PageElement): boolean {
  return element.children.length === 0 && /^(?:p|li|a|span|div|td)$/.test(tagOf(element)) && textOf(element) !== '';
}
