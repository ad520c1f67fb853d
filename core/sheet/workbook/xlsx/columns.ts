/**
 * `<cols>`: the format new cells take from their column, and changed widths. Columns here count from 0, in the file
 * from 1.
 */
import { childOf, childrenAt, type Outline, placeFor, type Splice } from './outline.ts';
import { XmlScanner } from './xml-scan.ts';

interface Columns {
  readonly first: number;
  readonly last: number;
  readonly attributes: ReadonlyMap<string, string>;
}

function readColumns(outline: Outline): readonly Columns[] {
  const element = childOf(outline, 'cols');
  if (!element) return [];
  return childrenAt(outline.xml, element.start).map((child) => {
    const scanner = new XmlScanner(outline.xml, child.start);
    scanner.next();
    const attributes = scanner.rawAttributes();
    return { first: Number(attributes.get('min')) - 1, last: Number(attributes.get('max')) - 1, attributes };
  });
}

/** Format index a column gives to its new cells. */
export function columnFormats(outline: Outline): (column: number) => number {
  const all = readColumns(outline).filter(({ attributes }) => attributes.has('style'));
  const known = new Map<number, number>();
  return (column) => {
    const found = known.get(column);
    if (found !== undefined) return found;
    const own = all.find(({ first, last }) => column >= first && column <= last);
    const format = Number(own?.attributes.get('style') ?? 0) || 0;
    known.set(column, format);
    return format;
  };
}

/** Sets widths (characters); other properties of the columns stay, spans of columns are split where needed. */
export function patchColumns(
  outline: Outline,
  widths: ReadonlyMap<number, number>,
  order: readonly string[],
): readonly Splice[] {
  if (widths.size === 0) return [];
  let columns = readColumns(outline);
  for (const [column, width] of widths) columns = withWidth(columns, column, width);
  const sorted = [...columns].sort((a, b) => a.first - b.first);
  const name = `${outline.prefix}cols`;
  const text = `<${name}>${sorted.map((item) => columnXml(item, outline.prefix)).join('')}</${name}>`;
  const element = childOf(outline, 'cols');
  if (element) return [{ from: element.start, to: element.end, text }];
  const at = placeFor(outline, 'cols', order);
  return [{ from: at, to: at, text }];
}

function withWidth(columns: readonly Columns[], column: number, width: number): readonly Columns[] {
  const set = { width: String(width), customWidth: '1' };
  const own = columns.find(({ first, last }) => column >= first && column <= last);
  const changed = {
    first: column,
    last: column,
    attributes: new Map([...(own?.attributes ?? []), ...Object.entries(set)]),
  };
  if (!own) return [...columns, changed];
  return columns.flatMap((item) => {
    if (item !== own) return [item];
    const before = own.first < column ? [{ ...own, last: column - 1 }] : [];
    const after = own.last > column ? [{ ...own, first: column + 1 }] : [];
    return [...before, changed, ...after];
  });
}

function columnXml({ first, last, attributes }: Columns, prefix: string): string {
  const all = new Map([...attributes, ['min', String(first + 1)], ['max', String(last + 1)]] as const);
  const text = [...all].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
  return `<${prefix}col${text}/>`;
}
