/** A folder the officer chose on disk, as the folder carrier wants it. */
import type { FolderPort } from '../../core/share/folder-carrier.ts';
import { writeWhole } from '../write-whole.ts';

type Ask = (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
/** Absent where no leave is needed. */
type AskableFolder = FileSystemDirectoryHandle & { readonly requestPermission?: Ask; readonly queryPermission?: Ask };

/** The browser asks the officer, when it has to; only within a press of a button. */
export async function mayUse(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const askable = handle as AskableFolder;
  return ((await askable.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** Whether the officer's permission is still in force; queried without a prompt. */
export async function isLeaveHeld(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const askable = handle as AskableFolder;
  return ((await askable.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

export function handleFolder(handle: FileSystemDirectoryHandle): FolderPort {
  return {
    list: async () => {
      const listed: { name: string; size: number }[] = [];
      for await (const item of handle.values()) {
        if (item.kind !== 'file') continue;
        const file = await (item as FileSystemFileHandle).getFile().catch(() => null);
        if (file) listed.push({ name: file.name, size: file.size });
      }
      return listed;
    },
    read: async (name, limit) => {
      // Gone, or being put there, since it was listed: a file that is empty, so far.
      const file = await handle.getFileHandle(name).then(
        (handle) => handle.getFile(),
        () => null,
      );
      return file ? new Uint8Array(await file.slice(0, limit).arrayBuffer()) : new Uint8Array();
    },
    write: async (name, bytes) => {
      const file = await handle.getFileHandle(name, { create: true });
      if (await holds(await file.getFile(), bytes)) return;
      await writeWhole(file, bytes);
    },
    remove: (name) =>
      handle.removeEntry(name).catch((fault: unknown) => {
        if (!(fault instanceof DOMException && fault.name === 'NotFoundError')) throw fault;
      }),
    trouble: () =>
      `Không dùng được thư mục “${handle.name}”: hãy xem lại ổ mạng, USB và quyền ghi rồi bấm lại; mọi thứ vẫn còn ở máy này.`,
  };
}

async function holds(file: File, bytes: Uint8Array): Promise<boolean> {
  if (file.size !== bytes.length) return false;
  const held = new Uint8Array(await file.arrayBuffer());
  return held.every((byte, at) => byte === bytes[at]);
}
