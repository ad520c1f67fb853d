/// <reference types="vite/types/importMeta.d.ts" />
/** The case of every check: the file of its code in `cases`, found there by its name. */
import { CHECKS } from '../../../../core/judge/check/registry.ts';
import type { Planter } from '../../../fixtures/grammar/plants/planter.ts';
import type { Fault } from './faults.ts';

interface CheckCase {
  /** Reports with the fault in, as read. */
  readonly faults: readonly Fault[];
  /** The same fault put into sheets composed at random. */
  readonly planters: readonly Planter[];
}

const FILES = import.meta.glob<CheckCase>('./cases/*.ts', { eager: true });
const NOTHING: CheckCase = { faults: [], planters: [] };

/** Codes of the files there. */
export const CASE_CODES = Object.keys(FILES).map((path) => path.replace(/^.*\/|\.ts$/g, ''));
export const CASES = CHECKS.map((check) => ({ check, ...(FILES[`./cases/${check.code}.ts`] ?? NOTHING) }));
