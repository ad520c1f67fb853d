/**
 * An office package over its zip: parts by name, relations of a part, content of a part as text. Knows no spreadsheet.
 */
import { FileFault } from './fault.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';
import { decodeXml, xmlPieces } from './xml-text.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';
import { inflateEntry } from './zip-inflate.ts';

export interface OfficePackage {
  readonly entries: readonly ZipEntry[];
  readonly byName: ReadonlyMap<string, ZipEntry>;
  /** Lower-case name → entry: some writers do not agree with themselves on case. */
  readonly byFoldedName: ReadonlyMap<string, ZipEntry>;
  /** Bytes that may still be inflated; a package of many large parts runs dry. */
  budget: number;
}

export interface Relation {
  readonly id: string;
  /** Last step of the relation's type, e.g. `worksheet`: the namespace differs between strict and transitional. */
  readonly type: string;
  /** Name of the target part, or the target as it stands when external. */
  readonly target: string;
  readonly external: boolean;
}

const MAX_RELATIONS = 100_000;
const MAX_INFLATED = 320 * 1024 * 1024;

/** Opens the zip. Throws FileFault. */
export function openPackage(bytes: Uint8Array): OfficePackage {
  return packageOf(readZipDirectory(bytes));
}

/** A package of these entries, in this order. */
export function packageOf(entries: readonly ZipEntry[]): OfficePackage {
  return {
    entries,
    byName: new Map(entries.map((entry) => [entry.name, entry])),
    byFoldedName: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])),
    budget: MAX_INFLATED,
  };
}

/** The entry of a part, by exact name first, then case-blind. */
export function findPart(pack: OfficePackage, name: string): ZipEntry | undefined {
  return pack.byName.get(name) ?? pack.byFoldedName.get(name.toLowerCase());
}

/** Text of an XML part, or undefined when there is no such part. Throws FileFault. */
export function readPart(pack: OfficePackage, name: string): string | undefined {
  const bytes = partBytes(pack, name);
  return bytes && decodeXml(bytes);
}

/** A cursor over an XML part, whose text never stands in memory whole where it is long. Otherwise like `readPart`. */
export function scanPart(pack: OfficePackage, name: string): XmlScanner | undefined {
  const bytes = partBytes(pack, name);
  return bytes && new XmlScanner('', 0, xmlPieces(bytes));
}

function partBytes(pack: OfficePackage, name: string): Uint8Array | undefined {
  const entry = findPart(pack, name);
  if (!entry) return undefined;
  pack.budget -= entry.size;
  if (pack.budget < 0) throw new FileFault('too-large');
  return inflateEntry(entry);
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' (the package) → `_rels/.rels`. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Relations of a part ('' for the package), in file order; none when it has none. */
export function readRelations(pack: OfficePackage, part: string): readonly Relation[] {
  const xml = readPart(pack, relationsName(part));
  return xml ? parseRelations(xml, part) : [];
}

/** Relations in the text of a `.rels` part that belongs to `part`. */
export function parseRelations(xml: string, part: string): readonly Relation[] {
  const scanner = new XmlScanner(xml);
  const relations: Relation[] = [];
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN || scanner.name !== 'Relationship') continue;
    if (relations.length >= MAX_RELATIONS) throw new FileFault('too-large');
    const target = scanner.attribute('Target') ?? '';
    const external = scanner.attribute('TargetMode')?.toLowerCase() === 'external';
    relations.push({
      id: scanner.attribute('Id') ?? '',
      type: (scanner.attribute('Type') ?? '').replace(/^.*\//s, ''),
      target: external ? target : resolveTarget(part, target),
      external,
    });
  }
  return relations;
}

/** Name of the part a relation of `part` points to: relative or absolute, `..` never leaves the package. */
function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decodePercent(steps.join('/'));
}

function decodePercent(name: string): string {
  try {
    return name.includes('%') ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}
