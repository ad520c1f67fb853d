/** Bytes as Office.js takes files and pictures. */

/** `btoa` takes one character a byte; the pieces keep the argument list short. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}
