/**
 * Who competes where the plan has scales of its own: those it scores. A decision that issues a set scores nobody else;
 * whom we only proposed falls away; households and persons are commended, not scored, where only units have a scale.
 */
import type { Audience } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import type { AudienceRows } from './audience-rows.ts';
import { scoringsFor } from './scoring-for.ts';

interface ScaledAudiences extends AudienceRows {
  readonly notes: readonly string[];
}

export function scaledAudiences(reading: PlanReading, rows: AudienceRows): ScaledAudiences {
  const competing = rows.audiences.filter(({ competes }) => competes);
  const { chosen } = scoringsFor(reading.scorings, competing);
  if (chosen.size === 0) return { ...rows, notes: [] };
  const isDecision = /\/QĐ/iu.test(reading.movement.plan.number ?? '');
  const left: Audience[] = [];
  const audiences = rows.audiences.flatMap((one): Audience[] => {
    if (!one.competes || chosen.has(one.kind)) return [one];
    if (rows.ours.includes(one)) return [];
    if (!isDecision && one.subject === 'collective') return [one];
    left.push(one);
    return [{ ...one, competes: false }];
  });
  const names = left.map(({ name }) => `“${name}”`).join(', ');
  return {
    audiences,
    ours: rows.ours.filter((one) => audiences.includes(one)),
    notes:
      left.length === 0
        ? []
        : [
            `${names}: kế hoạch không có thang điểm riêng nên chỉ được xét khen, không chấm điểm; nếu phải chấm thì sửa cột “Thi đua” ở trang “Đối tượng” và thêm bộ tiêu chí.`,
          ],
  };
}
