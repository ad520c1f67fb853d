/**
 * How a criterion is scored, as a Vietnamese sentence for the form's column "Cách tính điểm", made from its rule. No
 * computing.
 */

import { formatPoints } from '../base/quantity/points.ts';
import { factsOf, kindOf } from '../movement/rule.ts';
import { amountText } from '../movement/rules/wording.ts';
import type { DatedTarget } from '../movement/set-in-period.ts';
import { thresholdWords } from '../movement/threshold-words.ts';
import type { FormLine } from './form-grid.ts';
import type { FormShape } from './form-subject.ts';

/** Stands beside every figure that is ours and not the plan's. */
export const PROPOSED = '(đề xuất)';

/**
 * Sentences of a row, in order: a and b, the points, their conditions, what counts as not arising, the evidence. The
 * short form speaks of people and things, not of a, b and quotients.
 */
export function methodText(
  line: FormLine,
  committee: string,
  shape: FormShape = 'full',
  above: TextAbove = NOTHING_ABOVE,
): string {
  const { criterion } = line;
  if (shape === 'follow-up') return [...pairSentences(line), ...milestoneSentences(line)].join(' ');
  return joined([
    ...pairSentences(line),
    ...milestoneSentences(line),
    marked(briefly(pointsSentence(line, shape)), criterion.proposed !== false && !above.isMarked),
    ...conditionSentences(line, committee, shape).filter((sentence) => !above.sentences.includes(sentence)),
  ]);
}

/** What stands above a row and needs no repeating in it. */
interface TextAbove {
  /** The column's heading says that all of it is our proposal. */
  readonly isMarked: boolean;
  /** Sentences of the group's row, as `sharedSentences` gives them. */
  readonly sentences: readonly string[];
}
const NOTHING_ABOVE: TextAbove = { isMarked: false, sentences: [] };

/** Sentences that every criterion among the lines of a group has: its row says them once for all. */
export function sharedSentences(lines: readonly FormLine[], committee: string, shape: FormShape): readonly string[] {
  const own = lines
    .filter(({ kind }) => kind === 'criterion')
    .map((line) => conditionSentences(line, committee, shape));
  const [first = [], ...others] = own;
  return others.length === 0
    ? []
    : first.filter((sentence) => sentence !== '' && others.every((sentences) => sentences.includes(sentence)));
}

/** Sentences of a cell. */
export function joined(sentences: readonly string[]): string {
  // A no-break space keeps `80 %` on one line.
  return sentences
    .filter((sentence) => sentence !== '')
    .join(' ')
    .replaceAll(' %', '\u00a0%');
}

/** Who counts it, on what it depends, what counts as not arising, the evidence, where the plan asks it. */
function conditionSentences(line: FormLine, committee: string, shape: FormShape): readonly string[] {
  const { criterion, kind } = line;
  if (kind === 'part') return [];
  return [
    ...(criterion.filledBy === 'register' ? [registeredText(line, committee)] : []),
    ...(criterion.gates.length > 0 ? [`Chỉ tính khi tiêu chí ${criterion.gates.join(', ')} có điểm.`] : []),
    ...(criterion.filledBy === 'unit' && isOwnToJudge(line) ? [NOT_ARISING[criterion.notApplicable]] : []),
    ...evidenceSentences(line),
    ...basisSentences(criterion, shape),
  ];
}

/** The target of the printed deadline, and the targets of the other days. */
function milestoneSentences({ kind, criterion }: FormLine): string[] {
  const { target, milestones, unit, proposed } = criterion;
  if (kind === 'part' || target === null || milestones === undefined) return [];
  const words = ({ target }: Pick<DatedTarget, 'target'>) =>
    `${thresholdWords({ target }, unit)}${proposed && target.code === null ? ` ${PROPOSED}` : ''}`;
  return [`Mức ${words({ target })}.`, `Mốc khác: ${milestones.map(words).join('; ')}.`];
}

/** `Trên 40 %: 12 điểm; từ 30 đến 40 %: 9 điểm; …`: of a row of steps the last alone names the points. */
function briefly(sentence: string): string {
  const steps = sentence.split('; ');
  return steps.length < 3 ? sentence : sentence.replace(/ điểm(?=; )/gu, '');
}

/** A sentence without a figure has nothing to be marked. */
function marked(sentence: string, proposed: boolean): string {
  return proposed && /\d/.test(sentence) ? `${sentence.replace(/\.$/, '')} ${PROPOSED}.` : sentence;
}

function registeredText({ criterion }: FormLine, committee: string): string {
  return criterion.measure === 'date'
    ? `Tính theo ngày ${committee} nhận báo cáo; đơn vị không tự chấm.`
    : `Tính theo danh sách nhận báo cáo của ${committee}; đơn vị không tự chấm.`;
}

const NOT_ARISING = {
  drop: 'KPS: không tính (nêu lý do).',
  'drop-confirmed': 'KPS: Hội đồng xác nhận.',
  full: 'KPS: được điểm tối đa (nêu lý do).',
  zero: '',
} as const;

/** The unit itself may say that it does not arise. */
function isOwnToJudge({ rule }: FormLine): boolean {
  const { deducts, grader } = factsOf(rule);
  return deducts === null && grader === null;
}

/** What a and b count; where a single cell holds both, they are entered as `2/3`. */
function pairSentences({ kind, criterion, open, measure }: FormLine): string[] {
  const numerator = kind === 'part' ? undefined : criterion.numerator;
  const denominator = kind === 'part' ? undefined : criterion.denominator;
  const isNamed = numerator !== undefined && denominator !== undefined;
  if (open.has('numerator')) return isNamed ? [`a: ${numerator}; b: ${denominator}.`] : [];
  if (measure !== 'percentage' || !open.has('value')) return [];
  return [
    isNamed ? `Ghi ${lowered(numerator)} / ${lowered(denominator)} (ví dụ 2/3).` : 'Ghi số đạt / tổng số (ví dụ 2/3).',
  ];
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function evidenceSentences({ criterion }: FormLine): string[] {
  const { evidence, evidenceHint } = criterion;
  if (evidence === 'none' || (evidence === 'optional' && evidenceHint === undefined)) return [];
  const needed = evidence === 'required' ? 'Minh chứng' : 'Minh chứng (nếu có)';
  return [evidenceHint === undefined ? `Phải có ${needed.toLowerCase()}.` : `${needed}: ${evidenceHint}.`];
}

/** The section of the plan; a criterion without a section is our proposal, which the form of a body says. */
function basisSentences({ source, proposed }: FormLine['criterion'], shape: FormShape): string[] {
  if (source.section !== '')
    return [shape === 'full' ? `Theo mục ${source.section}.` : `Căn cứ: mục ${source.section} của kế hoạch.`];
  return shape === 'full' && proposed ? ['Kế hoạch không nêu (đề xuất).'] : [];
}

function pointsSentence(line: FormLine, shape: FormShape): string {
  const { rule, maxPoints, criterion, measure, kind } = line;
  const unit = measure === 'percentage' ? '%' : kind === 'criterion' ? criterion.unit : '';
  const lower = criterion.direction === 'lower';
  if (shape === 'short' && rule.kind === 'proportional' && rule.floor === undefined && !lower) {
    const all = measure === 'percentage' && rule.full === 100;
    const reached = all ? 'Đủ tất cả' : `Đạt từ ${amountText(rule.full, unit)}`;
    return `${reached}: ${formatPoints(maxPoints)} điểm; ít hơn thì được điểm theo phần đã đạt.`;
  }
  if (
    shape === 'full' &&
    measure === 'percentage' &&
    rule.kind === 'proportional' &&
    rule.floor === undefined &&
    !lower
  ) {
    const top = formatPoints(maxPoints);
    return `Kết quả ÷ ${amountText(rule.full, unit)} × ${top}, tối đa ${top} điểm.`;
  }
  return kindOf(rule).sentence(rule, { max: maxPoints, unit, lower });
}
