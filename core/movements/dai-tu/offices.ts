/** Lục Ba and Tân Linh: criteria for the commune's offices and for its associations. */
import type { CriteriaSet } from '../../movement/criteria-set.ts';
import { aimFor, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import {
  campaigns,
  incidents,
  initiativeBonus,
  model,
  ownPlan,
  PORTAL_EVIDENCE,
  security,
  share,
  trained,
  yearReport,
} from '../common-criteria.ts';
import { ladder, levels, peer, yesNo } from '../rules.ts';
import type { DaiTuRows } from './sources.ts';

export function agencySet({ id, year, from }: DaiTuRows): CriteriaSet {
  return criteriaSet(
    `${id}-agency-1`,
    'agency',
    `Bộ tiêu chí chấm điểm cơ quan xã ${year}`,
    [
      ['1', 'Lãnh đạo, chỉ đạo'],
      ['2', 'Chính quyền số'],
      ['3', 'Nhân lực số, an toàn thông tin'],
      ['4', 'Tuyên truyền'],
      ['5', 'Kết quả phong trào, chế độ báo cáo'],
      ['6', 'Điểm thưởng'],
      ['7', 'Điểm trừ'],
    ],
    [
      criterion('1.1', 6, 'Người đứng đầu trực tiếp chỉ đạo chuyển đổi số của cơ quan', drawnFrom(from.leadership), {
        rule: levels(
          ['truong', 'Người đứng đầu trực tiếp phụ trách', 6],
          ['pho', 'Giao cấp phó phụ trách', 3],
          ['khong', 'Không phân công', 0],
        ),
        attach: 'Văn bản phân công nhiệm vụ',
      }),
      criterion(
        '1.2',
        6,
        'Số cuộc họp chuyên đề hoặc có nội dung về chuyển đổi số do cơ quan tổ chức',
        aimFor(4, from.leadership),
        {
          rule: ladder([
            [4, 6],
            [3, 4.5],
            [2, 3],
            [1, 1.5],
          ]),
          unit: 'cuộc',
          attach: 'Thông báo kết luận, biên bản họp',
        },
      ),
      ownPlan('1.3', from.planning),
      criterion(
        '1.4',
        4,
        'Rà soát, đẩy nhanh tiến độ chuyển đổi số theo ngành, lĩnh vực phụ trách',
        drawnFrom(from.planning),
        {
          rule: yesNo,
          attach: 'Báo cáo rà soát',
        },
      ),
      share(
        '2.1',
        8,
        'Tỷ lệ văn bản đi được ký số, gửi trên môi trường mạng (trừ văn bản mật)',
        aimFor(100, from.government),
        ['Số văn bản đi được ký số, gửi trên mạng', 'Tổng số văn bản đi (không tính văn bản mật)'],
        'Ảnh chụp số liệu trên phần mềm quản lý văn bản',
      ),
      share(
        '2.2',
        8,
        'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ mật)',
        aimFor(90, from.government),
        ['Số hồ sơ công việc xử lý trên môi trường mạng', 'Tổng số hồ sơ công việc (không tính hồ sơ mật)'],
        'Ảnh chụp số liệu thống kê trên phần mềm',
      ),
      share(
        '2.3',
        8,
        'Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến',
        aimFor(80, from.government),
        ['Số hồ sơ tiếp nhận trực tuyến', 'Tổng số hồ sơ tiếp nhận trong kỳ'],
        PORTAL_EVIDENCE,
        { indicator: 'ho-so-truc-tuyen', na: 'drop-confirmed' },
      ),
      share(
        '2.4',
        4,
        'Tỷ lệ hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến',
        aimFor(50, from.government),
        ['Số hồ sơ thanh toán trực tuyến thành công', 'Số hồ sơ phát sinh nghĩa vụ tài chính'],
        PORTAL_EVIDENCE,
        { indicator: 'thanh-toan-truc-tuyen', na: 'drop-confirmed' },
      ),
      share(
        '2.5',
        6,
        'Tỷ lệ hồ sơ, kết quả giải quyết thủ tục hành chính được số hóa',
        aimFor(100, from.government),
        ['Số hồ sơ, kết quả đã số hóa', 'Tổng số hồ sơ đã giải quyết'],
        PORTAL_EVIDENCE,
        { indicator: 'so-hoa-ho-so', na: 'drop-confirmed' },
      ),
      share(
        '2.6',
        6,
        'Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn',
        aimFor(98, from.government),
        ['Số hồ sơ giải quyết đúng hạn, trước hạn', 'Tổng số hồ sơ đã giải quyết'],
        PORTAL_EVIDENCE,
        {
          indicator: 'dung-han',
          na: 'drop-confirmed',
          rule: ladder([
            [98, 6],
            [95, 4],
            [90, 2],
          ]),
        },
      ),
      trained('3.1', 8, 'cán bộ, công chức, người lao động', aimFor(100, from.training)),
      security('3.2', 6, from.security),
      share(
        '3.3',
        4,
        'Mức độ hài lòng của người dân khi giải quyết thủ tục hành chính',
        aimFor(90, from.government),
        ['Số lượt đánh giá hài lòng, rất hài lòng', 'Tổng số lượt đánh giá'],
        PORTAL_EVIDENCE,
        { indicator: 'hai-long', na: 'drop-confirmed' },
      ),
      criterion('4.1', 4, 'Số tin, bài tuyên truyền về chuyển đổi số', drawnFrom(from.communication), {
        rule: peer,
        unit: 'tin, bài',
        attach: 'Danh mục tin, bài, đường dẫn',
      }),
      share(
        '4.2',
        6,
        'Tỷ lệ cán bộ, công chức được quán triệt nội dung phong trào thi đua',
        aimFor(100, from.communication),
        ['Số người được quán triệt', 'Tổng số cán bộ, công chức, người lao động'],
        'Biên bản, danh sách tham dự',
      ),
      model('5.1', 4, from.movement),
      yearReport('5.2', 8, from.report),
      initiativeBonus('6.1', from.movement),
      incidents('7.1', from.security),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('2.3'), byFigure('2.2'), byGroup('2')] },
  );
}

export function associationSet({ id, year, from }: DaiTuRows): CriteriaSet {
  const members = 'Tổng số đoàn viên, hội viên';
  const list = 'Danh sách rà soát của chi hội, chi đoàn';
  return criteriaSet(
    `${id}-association-1`,
    'association',
    `Bộ tiêu chí chấm điểm Mặt trận Tổ quốc, đoàn thể và tổ chức hội ${year}`,
    [
      ['1', 'Tuyên truyền, vận động'],
      ['2', 'Xã hội số'],
      ['3', 'Chuyển đổi số trong hoạt động của tổ chức'],
      ['4', 'Tổ chức phong trào, chế độ báo cáo'],
      ['5', 'Điểm thưởng'],
      ['6', 'Điểm trừ'],
    ],
    [
      share(
        '1.1',
        12,
        'Tỷ lệ đoàn viên, hội viên được tuyên truyền về chuyển đổi số',
        aimFor(90, from.mobilisation),
        ['Số đoàn viên, hội viên được tuyên truyền', members],
        'Kế hoạch, biên bản sinh hoạt, hình ảnh',
      ),
      campaigns('1.2', 10, 'Số buổi tuyên truyền, hướng dẫn kỹ năng số do tổ chức thực hiện', from.mobilisation),
      share(
        '1.3',
        10,
        'Tỷ lệ đoàn viên, hội viên được hướng dẫn sử dụng dịch vụ công trực tuyến',
        aimFor(70, from.mobilisation),
        ['Số đoàn viên, hội viên được hướng dẫn', members],
        'Danh sách, hình ảnh các buổi hướng dẫn',
      ),
      criterion(
        '1.4',
        8,
        'Số tin, bài, lượt chia sẻ nội dung chính thống về chuyển đổi số',
        drawnFrom(from.communication),
        {
          rule: peer,
          attach: 'Danh mục tin, bài, đường dẫn',
        },
      ),
      share(
        '2.1',
        12,
        'Tỷ lệ đoàn viên, hội viên có tài khoản thanh toán điện tử',
        aimFor(80, from.mobilisation),
        ['Số đoàn viên, hội viên có tài khoản', members],
        list,
      ),
      share(
        '2.2',
        12,
        'Tỷ lệ đoàn viên, hội viên kích hoạt định danh điện tử mức 2',
        aimFor(80, from.mobilisation),
        ['Số đoàn viên, hội viên đã kích hoạt mức 2', members],
        list,
      ),
      criterion(
        '3.1',
        8,
        'Ứng dụng nền tảng số trong sinh hoạt, quản lý đoàn viên, hội viên',
        drawnFrom(from.government),
        {
          rule: levels(
            ['thuong-xuyen', 'Quản lý hội viên và sinh hoạt thường xuyên trên nền tảng số', 8],
            ['mot-phan', 'Mới dùng để thông báo, trao đổi', 4],
            ['chua', 'Chưa ứng dụng', 0],
          ),
          attach: 'Ảnh chụp nền tảng, nhóm sinh hoạt',
        },
      ),
      trained('3.2', 8, 'cán bộ hội và chi hội trưởng', aimFor(100, from.training)),
      ownPlan('4.1', from.planning),
      model('4.2', 6, from.movement),
      yearReport('4.3', 10, from.report),
      initiativeBonus('5.1', from.movement),
      incidents('6.1', from.security),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('1.1'), byGroup('1')] },
  );
}
