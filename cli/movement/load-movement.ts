/**
 * Loads the movement of `--movement`: the id of a bundled movement, or the file of the commune's own movement (dossier
 * .xlsx, or JSON).
 */
import type * as z from 'zod/mini';
import { dossierFileSchema } from '../../core/dossier/dossier-file.ts';
import { type Dossier, faultText, isDossier, readDossier } from '../../core/dossier/read-dossier.ts';
import { readScanPictures } from '../../core/dossier/read-scan-pictures.ts';
import type { ScanPictures } from '../../core/dossier/scanned-sheet.ts';
import type { Movement } from '../../core/movement/movement.ts';
import { unconfirmedText } from '../../core/movement/unconfirmed-text.ts';
import { findMovement } from '../../core/movements/find-movement.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import type { ChangedSets } from '../../session/book/own-movement.ts';
import { changedSince, setsUsed } from '../../session/book/set-versions.ts';
import { didYouMean } from '../did-you-mean.ts';
import { loadFile } from '../files/load-file.ts';
import { fromUser } from '../files/paths.ts';
import { refuse } from '../usage-error.ts';
import { fromDocument } from './movement-from-json.ts';

interface Loaded extends Pick<Dossier, 'movement' | 'units' | 'faults' | 'placeOf'> {
  /** Of the numbers read from a scan. */
  readonly pictures: ScanPictures;
  /** Sets edited since the workbook wrote them down as used; those that were used count. */
  readonly changed: ChangedSets | null;
  /** Faults of the written criteria sets, each a sentence with its cell. */
  readonly setFaults: readonly string[];
}

/**
 * Loads it; an unusable file ends the command with a sentence that names the place in the file. Parts of a dossier that
 * are not used are reported.
 */
export function loadMovement(idOrFile: string): Movement {
  return loadWithUnits(idOrFile).movement;
}

/** As loadMovement, with the units the dossier lists; null when it lists none. */
export function loadWithUnits(idOrFile: string): Pick<Loaded, 'movement' | 'units' | 'pictures'> {
  const { movement, units, pictures, faults, changed, setFaults } = loadDossier(idOrFile);
  const open = unconfirmedText(movement);
  for (const fault of [...(open === null ? [] : [open]), ...(changed ? [changed.text] : []), ...setFaults])
    process.stderr.write(`Hồ sơ phong trào "${idOrFile}": ${fault}\n`);
  const [first, ...others] = faults;
  if (first) {
    const more = others.length > 0 ? ` (còn ${others.length} chỗ khác: xem bằng lệnh movement check)` : '';
    process.stderr.write(`Hồ sơ phong trào "${idOrFile}": ${faultText(first)}${more} Dòng có lỗi không được dùng.\n`);
  }
  return { movement: changed?.inForce ?? movement, units, pictures };
}

/**
 * The movement as written, with its faults and with what does not count yet, for commands that report these themselves.
 */
export function loadDossier(idOrFile: string): Loaded {
  const bundled = findMovement(idOrFile);
  if (bundled) return withoutSheets(bundled);
  const loaded = loadFile(fromUser(idOrFile));
  if (!loaded.ok) {
    const ids = HEADINGS.map(({ id }) => id);
    const near = didYouMean(idOrFile, ids);
    return refuse(`Không có phong trào hoặc tệp "${idOrFile}".${near} Các phong trào có sẵn: ${ids.join(', ')}.`);
  }
  if (loaded.value[0] === 0x50 && loaded.value[1] === 0x4b) return dossierOf(loaded.value, idOrFile);
  const what = `Tệp phong trào "${idOrFile}"`;
  const json = parseJson(new TextDecoder().decode(loaded.value), what);
  const parsed = dossierFileSchema.safeParse(fromDocument(onlyOne(json, what)));
  if (!parsed.success) return refuse(`${what} ${whatIsWrong(parsed.error)}`);
  const { units = null, ...movement } = parsed.data;
  const kinds = new Set(movement.audiences.map(({ kind }) => kind));
  const stray = units?.find(({ audience }) => !kinds.has(audience));
  if (stray) return refuse(`${what}: phong trào không có đối tượng "${stray.audience}" của đơn vị "${stray.name}".`);
  return { ...withoutSheets(movement), units };
}

const NEXT_VERSION = 'Lập phiên bản mới bằng lệnh movement version <hồ sơ> -o <hồ sơ mới>, hoặc sửa lại như cũ.';

/** Forms go out to the units: never such as are not what the officer wrote. */
export function refuseChanged({ changed }: Pick<Loaded, 'changed'>, idOrFile: string): void {
  if (changed) refuse(`Hồ sơ phong trào "${idOrFile}": ${changed.text}`);
}

/** The output of `movements --json` holds several movements, so the user has to say which to use. */
function onlyOne(json: unknown, what: string): unknown {
  if (!Array.isArray(json)) return json;
  return json.length === 1 ? json[0] : refuse(`${what} có ${json.length} phong trào: hãy để mỗi phong trào một tệp.`);
}

function withoutSheets(movement: Movement): Loaded {
  return {
    ...{ movement, units: null, faults: [], placeOf: () => null, pictures: new Map() },
    ...{ changed: null, setFaults: [] },
  };
}

function dossierOf(bytes: Uint8Array, typed: string): Loaded {
  const book = readBook(bytes);
  if (!book.ok) return refuse(`Tệp phong trào "${typed}": ${book.refusal.message}`);
  if (!isDossier(book.value)) return refuse(`Tệp "${typed}" không phải Hồ sơ phong trào.`);
  const read = readDossier(book.value);
  if (!read.ok) return refuse(`Hồ sơ phong trào "${typed}": ${read.refusal.message}`);
  const { movement } = read.value;
  const used = setsUsed({ book: book.value, tables: [] });
  return {
    ...read.value,
    pictures: movement.scanned ? readScanPictures(bytes) : new Map(),
    changed: changedSince(movement, used.sets, NEXT_VERSION),
    setFaults: used.faults,
  };
}

/** JSON text → data; broken JSON ends the command. `what` begins the sentence. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(`${what} không phải là JSON hợp lệ.`);
  }
}

/** The first thing zod found, as the end of a Vietnamese sentence: `sai ở "targets[3].value": cần một số.` */
export function whatIsWrong(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'không đúng cấu trúc.';
  const place = issue.path.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${String(key)}` : String(key)),
    '',
  );
  const others = error.issues.length > 1 ? ` (còn ${error.issues.length - 1} chỗ khác)` : '';
  return `sai ở ${place ? `"${place}"` : 'cấp ngoài cùng'}: ${needed(issue)}${others}.`;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'một chuỗi chữ',
  number: 'một số',
  int: 'một số nguyên',
  boolean: 'true hoặc false',
  array: 'một danh sách',
  object: 'một đối tượng',
};

function needed(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `cần ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `chỉ nhận ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `nhỏ hoặc ngắn hơn mức cho phép (${issue.minimum})`;
    case 'too_big':
      return `lớn hoặc dài hơn mức cho phép (${issue.maximum})`;
    case 'invalid_format':
      return 'không đúng dạng';
  }
  return 'giá trị không hợp lệ';
}
