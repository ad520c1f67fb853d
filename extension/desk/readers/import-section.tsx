/** Importing a reader that another officer made: it is shown first, and stored only when she agrees. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { TaughtReader } from '../../../core/portal/capture/taught-reader/definition.ts';
import { parseReaderFile } from '../../../core/portal/capture/taught-reader/file.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { useCardStyles } from './reader-card.tsx';
import { ReaderDetails } from './reader-details.tsx';

interface Props {
  readonly readers: readonly TaughtReader[];
  readonly onKeep: (definition: TaughtReader) => Promise<void>;
}

export function ImportSection({ readers, onKeep }: Props) {
  const styles = useCardStyles();
  const [offered, setOffered] = useState<TaughtReader>();
  const [fault, setFault] = useState<string>();
  const open = (bytes: Uint8Array) => {
    const file = parseReaderFile(new TextDecoder().decode(bytes));
    setOffered(file.ok ? file.definition : undefined);
    setFault(file.ok ? undefined : file.reason);
  };
  const before = readers.find(({ id }) => id === offered?.id);
  const keep = async (definition: TaughtReader) => {
    await onKeep(definition);
    setOffered(undefined);
  };
  return (
    <>
      <div className={styles.buttons}>
        <FileButton
          label="Nhập cách đọc từ tệp"
          accept=".json,application/json"
          onFiles={([file]) => file && open(file.bytes)}
          onFault={setFault}
        />
      </div>
      {fault === undefined ? null : <Notice kind="error">{fault}</Notice>}
      {offered && (
        <article className={styles.card} aria-label="Cách đọc trong tệp">
          <h3 className={styles.label}>{offered.label}</h3>
          <ReaderDetails definition={offered} />
          {before && (
            <Notice kind="warning">
              Đã có cách đọc này, phiên bản {before.version}: nhập sẽ thay bằng phiên bản {offered.version}.
            </Notice>
          )}
          <div className={styles.buttons}>
            <Button appearance="primary" onClick={() => void keep(withUnit(offered, before))}>
              {before ? 'Thay' : 'Nhập'}
            </Button>
            <Button onClick={() => setOffered(undefined)}>Thôi</Button>
          </div>
        </article>
      )}
    </>
  );
}

/** The unit she pointed at is not in the file, and stays hers. */
function withUnit(offered: TaughtReader, before: TaughtReader | undefined): TaughtReader {
  const own = before?.tables.find(({ unit }) => unit.name !== null)?.unit.name ?? null;
  return { ...offered, tables: offered.tables.map((table) => ({ ...table, unit: { ...table.unit, name: own } })) };
}
