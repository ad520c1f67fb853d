/** What one clause of a rule says: a definition, a formula, a step, so much off or more for each case, who grades. */
import type { Criterion } from '../../movement/criteria-set.ts';
import { clausePoints, hundredths } from './clause-points.ts';
import { type Condition, conditionOf, numberOf } from './condition.ts';

/** `cứ thiếu 1 % trừ 0,5`, `mỗi vụ trừ 10`, `mỗi mô hình được cộng 2`. */
interface PerCase {
  /** How much of the figure makes a step; null = each case is a step. */
  readonly size: number | null;
  /** Which way the figure goes; null = it is cases that are counted. */
  readonly way: 'up' | 'down' | null;
  /** `%`, or what is counted. */
  readonly unit: string;
  /** Hundredths. */
  readonly points: number;
  /** “trừ 2 – 5 điểm/lần” */
  readonly upTo: number | null;
}

export type Clause =
  /** `a = Số người được tập huấn` */
  | { readonly kind: 'define'; readonly name: string; readonly what: string }
  /** `Tỷ lệ = a/b`: names, or the words themselves. */
  | { readonly kind: 'ratio'; readonly part: string; readonly whole: string }
  /**
   * `Điểm = Tỷ lệ/80 % × Điểm tối đa`; `full` in percent, null = the words leave it to the title: `theo tỷ lệ`. `of` =
   * its names: `b/a × Điểm tối đa`.
   */
  | {
      readonly kind: 'formula';
      readonly full: number | null;
      readonly points: number;
      readonly of?: { readonly part: string; readonly whole: string };
    }
  /** `Điểm = giá trị ÷ giá trị lớn nhất × Điểm tối đa` */
  | { readonly kind: 'largest'; readonly points: number }
  | (PerCase & { readonly kind: 'loss' })
  | (PerCase & { readonly kind: 'gain' })
  /** `từ lần thứ hai trừ hết`: from so many cases on nothing is left. */
  | { readonly kind: 'nothing-from'; readonly cases: number }
  | { readonly kind: 'cap'; readonly points: number }
  | { readonly kind: 'people'; readonly by: 'council' | 'survey' }
  | { readonly kind: 'unassigned'; readonly policy: Criterion['notApplicable'] }
  /** `points` null = in proportion. */
  | { readonly kind: 'step'; readonly when: Condition; readonly points: number | null; readonly head: string };

const N = String.raw`\d{1,4}(?:[.,]\d{1,2})?`;
const P = `(${N})(?: ?(?:điểm|đ))?`;
const UNIT = String.raw`%|\p{L}[\p{L}\s]{0,40}?`;
const WHAT = String.raw`[^\d:;*/=]{2,80}?`;
const MAX = `(?:(?:(?:số )?điểm )?(?:tối đa|chuẩn)|(${N})(?: ?điểm)?)`;
const OFF = String.raw`\s*[,:]?\s*(?:(?:thì|bị|sẽ|được)\s+)*trừ(?: đi)?\s*`;
const MORE = String.raw`\s*[,:]?\s*(?:(?:thì|sẽ|được|tính|cộng|chấm|thưởng|đạt|thêm)\s+)*\+?`;
const EACH = String.raw`(?:nhưng |nếu |thì |tính |chấm )*(?:(?:cứ|mỗi|từng|với mỗi)\s+)+`;

const DEFINE = /^(?:trong đó:? |gọi |với )?([a-dxyn])\s*(?:=|là|:)\s*(?!\d)(.{3,})$/iu;
const RATIO =
  /^(?:(?:tỷ lệ|kết quả|k|r|t)[^=]{0,40}=\s*)?\(?\s*([a-dxyn])\s*\/\s*([a-dxyn])\s*\)?\s*(?:[*x]\s*100 ?%?)?$/iu;
const RATIO_OF_WORDS = new RegExp(
  String.raw`^(?:(?:tỷ lệ|kết quả|điểm|k|t|r)[^=]{0,40}=\s*)?\(?\s*((?:tổng )?số [^/=*\d]{2,120}?)\s*/\s*((?:tổng )?số [^/=*\d]{2,120}?)\s*\)?\s*[*x]\s*100 ?%?(?:\s*[*x]\s*${MAX})?$`,
  'iu',
);
const SHARE_OF_POINTS = new RegExp(
  String.raw`^(?:(?:số )?điểm[^=]{0,40}=\s*)?\(?\s*((?:(?:tổng )?số|tỷ lệ|kết quả) [^/=*\d]{2,120}?)\s*/\s*((?:(?:tổng )?số|chỉ tiêu|kế hoạch) [^/=*\d]{2,120}?)\s*\)?\s*[*x]\s*${MAX}$`,
  'iu',
);
const FORMULA = new RegExp(
  String.raw`^(?:(?:số )?điểm[^=]{0,40}=\s*)?\(?\s*(?:(?:tỷ lệ|kết quả)(?: [^\d/*=]{0,60}?)?|k|t|r|([a-dxyn])\s*/\s*([a-dxyn]))\s*\)?\s*(?:/\s*(${N}) ?%?\s*\)?)?\s*(?:[*x]\s*100 ?%\s*)?[*x]\s*${MAX}$`,
  'iu',
);
const FULL_TIMES_SHARE =
  /^(?:(?:số )?điểm[^=]{0,40}=\s*)?(?:số )?điểm (?:tối đa|chuẩn)\s*[*x]\s*tỷ lệ(?: [^\d/*=]{0,60})?$/iu;
/** `Tỷ lệ < 80 %: Điểm = …` */
const UNDER = /^[^:=]{0,40}(?::|\sthì)\s*(?=(?:số )?điểm[^=:]{0,40}=|\(|tỷ lệ ?\/)/iu;
const BY_SHARE =
  /^(?:(?:được )?(?:chấm|tính|cho) )?(?:điểm )?theo tỷ lệ(?: (?:thực hiện|đạt được|hoàn thành|tương ứng|phần trăm|%))*$|^(?:thực hiện )?đạt bao nhiêu (?:%|phần trăm)[^\d]{0,20} bấy nhiêu (?:%|phần trăm|điểm)[^\d]{0,20}$/iu;
const LARGEST = new RegExp(
  String.raw`^(?:(?:số )?điểm[^=]{0,40}=\s*)?\(?[^\d=*]{2,80}/[^\d=*]{0,60}(?:lớn nhất|cao nhất|nhiều nhất)[^\d=*]{0,30}\)?\s*[*x]\s*${MAX}$`,
  'iu',
);
/** `dưới 80 % thì cứ thấp hơn 5 % trừ 2 điểm`: the step above says the 80 %. */
const BELOW = new RegExp(
  String.raw`^(?:nếu )?(?:dưới|thấp hơn|chưa đạt|không đạt) ?(?:mức )?${N} ?(?:%|\p{L}+)?,? (?:thì )?(?=cứ|mỗi)`,
  'iu',
);
const STEP_OFF = new RegExp(
  String.raw`^(?:${EACH})?(thiếu|giảm|thấp hơn|hụt|kém|dưới|tăng|thêm|vượt|cao hơn|quá|chậm|trễ|muộn)(?: đi| mỗi| thêm)?(?: so với [^\d]{2,40}?)?\s*(${N}) ?(${UNIT})?(?: so với [^\d]{2,60}?)?${OFF}${P}$`,
  'iu',
);
const STEP_MORE = new RegExp(
  String.raw`^(?:(?:trên|quá|vượt|từ) ?(?:mức|${N})[^\d,]{0,40}?,? )?${EACH}(?:đạt(?: được| thêm)? )?(?:(thêm|tăng|vượt|cao hơn|giảm)(?: thêm)? )?(${N}) ?(${UNIT})${MORE}${P}$`,
  'iu',
);
const CASE_OFF = new RegExp(
  String.raw`^(?:${EACH}|nếu |có |để xảy ra )?(?:0?1 )?(?!trừ|\+)(${WHAT})${OFF}(${N})(?: ?(?:điểm|đ))?(?: ?(?:-|đến) ?(${N}))?(?: ?(?:điểm|đ))?(?: ?/ ?(?:0?1 )?(\p{L}[\p{L} ]{1,40}))?$`,
  'iu',
);
/** `vắng không lý do 01 lần trừ 1 điểm` */
const TIMES_OFF = new RegExp(
  `^(?:nếu |có |để xảy ra )?(${WHAT}) 0?1 (lần|buổi|cuộc|kỳ|vụ|trường hợp|hồ sơ|văn bản|báo cáo|nội dung|người|hộ|ngày)${OFF}${P}$`,
  'iu',
);
const OFF_EACH = new RegExp(
  String.raw`^(?:(${WHAT})[\s:,]+)?(?:(?:thì|bị|sẽ)\s+)*(?:(?:trừ|giảm|bớt)\s*|- ?)(${N})(?: ?(?:-|đến) ?(${N}))? ?(?:điểm|đ)?(?: ?/ ?| (?:cho )?(?:mỗi|một|từng) )(?:0?1 )?(\p{L}[\p{L} ]{1,60})$`,
  'iu',
);
const GAINS = '(?:được|cộng|tính|chấm|thưởng)';
const UNIT_MORE = new RegExp(
  String.raw`^(?:${EACH}(?:0?1 )?|(?:0?1|một) (?=[^\d]*${GAINS}))(?!trừ)(${WHAT})${MORE}(${N}) ?(?:điểm|đ)?$`,
  'iu',
);
const MORE_EACH = new RegExp(
  String.raw`^(?:(${WHAT})[\s:,]+)?(?:được |cộng |tính |chấm |thưởng |\+ ?)*(${N}) ?(?:điểm|đ)?(?: ?/ ?| (?:cho )?(?:mỗi|một|từng) )(?:0?1 )?(\p{L}[\p{L}, ]{1,60})$`,
  'iu',
);
/** Words for a deduction: a clause with them is no gain, whatever its other words. */
const LESS = /(?<!\p{L})(?:trừ|giảm|bớt|hạ|mất)(?!\p{L})/iu;
const NOTHING_FROM =
  /^(?:từ )?(?:\p{L}+ thứ )?(hai|ba|tư|\d{1,2})(?: \p{L}+){0,2}?(?: trở (?:lên|đi))?[,:]? (?:thì |bị )*trừ (?:hết|toàn bộ)(?: (?:số )?(?:điểm )?(?:còn lại)?)?$/iu;
const ORDINALS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tư: 4 };
const CAP = new RegExp(
  String.raw`^(?:(?:nhưng|và|tổng(?: số)?(?: điểm)?(?: cộng| trừ)?|được|trừ|cộng|mức)\s+)*(?:tối đa(?: không quá)?|không (?:vượt )?quá|nhiều nhất)(?: (?:bị )?trừ| cộng)?(?: là)?:? ${P}(?: ?/ ?\p{L}+)?$`,
  'iu',
);
const SURVEY = /khảo sát|xã hội học|phiếu hỏi ý kiến/iu;
const COUNCIL =
  /^(?:do |theo )?(?:hội đồng|ban tổ chức|btc|ban chỉ đạo|tổ (?:thẩm định|chấm điểm|giúp việc)|đoàn kiểm tra|cơ quan (?:thường trực|thẩm định))[^\d:;]{0,80}$|^(?:tùy|tuỳ|căn cứ|theo)(?: vào| theo)? (?:mức độ|tính chất|chất lượng)[^\d]*$/iu;
/** `0 - 20 điểm tùy mức độ` */
const IN_RANGE = new RegExp(
  String.raw`^(?:cho |chấm )?(?:từ )?${N} ?(?:điểm|đ)? ?(?:-|đến) ?${N} ?(?:điểm|đ)?,? (?:tùy|tuỳ|căn cứ|theo)[^\d]*$`,
  'iu',
);
const UNASSIGNED =
  /không (?:được )?(?:giao|phát sinh|có nhiệm vụ|có chỉ tiêu|thuộc (?:đối tượng|phạm vi)|áp dụng|có đối tượng)|^(?!nếu|khi|trường hợp)\p{L}+ (?:\p{L}+ )?không có /iu;

/** null = nothing of this is understood. `max` = of the row, hundredths. */
export function readClause(clause: string, max: number): Clause | null {
  return (
    conditionalClause(clause) ??
    formulaClause(clause, max) ??
    peopleClause(clause) ??
    casesClause(clause) ??
    stepClause(clause, max)
  );
}

function conditionalClause(clause: string): Clause | null {
  if (!UNASSIGNED.test(clause)) return null;
  if (/chia đều/iu.test(clause)) return { kind: 'unassigned', policy: 'drop' };
  if (/không (?:đánh giá|chấm|tính|xét)|loại (?:trừ|khỏi)/iu.test(clause))
    return { kind: 'unassigned', policy: 'drop' };
  return /(?:tính|chấm|được|hưởng|đạt)[^.]{0,30}(?:tối đa|đủ điểm|\d ?(?:điểm|đ)(?!\p{L}))/iu.test(clause)
    ? { kind: 'unassigned', policy: 'full' }
    : null;
}

function formulaClause(clause: string, max: number): Clause | null {
  const [, name, what] = DEFINE.exec(clause) ?? [];
  if (name !== undefined && what !== undefined)
    return { kind: 'define', name: name.toLowerCase(), what: what.replace(/^([^(]*)\)$/u, '$1').trim() };
  const largest = LARGEST.exec(clause);
  if (largest) return { kind: 'largest', points: largest[1] === undefined ? max : hundredths(largest[1]) };
  const words = RATIO_OF_WORDS.exec(clause) ?? SHARE_OF_POINTS.exec(clause);
  if (words) return { kind: 'ratio', part: words[1] ?? '', whole: words[2] ?? '' };
  const ratio = RATIO.exec(clause);
  if (ratio) return { kind: 'ratio', part: (ratio[1] ?? '').toLowerCase(), whole: (ratio[2] ?? '').toLowerCase() };
  if (FULL_TIMES_SHARE.test(clause)) return { kind: 'formula', full: 100, points: max };
  const formula = FORMULA.exec(clause.replace(UNDER, ''));
  if (formula) {
    const [, part, whole, full, points] = formula;
    return {
      kind: 'formula',
      full: full === undefined ? 100 : numberOf(full),
      points: points === undefined ? max : hundredths(points),
      ...(part === undefined || whole === undefined
        ? {}
        : { of: { part: part.toLowerCase(), whole: whole.toLowerCase() } }),
    };
  }
  return BY_SHARE.test(clause) ? { kind: 'formula', full: null, points: max } : null;
}

function peopleClause(clause: string): Clause | null {
  if (SURVEY.test(clause)) return /\d/.test(clause) ? null : { kind: 'people', by: 'survey' };
  return COUNCIL.test(clause) || IN_RANGE.test(clause) ? { kind: 'people', by: 'council' } : null;
}

function casesClause(words: string): Clause | null {
  const clause = words.replace(BELOW, '');
  const cap = CAP.exec(clause);
  if (cap) return { kind: 'cap', points: hundredths(cap[1] ?? '') };
  const nothing = NOTHING_FROM.exec(clause);
  if (nothing) return { kind: 'nothing-from', cases: ORDINALS[nothing[1]?.toLowerCase() ?? ''] ?? Number(nothing[1]) };
  const stepOff = STEP_OFF.exec(clause);
  if (stepOff) {
    const [, verb = '', size = '', unit = '', points = ''] = stepOff;
    const way = SHORT.test(verb) ? 'down' : 'up';
    return {
      ...{ kind: 'loss', size: numberOf(size), way },
      unit: unit.trim(),
      points: hundredths(points),
      upTo: null,
    };
  }
  const share = SHARE.exec(clause);
  if (share && /trừ/iu.test(clause)) return shareCase('loss', share);
  const times = TIMES_OFF.exec(clause);
  if (times) return caseOf('loss', `${times[2]} ${(times[1] ?? '').toLowerCase()}`, times[3] ?? '');
  const off = CASE_OFF.exec(clause) ?? null;
  if (off) {
    const [, what = '', points = '', upTo, per] = off;
    return caseOf('loss', per === undefined ? what : `${per} ${what}`, points, upTo);
  }
  const offEach = OFF_EACH.exec(clause);
  if (offEach) {
    const [, what = '', points = '', upTo, per = ''] = offEach;
    return caseOf('loss', what === '' ? per : `${per} ${what}`, points, upTo);
  }
  const stepMore = STEP_MORE.exec(clause);
  if (stepMore) {
    const [, verb, size = '', unit = '', points = ''] = stepMore;
    // “Mỗi 01 mô hình 2 điểm” counts models.
    if (verb === undefined && numberOf(size) === 1 && unit !== '' && !unit.startsWith('%'))
      return caseOf('gain', unit, points);
    const way = verb?.toLowerCase() === 'giảm' ? 'down' : 'up';
    return {
      ...{ kind: 'gain', size: numberOf(size), way },
      unit: unit.trim(),
      points: hundredths(points),
      upTo: null,
    };
  }
  if (share) return shareCase('gain', share);
  const more = LESS.test(clause) ? null : MORE_EACH.exec(clause);
  if (more) {
    const [, what = '', points = '', each = ''] = more;
    const isNamed = what === '' || what.toLowerCase().startsWith(each.toLowerCase());
    return caseOf('gain', isNamed ? what || each : `${each} ${what}`, points);
  }
  const unitMore = UNIT_MORE.exec(clause);
  return unitMore ? caseOf('gain', unitMore[1] ?? '', unitMore[2] ?? '') : null;
}

const SHORT = /^(?:thiếu|giảm|thấp hơn|hụt|kém|dưới|chưa đạt|không đạt)$/iu;
/** `mỗi 1 % thấp hơn chỉ tiêu trừ 0,2`, `cứ 1 % hộ chưa phân loại rác trừ 0,5`, `Cứ 10 % số hộ có chuồng xa nhà được 1 điểm` */
const SHARE = new RegExp(`^${EACH}(${N}) ?% ([^:;]{2,100}?)(?:${OFF}|${MORE})${P}$`, 'iu');
const VERB = /^(?:thiếu|giảm|thấp hơn|hụt|kém|chưa đạt|không đạt|tăng|vượt|cao hơn)(?!\p{L})/iu;

function shareCase(kind: 'loss' | 'gain', [, size = '', what = '', points = '']: RegExpExecArray): Clause {
  const verb = VERB.exec(what)?.[0];
  const way = verb && SHORT.test(verb) ? 'down' : 'up';
  return { kind, size: numberOf(size), way, unit: verb ? '%' : `% ${what}`, points: hundredths(points), upTo: null };
}

function caseOf(kind: 'loss' | 'gain', what: string, points: string, upTo?: string): Clause {
  const unit = what
    .replace(/^(?:cứ|mỗi|có|từng|nếu)\s+/iu, '')
    .replace(/^(thiếu|chậm|trễ)\s+(?:mỗi\s+)?(.+)$/iu, (_, how: string, of: string) => `${of} ${how.toLowerCase()}`)
    .trim();
  return {
    kind,
    size: null,
    way: null,
    unit,
    points: hundredths(points),
    upTo: upTo === undefined ? null : hundredths(upTo),
  };
}

function stepClause(clause: string, max: number): Clause | null {
  const points = clausePoints(clause, max);
  // A sum to be done with the points: no plain step.
  if (!points || /(?:trừ|bớt|giảm|chia|nhân)(?: đi| với| cho)?$/iu.test(points.head)) return null;
  if (points.how === 'range') return { kind: 'people', by: 'council' };
  const when = conditionOf(points.head);
  // Points named twice (“1 điểm/lần, tổng không quá 5 điểm”) unless they are what is measured: “từ 90 điểm trở lên”.
  if (when?.kind !== 'figure' && /\d ?điểm(?!\p{L})/iu.test(points.head)) return null;
  return when && { kind: 'step', when, points: points.points, head: points.head };
}
