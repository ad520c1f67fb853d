/** A file as the database has it: closed under a key of its own, which lies in a table apart. */
import { keyId } from '../core/share/file-cipher.ts';
import { webCipher } from '../session/share/web-cipher.ts';

export interface ClosedFile {
  readonly bytes: Uint8Array;
  readonly key: Uint8Array;
}

/** As the database's functions take it: the closed bytes, the key's name, the key. */
export async function closedFile(bytes: Uint8Array): Promise<readonly [closed: Buffer, id: string, key: Buffer]> {
  const { key, closed } = await webCipher.close(bytes);
  return [Buffer.from(closed), keyId(key), Buffer.from(key)];
}

/** Null where the key does not fit, or something was changed. */
export function openedFile({ bytes, key }: ClosedFile): Promise<Uint8Array | null> {
  return webCipher.open(key, bytes);
}
