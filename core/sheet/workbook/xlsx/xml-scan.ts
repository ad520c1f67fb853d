/**
 * Pull scanner for the XML of office parts: one string, character codes, no DTD, no entities but the five of XML, a
 * depth cap, close tags that must match. It stops behind the root element. Names are local (prefixes are dropped):
 * writers differ in prefixes, and no part we read uses one local name in two meanings at one place.
 */
import { ownText } from '../../../base/text/remembered.ts';
import { FileFault } from './fault.ts';

export const END = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
type Token = typeof END | typeof OPEN | typeof CLOSE | typeof TEXT;

const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 1_000;
/** Pieces (runs, CDATA, comments between) one text may be made of. */
export const MAX_PIECES = 50_000;
/** Longest text with references in it: a cell holds 32,767 characters. Longer plain text is let pass. */
const MAX_REFERENCES = 1_000_000;

/** Characters of a text in pieces that are there in front of the cursor: more than any name or number has. */
const REACH = 1 << 16;

/** A class because it is a cursor: the hot loops read its fields between steps. */
export class XmlScanner {
  /** Of a text that comes in pieces the part around the cursor; `next` may shift it. */
  source: string;
  /** Where the current token starts and ends (behind `>`). */
  start = 0;
  end = 0;
  /** Local name of the element opened or closed last. */
  name = '';
  /** Open elements, the one just opened included, the one just closed not. */
  depth = 0;
  /** The element just opened has no content (`<a/>`); its CLOSE token follows all the same. */
  empty = false;
  /** Four numbers an attribute: local name from, to; value from, to. Negative first number: the name has a prefix. */
  private readonly attributes: number[] = [];
  private attributeCount = 0;
  private readonly open: string[] = [];
  private cdata = false;
  private more: (() => string) | null;
  /** Pieces read so far: a short part is a single piece. */
  private pieces = 0;

  /**
   * `from`: where an element starts that is to be scanned alone, as if it were the root. `more` gives the text behind
   * `source` piece by piece, '' at its end.
   */
  constructor(source: string, from = 0, more: (() => string) | null = null) {
    this.source = source;
    this.end = from;
    this.more = more;
  }

  /** Steps to the next token. END comes once, behind the root's CLOSE. */
  next(): Token {
    if (this.empty) {
      this.empty = false;
      return this.closed(this.end, this.end);
    }
    if (this.more && this.source.length < this.end + REACH) this.shift();
    for (let at = this.end; ; at = this.end) {
      if (this.depth === 0 && this.name !== '') return END;
      this.fill(at);
      const { source } = this;
      if (source.charCodeAt(at) !== 60) {
        const next = this.seek('<', at);
        if (next < 0) throw new FileFault('damaged');
        this.start = at;
        this.end = next;
        if (this.depth === 0) continue;
        this.cdata = false;
        return TEXT;
      }
      const second = source.charCodeAt(at + 1);
      if (second === 47) return this.close(at);
      if (second === 33) {
        if (this.declaration(at)) return TEXT;
      } else if (second === 63) this.end = this.behind('?>', at + 2);
      else return this.openTag(at);
    }
  }

  /** Prefix of the element just opened with its colon, or ''. */
  get prefix(): string {
    return this.fullName.slice(0, -this.name.length);
  }

  /** Value of the attribute without prefix of the element just opened. */
  attribute(name: string): string | undefined {
    const at = this.find(name, false);
    return at < 0 ? undefined : this.attributeValue(at);
  }

  /** Like `attribute`, but a prefixed name (`r:id`) is taken first. */
  linked(name: string): string | undefined {
    const at = this.find(name, true);
    return at < 0 ? this.attribute(name) : this.attributeValue(at);
  }

  /** Index of an attribute for `from`, `to`; -1 when absent. */
  find(name: string, prefixed = false): number {
    const { attributes, source } = this;
    for (let at = 0; at < this.attributeCount; at += 4) {
      const raw = attributes[at] ?? 0;
      if (raw < 0 !== prefixed) continue;
      const from = prefixed ? -raw : raw;
      if ((attributes[at + 1] ?? 0) - from === name.length && source.startsWith(name, from)) return at;
    }
    return -1;
  }

  /**
   * Names (with prefix) and raw values of all attributes of the element just opened, namespace declarations left out.
   */
  rawAttributes(): Map<string, string> {
    const all = new Map<string, string>();
    for (let at = 0; at < this.attributeCount; at += 4) {
      const local = this.attributes[at] ?? 0;
      const to = this.attributes[at + 1] ?? 0;
      let from = Math.abs(local);
      if (local < 0) while (isNameCode(this.source.charCodeAt(from - 1))) from--;
      all.set(this.source.slice(from, to), this.source.slice(this.from(at), this.to(at)));
    }
    return all;
  }

  /** Where the raw value of the attribute found at `index` starts. */
  from(index: number): number {
    return this.attributes[index + 2] ?? 0;
  }

  /** Where the raw value of the attribute found at `index` ends. */
  to(index: number): number {
    return this.attributes[index + 3] ?? 0;
  }

  /** Full name, as written, of the element just opened. */
  get fullName(): string {
    return this.open.at(-1) ?? '';
  }

  /** Text of the current TEXT token. */
  text(): string {
    const cut = this.cdata ? this.source.slice(this.start + 9, this.end - 3) : this.source.slice(this.start, this.end);
    // Cells that keep what is cut from a piece would keep all pieces: the whole of a part that is never to be in memory.
    const raw = this.pieces > 1 ? ownText(cut) : cut;
    const lines = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    return this.cdata ? lines : decodeEntities(lines);
  }

  /** Reads the element just opened to its end and gives its own text. */
  content(): string {
    const depth = this.depth;
    let text = '';
    let pieces = 0;
    for (let token = this.next(); token !== CLOSE || this.depth >= depth; token = this.next()) {
      if (token !== TEXT || this.depth !== depth) continue;
      if (++pieces > MAX_PIECES) throw new FileFault('too-large');
      text += this.text();
    }
    return text;
  }

  /** Steps behind the end of the element just opened. */
  skip(): void {
    const depth = this.depth;
    while (this.depth >= depth) this.next();
  }

  private openTag(at: number): Token {
    let { source } = this;
    let scan = at + 1;
    let colon = at;
    let code = source.charCodeAt(scan);
    while (isNameCode(code)) {
      if (code === 58) colon = scan;
      code = source.charCodeAt(++scan);
    }
    const local = source.slice(colon + 1, scan);
    if (local === '') throw new FileFault('damaged');
    this.open.push(colon === at ? local : source.slice(at + 1, scan));
    this.depth++;
    if (this.depth > MAX_DEPTH) throw new FileFault('damaged');
    this.name = local;
    this.start = at;
    this.attributeCount = 0;
    for (;;) {
      while (code === 32 || (code >= 9 && code <= 13)) code = source.charCodeAt(++scan);
      if (code === 62) break;
      if (code === 47) {
        if (source.charCodeAt(scan + 1) !== 62) throw new FileFault('damaged');
        scan++;
        this.empty = true;
        break;
      }
      scan = this.readAttribute(scan);
      this.fill(scan);
      source = this.source;
      code = source.charCodeAt(scan);
    }
    this.end = scan + 1;
    return OPEN;
  }

  private readAttribute(at: number): number {
    const { source, attributes } = this;
    let scan = at;
    let from = at;
    let code = source.charCodeAt(scan);
    while (isNameCode(code)) {
      if (code === 58) from = scan + 1;
      code = source.charCodeAt(++scan);
    }
    const to = scan;
    while (code === 32 || (code >= 9 && code <= 13)) code = source.charCodeAt(++scan);
    if (to === from || code !== 61) throw new FileFault('damaged');
    code = source.charCodeAt(++scan);
    while (code === 32 || (code >= 9 && code <= 13)) code = source.charCodeAt(++scan);
    if (code !== 34 && code !== 39) throw new FileFault('damaged');
    const value = scan + 1;
    const end = this.seek(code === 34 ? '"' : "'", value);
    if (end < 0) throw new FileFault('damaged');
    // A declaration of a namespace is no attribute of the model: `xmlns:r` must not pass for `r`.
    if (!source.startsWith('xmlns', at)) {
      const count = this.attributeCount;
      if (count >= 4 * MAX_ATTRIBUTES) throw new FileFault('damaged');
      attributes[count] = from === at ? from : -from;
      attributes[count + 1] = to;
      attributes[count + 2] = value;
      attributes[count + 3] = end;
      this.attributeCount = count + 4;
    }
    return end + 1;
  }

  private attributeValue(index: number): string {
    const raw = this.source.slice(this.from(index), this.to(index));
    return decodeEntities(/[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw);
  }

  private close(at: number): Token {
    const { source } = this;
    const full = this.open[this.open.length - 1];
    if (full === undefined || !source.startsWith(full, at + 2)) throw new FileFault('damaged');
    let scan = at + 2 + full.length;
    let code = source.charCodeAt(scan);
    while (code === 32 || (code >= 9 && code <= 13)) code = source.charCodeAt(++scan);
    if (code !== 62) throw new FileFault('damaged');
    return this.closed(at, scan + 1);
  }

  private closed(start: number, end: number): Token {
    const full = this.open.pop() ?? '';
    this.depth--;
    this.start = start;
    this.end = end;
    this.name = full.slice(full.indexOf(':') + 1);
    return CLOSE;
  }

  /** Comment (skipped), CDATA (true: a text token) or DTD (refused). */
  private declaration(at: number): boolean {
    const { source } = this;
    if (source.startsWith('<!--', at)) {
      this.end = this.behind('-->', at + 4);
      return false;
    }
    if (source.startsWith('<![CDATA[', at) && this.depth > 0) {
      this.start = at;
      this.end = this.behind(']]>', at + 9);
      this.cdata = true;
      return true;
    }
    throw new FileFault(source.startsWith('<!DOCTYPE', at) ? 'unsafe-markup' : 'damaged');
  }

  private behind(mark: string, from: number): number {
    const at = this.seek(mark, from);
    if (at < 0) throw new FileFault('damaged');
    return at + mark.length;
  }

  /** Where the mark stands next, in what is here or still comes; -1 where it does not. */
  private seek(mark: string, from: number): number {
    let at = this.source.indexOf(mark, from);
    while (at < 0 && this.more) {
      const seen = Math.max(from, this.source.length - mark.length + 1);
      this.fill(this.source.length);
      at = this.source.indexOf(mark, seen);
    }
    return at;
  }

  /** Lets go of what lies behind the cursor. */
  private shift(): void {
    this.source = this.source.slice(this.end);
    this.end = 0;
  }

  /** Brings what any name or number at this place may reach to. */
  private fill(at: number): void {
    while (this.more && this.source.length < at + REACH) {
      const piece = this.more();
      if (piece === '') this.more = null;
      else this.pieces += 1;
      this.source += piece;
    }
  }
}

/** Ends a name: white space, `"`, `'`, `/`, `<`, `=`, `>` and the end of the text (NaN). */
function isNameCode(code: number): boolean {
  return code > 62 || (code > 32 && code !== 34 && code !== 39 && code !== 47 && code < 60);
}

const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Replaces the five entities and character references; anything else behind `&` is a fault. */
export function decodeEntities(raw: string): string {
  let at = raw.indexOf('&');
  if (at < 0) return raw;
  if (raw.length > MAX_REFERENCES) throw new FileFault('too-large');
  let text = '';
  let done = 0;
  for (; at >= 0; at = raw.indexOf('&', done)) {
    const end = raw.indexOf(';', at);
    if (end < 0 || end - at > 12) throw new FileFault('damaged');
    text += raw.slice(done, at) + entity(raw.slice(at + 1, end));
    done = end + 1;
  }
  return text + raw.slice(done);
}

function entity(name: string): string {
  const known = ENTITIES.get(name);
  if (known !== undefined) return known;
  const reference = /^#(?:x([0-9a-f]{1,8})|(\d{1,8}))$/i.exec(name);
  const code = reference ? Number.parseInt(reference[1] ?? reference[2] ?? '', reference[1] ? 16 : 10) : -1;
  if (code < 1 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new FileFault('damaged');
  return String.fromCodePoint(code);
}
