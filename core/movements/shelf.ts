/**
 * The bundled movements one by one, for whoever shows their names first and needs only one of them: the names at once,
 * the movement when it is asked for. The same movements in the same order as index.ts.
 */
import type { Movement, MovementHeading } from '../movement/movement.ts';
import { CAT_NE_HEADING } from './cat-ne-2024/heading.ts';
import { LUC_BA_HEADING } from './luc-ba-2024/heading.ts';
import { TA_MA_HEADING } from './ta-ma-2023-2030/heading.ts';
import { TAN_LINH_HEADING } from './tan-linh-2025/heading.ts';
import { TAN_QUANG_HEADING } from './tan-quang-2023-2025/heading.ts';

const SHELF: readonly (readonly [heading: MovementHeading, load: () => Promise<Movement>])[] = [
  [LUC_BA_HEADING, async () => (await import('./luc-ba-2024/movement.ts')).LUC_BA],
  [TA_MA_HEADING, async () => (await import('./ta-ma-2023-2030/movement.ts')).TA_MA],
  [TAN_LINH_HEADING, async () => (await import('./tan-linh-2025/movement.ts')).TAN_LINH],
  [TAN_QUANG_HEADING, async () => (await import('./tan-quang-2023-2025/movement.ts')).TAN_QUANG],
  [CAT_NE_HEADING, async () => (await import('./cat-ne-2024/movement.ts')).CAT_NE],
];

export const HEADINGS: readonly MovementHeading[] = SHELF.map(([heading]) => heading);

export function findHeading(id: string): MovementHeading | undefined {
  return HEADINGS.find((heading) => heading.id === id);
}

/** A bundled movement by its id; undefined when there is none. */
export async function loadMovement(id: string): Promise<Movement | undefined> {
  return SHELF.find(([heading]) => heading.id === id)?.[1]();
}
