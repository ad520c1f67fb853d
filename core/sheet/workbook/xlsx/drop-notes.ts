/**
 * Takes our words out of the notes of a sheet: a note of nothing else goes with its box, what anybody else wrote stays.
 */
import type { Range } from '../../grid/sheet.ts';
import { parsePlace, ROW } from './cell-address.ts';
import { type BookDraft, draftPart, draftRelations, setPart } from './draft.ts';
import { childOf, childrenAt, type Element, outlineOf, type Splice, splice } from './outline.ts';
import { findPart } from './package.ts';
import { contains } from './sheet-edits.ts';
import { removeShapes } from './vml.ts';
import { XmlScanner } from './xml-scan.ts';

/** The words of a mark: `[Lỗi: …] …`, then `→ …` on its own line, as written in the part. */
const OWN_WORDS = /(?:^|\n+)\[[^\]\n]+: [^\]\n]+\] [^\n]*\n→ [^\n]*/g;

/** Drops our words on the cells of the ranges; `drawingId` is the relation the sheet's `legacyDrawing` names. */
export function dropNotes(
  draft: BookDraft,
  sheetPart: string,
  drawingId: string | undefined,
  ranges: readonly Range[],
): void {
  const relations = draftRelations(draft, sheetPart);
  const part = relations.find(
    (relation) => relation.type === 'comments' && findPart(draft.pack, relation.target),
  )?.target;
  const xml = part === undefined ? undefined : draftPart(draft, part);
  if (part === undefined || xml === undefined) return;
  const comments = outlineOf(xml);
  const list = childOf(comments, 'commentList');
  const splices: Splice[] = [];
  const gone = new Set<number>();
  for (const comment of list ? childrenAt(comments.xml, list.start) : []) {
    const place = placeOf(comments.xml, comment);
    if (place < 0 || !ranges.some((range) => contains(range, Math.floor(place / ROW), place % ROW))) continue;
    const left = withoutOurs(comments.xml, comment, comments.prefix);
    splices.push(...left);
    if (left.some(({ from, text }) => from === comment.start && text === '')) gone.add(place);
  }
  if (splices.length === 0) return;
  setPart(draft, part, splice(comments.xml, splices));
  const drawing = relations.find((relation) => relation.id === drawingId && relation.type === 'vmlDrawing')?.target;
  if (drawing !== undefined && gone.size > 0) removeShapes(draft, drawing, gone);
}

function withoutOurs(xml: string, comment: Element, prefix: string): readonly Splice[] {
  const body = childrenAt(xml, comment.start).find(({ name }) => name === 'text');
  const parts = (body ? childrenAt(xml, body.start) : []).filter(({ name }) => name === 't' || name === 'r');
  const texts = parts.map((part) => {
    const text = part.name === 't' ? part : childrenAt(xml, part.start).find(({ name }) => name === 't');
    const raw = text ? xml.slice(text.openEnd, text.closeStart) : '';
    return { part, text, raw, left: raw.replaceAll('\r\n', '\n').replace(OWN_WORDS, '') };
  });
  const changed = texts.filter(({ raw, left }) => raw.replaceAll('\r\n', '\n') !== left);
  if (changed.length === 0) return [];
  if (texts.every(({ left }) => left.trim() === '')) return [{ from: comment.start, to: comment.end, text: '' }];
  return changed.map(({ part, text, left }) => {
    if (left === '' || !text) return { from: part.start, to: part.end, text: '' };
    return { from: text.start, to: text.end, text: `<${prefix}t xml:space="preserve">${left}</${prefix}t>` };
  });
}

function placeOf(xml: string, comment: Element): number {
  const scanner = new XmlScanner(xml, comment.start);
  scanner.next();
  const address = (scanner.attribute('ref') ?? '').toUpperCase();
  return parsePlace(address, 0, address.length);
}
