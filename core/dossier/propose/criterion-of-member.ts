/**
 * Turns a demand on every household, person or unit into a criterion: yes or no for the member itself, a share for a
 * collective.
 */
import type { Criterion } from '../../movement/criteria-set.ts';
import type { Target } from '../../movement/movement.ts';
import { aimFor, criterion, drawnFrom } from './build.ts';
import type { memberDemand } from './member-demand.ts';
import { yesNo } from './rules.ts';

type Member = NonNullable<ReturnType<typeof memberDemand>>;

/** Of its members: the plan's figure is in its words, the share of 100 % is ours. `points` = whole points. */
export function criterionOfMember(
  code: string,
  points: number,
  kind: string,
  { isHousehold, member, who }: Member,
  row: Target,
): Criterion {
  if (kind === 'household' && isHousehold) return criterionOfUnit(code, points, who.slice(member.length).trim(), row);
  return criterion(code, points, `Tỷ lệ ${who}`, aimFor(100, sourceOf(row)), {
    a: `Số ${who}`,
    b: `Tổng số ${member}`,
    attach: 'Danh sách tổng hợp có xác nhận của người phụ trách',
  });
}

/** Of itself: `deed` = what it does or has. The commune's figure is how many say yes. */
export function criterionOfUnit(code: string, points: number, deed: string, row: Target): Criterion {
  const title = deed.charAt(0).toUpperCase() + deed.slice(1);
  return criterion(code, points, title, drawnFrom(sourceOf(row)), {
    rule: yesNo,
    attach: 'Hình ảnh, văn bản hoặc số liệu chứng minh',
  });
}

function sourceOf({ code, section, text }: Target) {
  return { code, section, text };
}
