/**
 * `movement copy`: last year's movement for this year, or for the commune several were joined into, with their units.
 */

import { type CopyWanted, copyMovement } from '../../core/dossier/copy-movement.ts';
import { withAsked } from '../../core/dossier/copy-questions.ts';
import { type OldCommune, ofNewYear, registrationQuestions, takeUnits } from '../../core/dossier/take-units.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Register } from '../../core/report/register.ts';
import { dateArgument } from '../arguments.ts';
import { refuse } from '../usage-error.ts';
import { loadDossier, loadWithUnits } from './load-movement.ts';
import { questionLines } from './question-lines.ts';
import { saveDossier } from './save-dossier.ts';

export interface CopyValues {
  readonly year?: string;
  readonly commune?: string;
  readonly province?: string;
  /** Old communes: names, or their dossiers. */
  readonly from?: string[];
  readonly since?: string;
}

/** Writes the copy; gives what is to be said of it. */
export function copyToFile(source: string, values: CopyValues, output: string): string {
  const { movement, units, pictures } = loadDossier(source);
  const from = (values.from ?? []).map((one) => one.normalize('NFC').trim());
  if (from.length > 0 && values.commune === undefined)
    refuse('Lấy từ xã cũ thì phải ghi xã nhận: thêm --commune, ví dụ --commune "xã Phú Xuân".');
  const files = from.filter((one) => /\.(?:xlsx|json)$/i.test(one));
  const others = files.map((file): OldCommune => {
    const old = loadWithUnits(file);
    return { commune: old.movement.issuer.commune, units: old.units ?? [] };
  });
  const names = [...from.filter((one) => !files.includes(one)), ...others.map(({ commune }) => commune)];
  const copy = copyMovement(movement, copyWanted(values, [...new Set(names)]));
  const made = withUnits(copy, movement, units ?? [], others);
  const saved = saveDossier(made.movement, made.units, output, { given: [source, ...files], pictures });
  return `${saved}${questionLines(made.movement)}`;
}

/** The units go with it: as they are, of a new year without the days of the old one, or out of several communes. */
function withUnits(copy: Movement, before: Movement, units: Register, others: readonly OldCommune[]) {
  if (copy === before) return { movement: copy, units };
  const own = before.issuer.commune;
  if (copy.issuer.commune === own && others.length === 0)
    return {
      movement: { ...copy, warnings: withAsked(copy.warnings, registrationQuestions(units)) },
      units: ofNewYear(units),
    };
  const communes = [...(others.some(({ commune }) => commune === own) ? [] : [{ commune: own, units }]), ...others];
  const taken = takeUnits(communes, copy.audiences);
  return {
    movement: { ...copy, warnings: withAsked(copy.warnings, taken.questions) },
    units: taken.units,
  };
}

/** `predecessors` = names of the old communes. */
export function copyWanted(values: CopyValues, predecessors: readonly string[]): CopyWanted {
  const { year, commune, province, since } = values;
  if (year !== undefined && !/^20\d\d$/.test(year)) refuse(`Năm "${year}" không đúng: ghi như --year 2026.`);
  return {
    year: year === undefined ? null : Number(year),
    commune: commune?.normalize('NFC').trim() || null,
    province: province?.normalize('NFC').trim() || null,
    predecessors,
    validFrom: since === undefined ? null : dateArgument(since),
  };
}
