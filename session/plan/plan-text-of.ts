/** The text of a plan's file, whatever kind it is; what a page cannot read is one sentence on what to do instead. */
import type { Result } from '../../core/result.ts';
import { done, refuse } from '../host/refusal.ts';

/** Reads the bytes of a PDF. `reason` is one Vietnamese sentence. */
export type ReadPdf = (
  bytes: Uint8Array,
) => Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string }>;

/** The readers too large for every page; absent = this page has none. */
export interface PlanReaders {
  readonly pdf?: ReadPdf;
}

const NO_PDF =
  'Trang này không đọc được PDF: hãy lưu kế hoạch thành .docx rồi chọn lại, hoặc dùng trang Thi đua số trên mạng.';
const NO_PICTURE = 'Tệp là ảnh chụp, trang này chưa đọc được chữ trong ảnh: hãy dùng bản .docx, .doc hoặc PDF có chữ.';

export async function planTextOf(bytes: Uint8Array, readers: PlanReaders): Promise<Result<string>> {
  const { readPlanFile } = await import('../../core/plan/plan-file.ts');
  const read = readPlanFile(bytes);
  switch (read.kind) {
    case 'text':
      return done(read.text);
    case 'refused':
      return refuse('plan-file', read.reason);
    case 'picture':
      return refuse('plan-file', NO_PICTURE);
    case 'pdf': {
      if (!readers.pdf) return refuse('plan-file', NO_PDF);
      const text = await readers.pdf(bytes);
      return text.ok ? done(text.value) : refuse('plan-file', text.reason);
    }
  }
}
