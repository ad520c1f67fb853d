/**
 * Applies actions to .xlsx or .xlsm bytes in place: only the parts an action touches are rewritten, at the places it
 * touches; everything else is copied as it is compressed. An action that cannot be done is listed with its reason, the
 * others are done.
 */

import type { Result } from '../../../base/result.ts';
import type { Action, Applied } from '../port.ts';
import { type ActionCode, actionRefusal } from './action-refusal.ts';
import { addSheets, WORKBOOK_ORDER } from './add-sheet.ts';
import { type BookDraft, draftPart, finishDraft, removePart, removeRelations, setPart } from './draft.ts';
import { guarded } from './fault.ts';
import { refuseOtherKinds } from './kind.ts';
import { childOf, outlineOf, placeFor, setAttribute, splice } from './outline.ts';
import { openPackage, readPart } from './package.ts';
import { patchSheet, type SheetPatch } from './patch-sheet.ts';
import { isSigned } from './read-book.ts';
import { foldName } from './sheet-name.ts';
import { sheetProblem } from './sheet-problem.ts';
import { openStyles, type StyleBook, saveStyles } from './style-book.ts';
import { findWorkbook, relatedPart, type SheetPart, type WorkbookParts } from './workbook-parts.ts';

type Refused = Applied['refused'][number];
type SheetAction = Exclude<Action, { kind: 'add-sheet' }>;

const SIGNATURE_LOST = 'Tệp có chữ ký số; chữ ký không còn hiệu lực sau khi tệp được ghi thêm.';

/** The workbook with the actions applied, in order. A file that cannot be used is a refusal (codes: fault.ts). */
export function patchBook(bytes: Uint8Array, actions: readonly Action[]): Result<Applied> {
  return guarded(() => {
    refuseOtherKinds(bytes);
    return apply(bytes, actions);
  });
}

function apply(bytes: Uint8Array, actions: readonly Action[]): Applied {
  const pack = openPackage(bytes);
  const workbook = findWorkbook(pack);
  const warnings = isSigned(pack) ? [SIGNATURE_LOST] : [];
  if (actions.length === 0) return { bytes, refused: [], warnings: [] };

  const now = actions.slice(0, passLength(actions, workbook.sheets));
  const refused: Refused[] = [];
  const draft: BookDraft = {
    pack,
    changes: new Map(),
    strict: /purl\.oclc\.org\/ooxml\/spreadsheetml/.test(workbook.xml),
  };
  applyPass(draft, workbook, now, (action, code) => refused.push({ action, refusal: actionRefusal(code) }));
  const applied = finishDraft(draft);
  const rest = actions.slice(now.length);
  if (rest.length === 0) return { bytes: applied, refused, warnings };
  const after = apply(applied, rest);
  return { bytes: after.bytes, refused: [...refused, ...after.refused], warnings };
}

/** Number of actions that can be done in one pass: up to the first that works on a sheet an earlier one adds. */
function passLength(actions: readonly Action[], sheets: readonly SheetPart[]): number {
  const known = new Set(sheets.map(({ name }) => foldName(name)));
  let added = false;
  for (const [index, action] of actions.entries()) {
    if (action.kind === 'add-sheet') added = true;
    else if (added && !known.has(foldName(action.sheet))) return index;
  }
  return actions.length;
}

function applyPass(
  draft: BookDraft,
  workbook: WorkbookParts,
  actions: readonly Action[],
  refuse: (action: Action, code: ActionCode) => void,
): void {
  let styleBook: StyleBook | undefined;
  const styles = (): StyleBook => {
    styleBook ??= openStyles(draft, workbook);
    return styleBook;
  };
  const results: SheetPatch[] = [];
  for (const [part, list] of bySheet(actions, workbook.sheets, refuse)) {
    results.push(patchSheet(draft, part, list, styles, refuse));
  }
  const sheets = actions.flatMap((action) => {
    const problem = action.kind === 'add-sheet' ? sheetProblem(action.sheet) : undefined;
    if (problem) refuse(action, problem);
    return action.kind === 'add-sheet' && !problem ? [action.sheet] : [];
  });
  if (addSheets(draft, workbook, sheets, styles)) results.push(NEW_FORMULAS);
  if (styleBook) saveStyles(styleBook);
  if (results.some(({ formulasChanged }) => formulasChanged)) dropCalculationChain(draft, workbook);
  if (needsCalculation(draft, workbook, results)) setFullCalculation(draft, workbook.part);
}

const NEW_FORMULAS: SheetPatch = { valuesChanged: true, hasFormulas: true, formulasChanged: true };

function bySheet(
  actions: readonly Action[],
  sheets: readonly SheetPart[],
  refuse: (action: Action, code: ActionCode) => void,
): ReadonlyMap<string, readonly SheetAction[]> {
  const parts = new Map(sheets.map(({ name, part }) => [foldName(name), part]));
  const grouped = new Map<string, SheetAction[]>();
  for (const action of actions) {
    if (action.kind === 'add-sheet') continue;
    const part = parts.get(foldName(action.sheet));
    if (part === undefined) refuse(action, 'unknown-sheet');
    else {
      const list = grouped.get(part) ?? [];
      list.push(action);
      grouped.set(part, list);
    }
  }
  return grouped;
}

/** The chain lists every formula cell; Excel rebuilds it when it is missing, but takes a wrong chain for damage. */
function dropCalculationChain(draft: BookDraft, workbook: WorkbookParts): void {
  const part = relatedPart(draft.pack, workbook.relations, 'calcChain');
  if (part === undefined) return;
  removePart(draft, part);
  removeRelations(draft, workbook.part, 'calcChain');
}

/** True when a cell was changed and the workbook has formulas that may look at it. */
function needsCalculation(draft: BookDraft, workbook: WorkbookParts, results: readonly SheetPatch[]): boolean {
  if (!results.some(({ valuesChanged }) => valuesChanged)) return false;
  if (results.some(({ hasFormulas }) => hasFormulas)) return true;
  if (relatedPart(draft.pack, workbook.relations, 'calcChain') !== undefined) return true;
  return workbook.sheets.some(({ part }) => {
    const untouched = part !== undefined && !draft.changes.has(part);
    return untouched && /<(?:\w+:)?f[\s>]/.test(readPart(draft.pack, part) ?? '');
  });
}

/** Excel shall compute every formula when it opens the workbook. */
export function setFullCalculation(draft: BookDraft, part: string): void {
  const workbook = outlineOf(draftPart(draft, part) ?? '');
  const existing = childOf(workbook, 'calcPr');
  const at = placeFor(workbook, 'calcPr', WORKBOOK_ORDER);
  const change = existing
    ? setAttribute(workbook.xml, existing.start, 'fullCalcOnLoad', '1')
    : { from: at, to: at, text: `<${workbook.prefix}calcPr fullCalcOnLoad="1"/>` };
  setPart(draft, part, splice(workbook.xml, [change]));
}
