/**
 * A PDF in a browser: read in a worker of its own with a time limit, since a small file can unfold to gigabytes. A
 * worker that hangs, dies of its memory or cannot start is that file's refusal; the page goes on.
 */
import { packedWorker } from '../packed-worker.ts';
import type { PdfAnswer } from './pdf/pages.ts';
import { isFoldedTwice, pictureNumbers } from './pdf/verdict.ts';
import type { PdfQuestion } from './pdf-worker.ts';
import type { ReadPdf } from './plan-text-of.ts';

const LIMIT_MS = 20_000;
const AS_DOCX = 'hãy dùng bản .docx hoặc dán văn bản.';
const REFUSED = {
  password: 'Tệp PDF có mật khẩu: hãy bỏ mật khẩu (in lại thành PDF) rồi chọn lại.',
  broken: 'Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.',
  'too-long': 'Tệp PDF dài hơn 200 trang, không phải một kế hoạch hay báo cáo.',
  folded: 'Tệp PDF nén chồng nhiều lớp, không phải do phần mềm văn phòng tạo ra, nên bị từ chối để bảo đảm an toàn.',
  died: `Tệp PDF quá lớn hoặc quá phức tạp nên không đọc được: ${AS_DOCX}`,
} as const;

/** Never rejects. */
export const readPdfApart: ReadPdf = async (bytes) => {
  if (isFoldedTwice(bytes)) return { ok: false, reason: REFUSED.folded };
  const answer = await ask(bytes);
  if (answer === 'died') return { ok: false, reason: REFUSED.died };
  if (answer.kind === 'refused') return { ok: false, reason: REFUSED[answer.why] };
  const { pages } = answer;
  return { ok: true, pages, pictures: pictureNumbers(pages, answer.pictures) };
};

async function ask(bytes: Uint8Array): Promise<PdfAnswer | 'died'> {
  const worker = await startWorker().catch(() => null);
  if (worker === null) return 'died';
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const finish = (answer: PdfAnswer | 'died'): void => {
      clearTimeout(timer);
      port1.close();
      worker.terminate();
      resolve(answer);
    };
    const died = () => finish('died');
    const timer = setTimeout(died, LIMIT_MS);
    port1.onmessage = ({ data }: MessageEvent<PdfAnswer>) => finish(data);
    worker.onerror = (event) => {
      event.preventDefault();
      died();
    };
    const question: PdfQuestion = { bytes, port: port2 };
    worker.postMessage(question, [port2]);
  });
}

async function startWorker(): Promise<Worker> {
  return (
    (await packedWorker('pdf-worker')) ?? new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  );
}
