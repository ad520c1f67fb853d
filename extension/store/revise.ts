/**
 * Putting right what was confirmed: opened again to be corrected, withdrawn, or deleted for good. What stood before
 * stays in the history of the capture, and everything that counts figures follows in the same transaction.
 */
import { formatNumber } from '../../core/base/quantity/points.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import { dropUnused } from './captures.ts';
import type { Store } from './db.ts';
import { hashesOf } from './made-of.ts';
import type { CaptureDraft, CaptureRecord, Revision } from './records.ts';
import { figuresOf } from './series.ts';
import { latestFigures } from './series-history.ts';

/** `at` = ISO instant of the change, `reason` = in the officer's words; '' where she takes back at once. */
interface Change {
  readonly at: string;
  readonly reason: string;
}

/**
 * Confirmed → raw, with what was confirmed as the draft; false when it is not confirmed. Until she confirms again its
 * figures count nowhere.
 */
export function reopen(db: Store, id: string, change: Change): Promise<boolean> {
  return revise(db, id, change, 'reopened', (record) => ({ ...record, state: 'raw', draft: draftOf(record) }));
}

/** Confirmed → withdrawn; false when it is not confirmed. */
export function withdraw(db: Store, id: string, change: Change): Promise<boolean> {
  return revise(db, id, change, 'withdrawn', (record) => ({ ...record, state: 'withdrawn', draft: null }));
}

async function revise(
  db: Store,
  id: string,
  change: Change,
  what: Revision['what'],
  changed: (record: CaptureRecord) => CaptureRecord,
): Promise<boolean> {
  return db.transaction('rw', [db.captures, db.figures, db.outbox, db.sharedCaptures], async () => {
    const record = await db.captures.get(id);
    if (record?.state !== 'confirmed' && record?.state !== 'corrected') return false;
    const { observations, corrections } = record;
    const handed = await isHanded(db, id);
    const revision: Revision = { ...change, what, observations, corrections, ...(handed ? { handed: true } : {}) };
    const history = [...(record.history ?? []), revision];
    await db.captures.put({ ...changed(record), observations: [], corrections: [], history });
    await db.figures.where('captureId').equals(id).delete();
    // What a workbook or a shared book has must hear of it; what nobody has yet waits for nobody.
    if (history.some((each) => each.handed)) await db.outbox.put({ captureId: id, state: 'waiting', sentAt: null });
    else await db.outbox.delete(id);
    await db.sharedCaptures.delete(id);
    return true;
  });
}

async function isHanded(db: Store, id: string): Promise<boolean> {
  const [excel, book] = [await db.outbox.get(id), await db.sharedCaptures.get(id)];
  return excel?.state === 'sent' || book !== undefined;
}

function draftOf({ observations, corrections }: CaptureRecord): CaptureDraft | null {
  const [first] = observations;
  if (!first) return null;
  const values = observations
    .filter(
      ({ provenance, indicator }) =>
        provenance.correctedByHand &&
        corrections.some((correction) => 'indicator' in correction && correction.indicator === indicator),
    )
    .map(({ indicator, value }) => [indicator, value === null ? '' : formatNumber(value)] as const);
  const { id, code, name } = first.unit;
  const reason = corrections.find((correction) => correction.reason !== '')?.reason ?? '';
  return { unit: id ?? code ?? name, period: first.period, values: Object.fromEntries(values), reason };
}

/**
 * The capture with all the evidence no other is made of; false when there is none. What only repeated it is put aside
 * like anything discarded.
 */
export async function removeCapture(db: Store, id: string): Promise<boolean> {
  const tables = [db.captures, db.blobs, db.figures, db.outbox, db.sharedCaptures];
  return db.transaction('rw', tables, async () => {
    const record = await db.captures.get(id);
    if (!record) return false;
    await db.captures.delete(id);
    await db.captures.filter(({ duplicateOf }) => duplicateOf === id).modify({ duplicateOf: null });
    await db.figures.where('captureId').equals(id).delete();
    await db.outbox.delete(id);
    await db.sharedCaptures.delete(id);
    await dropUnused(db, hashesOf(record));
    return true;
  });
}

/**
 * What a workbook or a shared book receives of a capture: its figures, and a replacement for each figure that it received
 * before and that was taken back since: the latest confirmed figure of another capture, or else the same figure without a
 * value, because missing is not zero. All carry the day of the change, by which a later figure replaces an earlier.
 */
export async function handedFigures(db: Store, { observations, history = [] }: CaptureRecord): Promise<Observation[]> {
  const last = history.findLast(({ handed }) => handed);
  if (!last) return [...observations];
  const own = new Set(observations.map(figureKey));
  const gone = new Map(
    history
      .filter(({ handed }) => handed)
      .flatMap((revision) => revision.observations)
      .filter((observation) => !own.has(figureKey(observation)))
      .map((observation) => [figureKey(observation), observation]),
  );
  const standing = await standingFor(db, [...gone.values()]);
  return [...standing, ...observations].map((observation) => asOf(observation, last.at));
}

/** For each figure that was taken back the latest confirmed one of its indicator, unit and period, or none. */
async function standingFor(db: Store, gone: readonly Observation[]): Promise<readonly Observation[]> {
  const latest = new Map<string, Observation>();
  for (const series of new Set(figuresOf('', '', gone).map((figure) => figure.series)))
    for (const { observation } of await latestFigures(db, series)) latest.set(figureKey(observation), observation);
  return gone.map((observation) => latest.get(figureKey(observation)) ?? withoutFigure(observation));
}

function figureKey({ indicator, unit, period }: Observation): string {
  return JSON.stringify([indicator, unit.id ?? unit.code ?? unit.name, period]);
}

function withoutFigure({ numerator: _n, denominator: _d, ...one }: Observation): Observation {
  return { ...one, value: null, provenance: { ...one.provenance, correctedByHand: true } };
}

function asOf(observation: Observation, at: string): Observation {
  return { ...observation, provenance: { ...observation.provenance, capturedAt: at } };
}
