/** A dossier whole, movement and units, for another year or for the commune that several were joined into. */
import type { Movement } from '../movement/movement.ts';
import type { Register } from '../report/register.ts';
import { type CopyWanted, copyMovement } from './copy-movement.ts';
import { withQuestions } from './copy-questions.ts';
import { type OldCommune, ofNewYear, registrationQuestions, takeUnits } from './take-units.ts';

interface DossierWhole {
  readonly movement: Movement;
  readonly units: Register;
}

/**
 * The units are copied too: unchanged, for a new year without the old year's days, or joined from several communes.
 * `others` = the old communes besides its own.
 */
export function copyDossier(
  { movement, units }: DossierWhole,
  wanted: CopyWanted,
  others: readonly OldCommune[],
): DossierWhole {
  const copy = copyMovement(movement, wanted);
  if (copy === movement) return { movement, units };
  const own = movement.issuer.commune;
  if (copy.issuer.commune === own && others.length === 0)
    return {
      movement: { ...copy, warnings: withQuestions(copy.warnings, registrationQuestions(units)) },
      units: ofNewYear(units),
    };
  const communes = [...(others.some(({ commune }) => commune === own) ? [] : [{ commune: own, units }]), ...others];
  const taken = takeUnits(communes, copy.audiences);
  return { movement: { ...copy, warnings: withQuestions(copy.warnings, taken.questions) }, units: taken.units };
}
