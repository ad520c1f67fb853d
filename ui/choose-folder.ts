/** A folder on disk chosen by the officer; only where the browser allows a page to write to folders. */
type Picker = (options: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const picker = () => (window as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker;

/** A frame of another site, as Excel on the web is, gets none. */
export const canChooseFolder = () => picker() !== undefined && window.self === window.top;

/**
 * `id` = by what the browser remembers where it was last; null = the officer closed the dialog. Rejects when she, or the
 * browser, allows no writing there.
 */
export async function chooseFolder(id: 'so-chung' | 'van-ban'): Promise<FileSystemDirectoryHandle | null> {
  return (
    (await picker()?.({ id, mode: 'readwrite' }).catch((fault: unknown) => {
      if (fault instanceof DOMException && fault.name === 'AbortError') return null;
      throw fault;
    })) ?? null
  );
}
