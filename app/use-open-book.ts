/** The book that is open on the page, and how another takes its place. */
import { useState } from 'react';
import type { Result } from '../core/base/result.ts';
import type { PageRuntime } from '../session/captures/extension-port.ts';
import type { NamedFile } from '../session/host/files.ts';
import { packed } from '../session/packed.ts';
import type { ChosenFile } from '../ui/file-button.tsx';
import { type BookDesk, type BookWorker, openDesk } from './worker/book-desk.ts';

interface OpenedBook {
  readonly desk: BookDesk;
  /** As StoredBook. */
  readonly id: string;
  readonly number: number;
  /** The file on disk its changes went into; null = none. */
  readonly file: FileSystemFileHandle | null;
  /** The key in the file, for copies stored elsewhere; null = none. */
  readonly key: string | null;
}

const NOWHERE: Pick<OpenedBook, 'file' | 'key'> = { file: null, key: null };

export type OpenBookState = ReturnType<typeof useOpenBook>;

export function useOpenBook(
  startWorker: () => BookWorker,
  runtime: PageRuntime | undefined,
  mayChange: () => Promise<boolean>,
) {
  const [opened, setOpened] = useState<OpenedBook | null>(null);
  /** Report files that the pane is to take in. */
  const [received, setReceived] = useState<readonly NamedFile[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const [isOpening, setOpening] = useState(false);
  /** `bytes` null = a new book. */
  const begin = async (name: string, bytes: Uint8Array | null) => {
    setOpening(true);
    const reader = await packed('legacy-worker');
    const onlyLooks = !(await mayChange());
    const made = await openDesk(name, bytes, { startWorker, reader, runtime, onlyLooks });
    setOpening(false);
    return made;
  };
  const show = (name: string, made: Result<BookDesk>, id: string = crypto.randomUUID(), place = NOWHERE) => {
    setFault(made.ok ? (made.value.rebuilt ? rebuiltText(name) : null) : made.refusal.message);
    if (made.ok) {
      opened?.desk.end();
      setReceived([]);
      setOpened({ desk: made.value, id, number: (opened?.number ?? 0) + 1, ...place });
    }
    return made.ok;
  };
  return {
    opened,
    received,
    setReceived,
    fault,
    setFault,
    isOpening,
    begin,
    show,
    open: async ({ name, bytes }: ChosenFile, id?: string, place = NOWHERE) =>
      show(name, await begin(name, bytes), id, place),
    /** A book that is open is not thrown away without a question. */
    mayReplace: () => opened === null || window.confirm('Mở sổ khác thì sổ đang làm đóng lại. Tiếp tục?'),
  };
}

function rebuiltText(name: string): string {
  return `Sổ kiểu cũ “${name}” đã được dựng lại thành .xlsx từ các ô (số liệu, công thức; không có hình, biểu đồ, macro). Tệp cũ còn nguyên.`;
}
