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
export async function choosePlace(suggestedName: string): Promise<ChosenPlace | null> {
  const handle = await picker()?.({
    suggestedName,
    id: 'thi-dua-so',
    types: [{ description: 'Sổ Excel', accept: { [XLSX]: ['.xlsx'] } }],
  }).catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'AbortError') return null;
    throw fault;
  });
  return handle ? placeOf(handle) : null;
}

/** Whether the file may be written: `prompt` = the browser asks the officer again, from a press. */
export async function mayWrite(handle: FileSystemFileHandle, isPressed: boolean): Promise<PermissionState> {
  const asking: AskingHandle = handle;
  const wanted = { mode: 'readwrite' } as const;
  const state = (await asking.queryPermission?.(wanted).catch(() => undefined)) ?? 'denied';
  if (state !== 'prompt' || !isPressed) return state;
  return (await asking.requestPermission?.(wanted).catch(() => undefined)) ?? 'denied';
}

type AskingHandle = FileSystemFileHandle & {
  readonly queryPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission?: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
};

export function placeOf(handle: FileSystemFileHandle): ChosenPlace {
  // One write after the other: each replaces the whole file.
  let last: Promise<void> = Promise.resolve();
  return {
    name: handle.name,
    handle,
    write: (bytes) => {
      last = last.catch(() => undefined).then(() => writeWhole(handle, bytes));
      return last;
    },
  };
}
