/** Loads the readers on demand, for a page with its files beside it. */
import type { LoadReaders } from './plan-text-of.ts';

export const loadReaders: LoadReaders = async () => (await import('./plan-readers.ts')).PLAN_READERS;
