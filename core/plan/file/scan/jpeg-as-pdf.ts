/**
 * A photo (.jpg) as a PDF of one page, unchanged inside: what reads the pictures of scanned pages then reads it too.
 * The page is turned the way the camera was held.
 */

interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  /** Degrees clockwise. */
  readonly turn: number;
}

const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 };
const COLOURS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** null = no JPEG that states its size. */
export function jpegAsPdf(bytes: Uint8Array): Uint8Array | null {
  const jpeg = headOf(bytes);
  if (!jpeg) return null;
  const { width, height, channels, turn } = jpeg;
  const draw = `${width} 0 0 ${height} 0 0 cm /A Do`;
  const before = [
    '%PDF-1.4\n',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    `3 0 obj<</Type/Page/Parent 2 0 R/Rotate ${turn}/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>endobj\n`,
    `4 0 obj<</Length ${draw.length}>>stream\n${draw}\nendstream endobj\n`,
    `5 0 obj<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/${COLOURS[channels] ?? 'DeviceRGB'}/Filter/DCTDecode/Length ${bytes.length}>>stream\n`,
  ];
  const placeOf = (part: number): number => before.slice(0, part).join('').length;
  const start = placeOf(before.length);
  const end = '\nendstream endobj\n';
  const offsets = [1, 2, 3, 4, 5].map((part) => `${String(placeOf(part)).padStart(10, '0')} 00000 n \n`);
  const after = `${end}xref\n0 6\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start + bytes.length + end.length}\n%%EOF\n`;
  const pdf = new Uint8Array(start + bytes.length + after.length);
  const text = new TextEncoder();
  pdf.set(text.encode(before.join('')));
  pdf.set(bytes, start);
  pdf.set(text.encode(after), start + bytes.length);
  return pdf;
}

function headOf(bytes: Uint8Array): Jpeg | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let turn = 0;
  for (let at = 2; at + 10 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    if (marker === 0xe1) turn = turnOf(bytes.subarray(at + 4, at + 2 + length));
    // C0 to CF state the size, but for tables (C4, C8, CC).
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width > 0 && height > 0 ? { width, height, channels: bytes[at + 9] ?? 0, turn } : null;
    }
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** How the camera was held (Exif, tag 0112). */
function turnOf(part: Uint8Array): number {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const tiff = 6;
  if (part.length < tiff + 14 || String.fromCharCode(...part.subarray(0, 4)) !== 'Exif') return 0;
  const little = part[tiff] === 0x49;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > part.length) return 0;
  const count = view.getUint16(directory, little);
  for (let at = directory + 2; at + 12 <= part.length && at < directory + 2 + count * 12; at += 12)
    if (view.getUint16(at, little) === 0x112) return TURNS[view.getUint16(at + 8, little)] ?? 0;
  return 0;
}
