/** Figures of a plan that were neither used nor set aside: each is shown, with a question what it is. */
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
  readonly why: (typeof LEFT_WHYS)[keyof typeof LEFT_WHYS];
}

/** Words shown on each side of the figure. */
const AROUND = 60;

export function leftoversOf({ text }: LaidOut, fates: readonly FigureFate[]): readonly Leftover[] {
  const left = fates.flatMap(({ written, offset, fate }): Leftover[] => {
    if (fate.kind !== 'left') return [];
    const { token, tokens, figure, section, room, wordless } = written;
    const [first, last] = [tokens[0]?.start ?? token.start, tokens.at(-1)?.end ?? token.end];
    const [from, to] = [
      wordStart(text.flat, Math.max(first, token.start - AROUND)),
      Math.min(last, token.end + AROUND),
    ];
    const isDate = token.kind === 'date' || (token.kind === 'slash' && figure === null);
    const number = Number(token.text.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));
    return [
      {
        text: text.flat
          .slice(from, to)
          .replace(/\s\S*$/, (word) => (to < last ? '' : word))
          .trim(),
        value: isDate ? null : (figure?.value ?? (Number.isNaN(number) ? null : number)),
        unit: isDate || figure === null || figure.unit === '' ? null : figure.unit,
        section: section?.section ?? '',
        offset,
        why: LEFT_WHYS[
          wordless
            ? wordless.kind
            : isDate
              ? 'date'
              : figure?.kind === 'points'
                ? 'mark'
                : room === 'cell'
                  ? 'cell'
                  : 'figure'
        ],
      },
    ];
  });
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
  return [...left, ...struck].sort((one, other) => one.offset - other.offset);
}

function wordStart(flat: string, at: number): number {
  return at === 0 || flat[at - 1] === ' ' ? at : flat.indexOf(' ', at) + 1;
}
