/**
 * The outline of an XML part: its root and the root's children with their places, and splicing text into it at such
 * places.
 */
import { FileFault } from './fault.ts';
import { CLOSE, OPEN, XmlScanner } from './xml-scan.ts';

/** More children than any list we open has; a part of nothing but tiny elements is a bomb. */
const MAX_CHILDREN = 400_000;

export interface Element {
  readonly name: string;
  /** From `<` of the open tag to behind `>` of the close tag. */
  readonly start: number;
  readonly end: number;
  /** Behind `>` of the open tag. */
  readonly openEnd: number;
  /** `<` of the close tag; equal to `openEnd` when `empty`. */
  readonly closeStart: number;
  /** Written as `<a/>`. */
  readonly empty: boolean;
}

export interface Outline {
  readonly xml: string;
  readonly root: Element;
  /** Prefix of the root with its colon, or ''. New elements take it too. */
  readonly prefix: string;
  readonly children: readonly Element[];
}

export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Outline of a part; a root written as `<a/>` is opened first, so that children can be put into it. Throws FileFault.
 */
export function outlineOf(text: string): Outline {
  const xml = openRoot(text);
  const scanner = new XmlScanner(xml);
  scanner.next();
  const { prefix } = scanner;
  const children: Element[] = [];
  const root = elementAt(scanner, () => {
    add(children, elementAt(scanner));
  });
  return { xml, root, prefix, children };
}

/**
 * Children of the element at `start`, e.g. the fonts in `<fonts>`; markup-compatibility wrappers give what their
 * fallback holds.
 */
export function childrenAt(xml: string, start: number): readonly Element[] {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  const children: Element[] = [];
  const collect = (): void => {
    if (scanner.name === 'Choice') scanner.skip();
    else if (scanner.name === 'AlternateContent' || scanner.name === 'Fallback') elementAt(scanner, collect);
    else add(children, elementAt(scanner));
  };
  elementAt(scanner, collect);
  return children;
}

function add(children: Element[], child: Element): void {
  if (children.push(child) > MAX_CHILDREN) throw new FileFault('too-large');
}

/**
 * The element the scanner has just opened, read to its end; `onChild` is called at each child's OPEN and must read it
 * to its end.
 */
function elementAt(scanner: XmlScanner, onChild?: () => void): Element {
  const { depth, name, start, end: openEnd, empty } = scanner;
  for (let token = scanner.next(); token !== CLOSE || scanner.depth >= depth; token = scanner.next()) {
    if (token === OPEN && onChild) onChild();
  }
  return { name, start, openEnd, closeStart: empty ? openEnd : scanner.start, end: scanner.end, empty };
}

function openRoot(xml: string): string {
  const scanner = new XmlScanner(xml);
  scanner.next();
  if (!scanner.empty) return xml;
  return `${xml.slice(0, scanner.end - 2)}></${scanner.fullName}>${xml.slice(scanner.end)}`;
}

/** The first child of this name. */
export function childOf(outline: Outline, name: string): Element | undefined {
  return outline.children.find((child) => child.name === name);
}

/**
 * Where a new child `name` goes: behind all children the schema puts before it. `order` lists the schema's sequence up
 * to the last element that matters; children it does not list (extensions, compatibility wrappers) stay behind.
 */
export function placeFor(outline: Outline, name: string, order: readonly string[]): number {
  const rank = order.indexOf(name);
  const before = outline.children.findLast((child) => {
    const other = order.indexOf(child.name);
    return other >= 0 && other <= rank;
  });
  return before?.end ?? outline.root.openEnd;
}

/** Text put just inside the end of an element, whether or not it was written as `<a/>`. */
export function appendInside(xml: string, element: Element, text: string): Splice {
  if (!element.empty) return { from: element.closeStart, to: element.closeStart, text };
  const scanner = new XmlScanner(xml, element.start);
  scanner.next();
  return { from: element.openEnd - 2, to: element.openEnd, text: `>${text}</${scanner.fullName}>` };
}

/** Replaces or adds an attribute of the element at `start`. `value` is raw. */
export function setAttribute(xml: string, start: number, name: string, value: string): Splice {
  const scanner = new XmlScanner(xml, start);
  scanner.next();
  const found = scanner.find(name);
  if (found >= 0) return { from: scanner.from(found), to: scanner.to(found), text: value };
  const at = start + 1 + scanner.fullName.length;
  return { from: at, to: at, text: ` ${name}="${value}"` };
}

/**
 * Applies splices, none of which may overlap. At one place insertions come before a replacement and keep their order.
 */
export function splice(xml: string, splices: readonly Splice[]): string {
  let text = '';
  let done = 0;
  for (const splice of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (splice.from < done) throw new FileFault('damaged');
    text += xml.slice(done, splice.from) + splice.text;
    done = splice.to;
  }
  return text + xml.slice(done);
}
