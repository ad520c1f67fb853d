/**
 * Reads the text of a plan's file of any kind. Pages that are pictures are recognised with `--ocr`; without it one
 * sentence names these pages and estimates how long recognition would take.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readPlanFile } from '../../core/plan/file/plan-file.ts';
import { type ScanText, scanText } from '../../core/plan/file/scan/scan-text.ts';
import { pagesWords } from '../../session/plan/pdf/verdict.ts';
import { pdfPages } from './pdf-text.ts';
import { readScan } from './read-scan.ts';

type PlanText =
  /** `scan` null = nothing was recognised. */
  | { readonly ok: true; readonly text: string; readonly scan: ScanText | null }
  | { readonly ok: false; readonly reason: string };

/** Seconds a page of A4 takes to recognise, with its numbers read twice. */
const SECONDS_A_PAGE = 4;
/** More pages than any plan's; each is megabytes and seconds. */
const MOST_SCANNED = 100;

const refused = (reason: string): PlanText => ({ ok: false, reason });

const PARTS = fileURLToPath(new URL('./ocr/vie.traineddata.gz', import.meta.url));

/** Never throws for what the bytes hold. `ocr` = recognise pages that are pictures. */
export async function planText(bytes: Uint8Array, { ocr }: { readonly ocr: boolean }): Promise<PlanText> {
  const file = readPlanFile(bytes);
  if (file.kind === 'refused') return refused(file.reason);
  if (file.kind === 'text') return { ok: true, text: file.text, scan: null };
  if (ocr && !existsSync(PARTS)) return refused('Bản cài đặt này thiếu phần nhận dạng chữ: hãy cài lại (npm install).');
  if (file.kind === 'picture') {
    if (!ocr) return refused(`Tệp là ảnh chụp. ${askFor(1)}`);
    const { pages } = await recognised(bytes, [1]);
    return pages.length === 0 ? refused('Ảnh bị hỏng hoặc quá lớn nên không đọc được.') : textOf(pages);
  }
  const pdf = await pdfPages(bytes);
  if (!pdf.ok) return pdf;
  const { pages, pictures } = pdf;
  if (pictures.length === 0) {
    const { text } = scanText(pages);
    return { ok: true, text, scan: null };
  }
  const which =
    pictures.length === pages.length
      ? 'Tệp PDF là bản quét (chỉ có ảnh).'
      : `Trang ${pagesWords(pictures)} của tệp PDF là ảnh.`;
  if (pictures.length > MOST_SCANNED)
    return refused(`${which} Quá ${MOST_SCANNED} trang ảnh: hãy tách riêng phần kế hoạch.`);
  if (!ocr) return refused(`${which} ${askFor(pictures.length)}`);
  const { pages: read, unread } = await recognised(bytes, pictures);
  if (unread.length > 0)
    return refused(
      `Trang ${pagesWords(unread)} của tệp PDF không đọc được chữ: hãy quét lại trang đó, hoặc dùng bản .docx.`,
    );
  const byNumber = new Map(read.map((page) => [page.page, page]));
  return textOf(pages.map((page, at) => byNumber.get(at + 1) ?? page));
}

function textOf(pages: Parameters<typeof scanText>[0]): PlanText {
  const scan = scanText(pages);
  return { ok: true, text: scan.text, scan };
}

function askFor(pages: number): string {
  const seconds = pages * SECONDS_A_PAGE;
  const long = seconds < 90 ? `${seconds} giây` : `${Math.round(seconds / 60)} phút`;
  return `Thêm --ocr để nhận dạng chữ (${pages} trang, khoảng ${long}, không gửi đi đâu); mọi con số đọc được phải so lại với ảnh. Có bản .docx thì nên dùng bản đó.`;
}

async function recognised(bytes: Uint8Array, pages: readonly number[]): ReturnType<typeof readScan> {
  const say = (text: string) => process.stderr.isTTY && process.stderr.write(text);
  const read = await readScan({ bytes, pages }, (done) => say(`\rĐang nhận dạng chữ: ${done}/${pages.length} trang`));
  say('\n');
  return read;
}
