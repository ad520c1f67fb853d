/**
 * A criterion changed in the pane: written into its row, in the dossier of the workbook, or in the sheet of criteria of
 * a bundled movement, which is made when it is not there yet.
 */
import { done, type Result, refuse } from '../../core/base/result.ts';
import {
  type CriterionEdit,
  type CriterionKey,
  criterionEdits,
  type DossierCellEdit,
  type SetEdit,
  setEdits,
} from '../../core/dossier/edit-criterion.ts';
import { readDossier } from '../../core/dossier/read-dossier.ts';
import { ruleInWords } from '../../core/dossier/rule-in-words.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { criteriaActions, criterionActions } from '../book/criteria.ts';
import { movementIn } from '../book/own-movement.ts';
import { findTable, OWN_TABLES } from '../book/own-tables.ts';
import { readSettings } from '../book/settings.ts';
import { type Outcome, perform } from '../host/outcome.ts';
import type { Host, HostAction, HostBook } from '../host/port.ts';
import { loadBook } from '../run/load.ts';

export async function editCriterion(host: Host, key: CriterionKey, edit: CriterionEdit): Promise<Result<Outcome>> {
  return editing(host, `Sửa tiêu chí ${key.code}`, async (book, movement, isOwn) =>
    isOwn ? written(criterionEdits(book.book, movement, key, edit)) : bundledActions(book, movement, key, edit),
  );
}

export async function editClasses(
  host: Host,
  key: Omit<CriterionKey, 'code'>,
  edit: SetEdit,
): Promise<Result<Outcome>> {
  return editing(host, 'Sửa bậc xếp loại', async (book, movement, isOwn) =>
    isOwn
      ? written(setEdits(book.book, movement, key, edit))
      : refuse('bundled', 'Bậc xếp loại của phong trào có sẵn không sửa được: hãy lập phong trào của xã từ kế hoạch.'),
  );
}

type ActionsOf = (book: HostBook, movement: Movement, isOwn: boolean) => Promise<Result<readonly HostAction[]>>;

async function editing(host: Host, label: string, actionsOf: ActionsOf): Promise<Result<Outcome>> {
  const read = await host.read();
  if (!read.ok) return read;
  const settings = readSettings(read.value);
  if (!settings.ok) return settings;
  const held = await movementIn(read.value, settings.value.movement);
  if (!held.ok) return held;
  const isOwn = held.value.toCheck !== null;
  const own = isOwn ? readDossier(read.value.book) : null;
  const movement = own?.ok ? own.value.movement : held.value.movement;
  const actions = await actionsOf(read.value, movement, isOwn);
  return actions.ok ? perform(host, label, actions.value) : actions;
}

function written(edits: Result<readonly DossierCellEdit[]>): Result<readonly HostAction[]> {
  if (!edits.ok) return edits;
  return done(edits.value.map(({ before, ...cell }) => ({ kind: 'write' as const, ...cell, expected: before })));
}

/** Title, points and rule; how a criterion is measured is the plan's, so a rule that asks for another is refused. */
async function bundledActions(
  book: HostBook,
  movement: Movement,
  { audience, phase, code }: CriterionKey,
  { rule: words, ...edit }: CriterionEdit,
): Promise<Result<readonly HostAction[]>> {
  const set = movement.criteriaSets.find(
    (criteriaSet) => criteriaSet.audience === audience && criteriaSet.phase === phase,
  );
  const base = set?.criteria.find((criterion) => criterion.code === code);
  if (!set || !base) return refuse('not-found', `Phong trào không có tiêu chí ${code}.`);
  const { title = base.title, maxPoints = base.maxPoints } = edit;
  const read = words === undefined ? null : ruleInWords(words, { ...base, title, maxPoints });
  if (read?.ok === false) return read;
  if (read?.value.follows.measure !== undefined)
    return refuse('measure', 'Cách chấm này cần số liệu dạng khác với dạng đơn vị đang báo cáo ở tiêu chí này.');
  const criterion = { ...base, title, maxPoints, rule: read?.value.rule ?? base.rule };
  const edited = { ...set, criteria: set.criteria.map((item) => (item === base ? criterion : item)) };
  const next = {
    ...movement,
    criteriaSets: movement.criteriaSets.map((criteriaSet) => (criteriaSet === set ? edited : criteriaSet)),
  };
  if (findTable(book, OWN_TABLES.criteria.table)) return criterionActions(book, next, edited, code);
  const loaded = await loadBook(book);
  return done(criteriaActions(book, next, loaded.ok ? loaded.value.period : null));
}
