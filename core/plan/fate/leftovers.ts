/** Figures of a plan that were neither used nor set aside: each is shown, with a question what it is. */
import { plainNumber } from '../figure/figure-value.ts';
import type { LaidOut } from '../laid-out.ts';
import type { FigureFate } from './fates.ts';

/** What it may be; words an officer reads. */
const LEFT_WHYS = {
  figure: 'có thể là chỉ tiêu',
  date: 'có thể là thời hạn',
  mark: 'có thể là điểm chấm',
  cell: 'ô của bảng chưa hiểu',
  comparison: 'so sánh không ghi số, có thể là chỉ tiêu',
  place: 'thứ hạng không ghi số, có thể là chỉ tiêu',
  none: 'có thể là chỉ tiêu “không để xảy ra”',
  all: 'có thể là chỉ tiêu 100%',
  struck: 'chữ bị gạch bỏ nên không đọc',
} as const;

/** Reasons that an officer should see, because they rest on how a part or sentence was understood. */
const SET_ASIDE_WHYS = {
  history: 'kể lại tình hình đã có',
  sum: 'tính từ các số khác của bảng',
  reference: 'số liệu nền của bảng',
} as const;

export interface Leftover {
  /** The clause it stands in. */
  readonly text: string;
  /** null = it is no number (a date, words struck out). */
  readonly value: number | null;
  /** null = none is written with it. */
  readonly unit: string | null;
  readonly section: string;
  /** Of the figure. */
  readonly offset: number;
  readonly why: (typeof LEFT_WHYS)[keyof typeof LEFT_WHYS] | (typeof SET_ASIDE_WHYS)[keyof typeof SET_ASIDE_WHYS];
}

/** Words shown on each side of the figure. */
const AROUND = 60;

/** Figures that nothing used and nothing tells apart, and words struck out; in the order of the text. */
export function leftoversOf({ text }: LaidOut, fates: readonly FigureFate[]): readonly Leftover[] {
  const left = fates.flatMap((fate) => (fate.fate.kind === 'left' ? [shown(text, fate, leftWhy(fate))] : []));
  const struck = text.struck.map(
    ({ text: words, offset }): Leftover => ({
      text: words,
      value: null,
      unit: null,
      section: '',
      offset,
      why: LEFT_WHYS.struck,
    }),
  );
  return [...left, ...struck].sort((leftover, other) => leftover.offset - other.offset);
}

/** Figures set aside because they report an earlier state or are sums of other figures, in the order of the text. */
export function setAsideOf({ text }: LaidOut, fates: readonly FigureFate[]): readonly Leftover[] {
  return fates.flatMap((fate) => {
    const why = fate.fate.kind === 'told' && isShown(fate.fate.why) ? SET_ASIDE_WHYS[fate.fate.why] : null;
    const isOfTable = fate.written.room === 'cell' || why !== SET_ASIDE_WHYS.reference;
    return why !== null && isOfTable && !isDate(fate) ? [shown(text, fate, why)] : [];
  });
}

function isShown(why: string): why is keyof typeof SET_ASIDE_WHYS {
  return why in SET_ASIDE_WHYS;
}

function isDate({ written: { token, figure } }: FigureFate): boolean {
  return token.kind === 'date' || (token.kind === 'slash' && figure === null);
}

function leftWhy(figureFate: FigureFate): Leftover['why'] {
  const { wordless, figure, room } = figureFate.written;
  if (wordless) return LEFT_WHYS[wordless.kind];
  if (figure?.kind === 'all') return LEFT_WHYS.all;
  if (isDate(figureFate)) return LEFT_WHYS.date;
  if (figure?.kind === 'points') return LEFT_WHYS.mark;
  return LEFT_WHYS[room === 'cell' ? 'cell' : 'figure'];
}

/** The figure within its clause; for a cell, after the name of its row. */
function shown({ flat }: LaidOut['text'], figureFate: FigureFate, why: Leftover['why']): Leftover {
  const { token, tokens, figure, section, row } = figureFate.written;
  const [first, last] = [tokens[0]?.start ?? token.start, tokens.at(-1)?.end ?? token.end];
  const [from, to] = [wordStart(flat, Math.max(first, token.start - AROUND)), Math.min(last, token.end + AROUND)];
  const number = plainNumber(token.text);
  return {
    text: `${row === '' ? '' : `${row}: `}${flat
      .slice(from, to)
      .replace(/\s\S*$/, (word) => (to < last ? '' : word))
      .trim()}`,
    value: isDate(figureFate) ? null : (figure?.value ?? (Number.isNaN(number) ? null : number)),
    unit: isDate(figureFate) || figure === null || figure.unit === '' ? null : figure.unit,
    section: section?.section ?? '',
    offset: figureFate.offset,
    why,
  };
}

function wordStart(flat: string, at: number): number {
  return at === 0 || flat[at - 1] === ' ' ? at : flat.indexOf(' ', at) + 1;
}
