/** One existing sheet with its actions applied: cells, column widths, marks, notes, dimension. */
import { rangeFromA1, rangeToA1 } from '../../grid/address.ts';
import type { Range } from '../../grid/sheet.ts';
import type { Action } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';
import { ROW } from './cell-address.ts';
import { columnFormats, patchColumns } from './columns.ts';
import { type BookDraft, draftPart, draftRelations, relationAttribute, setPart } from './draft.ts';
import { dropNotes } from './drop-notes.ts';
import { FileFault } from './fault.ts';
import { addNotes } from './notes.ts';
import {
  childOf,
  childrenAt,
  type Outline,
  outlineOf,
  placeFor,
  type Splice,
  setAttribute,
  splice,
} from './outline.ts';
import { patchCells } from './patch-cells.ts';
import { patchMarks } from './patch-marks.ts';
import { gatherEdits, type SheetEdits, type SheetShape } from './sheet-edits.ts';
import { deriveFormat, type StyleBook } from './style-book.ts';
import { XmlScanner } from './xml-scan.ts';

/** The schema's order up to what stands before `legacyDrawing`; everything behind it is not listed. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
];

export interface SheetPatch {
  /** A cell value was changed. */
  readonly valuesChanged: boolean;
  readonly hasFormulas: boolean;
  readonly formulasChanged: boolean;
}

/** Applies the actions to the sheet's part. Throws FileFault when the part cannot be used. */
export function patchSheet(
  draft: BookDraft,
  part: string,
  actions: readonly Exclude<Action, { kind: 'add-sheet' }>[],
  styles: () => StyleBook,
  refuse: (action: Action, code: ActionCode) => void,
): SheetPatch {
  const outline = outlineOf(draftPart(draft, part) ?? '');
  const sheetData = childOf(outline, 'sheetData');
  if (outline.root.name !== 'worksheet' || !sheetData) throw new FileFault('damaged');
  const edits = gatherEdits(actions, shapeOf(draft, part, outline), refuse);
  const columnStyle = columnFormats(outline);
  const cells = patchCells({
    xml: outline.xml,
    sheetData,
    prefix: outline.prefix,
    edits: edits.cells,
    columnStyle,
    derive: (base, style, quote) =>
      style === undefined && quote === undefined ? base : deriveFormat(styles(), base, style, quote),
    refuse: ({ write }) => write && refuse(write, 'formula-block'),
  });
  const splices = [
    ...cells.splices,
    ...patchColumns(outline, edits.widths, ORDER),
    ...growDimension(outline, edits),
    ...patchMarks(outline, edits, ORDER, styles),
    ...placeNotes(draft, part, outline, edits, refuse),
  ];
  if (splices.length > 0) setPart(draft, part, splice(outline.xml, splices));
  const valuesChanged = actions.some((action) => action.kind === 'write');
  return { valuesChanged, hasFormulas: cells.hasFormulas, formulasChanged: cells.formulasChanged };
}

function shapeOf(draft: BookDraft, part: string, outline: Outline): SheetShape {
  const merges = childOf(outline, 'mergeCells');
  const tables = draftRelations(draft, part).filter((relation) => relation.type === 'table');
  return {
    merges: merges
      ? childrenAt(outline.xml, merges.start).flatMap((element) => rangeAt(outline.xml, element.start))
      : [],
    tableHeaders: tables.flatMap(({ target }) => tableHeader(draftPart(draft, target))),
  };
}

function rangeAt(xml: string, start: number): readonly Range[] {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  const range = rangeFromA1(scanner.attribute('ref') ?? '');
  return range ? [range] : [];
}

function tableHeader(xml: string | undefined): readonly Range[] {
  if (!xml) return [];
  const scanner = new XmlScanner(xml);
  scanner.next();
  const range = rangeFromA1(scanner.attribute('ref') ?? '');
  const rows = Number(scanner.attribute('headerRowCount') ?? 1);
  return range && rows > 0 ? [{ ...range, bottom: range.top + rows - 1 }] : [];
}

function growDimension(outline: Outline, edits: SheetEdits): readonly Splice[] {
  const dimension = childOf(outline, 'dimension');
  const old = dimension && rangeAt(outline.xml, dimension.start)[0];
  if (!dimension || !old || edits.cells.size === 0) return [];
  const grown = { ...old };
  for (const place of edits.cells.keys()) {
    const [row, column] = [Math.floor(place / ROW), place % ROW];
    grown.top = Math.min(grown.top, row);
    grown.left = Math.min(grown.left, column);
    grown.bottom = Math.max(grown.bottom, row);
    grown.right = Math.max(grown.right, column);
  }
  const text = rangeToA1(grown);
  return text === rangeToA1(old) ? [] : [setAttribute(outline.xml, dimension.start, 'ref', text)];
}

function placeNotes(
  draft: BookDraft,
  part: string,
  outline: Outline,
  edits: SheetEdits,
  refuse: (action: Action, code: ActionCode) => void,
): readonly Splice[] {
  const existing = childOf(outline, 'legacyDrawing');
  const link = existing && linkAt(outline.xml, existing.start);
  if (edits.unmarked.length > 0) dropNotes(draft, part, link, edits.unmarked);
  if (edits.notes.size === 0) return [];
  const { drawing } = addNotes(draft, part, link, edits.notes, refuse);
  if (drawing === undefined) return [];
  const rootTag = outline.xml.slice(outline.root.start, outline.root.openEnd);
  const text = `<${outline.prefix}legacyDrawing ${relationAttribute(draft, rootTag, drawing)}/>`;
  // Replace a dangling legacyDrawing: the schema allows a single element.
  if (existing) return [{ from: existing.start, to: existing.end, text }];
  const at = placeFor(outline, 'legacyDrawing', ORDER);
  return [{ from: at, to: at, text }];
}

function linkAt(xml: string, start: number): string | undefined {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return scanner.linked('id');
}
