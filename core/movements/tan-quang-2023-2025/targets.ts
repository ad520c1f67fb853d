/**
 * Tân Quang 2023–2025: the targets of section II.4 (16 with a figure), the duty of the first year and the award
 * threshold.
 */
import type { Target } from '../../movement/movement.ts';
import { softTarget, target } from '../build.ts';

const BY_2025 = '2025-12-31';

/** What enterprises file is received by the offices and counted there. */
const OF_ONE_STOP: Target['figure'] = {
  kind: 'sum',
  audiences: ['agency'],
  why: 'hồ sơ doanh nghiệp nộp đã nằm trong số hồ sơ cơ quan tiếp nhận',
};
const NO_PRODUCT: Target['figure'] = {
  kind: 'none',
  why: 'tỷ trọng kinh tế số không có trong báo cáo của đơn vị và trên Cổng; cơ quan thống kê công bố',
};
const NO_COUNT: Target['figure'] = {
  kind: 'none',
  why: 'kế hoạch không giao thôn, xóm báo cáo nên không đơn vị nào có số liệu toàn xã',
};
const OWN_PLANS: Target['figure'] = { kind: 'unit-count', audience: 'agency', criterion: '4.2', parts: ['a'] };

export const TAN_QUANG_TARGETS: readonly Target[] = [
  target(
    'TQ-G01',
    'II.4.a',
    '80% dịch vụ công trực tuyến toàn trình (mức độ 4) được cung cấp trên nhiều phương tiện truy cập khác nhau, bao gồm cả thiết bị di động',
    ['eq', 80, '%', 'dịch vụ công trực tuyến toàn trình', BY_2025],
  ),
  target(
    'TQ-G02',
    'II.4.a',
    '100% thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình',
    ['eq', 100, '%', 'thủ tục hành chính', BY_2025],
    { qualifier: 'đủ điều kiện' },
  ),
  target(
    'TQ-G03',
    'II.4.a',
    'Mức độ hài lòng của tổ chức, cá nhân đối với chất lượng dịch vụ cung cấp dịch vụ công đạt tối thiểu 90%',
    ['gte', 90, '%', 'mức độ hài lòng của tổ chức, cá nhân', BY_2025],
  ),
  softTarget(
    'TQ-G04',
    'II.4.a',
    'từ năm 2023 triển khai thực hiện việc xác thực danh điện tử công dân qua hệ thống cơ sở dữ liệu quốc gia khi thực hiện giải quyết thủ tục hành chính',
    'yes-no',
    'giải quyết thủ tục hành chính',
    {
      startsOn: '2023-01-01',
      note: 'Năm 2023 là năm bắt đầu, không phải thời hạn.',
    },
  ),
  target(
    'TQ-G05',
    'II.4.a',
    '70% hồ sơ công việc tại xã được xử lý trên hệ thống Chính quyền điện tử (trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước)',
    ['eq', 70, '%', 'hồ sơ công việc', BY_2025],
    {
      qualifier: 'tại xã',
      exclusion: 'trừ hồ sơ công việc thuộc phạm vi bí mật nhà nước',
    },
  ),
  target(
    'TQ-G06',
    'II.4.a',
    '100% báo cáo định kỳ và văn bản hành chính (trừ văn bản mật) được gửi nhận bằng văn bản điện tử',
    ['eq', 100, '%', 'báo cáo định kỳ và văn bản hành chính', BY_2025],
    { exclusion: 'trừ văn bản mật' },
  ),
  target(
    'TQ-G07',
    'II.4.a',
    '100% các báo cáo định kỳ về chỉ tiêu phát triển kinh tế - xã hội được thực hiện trên hệ thống phần mềm báo cáo của xã, của huyện, của tỉnh, kết nối với Hệ thống thông tin báo cáo Chính phủ',
    ['eq', 100, '%', 'báo cáo định kỳ về chỉ tiêu phát triển kinh tế - xã hội', BY_2025],
  ),
  target('TQ-G08', 'II.4.a', '100% hồ sơ kết quả giải quyết thủ tục hành chính ở xã được số hóa', [
    'eq',
    100,
    '%',
    'hồ sơ kết quả giải quyết thủ tục hành chính',
    BY_2025,
  ]),
  softTarget(
    'TQ-G09',
    'II.4.a',
    'Số hóa, xây dựng các cơ sở dữ liệu dùng chung, chuyên ngành kết nối liên thông các cơ sở dữ liệu của huyện, của tỉnh và cơ sở dữ liệu quốc gia',
    'qualitative',
    'cơ sở dữ liệu',
    { scope: 'commune', deadline: BY_2025 },
  ),
  target(
    'TQ-G10',
    'II.4.a',
    'Tối thiểu 50% hoạt động kiểm tra các cơ quan quản lý nhà nước được thực hiện thông qua môi trường số và hệ thống thông tin của cơ quan quản lý',
    ['gte', 50, '%', 'hoạt động kiểm tra', BY_2025],
  ),
  target(
    'TQ-G11',
    'II.4.a',
    '50% hồ sơ thủ tục hành chính được người dân, doanh nghiệp thực hiện trực tuyến từ xa',
    ['eq', 50, '%', 'hồ sơ thủ tục hành chính', BY_2025],
    { figure: OF_ONE_STOP },
  ),
  target(
    'TQ-G12',
    'II.4.a',
    '80% thủ tục hành chính có yêu cầu nghĩa vụ tài chính được thanh toán trực tuyến trên Cổng dịch vụ công quốc gia',
    ['eq', 80, '%', 'thủ tục hành chính', BY_2025],
    {
      qualifier: 'có yêu cầu nghĩa vụ tài chính',
      note: 'Kế hoạch ghi "thủ tục"; có thể hiểu là hồ sơ.',
    },
  ),
  target('TQ-G13', 'II.4.a', '100% giao dịch giải quyết thủ tục hành chính được xác thực qua chữ ký số', [
    'eq',
    100,
    '%',
    'giao dịch giải quyết thủ tục hành chính',
    BY_2025,
  ]),
  target(
    'TQ-G14',
    'II.4.b',
    'Kinh tế số chiếm 20% tổng sản phẩm trên địa bàn',
    ['eq', 20, '%', 'tổng sản phẩm trên địa bàn', BY_2025],
    { scope: 'commune', figure: NO_PRODUCT },
  ),
  target(
    'TQ-G15',
    'II.4.b',
    'Tỷ trọng kinh tế số trong từng ngành, lĩnh vực đạt tối thiểu 10%',
    ['gte', 10, '%', 'tỷ trọng kinh tế số', BY_2025],
    { scope: 'commune', perSector: true, figure: NO_PRODUCT },
  ),
  target(
    'TQ-G16',
    'II.4.c',
    'Trên 80% hộ gia đình … được sử dụng dịch vụ Internet băng rộng cáp quang',
    ['gt', 80, '%', 'hộ gia đình', BY_2025],
    { scope: 'commune', figure: NO_COUNT },
  ),
  target(
    'TQ-G17',
    'II.4.c',
    '100% cơ quan hành chính trên địa bàn xã được sử dụng dịch vụ Internet băng rộng cáp quang',
    ['eq', 100, '%', 'cơ quan hành chính', BY_2025],
  ),
  target(
    'TQ-G18',
    'II.4.c',
    'tỷ lệ dân số trưởng thành có tài khoản thanh toán điện tử đạt trên 50%',
    ['gt', 50, '%', 'dân số', BY_2025],
    { scope: 'commune', qualifier: 'trưởng thành', figure: NO_COUNT },
  ),
  target(
    'TQ-G19',
    'IV.1',
    'yêu cầu 100% các cơ quan ban hành kế hoạch, triển khai phong trào thi đua chuyển đổi số trong phạm vi, lĩnh vực, đối tượng phụ trách',
    ['eq', 100, '%', 'cơ quan', '2023-12-31'],
    { scope: 'commune', kind: 'process', figure: OWN_PLANS },
  ),
  target(
    'TQ-G20',
    'III.1.a',
    'Đạt tỷ lệ từ 90% số điểm trở lên theo Quyết định số 297/QĐ-UBND ngày 24/02/2023 của UBND tỉnh Hải Dương về ban hành Bộ chỉ số đánh giá Chuyển đổi số tỉnh Hải Dương (phần Bộ chỉ số đánh giá chuyển đổi số dành cho cấp huyện)',
    ['gte', 90, '%', 'số điểm', null],
    { kind: 'award-threshold' },
  ),
];
