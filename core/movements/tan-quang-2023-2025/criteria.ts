/**
 * Tân Quang: criteria for agencies (targets II.4, standards III.1.a), enterprises (III.1.b) and individuals (III.2).
 */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import {
  incidents,
  initiativeBonus,
  model,
  ownPlan,
  PORTAL_EVIDENCE,
  reportsInTime,
  security,
  share,
  trained,
} from '../common-criteria.ts';
import { individualSet } from '../individual.ts';
import { aimsOf } from '../lookup.ts';
import { deduction, levels, perUnit, threshold, yesNo } from '../rules.ts';
import { TAN_QUANG_TARGETS } from './targets.ts';

export const aim = aimsOf(TAN_QUANG_TARGETS);

const REGISTERED = at('TQ-S01', 'III.1', 'có đăng ký thi đua thực hiện Phong trào thi đua Chuyển đổi số');
export const INITIATIVE = at(
  'TQ-S01',
  'III.1',
  'có sáng kiến, giải pháp trong lãnh đạo, chỉ đạo thực hiện chuyển đổi số',
);
export const TASKS = at(
  'TQ-S02',
  'III.1.a',
  'Hoàn thành có chất lượng, đúng thời hạn các mục tiêu, nhiệm vụ được giao',
);
export const REPORTING = at('TQ-S02', 'III.1.a', 'thực hiện nghiêm chế độ thông tin, báo cáo');
const PRODUCTS = at(
  'TQ-S02',
  'III.1.a',
  'Thực hiện ứng dụng công nghệ số để tạo ra các sản phẩm, dịch vụ mới và thiết thực',
);
const ENTERPRISE = at(
  'TQ-S03',
  'III.1.b',
  'Thực hiện ứng dụng mạnh mẽ công nghệ số để tạo ra các sản phẩm, dịch vụ mới',
);
export const SECURITY = at('TQ-C08', 'II.3.i', 'Tăng cường đảm bảo an toàn, an ninh thông tin, an ninh mạng');
export const TRAINING = at('TQ-C05', 'II.3.e', 'tích cực bồi dưỡng kiến thức, kỹ năng về công nghệ số');

export function registered(code: string, points: number): Criterion {
  return criterion(code, points, 'Có đăng ký thi đua thực hiện phong trào', drawnFrom(REGISTERED), {
    rule: yesNo,
    listed: 'registration',
    attach: 'Bản đăng ký thi đua (số, ngày)',
  });
}

function publicServices(): Criterion[] {
  return [
    share(
      '1.1',
      4,
      'Tỷ lệ dịch vụ công trực tuyến toàn trình được cung cấp trên nhiều phương tiện truy cập',
      aim('TQ-G01'),
      ['Số dịch vụ công toàn trình dùng được trên nhiều phương tiện', 'Tổng số dịch vụ công trực tuyến toàn trình'],
      PORTAL_EVIDENCE,
      { na: 'drop-confirmed' },
    ),
    share(
      '1.2',
      5,
      'Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình',
      aim('TQ-G02'),
      ['Số thủ tục đã cung cấp trực tuyến toàn trình', 'Số thủ tục đủ điều kiện cung cấp toàn trình'],
      PORTAL_EVIDENCE,
      { indicator: 'dich-vu-toan-trinh', na: 'drop-confirmed' },
    ),
    share(
      '1.3',
      6,
      'Mức độ hài lòng của tổ chức, cá nhân đối với dịch vụ công',
      aim('TQ-G03'),
      ['Số lượt đánh giá hài lòng, rất hài lòng', 'Tổng số lượt đánh giá'],
      PORTAL_EVIDENCE,
      { indicator: 'hai-long', na: 'drop-confirmed' },
    ),
    share(
      '1.4',
      8,
      'Tỷ lệ hồ sơ thủ tục hành chính được thực hiện trực tuyến từ xa',
      aim('TQ-G11'),
      ['Số hồ sơ tiếp nhận trực tuyến', 'Tổng số hồ sơ tiếp nhận trong kỳ'],
      PORTAL_EVIDENCE,
      { indicator: 'ho-so-truc-tuyen', na: 'drop-confirmed' },
    ),
    share(
      '1.5',
      6,
      'Tỷ lệ hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến trên Cổng dịch vụ công quốc gia',
      aim('TQ-G12'),
      ['Số hồ sơ thanh toán trực tuyến thành công', 'Số hồ sơ phát sinh nghĩa vụ tài chính'],
      PORTAL_EVIDENCE,
      { indicator: 'thanh-toan-truc-tuyen', na: 'drop-confirmed' },
    ),
    share(
      '1.6',
      6,
      'Tỷ lệ hồ sơ kết quả giải quyết thủ tục hành chính được số hóa',
      aim('TQ-G08'),
      ['Số hồ sơ kết quả đã số hóa', 'Tổng số hồ sơ đã giải quyết'],
      PORTAL_EVIDENCE,
      { indicator: 'so-hoa-ho-so', na: 'drop-confirmed' },
    ),
    share(
      '1.7',
      3,
      'Tỷ lệ giao dịch giải quyết thủ tục hành chính được xác thực qua chữ ký số',
      aim('TQ-G13'),
      ['Số giao dịch được xác thực qua chữ ký số', 'Tổng số giao dịch giải quyết thủ tục hành chính'],
      'Ảnh chụp số liệu trên hệ thống một cửa điện tử',
      { rule: threshold('gte', 100), na: 'drop-confirmed' },
    ),
    criterion('1.8', 2, 'Xác thực định danh điện tử công dân khi giải quyết thủ tục hành chính', aim('TQ-G04'), {
      rule: yesNo,
      na: 'drop-confirmed',
      attach: 'Văn bản triển khai hoặc ảnh chụp hệ thống',
    }),
  ];
}

function government(): Criterion[] {
  return [
    share(
      '2.1',
      7,
      'Tỷ lệ hồ sơ công việc được xử lý trên hệ thống chính quyền điện tử (trừ hồ sơ mật)',
      aim('TQ-G05'),
      ['Số hồ sơ công việc xử lý trên hệ thống', 'Tổng số hồ sơ công việc (không tính hồ sơ mật)'],
      'Ảnh chụp số liệu thống kê trên phần mềm',
    ),
    share(
      '2.2',
      6,
      'Tỷ lệ báo cáo định kỳ và văn bản hành chính gửi, nhận điện tử (trừ văn bản mật)',
      aim('TQ-G06'),
      ['Số báo cáo, văn bản gửi, nhận điện tử', 'Tổng số báo cáo, văn bản (không tính văn bản mật)'],
      'Ảnh chụp số liệu trên phần mềm quản lý văn bản',
    ),
    share(
      '2.3',
      4,
      'Tỷ lệ báo cáo định kỳ về kinh tế - xã hội thực hiện trên phần mềm báo cáo',
      aim('TQ-G07'),
      ['Số báo cáo thực hiện trên phần mềm', 'Tổng số báo cáo định kỳ về kinh tế - xã hội'],
      'Ảnh chụp danh sách báo cáo trên hệ thống',
    ),
    share(
      '2.4',
      4,
      'Tỷ lệ hoạt động kiểm tra thực hiện thông qua môi trường số',
      aim('TQ-G10'),
      ['Số cuộc kiểm tra thực hiện qua môi trường số', 'Tổng số cuộc kiểm tra'],
      'Kế hoạch, biên bản kiểm tra',
      { na: 'drop' },
    ),
    criterion('2.5', 3, 'Trụ sở cơ quan sử dụng Internet băng rộng cáp quang', drawnFrom(aim('TQ-G17').source), {
      rule: yesNo,
      attach: 'Hợp đồng hoặc hóa đơn dịch vụ',
    }),
  ];
}

export const tanQuangAgency: CriteriaSet = criteriaSet(
  'tan-quang-agency-1',
  'agency',
  'Bộ tiêu chí chấm điểm cơ quan, giai đoạn 2023 - 2025',
  [
    ['1', 'Dịch vụ công trực tuyến'],
    ['2', 'Chính quyền số'],
    ['3', 'Ứng dụng công nghệ số'],
    ['4', 'Tổ chức phong trào thi đua'],
    ['5', 'Chế độ thông tin, báo cáo'],
    ['6', 'Điểm thưởng'],
    ['7', 'Điểm trừ'],
  ],
  [
    ...publicServices(),
    ...government(),
    criterion('3.1', 6, 'Số sản phẩm, dịch vụ số mới, thiết thực trong lĩnh vực phụ trách', drawnFrom(PRODUCTS), {
      rule: perUnit(2, 6),
      unit: 'sản phẩm, dịch vụ',
      attach: 'Mô tả sản phẩm, dịch vụ và kết quả sử dụng',
    }),
    registered('4.1', 3),
    ownPlan('4.2', aim('TQ-G19').source),
    share(
      '4.3',
      9,
      'Tỷ lệ mục tiêu, nhiệm vụ được giao hoàn thành có chất lượng, đúng thời hạn',
      aimFor(100, TASKS),
      ['Số mục tiêu, nhiệm vụ hoàn thành đúng thời hạn', 'Tổng số mục tiêu, nhiệm vụ được giao'],
      'Báo cáo hoặc văn bản kết quả thực hiện',
      { gates: ['4.2'] },
    ),
    model('4.4', 4, INITIATIVE),
    reportsInTime('5.1', 'Tỷ lệ báo cáo gửi đúng thời hạn UBND xã yêu cầu', REPORTING, [
      [100, 10],
      [90, 8],
      [80, 5],
      [50, 2],
    ]),
    initiativeBonus('6.1', INITIATIVE),
    incidents('7.1', SECURITY),
    // SR-21: no plan and no model states a figure, so none is given.
    criterion('7.2', 0, 'Số báo cáo gửi chậm (mức trừ do Hội đồng quy định)', drawnFrom(REPORTING), {
      rule: deduction(0, 0),
      unit: 'báo cáo',
      na: 'full',
      evidence: 'none',
      filledBy: 'appraiser',
    }),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('1.4'), byFigure('4.3'), byGroup('1')] },
);

export const tanQuangEnterprise: CriteriaSet = criteriaSet(
  'tan-quang-enterprise-1',
  'enterprise',
  'Bộ tiêu chí chấm điểm doanh nghiệp, giai đoạn 2023 - 2025',
  [
    ['1', 'Ứng dụng công nghệ số, sản phẩm mới'],
    ['2', 'Thương mại điện tử'],
    ['3', 'An toàn thông tin'],
    ['4', 'Nhân lực số, dịch vụ công trực tuyến'],
    ['5', 'Tổ chức phong trào thi đua'],
    ['6', 'Điểm thưởng'],
  ],
  [
    criterion('1.1', 10, 'Phần mềm quản trị doanh nghiệp', drawnFrom(ENTERPRISE), {
      rule: levels(
        ['tich-hop', 'Phần mềm quản trị tích hợp (kế toán, bán hàng, kho, nhân sự)', 10],
        ['rieng-le', 'Một số phần mềm riêng lẻ', 6],
        ['chua', 'Chưa sử dụng', 0],
      ),
      attach: 'Tên phần mềm, hợp đồng hoặc ảnh chụp',
    }),
    share(
      '1.2',
      8,
      'Tỷ lệ hóa đơn được lập điện tử',
      aimFor(100, ENTERPRISE),
      ['Số hóa đơn điện tử', 'Tổng số hóa đơn'],
      'Báo cáo sử dụng hóa đơn',
    ),
    share(
      '1.3',
      10,
      'Tỷ lệ doanh thu thanh toán không dùng tiền mặt',
      aimFor(50, ENTERPRISE),
      ['Doanh thu thanh toán không dùng tiền mặt (triệu đồng)', 'Tổng doanh thu (triệu đồng)'],
      'Báo cáo của kế toán',
    ),
    criterion('1.4', 12, 'Số sản phẩm, dịch vụ mới có ứng dụng công nghệ số', drawnFrom(ENTERPRISE), {
      rule: perUnit(4, 12),
      unit: 'sản phẩm, dịch vụ',
      attach: 'Mô tả sản phẩm, tiêu chuẩn áp dụng',
    }),
    criterion('1.5', 6, 'Sử dụng chữ ký số, hợp đồng điện tử', drawnFrom(ENTERPRISE), {
      rule: yesNo,
      attach: 'Chứng thư số hoặc hợp đồng điện tử',
    }),
    criterion('2.1', 10, 'Kênh bán hàng, giới thiệu sản phẩm trên mạng', drawnFrom(ENTERPRISE), {
      rule: levels(
        ['san', 'Có gian hàng trên sàn thương mại điện tử', 10],
        ['trang', 'Có trang thông tin điện tử hoặc trang mạng xã hội bán hàng', 6],
        ['chua', 'Chưa có', 0],
      ),
      attach: 'Đường dẫn gian hàng, trang bán hàng',
    }),
    share(
      '2.2',
      8,
      'Tỷ lệ doanh thu qua kênh số',
      aimFor(20, ENTERPRISE),
      ['Doanh thu qua kênh số (triệu đồng)', 'Tổng doanh thu (triệu đồng)'],
      'Báo cáo của kế toán',
    ),
    security(
      '3.1',
      12,
      at('TQ-S03', 'III.1.b', 'đáp ứng được các tiêu chuẩn, kỹ thuật và đảm bảo an toàn thông tin mạng'),
    ),
    trained('4.1', 6, 'người lao động', aimFor(80, TRAINING)),
    share(
      '4.2',
      6,
      'Tỷ lệ hồ sơ thủ tục hành chính của doanh nghiệp nộp trực tuyến',
      aim('TQ-G11'),
      ['Số hồ sơ nộp trực tuyến', 'Tổng số hồ sơ đã nộp'],
      'Mã hồ sơ hoặc ảnh chụp thông báo tiếp nhận',
      { na: 'drop' },
    ),
    registered('5.1', 4),
    criterion('5.2', 4, 'Có kế hoạch hoặc chương trình ứng dụng công nghệ số trong năm', drawnFrom(ENTERPRISE), {
      rule: yesNo,
      attach: 'Kế hoạch hoặc chương trình',
    }),
    model('5.3', 4, INITIATIVE),
    initiativeBonus('6.1', INITIATIVE),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('2.2'), byGroup('1')] },
);

export const tanQuangIndividual: CriteriaSet = individualSet({
  version: 'tan-quang-individual-1',
  title: 'Bộ tiêu chí chấm điểm cá nhân, giai đoạn 2023 - 2025',
  exemplary: at('TQ-S04', 'III.2', 'có thành tích xuất sắc trong Phong trào thi đua theo các tiêu chí thi đua'),
  workFiles: aim('TQ-G05'),
  training: TRAINING,
  services: aim('TQ-G11').source,
  payments: aim('TQ-G18').source,
  initiative: at(
    'TQ-S04',
    'III.2',
    'Có sáng kiến, giải pháp hữu ích được công nhận và nhân rộng trên địa bàn toàn xã, huyện',
  ),
  communication: at('TQ-C02', 'II.3.b', 'Đẩy mạnh công tác tuyên truyền, vận động'),
});
