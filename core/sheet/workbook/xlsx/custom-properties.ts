/** Custom properties of a workbook: named texts beside the sheets, which Excel and LibreOffice keep when they save. */
import { addPart, addRelation, type BookDraft, draftPart, XML_HEAD } from './draft.ts';
import { appendInside, outlineOf, splice } from './outline.ts';
import { findPart, type OfficePackage, readPart } from './package.ts';
import { XmlScanner } from './xml-scan.ts';

export const CUSTOM_PART = 'docProps/custom.xml';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VALUES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

const EMPTY = `${XML_HEAD}<Properties xmlns="${PROPERTIES}" xmlns:vt="${VALUES}"/>`;

/** The package's properties as the draft has them, put in where it has none. */
export function customPart(draft: BookDraft): { readonly name: string; readonly xml: string } {
  const existing = findPart(draft.pack, CUSTOM_PART)?.name;
  if (existing !== undefined) return { name: existing, xml: draftPart(draft, existing) ?? EMPTY };
  addPart(draft, CUSTOM_PART, CONTENT_TYPE, EMPTY);
  addRelation(draft, '', 'custom-properties', CUSTOM_PART);
  return { name: CUSTOM_PART, xml: EMPTY };
}

/** The properties with this one set. `text` = without signs that XML reads. */
export function withProperty(xml: string, name: string, text: string): string {
  const outline = outlineOf(xml);
  const own = outline.children.filter((child) => nameAt(outline.xml, child.start) === name);
  const ids = outline.children.map((child) => Number(attributeAt(outline.xml, child.start, 'pid')) || 1);
  const id = ids.reduce((highest, number) => Math.max(highest, number), 1) + 1;
  const tag = `${outline.prefix}property`;
  const property = `<${tag} fmtid="${FORMAT}" pid="${id}" name="${name}"><vt:lpwstr xmlns:vt="${VALUES}">${text}</vt:lpwstr></${tag}>`;
  const [first, ...others] = own;
  const removed = others.map(({ start, end }) => ({ from: start, to: end, text: '' }));
  const added = first
    ? { from: first.start, to: first.end, text: property }
    : appendInside(outline.xml, outline.root, property);
  return splice(outline.xml, [...removed, added]);
}

function attributeAt(xml: string, start: number, name: string): string | undefined {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  return scanner.attribute(name);
}

function nameAt(xml: string, start: number): string | undefined {
  return attributeAt(xml, start, 'name');
}

/** Text of the property; undefined where the package has none of this name. */
export function propertyOf(pack: OfficePackage, name: string): string | undefined {
  const xml = readPart(pack, CUSTOM_PART);
  if (!xml) return undefined;
  const { xml: text, children } = outlineOf(xml);
  const own = children.find((child) => nameAt(text, child.start) === name);
  if (!own) return undefined;
  const scanner = new XmlScanner(text, own.start);
  scanner.next();
  scanner.next();
  return scanner.name === 'lpwstr' ? scanner.content() : undefined;
}
