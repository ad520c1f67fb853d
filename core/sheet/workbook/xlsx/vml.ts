/**
 * The boxes of notes in a VML drawing. Only ASCII is added, at byte places, because such drawings are often not
 * well-formed XML.
 */
import { ROW } from './cell-address.ts';
import { addPart, type BookDraft, freeName, setPart } from './draft.ts';
import { findPart, type OfficePackage } from './package.ts';
import { inflateEntry } from './zip-inflate.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const LAST_LEFT = 16_384 - 6;

/**
 * Adds a hidden box for each cell to the drawing, or to a new drawing when `drawing` is undefined; returns the
 * drawing's part. Undefined when the existing drawing has a form we cannot add to.
 */
export function addShapes(
  draft: BookDraft,
  drawing: string | undefined,
  places: readonly number[],
  textOf: (place: number) => string,
): string | undefined {
  if (drawing === undefined) {
    const part = freeName(draft, (number) => `xl/drawings/vmlDrawing${number}.vml`);
    const block = Number(/\d+/.exec(part)?.[0] ?? 1);
    const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${block}"/></o:shapelayout>`;
    const shapes = shapesXml(places, textOf, block * 1024 + 1);
    addPart(draft, part, CONTENT_TYPE, `<xml ${NAMESPACES}>${layout}${SHAPE_TYPE}${shapes}</xml>`);
    return part;
  }
  const old = latinPart(draft, drawing);
  const end = old?.lastIndexOf('</xml>') ?? -1;
  if (old === undefined || end < 0) return undefined;
  const ids = [...old.matchAll(/_x0000_s(\d{1,9})/g)].map((match) => Number(match[1]));
  const next = ids.reduce((highest, id) => Math.max(highest, id), 1024) + 1;
  const type = old.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  const added = declared(type + shapesXml(places, textOf, next), rootTag(old));
  const text = old.slice(0, end) + added + old.slice(end);
  setLatinPart(draft, drawing, text);
  return drawing;
}

function setLatinPart(draft: BookDraft, part: string, text: string): void {
  setPart(
    draft,
    part,
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
  );
}

/** Takes the boxes of these cells out of a drawing; what is not a note's box stays. */
export function removeShapes(draft: BookDraft, drawing: string, places: ReadonlySet<number>): void {
  const old = latinPart(draft, drawing);
  if (old === undefined) return;
  const text = old.replace(/<v:shape\s(?:(?!<v:shape[\s>])[\s\S])*?<\/v:shape>/g, (shape) => {
    const [row, column] = ['Row', 'Column'].map(
      (name) => new RegExp(`<x:${name}>(\\d{1,7})</x:${name}>`).exec(shape)?.[1],
    );
    const isNote = row !== undefined && column !== undefined && /ObjectType=["']Note["']/.test(shape);
    return isNote && places.has(Number(row) * ROW + Number(column)) ? '' : shape;
  });
  setLatinPart(draft, drawing, text);
}

/**
 * Our elements, each with the namespaces its root does not declare: writers may declare them on their own elements
 * only.
 */
function declared(shapes: string, root: string): string {
  const missing = NAMESPACES.split(' ').filter((word) => !root.includes(word));
  if (missing.length === 0) return shapes;
  return shapes.replace(/<v:shape(?:type)?(?= )/g, (tag) => [tag, ...missing].join(' '));
}

function rootTag(drawing: string): string {
  const start = drawing.search(/<xml[\s>]/);
  return start < 0 ? '' : drawing.slice(start, drawing.indexOf('>', start));
}

/** The drawing with one character a byte, so that writing it back changes nothing. */
function latinPart(draft: BookDraft, part: string): string | undefined {
  const changed = draft.changes.get(part);
  const bytes = changed instanceof Uint8Array ? changed : originalBytes(draft.pack, part);
  if (!bytes) return undefined;
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function originalBytes(pack: OfficePackage, part: string): Uint8Array | undefined {
  const entry = findPart(pack, part);
  return entry && inflateEntry(entry);
}

function shapesXml(places: readonly number[], textOf: (place: number) => string, firstId: number): string {
  return places.map((place, index) => shapeXml(place, textOf(place), firstId + index)).join('');
}

function shapeXml(place: number, text: string, id: number): string {
  const column = place % ROW;
  const row = Math.floor(place / ROW);
  // About 30 characters fit on a line of the box and one line needs a little less than a row.
  const lines = text.split('\n').reduce((sum, line) => sum + 1 + Math.floor(line.length / 30), 0);
  const left = Math.min(column + 1, LAST_LEFT);
  const top = Math.max(0, row - 1);
  const anchor = `${left}, 15, ${top}, 10, ${left + 3}, 15, ${top + Math.min(24, Math.max(4, lines + 1))}, 4`;
  const style = `position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:180pt;height:80pt;z-index:1;visibility:hidden`;
  const client = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`;
  const look = '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>';
  const box = '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>';
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="${style}" fillcolor="#ffffe1" o:insetmode="auto">${look}${box}${client}</v:shape>`;
}
