/** Tân Quang 2023–2025 (Ninh Giang, Hải Dương): the movement; five audiences with points. */
import type { Movement } from '../../movement/movement.ts';
import { tanQuangAgency, tanQuangEnterprise, tanQuangIndividual } from './criteria.ts';
import { tanQuangAssociation, tanQuangSchool } from './criteria-duties.ts';
import { HEADING } from './heading.ts';
import * as plan from './plan.ts';
import { TAN_QUANG_TARGETS } from './targets.ts';

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: ['Phong trào thi đua thực hiện Chuyển đổi số trên địa bàn xã Tân Quang, giai đoạn 2023 – 2025'],
  plan: {
    number: null,
    date: null,
    dateText: 'ngày tháng 8 năm 2023',
    title:
      'Kế hoạch Phát động phong trào thi đua thực hiện Chuyển đổi số trên địa bàn xã Tân Quang, giai đoạn 2023 – 2025',
  },
  theme: null,
  period: { from: '2023-01-01', to: '2025-12-31' },
  phases: [],
  scope: 'toàn xã Tân Quang',
  audiences: plan.audiences,
  contents: plan.contents,
  priorityFields: [],
  targets: [...TAN_QUANG_TARGETS],
  standards: plan.standards,
  awards: plan.awards,
  quotas: [],
  outOfTurn: null,
  calendar: plan.calendar,
  roles: plan.roles,
  legalBases: plan.legalBases,
  warnings: plan.warnings,
  criteriaSets: [tanQuangAgency, tanQuangSchool, tanQuangAssociation, tanQuangEnterprise, tanQuangIndividual],
};
