/**
 * Takes sheets out of a workbook: their entries, parts and names; what is left keeps its place. For sheets of ours that
 * are written anew.
 */
import type { Result } from '../../../base/result.ts';
import { type BookDraft, draftPart, finishDraft, removePart, setPart } from './draft.ts';
import { FileFault, guarded } from './fault.ts';
import {
  childOf,
  childrenAt,
  type Element,
  type Outline,
  outlineOf,
  type Splice,
  setAttribute,
  splice,
} from './outline.ts';
import { findPart, openPackage, relationsName } from './package.ts';
import { foldName } from './sheet-name.ts';
import { findWorkbook } from './workbook-parts.ts';
import { XmlScanner } from './xml-scan.ts';

/** The workbook without the sheets of these names; at least one sheet stays, else `no-worksheet`. */
export function dropSheets(bytes: Uint8Array, names: readonly string[]): Result<Uint8Array> {
  return guarded(() => {
    const pack = openPackage(bytes);
    const workbook = findWorkbook(pack);
    const wanted = new Set(names.map(foldName));
    const dropped = workbook.sheets.map(({ name }) => wanted.has(foldName(name)));
    if (!dropped.includes(true)) return bytes;
    if (!dropped.includes(false)) throw new FileFault('no-worksheet');
    const draft: BookDraft = { pack, changes: new Map(), strict: false };
    const outline = outlineOf(draftPart(draft, workbook.part) ?? '');
    const list = childOf(outline, 'sheets');
    const entries = list ? childrenAt(outline.xml, list.start) : [];
    const splices = [
      ...entries.filter((_, index) => dropped[index]).map(removed),
      ...nameSplices(outline, dropped),
      ...viewSplices(outline, dropped),
    ];
    setPart(draft, workbook.part, splice(outline.xml, splices));
    workbook.sheets.forEach(({ part }, index) => {
      if (!dropped[index] || part === undefined) return;
      dropRelation(draft, workbook.part, attributeAt(outline.xml, entries[index]?.start ?? 0, 'id', true));
      removePart(draft, part);
      if (findPart(pack, relationsName(part))) removePart(draft, relationsName(part));
    });
    return finishDraft(draft);
  });
}

function removed({ start, end }: Element): Splice {
  return { from: start, to: end, text: '' };
}

/** Names that belong to a sheet carry its index: those of a dropped sheet go, the others move up. */
function nameSplices(outline: Outline, dropped: readonly boolean[]): readonly Splice[] {
  const list = childOf(outline, 'definedNames');
  if (!list) return [];
  const children = childrenAt(outline.xml, list.start);
  const local = children.map((child) => attributeAt(outline.xml, child.start, 'localSheetId'));
  // The schema wants at least one name in the list.
  if (children.every((_, index) => local[index] !== undefined && dropped[Number(local[index])])) return [removed(list)];
  return children.flatMap((child, index) => {
    const own = local[index];
    if (own === undefined) return [];
    if (dropped[Number(own)]) return [removed(child)];
    const before = dropped.slice(0, Number(own)).filter(Boolean).length;
    return before === 0 ? [] : [setAttribute(outline.xml, child.start, 'localSheetId', String(Number(own) - before))];
  });
}

/** The sheet in front and the first tab shown must be there. */
function viewSplices(outline: Outline, dropped: readonly boolean[]): readonly Splice[] {
  const views = childOf(outline, 'bookViews');
  const left = dropped.filter((item) => !item).length;
  return (views ? childrenAt(outline.xml, views.start) : []).flatMap((view) =>
    ['activeTab', 'firstSheet'].flatMap((name) =>
      Number(attributeAt(outline.xml, view.start, name) ?? 0) < left
        ? []
        : [setAttribute(outline.xml, view.start, name, '0')],
    ),
  );
}

function dropRelation(draft: BookDraft, part: string, id: string | undefined): void {
  const name = relationsName(part);
  const relations = outlineOf(draftPart(draft, name) ?? '');
  const own = relations.children.filter((child) => attributeAt(relations.xml, child.start, 'Id') === id);
  setPart(draft, name, splice(relations.xml, own.map(removed)));
}

function attributeAt(xml: string, start: number, name: string, linked = false): string | undefined {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return linked ? scanner.linked(name) : scanner.attribute(name);
}
