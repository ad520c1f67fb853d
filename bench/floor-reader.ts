/**
 * The floor for reading: fflate's unzip and saxes' parser with the least glue that yields every cell value. No checks,
 * no looks.
 */
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Cell values by sheet part; shared strings resolved. */
export function floorRead(bytes: Uint8Array): Map<string, Map<string, string | number>> {
  const parts = unzipSync(bytes);
  const shared: string[] = [];
  const strings = parts['xl/sharedStrings.xml'];
  if (strings) {
    let text = '';
    let inText = false;
    parse(strings, {
      open: (name) => {
        if (name === 'si') text = '';
        inText = name === 't';
      },
      text: (value) => {
        if (inText) text += value;
      },
      close: (name) => {
        if (name === 'si') shared.push(text);
        inText = false;
      },
    });
  }
  const sheets = new Map<string, Map<string, string | number>>();
  for (const [path, part] of Object.entries(parts)) {
    if (!path.startsWith('xl/worksheets/') || !path.endsWith('.xml')) continue;
    const cells = new Map<string, string | number>();
    let address = '';
    let kind = '';
    let value = '';
    let inValue = false;
    parse(part, {
      open: (name, attributes) => {
        if (name === 'c') {
          address = attributes.r ?? '';
          kind = attributes.t ?? 'n';
          value = '';
        }
        inValue = name === 'v' || name === 't';
      },
      text: (text) => {
        if (inValue) value += text;
      },
      close: (name) => {
        if (name === 'c' && value !== '') {
          cells.set(address, kind === 's' ? (shared[Number(value)] ?? '') : kind === 'n' ? Number(value) : value);
        }
        inValue = false;
      },
    });
    sheets.set(path, cells);
  }
  return sheets;
}

interface Handlers {
  readonly open: (name: string, attributes: Record<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

function parse(part: Uint8Array, handlers: Handlers): void {
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => handlers.open(tag.name, tag.attributes as Record<string, string>));
  parser.on('text', handlers.text);
  parser.on('closetag', (tag) => handlers.close(tag.name));
  parser.write(strFromU8(part)).close();
}
