/** Writes what is shared as the files the other commands take: reports, register, movement, log, portal figures. */
import { rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Carrier } from '../../core/share/carrier.ts';
import type { FileFact } from '../../core/share/fact.ts';
import { digestOf } from '../../core/share/segment.ts';
import { keyOf, type Shared, type SharedFile } from '../../core/share/shared.ts';
import { readCapturesFile } from '../../core/sheets/captures-file.ts';
import { logSheets } from '../../core/sheets/log-sheets.ts';
import { markedBook } from '../../core/sheets/own-mark.ts';
import { loadFile } from '../load-file.ts';
import { safeWrite } from '../safe-write.ts';
import { refuse } from '../usage-error.ts';

const FOLDERS: Readonly<Record<FileFact['kind'], string>> = {
  report: 'bao-cao',
  register: 'don-vi',
  movement: 'phong-trao',
};
const LOG_FILE = 'so-hoi-dong.xlsx';
const CAPTURES_FILE = 'so-lieu-cong.json';

export interface SavedShared {
  /** Absolute paths. */
  readonly written: readonly string[];
  /** Earlier files somebody had changed, under the names they are kept by. */
  readonly kept: readonly string[];
}

/** Everything into the folder; a file that stands there with the same bytes is left alone. */
export async function saveShared(
  shared: Shared,
  title: string,
  store: Carrier,
  out: string,
  isInput: (path: string) => boolean,
): Promise<SavedShared> {
  const written: string[] = [];
  const kept: string[] = [];
  const save = (path: string, bytes: Uint8Array, isKnown: (standing: Uint8Array) => boolean) => {
    const standing = loadFile(path);
    if (standing.ok && digestOf(standing.value) === digestOf(bytes)) return;
    // What stands there is in the shared book too: nothing is lost with it.
    if (standing.ok && isKnown(standing.value) && !isInput(path)) rmSync(path);
    const done = safeWrite(path, bytes, isInput);
    written.push(path);
    if (done.kept !== null) kept.push(done.kept);
  };
  for (const { file, path } of placesOf(shared.files)) {
    const bytes = await store.take(file.sha256);
    if (!bytes.ok) refuse(bytes.refusal.message);
    else if (bytes.value) save(join(out, path), bytes.value, (standing) => shared.digests.has(digestOf(standing)));
  }
  if (shared.log.length + shared.votes.length + shared.sessions.length > 0) {
    const book = markedBook(logSheets(shared, title), 'council');
    save(join(out, LOG_FILE), book.ok ? book.value : refuse(book.refusal.message), () => false);
  }
  if (shared.observations.length > 0) {
    const text = JSON.stringify({ observations: shared.observations }, null, 2);
    save(join(out, CAPTURES_FILE), new TextEncoder().encode(`${text}\n`), (standing) => holdsAll(shared, standing));
  }
  return { written, kept };
}

/** Every figure of an earlier captures file is shared. */
function holdsAll({ observations }: Shared, bytes: Uint8Array): boolean {
  const held = new Set(observations.map(keyOf));
  const read = readCapturesFile(bytes, '');
  return read.ok && read.value.every((one) => held.has(keyOf(one)));
}

/** Paths below the results folder; of several files of one name the later ones get the beginning of their digest. */
function placesOf(files: readonly SharedFile[]): readonly { readonly file: SharedFile; readonly path: string }[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const name = safeName(file.name);
    const end = extname(name);
    const first = join(FOLDERS[file.kind], name);
    const path = taken.has(first.toLowerCase())
      ? join(FOLDERS[file.kind], `${name.slice(0, name.length - end.length)} (${file.hash.slice(0, 8)})${end}`)
      : first;
    taken.add(path.toLowerCase());
    return { file, path };
  });
}

/** A name somebody else typed is a name only: no path, no device, nothing hidden. */
function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[.~\s-]+|[.\s]+$/g, '')
    .slice(0, 120);
  return /^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\.|$)/i.test(plain) ? `tep-${plain}` : plain;
}
