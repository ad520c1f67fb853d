/**
 * Figures of a sentence: a number with its comparator and unit, a rank, a zero ("không còn"). What they mean is for
 * others to say.
 */
import { readNumberText } from '../grid/number-text.ts';
import { numberWordsAt } from './number-words.ts';
import { phraseAt, phraseBefore, phrases, type Token } from './token.ts';
import { type Unit, type UnitKind, unitAt } from './unit-words.ts';
import { zeroAt } from './zero-figure.ts';

/** As in the `extract` document; a range holds both its ends, a rank is a best place or better. */
export type PlanComparator = '>=' | '>' | '=' | '<=' | '<' | 'range' | 'rank<=';

export interface Figure {
  /** Token where its own words start (`đạt tối thiểu`), where the number stands, and the first one behind its unit. */
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly kind: UnitKind | 'rank' | 'zero';
  readonly value: number;
  readonly valueMax: number | null;
  readonly unit: string;
  readonly comparator: PlanComparator;
  /** A word or sign says how to compare; else the figure is bare. */
  readonly compared: boolean;
  /** `từ 80 %` without `trở lên`: a start, a baseline or a floor. */
  readonly fromWord: boolean;
  /** `15/19 tiêu chí`. */
  readonly fraction: boolean;
}

const COMPARED: readonly (readonly [PlanComparator, string])[] = [
  [
    '>=',
    'tối thiểu | tối thiểu là | ít nhất | ít nhất là | không dưới | không thấp hơn | không ít hơn | không nhỏ hơn | không kém | thấp nhất | thấp nhất là | chí ít | ≥ | >=',
  ],
  ['>', 'trên | hơn | lớn hơn | cao hơn | vượt | vượt mức | vượt trên | nhiều hơn | >'],
  [
    '<=',
    'không quá | tối đa | tối đa là | tối đa không quá | không vượt quá | không vượt | nhiều nhất | không hơn | không cao hơn | không lớn hơn | không nhiều hơn | không trên | ≤ | <=',
  ],
  ['<', 'dưới | thấp hơn | ít hơn | nhỏ hơn | chưa đến | <'],
];
const BEFORE = COMPARED.map(([comparator, list]) => ({ comparator, list: phrases(list) }));
/** `tốt hơn 9.800 người dân` compares no number. */
const ADJECTIVES = phrases(
  'tốt | nhanh | mạnh | đẹp | sâu | rộng | rõ | xa | gần | dễ | khá | hiệu quả | văn minh | thuận tiện | kịp thời',
);
/** Words that may stand between the comparator and the number, or carry a bare figure. */
const FILLERS = phrases(
  'là | đạt | đạt được | được | mức | ở mức | khoảng | có | từ | cho | tỉ lệ | tỉ lệ đạt | bằng | chiếm | phủ | còn | xuống | xuống còn | lên | lên đến | thêm | tới | : | “ | " | ( | đến | hơn nữa | thành | phấn đấu | phấn đấu đạt | duy trì | đủ | đúng',
);
const FROM = phrases('từ | đạt từ');
const UPWARDS = phrases('trở lên | đổ lên | trở đi | hoặc cao hơn');
const DOWNWARDS = phrases('trở xuống | trở lại | trở về');
const TO = phrases('đến | tới | - | – | — | đến dưới | đến khoảng');

/** Tokens looked ahead at. */
const FAR = 8;

/** Every figure of a sentence, in order. */
export function figuresOf(tokens: readonly Token[]): readonly Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length; ) {
    const figure =
      zeroAt(tokens, at) ??
      rankAt(tokens, at) ??
      halfAt(tokens, at) ??
      partsAt(tokens, at) ??
      numberFigureAt(tokens, at, figures.at(-1));
    if (figure) figures.push(figure);
    at = Math.max(at + 1, figure?.to ?? 0);
  }
  return figures;
}

function numberFigureAt(tokens: readonly Token[], at: number, previous: Figure | undefined): Figure | null {
  const first = valueAt(tokens, at);
  if (!first) return null;
  const cue = cueBefore(tokens, at);
  if (first.inWords && !spelledFigure(tokens, at, first, cue.comparator, previous)) return null;
  let end = at + first.length;
  const whole = shareOrWhole(tokens, at, end, first);
  if (whole)
    return { ...whole, from: cue.from, at, comparator: cue.comparator ?? '=', compared: cue.comparator !== null };
  const ownUnit = unitAt(tokens, end);
  const far = rangeEnd(tokens, end, ownUnit);
  const unit = far?.unit ?? ownUnit;
  if (!unit) return null;
  end = far ? far.to : end + unit.length;
  const read = (text: ReadValue): number => scaled(text, unit);
  const after = trailing(tokens, end, unit, cue.fromWord);
  const comparator = far ? 'range' : (after?.comparator ?? cue.comparator ?? (cue.fromWord ? '>=' : '='));
  return {
    from: cue.from,
    at,
    to: after ? after.to : end,
    kind: unit.kind,
    value: read(first),
    valueMax: far ? read(far.value) : null,
    unit: unit.name,
    comparator,
    compared: Boolean(far ?? after ?? cue.comparator),
    fromWord: cue.fromWord && !after && !far,
    fraction: first.fraction,
  };
}

/**
 * A number in words is a figure only where something says so: a comparator, a percent, or a compared figure it goes on
 * from.
 */
function spelledFigure(
  tokens: readonly Token[],
  at: number,
  read: ReadValue,
  comparator: PlanComparator | null,
  previous: Figure | undefined,
): boolean {
  const unit = unitAt(tokens, at + read.length);
  if (unit?.kind === 'percent') return true;
  // "trên một đơn vị diện tích" is a rate.
  if (comparator) return comparator !== '>' || read.words !== 1;
  const joint = tokens[at - 1]?.key;
  const goesOn = previous?.compared === true && (joint === ',' || joint === 'và') && at - previous.to <= 16;
  return goesOn && unit?.kind === 'count';
}

/** `1/3 số thôn`, `9/10 hộ`: a share; `7 trong tổng số 11 thôn`: so many. Null when it is neither. */
function shareOrWhole(
  tokens: readonly Token[],
  at: number,
  end: number,
  read: ReadValue,
): Omit<Figure, 'from' | 'at' | 'comparator' | 'compared'> | null {
  const [a = 0, b = 0] = (tokens[at]?.text ?? '').split('/').map(Number);
  const of = phraseAt(tokens, end, NUMBER_OF);
  const base = { valueMax: null, fromWord: false, fraction: true } as const;
  if (read.fraction && b > 0 && (of > 0 || (b <= 10 && phraseAt(tokens, end, MASSES) > 0))) {
    return { ...base, to: end + of, kind: 'percent', value: Math.round((10_000 * a) / b) / 100, unit: '%' };
  }
  const within = read.fraction ? 0 : phraseAt(tokens, end, WITHIN_WHOLE);
  const whole = within > 0 && tokens[end + within]?.kind === 'number' ? unitAt(tokens, end + within + 1) : null;
  if (whole?.kind !== 'count') return null;
  return {
    ...base,
    to: end + within + 1 + whole.length,
    kind: 'count',
    value: Number(read.words ?? read.text),
    unit: whole.name,
  };
}
const NUMBER_OF = phrases('số | tổng số');
/** What no commune has only ten of. */
const MASSES = phrases('hộ | hộ gia đình | người dân | dân số | người');
const WITHIN_WHOLE = phrases('trong tổng số | trên tổng số | trong số | trong');

interface ReadValue {
  readonly text: string;
  readonly words: number | null;
  readonly length: number;
  readonly inWords: boolean;
  readonly fraction: boolean;
}

/** `80`, `02 (hai)`, `hai (02)`, `15/19`, `tám mươi`. */
function valueAt(tokens: readonly Token[], at: number): ReadValue | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') {
    const length = 1 + spelledAgain(tokens, at + 1);
    return { text: token.text, words: null, length, inWords: false, fraction: false };
  }
  if (token.kind === 'slash') {
    const [a = 0, b = 0] = token.text.split('/').map(Number);
    if (a > b || b >= 1900 || phraseBefore(tokens, at, DAY_BEFORE) > 0) return null;
    return { text: String(a), words: a, length: 1, inWords: false, fraction: true };
  }
  if (token.kind !== 'word') return null;
  const spelled = numberWordsAt(tokens, at);
  if (!spelled) return null;
  const again = tokens[at + spelled.length];
  const digits = tokens[at + spelled.length + 1];
  if (again?.key === '(' && digits?.kind === 'number' && tokens[at + spelled.length + 2]?.key === ')') {
    return { text: digits.text, words: null, length: spelled.length + 3, inWords: false, fraction: false };
  }
  return { text: '', words: spelled.value, length: spelled.length, inWords: true, fraction: false };
}

const DAY_BEFORE = phrases('ngày | trước | hạn | sau | kể từ | đến ngày | hàng năm | hằng năm | dịp | lễ');

/** `(hai)` behind digits: how many tokens it takes. */
function spelledAgain(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key !== '(') return 0;
  const spelled = numberWordsAt(tokens, at + 1);
  return spelled && tokens[at + 1 + spelled.length]?.key === ')' ? spelled.length + 2 : 0;
}

function scaled(read: ReadValue, unit: Unit): number {
  if (read.words !== null) return read.words * unit.scale;
  const whole = unit.kind !== 'percent' && unit.kind !== 'points';
  const number = readNumberText(read.text, whole ? 'whole' : 'decimal');
  if (!number) return Number.NaN;
  const value = number.kind === 'number' ? number.value : number.candidates[0];
  return Math.round(value * unit.scale * 1e6) / 1e6;
}

/** `- 40 %`, `đến 65 %`, `% đến 85%`; the far end of a range. */
function rangeEnd(
  tokens: readonly Token[],
  end: number,
  ownUnit: Unit | null,
): { readonly value: ReadValue; readonly unit: Unit; readonly to: number } | null {
  const starts = ownUnit && ownUnit.kind !== 'unknown' ? [end + ownUnit.length, end] : [end];
  for (const start of starts) {
    const joint = phraseAt(tokens, start, TO);
    const value = joint > 0 ? valueAt(tokens, start + joint) : null;
    if (!value || value.fraction) continue;
    const unit = unitAt(tokens, start + joint + value.length);
    if (!unit || (start > end && unit.kind !== ownUnit?.kind)) continue;
    return { value, unit, to: start + joint + value.length + unit.length };
  }
  return null;
}

/** The comparator before a number, across words that only carry it. */
export function cueBefore(
  tokens: readonly Token[],
  at: number,
): { readonly comparator: PlanComparator | null; readonly from: number; readonly fromWord: boolean } {
  let from = at;
  let fromWord = false;
  for (let step = 0; step < 4; step++) {
    const found = comparatorBefore(tokens, from);
    if (found) {
      let start = from - found.length;
      for (
        let more = phraseBefore(tokens, start, FILLERS);
        more > 0 && tokens[start - 1]?.kind === 'word';
        more = phraseBefore(tokens, start, FILLERS)
      )
        start -= more;
      return { comparator: found.comparator, from: start, fromWord: false };
    }
    if (from === at && phraseBefore(tokens, from, FROM) > 0) fromWord = true;
    const filler = phraseBefore(tokens, from, FILLERS);
    if (filler === 0) break;
    from -= filler;
  }
  return { comparator: null, from, fromWord };
}

function comparatorBefore(tokens: readonly Token[], at: number): { comparator: PlanComparator; length: number } | null {
  let best: { comparator: PlanComparator; length: number } | null = null;
  for (const { comparator, list } of BEFORE) {
    const length = phraseBefore(tokens, at, list);
    if (length === 1 && tokens[at - 1]?.key === 'hơn' && phraseBefore(tokens, at - 1, ADJECTIVES) > 0) continue;
    if (length > (best?.length ?? 0)) best = { comparator, length };
  }
  return best;
}

/**
 * `trở lên` close behind: directly, or behind the noun it counts (`90% số điểm trở lên`, `từ 03 sáng kiến, mô hình mới
 * trở lên`); not
 * that of a grade (`3/5 trường đạt loại khá trở lên`).
 */
function trailing(
  tokens: readonly Token[],
  end: number,
  unit: Unit,
  fromWord: boolean,
): { comparator: PlanComparator; to: number } | null {
  for (let at = end; at <= Math.min(end + FAR, tokens.length); at++) {
    const token = tokens[at];
    if (!token || token.kind === 'number' || token.kind === 'percent' || token.kind === 'slash') return null;
    if (token.kind === 'mark' && token.key !== '(' && token.key !== ')' && !(fromWord && token.key === ','))
      return null;
    const up = phraseAt(tokens, at, UPWARDS);
    if (up > 0) return { comparator: '>=', to: at === end ? at + up : end };
    if (phraseAt(tokens, at, GRADES) > 0) return null;
    const down = at === end ? phraseAt(tokens, at, DOWNWARDS) : 0;
    if (down > 0 && unit.kind !== 'time') return { comparator: '<=', to: at + down };
  }
  return null;
}
const GRADES = phrases('đạt | loại | mức | hạng | cấp | độ | bậc | từ | được | có | sao');

const TOP = phrases('top | tốp | tóp');
const LEADING = phrases(
  'đứng đầu | dẫn đầu | đầu | tốt nhất | cao nhất | hàng đầu | tiêu biểu nhất | có thứ hạng cao nhất | có chỉ số cao nhất',
);
const PLACED = phrases(
  'thứ | vị trí | hạng | vị trí thứ | thứ hạng | xếp thứ | xếp hạng | đứng thứ | hạng thứ | xếp vị trí | vị thứ',
);
const WITHIN = phrases(
  'trong | thuộc | nhóm | trong nhóm | thuộc nhóm | vào nhóm | tốp | trong số | trong tốp | thuộc tốp | vào',
);

/** `top 10`, `trong nhóm 30 xã đứng đầu`, `xếp thứ 20 trở lên`. */
function rankAt(tokens: readonly Token[], at: number): Figure | null {
  const value = valueAt(tokens, at);
  if (!value || value.fraction) return null;
  const number = scaled(value, { kind: 'count', name: '', length: 0, scale: 1 });
  const rank = (from: number, to: number, unit: string): Figure => ({
    from,
    at,
    to,
    kind: 'rank',
    value: number,
    valueMax: null,
    unit,
    comparator: 'rank<=',
    compared: true,
    fromWord: false,
    fraction: false,
  });
  const end = at + value.length;
  const top = phraseBefore(tokens, at, TOP);
  const unit = unitAt(tokens, end);
  if (top > 0)
    return rank(
      at - top,
      unit?.kind === 'count' ? end + unit.length : end,
      unit?.kind === 'count' ? unit.name : 'hạng',
    );
  const within = phraseBefore(tokens, at, WITHIN);
  if (within > 0 && unit && (unit.kind === 'count' || unit.kind === 'unknown')) {
    for (let next = end + unit.length; next <= end + unit.length + 4; next++) {
      const leading = phraseAt(tokens, next, LEADING);
      if (leading > 0) return rank(at - within, next + leading, unit.name);
      if (tokens[next]?.kind !== 'word') break;
    }
    const direct = phraseAt(tokens, end, LEADING);
    if (direct > 0) return rank(at - within, end + direct, 'hạng');
  }
  let before = at;
  if (tokens[before - 1]?.key === 'từ') before--;
  const placed = phraseBefore(tokens, before, PLACED);
  if (placed === 0) return null;
  const again = tokens[before - placed - 1]?.key === 'từ' ? 1 : 0;
  const up = phraseAt(tokens, end, UPWARDS);
  return up > 0 ? rank(before - placed - again, end + up, 'hạng') : null;
}

const HALF = phrases('quá nửa | hơn nửa | quá một nửa | hơn một nửa | trên một nửa | trên nửa');

/** `quá nửa số hộ` = more than 50 %. */
function halfAt(tokens: readonly Token[], at: number): Figure | null {
  const length = phraseAt(tokens, at, HALF);
  if (length === 0) return null;
  const base = { from: at, at, valueMax: null, compared: true, fromWord: false, fraction: true } as const;
  return {
    ...base,
    to: at + length + phraseAt(tokens, at + length, NUMBER_OF),
    kind: 'percent',
    value: 50,
    unit: '%',
    comparator: '>',
  };
}

/** `ba phần tư số hộ` = 75 %, `hai phần ba số thôn` = 66,67 %. */
function partsAt(tokens: readonly Token[], at: number): Figure | null {
  const some = numberWordsAt(tokens, at);
  if (!some || tokens[at + some.length]?.key !== 'phần') return null;
  const all =
    tokens[at + some.length + 1]?.key === 'tư' ? { value: 4, length: 1 } : numberWordsAt(tokens, at + some.length + 1);
  const end = at + some.length + 1 + (all?.length ?? 0);
  const of = phraseAt(tokens, end, NUMBER_OF);
  if (!all || all.value <= some.value || (of === 0 && phraseAt(tokens, end, MASSES) === 0)) return null;
  const cue = cueBefore(tokens, at);
  return {
    from: cue.from,
    at,
    to: end + of,
    kind: 'percent',
    value: Math.round((10_000 * some.value) / all.value) / 100,
    valueMax: null,
    unit: '%',
    comparator: cue.comparator ?? '=',
    compared: cue.comparator !== null,
    fromWord: false,
    fraction: true,
  };
}
