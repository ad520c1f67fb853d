/** Where an open workbook is saved: in the browser at every change, and in a file on disk once the officer chose one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { saveFile } from '../ui/save-file.ts';
import { allowed, type ChosenPlace, choosePlace, placeOf } from './chosen-file.ts';
import { isStoreShared, type OpenBook } from './recent-books.ts';
import type { BookDesk } from './worker/book-desk.ts';

const KEPT = { file: null, browser: false };

export interface BookFileProps {
  readonly desk: BookDesk;
  /** As StoredBook. */
  readonly id: string;
  /** The file its changes went into when it was open last; null = none. */
  readonly resumed: FileSystemFileHandle | null;
  /** That lies in that file; null = none does. */
  readonly resumedKey: string | null;
  /** The officer chose a file to keep the workbook in. */
  readonly onFile: (handle: FileSystemFileHandle) => void;
  /** Keeps the workbook over the page's end; false = it cannot. */
  readonly keep: (book: OpenBook) => Promise<boolean>;
}

export type BookSaving = ReturnType<typeof useBookFile>;

/** `mayWrite` = no other page works on the workbook; `onRefusal` hears why a press had no effect, null = it had. */
export function useBookFile(props: BookFileProps, mayWrite: boolean, onRefusal: (message: string | null) => void) {
  const { desk, resumed, onFile } = props;
  const { unkept, setUnkept, unsaved, setUnsaved, file, moveInto } = useSaving(props);
  /** The file it goes on in once the officer lets the browser write it again. */
  const [asked, setAsked] = useState<FileSystemFileHandle | null>(null);
  const goOnIn = useCallback(
    async (handle: FileSystemFileHandle, isPressed: boolean) => {
      const state = await allowed(handle, 'readwrite', isPressed);
      setAsked(state === 'prompt' ? handle : null);
      if (state === 'granted' && !(await moveInto(placeOf(handle, isStoreShared()))))
        setUnkept((before) => ({ ...before, file: handle.name }));
    },
    [moveInto, setUnkept],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the book is opened
  useEffect(() => {
    if (resumed !== null && mayWrite) void goOnIn(resumed, false);
  }, []);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  const save = async () => {
    saveFile(desk.name, await desk.save());
    setUnsaved(false);
  };
  const saveInto = async () => {
    const chosen = await choosePlace(desk.name, isStoreShared()).catch(() => undefined);
    if (chosen === null) return;
    if (chosen === undefined || !(await moveInto(chosen))) {
      onRefusal('Không ghi được vào tệp đã chọn. Hãy chọn chỗ khác, hoặc bấm “Lưu về máy”.');
      return;
    }
    onFile(chosen.handle);
    setAsked(null);
    onRefusal(null);
    setUnkept((before) => ({ ...before, file: null }));
  };
  return { unkept, unsaved, file, asked, goOnIn, save, saveInto };
}

/** Saves every change, and says where that failed. */
function useSaving({ desk, id, resumed, resumedKey, keep }: BookFileProps) {
  /** Where the last save failed; shown until a save succeeds. */
  const [unkept, setUnkept] = useState<{ readonly file: string | null; readonly browser: boolean }>(KEPT);
  /** Changed since it was saved to disk. */
  const [unsaved, setUnsaved] = useState(false);
  /** The file on disk that every change goes into. */
  const [file, setFile] = useState<ChosenPlace | null>(null);
  const writing = useRef<ChosenPlace | null>(null);
  /** The file that has the book, or had it when it was written last, with the key in it. */
  const last = useRef<Pick<OpenBook, 'handle' | 'key'>>({ handle: resumed ?? undefined, key: resumedKey });
  const keepNow = useCallback(
    async (bytes: Uint8Array) => {
      const at = new Date().toISOString();
      const isKept = await keep({ id, name: desk.name, bytes, at, inFile: writing.current !== null, ...last.current });
      setUnkept((before) => ({ ...before, browser: !isKept }));
    },
    [desk, id, keep],
  );
  /** How often it was changed. */
  const changes = useRef(0);
  /** Into the file, which every change goes into from then on; false = it could not be written. */
  const write = useCallback(async (chosen: ChosenPlace, bytes: Uint8Array) => {
    const isWritten = await chosen.write(bytes).then(
      () => true,
      () => false,
    );
    if (!isWritten) return false;
    last.current = { handle: chosen.handle, key: chosen.key() };
    writing.current = chosen;
    setFile(chosen);
    setUnsaved(false);
    return true;
  }, []);
  useEffect(
    () =>
      desk.onChange(async (bytes) => {
        changes.current += 1;
        setUnsaved(true);
        const into = writing.current;
        if (into && !(await write(into, bytes))) {
          setUnkept((before) => ({ ...before, file: into.name }));
          writing.current = null;
          setFile(null);
        }
        await keepNow(bytes);
      }),
    [desk, keepNow, write],
  );
  const moveInto = useCallback(
    async (chosen: ChosenPlace) => {
      for (;;) {
        const before = changes.current;
        const bytes = await desk.save();
        if (!(await write(chosen, bytes))) return false;
        // What lay in the browser alone until now leaves it.
        if (before === changes.current) await keepNow(bytes);
        if (before === changes.current) return true;
      }
    },
    [desk, keepNow, write],
  );
  return { unkept, setUnkept, unsaved, setUnsaved, file, moveInto };
}
