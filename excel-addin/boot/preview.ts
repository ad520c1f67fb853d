/** The page without Excel: no Office script, nothing from elsewhere. */
import '../../ui/no-eval.ts';
import { loadReaders } from '../../session/plan/load-readers.ts';
import { showSentence } from './show-sentence.ts';

const root = document.getElementById('root');
if (root) {
  Promise.all([import('../../app/hosted.ts'), import('../../app/offline/offline-notice.tsx')])
    .then(([{ startHosted }, { OfflineNotice }]) =>
      startHosted(root, { reason: null, planReaders: loadReaders, Notice: OfflineNotice }),
    )
    .catch(() => showSentence(root, 'Chưa mở được bản xem thử. Hãy kiểm tra mạng rồi tải lại trang.'));
}
