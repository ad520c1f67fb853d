/** A folder on disk the officer chose for what is made. */
import type { OutputFolder } from '../session/papers/write-into.ts';
import { writeWhole } from './write-whole.ts';

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
      await writeWhole(held, bytes);
    },
  };
}
