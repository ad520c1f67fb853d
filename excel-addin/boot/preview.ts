/** The page without Excel: no Office script, nothing from elsewhere. */
import '../../ui/no-eval.ts';
import { PLAN_READERS } from './plan-readers.ts';
import { showSentence } from './show-sentence.ts';

const root = document.getElementById('root');
if (root) {
  import('../../app/preview.tsx')
    .then(({ startPreview }) => startPreview(root, { reason: null, planReaders: PLAN_READERS }))
    .catch(() => showSentence(root, 'Chưa mở được bản xem thử. Hãy kiểm tra mạng rồi tải lại trang.'));
}
