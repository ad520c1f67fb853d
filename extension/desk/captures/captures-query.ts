/**
 * All captures as a list: their ids and times, read at once and cheaply; the content of the rows, read in pages.
 * Evidence is not opened here.
 */

import { bareKey } from '../../../core/base/text/text.ts';
import { sourceOf } from '../../../core/portal/capture/source.ts';
import { figureCorrections } from '../../store/corrections.ts';
import type { Store } from '../../store/db.ts';
import type { CaptureRecord, CaptureState } from '../../store/records.ts';

/** What is known of every capture at any time: enough to draw its row before the rest is read. */
export interface CaptureEntry {
  readonly id: string;
  readonly at: string;
  readonly state: CaptureState;
}

export interface CaptureRow extends CaptureEntry {
  readonly title: string;
  readonly host: string;
  /** Source of the confirmed figures; of others only the host is known, `@host`. */
  readonly source: string;
  /** Of the confirmed figures; null before. */
  readonly unit: string | null;
  readonly period: string | null;
  readonly figures: number;
  readonly corrected: number;
  readonly duplicateOf: string | null;
  /** Everything that can be searched for, without diacritics and spaces. */
  readonly key: string;
}

const STATES: readonly CaptureState[] = ['raw', 'confirmed', 'corrected', 'discarded', 'withdrawn'];

/** Newest first. Keys of two indexes only: no capture is opened. */
export function captureEntries(db: Store): Promise<readonly CaptureEntry[]> {
  return db.transaction('r', db.captures, async () => {
    const states = new Map<string, CaptureState>();
    for (const state of STATES) {
      for (const id of await db.captures.where('state').equals(state).primaryKeys()) states.set(id, state);
    }
    const entries: CaptureEntry[] = [];
    await db.captures
      .orderBy('at')
      .reverse()
      .eachPrimaryKey((id, { key }) => {
        entries.push({ id, at: String(key), state: states.get(id) ?? 'raw' });
      });
    return entries;
  });
}

/** One page of rows; a capture that is gone gives none. */
export async function captureRows(db: Store, ids: readonly string[]): Promise<readonly CaptureRow[]> {
  const records = await db.captures.bulkGet([...ids]);
  return records.flatMap((record) => (record ? [rowOf(record)] : []));
}

function rowOf(record: CaptureRecord): CaptureRow {
  const { id, at, state, title, url, observations, corrections, duplicateOf } = record;
  const host = hostOf(url);
  const [first] = observations.length > 0 ? observations : (record.history?.at(-1)?.observations ?? []);
  return {
    ...{ id, at, state, title, host, duplicateOf },
    source: first ? sourceOf(first.provenance.reader.id, first.provenance.url) : `@${host}`,
    unit: first?.unit.name ?? null,
    period: first?.period ?? null,
    figures: observations.length,
    corrected: figureCorrections(corrections).length,
    key: bareKey([title, url, first?.unit.name, first?.unit.code].join(' ')),
  };
}

/** The address itself when it has no host. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}
