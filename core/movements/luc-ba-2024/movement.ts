/** Lục Ba 2024 (Đại Từ, Thái Nguyên): the movement; seven audiences with points, all proposed. */
import type { Movement } from '../../movement/movement.ts';
import { aimFor, at, OURS } from '../build.ts';
import { agencySet, associationSet } from '../dai-tu/offices.ts';
import { householdSet, villageSet } from '../dai-tu/residents.ts';
import { healthStationSet, schoolSet } from '../dai-tu/services.ts';
import type { DaiTuRows } from '../dai-tu/sources.ts';
import { individualSet } from '../individual.ts';
import { HEADING } from './heading.ts';
import * as plan from './plan.ts';

const ROWS: DaiTuRows = {
  id: 'luc-ba',
  year: 'năm 2024',
  from: {
    leadership: at(
      'LB-C02',
      'II.3.b',
      'Người đứng đầu cơ quan, đơn vị phải chịu trách nhiệm trực tiếp về chuyển đổi số trong cơ quan, đơn vị',
    ),
    communication: at('LB-C02', 'II.3.b', 'Đẩy mạnh công tác tuyên truyền, quán triệt, học tập, nâng cao nhận thức'),
    planning: at(
      'LB-C03',
      'II.3.c',
      'Xây dựng chương trình, kế hoạch và đẩy nhanh tiến trình chuyển đổi số theo từng ngành, lĩnh vực',
    ),
    training: at(
      'LB-C07',
      'II.3.h',
      'Tăng cường công tác tuyên truyền, phổ biến, tập huấn về an toàn thông tin, kỹ năng xử lý các mối nguy hại',
    ),
    mobilisation: at(
      'LB-C04',
      'II.3.d',
      'tuyên truyền, vận động Nhân dân tích cực hưởng ứng chương trình chuyển đổi số tại địa phương',
    ),
    security: at('LB-C05', 'II.3.f', 'Tăng cường công tác quản lý an ninh mạng, bảo mật thông tin và an toàn dữ liệu'),
    movement: at('LB-C06', 'II.3.g', 'Tích cực tổ chức phong trào thi đua thiết thực, hiệu quả'),
    government: at('LB-C07', 'II.3.h', 'Xây dựng chính quyền số: Nhằm phục vụ phát triển kinh tế số, xã hội số'),
    agriculture: at(
      'LB-C07',
      'II.3.h',
      'hướng dẫn, khuyến khích nông dân thực hiện thương mại điện tử trong nông nghiệp',
    ),
    education: at(
      'LB-C07',
      'II.3.h',
      'Phát huy hiệu quả nền tảng giáo dục đã và đang triển khai trên địa bàn xã hiện nay',
    ),
    health: at('LB-C07', 'II.3.h', 'Triển khai ứng dụng Bảo hiểm xã hội số trên điện thoại thông minh'),
    order: at('LB-C07', 'II.3.h', 'Lĩnh vực an ninh: Phát huy hiệu quả hạ tầng hiện có'),
    report: at('LB-D01', 'IV.3', 'cuối năm báo cáo tình hình tổ chức thực hiện phong trào thi đua về UBND xã'),
    reward: at('LB-E10', 'III.1.a', 'Tập thể, cá nhân, hộ gia đình trên địa bàn xã có thành tích'),
  },
};

const { from } = ROWS;

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: [],
  plan: {
    number: '100/KH-UBND',
    date: '2024-02-22',
    dateText: 'ngày 22 tháng 02 năm 2024',
    title: 'Kế hoạch Phát động phong trào thi đua “Xã Lục Ba đẩy mạnh chương trình chuyển đổi số” năm 2024',
  },
  theme: 'Thi đua xây dựng chính quyền số, phát triển kinh tế số, xã hội số',
  period: { from: '2024-01-01', to: '2024-12-31' },
  phases: [],
  scope: 'toàn xã Lục Ba',
  audiences: plan.audiences,
  contents: plan.contents,
  priorityFields: plan.priorityFields,
  targets: plan.targets,
  standards: plan.standards,
  awards: plan.awards,
  quotas: [],
  outOfTurn: {
    text: 'khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất',
    award: 'LB-A01',
    source: at('LB-R01', 'IV.1'),
  },
  calendar: plan.calendar,
  roles: plan.roles,
  legalBases: plan.legalBases,
  warnings: plan.warnings,
  criteriaSets: [
    ...[agencySet, associationSet, schoolSet, healthStationSet, villageSet, householdSet].map((build) => build(ROWS)),
    individualSet({
      version: 'luc-ba-individual-1',
      title: 'Bộ tiêu chí chấm điểm cá nhân năm 2024',
      exemplary: from.reward,
      workFiles: aimFor(90, from.government),
      training: from.training,
      services: from.government,
      payments: OURS,
      initiative: at(
        'LB-R01',
        'IV.1',
        'khen thưởng cho các tập thể, cá nhân có thành tích xuất sắc, thành tích đột xuất',
      ),
      communication: from.communication,
    }),
  ],
};
