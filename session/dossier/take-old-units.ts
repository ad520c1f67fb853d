/**
 * "Nhận đơn vị từ xã cũ": the units of communes that were joined come into the list of this workbook. Each keeps its
 * awards and can still be found by its old name with its old commune; open questions go to the sheet "Lưu ý".
 */

import { done, type Result, refuse } from '../../core/base/result.ts';
import { bareKey, squashKey } from '../../core/base/text/text.ts';
import { withQuestions } from '../../core/dossier/copy-questions.ts';
import { sheetNamed } from '../../core/dossier/dossier-heading.ts';
import { LABELS } from '../../core/dossier/facts.ts';
import { WARNINGS } from '../../core/dossier/plan-tables.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { takeUnits } from '../../core/dossier/take-units.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { place } from '../../core/movement/validate/finding.ts';
import { fromA1 } from '../../core/sheet/grid/address.ts';
import { textValue } from '../../core/sheets/council/look.ts';
import { movementIn } from '../book/own-movement.ts';
import { readRegister } from '../book/register.ts';
import { registerActions } from '../book/register-actions.ts';
import { settingsIn } from '../book/settings.ts';
import type { NamedFile } from '../host/files.ts';
import { type Outcome, performWhole } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { oldCommunes } from './old-communes.ts';

interface Taken extends Outcome {
  readonly units: number;
  readonly communes: readonly string[];
  readonly questions: readonly string[];
}

export async function takeOldUnits(host: Host, files: readonly NamedFile[]): Promise<Result<Taken>> {
  const read = await host.read();
  if (!read.ok) return read;
  const held = await movementIn(read.value, settingsIn(read.value).settings.movement);
  if (!held.ok) return held;
  const { movement, toCheck } = held.value;
  const standing = readRegister(read.value, movement);
  if (!standing.ok) return standing;
  const old = oldCommunes(files, movement.audiences);
  if (!old.ok) return old;
  const register = standing.value ?? [];
  const known = new Set(register.flatMap(({ name, otherNames }) => [name, ...otherNames]).map(squashKey));
  const isKnown = (unit: string, commune: string) => known.has(squashKey(`${unit} ${commune}`));
  // Taken before: known by its old name with its old commune.
  const fresh = old.value.map(({ commune, units }) => ({
    commune,
    units: units.filter(({ name }) => !isKnown(name, commune)),
  }));
  // Together with the present units, so that two units with the same name become a question; the present units stay
  // unchanged.
  const own = { commune: movement.issuer.commune, units: register.map((unit) => ({ ...unit, registered: false })) };
  const taken = takeUnits([own, ...fresh], movement.audiences);
  const units = taken.units.slice(register.length);
  if (units.length === 0) return refuse('no-units', 'Không có đơn vị nào mới: trang “Đơn vị” đã có đủ các đơn vị này.');
  const communes = [...new Set(old.value.map(({ commune }) => commune))];
  const actions = [
    ...registerActions(read.value, movement, [...register, ...units]),
    ...(toCheck === null ? [] : dossierActions(read.value, movement, communes, taken.questions)),
  ];
  const outcome = await performWhole(host, 'Nhận đơn vị từ xã cũ', actions, 'Chưa nhận được đơn vị.');
  return outcome.ok ? done({ ...outcome.value, units: units.length, communes, questions: taken.questions }) : outcome;
}

/** The old communes among the facts, and the questions as rows of "Lưu ý". */
function dossierActions(
  { book }: HostBook,
  movement: Movement,
  communes: readonly string[],
  questions: readonly string[],
): HostAction[] {
  const dossier = readDossier(book);
  const fact = dossier.ok ? dossier.value.placeOf({ where: place('Phong trào', LABELS.predecessors) }) : null;
  const at = fact && fromA1(fact.cell);
  const predecessors = [...new Set([...(movement.predecessors ?? []), ...communes])].join('\n');
  const sheet = sheetNamed(book, WARNINGS.sheet);
  const filled = [...(sheet?.rows ?? [])].flatMap(([row, cells]) =>
    cells.flatMap(({ column, value }) => (value === null || value === '' ? [] : [{ row, column, value }])),
  );
  const titled = (title: string) => filled.find(({ value }) => bareKey(String(value)) === bareKey(title))?.column;
  const [code, message] = [titled(WARNINGS.columns.code.title), titled(WARNINGS.columns.message.title)];
  const below = Math.max(-1, ...filled.map(({ row }) => row)) + 1;
  const rows = withQuestions(movement.warnings, questions).slice(movement.warnings.length);
  return [
    ...(fact && at ? [{ kind: 'write' as const, sheet: fact.sheet, ...at, value: textValue(predecessors) }] : []),
    ...(sheet && code !== undefined && message !== undefined
      ? rows.flatMap((row, index) =>
          (
            [
              [code, row.code],
              [message, row.message],
            ] as const
          ).map(([column, text]) => ({
            kind: 'write' as const,
            sheet: sheet.name,
            row: below + index,
            column,
            value: textValue(text),
          })),
        )
      : []),
  ];
}
