/**
 * Hashes of captured content. The time of capture is stored beside the content, never in it, so the same content has
 * the same hash.
 */

/** `sha256:` and 64 hex digits, the form of captures files. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
