/**
 * The preview's workbook, kept in this browser at every change, so that a closed tab or a dead browser loses nothing.
 * One workbook at a time.
 */
import { dropKept, keep, readKept } from '../kept-store.ts';

export interface KeptBook {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** ISO instant of the last change. */
  readonly at: string;
}

const KEY = 'last';

/** undefined = none, or the store is shut. */
export async function readKeptBook(): Promise<KeptBook | undefined> {
  const kept = await readKept(KEY);
  return isKept(kept) ? kept : undefined;
}

/** false = it could not be kept. */
export function keepBook(book: KeptBook): Promise<boolean> {
  return keep(KEY, book);
}

export function dropKeptBook(): Promise<boolean> {
  return dropKept(KEY);
}

function isKept(value: unknown): value is KeptBook {
  if (typeof value !== 'object' || value === null) return false;
  const { name, bytes, at } = value as Partial<Record<keyof KeptBook, unknown>>;
  return typeof name === 'string' && bytes instanceof Uint8Array && typeof at === 'string';
}
