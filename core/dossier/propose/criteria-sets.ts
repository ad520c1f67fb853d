/**
 * A criteria set for each audience of a plan: its targets as criteria in the plan's own parts, what holds for every
 * unit beside them, 100 points.
 */
import type { ClassBand, CriteriaSet, Criterion } from '../../movement/criteria-set.ts';
import type { Audience, Movement, Target } from '../../movement/movement.ts';
import type { PlanTarget } from '../../plan/finding.ts';
import type { ClassLadder } from '../../plan/scoring/class-ladders.ts';
import { type PlanScoring, WHOLE_SCALE } from '../../plan/scoring/plan-marks.ts';
import { addsUp } from './adds-up.ts';
import { targetsFor } from './audience-rows.ts';
import { byFigure, byGroup, criteriaSet } from './build.ts';
import { classesFor } from './classes-for.ts';
import { incidents } from './common-criteria.ts';
import { criteriaOfMarks } from './criteria-of-marks.ts';
import { criterionOfMember, criterionOfUnit } from './criterion-of-member.ts';
import { criterionOfTarget, type PlanAim } from './criterion-of-target.ts';
import { horizonsOfThings, type PlannedThing } from './horizons-of-things.ts';
import { memberDemand } from './member-demand.ts';
import { type CriterionReading, readingNotes, ruleNotes } from './rule-notes.ts';
import type { Unruled } from './rule-of-mark.ts';
import { scoringsFor } from './scoring-for.ts';
import { sharePoints } from './share-points.ts';
import {
  bonusCriterion,
  isOffice,
  reportCriterion,
  type StandingFacts,
  standingCriteria,
} from './standing-criteria.ts';
import { unitDeed } from './unit-deed.ts';
import { lowered } from './wording-of-target.ts';

/** Points of the plan's targets together: a sixth of the 100 each, never more than 70. */
const EACH = 15;
const MOST = 70;
const POINTS = `Điểm đề xuất: mỗi chỉ tiêu của kế hoạch ${EACH} điểm, cả nhóm nhiều nhất ${MOST} điểm chia đều; phần còn lại của 100 điểm chia cho việc tổ chức phong trào và báo cáo, gần bằng nhau. Xã sửa ở cột “Điểm tối đa” của trang “Tiêu chí”.`;
const CLASSES =
  'Mức xếp loại đề xuất (từ 95 %, 85 %, 75 % số điểm), theo một bộ thang điểm cấp tỉnh đã công bố. Xã sửa ở cột “Xếp loại” của trang “Bộ tiêu chí”.';
/** A form with more rows is not filled. */
const MOST_TARGETS = 14;

interface SetsWanted {
  readonly audiences: readonly Audience[];
  readonly phases: Movement['phases'];
  readonly period: Movement['period'];
  readonly found: readonly PlanTarget[];
  /** The same targets as rows of the movement, in the same order. */
  readonly rows: readonly Target[];
  readonly standing: StandingFacts;
  readonly scorings: readonly PlanScoring[];
  readonly classLadders: readonly ClassLadder[];
  /** How rows without a rule in words are scored; null = the officer has not answered. */
  readonly unruled: Unruled | null;
  /** Begins the name of each set's version. */
  readonly id: string;
}

interface Wanted extends SetsWanted {
  /** Kinds of all that compete. */
  readonly present: ReadonlySet<string>;
  /** The plan's own scale of marks, by the audience's kind. */
  readonly chosen: ReadonlyMap<string, PlanScoring>;
  /** Its own classes, likewise. */
  readonly classes: ReadonlyMap<string, readonly ClassBand[]>;
  /** Filled while the sets are made: how the plan's own rules were read. */
  readonly readings: CriterionReading[];
}

interface Sets {
  readonly sets: CriteriaSet[];
  readonly notes: string[];
}

export function proposeSets(wanted: SetsWanted): Sets {
  const notes: string[] = [];
  const phases = wanted.phases.length === 0 ? [null] : wanted.phases;
  const competing = wanted.audiences.filter(({ competes }) => competes);
  const present = new Set(competing.map(({ kind }) => kind));
  const { chosen, notes: scoringNotes } = scoringsFor(wanted.scorings, competing);
  const { classes, notes: ranked } = classesFor(wanted.classLadders, competing, chosen);
  const whole: Wanted = { ...wanted, present, chosen, classes, readings: [] };
  const sets = phases.flatMap((phase) => competing.map((audience) => setFor(audience, phase, whole, notes)));
  const isOurs = competing.some(({ kind }) => !chosen.has(kind));
  const isOurClasses = competing.some(({ kind }) => !classes.has(kind));
  return {
    sets,
    notes: [
      ...(isOurs ? [POINTS] : []),
      ...(isOurClasses ? [CLASSES] : []),
      ...scoringNotes,
      ...ranked,
      ...notes,
      ...readingNotes(whole.readings),
      ...ruleNotes(sets, competing, wanted.unruled),
      ...unasked(whole, sets),
    ],
  };
}

/** Targets that add up over units, but that no audience of the plan can report. */
function unasked({ found, rows, present, chosen }: Wanted, sets: readonly CriteriaSet[]): string[] {
  const ours = [...present].filter((kind) => !chosen.has(kind));
  const reported = new Set(ours.flatMap((kind) => targetsFor(kind, found, present)));
  const marked = new Set(sets.flatMap(({ criteria }) => criteria.flatMap(codesIn)));
  const left = rows.filter(({ code, kind, scope, value }, at) => {
    const target = found[at];
    const isAsked = target === undefined || reported.has(target) || marked.has(code);
    return kind === 'numeric' && scope === 'unit' && value !== null && !isAsked;
  });
  if (left.length === 0) return [];
  const codes = left.map(({ code }) => code).join(', ');
  return [
    `Chưa đối tượng nào được hỏi về chỉ tiêu ${codes}: đơn vị nào phải thực hiện thì thêm dòng Tiêu chí, cột “Theo chỉ tiêu” ghi mã chỉ tiêu.`,
  ];
}

/** Rows of the plan's targets it asks for. */
function codesIn({ source, target, milestones = [] }: Criterion): string[] {
  return [source, target, ...milestones.map((milestone) => milestone.target)].flatMap((item) => item?.code ?? []);
}

function setFor(
  audience: Audience,
  phase: Movement['phases'][number] | null,
  wanted: Wanted,
  notes: string[],
): CriteriaSet {
  const { kind, name } = audience;
  const found = wanted.found.filter(({ deadline }) => phase === null || deadline === null || isIn(deadline, phase));
  const own = horizonsOfThings(targetsFor(kind, found, wanted.present));
  for (const { wording } of own.filter(({ twofold }) => twofold))
    notes.push(
      `Bộ tiêu chí ${name}: “${wording.title}” có hai mức khác nhau cho cùng một ngày trong kế hoạch; tiêu chí đề xuất lấy mức ghi trước.`,
    );
  const made = { audience, phase, wanted };
  const scoring = wanted.chosen.get(kind);
  if (scoring) return markedSet(scoring, found, own, made);
  const chosen = own.slice(0, MOST_TARGETS);
  if (own.length > chosen.length)
    notes.push(
      `Bộ tiêu chí ${name}: kế hoạch có ${own.length} chỉ tiêu phù hợp, chỉ đề xuất ${chosen.length} tiêu chí đầu.`,
    );
  const forTargets = Math.min(MOST, EACH * chosen.length);
  const points = sharePoints(
    forTargets,
    chosen.map(() => 1),
  );
  const criteria = chosen.flatMap(
    (thing, at) => criterionOfThing(thing, `1.${at + 1}`, points[at] ?? 0, kind, wanted) ?? [],
  );
  const group = chosen.length === 0 ? '1' : '2';
  const rest = standingCriteria(kind, group, 100 - forTargets, wanted.standing);
  const extra = kind === 'household' ? [] : [bonusCriterion('3.1', wanted.standing)];
  const off = isOffice(kind) && wanted.standing.digital ? [incidents('4.1', wanted.standing.source)] : [];
  return criteriaSet(
    headOf(made),
    [
      ...(chosen.length === 0 ? [] : [['1', 'Thực hiện các chỉ tiêu của kế hoạch'] as const]),
      [group, 'Tổ chức phong trào, chế độ báo cáo'],
      ...(extra.length === 0 ? [] : [['3', 'Điểm thưởng'] as const]),
      ...(off.length === 0 ? [] : [['4', 'Điểm trừ'] as const]),
    ],
    [...criteria, ...rest, ...extra, ...off],
    {
      ...(phase ? { phase: phase.code } : {}),
      bonusCap: extra.length === 0 ? 0 : 3,
      tieBreaks: criteria[0] ? [byFigure(criteria[0].code), byGroup('1')] : [byGroup('1')],
      women: kind !== 'household' && kind !== 'individual',
      classes: wanted.classes.get(kind),
    },
  );
}

interface Made {
  readonly audience: Audience;
  readonly phase: Movement['phases'][number] | null;
  readonly wanted: Wanted;
}

/** Version, kind and title of a set. */
function headOf({ audience: { kind, name }, phase, wanted }: Made): [string, string, string] {
  return [
    [wanted.id, kind, ...(phase ? [phase.code] : []), '1'].join('-'),
    kind,
    `Bộ tiêu chí chấm điểm ${lowered(name)}${periodWords(phase, wanted.period)}`,
  ];
}

/** `points` = of the criterion, not in hundredths. */
function criterionOfThing(
  { horizons, wording, lower }: PlannedThing,
  code: string,
  points: number,
  kind: string,
  wanted: Wanted,
): Criterion | null {
  const aims = horizons.flatMap((target): PlanAim[] => {
    const row = wanted.rows[wanted.found.indexOf(target)];
    return row ? [{ target, row }] : [];
  });
  const [first] = aims;
  if (!first) return null;
  const member = aims.length === 1 ? memberDemand(first.target) : null;
  if (member) return criterionOfMember(code, points, kind, member, first.row);
  const deed = unitDeed(first.target, wording.title.replace(/^Tỷ lệ /u, ''), kind);
  return deed
    ? criterionOfUnit(code, points, deed, first.row)
    : criterionOfTarget(code, points, { wording, lower, aims });
}

/** The plan's own marks; its bonus and deductions too, and no more of ours. */
function markedSet(
  scoring: PlanScoring,
  found: readonly PlanTarget[],
  own: readonly PlannedThing[],
  made: Made,
): CriteriaSet {
  const { kind } = made.audience;
  const { groups, criteria, bonusCap } = criteriaOfMarks(scoring, {
    own,
    all: horizonsOfThings(found.filter((planTarget) => planTarget.kind === 'numeric' && addsUp(planTarget))),
    make: (thing, code, points) => criterionOfThing(thing, code, points, kind, made.wanted),
    report: (code, points) => reportCriterion(code, points, made.wanted.standing),
    unruled: made.wanted.unruled,
    onRead: (code, reading) => made.wanted.readings.push({ audience: made.audience.name, code, reading }),
  });
  const total = criteria.reduce((sum, { maxPoints, bonus }) => sum + (bonus ? 0 : maxPoints), 0);
  const first = criteria.find(({ target }) => target !== null);
  return criteriaSet(
    headOf(made),
    groups.map(({ code, title }) => [code, title] as const),
    criteria,
    {
      ...(made.phase ? { phase: made.phase.code } : {}),
      isOwn: true,
      total: total === WHOLE_SCALE ? undefined : total,
      bonusCap: bonusCap / 100,
      tieBreaks: [...(first ? [byFigure(first.code)] : []), byGroup(groups[0]?.code ?? '')],
      women: kind !== 'household' && kind !== 'individual',
      classes: made.wanted.classes.get(kind),
    },
  );
}

function isIn(deadline: string, phase: Movement['phases'][number]): boolean {
  return phase.from <= deadline && deadline <= phase.to;
}

function periodWords(phase: Movement['phases'][number] | null, { from, to }: Movement['period']): string {
  if (phase) return `, ${lowered(phase.name)} (${phase.from.slice(0, 4)} - ${phase.to.slice(0, 4)})`;
  const [first, last] = [(from ?? to).slice(0, 4), to.slice(0, 4)];
  return first === last ? ` năm ${last}` : `, giai đoạn ${first} - ${last}`;
}
