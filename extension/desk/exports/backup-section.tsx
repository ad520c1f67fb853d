/** Everything the extension holds as one file on the officer's disk. */
import { Button } from '@fluentui/react-components';
import { hanoiTime } from '../../../core/base/period/hanoi-time.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import { useStore } from '../../live/use-store.ts';
import { readSettings } from '../../settings/settings.ts';
import { download } from '../download.ts';
import { Section } from './section.tsx';
import { today } from './today.ts';
import { useWork } from './use-work.ts';

export function BackupSection() {
  const db = useStore();
  const work = useWork();
  const save = () =>
    work.run(async (progress) => {
      const file = await writeBackup(db, await readSettings(), hanoiTime(new Date(Date.now())), progress);
      const name = `thi-dua-so-sao-luu-${today()}.zip`;
      download(name, file, 'application/zip');
      return { kind: 'done', text: `Đã tạo ${name} (${sizeText(file.size)}). Hãy cất ở nơi an toàn, ngoài máy này.` };
    }, 'Không tạo được tệp sao lưu. Ổ đĩa có thể đã đầy; hãy dọn bớt rồi thử lại.');
  return (
    <Section
      title="Sao lưu"
      lead="Một tệp chứa mọi bản chụp cùng bằng chứng, các cách đọc, hồ sơ phong trào của xã và cài đặt. Gỡ tiện ích hoặc đổi máy là mất số liệu nếu không có tệp này."
      work={work}
    >
      <Button appearance="primary" disabled={work.done !== null} onClick={save}>
        Tải tệp sao lưu
      </Button>
    </Section>
  );
}

/** `12,4 MB`. */
function sizeText(bytes: number): string {
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'KB'] : [bytes / 1e6, 'MB'];
  return `${Math.max(0.1, size).toLocaleString('vi', { maximumFractionDigits: 1 })} ${unit}`;
}
