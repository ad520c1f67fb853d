/** Pointing at a table, the worker's half: the page is parsed and the reader tried here, so that the panel stays small. */

import { pageOf } from '../../core/portal/capture/parse-page.ts';
import type { Captured } from '../../core/portal/capture/reader.ts';
import { type MadeReader, makeReader, type Pointed } from '../../core/portal/capture/taught-reader/make.ts';
import { outlinesOf } from '../../core/portal/capture/taught-reader/outline.ts';
import { type PeriodProposal, periodProposals } from '../../core/portal/capture/taught-reader/propose-period.ts';
import { partBodies } from '../store/captures.ts';
import type { Store } from '../store/db.ts';
import { storedReaders } from '../store/readers.ts';

/** undefined when there is no such page, or its evidence was changed. */
async function capturedPart(db: Store, id: string, index: number): Promise<Captured | undefined> {
  const record = await db.captures.get(id);
  const part = record?.parts[index];
  const bodies = record && (await partBodies(db, record));
  const body = bodies?.[index];
  return part && body !== undefined ? { url: part.url, request: part.request, at: record.at, body } : undefined;
}

/** `table` = its place among the tables of the page, `row` = the row of her unit. */
export async function pointedPeriods(
  db: Store,
  {
    id,
    part,
    table,
    row,
  }: { readonly id: string; readonly part: number; readonly table: number; readonly row: number },
): Promise<readonly PeriodProposal[] | undefined> {
  const captured = await capturedPart(db, id, part);
  if (!captured) return undefined;
  const page = pageOf(captured);
  const outline = outlinesOf(page)[table];
  return outline ? periodProposals(outline, page, captured.url, row) : [];
}

/** The reader with the same id, if any, is replaced. */
export async function makePointed(
  db: Store,
  id: string,
  part: number,
  pointed: Omit<Pointed, 'before'>,
  day: string,
): Promise<MadeReader | undefined> {
  const captured = await capturedPart(db, id, part);
  if (!captured) return undefined;
  const before = (await storedReaders(db)).find((definition) => definition.id === pointed.id) ?? null;
  return makeReader({ ...pointed, before }, pageOf(captured), captured, day);
}
