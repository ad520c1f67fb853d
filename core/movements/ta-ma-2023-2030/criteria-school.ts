/**
 * Ta Ma: criteria for the schools, which the plan counts among "cơ quan, đơn vị" and names in its priority field
 * III.1.6.b.
 */
import type { Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import { ladder, levels, perUnit } from '../rules.ts';
import {
  COMMON_TITLES,
  EXTRA_TITLES,
  electronicDocuments,
  extraGroups,
  movementGroup,
  onlineMeetings,
  type Phase,
  reportGroup,
  type SetBuilder,
  SOURCES,
  setTitle,
  trainedStaff,
  watchedSystems,
} from './common.ts';

const EDUCATION = at(
  'TM-C06',
  'III.1.6.b',
  'Triển khai đẩy mạnh ứng dụng công nghệ thông tin trong quản lý, dạy học và kiểm tra đánh giá',
);

export const schoolSet: SetBuilder = (phase) =>
  criteriaSet(
    `ta-ma-school-${phase}-1`,
    'school',
    setTitle('trường học', phase),
    [
      ['1', 'Quản trị số, an toàn thông tin'],
      ['2', 'Dạy học số, kỹ năng số'],
      ['3', 'Lan tỏa trong phụ huynh và cộng đồng'],
      ['4', COMMON_TITLES.movement],
      ['5', COMMON_TITLES.report],
      ['6', EXTRA_TITLES.bonus],
      ['7', EXTRA_TITLES.minus],
    ],
    [
      ...office(phase),
      ...teaching(phase),
      criterion(
        '3.1',
        6,
        'Tỷ lệ phụ huynh sử dụng sổ liên lạc điện tử hoặc ứng dụng của nhà trường',
        aimFor(70, EDUCATION),
        {
          a: 'Số phụ huynh sử dụng',
          b: 'Tổng số phụ huynh (mỗi học sinh tính một phụ huynh)',
          attach: 'Ảnh chụp số liệu trên ứng dụng',
        },
      ),
      criterion('3.2', 6, 'Số buổi hỗ trợ phụ huynh, người lớn tuổi về kỹ năng số', drawnFrom(EDUCATION), {
        rule: perUnit(2, 6),
        unit: 'buổi',
        attach: 'Kế hoạch, hình ảnh',
      }),
      ...movementGroup('4'),
      ...reportGroup('5'),
      ...extraGroups('6', '7'),
    ],
    { phase, bonusCap: 3, tieBreaks: [byFigure('2.4'), byGroup('2')] },
  );

function office(phase: Phase): Criterion[] {
  return [
    electronicDocuments('1.1', 6, phase),
    criterion(
      '1.2',
      8,
      'Tỷ lệ hồ sơ, sổ sách của nhà trường được quản lý điện tử',
      aimFor(phase === 'I' ? 80 : 100, EDUCATION),
      {
        a: 'Số loại hồ sơ, sổ sách quản lý điện tử',
        b: 'Tổng số loại hồ sơ, sổ sách theo quy định',
        attach: 'Danh mục hồ sơ điện tử',
      },
    ),
    onlineMeetings('1.3', 4, phase),
    watchedSystems('1.4', 6, phase),
    criterion(
      '1.5',
      6,
      'Tỷ lệ khoản thu được thanh toán không dùng tiền mặt',
      aimFor(phase === 'I' ? 50 : 80, SOURCES.fiveNo),
      {
        a: 'Số lượt thu không dùng tiền mặt',
        b: 'Tổng số lượt thu trong kỳ',
        na: 'drop-confirmed',
        attach: 'Sao kê, báo cáo của kế toán',
      },
    ),
  ];
}

function teaching(phase: Phase): Criterion[] {
  return [
    trainedStaff('2.1', 8, phase, 'cán bộ, giáo viên, nhân viên'),
    criterion(
      '2.2',
      8,
      'Tỷ lệ giáo viên thường xuyên ứng dụng công nghệ thông tin trong dạy học',
      aimFor(90, EDUCATION),
      {
        a: 'Số giáo viên thường xuyên sử dụng bài giảng điện tử, học liệu số',
        b: 'Tổng số giáo viên trực tiếp giảng dạy',
        rule: ladder([
          [90, 8],
          [80, 6],
          [70, 4],
          [50, 2],
        ]),
        attach: 'Kế hoạch bài dạy, sổ dự giờ',
      },
    ),
    criterion(
      '2.3',
      6,
      'Phòng học thông minh, phòng học có thiết bị trình chiếu và kết nối Internet',
      drawnFrom({ ...EDUCATION, text: 'triển khai phòng học thông minh, trường học thông minh' }),
      {
        rule: levels(
          ['thong-minh', 'Có phòng học thông minh', 6],
          ['trinh-chieu', 'Có phòng học có thiết bị trình chiếu, kết nối Internet', 4],
          ['chua-co', 'Chưa có', 0],
        ),
        attach: 'Danh mục thiết bị, hình ảnh',
      },
    ),
    criterion(
      '2.4',
      10,
      'Tỷ lệ học sinh được phổ cập kỹ năng số theo lứa tuổi',
      aimFor(phase === 'I' ? 80 : 100, {
        ...EDUCATION,
        text: 'triển khai phổ cập kỹ năng số cho cán bộ, giáo viên, học sinh các cấp học',
      }),
      {
        a: 'Số học sinh được phổ cập kỹ năng số',
        b: 'Tổng số học sinh',
        attach: 'Kế hoạch giáo dục, danh sách lớp',
      },
    ),
  ];
}
