/** Files closed by the platform's own cryptography: AES-256-GCM, in Node and in browsers. */
import type { FileCipher } from '../../core/share/file-cipher.ts';

const NONCE = 12;
const subtleKey = (key: Uint8Array, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, [use]);

export const webCipher: FileCipher = {
  close: async (bytes) => {
    const key = crypto.getRandomValues(new Uint8Array(32));
    return { key, closed: await closeWith(key, bytes) };
  },
  open: async (key, closed) => {
    try {
      const [iv, text] = [new Uint8Array(closed.subarray(0, NONCE)), new Uint8Array(closed.subarray(NONCE))];
      return new Uint8Array(
        await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await subtleKey(key, 'decrypt'), text),
      );
    } catch {
      return null;
    }
  },
};

/** Closes under a key that is there already: the nonce, then the text with its tag. */
export async function closeWith(key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const own = await subtleKey(key, 'encrypt');
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own, new Uint8Array(bytes));
  const closed = new Uint8Array(NONCE + text.byteLength);
  closed.set(iv);
  closed.set(new Uint8Array(text), NONCE);
  return closed;
}
