/**
 * Files and folders an officer chooses or drops → the workbooks, archives, Word files and PDFs among them, with what was
 * passed over.
 */

import { inNameOrder } from '../core/base/text/name-order.ts';
import type { NamedFile } from '../session/host/files.ts';
import type { LoadReaders } from '../session/plan/plan-text-of.ts';
import { distinctNames } from '../session/received/distinct-names.ts';

interface OpenedFiles {
  readonly files: readonly NamedFile[];
  /** One Vietnamese sentence on what is no workbook or could not be read; null = nothing was passed over. */
  readonly passedOver: string | null;
}

const TAKEN = /\.(?:xlsx|xlsm|xls|ods|zip|docx|doc|pdf)$/i;
const DOCUMENT = /\.(?:docx|doc|pdf)$/i;
/** Excel's own note that a file is open, and what a system keeps beside files. */
const BESIDE = /^(?:~\$|\.)/;
const NAMED = 5;
/** Files read at a time. */
const AT_ONCE = 8;

/** Bytes of those that are taken, in the order of their names; of documents the text too. */
export async function readChosenFiles(chosen: readonly File[], readers: LoadReaders): Promise<OpenedFiles> {
  const wanted = chosen.filter(({ name }) => !BESIDE.test(name));
  const others = wanted.filter(({ name }) => !TAKEN.test(name)).map(({ name }) => name);
  const books = wanted.filter(({ name }) => TAKEN.test(name)).sort((x, y) => inNameOrder(x.name, y.name));
  const names = distinctNames(
    books.map(({ name, webkitRelativePath }) => {
      const path = webkitRelativePath.normalize('NFC').split('/').slice(0, -1);
      return { file: name.normalize('NFC'), path };
    }),
  );
  const read = await bytesOf(books);
  const unreadable = books.flatMap((file) => (read.has(file) ? [] : file.name));
  const files: NamedFile[] = [];
  const sentences: string[] = [];
  for (const [at, file] of books.entries()) {
    const bytes = read.get(file);
    const name = names[at] ?? file.name;
    const words = bytes && DOCUMENT.test(name) ? await wordsOf(bytes, readers) : null;
    if (words && 'reason' in words) sentences.push(`${name}: ${words.reason}`);
    else if (bytes) files.push({ name, bytes, ...words });
  }
  sentences.push(
    ...(others.length > 0 ? [`Bỏ qua ${others.length} tệp không phải bảng tính: ${listed(others)}.`] : []),
    ...(unreadable.length > 0
      ? [`Không đọc được ${listed(unreadable)}: hãy đóng tệp trong chương trình khác rồi chọn lại.`]
      : []),
  );
  return { files, passedOver: sentences.length > 0 ? sentences.join(' ') : null };
}

async function wordsOf(
  bytes: Uint8Array,
  readers: LoadReaders,
): Promise<{ readonly text: string } | { readonly reason: string }> {
  const code = await import('../session/plan/plan-text-of.ts').catch(() => null);
  if (!code) return { reason: 'chưa tải được phần đọc Word, PDF; hãy kiểm tra mạng rồi chọn lại.' };
  const read = await code.planTextOf(bytes, await readers().catch(() => ({})));
  if (!read.ok) return { reason: read.refusal.message };
  return read.value.kind === 'text'
    ? { text: read.value.text }
    : { reason: 'là bản quét (chỉ có ảnh), chưa đọc được báo cáo trong đó.' };
}

/**
 * Reads in parallel, because hundreds of files one after another would wait for the disk each time. Unreadable files
 * are left out.
 */
async function bytesOf(files: readonly File[]): Promise<ReadonlyMap<File, Uint8Array>> {
  const read = new Map<File, Uint8Array>();
  const left = files.values();
  const reader = async () => {
    for (const file of left) {
      try {
        read.set(file, new Uint8Array(await file.arrayBuffer()));
      } catch {}
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return read;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  return names.slice(0, NAMED).join(', ') + (more > 0 ? ` và ${more} tệp nữa` : '');
}

/** Only in browsers that have the File System Access API; nothing else lists a folder dropped on a page from a disk. */
type HandleItem = DataTransferItem & {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
};

/**
 * The dropped files, including those in folders. Every item is read during the event: afterwards the browser has
 * forgotten them.
 */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  const plain = [...data.files];
  const items = [...data.items].filter(({ kind }) => kind === 'file') as HandleItem[];
  const handles = items.map((item) => item.getAsFileSystemHandle?.().catch(() => null));
  const entries = items.map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(
    items.map(async (_item, index) => {
      const handle = await handles[index];
      if (handle) return filesOfHandle(handle);
      const entry = entries[index];
      return entry ? filesOfEntry(entry).catch(() => null) : null;
    }),
  );
  const all = found.flatMap((files) => files ?? []);
  return all.length > 0 ? all : plain;
}

async function filesOfHandle(handle: FileSystemHandle): Promise<File[]> {
  if (handle.kind === 'file') return [await (handle as FileSystemFileHandle).getFile()];
  const files: File[] = [];
  for await (const inside of (handle as FileSystemDirectoryHandle).values())
    files.push(...(await filesOfHandle(inside)));
  return files;
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // It hands out a hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return files;
    for (const inside of some) files.push(...(await filesOfEntry(inside)));
  }
}
