/**
 * What stands right behind `hồ sơ` says which of them are counted: `Hồ sơ doanh nghiệp`, `Hồ sơ liên thông`, `Hồ sơ khác`
 * are a part, though headings of whole reports have each of these words too. Behind it a whole report says what is done
 * with them, where or when, and nothing else.
 */

const PLACES = 'xã|phường|đặc khu|đơn vị|cơ quan|địa phương|ubnd|ủy ban|uỷ ban|hđnd|bộ phận|trung tâm|·';
const BEHIND = [
  ...['báo cáo', 'tổng hợp', 'thống kê', 'kết quả', 'tiếp nhận', 'giải quyết', 'xử lý', 'trả', 'thực hiện', 'thủ tục'],
  ...[
    'tthc',
    'công việc',
    'lĩnh vực',
    'theo',
    'trên',
    'và',
    'về',
    'cấp xã',
    'một cửa',
    'công khai',
    'tiến độ',
    'chi tiết',
  ],
  ...['kỳ', 'tháng', 'quý', 'năm', 'tuần', 'ngày', 'từ', 'đến', 'hết', 'đầu', 'cuối', 'giai đoạn', 'lũy kế', 'luỹ kế'],
  ...[
    'thời gian',
    'thời điểm',
    'tính',
    'tổng',
    'tổng số',
    'số lượng',
    'tỷ lệ',
    'tỉ lệ',
    'mức độ',
    'toàn bộ',
    'thông tin',
  ],
  ...['dịch vụ công(?! trực tuyến)', `(?:(?:do|tại|của|cho|các|trong)\\s){0,2}(?:${PLACES})`, '[ivx]+'],
].join('|');
const OTHERS = 'khác';

const MARKED = new RegExp(
  String.raw`(?<!\p{L})(?:hồ sơ\s(?!(?:${BEHIND})(?!\p{L}))|(?:lĩnh vực|thủ tục)\s(?=${OTHERS}(?!\p{L})))(\p{L}+)`,
  'giu',
);

/** `text` in lower case, its places as `·` → the word behind each `hồ sơ` that says which. */
export function qualifiersIn(text: string): readonly string[] {
  return [...text.matchAll(MARKED)].flatMap(([, word]) => word ?? []);
}
