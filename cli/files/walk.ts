/**
 * Lists the files a command is to read. Folders are walked in a stable order, links are followed once, a .zip is
 * opened. A file that is not read is listed with the reason; no error of the file system ends the walk.
 */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { hasEvidenceEnding } from '../../core/report/evidence/evidence-kind.ts';
import { refuse } from '../usage-error.ts';
import { fileTrouble } from './file-trouble.ts';
import { foreignByContent, foreignByName } from './foreign-kind.ts';
import { identityOf } from './identity.ts';
import { loadFile } from './load-file.ts';
import { fromUser } from './paths.ts';
import { zipMembers } from './zip-members.ts';

export interface InputFile {
  /** Absolute; of a file in a .zip, the path of the .zip. */
  readonly path: string;
  /** As shown: relative to the folder on the command line, or the bare file name; unique in the run. */
  readonly name: string;
  /** Place in the directory of the .zip. */
  readonly entry?: number;
  /** Typed by the user itself, not found in a folder. */
  readonly outright: boolean;
}

/** A file that is not read as a report, and why: one Vietnamese sentence. */
export interface NotReport {
  readonly file: string;
  readonly reason: string;
  /** Where it is no report but may be evidence. */
  readonly input?: InputFile;
}

export interface Walked {
  readonly inputs: readonly InputFile[];
  readonly unreadable: readonly NotReport[];
  /** Files of kinds no report comes in (pictures, slides …), and second paths to a file that is read. */
  readonly notReports: readonly NotReport[];
  /** Absolute paths of all files found: none of them may be written over. */
  readonly found: readonly string[];
}

interface WalkOptions {
  /** Results folder (absolute): what an earlier run wrote there is no report. */
  readonly without?: string | null;
  /** Files the command uses for something else (register, captures, movement), absolute. */
  readonly used?: readonly string[];
}

const EXTENSIONS = new Set([
  ...['.xlsx', '.xlsm', '.xls', '.ods', '.xlsb', '.xltx', '.xltm', '.xlt', '.ots', '.et'],
  ...['.docx', '.docm', '.doc', '.pdf', '.csv'],
]);
const NESTED = 'Tệp nén nằm trong tệp nén nên không mở; hãy giải nén ra thư mục rồi chạy lại.';
/** Bytes that tell a kind of file. */
const HEAD = 16;

/** True for hidden files, the lock files of Excel and LibreOffice, and what systems leave in folders. */
function isPassedOver(name: string): boolean {
  return /^(?:\.|~\$)/.test(name) || /^(?:thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name);
}

/**
 * A workbook or document under a hidden name, which may be a missed report; not the files that Office and systems put beside
 * workbooks.
 */
function isHiddenReport(name: string): boolean {
  return /^\.(?![_~])/.test(name) && EXTENSIONS.has(extname(name).toLowerCase());
}
const HIDDEN = 'Là tệp ẩn (tên bắt đầu bằng dấu chấm) nên không đọc; nếu là báo cáo thì đổi tên rồi chạy lại.';

/** Files for the paths the user typed. Ends the command when a path does not exist. */
export function walk(paths: readonly string[], options: WalkOptions = {}): Walked {
  const walker = newWalker(options);
  const results = options.without ? identityOf(options.without) : null;
  for (const typed of paths) {
    const path = fromUser(typed);
    let stat: ReturnType<typeof statSync> | undefined;
    try {
      stat = statSync(path, { throwIfNoEntry: false });
    } catch (error) {
      walker.unreadable(typed, fileTrouble(error));
      continue;
    }
    if (!stat) refuse(`Không tìm thấy tệp hoặc thư mục "${typed}".`);
    if (stat.isDirectory() && results === identityOf(path))
      refuse('Thư mục kết quả trùng với thư mục báo cáo nên tệp gốc có thể bị ghi đè. Chọn thư mục khác.');
    if (stat.isDirectory()) walker.folder(path, path);
    else walker.file(path, basename(path), true);
  }
  return walker.done();
}

function newWalker({ without = null, used = [] }: WalkOptions) {
  const inputs: InputFile[] = [];
  const unreadable: NotReport[] = [];
  const notReports: NotReport[] = [];
  const found = new Set<string>();
  const unique = uniqueNames();
  /** Identity of what was met → its shown name. */
  const met = new Map<string, string>();
  const skipped = new Set([...(without === null ? [] : [without]), ...used].map(identityOf));

  const addZip = (path: string, shown: string, outright: boolean): void => {
    const zip = inZip(path, shown);
    unreadable.push(...zip.unreadable);
    notReports.push(...zip.notReports);
    if (zip.isWorkbook) inputs.push({ path, name: unique(shown, path), outright });
    for (const { name, entry } of zip.members)
      inputs.push({ path, name: unique(`${shown}/${name}`, `${path}/${name}`), entry, outright: false });
  };

  const addFile = (path: string, shown: string, outright: boolean): void => {
    const identity = identityOf(path);
    if (skipped.has(identity)) return;
    found.add(path);
    const first = met.get(identity);
    if (first !== undefined) {
      if (first !== shown) notReports.push(secondWay(shown, first));
      return;
    }
    met.set(identity, shown);
    const extension = extname(path).toLowerCase();
    if (extension === '.zip') addZip(path, shown, outright);
    else {
      const isKnown = outright || EXTENSIONS.has(extension);
      const reason = isKnown ? null : (foreignByName(path) ?? foreignByHead(path));
      if (reason) notReports.push({ file: shown, reason, ...mayBeEvidence({ path, name: shown, outright }) });
      else inputs.push({ path, name: unique(shown, path), outright });
    }
  };

  const addFolder = (root: string, folder: string): void => {
    const identity = identityOf(folder);
    if (skipped.has(identity) || met.has(identity)) return;
    const shown = shownName(root, folder);
    met.set(identity, shown);
    let entries: readonly Dirent[] = [];
    try {
      entries = entriesIn(folder);
    } catch (error) {
      unreadable.push(closedFolder(shown || basename(folder), error));
    }
    for (const entry of entries) {
      if (!isPassedOver(entry.name)) addEntry(root, join(folder, entry.name));
      else if (isHiddenReport(entry.name))
        notReports.push({ file: shownName(root, join(folder, entry.name)), reason: HIDDEN });
    }
  };

  const addEntry = (root: string, path: string): void => {
    const shown = shownName(root, path);
    try {
      const stat = statSync(path);
      if (stat.isDirectory()) addFolder(root, path);
      else if (stat.isFile()) addFile(path, shown, false);
      else unreadable.push({ file: shown, reason: 'Không phải là tệp thường (ống dẫn hoặc thiết bị) nên không đọc.' });
    } catch (error) {
      unreadable.push({ file: shown, reason: fileTrouble(error) });
    }
  };

  return {
    folder: (root: string, folder: string): void => {
      const before = inputs.length;
      addFolder(root, folder);
      inputs.push(...inputs.splice(before).sort(byName));
    },
    file: addFile,
    unreadable: (file: string, reason: string) => unreadable.push({ file, reason }),
    done: (): Walked => ({ inputs, unreadable, notReports, found: [...found] }),
  };
}

function foreignInZip(name: string): string | null {
  return EXTENSIONS.has(extname(name).toLowerCase()) ? null : foreignByName(name);
}

function mayBeEvidence(input: InputFile): Pick<NotReport, 'input'> {
  return hasEvidenceEnding(input.name) ? { input } : {};
}

function closedFolder(folder: string, error: unknown): NotReport {
  return { file: `${folder}/`, reason: `Thư mục này không đọc được. ${fileTrouble(error)}` };
}

function secondWay(file: string, first: string): NotReport {
  return { file, reason: `Là cùng một tệp với "${first}" (liên kết) nên chỉ đọc một lần.` };
}

/** Gives each file a name of its own: a second one of the name is called by its path. */
function uniqueNames(): (name: string, path: string) => string {
  const names = new Set<string>();
  return (name, path) => {
    let free = names.has(name) ? path : name;
    for (let n = 2; names.has(free); n += 1) free = `${path} (${n})`;
    names.add(free);
    return free;
  };
}

/** A file comes before the links to it, so that it is known by its own name. */
function entriesIn(folder: string): readonly Dirent[] {
  const order = (entry: Dirent) => Number(entry.isSymbolicLink());
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1));
}

interface InZip extends Pick<Walked, 'unreadable' | 'notReports'> {
  /** It is itself a workbook (.xlsx, .ods) under the name of a .zip. */
  readonly isWorkbook: boolean;
  /** To be read as reports. */
  readonly members: readonly { readonly name: string; readonly entry: number }[];
}

const NO_ZIP: InZip = { unreadable: [], notReports: [], isWorkbook: false, members: [] };

function inZip(path: string, shown: string): InZip {
  const loaded = loadFile(path);
  const members = loaded.ok ? zipMembers(loaded.value) : loaded;
  if (!members.ok) return { ...NO_ZIP, unreadable: [{ file: shown, reason: members.refusal.message }] };
  if (members.value.some(({ name }) => name === 'xl/workbook.xml' || name === 'content.xml'))
    return { ...NO_ZIP, isWorkbook: true };
  const wanted = members.value.filter(({ name }) => !name.split('/').some(isPassedOver));
  if (wanted.length === 0)
    return { ...NO_ZIP, notReports: [{ file: shown, reason: 'Tệp nén không có tệp nào bên trong.' }] };
  const isNested = ({ name }: { readonly name: string }) => extname(name).toLowerCase() === '.zip';
  const others = wanted.filter((zipMember) => !isNested(zipMember));
  return {
    isWorkbook: false,
    unreadable: wanted.filter(isNested).map(({ name }) => ({ file: `${shown}/${name}`, reason: NESTED })),
    notReports: others.flatMap(({ name, entry }) => {
      const reason = foreignInZip(name);
      const file = `${shown}/${name}`;
      return reason ? [{ file, reason, ...mayBeEvidence({ path, name: file, entry, outright: false }) }] : [];
    }),
    members: others.filter(({ name }) => !foreignInZip(name)),
  };
}

/** Files of a folder in one order, links included. */
function byName(a: InputFile, b: InputFile): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function foreignByHead(path: string): string | null {
  const head = loadFile(path, HEAD);
  return head.ok ? foreignByContent(head.value) : head.refusal.message;
}

function shownName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/').normalize('NFC');
}
