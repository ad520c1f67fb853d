/** How a criterion is scored, as a Vietnamese sentence for the form's column "Cách tính điểm", made from its rule. No computing. */

import type { Band, Comparator, ScoringRule } from '../movement/rule.ts';
import { formatNumber, formatPoints, type Points } from '../quantity/points.ts';
import type { FormLine } from './form-grid.ts';

/** Stands beside every figure that is ours and not the plan's. */
export const PROPOSED = '(đề xuất)';

/** Sentences of one row, in order: a and b, the points, what they hang on, what is not arising, the evidence, the place in the plan. */
export function methodText(line: FormLine): string {
  const { criterion, kind } = line;
  const whole = kind === 'criterion';
  const sentences = [
    ...(line.open.has('numerator') ? pairSentences(line) : []),
    marked(pointsSentence(line), criterion.proposed),
    ...(whole && criterion.filledBy === 'register' ? [REGISTERED[criterion.measure === 'date' ? 'day' : 'count']] : []),
    ...(whole && criterion.gates.length > 0 ? [`Chỉ tính khi tiêu chí ${criterion.gates.join(', ')} có điểm.`] : []),
    ...(whole && line.open.has('self') && line.rule.kind !== 'deduction' ? [NOT_ARISING[criterion.notApplicable]] : []),
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
  return ruleSentence(rule, { max: maxPoints, unit, lower: criterion.direction === 'lower' });
}

interface Setting {
  readonly max: Points;
  readonly unit: string;
  readonly lower: boolean;
}

function ruleSentence(rule: ScoringRule, { max, unit, lower }: Setting): string {
  const top = formatPoints(max);
  switch (rule.kind) {
    case 'yes-no':
      return `Có: ${top} điểm; không: 0 điểm.`;
    case 'threshold':
      return `Đạt ${targetText(rule.comparator, rule.value, unit)}: ${top} điểm; không đạt: 0 điểm.`;
    case 'levels':
      return `${rule.levels.map(({ label, points }) => `${label}: ${formatPoints(points)} điểm`).join('; ')}.`;
    case 'proportional':
      return proportionalSentence(rule, { max, unit, lower });
    case 'bands':
      return capitalised(
        `${rule.bands.map((band) => `${bandText(band, unit)}: ${formatPoints(band.points)} điểm`).join('; ')}.`,
      );
    case 'per-unit': {
      const sample = rule.sample === undefined ? '' : ` (khảo sát ${formatNumber(rule.sample)} mẫu)`;
      return `Mỗi ${unit || 'nội dung'}: ${formatPoints(rule.points)} điểm, tối đa ${formatPoints(rule.cap)} điểm${sample}.`;
    }
    case 'sum':
      return 'Cộng điểm các mục a, b… bên dưới.';
    case 'best':
      return 'Lấy điểm của mục cao nhất trong các mục a, b… bên dưới.';
    case 'peer':
      return lower
        ? `Điểm = kết quả thấp nhất trong các đơn vị ÷ Kết quả × ${top}.`
        : `Điểm = Kết quả ÷ kết quả cao nhất trong các đơn vị × ${top}.`;
    case 'deduction':
      return rule.points === 0
        ? 'Điểm trừ do Hội đồng quyết định.'
        : `Trừ ${formatPoints(rule.points)} điểm/${unit || 'lần'}, tối đa ${formatPoints(rule.cap)} điểm.`;
    case 'by-date': {
      const steps = rule.steps.map(
        ({ onOrBefore, points }) => `đến hết ngày ${dayText(onOrBefore)}: ${formatPoints(points)} điểm`,
      );
      return capitalised(`${[...steps, `muộn hơn: ${formatPoints(rule.late)} điểm`].join('; ')}.`);
    }
    case 'improvement': {
      const full = withUnit(rule.full, unit);
      return `Đạt ${full}: ${top} điểm; chưa đạt: (Kết quả − Trước phong trào) ÷ (${full} − Trước phong trào) × ${top}.`;
    }
    case 'council-graded':
      return rule.by === 'survey'
        ? 'Chấm theo kết quả khảo sát; đơn vị không tự chấm.'
        : 'Hội đồng chấm; đơn vị không tự chấm.';
  }
}

function proportionalSentence(
  rule: Extract<ScoringRule, { kind: 'proportional' }>,
  { max, unit, lower }: Setting,
): string {
  const top = formatPoints(max);
  const full = withUnit(rule.full, unit);
  const floor = rule.floor === undefined ? '' : `; ${lower ? 'trên' : 'dưới'} ${withUnit(rule.floor, unit)}: 0 điểm`;
  return lower
    ? `Không quá ${full}: ${top} điểm; cao hơn: ${full} ÷ Kết quả × ${top}${floor}.`
    : `Từ ${full} trở lên: ${top} điểm; thấp hơn: Kết quả ÷ ${full} × ${top}${floor}.`;
}

/** `từ 80 đến dưới 90 %`, `trên 40 %`, `dưới 20 %`, `3 người`. */
function bandText({ from, fromInclusive, to, toInclusive }: Band, unit: string): string {
  if (from === undefined && to === undefined) return 'mọi kết quả';
  if (from === undefined) return `${toInclusive ? 'không quá' : 'dưới'} ${withUnit(to ?? 0, unit)}`;
  if (to === undefined) return fromInclusive ? `từ ${withUnit(from, unit)} trở lên` : `trên ${withUnit(from, unit)}`;
  if (from === to) return withUnit(from, unit);
  return `${fromInclusive ? 'từ' : 'trên'} ${formatNumber(from)} đến ${toInclusive ? '' : 'dưới '}${withUnit(to, unit)}`;
}

const SIGN: Readonly<Record<Comparator, string>> = { gt: '>', gte: '≥', lt: '<', lte: '≤', eq: '', soft: 'phấn đấu' };

/** A target as the column "Chỉ tiêu" prints it: `≥ 80 %`, `> 6 %/năm`. */
export function targetText(comparator: Comparator, value: number, unit: string): string {
  return `${SIGN[comparator]} ${withUnit(value, unit)}`.trim();
}

function withUnit(value: number, unit: string): string {
  return `${formatNumber(value)} ${unit}`.trim();
}

/** `11-04` → `04/11`; `2025-11-04` → `04/11/2025`. */
function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
