/** The tables of a captured page, from the copy that was kept: nothing is asked of the page itself. */
import { outlinesOf, type TableOutline } from '../../../core/portal/capture/kept-reader/outline.ts';
import type { PageElement } from '../../../core/portal/capture/page.ts';
import type { Captured } from '../../../core/portal/capture/reader.ts';
import { partBodies } from '../../store/captures.ts';
import type { Store } from '../../store/db.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { parseCopy } from './parse-copy.ts';

export interface PageTable {
  readonly id: string;
  readonly outline: TableOutline;
  /** The page or frame it stands on. */
  readonly captured: Captured;
  readonly page: PageElement;
}

/** More is no page of figures. */
const MOST_TABLES = 60;

/** Of the page and its frames, in their order. undefined when the evidence was changed. */
export async function pageTables(db: Store, record: CaptureRecord): Promise<readonly PageTable[] | undefined> {
  const bodies = await partBodies(db, record);
  if (!bodies) return undefined;
  const tables = record.parts.flatMap(({ kind, url, request }, index): PageTable[] => {
    if (kind !== 'page') return [];
    const captured = { url, request, at: record.at, body: bodies[index] ?? '' };
    const page = parseCopy(captured.body);
    return outlinesOf(page).map((outline, at) => ({ id: `${index}-${at}`, outline, captured, page }));
  });
  return tables.slice(0, MOST_TABLES);
}
