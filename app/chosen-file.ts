/**
 * The file on disk an officer chose to keep the workbook in: written at every change from then on, without asking
 * again. Only browsers with the File System Access API have it; elsewhere the workbook is downloaded.
 */
import { writeWhole } from '../ui/write-whole.ts';

export interface ChosenPlace {
  readonly name: string;
  /** The way to it: browsers keep it for a later day. */
  readonly handle: FileSystemFileHandle;
  /** Rejects when the file can no longer be written (stick pulled out, disk full, permission taken back). */
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** That lies in the file since it was written; null = none. */
  readonly key: () => string | null;
}

type Picker = (options: {
  readonly suggestedName: string;
  readonly id: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}) => Promise<FileSystemFileHandle>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const picker = () => (window as { readonly showSaveFilePicker?: Picker }).showSaveFilePicker;

export const canChoose = () => picker() !== undefined;

/** null = the officer closed the dialog, or the browser has none. */
export async function choosePlace(suggestedName: string, isKeyed: boolean): Promise<ChosenPlace | null> {
  const handle = await picker()?.({
    suggestedName,
    id: 'thi-dua-so',
    types: [{ description: 'Sổ Excel', accept: { [XLSX]: ['.xlsx'] } }],
  }).catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'AbortError') return null;
    throw fault;
  });
  return handle ? placeOf(handle, isKeyed) : null;
}

export type FileMode = 'read' | 'readwrite';

/** Whether the file may be used so: `prompt` = the browser asks the officer again, from a press. */
export async function allowed(
  handle: FileSystemFileHandle,
  mode: FileMode,
  isPressed: boolean,
): Promise<PermissionState> {
  const asking: AskingHandle = handle;
  const state = (await asking.queryPermission?.({ mode }).catch(() => undefined)) ?? 'denied';
  if (state !== 'prompt' || !isPressed) return state;
  return (await asking.requestPermission?.({ mode }).catch(() => undefined)) ?? 'denied';
}

type AskingHandle = FileSystemFileHandle & {
  readonly queryPermission?: (wanted: { readonly mode: FileMode }) => Promise<PermissionState>;
  readonly requestPermission?: (wanted: { readonly mode: FileMode }) => Promise<PermissionState>;
};

/** `isKeyed` = the file carries the key for copies of the book stored elsewhere (sealed-copy.ts). */
export function placeOf(handle: FileSystemFileHandle, isKeyed: boolean): ChosenPlace {
  // One write after the other: each replaces the whole file.
  let last: Promise<void> = Promise.resolve();
  let fresh: string | null = null;
  let key: string | null = null;
  const write = async (bytes: Uint8Array) => {
    if (!isKeyed) return writeWhole(handle, bytes);
    const { keyed, newKey } = await import('./sealed-copy.ts');
    fresh ??= newKey();
    const whole = keyed(bytes, fresh);
    await writeWhole(handle, whole.bytes);
    key = whole.key;
  };
  return {
    name: handle.name,
    handle,
    key: () => key,
    write: (bytes) => {
      last = last.catch(() => undefined).then(() => write(bytes));
      return last;
    },
  };
}
