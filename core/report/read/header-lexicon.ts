/**
 * The words of headers. A header is never looked up as a whole: it is cut into these words, and its first significant
 * word, modified by those behind it, decides its meaning (header-words.ts). Words are compared without diacritics and
 * spaces, so that headers run together (`Điểmtốiđa`) are cut too.
 */
import { bareKey, foldKey } from '../../base/text/text.ts';

/** The concept of a word in a header. `filler` = adds no meaning. */
export type Concept =
  | 'index'
  | 'code'
  | 'criterion'
  | 'content'
  | 'quota'
  | 'measure-unit'
  | 'unit'
  | 'plan'
  | 'points'
  | 'max'
  | 'self'
  | 'appraised'
  | 'verified'
  | 'score'
  | 'final'
  | 'second-round'
  | 'first-round'
  | 'method'
  | 'result'
  | 'done'
  | 'not-done'
  | 'count'
  | 'figure'
  | 'quantity'
  | 'numerator'
  | 'denominator'
  | 'total'
  | 'ratio'
  | 'pair'
  | 'evidence'
  | 'paper'
  | 'attached'
  | 'explanation'
  | 'remark'
  | 'before'
  | 'exempted'
  | 'assessment'
  | 'standard'
  | 'movement'
  | 'common'
  | 'compared'
  | 'things'
  | 'person'
  | 'other'
  | 'foreign'
  | 'part'
  | 'filler';

const LEXICON: Readonly<Record<Concept, string>> = {
  index: 'STT|TT|Số TT|Số thứ tự|Thứ tự|S TT|No',
  code: 'Mã|Mã số|Ký hiệu',
  criterion: 'Tiêu chí|Chỉ số|Tiêu chuẩn|TC',
  content: 'Nội dung|Nhiệm vụ|Công việc|Hạng mục|Đầu việc|Phần việc|Hoạt động|Mục đánh giá|Việc thực hiện|ND',
  quota: 'Chỉ tiêu|CT',
  'measure-unit': 'Đơn vị tính|ĐVT|Đ/v tính|ĐV tính|Đ vị tính|Đơn vị đo|Đv đo',
  unit: 'Đơn vị',
  plan: 'Kế hoạch|KH|Giao|Mục tiêu|Phấn đấu|Yêu cầu|Cần đạt|Phải đạt|Đăng ký|Định mức|Mức đạt',
  points: 'Điểm|Số điểm|Điểm số',
  max: 'Tối đa|Điểm chuẩn|Thang điểm|Khung điểm|Mức điểm|Điểm trần|Điểm cao nhất|Chuẩn',
  self: 'Tự chấm|Tự đánh giá|Tự cho|Tự xếp|Tự nhận|Tự tính|Tự thẩm định|Tự kiểm tra|Tự chấm điểm|Đơn vị chấm',
  appraised:
    'Thẩm định|Phúc tra|Hội đồng|HĐ|Xã chấm|Xã đánh giá|Tổ chấm|Tổ giúp việc|Giám khảo|Được duyệt|Duyệt|Công nhận|Chấm lại|' +
    'Cấp trên chấm|Ban chỉ đạo chấm|Tổ công tác chấm|BCĐ chấm|UBND xã chấm',
  verified: 'Rà soát|Đối chiếu|Xác nhận|Xác minh|Kiểm tra lại|Kiểm tra|Hậu kiểm',
  score: 'Chấm|Chấm điểm|Cho điểm',
  final: 'Cuối|Cuối cùng|Chính thức|Chốt|Điểm duyệt|Điểm được duyệt',
  'second-round': 'Lần 2|Lần hai|Vòng 2',
  'first-round': 'Lần 1|Lần một|Vòng 1',
  method:
    'Cách tính|Cách chấm|Cách chấm điểm|Cách cho|Cách cho điểm|Cách tính điểm|Cách xác định|Cách đánh giá|Phương pháp|Hướng dẫn|' +
    'Công thức|Quy định chấm|Quy định chấm điểm|Cách thức|Quy tắc|Nguyên tắc|Cách',
  result: 'Kết quả|KQ|Giá trị|Mức độ|Thực tế|Tình hình',
  done: 'Thực hiện|Triển khai|TH|Đạt|Đạt được|Hoàn thành|Đã|Có|Đã đạt',
  'not-done': 'Không đạt|Chưa đạt|Chưa hoàn thành|Không hoàn thành|Không',
  count: 'Số',
  figure: 'Số liệu',
  quantity: 'Số lượng|SL|Khối lượng',
  numerator: 'Tử số|Tử',
  denominator: 'Mẫu số|Mẫu',
  total: 'Tổng số|Tổng|TS',
  ratio: 'Tỷ lệ|TL|Phần trăm|Tỷ trọng|Tỷ suất',
  pair: 'a/b',
  evidence: 'Minh chứng|Kiểm chứng|Chứng minh|Dẫn chứng|Chứng cứ|Căn cứ|Số, ký hiệu văn bản|Số ký hiệu',
  paper: 'Tài liệu|Hồ sơ|Văn bản|Đường dẫn|Link|Tệp|Tập tin|File|Ảnh|Hình ảnh',
  attached: 'Kèm theo|Đính kèm|Gửi kèm|Cung cấp|Kèm',
  explanation: 'Giải trình|Thuyết minh|Diễn giải|Giải thích',
  remark:
    'Ghi chú|Lý do|Nhận xét|Ý kiến|Chú thích|Nguyên nhân|Khó khăn|Vướng mắc|Tồn tại|Hạn chế|Kiến nghị|Đề xuất|Giải pháp',
  before:
    'Trước phong trào|Năm trước|Kỳ trước|Hiện trạng|Đầu kỳ|Cùng kỳ|Trước khi phát động|Thời điểm phát động|Ban đầu|' +
    'Trước khi thực hiện|Quý trước|Tháng trước',
  exempted: 'Loại trừ|Miễn trừ|Khách quan',
  assessment: 'Đánh giá',
  standard: 'Quy chuẩn|Quy định',
  movement: 'Thi đua|Chuyển đổi số|CĐS|Phong trào',
  common: 'Chung|Toàn xã|Bình quân|Trung bình|Mặt bằng',
  compared: 'So với|So sánh với|So sánh',
  things: 'hồ sơ|hộ|thôn|bản|văn bản|thủ tục|TTHC|dịch vụ|học sinh|hội viên|đoàn viên|lượt|cuộc|người dân',
  person: 'Người|Cán bộ|Công chức|Bộ phận|Lãnh đạo|Viên chức',
  other:
    'Nguồn|Trọng số|Hệ số|Chữ ký|Phối hợp|Phụ trách|Chỉnh sửa|Thời hạn|Xếp loại|Chủ trì|Thời gian|Ký tên|Chênh lệch|Tăng|Giảm|' +
    'Tiến độ|Cơ quan|Theo dõi|Điểm cộng|Điểm trừ|Điểm thưởng|Phúc tra bởi|Căn cứ kế hoạch|Căn cứ theo kế hoạch|Mục kế hoạch',
  foreign:
    'Cảnh báo|Mã cảnh báo|Loại cảnh báo|Hạng|Xếp hạng|Thứ hạng|Họ và tên|Họ tên|Quan hệ với chủ hộ|Ngày sinh|Ngày tháng năm sinh',
  part: 'Thành phần|Lĩnh vực|Tên|Danh mục|Nhóm|Các|Cụ thể|Chi tiết',
  filler:
    'của|và|theo|trong|kỳ|năm|quý|tháng|báo cáo|cả năm|lũy kế|nếu có|về|để|do|từ|đến|ngày|xã|cấp|địa phương|toàn|tại|với|được|' +
    'hiện nay|cho|dữ liệu|thu thập|thực|sửa|đầu|cuối năm|6 tháng|9 tháng|I|II|III|IV|ước|hoặc|hay|bằng|' +
    'phát sinh|phải|áp dụng|thông tin|biểu|mức|cơ sở|ghi|cụ thể|rõ|chi tiết',
};

/** Without diacritics and spaces → concept; of words spelt alike the first listed. */
const WORDS = new Map<string, Concept>();
let longest = 0;
for (const [concept, wordings] of Object.entries(LEXICON) as readonly (readonly [Concept, string])[]) {
  for (const wording of wordings.split('|')) {
    const key = bareKey(wording);
    if (!WORDS.has(key)) WORDS.set(key, concept);
    longest = Math.max(longest, key.length);
  }
}

/** With their diacritics, syllable by syllable. */
const WORDINGS = new Set(Object.values(LEXICON).flatMap((wordings) => wordings.split('|').map(foldKey)));
/** Alone and run together. */
const SYLLABLES = new Set(
  [...WORDINGS].flatMap((wording) => [...wording.split(/[^\p{L}\p{N}]+/u), wording.replace(/[^\p{L}\p{N}]+/gu, '')]),
);
const FILLERS = new Set(LEXICON.filler.split('|').flatMap((wording) => foldKey(wording).split(' ')));
const LONGEST_WORDING = 6;

/** It is made of words of the lexicon as they are spelt: "Đạt Tài" only sounds like them. */
export function isSpeltOut(text: string): boolean {
  const syllables = foldKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  let at = 0;
  while (at < syllables.length) {
    let length = Math.min(LONGEST_WORDING, syllables.length - at);
    while (length > 0 && !WORDINGS.has(syllables.slice(at, at + length).join(' '))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

interface Spelling {
  /** In the order they stand, fillers included. */
  readonly concepts: readonly Concept[];
  /** Share of the letters that are words of the lexicon, 0 … 1. */
  readonly share: number;
  /** Letters before the first known word. */
  readonly unknownBefore: number;
}

const MAX_SPELT = 200;

/** Cuts a header into its words, the longest that fits at each place; letters of none are counted. */
export function spell(text: string): Spelling {
  const words = foldKey(text.slice(0, MAX_SPELT))
    .replace(/\ba ?\/ ?b\b/g, ' ab ')
    .replace(/%/g, ' tỷ lệ ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:19|20)\d{2}$/.test(word))
    .map((word) => bareKey(word));
  const letters = words.join('');
  const bounds = boundsOf(words);
  const [misspelt, unknown] = [soundAlike(text, FILLERS), soundAlike(text, SYLLABLES)];
  const concepts: Concept[] = [];
  let known = 0;
  let at = 0;
  let unknownBefore = 0;
  while (at < letters.length) {
    const found = longestAt(letters, at, bounds);
    const word = letters.slice(at, at + (found?.length ?? 0));
    if (found && !unknown.has(word) && !(found.concept === 'filler' && misspelt.has(word))) {
      concepts.push(found.concept);
      known += found.length;
      at += found.length;
      continue;
    }
    do {
      if (concepts.length === 0) unknownBefore += 1;
      at += 1;
    } while (at < letters.length && !bounds.loose.has(at));
  }
  return { concepts, share: letters === '' ? 0 : known / letters.length, unknownBefore };
}

/** Words with diacritics of their own that only sound like those: "trọng" is no "trong", "tủ" no "tử". */
function soundAlike(text: string, those: ReadonlySet<string>): ReadonlySet<string> {
  const words = foldKey(text.slice(0, MAX_SPELT)).split(/[^\p{L}]+/u);
  return new Set(words.filter((word) => /[^\0-\x7f]/.test(word) && !those.has(word)).map((word) => bareKey(word)));
}

interface Bounds {
  /** Places between words. */
  readonly firm: ReadonlySet<number>;
  /** And every place inside a word too long for Vietnamese: several run together. */
  readonly loose: ReadonlySet<number>;
}

const LONGEST_SYLLABLE = 7;
/** A shorter word counts only where it stands alone: `no`, `tt`, `ct` are inside many others. */
const LEAST_INSIDE = 3;

function boundsOf(words: readonly string[]): Bounds {
  const firm = new Set<number>([0]);
  const loose = new Set<number>([0]);
  let at = 0;
  for (const word of words) {
    firm.add(at);
    loose.add(at);
    if (word.length > LONGEST_SYLLABLE) for (let inside = 1; inside < word.length; inside += 1) loose.add(at + inside);
    at += word.length;
  }
  firm.add(at);
  loose.add(at);
  return { firm, loose };
}

function longestAt(
  letters: string,
  at: number,
  { firm, loose }: Bounds,
): { readonly concept: Concept; readonly length: number } | null {
  for (let length = Math.min(longest, letters.length - at); length > 0; length -= 1) {
    const end = at + length;
    if (!loose.has(end) || (length < LEAST_INSIDE && !(firm.has(at) && firm.has(end)))) continue;
    const concept = WORDS.get(letters.slice(at, end));
    if (concept) return { concept, length };
  }
  return null;
}
