/** Ta Ma: criteria for the villages (bản; standards IV.2.a, second group: no ranking, initiatives count). */
import type { Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import { atMost, ladder, levels, part, perUnit, proportional, sum } from '../rules.ts';
import {
  aimIn,
  COMMON_TITLES,
  EXTRA_TITLES,
  extraGroups,
  movementGroup,
  type Phase,
  reportGroup,
  type SetBuilder,
  SOURCES,
  setTitle,
} from './common.ts';

const BAN_LIST = 'Danh sách rà soát của bản, có xác nhận của trưởng bản';

export const villageSet: SetBuilder = (phase) =>
  criteriaSet(
    `ta-ma-village-${phase}-1`,
    'village',
    setTitle('bản', phase),
    [
      ['1', 'Hạ tầng số'],
      ['2', 'Kinh tế số, xã hội số'],
      ['3', 'Tuyên truyền, hỗ trợ người dân'],
      ['4', COMMON_TITLES.movement],
      ['5', COMMON_TITLES.report],
      ['6', EXTRA_TITLES.bonus],
      ['7', EXTRA_TITLES.minus],
    ],
    [
      ...infrastructure(phase),
      ...society(phase),
      ...support(),
      ...movementGroup('4', true),
      ...reportGroup('5'),
      ...extraGroups('6', '7'),
    ],
    { phase, bonusCap: 3, tieBreaks: [byFigure('1.2'), byFigure('2.1'), byGroup('2')] },
  );

function infrastructure(phase: Phase): Criterion[] {
  const households = aimIn(phase, 'TM-G02', 'TM-G17');
  const phones = aimIn(phase, 'TM-G03', 'TM-G18');
  return [
    phase === 'I'
      ? criterion('1.1', 8, 'Tỷ lệ khu vực trung tâm dân cư được phủ mạng cáp quang', aimIn(phase, 'TM-G01', null), {
          a: 'Số khu vực trung tâm dân cư có mạng cáp quang',
          b: 'Tổng số khu vực trung tâm dân cư của bản',
          na: 'drop-confirmed',
          attach: 'Xác nhận của doanh nghiệp viễn thông hoặc UBND xã',
        })
      : criterion(
          '1.1',
          8,
          'Mức độ phủ sóng di động 4G/5G của bản',
          drawnFrom(at('TM-G18', 'III.2.2.2.a', 'Phổ cập dịch vụ mạng di động 4G/5G')),
          {
            rule: levels(
              ['toan-ban', 'Phủ sóng toàn bản', 8],
              ['phan-lon', 'Phủ sóng từ một nửa số khu dân cư', 4],
              ['it', 'Phủ sóng dưới một nửa số khu dân cư', 0],
            ),
            attach: 'Xác nhận của doanh nghiệp viễn thông hoặc UBND xã',
          },
        ),
    criterion('1.2', 12, 'Tỷ lệ hộ gia đình sử dụng Internet băng rộng cáp quang', households, {
      a: 'Số hộ gia đình sử dụng Internet cáp quang',
      b: 'Tổng số hộ gia đình của bản',
      attach: BAN_LIST,
    }),
    criterion('1.3', 10, 'Tỷ lệ người dân sử dụng điện thoại thông minh', phones, {
      a: 'Số người dân sử dụng điện thoại thông minh',
      b: 'Tổng số người dân của bản',
      attach: BAN_LIST,
    }),
  ];
}

function society(phase: Phase): Criterion[] {
  const accounts = aimIn(phase, 'TM-G15', 'TM-G27');
  return [
    criterion('2.1', 12, 'Tỷ lệ dân số có tài khoản thanh toán điện tử', accounts, {
      a: 'Số người có tài khoản thanh toán điện tử',
      b: 'Tổng dân số của bản',
      attach: BAN_LIST,
    }),
    criterion(
      '2.2',
      8,
      'Tỷ lệ người dân được tiếp cận, sử dụng các dịch vụ số thiết yếu',
      aimIn(phase, 'TM-G16', 'TM-G28'),
      {
        a: 'Số người dân được tiếp cận, sử dụng dịch vụ số thiết yếu',
        b: 'Tổng số người dân của bản',
        attach: BAN_LIST,
      },
    ),
    phase === 'I'
      ? criterion(
          '2.3',
          6,
          'Số hộ sản xuất, kinh doanh bán hàng hoặc thanh toán qua mạng',
          aimFor(5, at('TM-C06', 'III.1.6.c', 'tăng tỷ trọng của nông nghiệp công nghệ số trong nền kinh tế')),
          {
            rule: ladder([
              [5, 6],
              [3, 4],
              [1, 2],
            ]),
            unit: 'hộ',
            attach: BAN_LIST,
          },
        )
      : criterion('2.3', 6, 'Số hộ nghèo, hộ cận nghèo về thông tin còn lại', aimIn(phase, 'TM-G29', 'TM-G29'), {
          rule: atMost([
            [0, 6],
            [2, 4],
            [5, 2],
          ]),
          unit: 'hộ',
          lower: true,
          attach: 'Kết quả rà soát hộ nghèo, hộ cận nghèo',
        }),
    criterion(
      '2.4',
      8,
      'Tỷ lệ người trưởng thành kích hoạt tài khoản định danh điện tử mức 2',
      aimFor(phase === 'I' ? 70 : 90, SOURCES.content),
      {
        a: 'Số người từ 18 tuổi trở lên đã kích hoạt định danh mức 2',
        b: 'Tổng số người từ 18 tuổi trở lên của bản',
        attach: 'Xác nhận của Công an xã',
      },
    ),
  ];
}

function support(): Criterion[] {
  return [
    criterion('3.1', 5, 'Số buổi tuyên truyền về chuyển đổi số tại bản', aimFor(4, SOURCES.communication), {
      rule: ladder([
        [4, 5],
        [3, 4],
        [2, 3],
        [1, 1.5],
      ]),
      unit: 'buổi',
      attach: 'Biên bản họp bản, hình ảnh',
    }),
    criterion('3.2', 5, 'Hoạt động của tổ công nghệ số cộng đồng', drawnFrom(SOURCES.content), {
      rule: sum(
        part('a', 1, 'Có quyết định thành lập hoặc kiện toàn tổ', 'yes-no'),
        part('b', 2, 'Số buổi tổ ra quân hướng dẫn người dân', 'count', perUnit(0.5, 2)),
        part('c', 2, 'Tỷ lệ thành viên của tổ được tập huấn (%)', 'percentage', proportional(100)),
      ),
      attach: 'Quyết định thành lập; báo cáo hoạt động của tổ',
    }),
  ];
}
