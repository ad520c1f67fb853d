/** What the officer takes away: the Word papers and the workbook of results, made anew from the workbook each time. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { NamedFile } from '../../../session/host/files.ts';
import type { OutputKind } from '../../../session/papers/make-file.ts';
import { canChooseFolder, chooseFolder } from '../../choose-folder.ts';
import { FileButton } from '../../file-button.tsx';
import { saveFile } from '../../save-file.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

export function FilesSection() {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const isBusy = state.work !== null;
  const [templates, setTemplates] = useState<readonly NamedFile[]>([]);
  const keep = async (kind: OutputKind, label: string) => {
    const made = await actions.makeFile(kind, label, templates);
    if (made !== null) saveFile(made.name, made.bytes);
    if (made !== null && kind === 'papers') dispatch({ kind: 'made-papers' });
    setNotes(made?.notes ?? []);
  };
  const intoFolder = async () => {
    const chosen = await chooseFolder('van-ban').catch(() => undefined);
    if (chosen === undefined)
      actions.refuse('Trình duyệt không cho ghi vào thư mục nào từ trang này: hãy tải tệp .zip.');
    if (!chosen) return;
    setNotes([]);
    await actions.act('Đang lập và ghi văn bản', async (progress) => {
      const made = await session.makeFolder((done) => progress(done / 2), templates);
      if (!made.ok) return made;
      const { writeFolder } = await import('../../write-folder.ts');
      const written = await writeFolder(chosen, made.value, (done) => progress(0.5 + done / 2));
      if (!written.ok) return written;
      setNotes(made.value.notes);
      dispatch({ kind: 'made-papers' });
      return { ok: true, value: { workspace: null, message: written.value, left: '' } };
    });
  };
  return (
    <section className={styles.section} aria-labelledby="files-heading">
      <h2 id="files-heading" className={styles.heading}>
        Văn bản và sổ tổng hợp
      </h2>
      <div className={styles.row}>
        <Button
          appearance={state.hasPapers ? 'secondary' : 'primary'}
          disabled={isBusy}
          onClick={() => void keep('papers', 'Đang lập văn bản Word')}
        >
          Văn bản Word
        </Button>
        <Button disabled={isBusy} onClick={() => void keep('results', 'Đang lập sổ tổng hợp')}>
          Sổ tổng hợp để in
        </Button>
        {canChooseFolder() && (
          <Button disabled={isBusy} onClick={() => void intoFolder()}>
            Ghi vào thư mục…
          </Button>
        )}
        <FileButton
          label="Chọn mẫu của tỉnh (.docx)"
          accept=".docx"
          multiple
          disabled={isBusy}
          onFiles={setTemplates}
          onFault={actions.refuse}
        />
      </div>
      {templates.length === 0 ? null : (
        <p className={styles.text}>{`Lập theo mẫu đã chọn: ${templates.map(({ name }) => name).join(', ')}.`}</p>
      )}
      <p className={styles.quiet}>
        Lập từ số liệu đang có trong sổ, tải về máy; sổ giữ nguyên. Ký thay, thành viên Hội đồng ghi ở trang tính “Văn
        bản”, hai cột Mục, Giá trị.
      </p>
      {notes.length === 0 ? null : (
        <div role="status" aria-label="Cần xem trước khi ký">
          <ul className={styles.list}>
            {notes.map((text) => (
              <li key={text} className={styles.text}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
