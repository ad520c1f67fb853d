/**
 * "Mở sổ": by the browser's own dialog where it keeps the way to the file for a later day, else by a plain chooser.
 */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

export interface ChosenBook {
  readonly file: File;
  /** null = the browser gives no way back to it. */
  readonly handle: FileSystemFileHandle | null;
}

type OpenPicker = (options: {
  readonly id: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}) => Promise<readonly FileSystemFileHandle[]>;

const KINDS = ['.xlsx', '.xlsm', '.xls', '.ods'];
const TYPES = [{ description: 'Sổ Excel', accept: { 'application/vnd.ms-excel': KINDS } }];

interface OpenButtonProps {
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly onBook: (book: ChosenBook) => void;
}

export function OpenButton({ appearance, onBook }: OpenButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = async () => {
    const picker = (window as { readonly showOpenFilePicker?: OpenPicker }).showOpenFilePicker;
    if (picker === undefined) {
      input.current?.click();
      return;
    }
    try {
      const [handle] = await picker({ id: 'thi-dua-so', types: TYPES });
      if (handle) onBook({ file: await handle.getFile(), handle });
    } catch (fault) {
      // Closed without a choice; anything else means that there is no such dialog here (a frame, a policy).
      if (!(fault instanceof DOMException && fault.name === 'AbortError')) input.current?.click();
    }
  };
  return (
    <>
      <Button appearance={appearance} onClick={() => void choose()}>
        Mở sổ
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Mở sổ"
        accept={KINDS.join(',')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onBook({ file, handle: null });
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
