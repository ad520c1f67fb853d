/**
 * What to ask the officer once she has pointed at the cell of her unit: the columns with figures, each with what it
 * probably means, and where the period may be found.
 */

import { squashKey } from '../../../base/text/text.ts';
import { pageCount, pagePercent } from '../page-number.ts';
import { addressParts, isTelling } from './address.ts';
import { cellFigure } from './cell-figure.ts';
import type { TaughtAddress } from './definition.ts';
import type { TableOutline } from './outline.ts';
import { unitName } from './unit-name.ts';
import { type ColumnLook, type HeaderMeaning, proposedMeaning } from './vocabulary.ts';

export interface ColumnProposal {
  readonly column: number;
  readonly header: string;
  /** Why the column cannot be stored: it has no header, or another column has the same. */
  readonly problem: 'unnamed' | 'repeated' | null;
  /** What stands in the row she pointed at. */
  readonly text: string;
  readonly look: ColumnLook;
  readonly meaning: HeaderMeaning;
}

const MOST_SAMPLES = 200;

/**
 * Columns other than the unit's that hold figures; numbers of lines and places are columns too, but mean nothing we
 * know.
 */
export function columnProposals(outline: TableOutline, unitColumn: number, row: number): ColumnProposal[] {
  const keys = outline.headers.map(squashKey);
  const header = outline.headers[unitColumn] ?? '';
  const rows = outline.rows.filter((row) => unitName(row, unitColumn, header) !== undefined).slice(0, MOST_SAMPLES);
  const proposals = outline.headers.flatMap((header, column): ColumnProposal[] => {
    const key = keys[column] ?? '';
    const texts = rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '' && text !== '-');
    const { look, largest } = lookOf(texts);
    if (column === unitColumn || key === 'stt' || key === 'tt' || texts.filter(isFigure).length * 2 <= texts.length)
      return [];
    const problem = key === '' ? 'unnamed' : keys.indexOf(key) !== keys.lastIndexOf(key) ? 'repeated' : null;
    const meaning = proposedMeaning(header, look, largest);
    return [{ column, header, problem, text: outline.rows[row]?.cells[column]?.text ?? '', look, meaning }];
  });
  return settled(proposals);
}

/**
 * A second column for the same indicator, or counts without their total, would not be read: proposed without a name.
 */
function settled(proposals: readonly ColumnProposal[]): ColumnProposal[] {
  const usable = proposals.filter(({ problem }) => problem === null);
  const kinds = (indicator: string | null, kind: string) =>
    usable.filter(({ meaning }) => meaning.indicator === indicator && meaning.kind === kind);
  return proposals.map((proposal) => {
    const { indicator, kind } = proposal.meaning;
    if (indicator === null) return proposal;
    const half =
      (kind === 'numerator' && kinds(indicator, 'denominator').length === 0) ||
      (kind === 'denominator' && kinds(indicator, 'numerator').length === 0);
    const second =
      kind !== 'numerator' &&
      kind !== 'denominator' &&
      usable.find(({ meaning }) => meaning.indicator === indicator && !isCountPart(meaning)) !== proposal;
    if (half) return { ...proposal, meaning: { indicator: null, kind: 'count' } };
    return second ? { ...proposal, meaning: { indicator: null, kind } } : proposal;
  });
}

function isCountPart({ kind }: HeaderMeaning): boolean {
  return kind === 'numerator' || kind === 'denominator';
}

function isFigure(text: string): boolean {
  return /^\d[\d.,\s]{0,20}(?:%|\/\s?\d{1,9})?$/.test(text);
}

function lookOf(texts: readonly string[]): { readonly look: ColumnLook; readonly largest: number } {
  const figures = texts.filter(isFigure);
  if (figures.length === 0) return { look: 'other', largest: 0 };
  const values = figures.map((text) => {
    const points = cellFigure(text.replace('%', ''), {
      kind: 'score',
      header: '',
      indicator: '',
      max: null,
      decimal: null,
    });
    return points.kind === 'value' ? points.value : (pageCount(text) ?? 0);
  });
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  const look = (): ColumnLook => {
    if (figures.every((text) => pagePercent(text) !== undefined)) return 'signed';
    if (figures.some((text) => text.includes('%'))) return 'other';
    if (figures.every((text) => /^\d+$/.test(text))) return 'whole';
    if (figures.every((text) => pageCount(text) !== undefined)) return 'grouped';
    return largest <= 1 ? 'zero-to-one' : 'decimal';
  };
  return { look: look(), largest };
}

/** The parts of the page's address that decide what is shown; undefined when it is no web page. */
export function proposedAddress(url: string): TaughtAddress | undefined {
  const parts = addressParts(url);
  if (!parts) return undefined;
  const query = [...parts.query].flatMap(([name, value]) =>
    isTelling(name, value) && /^[\p{L}\p{N}_.-]{1,24}$/u.test(value) ? [{ name, value }] : [],
  );
  const fragment = /^#!?\/[^?\s]{0,150}/.exec(parts.fragment)?.[0] ?? '';
  return { host: parts.host, path: parts.path, query: query.slice(0, 8), fragment };
}
