/**
 * Takes sheets out of a workbook in bytes, with the names that belong to them. Only the undo of a run needs it, for
 * sheets of ours.
 */
import {
  type BookDraft,
  draftPart,
  finishDraft,
  removePart,
  removeRelations,
  setPart,
} from '../../core/sheet/workbook/xlsx/draft.ts';
import {
  childOf,
  childrenAt,
  outlineOf,
  type Splice,
  setAttribute,
  splice,
} from '../../core/sheet/workbook/xlsx/outline.ts';
import { openPackage, readRelations, relationsName } from '../../core/sheet/workbook/xlsx/package.ts';
import { findWorkbook, type WorkbookParts } from '../../core/sheet/workbook/xlsx/workbook-parts.ts';
import { XmlScanner } from '../../core/sheet/workbook/xlsx/xml-scan.ts';

/** The workbook without these sheets; unchanged when it has none of them or would be left without any. */
export function removeSheets(bytes: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  const draft: BookDraft = { pack: openPackage(bytes), changes: new Map(), strict: false };
  const workbook = findWorkbook(draft.pack);
  const gone = new Set(workbook.sheets.flatMap(({ name }, index) => (names.has(name) ? [index] : [])));
  if (gone.size === 0 || gone.size === workbook.sheets.length) return bytes;
  setPart(draft, workbook.part, withoutSheets(workbook.xml, gone));
  const parts = new Set(workbook.sheets.flatMap(({ part }, index) => (part && gone.has(index) ? [part] : [])));
  for (const part of parts) {
    for (const { target, external } of readRelations(draft.pack, part)) if (!external) removePart(draft, target);
    removePart(draft, part);
    if (draftPart(draft, relationsName(part)) !== undefined) removePart(draft, relationsName(part));
  }
  dropRelations(draft, workbook, parts);
  // The chain lists cells by sheet; Excel builds it anew.
  for (const { type, target } of workbook.relations) if (type === 'calcChain') removePart(draft, target);
  if (workbook.relations.some(({ type }) => type === 'calcChain')) removeRelations(draft, workbook.part, 'calcChain');
  return finishDraft(draft);
}

/**
 * The workbook's list without the sheets at these places; names that belong to a sheet follow its new place or go with
 * it.
 */
function withoutSheets(text: string, gone: ReadonlySet<number>): string {
  const outline = outlineOf(text);
  const { xml } = outline;
  const childrenOf = (name: string) => {
    const list = childOf(outline, name);
    return list ? childrenAt(xml, list.start) : [];
  };
  const removed = (element: { readonly start: number; readonly end: number }): Splice => ({
    from: element.start,
    to: element.end,
    text: '',
  });
  const newPlace = (place: number) => place - [...gone].filter((number) => number < place).length;
  const names = childrenOf('definedNames');
  const nameSplices = names.flatMap((element): Splice[] => {
    const local = attributeAt(xml, element.start, 'localSheetId');
    if (local === undefined) return [];
    const place = Number(local);
    return gone.has(place)
      ? [removed(element)]
      : [setAttribute(xml, element.start, 'localSheetId', String(newPlace(place)))];
  });
  const list = childOf(outline, 'definedNames');
  const noNames =
    list && names.length > 0 && nameSplices.filter((splice) => splice.text === '').length === names.length;
  const sheets = childrenOf('sheets').flatMap((element, place) => (gone.has(place) ? [removed(element)] : []));
  const views = childrenOf('bookViews').flatMap((view) =>
    ['activeTab', 'firstSheet'].flatMap((name) =>
      attributeAt(xml, view.start, name) === undefined ? [] : [setAttribute(xml, view.start, name, '0')],
    ),
  );
  return splice(xml, [...views, ...sheets, ...(noNames ? [removed(list)] : nameSplices)]);
}

function attributeAt(xml: string, start: number, name: string): string | undefined {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return scanner.attribute(name);
}

function dropRelations(draft: BookDraft, workbook: WorkbookParts, parts: ReadonlySet<string>): void {
  const ids = new Set(workbook.relations.flatMap(({ id, target }) => (parts.has(target) ? [id] : [])));
  const name = relationsName(workbook.part);
  const relations = outlineOf(draftPart(draft, name) ?? '');
  const own = relations.children.filter((child) => ids.has(attributeAt(relations.xml, child.start, 'Id') ?? ''));
  setPart(
    draft,
    name,
    splice(
      relations.xml,
      own.map(({ start, end }) => ({ from: start, to: end, text: '' })),
    ),
  );
}
