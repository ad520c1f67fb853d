/** The shared books that stand in a folder. */
import type { Result } from '../../core/base/result.ts';
import { type ReadEntry, verified } from '../../core/share/entry.ts';
import { folderCarrier } from '../../core/share/folder-carrier.ts';
import { webCipher } from '../../session/share/web-cipher.ts';
import { newVerify } from '../../session/share/web-crypto.ts';
import { handleFolder } from './chosen-folder.ts';

export interface BookNamed {
  readonly space: string;
  readonly title: string;
}

/** By the founding entries in it, each of its own device's hand. */
export async function booksIn(handle: FileSystemDirectoryHandle): Promise<Result<readonly BookNamed[]>> {
  const seen = await folderCarrier(handleFolder(handle), '', webCipher).pull(0);
  if (!seen.ok) return seen;
  const founding = seen.value.entries.filter(
    ({ content }) => content.fact?.kind === 'founding' && content.space === '' && content.n === 1,
  );
  return { ok: true, value: (await verified(founding, newVerify())).map(bookOf) };
}

function bookOf({ hash, content }: ReadEntry): BookNamed {
  return { space: hash, title: content.fact?.kind === 'founding' ? content.fact.title : '' };
}
