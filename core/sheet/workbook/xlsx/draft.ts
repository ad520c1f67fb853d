/**
 * A package under change: changed parts as text, new parts, removed parts, and the relations and content types that go
 * with them.
 */
import { escapeXml } from './excel-text.ts';
import { FileFault } from './fault.ts';
import { appendInside, childOf, outlineOf, placeFor, splice } from './outline.ts';
import { findPart, type OfficePackage, parseRelations, type Relation, readPart, relationsName } from './package.ts';
import { XmlScanner } from './xml-scan.ts';
import { decodeXml, encodeXml } from './xml-text.ts';
import type { ZipEntry } from './zip-directory.ts';
import { inflateEntry } from './zip-inflate.ts';
import { packEntry, packText, writeZip } from './zip-write.ts';

export interface BookDraft {
  readonly pack: OfficePackage;
  /**
   * New content by part name: text for XML, bytes where the part is not handled as XML, an entry when it is final; null
   * = removed.
   */
  readonly changes: Map<string, string | Uint8Array | ZipEntry | null>;
  /** The workbook is in the strict variant of the format, with other namespaces. */
  readonly strict: boolean;
  /** Takes the bytes of a part that will not change again out of memory, where the host can. */
  readonly settle?: Settle | undefined;
}

/** The same entry, whose bytes are fetched each time they are read. */
export type Settle = (entry: ZipEntry) => ZipEntry;

const CONTENT_TYPES = '[Content_Types].xml';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Namespace of spreadsheet elements in this workbook. */
export function mainNamespace(draft: BookDraft): string {
  const base = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return draft.strict ? 'http://purl.oclc.org/ooxml/spreadsheetml/main' : base;
}

/** Namespace of `r:id`; relation types are steps below it. */
export function relationNamespace(draft: BookDraft): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return draft.strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : base;
}

/** `r:id="rId1"`, with the declaration of `r` unless the root's open tag has it. */
export function relationAttribute(draft: BookDraft, rootTag: string, id: string): string {
  const declaration = `xmlns:r="${relationNamespace(draft)}"`;
  return rootTag.includes(declaration) ? `r:id="${id}"` : `${declaration} r:id="${id}"`;
}

/** Current text of a part, or undefined when there is none. */
export function draftPart(draft: BookDraft, part: string): string | undefined {
  const changed = draft.changes.get(nameOf(draft, part));
  if (changed === undefined) return readPart(draft.pack, part);
  if (isEntry(changed)) return decodeXml(inflateEntry(changed));
  return typeof changed === 'string' ? changed : undefined;
}

function isEntry(content: string | Uint8Array | ZipEntry | null): content is ZipEntry {
  return typeof content === 'object' && content !== null && 'crc' in content;
}

/** Sets the content of an existing or new part. */
export function setPart(draft: BookDraft, part: string, content: string | Uint8Array): void {
  draft.changes.set(nameOf(draft, part), content);
}

/**
 * Sets the content of a new part that will not change again: it is stored deflated, a tenth of its size, and never held
 * whole as text.
 */
export function setFinalPart(draft: BookDraft, part: string, xml: Iterable<string>): void {
  const entry = packText(part, xml);
  draft.changes.set(part, draft.settle?.(entry) ?? entry);
}

/** Removes a part and its content type; relations to it are the caller's. */
export function removePart(draft: BookDraft, part: string): void {
  draft.changes.set(nameOf(draft, part), null);
  const types = outlineOf(draftPart(draft, CONTENT_TYPES) ?? '');
  const own = types.children.find((child) => {
    const scanner = new XmlScanner(types.xml, child.start);
    scanner.next();
    return scanner.attribute('PartName')?.toLowerCase() === `/${part}`.toLowerCase();
  });
  if (own) setPart(draft, CONTENT_TYPES, splice(types.xml, [{ from: own.start, to: own.end, text: '' }]));
}

/** The first free name among pattern(1), pattern(2), … */
export function freeName(draft: BookDraft, pattern: (number: number) => string): string {
  return freeNames(draft, pattern)();
}

/**
 * Returns the free names among pattern(1), pattern(2), … in order: for thousands of parts, each name is tested once.
 */
export function freeNames(draft: BookDraft, pattern: (number: number) => string): () => string {
  let number = 0;
  return () => {
    for (;;) {
      const name = pattern(++number);
      if (!findPart(draft.pack, name) && !draft.changes.has(name)) return name;
    }
  };
}

/** Adds a part with its content type. */
export function addPart(draft: BookDraft, part: string, contentType: string, content: string | Uint8Array): void {
  setPart(draft, part, content);
  addContentTypes(draft, [{ part, contentType }]);
}

export interface TypedPart {
  readonly part: string;
  readonly contentType: string;
}

/** Names the content types of new parts. */
export function addContentTypes(draft: BookDraft, parts: readonly TypedPart[]): void {
  const types = outlineOf(draftPart(draft, CONTENT_TYPES) ?? missing());
  const overrides = parts.map(
    ({ part, contentType }) => `<${types.prefix}Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`,
  );
  const at = placeFor(types, 'Override', ['Default', 'Override']);
  setPart(draft, CONTENT_TYPES, splice(types.xml, [{ from: at, to: at, text: overrides.join('') }]));
}

function missing(): never {
  throw new FileFault('damaged');
}

/** Relations of a part as they now are. */
export function draftRelations(draft: BookDraft, part: string): readonly Relation[] {
  const xml = draftPart(draft, relationsName(part));
  return xml ? parseRelations(xml, part) : [];
}

/** Adds a relation from `part` to the part `target`; gives its id. `type` is the last step of the type. */
export function addRelation(draft: BookDraft, part: string, type: string, target: string): string {
  return addRelations(draft, part, type, [target])[0] ?? '';
}

/** Adds relations of one type; gives their ids, in the order of the targets. */
export function addRelations(
  draft: BookDraft,
  part: string,
  type: string,
  targets: readonly string[],
): readonly string[] {
  const name = relationsName(part);
  const relations = outlineOf(draftPart(draft, name) ?? `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}"/>`);
  const taken = new Set(parseRelations(relations.xml, part).map((relation) => relation.id));
  const ids: string[] = [];
  for (let number = taken.size + 1; ids.length < targets.length; number++) {
    if (!taken.has(`rId${number}`)) ids.push(`rId${number}`);
  }
  const added = targets.map((target, index) => {
    const attributes = `Id="${ids[index]}" Type="${relationNamespace(draft)}/${type}" Target="${escapeXml(relativeTo(part, target))}"`;
    return `<${relations.prefix}Relationship ${attributes}/>`;
  });
  setPart(draft, name, splice(relations.xml, [appendInside(relations.xml, relations.root, added.join(''))]));
  return ids;
}

/** Where `target` is as seen from `part`, as Excel writes it: some programs do not follow an address from the root. */
function relativeTo(part: string, target: string): string {
  const [from, to] = [part.split('/').slice(0, -1), target.split('/')];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Removes the relations of `part` that have this type. */
export function removeRelations(draft: BookDraft, part: string, type: string): void {
  const name = relationsName(part);
  const relations = outlineOf(draftPart(draft, name) ?? '');
  const own = relations.children.filter((child) => {
    const scanner = new XmlScanner(relations.xml, child.start);
    scanner.next();
    return scanner.attribute('Type')?.endsWith(`/${type}`);
  });
  const splices = own.map((child) => ({ from: child.start, to: child.end, text: '' }));
  setPart(draft, name, splice(relations.xml, splices));
}

/** First line of every XML part of ours. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The new file. */
export function finishDraft(draft: BookDraft): Uint8Array {
  return writeZip(draftEntries(draft));
}

/** Entries of the new file: parts not changed keep their compressed bytes and their order, new parts come last. */
export function draftEntries(draft: BookDraft): readonly ZipEntry[] {
  const changes = new Map(draft.changes);
  const entries = draft.pack.entries.flatMap((entry) => {
    // Of two parts with the same name only the part that is read is changed.
    const content = findPart(draft.pack, entry.name) === entry ? changes.get(entry.name) : undefined;
    if (content === undefined) return [entry];
    changes.delete(entry.name);
    return content === null ? [] : [entryOf(entry.name, content, entry)];
  });
  for (const [name, content] of changes) if (content !== null) entries.push(entryOf(name, content));
  return entries;
}

function entryOf(name: string, content: string | Uint8Array | ZipEntry, old?: ZipEntry): ZipEntry {
  if (isEntry(content)) return content;
  return packEntry(name, typeof content === 'string' ? encodeXml(content) : content, old);
}

function nameOf(draft: BookDraft, part: string): string {
  return findPart(draft.pack, part)?.name ?? part;
}

/** Adds `text` as a child of the root at its place in the schema's order, or into the child that is already there. */
export function addToList(xml: string, list: string, order: readonly string[], text: string): string {
  const outline = outlineOf(xml);
  const existing = childOf(outline, list);
  if (existing) return splice(outline.xml, [appendInside(outline.xml, existing, text)]);
  const at = placeFor(outline, list, order);
  const { prefix } = outline;
  return splice(outline.xml, [{ from: at, to: at, text: `<${prefix}${list}>${text}</${prefix}${list}>` }]);
}
