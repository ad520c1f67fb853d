/**
 * Tân Quang: criteria for the schools (VI.1) and for the Fatherland Front and its organisations (VI.2), to whom the
 * plan gives duties of their own.
 */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import { aimFor, at, byFigure, byGroup, criteriaSet, criterion, drawnFrom } from '../build.ts';
import {
  campaigns,
  incidents,
  initiativeBonus,
  model,
  ownPlan,
  reportsInTime,
  security,
  share,
  trained,
} from '../common-criteria.ts';
import { levels } from '../rules.ts';
import { aim, INITIATIVE, REPORTING, registered, SECURITY, TASKS, TRAINING } from './criteria.ts';

const SCHOOL = at(
  'TQ-R01',
  'VI.1',
  'xây dựng kế hoạch phát động Phong trào thi đua Chuyển đổi số, hướng dẫn và triển khai tổ chức thực hiện đảm bảo thiết thực, chất lượng',
);
const MOBILISATION = at(
  'TQ-R02',
  'VI.2',
  'tuyên truyền, vận động đoàn viên, hội viên và Nhân dân tham gia hưởng ứng Phong trào thi đua Chuyển đổi số',
);
const SKILLS = at(
  'TQ-R02',
  'VI.2',
  'tích cực nâng cao nhận thức về chuyển đổi số và các kỹ năng ứng dụng công nghệ số',
);

/** Registration, plan, tasks on time, models (24 points), reports on time (10), bonus, deduction. */
function lastGroups(plan: typeof SCHOOL): Criterion[] {
  return [
    registered('4.1', 4),
    ownPlan('4.2', plan),
    share(
      '4.3',
      10,
      'Tỷ lệ mục tiêu, nhiệm vụ được giao hoàn thành có chất lượng, đúng thời hạn',
      aimFor(100, TASKS),
      ['Số mục tiêu, nhiệm vụ hoàn thành đúng thời hạn', 'Tổng số mục tiêu, nhiệm vụ được giao'],
      'Báo cáo hoặc văn bản kết quả thực hiện',
      { gates: ['4.2'] },
    ),
    model('4.4', 6, INITIATIVE),
    reportsInTime('5.1', 'Tỷ lệ báo cáo gửi đúng thời hạn UBND xã yêu cầu', REPORTING, [
      [100, 10],
      [90, 8],
      [80, 5],
      [50, 2],
    ]),
    initiativeBonus('6.1', INITIATIVE),
    incidents('7.1', SECURITY),
  ];
}

const LAST_GROUPS = [
  ['4', 'Tổ chức phong trào thi đua'],
  ['5', 'Chế độ thông tin, báo cáo'],
  ['6', 'Điểm thưởng'],
  ['7', 'Điểm trừ'],
] as const;

/** Plan's own targets that hold for every office: electronic documents and work files. */
function paperwork(documents: string, files: string): Criterion[] {
  return [
    share(
      documents,
      8,
      'Tỷ lệ báo cáo định kỳ và văn bản hành chính gửi, nhận điện tử (trừ văn bản mật)',
      aim('TQ-G06'),
      ['Số báo cáo, văn bản gửi, nhận điện tử', 'Tổng số báo cáo, văn bản (không tính văn bản mật)'],
      'Ảnh chụp số liệu trên phần mềm quản lý văn bản',
    ),
    share(
      files,
      8,
      'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ mật)',
      aim('TQ-G05'),
      ['Số hồ sơ công việc xử lý trên môi trường mạng', 'Tổng số hồ sơ công việc (không tính hồ sơ mật)'],
      'Ảnh chụp số liệu thống kê trên phần mềm',
    ),
  ];
}

export const tanQuangSchool: CriteriaSet = criteriaSet(
  'tan-quang-school-1',
  'school',
  'Bộ tiêu chí chấm điểm trường học, giai đoạn 2023 - 2025',
  [
    ['1', 'Quản trị số, an toàn thông tin'],
    ['2', 'Dạy học số, kỹ năng số'],
    ['3', 'Kết nối phụ huynh'],
    ...LAST_GROUPS,
  ],
  [
    ...paperwork('1.1', '1.2'),
    security('1.3', 8, SECURITY),
    trained('2.1', 8, 'cán bộ, giáo viên, nhân viên', aimFor(100, TRAINING)),
    share(
      '2.2',
      12,
      'Tỷ lệ giáo viên thường xuyên ứng dụng công nghệ số trong dạy học',
      aimFor(90, SCHOOL),
      ['Số giáo viên thường xuyên sử dụng bài giảng điện tử, học liệu số', 'Tổng số giáo viên trực tiếp giảng dạy'],
      'Kế hoạch bài dạy, sổ dự giờ',
    ),
    share(
      '2.3',
      10,
      'Tỷ lệ học sinh được trang bị kỹ năng số theo lứa tuổi',
      aimFor(90, SCHOOL),
      ['Số học sinh được trang bị kỹ năng số', 'Tổng số học sinh'],
      'Kế hoạch giáo dục, danh sách lớp',
    ),
    share(
      '3.1',
      12,
      'Tỷ lệ phụ huynh sử dụng sổ liên lạc điện tử hoặc ứng dụng của nhà trường',
      aimFor(80, SCHOOL),
      ['Số phụ huynh sử dụng', 'Tổng số phụ huynh (mỗi học sinh tính một phụ huynh)'],
      'Ảnh chụp số liệu trên ứng dụng',
    ),
    ...lastGroups(SCHOOL),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('2.2'), byFigure('4.3'), byGroup('2')] },
);

export const tanQuangAssociation: CriteriaSet = criteriaSet(
  'tan-quang-association-1',
  'association',
  'Bộ tiêu chí chấm điểm Ủy ban MTTQ và các đoàn thể, giai đoạn 2023 - 2025',
  [
    ['1', 'Tuyên truyền, vận động'],
    ['2', 'Chuyển đổi số trong hoạt động của tổ chức'],
    ['3', 'Kỹ năng số'],
    ...LAST_GROUPS,
  ],
  [
    share(
      '1.1',
      12,
      'Tỷ lệ đoàn viên, hội viên được tuyên truyền về chuyển đổi số',
      aimFor(90, MOBILISATION),
      ['Số đoàn viên, hội viên được tuyên truyền', 'Tổng số đoàn viên, hội viên'],
      'Kế hoạch, biên bản sinh hoạt, hình ảnh',
    ),
    campaigns('1.2', 10, 'Số buổi tuyên truyền, hướng dẫn kỹ năng số do tổ chức thực hiện', MOBILISATION),
    ...paperwork('2.1', '2.2'),
    criterion('2.3', 8, 'Ứng dụng nền tảng số trong sinh hoạt, quản lý đoàn viên, hội viên', drawnFrom(SKILLS), {
      rule: levels(
        ['thuong-xuyen', 'Quản lý hội viên và sinh hoạt thường xuyên trên nền tảng số', 8],
        ['mot-phan', 'Mới dùng để thông báo, trao đổi', 4],
        ['chua', 'Chưa ứng dụng', 0],
      ),
      attach: 'Ảnh chụp nền tảng, nhóm sinh hoạt',
    }),
    trained('3.1', 8, 'cán bộ hội và chi hội trưởng', aimFor(100, TRAINING)),
    share(
      '3.2',
      12,
      'Tỷ lệ đoàn viên, hội viên được hướng dẫn kỹ năng ứng dụng công nghệ số',
      aimFor(70, SKILLS),
      ['Số đoàn viên, hội viên được hướng dẫn', 'Tổng số đoàn viên, hội viên'],
      'Danh sách, hình ảnh các buổi hướng dẫn',
    ),
    ...lastGroups(MOBILISATION),
  ],
  { bonusCap: 3, tieBreaks: [byFigure('1.1'), byFigure('4.3'), byGroup('1')] },
);
