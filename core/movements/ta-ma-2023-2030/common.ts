/**
 * Ta Ma: what the criteria sets of all audiences share: aims by phase, the groups on running the movement and on
 * reporting.
 */
import type { CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import { type Aim, aimFor, at, criterion } from '../build.ts';
import {
  incidents,
  initiativeBonus,
  model,
  ownPlan,
  reportReceived,
  reportsInTime,
  trained,
} from '../common-criteria.ts';
import { aimsOf } from '../lookup.ts';
import { TA_MA_TARGETS } from './targets.ts';

/** I: targets to 2025. II: targets to 2030. */
export type Phase = 'I' | 'II';

export const PHASES: readonly Phase[] = ['I', 'II'];

const aimAtCode = aimsOf(TA_MA_TARGETS);

/** The phase's own target; when the plan has none for phase II, the level of 2025 kept up (then it is ours). */
export function aimIn(phase: Phase, first: string, second: string | null): Aim {
  if (phase === 'I') return aimAtCode(first);
  if (second !== null) return aimAtCode(second);
  const kept = aimAtCode(first);
  return kept.target === null ? kept : aimFor(kept.target.value, kept.source, kept.target.comparator);
}

export const SOURCES = {
  content: at('TM-C03', 'III.1.3'),
  fiveNo: at('TM-C04', 'III.1.4', 'thực hiện mục tiêu “5 không”'),
  security: at('TM-C05', 'III.1.5', 'Đảm bảo an toàn, an ninh thông tin và an toàn dữ liệu'),
  communication: at('TM-R05', 'V.5'),
  unitPlan: at('TM-R02', 'V.2', 'ban hành Kế hoạch tổ chức triển khai thực hiện Phong trào thi đua'),
  model: at('TM-S02', 'IV.2.a', 'có mô hình, giải pháp cách làm hay trong lãnh đạo, chỉ đạo thực hiện chuyển đối số'),
  platform: at('TM-S03', 'IV.2.a', 'Thực hiện ứng dụng nền tàng số thiết thực trong các ngành, lĩnh vực'),
  rank: at('TM-S05', 'IV.2.a', 'Kết quả xếp hạng thuộc tốp đầu theo Bộ chỉ số đánh giá Chính quyền số'),
  village: at('TM-S06', 'IV.2.a', 'có nhiều sáng kiến; giải pháp trong lãnh đạo, chỉ đạo thực hiện Chuyển đổi số'),
  initiative: at('TM-S07', 'IV.2.b', 'có sáng kiến, giải pháp hữu ích'),
  report: at('TM-D02', 'V.6', 'báo cáo tình hình tổ chức thực hiện Phong trào thi đua (trước ngày 05/11)'),
  otherReports: at('TM-D06', 'V.6', 'báo cáo đột xuất, sơ kết, tổng kết về UBND xã'),
} as const;

const TASKS = at(
  'TM-S01',
  'IV.2.a',
  'Hoàn thành có chất lượng, đúng thời hạn các nhiệm vụ được giao tại các Kế hoạch Chuyển đổi số hàng năm của UBND xã',
);

/** Plan (4), tasks (8), models and good practice (4): 16 points. */
export function movementGroup(group: string, village = false): Criterion[] {
  const tasks = village ? { ...TASKS, code: 'TM-S06' } : TASKS;
  return [
    ownPlan(`${group}.1`, SOURCES.unitPlan),
    criterion(
      `${group}.2`,
      8,
      'Tỷ lệ nhiệm vụ chuyển đổi số được giao hoàn thành có chất lượng, đúng thời hạn',
      aimFor(100, tasks),
      {
        a: 'Số nhiệm vụ hoàn thành đúng thời hạn',
        b: 'Tổng số nhiệm vụ được giao trong năm',
        gates: [`${group}.1`],
        attach: 'Báo cáo hoặc văn bản kết quả thực hiện nhiệm vụ',
      },
    ),
    model(`${group}.3`, 4, village ? SOURCES.village : SOURCES.model),
  ];
}

/** Yearly report received before 05/11 (6) and the other reports on time (4): 10 points. */
export function reportGroup(group: string): Criterion[] {
  return [
    reportReceived(
      `${group}.1`,
      6,
      'Gửi báo cáo năm về kết quả phong trào thi đua trước ngày 05/11',
      '11-04',
      SOURCES.report,
    ),
    reportsInTime(`${group}.2`, 'Tỷ lệ báo cáo đột xuất, sơ kết, tổng kết gửi đúng thời hạn', SOURCES.otherReports, [
      [100, 4],
      [90, 3],
      [80, 2],
    ]),
  ];
}

/** Bonus for recognised initiatives (at most 3) and the deduction for security incidents (at most 4). */
export function extraGroups(bonus: string, minus: string): Criterion[] {
  return [initiativeBonus(`${bonus}.1`, SOURCES.initiative), incidents(`${minus}.1`, SOURCES.security)];
}

export const EXTRA_TITLES = { bonus: 'Điểm thưởng', minus: 'Điểm trừ' } as const;

export const COMMON_TITLES = {
  movement: 'Tổ chức phong trào thi đua',
  report: 'Chế độ thông tin, báo cáo',
} as const;

/** `Bộ tiêu chí chấm điểm bản, giai đoạn I (2023 - 2025)`. */
export function setTitle(who: string, phase: Phase): string {
  return `Bộ tiêu chí chấm điểm ${who}, giai đoạn ${phase === 'I' ? 'I (2023 - 2025)' : 'II (2026 - 2030)'}`;
}

export type SetBuilder = (phase: Phase) => CriteriaSet;

/** Trained staff, the same for every kind of unit (G11). */
export function trainedStaff(code: string, points: number, phase: Phase, who: string): Criterion {
  return trained(code, points, who, aimIn(phase, 'TM-G11', null));
}

/** Electronic documents (G04). */
export function electronicDocuments(code: string, points: number, phase: Phase): Criterion {
  return criterion(
    code,
    points,
    'Tỷ lệ văn bản điện tử được trao đổi, liên thông trên môi trường mạng (trừ văn bản mật)',
    aimIn(phase, 'TM-G04', null),
    {
      a: 'Số văn bản đi, đến được gửi, nhận trên môi trường mạng',
      b: 'Tổng số văn bản đi, đến (không tính văn bản mật)',
      attach: 'Ảnh chụp số liệu thống kê trên phần mềm quản lý văn bản',
    },
  );
}

/** Work files handled online (G06, G21). */
export function workFiles(code: string, points: number, phase: Phase): Criterion {
  return criterion(
    code,
    points,
    'Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng (trừ hồ sơ mật)',
    aimIn(phase, 'TM-G06', 'TM-G21'),
    {
      a: 'Số hồ sơ công việc xử lý trên môi trường mạng',
      b: 'Tổng số hồ sơ công việc (không tính hồ sơ mật)',
      attach: 'Ảnh chụp số liệu thống kê trên phần mềm',
    },
  );
}

/** Meetings that can be held online (G07, G22). */
export function onlineMeetings(code: string, points: number, phase: Phase): Criterion {
  return criterion(
    code,
    points,
    phase === 'I'
      ? 'Tỷ lệ cuộc họp, hội nghị có thể thực hiện trên môi trường mạng'
      : 'Tỷ lệ cuộc họp, hội nghị có thể thực hiện trực tuyến mọi lúc, mọi nơi, trên nhiều thiết bị',
    aimIn(phase, 'TM-G07', 'TM-G22'),
    {
      a: 'Số cuộc họp, hội nghị đủ điều kiện thực hiện trên môi trường mạng',
      b: 'Tổng số cuộc họp, hội nghị',
      evidence: 'optional',
    },
  );
}

/** Information systems under watch (G10, G24). */
export function watchedSystems(code: string, points: number, phase: Phase): Criterion {
  return criterion(
    code,
    points,
    'Tỷ lệ hệ thống thông tin được giám sát, bảo đảm an toàn, an ninh mạng',
    aimIn(phase, 'TM-G10', 'TM-G24'),
    {
      a: 'Số hệ thống thông tin được giám sát, bảo đảm an toàn',
      b: 'Tổng số hệ thống thông tin đang sử dụng',
      na: 'drop-confirmed',
      attach: 'Báo cáo hoặc biên bản kiểm tra an toàn thông tin',
    },
  );
}
