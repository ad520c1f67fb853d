/** Reads a movement from .json (a starter, for example) and validates it. */
import { done, type Result, refuse } from '../../core/base/result.ts';
import { type Movement, movementSchema } from '../../core/movement/movement.ts';
import { validateMovement } from '../../core/movement/validate.ts';
import { jsonIn } from '../json-in.ts';

export function movementInJson(bytes: Uint8Array): Result<Movement> {
  const read = movementSchema.safeParse(jsonIn(bytes));
  if (!read.success) return refuse('no-dossier', 'Tệp .json đã chọn không phải Hồ sơ phong trào.');
  const [fault] = validateMovement(read.data);
  return fault ? refuse('dossier', `Hồ sơ phong trào: ${fault.message}`) : done(read.data);
}
