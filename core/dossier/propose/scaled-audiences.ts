/**
 * Who competes where the plan has scales of its own: those it scores. A decision that issues a set scores nobody else;
 * whom we only proposed falls away; households and persons are commended, not scored, where only units have a scale.
 */
import type { Audience } from '../../movement/movement.ts';
import type { PlanReading } from '../../plan/extract-plan.ts';
import { groupsNamed, kindOfGroup, kindsNamed } from '../../plan/identity/audiences.ts';
import { plansForItself } from '../../plan/identity/issuing-body.ts';
import { isScale } from '../../plan/scoring/plan-marks.ts';
import { type AudienceRows, audienceOf, capital } from './audience-rows.ts';
import { scoringsFor, withoutAsides } from './scoring-for.ts';

interface ScaledAudiences extends AudienceRows {
  readonly notes: readonly string[];
}

export function scaledAudiences(reading: PlanReading, found: AudienceRows): ScaledAudiences {
  const rows = withNamed(reading, found);
  const competing = rows.audiences.filter(({ competes }) => competes);
  const { chosen } = scoringsFor(reading.scorings, competing);
  if (chosen.size === 0) return { ...rows, notes: [] };
  const isDecision = /\/QĐ/iu.test(reading.movement.plan.number ?? '');
  const isOfGroups =
    plansForItself(reading.movement.issuer) && reading.scorings.some(({ text }) => groupsNamed(text)[0]);
  const left: Audience[] = [];
  const audiences = rows.audiences.flatMap((audience): Audience[] => {
    if (!audience.competes || chosen.has(audience.kind)) return [audience];
    if (rows.ours.includes(audience)) return [];
    // A school whose teams and classes have scales does not compete with them.
    const isIssuer = isOfGroups && kindsNamed(reading.movement.issuer.body ?? '').includes(audience.kind);
    if (!isDecision && !isIssuer && audience.subject === 'collective') return [audience];
    left.push(audience);
    return [{ ...audience, competes: false }];
  });
  const names = left.map(({ name }) => `“${name}”`).join(', ');
  return {
    audiences,
    ours: rows.ours.filter((audience) => audiences.includes(audience)),
    notes:
      left.length === 0
        ? []
        : [
            `${names}: kế hoạch không có thang điểm riêng nên chỉ được xét khen, không chấm điểm; nếu phải chấm thì sửa cột “Thi đua” ở trang “Đối tượng” và thêm bộ tiêu chí.`,
          ],
  };
}

/** Whom the heading of a scale names competes, whether or not the plan lists them. */
function withNamed(reading: PlanReading, rows: AudienceRows): AudienceRows {
  const listed = new Set(rows.audiences.map(({ kind }) => kind));
  const named = reading.scorings.flatMap(({ text, section, isTable }) =>
    isTable && groupsNamed(text).length === 0 ? kindsNamed(withoutAsides(text)).map((kind) => ({ kind, section })) : [],
  );
  const groups = reading.scorings.flatMap((scoring) =>
    (isScale(scoring) ? groupsNamed(scoring.text) : []).flatMap((name): Audience[] => {
      const kind = kindOfGroup(name);
      if (!/^[a-z]+(?:-[a-z]+)*$/.test(kind) || listed.has(kind)) return [];
      listed.add(kind);
      const source = { section: scoring.section, text: scoring.text };
      return [{ kind, name: capital(name), subject: 'collective', members: [], competes: true, source }];
    }),
  );
  const added = named.flatMap(({ kind, section }): Audience[] => {
    if (listed.has(kind)) return [];
    listed.add(kind);
    const audience = audienceOf(kind, reading, { section });
    return audience ? [audience] : [];
  });
  return { ...rows, audiences: [...rows.audiences, ...groups, ...added] };
}
