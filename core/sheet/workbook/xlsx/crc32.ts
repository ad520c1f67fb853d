/** CRC-32 as zip uses it, four bytes a step: every part we read is checked against the checksum its directory gives. */

const TABLES = makeTables();

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const uint32Array = new Uint32Array(256).map((_, index) => {
    let crc = index;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const step = (before: Uint32Array): Uint32Array => before.map((crc) => (uint32Array[crc & 255] ?? 0) ^ (crc >>> 8));
  const two = step(uint32Array);
  const three = step(two);
  return [uint32Array, two, three, step(three)];
}

/** CRC-32 of the bytes, as an unsigned number; `before` is the CRC-32 of the bytes before them. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [uint32Array, two, three, four] = TABLES;
  const data = bytes;
  const whole = data.length - (data.length % 4);
  let crc = ~before;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16) | ((data[at + 3] ?? 0) << 24);
    crc =
      (four[crc & 255] ?? 0) ^
      (three[(crc >>> 8) & 255] ?? 0) ^
      (two[(crc >>> 16) & 255] ?? 0) ^
      (uint32Array[crc >>> 24] ?? 0);
  }
  for (; at < data.length; at++) crc = (uint32Array[(crc ^ (data[at] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
