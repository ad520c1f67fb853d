/** Ta Ma 2023–2030: calendar, roles, legal bases and what is odd in the text. */
import type { Movement } from '../../movement/movement.ts';
import { due, legal, role } from '../build.ts';
import { NO_DISTRICT } from '../legal-warnings.ts';

/** The plan says "UBND huyện"; there is none since 01/7/2025, and who takes its place is for the commune to say. */
const UPWARD = 'UBND huyện (từ ngày 01/7/2025 không còn cấp huyện: UBND xã xác định cấp trên nhận báo cáo)';

export const calendar: Movement['calendar'] = [
  due(
    { code: 'TM-D01', section: 'V.2', text: 'hoàn thành ban hành Kế hoạch chậm nhất Quý III năm 2023' },
    'unit-plan',
    { kind: 'quarter', year: 2023, quarter: 3 },
    'Các công chức chuyên môn, ban, ngành, đoàn thể xã, các bản',
    'UBND xã (công chức Văn hóa – Phụ trách mảng tuyên truyền)',
  ),
  due(
    {
      code: 'TM-D02',
      section: 'V.6',
      text: 'Định kỳ hàng năm, các cơ quan, ban, ngành, đoàn thể xã; báo cáo tình hình tổ chức thực hiện Phong trào thi đua (trước ngày 05/11)',
    },
    'unit-report',
    { kind: 'month-day', monthDay: '11-05', exclusive: true },
    'Các cơ quan, ban, ngành, đoàn thể xã',
    'UBND xã (qua Công chức Văn hóa – phụ trách mảng tuyên truyền để tổng hợp và văn phòng UBND xã để theo dõi)',
  ),
  due(
    {
      code: 'TM-D03',
      section: 'V.4',
      text: 'tổng hợp báo cáo kết quả triển khai thực hiện Phong trào thi đua hàng năm (trước 27/11)',
    },
    'yearly-summary',
    { kind: 'month-day', monthDay: '11-27', exclusive: true },
    'Công chức Văn hóa – Phụ trách mảng tuyên truyền',
    UPWARD,
  ),
  due(
    {
      code: 'TM-D08',
      section: 'V.4',
      text: 'Đầu mối tổng hợp … các báo cáo sơ kết, tổng kết giai đoạn để báo cáo UBND huyện theo quy định',
    },
    'other-report',
    { kind: 'unspecified' },
    'Công chức Văn hóa – Phụ trách mảng tuyên truyền',
    UPWARD,
  ),
  due(
    {
      code: 'TM-D07a',
      section: 'I.2',
      text: 'có đôn đốc, kiểm tra, đánh giá định kỳ hàng năm, giai đoạn',
    },
    'evaluation',
    { kind: 'unspecified' },
  ),
  due(
    {
      code: 'TM-D07b',
      section: 'V.1',
      text: 'Hàng năm Hội đồng Thi đua - Khen thưởng xã đưa nội dung kiểm tra tình hình triển khai thực hiện Phong trào thi đua vào nội dung hoạt động kiểm tra, giám sát',
    },
    'evaluation',
    { kind: 'unspecified' },
    'Hội đồng Thi đua - Khen thưởng xã',
  ),
  due(
    {
      code: 'TM-D04',
      section: 'II.4',
      text: 'UBND xã tiến hành sơ kết, đánh giá, rút kinh nghiệm vào quý IV năm 2025',
    },
    'interim-review',
    { kind: 'quarter', year: 2025, quarter: 4 },
    'UBND xã',
  ),
  due(
    { code: 'TM-D05', section: 'II.4', text: 'tổng kết vào quý IV năm 2030' },
    'final-review',
    { kind: 'quarter', year: 2030, quarter: 4 },
    'UBND xã',
  ),
  due(
    { code: 'TM-D06', section: 'V.6', text: 'báo cáo đột xuất, sơ kết, tổng kết về UBND xã' },
    'other-report',
    { kind: 'unspecified' },
    'Các cơ quan, ban, ngành, đoàn thể xã',
    'UBND xã',
  ),
];

export const roles: Movement['roles'] = [
  role(
    'TM-R01',
    'V.1',
    'Hội đồng Thi đua - Khen thưởng xã và Ban Chỉ đạo Chuyển đổi số cấp xã',
    ['steering', 'monitor'],
    'Phân công rõ trách nhiệm các thành viên trong quá trình chỉ đạo, giám sát, kiểm tra, đôn đốc việc thực hiện Phong trào thi đua theo lĩnh vực, địa bàn cụ thể.',
  ),
  role(
    'TM-R02',
    'V.2',
    'Các công chức chuyên môn, ban, ngành, đoàn thể xã, các bản',
    ['participant', 'criteria-builder', 'proposer'],
    'ban hành Kế hoạch tổ chức triển khai thực hiện Phong trào thi đua, cụ thể hóa các tiêu chuẩn thi đua, khen thưởng sát với tình hình thực tiễn',
  ),
  role(
    'TM-R03',
    'V.3',
    'Văn phòng HĐND-UBND (Thường trực Hội đồng Thi đua - Khen thưởng xã)',
    ['standing-body', 'appraiser', 'monitor'],
    'Thẩm định hồ sơ đề nghị trình khen thưởng cấp tỉnh, cấp nhà nước cho các tập thể, cá nhân có thành tích xuất sắc',
  ),
  role(
    'TM-R04',
    'V.4',
    'Công chức Văn hóa – Phụ trách mảng tuyên truyền',
    ['communication', 'monitor', 'appraiser', 'summariser', 'proposer'],
    'Đầu mối tổng hợp báo cáo kết quả triển khai thực hiện Phong trào thi đua hàng năm (trước 27/11), các báo cáo sơ kết, tổng kết giai đoạn',
  ),
  role(
    'TM-R05',
    'V.5',
    'Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã',
    ['communication', 'participant'],
    'Tuyên truyền, vận động, khuyến khích đoàn viên, hội viên tích cực nâng cao nhận thức về Chuyển đổi số và các kỹ năng ứng dụng công nghệ số',
  ),
  role(
    'TM-R06',
    'V.6',
    'Các cơ quan, ban, ngành, đoàn thể xã',
    ['participant'],
    'báo cáo tình hình tổ chức thực hiện Phong trào thi đua (trước ngày 05/11)',
  ),
  role('TM-A06b', 'IV.1', 'Chủ tịch UBND xã', ['signer'], 'Giấy khen Chủ tịch UBND huyện, chủ tịch UBND xã'),
];

export const legalBases: Movement['legalBases'] = [
  legal(
    '52-NQ/TW',
    '2019-09-27',
    'Bộ Chính trị',
    'một số chủ trương, chính sách chủ động tham gia cuộc Cách mạng công nghiệp lần thứ tư',
  ),
  legal(
    '749/QĐ-TTg',
    '2020-06-03',
    'Thủ tướng Chính phủ',
    'phê duyệt “Chương trình chuyển đổi số quốc gia” đến năm 2025 và định hướng đến năm 2030',
  ),
  legal(
    '942/QĐ-TTg',
    '2021-06-15',
    'Thủ tướng Chính phủ',
    'phê duyệt Chiến lược phát triển Chính phủ điện tử hướng tới Chính phủ số giai đoạn 2021 - 2025, định hướng đến năm 2030',
  ),
  legal(
    '13-NQ/TU',
    '2021-10-01',
    'Tỉnh ủy Điện Biên',
    'chuyển đổi số tỉnh Điện Biên đến năm 2025, định hướng đến năm 2030',
  ),
  legal(
    '3179/QĐ-UBND',
    '2021-12-06',
    'UBND tỉnh Điện Biên',
    'phê duyệt Đề án Chuyển đổi số tỉnh Điện Biên giai đoạn 2021 - 2025, định hướng đến năm 2030',
  ),
  legal(
    '15-NQ/HU',
    '2022-03-24',
    'Ban Chấp hành Đảng bộ huyện Tuần Giáo',
    'Chương trình hành động thực hiện Nghị quyết số 13-NQ/TU',
  ),
  legal(
    '2158/KH-UBND',
    '2023-05-29',
    'UBND tỉnh Điện Biên',
    'Phát động và tổ chức Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2030” trên địa bàn tỉnh Điện Biên',
  ),
  legal(
    '152/KH-UBND',
    '2023-06-18',
    'UBND huyện Tuần Giáo',
    'Phát động và tổ chức thực hiện Phong trào thi đua “Chuyển đổi số giai đoạn 2023-2030” trên địa bàn huyện Tuần Giáo',
  ),
];

export const warnings: Movement['warnings'] = [
  {
    code: 'TM-M01',
    message:
      'Kế hoạch để trống số và ngày ban hành ("ngày      tháng 6 năm 2023"): điền trước khi dẫn chiếu trong tờ trình, quyết định.',
  },
  {
    code: 'TM-X05',
    message:
      'Kế hoạch ghi tháng 6 năm 2023 nhưng dẫn Kế hoạch số 152/KH-UBND ngày 18/6/2023 của huyện: ngày ban hành phải từ 18/6/2023.',
  },
  {
    code: 'TM-G22',
    message:
      'Chỉ tiêu họp trực tuyến đến năm 2030 là 70%, thấp hơn mức 100% đến năm 2025 (TM-G07); cách diễn đạt khác nhau, đề nghị UBND xã xác nhận lại.',
  },
  {
    code: 'TM-G23',
    message:
      'Chỉ tiêu "cuộc họp 02 cấp (huyện, xã)": từ ngày 01/7/2025 không còn cấp huyện, cần xác định lại mẫu số (tỉnh, xã).',
  },
  { code: 'TM-G05', message: '"Dịch vụ công mức độ 4" nay gọi là dịch vụ công trực tuyến toàn trình.' },
  {
    code: 'TM-G14',
    message:
      'Đào tạo 02 công chức chuyên sâu (TM-G12), tỷ trọng kinh tế số từng ngành (TM-G13, TM-G25) và tăng năng suất lao động (TM-G14, TM-G26) là chỉ tiêu chung của xã, không giao cho từng đơn vị nên không có trong bộ tiêu chí.',
  },
  {
    code: 'TM-X06',
    message:
      'Nhiều gạch đầu dòng chứa hai chỉ tiêu (TM-G01 và G02, G05 và G06, G07 và G08, G11 và G12): đã tách thành từng chỉ tiêu.',
  },
  {
    code: 'TM-S05',
    message: 'Tiêu chuẩn "xếp hạng thuộc tốp đầu" không nói tốp mấy: Hội đồng cần quy định trước khi xét.',
  },
  {
    code: 'TM-S08',
    message: 'Tiêu chuẩn ghi "ngoài huyện … của huyện" (chép từ kế hoạch cấp trên); các mục khác ghi "ngoài xã".',
  },
  {
    code: 'TM-Q01',
    message: 'Chỉ tiêu khen hàng năm là 05 tính gộp tập thể và cá nhân; khi sơ kết, tổng kết lại tính riêng từng loại.',
  },
  {
    code: 'TM-Q06',
    message:
      'Kế hoạch nhắc "Ban Thi đua - Khen thưởng xã": cấp xã không có ban này, chỉ có Hội đồng Thi đua - Khen thưởng.',
  },
  {
    code: 'TM-R06',
    message:
      'Báo cáo năm gửi hai nơi: công chức Văn hóa (tổng hợp) và văn phòng UBND xã (theo dõi); mục V.6 không nhắc các bản dù bản phải "thực hiện tốt chế độ báo cáo".',
  },
  { code: 'TM-X02', message: 'Số trang (7, 8) lẫn vào câu, trong đó có chỉ tiêu hồ sơ công việc: "phạm vi 7 bí mật".' },
  {
    code: 'TM-X03',
    message:
      'Lỗi chính tả trong văn bản gốc ("HỘIC HỦ", "Quỵết định", "Chuyển đối số", "nền tàng", "cá nhân cá nhân"…): sửa khi ban hành lại.',
  },
  { code: 'XP-13', message: NO_DISTRICT },
];
