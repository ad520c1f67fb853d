/** Writes what is shared as the files the other commands take: reports, register, movement, log, portal figures. */
import { rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { cutToBytes } from '../../core/base/text/plain-text.ts';
import { provinceBook } from '../../core/province/province-book.ts';
import { provinceCsv } from '../../core/province/province-csv.ts';
import { communesOf } from '../../core/province/results.ts';
import { rollUp } from '../../core/province/roll-up.ts';
import type { Carrier } from '../../core/share/carrier.ts';
import type { FileFact } from '../../core/share/fact.ts';
import { digestOf } from '../../core/share/named-bytes.ts';
import type { NamedBytes } from '../../core/share/pieces.ts';
import { keyOf, type Shared, type SharedFile, sharedOf } from '../../core/share/shared.ts';
import type { Standing } from '../../core/share/standing.ts';
import { takeWhole } from '../../core/share/whole-file.ts';
import { readCapturesFile } from '../../core/sheets/captures-file.ts';
import { appealSheet } from '../../core/sheets/journal-layout.ts';
import { logSheets } from '../../core/sheets/log-sheets.ts';
import { markedBook } from '../../core/sheets/marked-book.ts';
import { explanationRows } from '../../session/share/explanation-rows.ts';
import { type JudgedReport, judgedReports } from '../../session/share/judged-reports.ts';
import { loadFile } from '../files/load-file.ts';
import { safeWrite } from '../files/safe-write.ts';
import { refuse } from '../usage-error.ts';

const FOLDERS: Readonly<Record<FileFact['kind'], string>> = {
  report: 'bao-cao',
  register: 'don-vi',
  movement: 'phong-trao',
};
/** Reports handed in by link that do not name the link's unit, and reports that a later report replaced. */
const TO_LOOK_AT = 'can-xem-lai';
const EARLIER = 'ban-nop-truoc';
const LOG_FILE = 'so-hoi-dong.xlsx';
const CAPTURES_FILE = 'so-lieu-cong.json';
const PROVINCE_FILE = 'tong-hop-tinh';

export interface SavedShared {
  /** Absolute paths. */
  readonly written: readonly string[];
  /** New names of earlier files that somebody had changed. */
  readonly kept: readonly string[];
  /** Handed in by link and to be looked at by a person: where it lies, and why. */
  readonly doubtful: readonly { readonly file: string; readonly reason: string }[];
}

/** Everything into the folder; a file that stands there with the same bytes is left alone. */
export async function saveShared(
  standing: Standing,
  title: string,
  store: Carrier,
  out: string,
  isInput: (path: string) => boolean,
): Promise<SavedShared> {
  const shared = sharedOf(standing);
  const written: string[] = [];
  const paths: string[] = [];
  const doubtful: SavedShared['doubtful'][number][] = [];
  const save = (path: string, bytes: Uint8Array, isKnown: (standing: Uint8Array) => boolean) => {
    const standing = loadFile(path);
    if (standing.ok && digestOf(standing.value) === digestOf(bytes)) return;
    // The file's content is in the shared book too, so deleting it loses nothing.
    if (standing.ok && isKnown(standing.value) && !isInput(path)) rmSync(path);
    const done = safeWrite(path, bytes, isInput);
    written.push(path);
    if (done.renamed !== null) paths.push(done.renamed);
  };
  const taken = async (digest: string) => {
    const bytes = await store.take(digest);
    return bytes.ok ? bytes.value : refuse(bytes.refusal.message);
  };
  const proof = async (file: NamedBytes) => {
    const bytes = await takeWhole(store.take, file);
    return bytes.ok ? bytes.value : refuse(bytes.refusal.message);
  };
  const isShared = (standing: Uint8Array) => shared.digests.has(digestOf(standing));
  const places = new Set<string>();
  for (const { file, path } of placesOf(shared.files, places)) {
    const bytes = await taken(file.sha256);
    if (bytes) save(join(out, path), bytes, isShared);
  }
  for (const judged of await judgedReports(shared.handedIn, taken, shared.sealed)) {
    const path = placeOf(judged, places);
    save(join(out, path), judged.bytes, isShared);
    if (judged.why !== null && !judged.handedIn.replaced) doubtful.push({ file: path, reason: judged.why });
  }
  for (const { unit, criterion, file } of shared.evidence) {
    const bytes = shared.sealed.has(file.sha256) ? null : await proof(file);
    // Below the reports, under a name that tells unit and criterion: `score` takes it from there.
    const folder = join(FOLDERS.report, safeName(unit));
    const name = safeName(`TC ${criterion} ${file.name}`);
    if (bytes) save(join(out, freePlace(folder, name, file.sha256, places)), bytes, isShared);
  }
  // A part that has not arrived is left for the next time.
  const appeals = await explanationRows(shared, null, async (digest) => {
    const bytes = await store.take(digest);
    return bytes.ok ? bytes.value : null;
  });
  if (shared.log.length + shared.votes.length + shared.sessions.length + appeals.length > 0) {
    const appealSheets = appeals.length === 0 ? [] : [appealSheet(appeals, title, { commune: '', place: '' })];
    const book = markedBook([...logSheets(shared, title), ...appealSheets], 'council');
    save(join(out, LOG_FILE), book.ok ? book.value : refuse(book.refusal.message), () => false);
  }
  if (shared.observations.length > 0) {
    const text = JSON.stringify({ observations: shared.observations }, null, 2);
    save(join(out, CAPTURES_FILE), new TextEncoder().encode(`${text}\n`), (standing) => holdsAll(shared, standing));
  }
  const communes = communesOf(standing);
  if (communes.length > 0) {
    const view = rollUp(communes);
    const book = provinceBook(view, title);
    save(join(out, `${PROVINCE_FILE}.xlsx`), book.ok ? book.value : refuse(book.refusal.message), () => false);
    save(join(out, `${PROVINCE_FILE}.csv`), new TextEncoder().encode(provinceCsv(view)), () => false);
  }
  return { written, kept: paths, doubtful };
}

/** Every figure of an earlier captures file is shared. */
function holdsAll({ observations }: Shared, bytes: Uint8Array): boolean {
  const held = new Set(observations.map(keyOf));
  const read = readCapturesFile(bytes, '');
  return read.ok && read.value.every((observation) => held.has(keyOf(observation)));
}

/** Under the name of the unit, whatever the sender called the file. */
function placeOf({ handedIn, why, counts }: JudgedReport, taken: Set<string>): string {
  const { link, entry, replaced } = handedIn;
  const name = safeName(`${link.fact.unit} ${link.fact.period}`);
  if (counts) return freePlace(FOLDERS.report, `${name}.xlsx`, entry.hash, taken);
  if (why !== null && !replaced) return freePlace(TO_LOOK_AT, `${name}.xlsx`, entry.hash, taken);
  return freePlace(EARLIER, `${name} lần ${entry.content.n}.xlsx`, entry.hash, taken);
}

/** Paths below the results folder. */
function placesOf(
  files: readonly SharedFile[],
  taken: Set<string>,
): readonly { readonly file: SharedFile; readonly path: string }[] {
  return files.map((file) => ({ file, path: freePlace(FOLDERS[file.kind], safeName(file.name), file.hash, taken) }));
}

/** Of several files with the same name, the later ones get the beginning of their digest. */
function freePlace(folder: string, name: string, hash: string, taken: Set<string>): string {
  const end = extname(name);
  const first = join(folder, name);
  const path = taken.has(first.toLowerCase())
    ? join(folder, `${name.slice(0, name.length - end.length)} (${hash.slice(0, 8)})${end}`)
    : first;
  taken.add(path.toLowerCase());
  return path;
}

/** Bytes of a name without its extension; file systems take 255, and a number or a date may be added. */
const LONGEST_STEM = 180;

/** A name somebody else typed is a name only: no path, no device, nothing hidden, and its extension stays. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, '-')
    .replace(/^[.~\s-]+|[.\s]+$/g, '');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? '';
  const stem = cutToBytes(plain.slice(0, plain.length - extension.length), LONGEST_STEM);
  return `${/^(?:con|prn|aux|nul|com\d|lpt\d)?(?:\.|$)/i.test(stem + extension) ? 'tep-' : ''}${stem}${extension}`;
}
