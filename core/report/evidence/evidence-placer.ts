/** Files of evidence and the reports they lie beside: which unit and criteria a name means, which rows cite a number. */
import type { Period } from '../../base/period/period.ts';
import { setOfReport } from '../../movement/criteria-set-for.ts';
import type { Movement } from '../../movement/movement.ts';
import { citationsIn } from '../citation.ts';
import { unitName } from '../match-unit.ts';
import { type Register, unitNamed } from '../register.ts';
import type { Report } from '../report.ts';
import { type EvidencePlace, type EvidenceUnit, placeEvidence } from './place-evidence.ts';

interface PlacingContext {
  readonly movement: Movement;
  readonly register: Register | null;
  readonly period: Period | null;
}

export interface EvidencePlacer {
  readonly place: (name: string) => EvidencePlace;
  /** True where the row cites a numbered document: only there the file's own heading is compared. */
  readonly citesNumber: (unit: string, criterion: string) => boolean;
}

/** Among the units whose reports these are. */
export function evidencePlacer(
  reports: readonly Report[],
  { movement, register, period }: PlacingContext,
): EvidencePlacer {
  const units = reports.flatMap((report): EvidenceUnit[] => {
    const set = setOfReport(movement, report, period ?? report.period?.period ?? null);
    const unit = unitName(report, register);
    return set === undefined ? [] : [{ unit, set, cited: citedBy(report), folder: folderOf(report.file) }];
  });
  const listed = new Set(register?.map(({ name }) => name));
  const unlisted = [...new Set(units.map(({ unit }) => unit))].filter((unit) => !listed.has(unit));
  const named = [...(register ?? []), ...unlisted.map((unit) => unitNamed(unit, ''))];
  return {
    place: (name) => placeEvidence(name, units, named),
    citesNumber: (name, criterion) =>
      units.some(
        ({ unit, cited }) => unit === name && cited.get(criterion)?.some((text) => citationsIn(text).length > 0),
      ),
  };
}

function citedBy({ entries }: Report): ReadonlyMap<string, readonly string[]> {
  return new Map(
    entries.map((entry) => [entry.criterion, [entry, ...(entry.parts ?? [])].flatMap(({ evidence }) => evidence)]),
  );
}

function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}
