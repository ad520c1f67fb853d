/** The bundled movements: five communes' real plans as data. */
import type { Movement } from '../movement/movement.ts';
import { CAT_NE } from './cat-ne-2024/movement.ts';
import { LUC_BA } from './luc-ba-2024/movement.ts';
import { TA_MA } from './ta-ma-2023-2030/movement.ts';
import { TAN_LINH } from './tan-linh-2025/movement.ts';
import { TAN_QUANG } from './tan-quang-2023-2025/movement.ts';

export const MOVEMENTS: readonly Movement[] = [LUC_BA, TA_MA, TAN_LINH, TAN_QUANG, CAT_NE];

/** A bundled movement by its id. */
export function findMovement(id: string): Movement | undefined {
  return MOVEMENTS.find((movement) => movement.id === id);
}
