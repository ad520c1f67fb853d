/** Words for what a plan makes due. */
import type { DueKind } from '../../movement/movement.ts';
import { phrases } from './phrases.ts';

/** What is due, the telling word first: a review outweighs the report that comes with it. */
export const DEEDS: readonly (readonly [DueKind, ReturnType<typeof phrases>])[] = [
  [
    'award-dossier',
    phrases(
      'hồ sơ đề nghị khen | hồ sơ khen | hồ sơ khen thưởng | hồ sơ đề nghị | hồ sơ thi đua | danh sách đề nghị khen',
    ),
  ],
  [
    'yearly-summary',
    phrases(
      'tổng hợp báo cáo | tổng hợp, báo cáo | báo cáo ủy ban nhân dân huyện | báo cáo ubnd huyện | báo cáo ubnd tỉnh | báo cáo ủy ban nhân dân tỉnh | báo cáo sở | báo cáo ban chỉ đạo huyện | báo cáo ban chỉ đạo tỉnh | báo cáo cấp trên | báo cáo về tỉnh | báo cáo về huyện',
    ),
  ],
  ['unit-report', phrases('báo cáo sơ kết | báo cáo tổng kết | gửi báo cáo | nộp báo cáo')],
  ['interim-review', phrases('sơ kết | đánh giá giữa kỳ | họp giữa kỳ | kiểm điểm giữa kỳ')],
  ['final-review', phrases('tổng kết')],
  ['registration', phrases('đăng ký | giao ước')],
  [
    'unit-report',
    phrases(
      'báo cáo | chấm điểm gửi | chấm điểm về | bảng tự chấm | gửi kết quả | báo kết quả | báo số liệu | báo về | gửi bảng | gửi số liệu | cung cấp số liệu | gửi hồ sơ | nộp hồ sơ | gửi phiếu | nộp phiếu | nộp bảng | nộp báo cáo | gửi kết quả | gửi về',
    ),
  ],
  ['award-dossier', phrases('đề nghị khen thưởng | tờ trình đề nghị | đề nghị khen')],
  ['unit-plan', phrases('ban hành kế hoạch | xây dựng kế hoạch | gửi kế hoạch | kế hoạch')],
  [
    'evaluation',
    phrases(
      'đánh giá | kiểm tra | chấm điểm | bình xét | họp xét | xét duyệt | thẩm định | nghiệm thu | rà soát | phúc tra | giám sát | bình chọn | xét khen | xét khen thưởng | xét tặng | họp hội đồng | chấm',
    ),
  ],
  ['other', phrases('lập danh sách')],
  ['launch', phrases('phát động | lễ phát động | hội nghị triển khai | ra quân')],
];
