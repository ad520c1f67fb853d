/** The plan's own marks ("Tuyên truyền: 20 điểm"): what is marked, how the marks nest, and whether they add up. */
import type { Points } from '../../base/quantity/points.ts';
import { plainNumber } from '../figure/figure-value.ts';
import type { PlanPlace } from '../finding.ts';

/** 100 points, the total of a complete scale. */
export const WHOLE_SCALE: Points = 10_000;

export interface PlanMark extends PlanPlace {
  /** As the plan numbers it: `II`, `1`, `a`; '' = it does not. */
  readonly code: string;
  /** null = a group without a mark of its own. Of a deduction what is taken away, as a positive number. */
  readonly points: Points | null;
  readonly kind: 'mark' | 'bonus' | 'deduction';
  /** The plan's words on how to score the mark; '' = none. */
  readonly rule: string;
  /** The level of its row in the plan's words; absent = no such cell. */
  readonly wanted?: string;
  /** The evidence that a unit needs for it, in the plan's words; '' = none. */
  readonly evidence: string;
  /** What it is made up of. */
  readonly parts: readonly PlanMark[];
}

/** One scale of a plan: of a part of it, or of a table. */
export interface PlanScoring extends PlanPlace {
  /** Where the text it was read from ends, as `offset`. */
  readonly end: number;
  /** The total the plan names for its marks; null = it names none. */
  readonly total: Points | null;
  /** Most that all bonuses together give; null = the plan does not say. */
  readonly bonusCap: Points | null;
  readonly marks: readonly PlanMark[];
  /** Where marks do not add up to the plan's total; [] = they do. */
  readonly faults: readonly ScoringFault[];
  /** It is a separate table, row by row. */
  readonly isTable: boolean;
  /** Rows that an amending plan changes in the scale of another. */
  readonly isAmending?: true;
}

interface ScoringFault {
  /** Words of the group; '' = the whole scale. */
  readonly text: string;
  readonly said: Points;
  readonly sum: Points;
}

/** Words that only compare, or name what is left: they say for what part of a mark something counts. */
const STEP =
  /^(?:(?:nếu|đạt|đạt được|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|kết quả|mức)\s+)*(?:(?:từ|trên|dưới|đến|tối thiểu|ít nhất|không quá|≥|≤|>=|<=|>|<)\s*)?\d[\d.,]*\s?(?:%|\p{L}+)?(?:\s*(?:trở lên|trở xuống|(?:đến|-|–)\s?(?:dưới )?\d[\d.,]*\s?(?:%|\p{L}+)?))?$|^(?:còn lại|các trường hợp còn lại|không đạt|không có|không thực hiện|có)$/iu;

/** `Từ 70% đến dưới 90%`, `còn lại`: no item of its own. */
export function isStep(words: string): boolean {
  return STEP.test(words.replace(/^[-–+•]\s*/u, '').trim());
}

const OF_BONUS = /^(?:điểm |nội dung |phần )?(?:thưởng|cộng)(?!\p{L})(?! đồng)/iu;
const OF_DEDUCTION = /^(?:điểm |nội dung |phần |các trường hợp )?(?:bị )?trừ(?!\p{L})/iu;

/** By its first words, else like the mark above it. */
export function kindOfMark(words: string, above: PlanMark['kind'] = 'mark'): PlanMark['kind'] {
  if (OF_BONUS.test(words)) return 'bonus';
  return OF_DEDUCTION.test(words) ? 'deduction' : above;
}

type UncheckedScoring = Omit<PlanScoring, 'faults'>;

/** The scale put in order: steps belong to what they are steps of, one mark over all is the total, sums are looked at. */
export function scoringOf({ marks: found, total: stated, ...rest }: UncheckedScoring): PlanScoring {
  const folded = found.map((planMark) => withRuleAbove(settled(planMark, 'mark'), ''));
  const [only] = folded;
  const isWhole = folded.length === 1 && only && only.parts.length > 0 && only.points !== null;
  const total = stated ?? (isWhole ? only.points : null);
  const inside = isWhole && (stated === null || stated === only.points) ? only.parts : folded;
  // "Tổng 100 điểm: … 80 điểm, điểm sáng tạo 10 điểm, điểm thưởng 10 điểm"
  const bonuses = inside.filter(({ kind }) => kind === 'bonus');
  const isWithin = bonuses.length > 0 && total !== null && sumOf(inside) + sumOf(bonuses, 'bonus') === total;
  const marks = isWithin
    ? inside.map((planMark) => (planMark.kind === 'bonus' ? { ...planMark, kind: 'mark' as const } : planMark))
    : inside;
  const sum = sumOf(marks);
  const whole = total === null || sum === total ? [] : [{ text: '', said: total, sum }];
  return { ...rest, total, marks, faults: [...marks.flatMap(faultsIn), ...whole] };
}

/** `Điểm = Tỷ lệ × Điểm tối đa` beside a group is the rule of each row below it that has none. */
function withRuleAbove(mark: PlanMark, above: string): PlanMark {
  const own = mark.rule === '' && mark.parts.length === 0 ? above : mark.rule;
  const below = OF_EACH.test(mark.rule) ? mark.rule : above;
  return { ...mark, rule: own, parts: mark.parts.map((part) => withRuleAbove(part, below)) };
}
const OF_EACH = /điểm (?:tối đa|chuẩn)|theo t[ỷỉ] lệ/iu;

function settled(mark: PlanMark, above: PlanMark['kind']): PlanMark {
  const kind = mark.kind === 'mark' ? kindOfMark(mark.text, above) : mark.kind;
  const isStepped =
    mark.parts.length > 0 && (mark.parts.every((part) => isStep(part.text)) || isChoice(mark) || isFullStep(mark));
  const steps = isStepped ? mark.parts : [];
  const rule = isStepped ? [mark.rule, ...steps.map(stepWords)].filter((words) => words !== '').join('; ') : mark.rule;
  const most = Math.max(...steps.map(({ points }) => points ?? 0));
  return {
    ...mark,
    kind,
    rule,
    points: isStepped && mark.points === null ? most : mark.points,
    parts: isStepped ? [] : mark.parts.map((part) => settled(part, kind)),
  };
}

/**
 * Rows without numbers of which the first has the points of the row above, and the others less: “Có ban hành: 2”,
 * “Không ban hành: 0”.
 */
function isChoice({ points, parts }: PlanMark): boolean {
  const choices = parts.map((part) => part.points ?? 0);
  const isBare = parts.every(({ code, parts: own }) => code === '' && own.length === 0);
  const most = Math.max(...choices);
  if (!isBare || parts.length < 2 || !parts.every((part) => part.points !== null)) return false;
  const sum = choices.reduce((all, number) => all + number, 0);
  return points === null ? choices.includes(0) : most === points && (sum !== points || choices.includes(0));
}

/** A single line below that earns all points, beside steps that earn less. */
function isFullStep({ points, parts: [part, ...others], rule }: PlanMark): boolean {
  return part?.code === '' && others.length === 0 && part.parts.length === 0 && part.points === points && rule !== '';
}

function stepWords({ text, points, rule }: PlanMark): string {
  return [`${text}: ${String((points ?? 0) / 100).replace('.', ',')} điểm`, rule]
    .filter((words) => words !== '')
    .join('; ');
}

/** Marks without parts, in document order. */
export function leavesOf(marks: readonly PlanMark[]): readonly PlanMark[] {
  return marks.flatMap((mark) => (mark.parts.length === 0 ? [mark] : leavesOf(mark.parts)));
}

/** Every number written in the words of a rule. */
export function numbersIn(words: string): readonly number[] {
  return words.split(/[^\d.,]+/).map((number) => plainNumber(number.replace(/[.,]$/, '')));
}

/** Of those of a kind; a group without a mark of its own counts as what it is made of. */
export function sumOf(marks: readonly PlanMark[], kind: PlanMark['kind'] = 'mark'): Points {
  return marks.reduce(
    (sum, planMark) => sum + (planMark.kind === kind ? (planMark.points ?? sumOf(planMark.parts, kind)) : 0),
    0,
  );
}

/** A table is used whatever its sum; sentences are a scale only where they add up to the total they name. */
export function isScale({ marks, total, faults, isTable }: PlanScoring): boolean {
  const sum = sumOf(marks);
  return isTable ? sum > 0 : faults.length === 0 && (sum === WHOLE_SCALE || sum === total);
}

function faultsIn(mark: PlanMark): readonly ScoringFault[] {
  const { text, points, parts, kind } = mark;
  const own = parts.filter((part) => part.kind === kind);
  const sum = sumOf(own, kind);
  const isOff = kind === 'mark' && points !== null && own.length > 0 && sum !== points;
  return [...(isOff ? [{ text, said: points, sum }] : []), ...parts.flatMap(faultsIn)];
}
