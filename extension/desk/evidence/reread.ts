/** A settled capture read again by today's readers, against what was stored from it then. */

import { unitKey } from '../../../core/portal/capture/unit-match.ts';
import { indicatorName } from '../../../core/portal/indicator/indicator-name.ts';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { readCapture } from '../../reading/read-capture.ts';
import { figureCorrections } from '../../store/corrections.ts';
import type { Store } from '../../store/db.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { ofWantedPeriod, unitKeyOf } from '../../store/series.ts';

export interface RereadRow {
  readonly indicator: string;
  readonly name: string;
  /** What was read then (of a corrected figure: before the correction); undefined = was not read then. */
  readonly stored: number | null | undefined;
  /** undefined = is not read any more. */
  readonly today: number | null | undefined;
}

export type Reread =
  | { readonly kind: 'evidence-changed' }
  | { readonly kind: 'not-found'; readonly reason: string }
  | {
      readonly kind: 'read';
      readonly reader: { readonly id: string; readonly version: string };
      readonly rows: readonly RereadRow[];
      /** Named units in the evidence. */
      readonly units: number;
    };

/**
 * For the unit and period that were stored; of a capture nothing was stored from, only how many units there are to
 * read.
 */
export async function reread(db: Store, record: CaptureRecord): Promise<Reread> {
  const [first] = record.observations;
  const unit = first ? unitKeyOf(first.unit) : null;
  const period = first?.period ?? null;
  const read = await readCapture(db, record, '', first ? { unit, period, values: {}, reason: '' } : null);
  if (read.kind !== 'found') return read;
  const { reader, choice, observations } = read;
  // A page with a single unit counts for that unit, whatever the request.
  const isSame = choice.units.length === 0 || (choice.unit !== null && unitKey(choice.unit) === unit);
  const own = isSame ? observations.filter((observation) => observation.period === period) : [];
  return {
    kind: 'read',
    reader: { id: reader.id, version: reader.version },
    rows: first ? rereadRows({ ...record, observations: ofWantedPeriod(record.observations) }, own) : [],
    units: choice.units.length,
  };
}

/** In the order stored, then what is new. */
function rereadRows(
  { observations, corrections }: Pick<CaptureRecord, 'observations' | 'corrections'>,
  today: readonly Observation[],
): readonly RereadRow[] {
  const before = new Map(figureCorrections(corrections).map(({ indicator, read }) => [indicator, read]));
  const now = new Map(today.map(({ indicator, value }) => [indicator, value]));
  const stored = new Map(
    observations.map(({ indicator, value }) => [indicator, before.has(indicator) ? before.get(indicator) : value]),
  );
  return [...new Set([...stored.keys(), ...now.keys()])].map((indicator) => ({
    indicator,
    name: indicatorName(indicator),
    stored: stored.get(indicator),
    today: now.get(indicator),
  }));
}
