/**
 * People on a page: which cells of a table are about a person, by the meaning of their column or of the cell before
 * them, and which texts look like personal data. Pages of figures name nobody; lists of dossiers do, and nothing of
 * those names is stored.
 */

/** Without diacritics, letters and digits alone. */
function keyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** What a column of persons is called: who they are, how they are reached, what numbers they have. */
const OF_PERSON =
  /hoten|hovaten|tennguoi|nguoi(?:nop|yeucau|lamdon|dungdon|khai|ki|ky|nhan|daidien|lienhe|thuchien|xuli|xuly|dung|duoc|su|phutrach|quanly|quanli|tiepnhan|giaiquyet|phoihop|thamdinh|duyet|trinh)|chuhoso|chuho(?!so)|congdan$|canbo|congchuc$|congchuc(?:xuly|xuli|thuly|phutrach)|nhanvien|chuyenvien|khachhang|cccd|cmnd|cancuoc|sodinhdanh|dinhdanhcanhan|mdinhdanh|hochieu|dienthoai|sdt|didong|phone|mobile|email|thudientu|diachi(?!nh)|thuongtru|noio|choo(?:hiennay)?|quequan|ngaysinh|namsinh|gioitinh|masothue|sotaikhoan|fullname|applicant|address$/;
/** Counts of them are figures. */
const COUNT = /^(?:tongso|so(?:luong)?|ti ?le|tyle)(?:nguoi|congdan|canbo|congchuc|khachhang|luot)/;
const OF_UNIT = /donvi|coquan|xa(?:phuong)?|phuong|diaphuong|noitiepnhan|ubnd|tinh|thanhpho|quan|huyen|linhvuc|thutuc/;

/** `header` = words of a column, or of the cell that names another. */
export function isOfPerson(header: string): boolean {
  if (header.length > 80) return false;
  const key = keyOf(header);
  return OF_PERSON.test(key) && !COUNT.test(key);
}

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Quàng|Cà|Tòng|Lường|Giàng|Vàng|Sùng|Thào|Mùa|Hà|Đinh|Trịnh|Đào|Mai|Lương|Tô|Tạ|Chu|Cao|Thái|Đoàn|Trương|Lâm|Kiều|Nông|Triệu|Hứa|Vi|Ma|Bế|Y|Siu|Rơ|Ksor|H’|Thạch|Sơn|Danh|Kim|Châu|Vì|Phùng|Quách|Bàn|Đèo|Lại|Mạc|Nghiêm|Tống|Vương|Hạng|Lù|Lầu|Hờ|Bạc|Cầm|Sầm|Lục|Đàm|Khổng|Lữ|Mông|Tẩn|Phàn|Giáp|Niê|Điểu';
const NAME = new RegExp(`^(?:(?:ông|bà|anh|chị)\\s+)?(?:${SURNAMES})(?:\\s\\p{Lu}\\p{L}*){2,4}$`, 'iu');
const CALLED =
  /((?:^|[\s,:(])(?:ông|bà|anh|chị|công dân|xin chào|chào)[\s,:]+)(?:\p{Lu}[\p{L}’]*)(?:\s\p{Lu}[\p{L}’]*){1,4}/gu;

/** Whoever is called by the office, with a surname behind it: `Người lập: Lường Văn Pánh, ĐT …`. */
const BY_OFFICE = new RegExp(
  `((?<!\\p{L})(?:người|cán bộ|công chức|chuyên viên|nhân viên|lãnh đạo|(?:phó )?chủ tịch|phó|trưởng|thủ trưởng|giám đốc|đầu mối|phụ trách|liên hệ|kế toán|văn thư)(?:\\s(?!xã|phường|tỉnh|huyện|quận|thành phố|ubnd|sở|bản|thôn|đặc khu)\\p{L}+){0,3}?\\s?[:–-]?\\s?)((?:${SURNAMES})(?:\\s\\p{L}+){1,4})(?!\\p{L})`,
  'giu',
);

/** Words up to the first without a capital are the name; two at least, and none of a place. */
function withoutNamed(text: string): string {
  return text.replace(BY_OFFICE, (all, office: string, words: string) => {
    const [name = ''] = /^\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)+/u.exec(words) ?? [];
    return name.split(' ').length < 3 ? all : `${office}…${words.slice(name.length)}`;
  });
}

/**
 * A text that is nothing but a name of a person: a known surname, then two words or more that begin with a capital.
 * Places of two words begin like persons (`Thái Nguyên`).
 */
export function isPersonName(text: string): boolean {
  if (/^\s*[\d(]/.test(text)) return false;
  const words = text.normalize('NFC').trim();
  // Far fewer texts pass the first test than the second.
  return (
    words.split(/\s+/).every((word) => /^\p{Lu}/u.test(word) || /^(?:ông|bà|anh|chị)$/i.test(word)) && NAME.test(words)
  );
}

/**
 * Numbers of citizens and telephones begin with 0 or +84, whatever separates their digits; figures begin with neither.
 * Nine digits in a row are an old identity number, unless they end like a sum of money.
 */
const PERSONAL =
  /(?<![\d.,])(?:\+84|\(\+84\)|0)(?:[\s.\-\u00a0]?\d){8,11}(?!\d|[.,]\d)|(?<![\d.,])\d{12}(?!\d|[.,]\d)|(?<![\d.,])(?!\d{6}000)\d{9}(?!\d|[.,]\d)|[\w.+-]+@[\w-]+\.[\w.-]+/g;

/** Too short for any of them, as most cells of a table are. */
const SHORT_FIGURE = /^[\d\s.,%/()–-]{0,8}$/;

/** The same text with each such number, address of e-mail and name after `ông`, `bà` as `…`. */
export function withoutPersonal(text: string): string {
  if (SHORT_FIGURE.test(text)) return text;
  return withoutNamed(text.normalize('NFC').replace(PERSONAL, '…').replace(CALLED, '$1…'));
}

/** Rows and columns beyond which no table of figures goes. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 200;

export interface PersonCell<T> {
  readonly element: T;
  readonly text: string;
  readonly isHead: boolean;
  /** Columns and rows it covers. */
  readonly wide: number;
  readonly high: number;
}

/** Cells of one table that are about a person, headers and counts not among them. `rows` = its cells, row by row. */
export function personCells<T>(rows: readonly (readonly PersonCell<T>[])[]): ReadonlySet<T> {
  const found = new Set<T>();
  const named = new Map<number, 'person' | 'unit' | 'other'>();
  const free: number[] = [];
  for (const [at, row] of rows.slice(0, MOST_ROWS).entries()) {
    // Two cells without a header are a name and what is named.
    const isHead = row.length > 0 && ((at === 0 && row.length > 2) || row.every((cell) => cell.isHead));
    let column = 0;
    for (const [place, cell] of row.entries()) {
      while ((free[column] ?? 0) > at) column++;
      const { wide, high } = cell;
      for (let own = column; own < Math.min(column + wide, MOST_COLUMNS); own++) {
        if (high > 1) free[own] = at + high;
        if (isHead && cell.text !== '' && named.get(own) !== 'person') {
          named.set(own, isOfPerson(cell.text) ? 'person' : OF_UNIT.test(keyOf(cell.text)) ? 'unit' : 'other');
        }
      }
      const before = place > 0 && row.length <= 4 ? row[place - 1] : undefined;
      const isBeside =
        before !== undefined &&
        !row.every((personCell) => personCell.isHead) &&
        isOfPerson(before.text) &&
        !isOfPerson(cell.text);
      const isOwn =
        !isHead && (named.get(column) === 'person' || (named.get(column) !== 'unit' && isPersonName(cell.text)));
      // Of a person there are words or a number; a count in such a column is none.
      const saysSomething = /\p{L}/u.test(cell.text) || (cell.text.match(/\d/g)?.length ?? 0) > 5;
      if ((isOwn || isBeside) && saysSomething) found.add(cell.element);
      column += wide;
    }
  }
  return found;
}
