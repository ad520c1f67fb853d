/**
 * A scoring rule as the sentence that stands in the dossier's column "Cách chấm". read-rule.ts reads each of these
 * sentences back to the same rule. The form says the same at length for the units (form/method-text.ts); here it is
 * short, and officers type it.
 */
import type { Criterion } from '../movement/criteria-set.ts';
import type { Comparator, Measure, ScoringRule } from '../movement/rule.ts';
import { bandWords } from './band-words.ts';
import { exactNumber, exactPoints, named, quoted } from './words.ts';

/** What a rule is worded for. */
export interface RuleSetting {
  readonly measure: Measure;
  readonly direction: Criterion['direction'];
  /** Unit of the criterion; a part has none of its own. */
  readonly unit: string;
  /** Hundredths. */
  readonly maxPoints: number;
}

/** Behind a figure of this measure. */
export function figureUnit(measure: Measure): '%' | '%/năm' | '' {
  return measure === 'percentage' ? '%' : measure === 'rate' ? '%/năm' : '';
}

const COMPARATOR_WORDS: Readonly<Record<Comparator, string>> = {
  gt: 'trên',
  gte: 'từ',
  lt: 'dưới',
  lte: 'không quá',
  eq: 'đúng',
  soft: 'phấn đấu',
};

/** The sentence. The parts of a composed rule have rows of their own. */
export function ruleWords(rule: ScoringRule, { measure, direction, unit }: RuleSetting): string {
  const figure = (value: number) => `${exactNumber(value)} ${figureUnit(measure)}`.trim();
  const lower = direction === 'lower';
  switch (rule.kind) {
    case 'yes-no':
      return 'có: đủ điểm; không: 0';
    case 'threshold':
      return `đạt ${COMPARATOR_WORDS[rule.comparator]} ${figure(rule.value)}: đủ điểm; không đạt: 0`;
    case 'levels':
      return rule.levels
        .map(({ code, label, points }) => `${named(code)} ${quoted(label)}: ${exactPoints(points)}`)
        .join('; ');
    case 'proportional': {
      const floor = rule.floor === undefined ? '' : `, 0 điểm ${lower ? 'trên' : 'dưới'} ${figure(rule.floor)}`;
      return `theo tỷ lệ, đủ điểm ${lower ? 'đến' : 'từ'} ${figure(rule.full)}${floor}`;
    }
    case 'bands':
      return bandWords(rule.bands, figureUnit(measure));
    case 'per-unit': {
      const sample = rule.sample === undefined ? '' : `, khảo sát ${exactNumber(rule.sample)} mẫu`;
      return `cộng ${exactPoints(rule.points)} mỗi ${countWord(unit)}, tối đa ${exactPoints(rule.cap)}${sample}`;
    }
    case 'sum':
      return 'cộng điểm các ý';
    case 'best':
      return 'lấy ý cao điểm nhất';
    case 'peer':
      return `so với đơn vị ${lower ? 'thấp' : 'cao'} nhất`;
    case 'deduction':
      return `trừ ${exactPoints(rule.points)} mỗi ${countWord(unit)}, tối đa ${exactPoints(rule.cap)}`;
    case 'by-date':
      return [
        ...rule.steps.map(({ onOrBefore, points }) => `đến ${dayWords(onOrBefore)}: ${exactPoints(points)}`),
        `sau đó: ${exactPoints(rule.late)}`,
      ].join('; ');
    case 'improvement':
      return `theo phần tăng thêm, đủ điểm ${lower ? 'đến' : 'từ'} ${figure(rule.full)}`;
    case 'council-graded':
      return rule.by === 'survey' ? 'theo kết quả khảo sát' : 'Hội đồng chấm';
  }
}

/** What is counted, where the unit is a plain word. */
function countWord(unit: string): string {
  return /^\p{L}[\p{L} ]{0,30}$/u.test(unit) ? unit : 'lần';
}

/** `11-04` → `04/11`; `2025-11-04` → `04/11/2025`; what is no day stands in quotation marks. */
function dayWords(day: string): string {
  return /^(?:\d{4}-)?\d{2}-\d{2}$/.test(day) ? day.split('-').reverse().join('/') : quoted(day);
}
