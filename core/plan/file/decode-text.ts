/** Bytes of a text file to text: UTF-8, UTF-16 with or without its mark, else the old Vietnamese Windows code page. */

/** null when the bytes are no text (a zero byte where no UTF-16 is). */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = bytes.subarray(0, 4000);
  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros > 0) return zeros > head.length / 8 && looksUtf16(head) ? new TextDecoder('utf-16le').decode(bytes) : null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

/** Latin letters of UTF-16LE have their zero byte second. */
function looksUtf16(head: Uint8Array): boolean {
  return head.every((byte, at) => byte !== 0 || at % 2 === 1);
}
