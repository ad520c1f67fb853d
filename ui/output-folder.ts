/** A folder on disk the officer chose for what is made. Only where the browser lets a page write in one. */
import type { OutputFolder } from '../session/papers/write-into.ts';

type Picker = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const picker = () => (window as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker;

/** A frame of another site, as Excel on the web is, gets none. */
export const canChooseOutput = () => picker() !== undefined && window.self === window.top;

/** null = the officer closed the dialog. Rejects when she, or the browser, allows no writing there. */
export async function chooseOutput(): Promise<FileSystemDirectoryHandle | null> {
  return (
    (await picker()?.({ id: 'van-ban', mode: 'readwrite' }).catch((fault: unknown) => {
      if (fault instanceof DOMException && fault.name === 'AbortError') return null;
      throw fault;
    })) ?? null
  );
}

export function outputFolder(root: FileSystemDirectoryHandle): OutputFolder {
  /** The folder a path leads to, and the name in it. */
  const at = async (path: string) => {
    const steps = path.split('/');
    const name = steps.pop() ?? '';
    let folder = root;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    return { folder, name };
  };
  return {
    read: async (path) => {
      const { folder, name } = await at(path);
      const held = await folder.getFileHandle(name).catch((fault: unknown) => {
        if (fault instanceof DOMException && fault.name === 'NotFoundError') return null;
        throw fault;
      });
      const file = await held?.getFile();
      return file ? { bytes: new Uint8Array(await file.arrayBuffer()), changed: new Date(file.lastModified) } : null;
    },
    write: async (path, bytes) => {
      const { folder, name } = await at(path);
      const held = await folder.getFileHandle(name, { create: true });
      // What is written shows when it is closed: whole or not at all.
      const stream = await held.createWritable();
      await stream.write(new Uint8Array(bytes));
      await stream.close();
    },
  };
}
