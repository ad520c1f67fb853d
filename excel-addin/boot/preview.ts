/** The page without Excel: no Office script, nothing from elsewhere. */
import '../../ui/no-eval.ts';
import { loadReaders } from '../../session/plan/load-readers.ts';
import { showSentence } from './show-sentence.ts';

const root = document.getElementById('root');
if (root) {
  Promise.all([import('../../app/preview.tsx'), import('../../app/offline/offline-notice.tsx')])
    .then(([{ startPreview }, { OfflineNotice }]) =>
      startPreview(root, { reason: null, planReaders: loadReaders, Notice: OfflineNotice }),
    )
    .catch(() => showSentence(root, 'Chưa mở được bản xem thử. Hãy kiểm tra mạng rồi tải lại trang.'));
}
