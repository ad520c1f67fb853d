/**
 * Builds zips and small workbooks by hand for these tests, well-formed or broken on purpose: nothing here uses the code
 * under test.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the headers claim instead of the truth. */
  readonly claim?: { readonly size?: number; readonly crc?: number; readonly flags?: number; readonly method?: number };
  /** Point the directory at the local header of the entry with this index. */
  readonly sharesDataOf?: number;
  readonly stored?: boolean;
  /** Instead of the name in UTF-8. */
  readonly nameBytes?: Uint8Array;
  /** Extra fields of both headers. */
  readonly extra?: Uint8Array;
}

/** A zip of these entries. */
export function makeZip(entries: readonly RawEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const bytes = typeof entry.content === 'string' ? new TextEncoder().encode(entry.content) : entry.content;
    const data = entry.stored ? bytes : deflateRawSync(bytes);
    const name = entry.nameBytes ?? new TextEncoder().encode(entry.name);
    const extra = entry.extra ?? new Uint8Array();
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, entry.claim?.flags ?? 0x800, true);
    common.setUint16(4, entry.claim?.method ?? (entry.stored ? 0 : 8), true);
    common.setUint32(10, entry.claim?.crc ?? crc32(bytes), true);
    common.setUint32(14, data.length, true);
    common.setUint32(18, entry.claim?.size ?? bytes.length, true);
    common.setUint16(22, name.length, true);
    common.setUint16(24, extra.length, true);
    const fields = new Uint8Array(common.buffer);
    offsets.push(entry.sharesDataOf === undefined ? at : (offsets[entry.sharesDataOf] ?? 0));
    const tail = new DataView(new ArrayBuffer(14));
    tail.setUint32(10, offsets.at(-1) ?? 0, true);
    directory.push(join([Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), fields, new Uint8Array(tail.buffer), name, extra]));
    if (entry.sharesDataOf !== undefined) continue;
    const local = join([Uint8Array.of(0x50, 0x4b, 3, 4), fields, name, extra, data]);
    chunks.push(local);
    at += local.length;
  }
  const list = join(directory);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, list.length, true);
  end.setUint32(16, at, true);
  return join([...chunks, list, new Uint8Array(end.buffer)]);
}

/** Entries of a well-formed zip as its directory lists them: name and bytes as compressed. */
export function listZip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const found = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < view.getUint16(end + 10, true); index++) {
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    found.set(name, Buffer.from(bytes.subarray(start, start + view.getUint32(at + 20, true))).toString('base64'));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface TestBook {
  /** Inner XML of `<worksheet>`, by sheet name. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  /** More relations of the workbook: type and target. */
  readonly relations?: readonly (readonly [string, string])[];
  /** XML before and behind `<sheets>` in the workbook. */
  readonly before?: string;
  readonly behind?: string;
  /** Further parts, or replacements for the usual parts; null leaves a part out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

/** Parts of a small workbook, sheets in `xl/worksheets/sheet1.xml` and on. */
export function bookParts(book: TestBook): Map<string, string | Uint8Array> {
  const names = Object.keys(book.sheets);
  const parts = new Map<string, string | Uint8Array>();
  const overrides = names.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const relations: (readonly [string, string])[] = names.map(
    (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  if (book.strings !== undefined) relations.push(['sharedStrings', 'sharedStrings.xml']);
  if (book.styles !== undefined) relations.push(['styles', 'styles.xml']);
  relations.push(...(book.relations ?? []));
  parts.set(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  );
  parts.set('_rels/.rels', relationsXml([['officeDocument', 'xl/workbook.xml']]));
  const list = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  parts.set(
    'xl/workbook.xml',
    `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${LINKS}">${book.before ?? ''}<sheets>${list.join('')}</sheets>${book.behind ?? ''}</workbook>`,
  );
  parts.set('xl/_rels/workbook.xml.rels', relationsXml(relations));
  names.forEach((name, index) => {
    parts.set(
      `xl/worksheets/sheet${index + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">${book.sheets[name]}</worksheet>`,
    );
  });
  if (book.strings !== undefined) parts.set('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${book.strings}</sst>`);
  if (book.styles !== undefined) parts.set('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`);
  for (const [name, content] of Object.entries(book.parts ?? {})) {
    if (content === null) parts.delete(name);
    else parts.set(name, content);
  }
  return parts;
}

/** A small workbook as bytes. */
export function makeBook(book: TestBook): Uint8Array {
  return makeZip([...bookParts(book)].map(([name, content]) => ({ name, content })));
}

/** A `.rels` part; ids are rId1, rId2 … */
export function relationsXml(relations: readonly (readonly [string, string])[], external = false): string {
  const mode = external ? ' TargetMode="External"' : '';
  const list = relations.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${LINKS}/${type}" Target="${target}"${mode}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}
