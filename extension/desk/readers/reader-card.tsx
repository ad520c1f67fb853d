/** A taught reader: what it reads, with buttons to rename it, to export its file, and to remove it. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TaughtReader } from '../../../core/portal/capture/taught-reader/definition.ts';
import { taughtReaderFile } from '../../../core/portal/capture/taught-reader/file.ts';
import { cleanText } from '../../../core/portal/capture/taught-reader/text.ts';
import { download } from '../download.ts';
import { ReaderDetails } from './reader-details.tsx';

interface Props {
  readonly definition: TaughtReader;
  readonly onKeep: (definition: TaughtReader) => Promise<void>;
  readonly onRemove: (definition: TaughtReader) => Promise<void>;
}

export const useCardStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  label: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function ReaderCard({ definition, onKeep, onRemove }: Props) {
  const styles = useCardStyles();
  const [name, setName] = useState<string>();
  const clean = cleanText(name ?? '');
  const rename = async () => {
    await onKeep({ ...definition, label: clean });
    setName(undefined);
  };
  return (
    <article className={styles.card} aria-label={definition.label}>
      {name === undefined ? (
        <h3 className={styles.label}>{definition.label}</h3>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (clean !== '') void rename();
          }}
        >
          <Field label="Tên nguồn số liệu">
            <Input autoFocus value={name} maxLength={120} onChange={(_, { value }) => setName(value)} />
          </Field>
        </form>
      )}
      <ReaderDetails definition={definition} />
      <div className={styles.buttons}>
        {name === undefined ? (
          <>
            <Button onClick={() => setName(definition.label)}>Đổi tên</Button>
            <Button onClick={() => download('cach-doc.json', taughtReaderFile(definition), 'application/json')}>
              Xuất tệp
            </Button>
            <Button onClick={() => void onRemove(definition)}>Xóa</Button>
          </>
        ) : (
          <>
            <Button appearance="primary" disabled={clean === ''} onClick={() => void rename()}>
              Lưu tên
            </Button>
            <Button onClick={() => setName(undefined)}>Thôi</Button>
          </>
        )}
      </div>
    </article>
  );
}
