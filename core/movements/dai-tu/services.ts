/** Lục Ba and Tân Linh: criteria for schools, the health station and the commune police. */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
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
import { best, ladder, levels, part, perUnit, proportional } from '../rules.ts';
import type { DaiTuRows } from './sources.ts';

const LAST_GROUPS = [
  ['4', 'Tổ chức phong trào, chế độ báo cáo'],
  ['5', 'Điểm thưởng'],
  ['6', 'Điểm trừ'],
] as const;

/** Group 4 (24 points), bonus and deduction. */
function lastGroups({ from }: DaiTuRows): Criterion[] {
  return [
    ownPlan('4.1', from.planning),
    model('4.2', 6, from.movement),
    campaigns('4.3', 4, 'Số buổi tuyên truyền về chuyển đổi số do đơn vị tổ chức', from.communication),
    yearReport('4.4', 10, from.report),
    initiativeBonus('5.1', from.movement),
    incidents('6.1', from.security),
  ];
}

export function schoolSet(rows: DaiTuRows): CriteriaSet {
  const { id, year, from } = rows;
  return criteriaSet(
    `${id}-school-1`,
    'school',
    `Bộ tiêu chí chấm điểm trường học ${year}`,
    [
      ['1', 'Quản trị số, an toàn thông tin'],
      ['2', 'Dạy học số, kỹ năng số'],
      ['3', 'Kết nối phụ huynh'],
      ...LAST_GROUPS,
    ],
    [
      share(
        '1.1',
        10,
        'Tỷ lệ hồ sơ, sổ sách của nhà trường được quản lý điện tử',
        aimFor(90, from.education),
        ['Số loại hồ sơ, sổ sách quản lý điện tử', 'Tổng số loại hồ sơ, sổ sách theo quy định'],
        'Danh mục hồ sơ điện tử',
      ),
      share(
        '1.2',
        10,
        'Tỷ lệ khoản thu được thanh toán không dùng tiền mặt',
        aimFor(80, from.education),
        ['Số lượt thu không dùng tiền mặt', 'Tổng số lượt thu trong kỳ'],
        'Sao kê, báo cáo của kế toán',
        { na: 'drop-confirmed' },
      ),
      security('1.3', 8, from.security),
      trained('2.1', 8, 'cán bộ, giáo viên, nhân viên', aimFor(100, from.training)),
      share(
        '2.2',
        10,
        'Tỷ lệ giáo viên thường xuyên ứng dụng công nghệ số trong dạy học',
        aimFor(90, from.education),
        ['Số giáo viên thường xuyên sử dụng bài giảng điện tử, học liệu số', 'Tổng số giáo viên trực tiếp giảng dạy'],
        'Kế hoạch bài dạy, sổ dự giờ',
        {
          rule: ladder([
            [90, 10],
            [80, 8],
            [70, 6],
            [50, 3],
          ]),
        },
      ),
      share(
        '2.3',
        10,
        'Tỷ lệ học sinh được trang bị kỹ năng số theo lứa tuổi',
        aimFor(90, from.education),
        ['Số học sinh được trang bị kỹ năng số', 'Tổng số học sinh'],
        'Kế hoạch giáo dục, danh sách lớp',
      ),
      criterion(
        '2.4',
        8,
        'Kết quả nổi bật về học liệu số hoặc phòng học thông minh (tính nội dung có điểm cao nhất)',
        drawnFrom(from.education),
        {
          rule: best(
            part('a', 8, 'Số bài giảng điện tử được chia sẻ dùng chung', 'count', perUnit(0.5, 8)),
            part(
              'b',
              8,
              'Tỷ lệ phòng học có thiết bị trình chiếu, kết nối Internet (%)',
              'percentage',
              proportional(100),
            ),
          ),
          attach: 'Danh mục bài giảng; danh mục thiết bị',
        },
      ),
      share(
        '3.1',
        12,
        'Tỷ lệ phụ huynh sử dụng sổ liên lạc điện tử hoặc ứng dụng của nhà trường',
        aimFor(80, from.education),
        ['Số phụ huynh sử dụng', 'Tổng số phụ huynh (mỗi học sinh tính một phụ huynh)'],
        'Ảnh chụp số liệu trên ứng dụng',
      ),
      ...lastGroups(rows),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('2.2'), byGroup('2')] },
  );
}

export function healthStationSet(rows: DaiTuRows): CriteriaSet {
  const { id, year, from } = rows;
  return criteriaSet(
    `${id}-health-station-1`,
    'health-station',
    `Bộ tiêu chí chấm điểm trạm y tế ${year}`,
    [['1', 'Quản trị số, an toàn thông tin'], ['2', 'Y tế số'], ['3', 'Nhân lực số'], ...LAST_GROUPS],
    [
      share(
        '1.1',
        8,
        'Tỷ lệ hồ sơ, sổ sách chuyên môn được quản lý điện tử',
        aimFor(90, from.health),
        ['Số loại hồ sơ, sổ sách quản lý điện tử', 'Tổng số loại hồ sơ, sổ sách theo quy định'],
        'Danh mục hồ sơ điện tử',
      ),
      security('1.2', 8, from.security),
      share(
        '1.3',
        6,
        'Tỷ lệ báo cáo định kỳ thực hiện trên hệ thống',
        aimFor(100, from.health),
        ['Số báo cáo thực hiện trên hệ thống', 'Tổng số báo cáo phải thực hiện'],
        'Ảnh chụp danh sách báo cáo trên hệ thống',
      ),
      share(
        '2.1',
        14,
        'Tỷ lệ người dân có hồ sơ sức khỏe điện tử',
        aimFor(90, from.health),
        ['Số người dân có hồ sơ sức khỏe điện tử', 'Tổng số người dân do trạm quản lý'],
        'Ảnh chụp số liệu trên phần mềm hồ sơ sức khỏe',
      ),
      share(
        '2.2',
        10,
        'Tỷ lệ đơn thuốc được kê điện tử',
        aimFor(90, from.health),
        ['Số đơn thuốc điện tử', 'Tổng số đơn thuốc'],
        'Ảnh chụp số liệu trên hệ thống đơn thuốc quốc gia',
      ),
      share(
        '2.3',
        10,
        'Tỷ lệ lượt khám, chữa bệnh sử dụng căn cước công dân gắn chíp, VNeID hoặc ứng dụng VssID',
        aimFor(80, from.health),
        ['Số lượt khám sử dụng căn cước, VNeID, VssID', 'Tổng số lượt khám bảo hiểm y tế'],
        'Báo cáo trích từ phần mềm khám, chữa bệnh',
      ),
      criterion('2.4', 6, 'Số ca tư vấn, hội chẩn, khám chữa bệnh từ xa', aimFor(12, from.health), {
        rule: ladder([
          [12, 6],
          [8, 4],
          [4, 2],
        ]),
        unit: 'ca',
        attach: 'Sổ hội chẩn, biên bản',
      }),
      share(
        '2.5',
        6,
        'Tỷ lệ lượt thanh toán dịch vụ y tế không dùng tiền mặt',
        aimFor(50, from.health),
        ['Số lượt thanh toán không dùng tiền mặt', 'Tổng số lượt thanh toán'],
        'Sao kê, báo cáo của kế toán',
      ),
      trained('3.1', 8, 'viên chức, nhân viên y tế', aimFor(100, from.training)),
      ...lastGroups(rows),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('2.1'), byGroup('2')] },
  );
}

export function policeSet(rows: DaiTuRows): CriteriaSet {
  const { id, year, from } = rows;
  return criteriaSet(
    `${id}-police-1`,
    'police',
    `Bộ tiêu chí chấm điểm Công an xã ${year}`,
    [
      ['1', 'Dữ liệu dân cư, dịch vụ công trực tuyến'],
      ['2', 'An ninh mạng, an toàn thông tin'],
      ['3', 'Nhân lực số'],
      ...LAST_GROUPS,
    ],
    [
      share(
        '1.1',
        14,
        'Tỷ lệ công dân đủ điều kiện kích hoạt định danh điện tử mức 2',
        aimFor(80, from.order),
        ['Số công dân đã kích hoạt mức 2', 'Số công dân đủ điều kiện'],
        'Báo cáo thống kê của Công an xã',
      ),
      share(
        '1.2',
        14,
        'Tỷ lệ hồ sơ cư trú tiếp nhận trực tuyến',
        aimFor(80, from.government),
        ['Số hồ sơ tiếp nhận trực tuyến', 'Tổng số hồ sơ tiếp nhận trong kỳ'],
        PORTAL_EVIDENCE,
        { indicator: 'ho-so-truc-tuyen' },
      ),
      share(
        '1.3',
        10,
        'Tỷ lệ hồ sơ giải quyết đúng hạn',
        aimFor(98, from.government),
        ['Số hồ sơ giải quyết đúng hạn, trước hạn', 'Tổng số hồ sơ đã giải quyết'],
        PORTAL_EVIDENCE,
        {
          indicator: 'dung-han',
          rule: ladder([
            [98, 10],
            [95, 7],
            [90, 4],
          ]),
        },
      ),
      share(
        '1.4',
        10,
        'Tỷ lệ dữ liệu dân cư được rà soát, làm sạch',
        aimFor(100, from.order),
        ['Số nhân khẩu đã rà soát, làm sạch dữ liệu', 'Tổng số nhân khẩu quản lý'],
        'Báo cáo thống kê của Công an xã',
      ),
      campaigns('2.1', 8, 'Số buổi tuyên truyền phòng, chống lừa đảo trên không gian mạng', from.order),
      criterion('2.2', 6, 'Hệ thống camera an ninh trên địa bàn', drawnFrom(from.order), {
        rule: levels(
          ['day-du', 'Phủ các tuyến, địa bàn trọng điểm, hoạt động tốt', 6],
          ['mot-phan', 'Có ở một số địa bàn', 3],
          ['chua', 'Chưa có', 0],
        ),
        attach: 'Danh mục camera, hình ảnh',
      }),
      security('2.3', 6, from.security),
      trained('3.1', 8, 'cán bộ, chiến sĩ', aimFor(100, from.training)),
      ...lastGroups(rows),
    ],
    { bonusCap: 3, tieBreaks: [byFigure('1.1'), byGroup('1')] },
  );
}
