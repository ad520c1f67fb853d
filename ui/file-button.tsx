/**
 * A button that asks for files and hands over their bytes. The input is only a means: hidden, reached through the
 * button.
 */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface FileButtonProps {
  readonly label: string;
  /** `.xlsx,.xlsm`. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** A folder is chosen; the names are paths from it on. */
  readonly folder?: boolean;
  readonly disabled?: boolean;
  readonly appearance?: NonNullable<ButtonProps['appearance']>;
  readonly onFiles: (files: readonly ChosenFile[]) => void;
  /** One sentence on a file that went away or may not be read. */
  readonly onFault: (message: string) => void;
}

export function FileButton(props: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (chosen: readonly File[]) => {
    const read = await Promise.all(chosen.map(readFile));
    for (const [index, bytes] of read.entries())
      if (bytes === null) props.onFault(unreadableText(chosen[index]?.name ?? ''));
    const nameOf = (file: File | undefined) => (props.folder && file?.webkitRelativePath) || (file?.name ?? '');
    const files = read.flatMap((bytes, index) => (bytes === null ? [] : [{ name: nameOf(chosen[index]), bytes }]));
    if (files.length > 0) props.onFiles(files);
  };
  return (
    <>
      <Button
        appearance={props.appearance ?? 'secondary'}
        disabled={props.disabled ?? false}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={props.label}
        accept={props.accept}
        multiple={props.multiple ?? false}
        {...(props.folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = '';
          void take(chosen);
        }}
      />
    </>
  );
}

export function unreadableText(name: string): string {
  return `Không đọc được tệp “${name}”. Hãy đóng tệp đó rồi chọn lại.`;
}

async function readFile(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
