/**
 * The dossier as JSON: the movement as it is, with the units of its sheet "Đơn vị". Published as
 * docs/movement.schema.json. Pictures of a scan are only in the workbook.
 */
import * as z from 'zod/mini';
import { type Movement, movementSchema } from '../movement/movement.ts';
import { type Register, registerUnitSchema } from '../report/register.ts';

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const unit = z.extend(registerUnitSchema, {
  registeredOn: z.optional(day),
  planReceived: z.optional(day),
  received: z._default(z.nullable(day), null),
});

export const dossierFileSchema = z.extend(movementSchema, { units: z.optional(z.array(unit)) });

/** The document to write; without `units` where the register is empty. */
export function dossierFile(movement: Movement, units: Register): object {
  return units.length === 0 ? movement : { ...movement, units };
}
