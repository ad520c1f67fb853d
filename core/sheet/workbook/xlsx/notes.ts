/**
 * Notes of a sheet (classic comments): the comments part holds the text, a VML drawing the yellow box. Both are created
 * or appended to; where a cell has a note already, the text is appended to it. VML written by Excel is often not valid
 * XML, so it is only spliced.
 */
import { toA1 } from '../../grid/address.ts';
import type { Action } from '../port.ts';
import type { ActionCode } from './action-refusal.ts';
import { ROW } from './cell-address.ts';
import {
  addPart,
  addRelation,
  type BookDraft,
  draftPart,
  draftRelations,
  freeName,
  mainNamespace,
  setPart,
  XML_HEAD,
} from './draft.ts';
import { encodeExcelText } from './excel-text.ts';
import {
  appendInside,
  childOf,
  childrenAt,
  type Element,
  outlineOf,
  placeFor,
  type Splice,
  splice,
} from './outline.ts';
import { findPart } from './package.ts';
import { readRichText } from './read-strings.ts';
import { addShapes } from './vml.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';

const AUTHOR = 'Thi Đua Số';
const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

interface NotesResult {
  /** Relation id of a new VML drawing that the sheet must name in `legacyDrawing`. */
  readonly drawing?: string;
}

type Notes = ReadonlyMap<number, readonly { readonly action: Action; readonly text: string }[]>;

/** Adds notes to a sheet; `drawingId` is the relation its `legacyDrawing` names now. */
export function addNotes(
  draft: BookDraft,
  sheetPart: string,
  drawingId: string | undefined,
  notes: Notes,
  refuse: (action: Action, code: ActionCode) => void,
): NotesResult {
  const refuseAll = (places: Iterable<number>, code: ActionCode): void => {
    for (const place of places) for (const { action } of notes.get(place) ?? []) refuse(action, code);
  };
  const relations = draftRelations(draft, sheetPart);
  const existing = relations.find(
    (relation) => relation.type === 'comments' && findPart(draft.pack, relation.target),
  )?.target;
  const xml = existing === undefined ? undefined : draftPart(draft, existing);
  const comments = outlineOf(xml ?? `${XML_HEAD}<comments xmlns="${mainNamespace(draft)}"/>`);
  const known = commentsByCell(comments.xml, childOf(comments, 'commentList'));

  const fresh = [...notes.keys()].filter((place) => !known.has(addressOf(place)));
  const drawing = relations.find((relation) => relation.id === drawingId && relation.type === 'vmlDrawing')?.target;
  const shapes = fresh.length === 0 ? undefined : addShapes(draft, drawing, fresh, lengthOf(notes));
  if (fresh.length > 0 && shapes === undefined) refuseAll(fresh, 'foreign-drawing');

  const splices: Splice[] = [];
  for (const place of notes.keys()) {
    const comment = known.get(addressOf(place));
    if (!comment) continue;
    if (comment.threaded) refuseAll([place], 'threaded-note');
    else splices.push(...renewedRun(comments.xml, comments.prefix, comment, textOf(notes, place)));
  }
  if (shapes !== undefined) splices.push(...newComments(comments, fresh, notes));
  if (splices.length === 0) return {};
  const text = splice(comments.xml, splices);
  if (existing === undefined) {
    const part = freeName(draft, (number) => `${folderOf(sheetPart)}comments${number}.xml`);
    addPart(draft, part, COMMENTS_TYPE, text);
    addRelation(draft, sheetPart, 'comments', part);
  } else setPart(draft, existing, text);
  if (shapes === undefined || drawing !== undefined) return {};
  return { drawing: addRelation(draft, sheetPart, 'vmlDrawing', shapes) };
}

function addressOf(place: number): string {
  return toA1(Math.floor(place / ROW), place % ROW);
}

/** `xl/worksheets/sheet1.xml` → `xl/`, where Excel keeps comments. */
function folderOf(sheetPart: string): string {
  return sheetPart.split('/').slice(0, -2).concat('').join('/');
}

function textOf(notes: Notes, place: number): string {
  return (notes.get(place) ?? []).map(({ text }) => text).join('\n');
}

function lengthOf(notes: Notes): (place: number) => string {
  return (place) => textOf(notes, place);
}

interface Comment {
  readonly element: Element;
  /** Written by an earlier scoring: its text is renewed, not added to. */
  readonly own: boolean;
  /** It only mirrors a threaded comment: Excel shows the thread and would overwrite an addition. */
  readonly threaded: boolean;
}

function commentsByCell(xml: string, list: Element | undefined): ReadonlyMap<string, Comment> {
  const comments = new Map<string, Comment>();
  if (!list) return comments;
  const threaded = threadAuthors(xml);
  const ownAuthor = authorsOf(xml).indexOf(AUTHOR);
  for (const element of childrenAt(xml, list.start)) {
    const scanner = new XmlScanner(xml, element.start);
    scanner.next();
    const cell = (scanner.attribute('ref') ?? '').toUpperCase();
    const author = Number(scanner.attribute('authorId') ?? 0);
    const own = author === ownAuthor && OWN_NOTE.test(textAt(xml, element));
    comments.set(cell, { element, own, threaded: threaded.has(author) });
  }
  return comments;
}

/**
 * Matches notes that hold only our lines, `[Lỗi: code] …` and `→ …`. A note that somebody typed into does not match and
 * is preserved.
 */
const OWN_NOTE = /^(?:(?:\[[^\]\n]+\] |→ )[^\n]*\n*)+$/;

function textAt(xml: string, comment: Element): string {
  const body = childrenAt(xml, comment.start).find((child) => child.name === 'text');
  if (!body) return '';
  const scanner = new XmlScanner(xml, body.start);
  scanner.next();
  return readRichText(scanner);
}

function threadAuthors(xml: string): ReadonlySet<number> {
  const threaded = new Set<number>();
  authorsOf(xml).forEach((author, index) => {
    if (author.startsWith('tc=')) threaded.add(index);
  });
  return threaded;
}

function authorsOf(xml: string): readonly string[] {
  const scanner = new XmlScanner(xml);
  const authors: string[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token === OPEN && scanner.name === 'author') authors.push(scanner.content());
    if (token === OPEN && scanner.name === 'commentList') scanner.skip();
  }
  return authors;
}

/** In our own note the new text replaces the old; to other notes it is appended, once. */
function renewedRun(xml: string, prefix: string, { element, own }: Comment, text: string): readonly Splice[] {
  const body = childrenAt(xml, element.start).find((child) => child.name === 'text');
  if (body && own)
    return [{ from: body.start, to: body.end, text: `<${prefix}text>${run(text, prefix)}</${prefix}text>` }];
  if (body && xml.slice(body.start, body.end).includes(encodeExcelText(text))) return [];
  return appendRun(xml, prefix, element, text);
}

/**
 * Appends a run to a comment's text; a plain `<t>` becomes a run first, because a plain text may not stand beside runs.
 */
function appendRun(xml: string, prefix: string, comment: Element, text: string): readonly Splice[] {
  const body = childrenAt(xml, comment.start).find((child) => child.name === 'text');
  if (!body) return [appendInside(xml, comment, `<${prefix}text>${run(text, prefix)}</${prefix}text>`)];
  const parts = childrenAt(xml, body.start);
  const plain = parts.find((child) => child.name === 't');
  const last = parts.findLast((child) => child.name === 't' || child.name === 'r');
  const wrapped = plain
    ? [
        { from: plain.start, to: plain.start, text: `<${prefix}r>` },
        { from: plain.end, to: plain.end, text: `</${prefix}r>` },
      ]
    : [];
  const added = run(parts.length > 0 ? `\n${text}` : text, prefix);
  return [...wrapped, last ? { from: last.end, to: last.end, text: added } : appendInside(xml, body, added)];
}

function run(text: string, prefix: string): string {
  const look = `<${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/></${prefix}rPr>`;
  return `<${prefix}r>${look}<${prefix}t xml:space="preserve">${encodeExcelText(text)}</${prefix}t></${prefix}r>`;
}

function newComments(
  comments: ReturnType<typeof outlineOf>,
  places: readonly number[],
  notes: Notes,
): readonly Splice[] {
  const { xml, prefix } = comments;
  const authors = authorsOf(xml);
  const known = authors.indexOf(AUTHOR);
  const author = known >= 0 ? known : authors.length;
  const list = [...places]
    .sort((a, b) => a - b)
    .map((place) => {
      const text = `<${prefix}text>${run(textOf(notes, place), prefix)}</${prefix}text>`;
      return `<${prefix}comment ref="${addressOf(place)}" authorId="${author}">${text}</${prefix}comment>`;
    })
    .join('');
  const add = (name: string, text: string): Splice => {
    const element = childOf(comments, name);
    if (element) return appendInside(xml, element, text);
    const at = placeFor(comments, name, ['authors', 'commentList']);
    return { from: at, to: at, text: `<${prefix}${name}>${text}</${prefix}${name}>` };
  };
  const authorXml = `<${prefix}author>${AUTHOR}</${prefix}author>`;
  return [...(known >= 0 ? [] : [add('authors', authorXml)]), add('commentList', list)];
}
