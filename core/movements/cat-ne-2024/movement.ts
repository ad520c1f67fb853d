/**
 * Cát Nê 2024 (Đại Từ, Thái Nguyên): the movement; three audiences with points. No award form and no quota is stated.
 */
import type { Movement } from '../../movement/movement.ts';
import { catNeAgency, catNeAssociation, catNeIndividual } from './criteria.ts';
import { HEADING } from './heading.ts';
import * as plan from './plan.ts';

export const MOVEMENT: Movement = {
  ...HEADING,
  otherTitles: [],
  plan: {
    number: null,
    date: null,
    dateText: null,
    title: 'Kế hoạch Phát động phong trào thi đua chuyển đổi số năm 2024',
  },
  theme: null,
  period: { from: null, to: '2024-12-31' },
  phases: [],
  scope: 'trong phạm vi xã Cát Nê',
  audiences: plan.audiences,
  contents: plan.contents,
  priorityFields: [],
  targets: [...plan.CAT_NE_TARGETS],
  standards: plan.standards,
  awards: [],
  quotas: [],
  outOfTurn: null,
  calendar: plan.calendar,
  roles: plan.roles,
  legalBases: plan.legalBases,
  warnings: plan.warnings,
  criteriaSets: [catNeAgency, catNeAssociation, catNeIndividual],
};
