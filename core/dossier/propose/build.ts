/**
 * Builders for proposed criteria, with every default filled in. Points, bands and rules built here are ours
 * (`proposed`): no plan states them. Points are written as in the forms (7.5), stored as hundredths.
 */
import { toPoints } from '../../base/quantity/points.ts';
import type { ClassBand, CriteriaSet, Criterion, TieBreak } from '../../movement/criteria-set.ts';
import type { Target } from '../../movement/movement.ts';
import type { Comparator, Measure, ScoringRule } from '../../movement/rule.ts';
import { factsOf, kindOf } from '../../movement/rule.ts';
import type { Source } from '../../movement/source.ts';
import { above, proportional } from './rules.ts';

/** The level a criterion aims at, and the plan's row it comes from. */
export interface Aim {
  readonly target: Criterion['target'];
  readonly source: Source;
}

/** The plan's own target. */
export function aimAt(row: Target): Aim {
  const { code, comparator, value, deadline, section, text } = row;
  const isFigure = comparator !== null && value !== null;
  return {
    target: isFigure ? { code, comparator, value, by: deadline } : null,
    source: { code, section, text },
  };
}

/** A level the plan does not state (or states for an earlier year): ours, with the row it was drawn from. */
export function aimFor(value: number, source: Source, comparator: Comparator = 'gte'): Aim {
  return { target: { code: null, comparator, value, by: null }, source };
}

/** No figure to reach. */
export function drawnFrom(source: Source): Aim {
  return { target: null, source };
}

interface CriterionMore {
  /** The things a and b count; with them the criterion is a percentage. */
  readonly a?: string;
  readonly b?: string;
  /** Default: by the rule; a percentage when a and b are present. */
  readonly measure?: Measure;
  readonly unit?: string;
  /** Default: in proportion to the target; under a target that has to be exceeded, by steps below it. */
  readonly rule?: ScoringRule;
  /** Default `zero`: every unit has it. */
  readonly na?: Criterion['notApplicable'];
  readonly evidence?: Criterion['evidence'];
  /** Evidence to attach. */
  readonly attach?: string;
  readonly filledBy?: Criterion['filledBy'];
  readonly lower?: boolean;
  readonly bonus?: boolean;
  readonly gates?: string[];
  readonly indicator?: string;
  readonly listed?: Criterion['listed'];
  readonly aliases?: string[];
}

/** Makes a criterion. Its group is the first part of the code; "not arising" is no answer unless `more` allows it. */
export function criterion(code: string, points: number, title: string, aim: Aim, more: CriterionMore = {}): Criterion {
  const rule = more.rule ?? ruleFor(aim.target, points, code);
  const measure = more.measure ?? (more.a === undefined ? kindOf(rule).usual : 'percentage');
  const graded = factsOf(rule).grader !== null;
  return {
    code,
    group: code.split('.')[0] ?? code,
    title,
    aliases: more.aliases ?? [],
    measure,
    unit: more.unit ?? UNITS[measure],
    ...(more.a === undefined ? {} : { numerator: more.a }),
    ...(more.b === undefined ? {} : { denominator: more.b }),
    direction: more.lower ? 'lower' : 'higher',
    target: aim.target,
    maxPoints: toPoints(points),
    rule,
    notApplicable: more.na ?? 'zero',
    evidence: more.evidence ?? (more.attach === undefined ? 'optional' : 'required'),
    ...(more.attach === undefined ? {} : { evidenceHint: more.attach }),
    filledBy: more.filledBy ?? (graded ? 'appraiser' : 'unit'),
    bonus: more.bonus ?? false,
    gates: more.gates ?? [],
    indicator: more.indicator ?? null,
    ...(more.listed === undefined ? {} : { listed: more.listed }),
    source: aim.source,
    proposed: true,
  };
}

function ruleFor(aim: Criterion['target'], points: number, code: string): ScoringRule {
  if (aim === null) throw new Error(`Criterion ${code}: no rule and no target to be in proportion to`);
  return aim.comparator === 'gt' ? overTarget(aim.value, points) : proportional(aim.value);
}

/** "trên n %": all points above the target, three quarters, half and a quarter of them within 10, 20 and 30 below. */
function overTarget(limit: number, points: number): ScoringRule {
  return above(limit, points, [
    [limit - 10, (points * 3) / 4],
    [limit - 20, points / 2],
    [limit - 30, points / 4],
  ]);
}

const UNITS: Readonly<Record<Measure, string>> = {
  percentage: '%',
  count: 'lượt',
  amount: 'điểm',
  rate: '%/năm',
  'yes-no': 'Có/Không',
  date: 'ngày',
  level: 'mức',
};

/** Classes on the model of a published provincial scale (SR-17), in the words for staff and their offices. */
const OFFICE_CLASSES: readonly ClassBand[] = [
  { code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ', from: 95, noZeroCriterion: true },
  { code: 'good', name: 'Hoàn thành tốt nhiệm vụ', from: 85, noZeroCriterion: true },
  { code: 'completed', name: 'Hoàn thành nhiệm vụ', from: 75, noZeroCriterion: false },
  { code: 'not-completed', name: 'Không hoàn thành nhiệm vụ', from: 0, noZeroCriterion: false },
];

/** The same for those who have no duties of office to complete. */
const PLAIN_NAMES: readonly string[] = ['Xuất sắc', 'Tốt', 'Đạt', 'Chưa đạt'];
const OUTSIDE_OFFICES: readonly string[] = ['village', 'household', 'enterprise'];

const NO_REPORT = { code: 'khong-bao-cao', label: 'Không gửi báo cáo tự chấm điểm' };

/**
 * What puts a unit of this kind in the lowest class, and what caps its class: discipline is for staff and their offices
 * only.
 */
function clausesFor(kind: string): Pick<CriteriaSet, 'classification' | 'knockOuts' | 'classCaps'> {
  if (!OUTSIDE_OFFICES.includes(kind)) {
    return {
      classification: OFFICE_CLASSES.map((band) => ({ ...band })),
      knockOuts: [
        { ...NO_REPORT },
        { code: 'lo-bi-mat', label: 'Để lộ bí mật nhà nước hoặc dữ liệu cá nhân của người dân' },
      ],
      classCaps: [
        { code: 'khien-trach', label: 'Bị khiển trách trong kỳ', atMost: 'good' },
        { code: 'canh-cao', label: 'Bị cảnh cáo trong kỳ', atMost: 'completed' },
      ],
    };
  }
  const leak = { code: 'lo-du-lieu', label: 'Để lộ dữ liệu cá nhân của người dân' };
  return {
    classification: OFFICE_CLASSES.map((band, at) => ({ ...band, name: PLAIN_NAMES[at] ?? band.name })),
    knockOuts: kind === 'household' ? [] : [{ ...NO_REPORT }, leak],
    classCaps: [],
  };
}

interface SetMore {
  readonly phase?: string;
  /** Hundredths, where its maxima come to other than 100 points. */
  readonly total?: number | undefined;
  /** Points, beyond the total. */
  readonly bonusCap?: number;
  readonly gates?: string[];
  readonly tieBreaks: readonly TieBreak[];
  /** The plan's own set: nothing of ours holds its classes down. */
  readonly isOwn?: boolean;
  /** Whether mostly female collectives go first (Nghị định 152/2025/NĐ-CP, Điều 4.6); households are not meant. */
  readonly women?: boolean;
  /** The plan's own classes, best first; without them those of a published scale. */
  readonly classes?: readonly ClassBand[] | undefined;
}

/** A cap on the class becomes the lowest class where a ladder has fewer classes. */
function clausesWith(kind: string, classes: readonly ClassBand[] | undefined): ReturnType<typeof clausesFor> {
  const clauses = clausesFor(kind);
  const lowest = classes?.at(-1)?.code;
  if (!classes || lowest === undefined) return clauses;
  const isKnown = (code: ClassBand['code']): boolean => classes.some((band) => band.code === code);
  const classCaps = clauses.classCaps.map((cap) => (isKnown(cap.atMost) ? cap : { ...cap, atMost: lowest }));
  return { ...clauses, classification: classes.map((band) => ({ ...band })), classCaps };
}

type SetHead = readonly [version: string, kind: string, title: string];

/** One criteria set. The tie-break chain is completed with the legal preference, the day of receipt and the council. */
export function criteriaSet(
  [version, kind, title]: SetHead,
  groups: readonly (readonly [code: string, title: string])[],
  criteria: readonly Criterion[],
  more: SetMore,
): CriteriaSet {
  const women: TieBreak[] = more.women === false ? [] : [{ kind: 'women' }];
  return {
    audience: kind,
    phase: more.phase ?? null,
    version,
    title,
    groups: groups.map(([code, name]) => ({ code, title: name })),
    criteria: [...criteria],
    ...clausesWith(kind, more.classes),
    ...(more.isOwn ? { knockOuts: [], classCaps: [] } : {}),
    ...(more.total === undefined ? {} : { total: more.total }),
    bonusCap: toPoints(more.bonusCap ?? 0),
    gates: more.gates ?? [],
    tieBreaks: [...more.tieBreaks, ...women, { kind: 'received' }, { kind: 'council' }],
    scored: true,
    proposed: true,
  };
}

export function byFigure(code: string): TieBreak {
  return { kind: 'figure', criterion: code };
}

export function byGroup(code: string): TieBreak {
  return { kind: 'points', group: code };
}
