/** The readers of a page with files beside it, fetched when they are asked for. */
import type { LoadReaders } from './plan-text-of.ts';

export const loadReaders: LoadReaders = async () => (await import('./plan-readers.ts')).PLAN_READERS;
