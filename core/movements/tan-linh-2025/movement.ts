/** Tân Linh 2025 (Đại Từ, Thái Nguyên): the movement; seven audiences with points, all proposed. */
import type { Movement } from '../../movement/movement.ts';
import { aimFor, at, OURS } from '../build.ts';
import { agencySet, associationSet } from '../dai-tu/offices.ts';
import { householdSet } from '../dai-tu/residents.ts';
import { healthStationSet, policeSet, schoolSet } from '../dai-tu/services.ts';
import type { DaiTuRows } from '../dai-tu/sources.ts';
import { individualSet } from '../individual.ts';
import { HEADING } from './heading.ts';
import * as plan from './plan.ts';

const ROWS: DaiTuRows = {
  id: 'tan-linh',
  year: 'năm 2025',
  from: {
    leadership: at(
      'TL-C02',
      'II.3.2',
      'Người đứng đầu cơ quan phải chịu trách nhiệm trực tiếp về chuyển đổi số trong cơ quan, địa bàn phụ trách',
    ),
    communication: at('TL-C02', 'II.3.2', 'Đẩy mạnh công tác tuyên truyền, quán triệt, học tập, nâng cao nhận thức'),
    planning: at(
      'TL-S01',
      'III.1',
      'Xây dựng kế hoạch, chương trình hành động cụ thể của cơ quan có tiêu chí, chỉ tiêu thi đua cụ thể.',
    ),
    training: at(
      'TL-C04',
      'II.3.4',
      'Triển khai công tác đào tạo, bồi dưỡng về chuyển đổi số cho đội ngũ cán bộ, công chức, viên chức, người lao động',
    ),
    mobilisation: at(
      'TL-C06',
      'II.3.6',
      'tuyên truyền, vận động Nhân dân tích cực hưởng ứng chương trình chuyển đổi số tại địa phương',
    ),
    security: at('TL-C08', 'II.3.8', 'Tăng cường công tác quản lý an ninh mạng, bảo mật thông tin và an toàn dữ liệu'),
    movement: at('TL-C09', 'II.3.9', 'Tích cực tổ chức phong trào thi đua thiết thực, hiệu quả'),
    government: at(
      'TL-C10',
      'II.3.10',
      'nâng cao năng lực, hiệu quả quản lý, chỉ đạo, điều hành của chính quyền các cấp, … nâng cao chỉ số cải cách hành chính của xã',
    ),
    agriculture: at(
      'TL-C10',
      'II.3.10',
      'hướng dẫn, khuyến khích nông dân thực hiện thương mại điện tử trong nông nghiệp',
    ),
    education: at(
      'TL-C10',
      'II.3.10',
      'Phát huy hiệu quả nền tảng giáo dục đã và đang triển khai trên địa bàn xã hiện nay',
    ),
    health: at('TL-C10', 'II.3.10', 'Triển khai ứng dụng Bảo hiểm xã hội số trên điện thoại thông minh'),
    order: at('TL-C10', 'II.3.10', 'Lĩnh vực an ninh: Phát huy hiệu quả hạ tầng hiện có'),
    report: at('TL-D01', 'V.7', 'Thực hiện chế độ báo cáo theo sự chỉ đạo của cấp trên và UBND xã.'),
    reward: at('TL-E03a', 'IV.1.a', 'Tập thể, cá nhân, hộ gia đình trên địa bàn xã có thành tích'),
  },
};

const { from } = ROWS;

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: ['Phong trào thi đua “chuyển đổi số” năm 2025 trên địa bàn xã Tân Linh'],
  plan: {
    number: null,
    date: null,
    dateText: null,
    title: 'Kế hoạch Phát động thực hiện phong trào thi đua “chuyển đổi số” năm 2025 trên địa bàn xã Tân Linh',
  },
  theme: 'Thi đua xây dựng chính quyền số, phát triển kinh tế số, xã hội số',
  period: { from: '2025-01-01', to: '2025-12-31' },
  phases: [],
  scope: 'trên địa bàn xã Tân Linh',
  audiences: plan.audiences,
  contents: plan.contents,
  priorityFields: plan.priorityFields,
  targets: plan.targets,
  standards: plan.standards,
  awards: plan.awards,
  quotas: [],
  outOfTurn: {
    text: 'khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất',
    award: 'TL-A01',
    source: at('TL-R01', 'V.1'),
  },
  calendar: plan.calendar,
  roles: plan.roles,
  legalBases: plan.legalBases,
  warnings: plan.warnings,
  criteriaSets: [
    ...[agencySet, associationSet, policeSet, healthStationSet, schoolSet, householdSet].map((build) => build(ROWS)),
    individualSet({
      version: 'tan-linh-individual-1',
      title: 'Bộ tiêu chí chấm điểm cá nhân năm 2025',
      exemplary: from.reward,
      workFiles: aimFor(90, from.government),
      training: from.training,
      services: from.government,
      payments: OURS,
      initiative: at(
        'TL-R01',
        'V.1',
        'khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất',
      ),
      communication: from.communication,
    }),
  ],
};
