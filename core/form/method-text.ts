/**
 * How a criterion is scored, as a Vietnamese sentence for the form's column "Cách tính điểm", made from its rule. No
 * computing.
 */

import { factsOf, kindOf } from '../movement/rule.ts';
import type { FormLine } from './form-grid.ts';

/** Stands beside every figure that is ours and not the plan's. */
export const PROPOSED = '(đề xuất)';

/**
 * Sentences of one row, in order: a and b, the points, what they hang on, what is not arising, the evidence, the place
 * in the plan.
 */
export function methodText(line: FormLine): string {
  const { criterion, kind } = line;
  const whole = kind === 'criterion';
  const sentences = [
    ...(line.open.has('numerator') ? pairSentences(line) : []),
    marked(pointsSentence(line), criterion.proposed),
    ...(whole && criterion.filledBy === 'register' ? [REGISTERED[criterion.measure === 'date' ? 'day' : 'count']] : []),
    ...(whole && criterion.gates.length > 0 ? [`Chỉ tính khi tiêu chí ${criterion.gates.join(', ')} có điểm.`] : []),
    ...(whole && line.open.has('self') && factsOf(line.rule).deducts === null
      ? [NOT_ARISING[criterion.notApplicable]]
      : []),
    ...(whole ? evidenceSentences(line) : []),
    ...(whole && criterion.source.section !== '' ? [`Căn cứ: mục ${criterion.source.section} của kế hoạch.`] : []),
  ];
  // A no-break space keeps `80 %` on one line.
  return sentences
    .filter((sentence) => sentence !== '')
    .join('\n')
    .replaceAll(' %', '\u00a0%');
}

/** A sentence without a figure has nothing to be marked. */
function marked(sentence: string, proposed: boolean): string {
  return proposed && /\d/.test(sentence) ? `${sentence.replace(/\.$/, '')} ${PROPOSED}.` : sentence;
}

const REGISTERED = {
  day: 'Tính theo ngày UBND xã nhận báo cáo; đơn vị không tự chấm.',
  count: 'Tính theo danh sách nhận báo cáo của UBND xã; đơn vị không tự chấm.',
} as const;

const NOT_ARISING = {
  drop: 'Không phát sinh (nêu lý do): không tính tiêu chí này.',
  'drop-confirmed': 'Không phát sinh: chỉ không tính khi Hội đồng xác nhận.',
  full: 'Không phát sinh (nêu lý do): được điểm tối đa.',
  zero: '',
} as const;

function pairSentences({ kind, criterion }: FormLine): string[] {
  const { numerator, denominator } = criterion;
  if (kind === 'part' || numerator === undefined || denominator === undefined) return ['Kết quả = a/b × 100 %.'];
  return [`a: ${numerator}; b: ${denominator}. Kết quả = a/b × 100 %.`];
}

function evidenceSentences({ criterion }: FormLine): string[] {
  const { evidence, evidenceHint } = criterion;
  if (evidence === 'none') return [];
  const needed = evidence === 'required' ? 'Minh chứng bắt buộc' : 'Minh chứng (nếu có)';
  return [evidenceHint === undefined ? `${needed}.` : `${needed}: ${evidenceHint}.`];
}

function pointsSentence({ rule, maxPoints, criterion, measure, kind }: FormLine): string {
  const unit = measure === 'percentage' ? '%' : kind === 'criterion' ? criterion.unit : '';
  return kindOf(rule).sentence(rule, { max: maxPoints, unit, lower: criterion.direction === 'lower' });
}
