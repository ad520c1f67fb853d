/** Files of reports that a page of ours laid down in the store until the worker has read them. */
import type { TextPage } from '../../core/plan/file/pdf-lines.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import type { Store } from '../store/db.ts';

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of an old kind, which a worker of its own has read for the page. */
  readonly book?: Book;
  /** Of a PDF, which a worker of its own has taken apart for the page. */
  readonly pages?: readonly TextPage[];
}

const KEY = 'report';

export async function layDown(db: Store, files: readonly IncomingFile[]): Promise<void> {
  await db.movements.put({ id: KEY, content: files });
}

/** Once: what was laid down is gone from then on. */
export async function takeUp(db: Store): Promise<readonly IncomingFile[]> {
  const stored = await db.movements.get(KEY);
  await db.movements.delete(KEY);
  const content: unknown = stored?.content;
  return Array.isArray(content) ? content.filter(isFile) : [];
}

function isFile(value: unknown): value is IncomingFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'bytes' in value &&
    value.bytes instanceof Uint8Array
  );
}
