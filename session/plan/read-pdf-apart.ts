/** The text of a PDF in a browser, read in a worker of its own. */

import type { PdfAnswer } from './pdf/pages.ts';
import { isFoldedTwice, pictureNumbers } from './pdf/verdict.ts';
import { askPdfWorker } from './pdf-apart.ts';
import type { ReadPdf } from './plan-text-of.ts';

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
  const answer = await askPdfWorker<PdfAnswer>({ bytes });
  if (answer === 'died') return { ok: false, reason: REFUSED.died };
  if (answer.kind === 'refused') return { ok: false, reason: REFUSED[answer.why] };
  const { pages } = answer;
  return { ok: true, pages, pictures: pictureNumbers(pages, answer.pictures) };
};
