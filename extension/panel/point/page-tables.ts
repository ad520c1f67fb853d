/** The tables of a captured page, from the stored copy; the page itself is not queried. */
import { outlinesOf, type TableOutline } from '../../../core/portal/capture/taught-reader/outline.ts';
import { partBodies } from '../../store/captures.ts';
import type { Store } from '../../store/db.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { parseCopy } from './parse-copy.ts';

export interface PointedTable {
  readonly id: string;
  readonly outline: TableOutline;
  /** The page or frame it stands on, by its place among the parts of the capture. */
  readonly part: number;
  /** Its place among the tables of that page. */
  readonly at: number;
  readonly url: string;
}

/** More is no page of figures. */
const MOST_TABLES = 60;

/** Of the page and its frames, in their order. undefined when the evidence was changed. */
export async function pageTables(db: Store, record: CaptureRecord): Promise<readonly PointedTable[] | undefined> {
  const bodies = await partBodies(db, record);
  if (!bodies) return undefined;
  const tables = record.parts.flatMap(({ kind, url }, index): PointedTable[] => {
    if (kind !== 'page') return [];
    const page = parseCopy(bodies[index] ?? '');
    return outlinesOf(page).map((outline, at) => ({ id: `${index}-${at}`, outline, part: index, at, url }));
  });
  return tables.slice(0, MOST_TABLES);
}
