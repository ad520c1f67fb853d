/** Ta Ma 2023–2030 (Tuần Giáo, Điện Biên): the movement, two phases, six audiences with points. */
import type { Movement } from '../../movement/movement.ts';
import { at } from '../build.ts';
import { awards, quotas } from './awards.ts';
import { PHASES } from './common.ts';
import { agencySet } from './criteria-agency.ts';
import { associationSet } from './criteria-association.ts';
import { healthStationSet } from './criteria-health-station.ts';
import { individualSet } from './criteria-individual.ts';
import { schoolSet } from './criteria-school.ts';
import { villageSet } from './criteria-village.ts';
import { HEADING } from './heading.ts';
import * as organisation from './organisation.ts';
import * as plan from './plan.ts';
import { TA_MA_TARGETS } from './targets.ts';

const SETS = [agencySet, associationSet, schoolSet, healthStationSet, villageSet, individualSet];

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: [],
  plan: {
    number: null,
    date: null,
    dateText: 'ngày      tháng 6 năm 2023',
    title:
      'Kế hoạch Phát động và tổ chức thực hiện Phong trào thi đua “Chuyển đổi số giai đoạn 2023 - 2030” trên địa bàn xã Ta Ma',
  },
  theme:
    'Xã Ta Ma thi đua xây dựng chính quyền số, phát triển kinh tế số, xã hội số góp phần phát triển bền vững, nâng cao chất lượng cuộc sống của người dân',
  period: { from: '2023-01-01', to: '2030-12-31' },
  phases: [
    {
      code: 'I',
      name: 'Giai đoạn I (2023 - 2025)',
      from: '2023-01-01',
      to: '2025-12-31',
      source: at('TM-M04', 'II.4', 'Giai đoạn I (từ 2023 - 2025)'),
    },
    {
      code: 'II',
      name: 'Giai đoạn II (2026 - 2030)',
      from: '2026-01-01',
      to: '2030-12-31',
      source: at('TM-M04', 'II.4', 'Giai đoạn II (từ 2026 - 2030)'),
    },
  ],
  scope: 'trên địa bàn xã Ta Ma',
  audiences: plan.audiences,
  contents: plan.contents,
  priorityFields: plan.priorityFields,
  targets: [...TA_MA_TARGETS],
  standards: plan.standards,
  awards,
  quotas,
  outOfTurn: null,
  calendar: organisation.calendar,
  roles: organisation.roles,
  legalBases: organisation.legalBases,
  warnings: organisation.warnings,
  criteriaSets: PHASES.flatMap((phase) => SETS.map((build) => build(phase))),
};
