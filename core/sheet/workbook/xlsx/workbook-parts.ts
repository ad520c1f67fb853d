/**
 * Finds the parts of a workbook in its package: workbook, worksheets, strings, styles. Shared by reader and patcher.
 */
import type { Sheet } from '../../grid/sheet.ts';
import { FileFault } from './fault.ts';
import { findPart, type OfficePackage, type Relation, readPart, readRelations } from './package.ts';
import { isTrue } from './read-cells.ts';
import { OPEN, XmlScanner } from './xml-scan.ts';

const MAX_SHEETS = 5_000;

export interface SheetPart {
  readonly name: string;
  readonly state: Sheet['state'];
  /** Name of its part; undefined for chart, dialog and macro sheets and for relations that lead nowhere. */
  readonly part: string | undefined;
}

export interface WorkbookParts {
  readonly part: string;
  readonly xml: string;
  readonly relations: readonly Relation[];
  /** All sheets of the workbook in tab order. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
}

/** Parts of the workbook. Throws FileFault: `not-xlsx`, `binary-workbook`, `not-workbook`, `damaged`. */
export function findWorkbook(pack: OfficePackage): WorkbookParts {
  const part = workbookName(pack);
  const xml = part.endsWith('.bin') ? undefined : readPart(pack, part);
  if (xml === undefined) throw new FileFault(part.endsWith('.bin') ? 'binary-workbook' : 'not-workbook');
  const relations = readRelations(pack, part);
  const targets = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetPart[] = [];
  let date1904 = false;
  const scanner = new XmlScanner(xml);
  for (let token = scanner.next(); token; token = scanner.next()) {
    if (token !== OPEN) continue;
    if (scanner.depth === 1 && scanner.name !== 'workbook') throw new FileFault('not-workbook');
    if (scanner.name === 'workbookPr') date1904 = isTrue(scanner.attribute('date1904'));
    if (scanner.name !== 'sheet') continue;
    if (sheets.length >= MAX_SHEETS) throw new FileFault('too-large');
    const relation = targets.get(scanner.linked('id') ?? '');
    const usable = relation?.type === 'worksheet' && findPart(pack, relation.target) !== undefined;
    sheets.push({
      name: scanner.attribute('name') ?? '',
      state: stateOf(scanner.attribute('state')),
      part: usable ? relation.target : undefined,
    });
  }
  return { part, xml, relations, sheets, date1904 };
}

/** Name of the first related part of this type that exists, e.g. `styles`. */
export function relatedPart(pack: OfficePackage, relations: readonly Relation[], type: string): string | undefined {
  return relations.find((relation) => relation.type === type && !relation.external && findPart(pack, relation.target))
    ?.target;
}

function workbookName(pack: OfficePackage): string {
  const related = relatedPart(pack, readRelations(pack, ''), 'officeDocument');
  if (related) return related;
  const usual = pack.entries.find((entry) => /(?:^|\/)workbook\.(?:xml|bin)$/i.test(entry.name));
  if (!usual) throw new FileFault('not-workbook');
  return usual.name;
}

function stateOf(text: string | undefined): Sheet['state'] {
  if (text === 'hidden') return 'hidden';
  return text === 'veryHidden' ? 'very-hidden' : 'visible';
}
