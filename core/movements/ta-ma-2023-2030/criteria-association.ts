/** Ta Ma: criteria for UB MTTQ and the socio-political organisations (standards IV.2.a, first group; role V.5). */
import type { Criterion } from '../../movement/criteria-set.ts';
import { aimFor, byFigure, byGroup, criteriaSet, criterion } from '../build.ts';
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
  workFiles,
} from './common.ts';

export const associationSet: SetBuilder = (phase) =>
  criteriaSet(
    `ta-ma-association-${phase}-1`,
    'association',
    setTitle('Ủy ban MTTQ và các tổ chức chính trị - xã hội', phase),
    [
      ['1', 'Tuyên truyền, vận động, phát triển xã hội số'],
      ['2', 'Chuyển đổi số trong hoạt động của tổ chức'],
      ['3', 'Kỹ năng số'],
      ['4', COMMON_TITLES.movement],
      ['5', COMMON_TITLES.report],
      ['6', EXTRA_TITLES.bonus],
      ['7', EXTRA_TITLES.minus],
    ],
    [
      ...society(phase),
      electronicDocuments('2.1', 6, phase),
      workFiles('2.2', 6, phase),
      onlineMeetings('2.3', 4, phase),
      trainedStaff('3.1', 8, phase, 'cán bộ chuyên trách và chi hội trưởng'),
      criterion(
        '3.2',
        8,
        'Tỷ lệ hội viên được hướng dẫn sử dụng dịch vụ công trực tuyến',
        aimFor(phase === 'I' ? 50 : 80, SOURCES.communication),
        {
          a: 'Số đoàn viên, hội viên đã được hướng dẫn',
          b: 'Tổng số đoàn viên, hội viên',
          attach: 'Danh sách, hình ảnh các buổi hướng dẫn',
        },
      ),
      ...movementGroup('4'),
      ...reportGroup('5'),
      ...extraGroups('6', '7'),
    ],
    { phase, bonusCap: 3, tieBreaks: [byFigure('1.1'), byGroup('1')] },
  );

function society(phase: Phase): Criterion[] {
  const accounts = aimIn(phase, 'TM-G15', 'TM-G27');
  const phones = aimIn(phase, 'TM-G03', 'TM-G18');
  return [
    criterion(
      '1.1',
      10,
      'Tỷ lệ đoàn viên, hội viên được tuyên truyền về chuyển đổi số',
      aimFor(90, SOURCES.communication),
      {
        a: 'Số đoàn viên, hội viên được tuyên truyền',
        b: 'Tổng số đoàn viên, hội viên',
        attach: 'Kế hoạch, biên bản sinh hoạt, hình ảnh',
      },
    ),
    criterion(
      '1.2',
      6,
      'Số buổi tuyên truyền, tập huấn kỹ năng số do tổ chức thực hiện',
      aimFor(4, SOURCES.communication),
      {
        rule: ladder([
          [4, 6],
          [3, 4.5],
          [2, 3],
          [1, 1.5],
        ]),
        unit: 'buổi',
        attach: 'Kế hoạch, hình ảnh các buổi tuyên truyền',
      },
    ),
    criterion('1.3', 8, 'Tỷ lệ đoàn viên, hội viên có tài khoản thanh toán điện tử', accounts, {
      a: 'Số đoàn viên, hội viên có tài khoản thanh toán điện tử',
      b: 'Tổng số đoàn viên, hội viên',
      attach: 'Danh sách rà soát của chi hội, chi đoàn',
    }),
    criterion('1.4', 8, 'Tỷ lệ đoàn viên, hội viên sử dụng điện thoại thông minh', phones, {
      a: 'Số đoàn viên, hội viên sử dụng điện thoại thông minh',
      b: 'Tổng số đoàn viên, hội viên',
      attach: 'Danh sách rà soát của chi hội, chi đoàn',
    }),
    criterion(
      '1.5',
      10,
      'Tỷ lệ đoàn viên, hội viên được tiếp cận, sử dụng các dịch vụ số thiết yếu',
      aimIn(phase, 'TM-G16', 'TM-G28'),
      {
        a: 'Số đoàn viên, hội viên được tiếp cận, sử dụng dịch vụ số thiết yếu',
        b: 'Tổng số đoàn viên, hội viên',
        attach: 'Danh sách rà soát của chi hội, chi đoàn',
      },
    ),
  ];
}
