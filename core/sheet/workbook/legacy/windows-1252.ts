/**
 * Windows-1252 → text. Not by TextDecoder: that of some Node versions takes 0x80 to 0x9f for Latin-1's control
 * characters.
 */

/** What stands at 0x80 to 0x9f; the five unused places stay control characters, as the standard for the web has it. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Every byte is a character. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('').replace(/[\u0080-\u009f]/g, (text) => UPPER[text.charCodeAt(0) - 0x80] ?? text);
}
