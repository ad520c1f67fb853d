/** Ta Ma: criteria for cơ quan, ban, ngành, đơn vị of the commune (standards IV.2.a, first group). */
import { aimFor, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import { incidents, initiativeBonus, security } from '../common-criteria.ts';
import { levels, perUnit } from '../rules.ts';
import {
  aimIn,
  COMMON_TITLES,
  EXTRA_TITLES,
  electronicDocuments,
  movementGroup,
  onlineMeetings,
  type Phase,
  reportGroup,
  type SetBuilder,
  SOURCES,
  setTitle,
  trainedStaff,
  watchedSystems,
  workFiles,
} from './common.ts';

export const agencySet: SetBuilder = (phase) =>
  criteriaSet(
    `ta-ma-agency-${phase}-1`,
    'agency',
    setTitle('cơ quan, đơn vị', phase),
    [
      ['1', 'Hạ tầng số, an toàn thông tin'],
      ['2', 'Chính quyền số'],
      ['3', 'Nhân lực số, nền tảng số'],
      ['4', COMMON_TITLES.movement],
      ['5', COMMON_TITLES.report],
      ['6', EXTRA_TITLES.bonus],
      ['7', EXTRA_TITLES.minus],
    ],
    [
      watchedSystems('1.1', 6, phase),
      security('1.2', 6, SOURCES.security),
      ...government(phase),
      ...people(phase),
      ...movementGroup('4'),
      ...reportGroup('5'),
      initiativeBonus('6.1', SOURCES.initiative),
      criterion(
        '6.2',
        2,
        'Xếp hạng theo Bộ chỉ số đánh giá Chính quyền số của các bộ phận chuyên môn',
        drawnFrom(SOURCES.rank),
        {
          rule: levels(
            ['nhat', 'Xếp thứ nhất', 2],
            ['top-3', 'Xếp thứ hai, thứ ba', 1],
            ['khac', 'Ngoài tốp đầu hoặc chưa xếp hạng', 0],
          ),
          bonus: true,
          attach: 'Văn bản công bố kết quả xếp hạng',
        },
      ),
      incidents('7.1', SOURCES.security),
    ],
    {
      phase,
      bonusCap: 5,
      tieBreaks: [byFigure('4.2'), byFigure('2.3'), byGroup('2')],
    },
  );

function government(phase: Phase) {
  const twoLevels = aimIn(phase, 'TM-G08', 'TM-G23');
  return [
    electronicDocuments('2.1', 8, phase),
    criterion(
      '2.2',
      6,
      phase === 'I'
        ? 'Tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp trực tuyến toàn trình (mức độ 4)'
        : 'Tỷ lệ dịch vụ công trực tuyến toàn trình (mức độ 4) được cung cấp trên nhiều phương tiện truy cập',
      aimIn(phase, 'TM-G05', 'TM-G19'),
      {
        a:
          phase === 'I'
            ? 'Số thủ tục đã cung cấp trực tuyến toàn trình'
            : 'Số dịch vụ công dùng được trên nhiều phương tiện',
        b: phase === 'I' ? 'Số thủ tục đủ điều kiện cung cấp toàn trình' : 'Tổng số dịch vụ công trực tuyến toàn trình',
        ...(phase === 'I' ? { indicator: 'dich-vu-toan-trinh' } : {}),
        na: 'drop-confirmed',
        attach: 'Ảnh chụp danh mục trên Cổng dịch vụ công',
      },
    ),
    criterion(
      '2.3',
      8,
      'Tỷ lệ hồ sơ thủ tục hành chính tiếp nhận trực tuyến',
      aimFor(phase === 'I' ? 50 : 80, SOURCES.fiveNo),
      {
        a: 'Số hồ sơ tiếp nhận trực tuyến',
        b: 'Tổng số hồ sơ tiếp nhận trong kỳ',
        indicator: 'ho-so-truc-tuyen',
        na: 'drop-confirmed',
        attach: 'Ảnh chụp số liệu trên Cổng dịch vụ công',
      },
    ),
    workFiles('2.4', phase === 'I' ? 8 : 6, phase),
    onlineMeetings('2.5', 4, phase),
    criterion('2.6', 4, 'Tỷ lệ cuộc họp 02 cấp được thực hiện trực tuyến', twoLevels, {
      a: 'Số cuộc họp 02 cấp thực hiện trực tuyến',
      b: 'Tổng số cuộc họp 02 cấp',
      na: 'drop',
      evidence: 'optional',
      attach: 'Giấy mời hoặc thống kê cuộc họp',
    }),
    criterion(
      '2.7',
      6,
      'Tỷ lệ chế độ báo cáo định kỳ, báo cáo thống kê thực hiện trên hệ thống thông tin báo cáo',
      aimIn(phase, 'TM-G09', null),
      {
        a: 'Số báo cáo thực hiện trên hệ thống thông tin báo cáo',
        b: 'Tổng số báo cáo định kỳ, báo cáo thống kê phải thực hiện',
        attach: 'Ảnh chụp danh sách báo cáo trên hệ thống',
      },
    ),
    criterion(
      '2.8',
      6,
      'Tỷ lệ hồ sơ có nghĩa vụ tài chính được thanh toán trực tuyến',
      aimFor(phase === 'I' ? 50 : 80, SOURCES.fiveNo),
      {
        a: 'Số hồ sơ thanh toán trực tuyến thành công',
        b: 'Số hồ sơ phát sinh nghĩa vụ tài chính',
        indicator: 'thanh-toan-truc-tuyen',
        na: 'drop-confirmed',
        attach: 'Ảnh chụp số liệu trên Cổng dịch vụ công',
      },
    ),
  ];
}

function people(phase: Phase) {
  return [
    trainedStaff('3.1', 8, phase, 'cán bộ, công chức, viên chức'),
    criterion('3.2', 4, 'Số nền tảng số ứng dụng thiết thực trong ngành, lĩnh vực', drawnFrom(SOURCES.platform), {
      rule: perUnit(2, 4),
      unit: 'nền tảng',
      attach: 'Tên nền tảng, văn bản triển khai',
    }),
    ...(phase === 'II'
      ? [
          criterion('3.3', 2, 'Tỷ lệ dịch vụ mới được cung cấp dựa trên dữ liệu', aimIn(phase, 'TM-G20', 'TM-G20'), {
            a: 'Số dịch vụ mới cung cấp dựa trên dữ liệu',
            b: 'Tổng số dịch vụ mới',
            na: 'drop',
            attach: 'Danh mục dịch vụ',
          }),
        ]
      : []),
  ];
}
