/** The officer's answers about the columns, as the fields hold them, and the table definition made from them. Pure. */

import { formatNumber } from '../../../core/base/quantity/points.ts';
import { cellFigure } from '../../../core/portal/capture/taught-reader/cell-figure.ts';
import type { FigureKind, TaughtFigure } from '../../../core/portal/capture/taught-reader/definition.ts';
import type { ColumnProposal } from '../../../core/portal/capture/taught-reader/propose.ts';
import { findIndicator, INDICATORS } from '../../../core/portal/indicator/catalogue.ts';
import { indicatorName, isPercent, metricUnit } from '../../../core/portal/indicator/indicator-name.ts';

/** How a column is read: a kind of figure; of points also which mark stands before the decimals. */
export type ColumnReading =
  | 'count'
  | 'percent'
  | 'fraction'
  | 'score'
  | 'score,'
  | 'score.'
  | 'numerator'
  | 'denominator';

/** Not taken, one we know by its code, or a name of her own. */
export const NOT_TAKEN = '';
export const OWN_NAME = 'own';

export interface ColumnAnswer {
  readonly indicator: string;
  readonly name: string;
  readonly reading: ColumnReading | '';
  readonly max: string;
}

/** Codes to choose from, with their names: the catalogue, then counts. */
export const KNOWN: readonly (readonly [code: string, name: string])[] = [
  ...INDICATORS.map(({ code, name }) => [code, name] as const),
  ...['tiep-nhan', 'moi-tiep-nhan'].map((code) => [code, indicatorName(code)] as const),
];

export function firstAnswer({ header, problem, text, meaning }: ColumnProposal): ColumnAnswer {
  const own = header.split(' › ').at(-1) ?? header;
  const indicator = problem === null ? (meaning.indicator ?? NOT_TAKEN) : NOT_TAKEN;
  const readings = readingsOf(indicator, text);
  const [only] = readings.length === 1 ? readings : [];
  const proposed = readings.find(({ reading }) => reading === meaning.kind) ?? only;
  return { indicator, name: own.slice(0, 100), reading: proposed?.reading ?? '', max: '' };
}

/** Words of a kind, also in the list of readers. */
export const KIND_WORDS: Readonly<Record<FigureKind, string>> = {
  count: 'Số lượng',
  percent: 'Tỷ lệ phần trăm',
  fraction: 'Tỷ lệ viết từ 0 đến 1',
  score: 'Điểm',
  numerator: 'Tử số (số đạt)',
  denominator: 'Mẫu số (tổng số)',
};

const WORDS: Readonly<Record<ColumnReading, string>> = {
  ...KIND_WORDS,
  'score,': 'Điểm, dấu phẩy trước phần lẻ',
  'score.': 'Điểm, dấu chấm trước phần lẻ',
};

interface OfferedReading {
  readonly reading: ColumnReading;
  /** `Số lượng: 1.234`. */
  readonly text: string;
}

/** The ways her own cell can be read for that indicator, each with what comes out. */
export function readingsOf(indicator: string, text: string): readonly OfferedReading[] {
  const read = (reading: ColumnReading): OfferedReading[] => {
    const figure = figureOf({ indicator, name: 'x', reading, max: '' }, '', text);
    const found = figure ? cellFigure(text, figure) : undefined;
    if (!found || found.kind === 'unclear') return [];
    const share = reading === 'percent' || reading === 'fraction';
    const value = found.kind === 'empty' ? 'ô trống' : `${formatNumber(found.value)}${share ? ' %' : ''}`;
    return [{ reading, text: `${WORDS[reading]}: ${value}` }];
  };
  const plain = read('score');
  // Readings by decimal mark, only where the mark makes a difference.
  const points = plain.length > 0 ? plain : [...read('score,'), ...read('score.')];
  const unit = findIndicator(indicator)?.unit ?? metricUnit(indicator);
  if (unit === 'điểm') return points;
  if (unit === 'số lượng') return read('count');
  const shares = [...read('percent'), ...read('fraction'), ...read('numerator'), ...read('denominator')];
  return unit === '%' ? shares : [...read('count'), ...points, ...shares];
}

/**
 * The column as it is stored; undefined when it is not used or not answered yet. `text` = the cell of her unit: if it
 * has a percent sign, the column always needs one.
 */
export function figureOf(answer: ColumnAnswer, header: string, text: string): TaughtFigure | undefined {
  const { reading, max } = answer;
  if (answer.indicator === NOT_TAKEN || reading === '') return undefined;
  const indicator = answer.indicator === OWN_NAME ? ownName(answer) : answer.indicator;
  switch (reading) {
    case 'percent':
      return { kind: 'percent', header, indicator, sign: text.includes('%') };
    case 'score':
    case 'score,':
    case 'score.': {
      const most = findIndicator(indicator)?.max ?? maximumOf(max);
      const decimal = reading === 'score,' ? ',' : reading === 'score.' ? '.' : null;
      return { kind: 'score', header, indicator, max: most, decimal };
    }
    case 'count':
    case 'fraction':
    case 'numerator':
    case 'denominator':
      return { kind: reading, header, indicator };
  }
}

/** A share with the officer's own name gets a name for shares, so that it is shown with a percent sign everywhere. */
function ownName({ name, reading }: ColumnAnswer): string {
  const own = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const isShare =
    reading === 'percent' || reading === 'fraction' || reading === 'numerator' || reading === 'denominator';
  return isShare && own !== '' && !isPercent(own) ? `Tỷ lệ ${own}` : own;
}

/** Empty or no number = no maximum. */
function maximumOf(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text.trim()) : null;
}
