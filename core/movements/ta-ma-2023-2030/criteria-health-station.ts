/** Ta Ma: criteria for the health station, one of the "đơn vị", named in the priority field III.1.6.a. */
import type { Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion } from '../build.ts';
import { ladder } from '../rules.ts';
import {
  aimIn,
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
  workFiles,
} from './common.ts';

const HEALTH = 'III.1.6.a';
const REMOTE = at(
  'TM-C06',
  HEALTH,
  'đẩy mạnh triển khai nền tảng ứng dụng tư vấn, khám chữa bệnh từ xa, bệnh án điện tử, đơn thuốc điện tử',
);
const RECORD = at('TM-C06', HEALTH, 'mỗi người dân có một hồ sơ số sức khoẻ cá nhân');

export const healthStationSet: SetBuilder = (phase) =>
  criteriaSet(
    `ta-ma-health-station-${phase}-1`,
    'health-station',
    setTitle('trạm y tế', phase),
    [
      ['1', 'Quản trị số, an toàn thông tin'],
      ['2', 'Y tế số'],
      ['3', 'Nhân lực số'],
      ['4', COMMON_TITLES.movement],
      ['5', COMMON_TITLES.report],
      ['6', EXTRA_TITLES.bonus],
      ['7', EXTRA_TITLES.minus],
    ],
    [
      electronicDocuments('1.1', 6, phase),
      workFiles('1.2', 6, phase),
      onlineMeetings('1.3', 4, phase),
      watchedSystems('1.4', 6, phase),
      criterion(
        '1.5',
        4,
        'Tỷ lệ báo cáo định kỳ, báo cáo thống kê y tế thực hiện trên hệ thống',
        aimIn(phase, 'TM-G09', null),
        {
          a: 'Số báo cáo thực hiện trên hệ thống',
          b: 'Tổng số báo cáo phải thực hiện',
          attach: 'Ảnh chụp danh sách báo cáo trên hệ thống',
        },
      ),
      ...care(phase),
      trainedStaff('3.1', 8, phase, 'viên chức, nhân viên y tế bản'),
      ...movementGroup('4'),
      ...reportGroup('5'),
      ...extraGroups('6', '7'),
    ],
    { phase, bonusCap: 3, tieBreaks: [byFigure('2.1'), byGroup('2')] },
  );

function care(phase: Phase): Criterion[] {
  return [
    criterion('2.1', 12, 'Tỷ lệ người dân có hồ sơ số sức khỏe cá nhân', aimFor(100, RECORD), {
      a: 'Số người dân có hồ sơ sức khỏe điện tử',
      b: 'Tổng số người dân do trạm quản lý',
      attach: 'Ảnh chụp số liệu trên phần mềm hồ sơ sức khỏe',
    }),
    criterion('2.2', 8, 'Tỷ lệ đơn thuốc được kê điện tử', aimFor(phase === 'I' ? 80 : 100, REMOTE), {
      a: 'Số đơn thuốc điện tử',
      b: 'Tổng số đơn thuốc',
      attach: 'Ảnh chụp số liệu trên hệ thống đơn thuốc quốc gia',
    }),
    criterion(
      '2.3',
      8,
      'Tỷ lệ lượt khám, chữa bệnh sử dụng căn cước công dân gắn chíp hoặc VNeID',
      aimFor(phase === 'I' ? 70 : 90, REMOTE),
      {
        a: 'Số lượt khám sử dụng căn cước hoặc VNeID',
        b: 'Tổng số lượt khám bảo hiểm y tế',
        attach: 'Báo cáo trích từ phần mềm khám, chữa bệnh',
      },
    ),
    criterion('2.4', 6, 'Số ca tư vấn, hội chẩn, khám chữa bệnh từ xa', aimFor(12, REMOTE), {
      rule: ladder([
        [12, 6],
        [8, 4],
        [4, 2],
      ]),
      unit: 'ca',
      attach: 'Sổ hội chẩn, biên bản',
    }),
    criterion(
      '2.5',
      6,
      'Tỷ lệ lượt thanh toán dịch vụ y tế không dùng tiền mặt',
      aimFor(phase === 'I' ? 50 : 80, SOURCES.fiveNo),
      {
        a: 'Số lượt thanh toán không dùng tiền mặt',
        b: 'Tổng số lượt thanh toán',
        attach: 'Sao kê, báo cáo của kế toán',
      },
    ),
  ];
}
