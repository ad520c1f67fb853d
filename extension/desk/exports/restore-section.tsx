/**
 * A backup brought back: chosen, looked through, and only then added; replacing everything is a choice of its own,
 * confirmed by typing.
 */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { type Backup, openBackup } from '../../backup/open-backup.ts';
import { type BackupPreview, previewBackup } from '../../backup/preview-backup.ts';
import { canReplace, type RestoreMode, restoreBackup } from '../../backup/restore-backup.ts';
import { useStore } from '../../live/use-store.ts';
import { isDiskFull } from '../../messages/disk-full.ts';
import { changeSettings, readSettings } from '../../settings/settings.ts';
import { PreviewView } from './preview-view.tsx';
import { Section } from './section.tsx';
import { useWork, type WorkNotice } from './use-work.ts';

/** What has to be typed, in this letter case or another. */
const WORD = 'thay thế';

const useStyles = makeStyles({
  input: { display: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  replace: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '8px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    width: '100%',
  },
});

interface BackupFile {
  readonly name: string;
  readonly backup: Backup;
  readonly preview: BackupPreview;
}

const FAILED = 'Không đọc được tệp. Hãy kiểm tra tệp còn ở đó rồi chọn lại.';

export function RestoreSection() {
  const db = useStore();
  const work = useWork();
  const [opened, setOpened] = useState<BackupFile | null>(null);
  const close = () => setOpened(null);
  const open = (file: File) => {
    close();
    work.run(async (progress): Promise<WorkNotice | null> => {
      const backup = await openBackup(file);
      if (!backup.ok) return { kind: 'error', text: backup.refusal.message };
      const preview = await previewBackup(db, backup.value, progress);
      if (!preview.ok) return { kind: 'error', text: preview.refusal.message };
      setOpened({ name: file.name, backup: backup.value, preview: preview.value });
      return null;
    }, FAILED);
  };
  const restore = ({ backup, preview }: BackupFile, mode: RestoreMode) =>
    work.run(async (progress): Promise<WorkNotice> => {
      try {
        const settings = { read: readSettings, change: changeSettings };
        const { written, unproven } = await restoreBackup(db, { backup, preview }, mode, settings, progress);
        close();
        return {
          kind: unproven === 0 ? 'done' : 'warning',
          text: `${mode === 'add' ? `Đã thêm ${written} bản chụp.` : `Đã thay thế: nay có ${written} bản chụp.`}${unprovenText(unproven)}`,
        };
      } catch (error) {
        if (!(await isDiskFull(error))) throw error;
        return {
          kind: 'error',
          text: 'Ổ đĩa đã đầy nên mới đưa về được một phần. Hãy dọn bớt rồi làm lại: phần đã có không bị nhập hai lần.',
        };
      }
    }, 'Không đưa về được hết. Phần đã đưa về vẫn nguyên vẹn; hãy chọn lại tệp rồi thử lại.');
  const isIdle = work.done === null;
  return (
    <Section
      title="Khôi phục từ tệp sao lưu"
      lead="Tệp được kiểm tra trước và chưa có gì bị thay đổi cho tới khi anh chị bấm “Thêm”."
      work={work}
    >
      <ChooseBackup disabled={!isIdle} onFile={open} />
      {opened === null ? null : (
        <OpenedBackup opened={opened} disabled={!isIdle} onRestore={(mode) => restore(opened, mode)} onClose={close} />
      )}
    </Section>
  );
}

interface ChooseBackupProps {
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

function ChooseBackup({ disabled, onFile }: ChooseBackupProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept=".zip"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
      <Button disabled={disabled} onClick={() => input.current?.click()}>
        Chọn tệp sao lưu (.zip)
      </Button>
    </>
  );
}

interface OpenedBackupProps {
  readonly opened: BackupFile;
  readonly disabled: boolean;
  readonly onRestore: (mode: RestoreMode) => void;
  readonly onClose: () => void;
}

/** What the file would bring, and the ways to take it. */
function OpenedBackup({ opened: { name, preview }, disabled, onRestore, onClose }: OpenedBackupProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  return (
    <>
      <PreviewView name={name} preview={preview} />
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={disabled || isEmpty(preview)} onClick={() => onRestore('add')}>
          {addText(preview)}
        </Button>
        <Button disabled={disabled} onClick={onClose}>
          Thôi
        </Button>
      </div>
      {canReplace(preview) ? (
        <div className={styles.replace}>
          <Field
            label={`Thay thế tất cả: xóa mọi bản chụp, cách đọc và hồ sơ phong trào không có trong tệp, cài đặt lấy theo tệp. Gõ “${WORD}” để mở nút.`}
            hint="Nên tải một tệp sao lưu mới trước khi thay thế."
          >
            <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
          </Field>
          <Button disabled={disabled || !isTyped(typed)} onClick={() => onRestore('replace')}>
            Thay thế tất cả
          </Button>
        </div>
      ) : null}
    </>
  );
}

function unprovenText(count: number): string {
  return count === 0
    ? ''
    : ` Trong đó ${count} bản chụp tệp ghi là đã xác nhận nhưng đọc lại bằng chứng không ra đúng các số ấy: được đưa về ở trạng thái chờ xác nhận, hãy xem lại từng bản.`;
}

function isEmpty({ added, addedReaders, addsMovement }: BackupPreview): boolean {
  return added + addedReaders === 0 && !addsMovement;
}

function addText({ added, addedReaders, addsMovement }: BackupPreview): string {
  if (added + addedReaders === 0 && addsMovement) return 'Thêm hồ sơ phong trào';
  return added > 0 || addedReaders === 0
    ? `Thêm ${added} bản chụp còn thiếu`
    : `Thêm ${addedReaders} cách đọc còn thiếu`;
}

function isTyped(text: string): boolean {
  return text.normalize('NFC').trim().toLocaleLowerCase('vi') === WORD;
}
