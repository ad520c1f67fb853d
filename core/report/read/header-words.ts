/**
 * The words officers put over their columns, and what they mean (facts §2.4 SC-01 … SC-09, §6; RW-09: compared with all spaces
 * removed). Only words: which column finally serves which role is decided in columns.ts.
 */
import { bareKey, squashKey } from '../../grid/text.ts';
import type { ColumnRole } from '../report.ts';

/**
 * Roles a header word can name. Beyond `ColumnRole`: `content` = the second, finer title column; `target-or-title` = "Chỉ tiêu";
 * `figure`/`ratio` = "Số liệu thực hiện" beside "Tỷ lệ đạt được"; `points` = "Điểm", told by the header above it;
 * `group` = a word over several columns; `other` = known and of no use to us; `foreign` = only lists that are no report have it.
 */
export type HeaderRole =
  | ColumnRole
  | 'content'
  | 'target-or-title'
  | 'figure'
  | 'ratio'
  | 'points'
  | 'group'
  | 'other'
  | 'foreign';

export interface HeaderWord {
  readonly role: HeaderRole;
  /** Among columns of one role the higher rank serves: "Điểm cuối" before "Thẩm định lần 1", "Giải trình" before "Ghi chú". */
  readonly rank: number;
  /** Equal to a listed wording, not only alike. */
  readonly exact: boolean;
}

/** Role, rank, wordings parted by `|`. */
const WORDS: readonly (readonly [role: HeaderRole, rank: number, wordings: string])[] = [
  ['index', 2, 'STT|TT|Số TT|Số thứ tự|Thứ tự|S TT|No'],
  ['code', 2, 'Mã|Mã số|Mã tiêu chí|Mã chỉ tiêu|Mã TC|Mã chỉ số|Ký hiệu'],
  [
    'title',
    2,
    'Tiêu chí|Tên tiêu chí|Các tiêu chí|Tiêu chí thi đua|Tiêu chí chấm điểm|Tiêu chí đánh giá|Chỉ số|' +
      'Tên chỉ số|Chỉ số thành phần|Chỉ số/Chỉ số thành phần|Tiêu chí, chỉ tiêu|Tiêu chí/chỉ tiêu|' +
      'Lĩnh vực/Tiêu chí/Tiêu chí thành phần|Tiêu chí/Tiêu chí thành phần|Tiêu chí thành phần|Tên chỉ tiêu|' +
      'Lĩnh vực/Tiêu chí|Lĩnh vực, tiêu chí|Nhóm tiêu chí/Tiêu chí|Danh mục tiêu chí|Chỉ tiêu thi đua',
  ],
  [
    'content',
    2,
    'Nội dung|Nội dung tiêu chí|Nội dung đánh giá|Nội dung thi đua|Nội dung chỉ tiêu|Nội dung chấm điểm|' +
      'Nội dung tiêu chí, chỉ tiêu|Nội dung, tiêu chí|Nội dung/Tiêu chí|Nội dung, tiêu chí thi đua|' +
      'Nội dung công việc|Nội dung thực hiện|Nội dung các tiêu chí|Nhiệm vụ|Tên nhiệm vụ|' +
      'Nội dung tiêu chí thi đua|Nội dung báo cáo',
  ],
  ['target-or-title', 2, 'Chỉ tiêu|Các chỉ tiêu'],
  ['unit', 2, 'Đơn vị tính|ĐVT|Đ/v tính|ĐV tính'],
  ['unit', 1, 'Đơn vị'],
  [
    'target',
    2,
    'Chỉ tiêu chung|Mục tiêu|Chỉ tiêu giao|Chỉ tiêu kế hoạch|Kế hoạch|Kế hoạch giao|Yêu cầu|Mức đạt|' +
      'Chỉ tiêu phấn đấu|Kế hoạch năm|Chỉ tiêu được giao|Mục tiêu, chỉ tiêu|Mục tiêu kế hoạch|Chỉ tiêu cần đạt|' +
      'Mục tiêu cần đạt|Chỉ tiêu năm',
  ],
  ['max', 2, 'Điểm tối đa|Điểm số tối đa|Điểm chuẩn|Thang điểm|Khung điểm|Mức điểm tối đa|Số điểm tối đa|Tối đa'],
  [
    'method',
    2,
    'Phương pháp xác định và cách cho điểm|Cách xác định và tính điểm|Hướng dẫn chấm điểm|Cách tính điểm|' +
      'Hướng dẫn tự đánh giá/thẩm định|Hướng dẫn tự đánh giá|Cách chấm điểm|Cách chấm|Phương pháp tính|' +
      'Cách tính|Phương pháp đánh giá|Quy định chấm điểm|Công thức tính|Công thức|Cách cho điểm|' +
      'Phương pháp tính điểm|Cách xác định|Phương pháp xác định|Hướng dẫn|Phương pháp chấm điểm',
  ],
  ['numerator', 2, 'Tử số|Tử số (a)|a|a (tử số)|Số đạt (a)|Số đạt|Số lượng đạt|Số thực hiện (a)'],
  ['denominator', 2, 'Mẫu số|Mẫu số (b)|b|b (mẫu số)|Tổng số|Tổng số (b)'],
  [
    'value',
    2,
    'Kết quả|Kết quả thực hiện|Kết quả đạt được|Kết quả báo cáo|Kết quả cụ thể|Kết quả thực tế|Thực hiện|' +
      'Số lượng|Giá trị|Kết quả đạt|Đạt/Không đạt|Có/Không|Mức độ đạt|Mức độ thực hiện|Số liệu báo cáo|' +
      'Kết quả a/b|Kết quả thực hiện a/b|Kết quả trong kỳ|Thực hiện trong kỳ|Kết quả đánh giá|Đạt được',
  ],
  ['figure', 2, 'Số liệu thực hiện|Số liệu|Số liệu a/b|a/b|Số liệu cụ thể|Số liệu thực tế'],
  [
    'ratio',
    2,
    'Tỷ lệ|Tỷ lệ đạt được|Tỷ lệ đạt|Tỷ lệ %|Tỷ lệ thực hiện|Tỷ lệ hoàn thành|Tỷ lệ đạt được %|Tỷ lệ a/b|' +
      'Tỷ lệ %, số lượng|Tỷ lệ, số lượng',
  ],
  [
    'self',
    2,
    'Điểm tự chấm|Điểm số tự chấm|Điểm tự đánh giá|Tự chấm|Tự chấm điểm|Điểm đơn vị tự chấm|Đơn vị tự chấm|' +
      'Điểm số tự đánh giá|Đơn vị tự đánh giá|Điểm tự cho|Số điểm tự chấm',
  ],
  ['self', 1, 'Điểm chấm|Tự đánh giá|Điểm đạt được|Điểm đạt|Kết quả tự chấm|Kết quả tự đánh giá'],
  ['appraised', 4, 'Điểm cuối|Điểm cuối cùng|Điểm chính thức|Điểm duyệt|Điểm được duyệt'],
  ['appraised', 3, 'Thẩm định lần 2|Điểm thẩm định lần 2'],
  [
    'appraised',
    2,
    'Điểm thẩm định|Điểm phúc tra|Điểm Hội đồng|Điểm Hội đồng chấm|Hội đồng chấm|Điểm Hội đồng thẩm định|' +
      'Thẩm định|Phúc tra|Hội đồng thẩm định|Hội đồng|Điểm HĐ chấm|Tổ thẩm định|Điểm tổ thẩm định|Điểm xã chấm',
  ],
  ['appraised', 1, 'Thẩm định lần 1|Điểm thẩm định lần 1'],
  [
    'evidence',
    2,
    'Tài liệu kiểm chứng|Tài liệu kiểm chứng cung cấp|Minh chứng|Tài liệu minh chứng|Văn bản chứng minh|' +
      'Văn bản, tài liệu chứng minh|Tài liệu chứng minh|Hồ sơ minh chứng|Văn bản minh chứng|Hồ sơ kiểm chứng|' +
      'Hồ sơ, tài liệu kiểm chứng|Hồ sơ, tài liệu minh chứng|Văn bản kiểm chứng|Tài liệu, minh chứng',
  ],
  ['evidence', 1, 'Căn cứ chấm điểm|Căn cứ|Tài liệu kèm theo|Văn bản kèm theo|Số, ký hiệu văn bản'],
  ['explanation', 2, 'Giải trình|Giải trình kết quả|Giải trình, ghi chú|Giải trình/Ghi chú|Thuyết minh|Diễn giải'],
  ['explanation', 1, 'Ghi chú|Lý do|Nhận xét|Ý kiến|Ghi chú (nếu có)'],
  [
    'baseline',
    2,
    'Số liệu trước phong trào|Trước phong trào|Hiện trạng|Năm trước|Kết quả năm trước|Kỳ trước|Đầu kỳ|' +
      'Kết quả kỳ trước|Trước khi phát động|Thời điểm phát động|Giá trị ban đầu|Số liệu năm trước|Cùng kỳ',
  ],
  ['exempted', 2, 'Loại trừ|Số loại trừ|Miễn trừ|Số khách quan|Số được loại trừ|Loại trừ (lý do khách quan)'],
  ['points', 1, 'Điểm|Điểm số|Số điểm'],
  [
    'group',
    1,
    'Quy chuẩn đánh giá|Đánh giá|Chấm điểm|Kết quả chấm điểm|Kết quả tự đánh giá thực hiện|Báo cáo của đơn vị',
  ],
  [
    'other',
    1,
    'Nguồn thu thập dữ liệu|Nguồn số liệu|Đơn vị phối hợp xác minh số liệu|Chữ ký của công chức phụ trách|' +
      'Chữ ký|Đơn vị phúc tra|Người chỉnh sửa|Thời gian sửa|Người phụ trách|Cán bộ phụ trách|Thời hạn|Xếp loại|' +
      'Đơn vị chủ trì|Đơn vị thực hiện|Thời gian|Ký tên|Công chức phụ trách|Chênh lệch',
  ],
  [
    'foreign',
    2,
    'Cảnh báo|Mã cảnh báo|Loại cảnh báo|Mức độ|Hạng|Xếp hạng|Thứ hạng|Họ và tên|Họ tên|Quan hệ với chủ hộ|Ngày sinh',
  ],
];

/** Wordings with something before or behind ("Điểm tự chấm của đơn vị năm 2025"), on the key without diacritics; first match wins. */
const PATTERNS: readonly (readonly [HeaderRole, number, RegExp])[] = [
  ['baseline', 1, /^(ketqua|solieu|giatri).*(namtruoc|kytruoc|truocphongtrao|truockhi)/],
  ['appraised', 4, /^diem(cuoi|chinhthuc)/],
  ['appraised', 3, /thamdinhlan2/],
  ['appraised', 1, /thamdinhlan1/],
  ['appraised', 2, /^(diem)?(so)?(thamdinh|phuctra|hoidong)/],
  ['method', 1, /^(cach|phuongphap|huongdan)(xacdinh|tinh|cham|cho|tudanhgia|danhgia)/],
  ['self', 1, /^(so)?diem.*(tucham|tudanhgia)/],
  ['max', 1, /^(so)?diem(so)?(toida|chuan)/],
  ['evidence', 1, /^(tailieu|hoso|vanban).*(kiemchung|minhchung|chungminh)|^minhchung/],
  ['explanation', 1, /^giaitrinh|^ghichu/],
  ['numerator', 1, /^tuso/],
  ['denominator', 1, /^mauso/],
  ['figure', 1, /^solieuthuchien/],
  ['ratio', 1, /^tyledatduoc|^tylethuchien/],
  ['value', 1, /^ketqua(thuchien|datduoc|baocao)/],
  ['target', 1, /^(chitieu|muctieu|kehoach)(giao|nam|dennam|phandau|kehoach)/],
];

const MAX_HEADER_TEXT = 160;
const EXACT = new Map<string, HeaderWord>();
const BARE = new Map<string, HeaderWord | null>();
for (const [role, rank, wordings] of WORDS) {
  for (const text of wordings.split('|')) {
    EXACT.set(squashKey(text), { role, rank, exact: true });
    const bare = bareKey(text);
    const known = BARE.get(bare);
    // A wording that means two things without its diacritics says nothing.
    BARE.set(bare, known === undefined || known?.role === role ? { role, rank, exact: false } : null);
  }
}

const TITLE_ROLES: ReadonlySet<HeaderRole> = new Set(['title', 'content', 'target-or-title']);
const LONGEST_TITLE_WORD = 60;

/** True for a word that names the column of criteria, as listed. Cheap: it is asked of every cell of a sheet. */
export function isTitleWord(text: string): boolean {
  if (text.length > LONGEST_TITLE_WORD) return false;
  const word = EXACT.get(squashKey(text));
  return word !== undefined && TITLE_ROLES.has(word.role);
}

export function isTitleRole(role: HeaderRole): boolean {
  return TITLE_ROLES.has(role);
}

/** What a header text means; undefined when it is no header word. "(1)", "(%)" and "(nếu có)" behind a word do not count. */
export function headerWord(text: string): HeaderWord | undefined {
  if (!text || text.length > MAX_HEADER_TEXT) return undefined;
  const exact = EXACT.get(squashKey(text));
  if (exact) return exact;
  const short = text.replace(/[([][^)\]]{0,40}[)\]]/g, ' ').trim();
  const shorter = short && short !== text ? EXACT.get(squashKey(short)) : undefined;
  if (shorter) return shorter;
  const bare = bareKey(text);
  if (bare.length <= 2) return undefined;
  const alike = BARE.get(bare);
  if (alike) return alike;
  for (const [role, rank, pattern] of PATTERNS) {
    if (bare.length <= 60 && pattern.test(bare)) return { role, rank, exact: false };
  }
  return undefined;
}
