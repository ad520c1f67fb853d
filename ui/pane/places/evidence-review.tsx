/**
 * Minh chứng: the files units handed in, those nobody judged first; files are added by button or dropped here. The
 * current file is open beside its criterion and is accepted or doubted by button or key.
 */
import { mergeClasses } from '@fluentui/react-components';
import { type DragEvent, useState } from 'react';
import { inNameOrder } from '../../../core/base/text/name-order.ts';
import type { PlacedEvidence } from '../../../core/report/evidence/evidence-file.ts';
import { evidenceKey } from '../../../core/sheets/evidence-sheet.ts';
import type { NamedFile } from '../../../session/host/files.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { Empty } from '../../empty.tsx';
import { FileButton } from '../../file-button.tsx';
import { keptEvidence } from '../evidence-store.ts';
import { usePane } from '../pane-context.ts';
import { useCardKeys } from '../use-card-keys.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { EvidenceCard } from './evidence-card.tsx';
import { WhoField } from './who-field.tsx';

const KINDS = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.zip';
function inOrder(x: PlacedEvidence, y: PlacedEvidence): number {
  return inNameOrder(x.unit, y.unit) || inNameOrder(x.criterion, y.criterion) || inNameOrder(x.name, y.name);
}

const OPEN: readonly PlacedEvidence['state'][] = ['given', 'opened'];

export function EvidenceReview({ workspace }: { readonly workspace: Workspace }) {
  const styles = usePaneStyles();
  const give = useGiven(workspace);
  const { state, actions } = usePane();
  const files = workspace.evidence.toSorted(inOrder);
  const open = files.filter(({ state: now }) => OPEN.includes(now));
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const dropped = [...event.dataTransfer.files];
    void Promise.all(
      dropped.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ).then(give, () => actions.refuse('Không đọc được tệp vừa thả; hãy chọn bằng nút.'));
  };
  return (
    <section
      className={styles.section}
      aria-label="Minh chứng"
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
    >
      <div className={styles.row}>
        {[false, true].map((folder) => (
          <FileButton
            key={String(folder)}
            label={folder ? 'Thêm cả thư mục…' : 'Thêm minh chứng…'}
            accept={KINDS}
            multiple
            folder={folder}
            disabled={state.work !== null}
            onFiles={(given) => void give(given)}
            onFault={actions.refuse}
          />
        ))}
      </div>
      <p className={styles.quiet}>
        Tệp .pdf, .jpg, .png, .docx, .xlsx đến 20 MB, hoặc .zip; đặt tên như “Thôn Nà Lẻng/1.2 Biên bản.pdf”. Tệp ở lại
        trên máy này; sổ chỉ ghi danh sách.
      </p>
      {files.length === 0 ? (
        <Empty>Chưa có minh chứng. Thả tệp vào đây hoặc bấm “Thêm minh chứng…”.</Empty>
      ) : (
        <>
          <WhoField />
          {open.length === 0 ? null : <Files workspace={workspace} files={open} />}
          <Judged workspace={workspace} files={files.filter(({ state: now }) => !OPEN.includes(now))} />
        </>
      )}
    </section>
  );
}

interface FilesProps {
  readonly workspace: Workspace;
  readonly files: readonly PlacedEvidence[];
}

/** Accepted or doubted: to be looked at again, and judged otherwise. */
function Judged({ workspace, files }: FilesProps) {
  const styles = usePaneStyles();
  const [open, setOpen] = useState('');
  if (files.length === 0) return null;
  return (
    <details>
      <summary>{`Đã chấp nhận, nghi vấn (${files.length})`}</summary>
      <ul className={styles.list}>
        {files.map((file) => {
          const key = evidenceKey(file);
          return (
            <li key={key} className={styles.card}>
              <EvidenceCard
                {...{ workspace, file, hasKeys: false }}
                isOpen={key === open}
                onOpen={() => setOpen(key === open ? '' : key)}
              />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Files nobody has judged yet; judging a file brings up the next. */
function Files({ workspace, files }: FilesProps) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const who = state.texts.who.trim();
  /** Who looked at a file is written down when he walks on from it without a verdict. */
  const leave = (file: PlacedEvidence | undefined) => {
    if (file?.state !== 'given' || who === '' || state.work !== null) return;
    const opened = { ...file, state: 'opened' as const, who };
    void keptEvidence(file.hash).then((bytes) => {
      if (bytes !== null)
        void actions.act('Đang ghi minh chứng', (progress) => session.noteEvidence([opened], [], [], progress));
    });
  };
  const { list, at, standOn } = useCardKeys(files.map(evidenceKey), () => leave(files[at]));
  return (
    <ul ref={list} className={styles.list} aria-label="Tệp minh chứng">
      {files.map((file, index) => (
        <li
          key={evidenceKey(file)}
          className={mergeClasses(styles.card, index === at && styles.current)}
          {...(index === at ? { 'aria-current': 'true' as const } : {})}
        >
          <EvidenceCard workspace={workspace} file={file} isOpen={index === at} onOpen={() => standOn(index)} />
        </li>
      ))}
    </ul>
  );
}

function useGiven(workspace: Workspace): (files: readonly NamedFile[]) => Promise<void> {
  const { actions, session, planReaders } = usePane();
  return async (files) => {
    await actions.act('Đang thêm minh chứng', async (progress) => {
      const { takeEvidence } = await import('../take-evidence.ts');
      return takeEvidence(files, { session, workspace, planReaders }, progress);
    });
  };
}
