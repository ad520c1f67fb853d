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
 * Sentences of one row, in order: a and b, the points, what they hang on, what is not arising, the evidence. The short
 * form speaks of people and things, not of a, b and quotients.
 */
export function methodText(line: FormLine, committee: string, shape: FormShape = 'full'): string {
  const { criterion, kind } = line;
  const whole = kind === 'criterion';
  if (shape === 'follow-up') return [...pairSentences(line), ...milestoneSentences(line)].join(' ');
  const sentences = [
    ...pairSentences(line),
    ...milestoneSentences(line),
    marked(pointsSentence(line, shape), criterion.proposed !== false),
    ...(whole && criterion.filledBy === 'register' ? [registeredText(line, committee)] : []),
    ...(whole && criterion.gates.length > 0 ? [`Chỉ tính khi tiêu chí ${criterion.gates.join(', ')} có điểm.`] : []),
    ...(whole && criterion.filledBy === 'unit' && isOwnToJudge(line) ? [NOT_ARISING[criterion.notApplicable]] : []),
    ...(whole ? evidenceSentences(line) : []),
    ...(whole && shape === 'short' ? basisSentences(criterion) : []),
  ];
  // A no-break space keeps `80 %` on one line.
  return sentences
    .filter((sentence) => sentence !== '')
    .join('\n')
    .replaceAll(' %', '\u00a0%');
}

/** The target of the printed deadline, and the targets of the other days. */
function milestoneSentences({ kind, criterion }: FormLine): string[] {
  const { target, milestones, unit, proposed } = criterion;
  if (kind === 'part' || target === null || milestones === undefined) return [];
  const words = ({ target }: Pick<DatedTarget, 'target'>) =>
    `${thresholdWords({ target }, unit)}${proposed && target.code === null ? ` ${PROPOSED}` : ''}`;
  return [`Mức ${words({ target })}.`, `Mốc khác: ${milestones.map(words).join('; ')}.`];
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
  'drop-confirmed': 'KPS: chỉ khi Hội đồng xác nhận.',
  full: 'KPS: được điểm tối đa (nêu lý do).',
  zero: '',
} as const;

/** The unit itself may say that it does not arise. */
function isOwnToJudge({ rule }: FormLine): boolean {
  const { deducts, grader } = factsOf(rule);
  return deducts === null && grader === null;
}

/** What a and b count; one cell for both asks for them as `2/3`. */
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
  const needed = evidence === 'required' ? 'Minh chứng bắt buộc' : 'Minh chứng (nếu có)';
  return [evidenceHint === undefined ? `${needed}.` : `${needed}: ${evidenceHint}.`];
}

/** Where the plan asks for it: the other forms have a column for that. */
function basisSentences({ source }: FormLine['criterion']): string[] {
  return source.section === '' ? [] : [`Căn cứ: mục ${source.section} của kế hoạch.`];
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
  return kindOf(rule).sentence(rule, { max: maxPoints, unit, lower });
}
