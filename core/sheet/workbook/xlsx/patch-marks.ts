/**
 * Our marks in a sheet's part: conditional formats of ours are exchanged, those of others keep their place and
 * priority.
 */
import { rangeFromA1, toA1 } from '../../grid/address.ts';
import { MARK_FILL, MARK_SEVERITIES, type MarkSeverity, markFormula, markSeverity } from '../marks.ts';
import { ROW } from './cell-address.ts';
import { escapeXml } from './excel-text.ts';
import { childrenAt, type Element, type Outline, placeFor, type Splice } from './outline.ts';
import { contains, type SheetEdits } from './sheet-edits.ts';
import { differentialFill, type StyleBook } from './style-book.ts';
import { XmlScanner } from './xml-scan.ts';

const LIST = 'conditionalFormatting';

/** Takes marks off and puts marks on as the edits ask; `order` is the schema's sequence of the sheet's children. */
export function patchMarks(
  outline: Outline,
  edits: SheetEdits,
  order: readonly string[],
  styles: () => StyleBook,
): readonly Splice[] {
  if (edits.marks.size === 0 && edits.unmarked.length === 0) return [];
  const formats = outline.children.filter(({ name }) => name === LIST);
  const marks = new Map<number, MarkSeverity>();
  const splices: Splice[] = [];
  let priority = 0;
  for (const format of formats) {
    const rules = childrenAt(outline.xml, format.start).filter(({ name }) => name === 'cfRule');
    const own = rules.filter((rule) => severityOf(outline.xml, rule) !== undefined);
    for (const rule of own) {
      const severity = severityOf(outline.xml, rule);
      if (severity) for (const place of placesOf(outline.xml, format)) marks.set(place, severity);
    }
    for (const { start, end } of own.length === rules.length && own.length > 0 ? [format] : own)
      splices.push({ from: start, to: end, text: '' });
    for (const rule of rules.filter((rule) => !own.includes(rule)))
      priority = Math.max(priority, Number(attributeAt(outline.xml, rule, 'priority')) || 0);
  }
  for (const place of marks.keys()) {
    if (edits.unmarked.some((range) => contains(range, Math.floor(place / ROW), place % ROW))) marks.delete(place);
  }
  for (const [place, severity] of edits.marks) marks.set(place, severity);
  const text = MARK_SEVERITIES.map((severity) => {
    const places = [...marks].flatMap(([place, markSeverity]) => (markSeverity === severity ? [place] : []));
    if (places.length === 0) return '';
    priority += 1;
    return formatXml(outline.prefix, places, severity, priority, differentialFill(styles(), MARK_FILL[severity]));
  }).join('');
  const at = placeFor(outline, LIST, order);
  return text === '' ? splices : [...splices, { from: at, to: at, text }];
}

function formatXml(
  prefix: string,
  places: readonly number[],
  severity: MarkSeverity,
  priority: number,
  format: number,
): string {
  const cells = [...places].sort((a, b) => a - b).map((place) => toA1(Math.floor(place / ROW), place % ROW));
  const formula = `<${prefix}formula>${escapeXml(markFormula(severity))}</${prefix}formula>`;
  const rule = `<${prefix}cfRule type="expression" dxfId="${format}" priority="${priority}">${formula}</${prefix}cfRule>`;
  return `<${prefix}${LIST} sqref="${cells.join(' ')}">${rule}</${prefix}${LIST}>`;
}

function severityOf(xml: string, rule: Element): MarkSeverity | undefined {
  const formula = childrenAt(xml, rule.start).find(({ name }) => name === 'formula');
  if (!formula) return undefined;
  const scanner = new XmlScanner(xml, formula.start);
  scanner.next();
  return markSeverity(scanner.content());
}

/** Cells of ours; a range too large to be of ours gives none. */
function placesOf(xml: string, format: Element): readonly number[] {
  return (attributeAt(xml, format, 'sqref') ?? '').split(' ').flatMap((text) => {
    const range = rangeFromA1(text);
    if (!range) return [];
    const width = range.right - range.left + 1;
    const count = (range.bottom - range.top + 1) * width;
    if (count > MAX_MARKED) return [];
    return Array.from({ length: count }, (_, index) => {
      return (range.top + Math.floor(index / width)) * ROW + range.left + (index % width);
    });
  });
}

const MAX_MARKED = 200_000;

function attributeAt(xml: string, element: Element, name: string): string | undefined {
  const scanner = new XmlScanner(xml, element.start);
  scanner.next();
  return scanner.attribute(name);
}
