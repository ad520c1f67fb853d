/** A button that asks for a folder and hands over all files in it. */
import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';

interface FolderButtonProps {
  readonly label: string;
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FolderButton({ label, appearance, onFiles }: FolderButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button appearance={appearance} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no such property.
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        multiple
        aria-label={label}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same folder may be chosen again.
          event.target.value = '';
          onFiles(chosen);
        }}
      />
    </>
  );
}
