/**
 * `movement copy`: last year's movement for this year, or for the commune several were joined into, with their units.
 */

import { copyDossier } from '../../core/dossier/copy-dossier.ts';
import type { CopyWanted } from '../../core/dossier/copy-movement.ts';
import type { OldCommune } from '../../core/dossier/take-units.ts';
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

/** Writes the copy; returns the lines to print about it. */
export function copyToFile(source: string, values: CopyValues, output: string): string {
  const { movement: written, changed, units, pictures } = loadDossier(source);
  const movement = changed?.next ?? written;
  const from = (values.from ?? []).map((text) => text.normalize('NFC').trim());
  if (from.length > 0 && values.commune === undefined)
    refuse('Lấy từ xã cũ thì phải ghi xã nhận: thêm --commune, ví dụ --commune "xã Phú Xuân".');
  const files = from.filter((text) => /\.(?:xlsx|json)$/i.test(text));
  const others = files.map((file): OldCommune => {
    const old = loadWithUnits(file);
    return { commune: old.movement.issuer.commune, units: old.units ?? [] };
  });
  const names = [...from.filter((text) => !files.includes(text)), ...others.map(({ commune }) => commune)];
  const made = copyDossier({ movement, units: units ?? [] }, copyWanted(values, [...new Set(names)]), others);
  const saved = saveDossier(made.movement, made.units, output, { inputs: [source, ...files], pictures });
  return `${saved}${questionLines(made.movement)}`;
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
