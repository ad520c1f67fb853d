/**
 * Text of a PDF: read in a child process with a time and memory limit, joined to paragraphs here. What cannot be read
 * is one sentence.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pdfLines, type TextPage } from '../core/plan/pdf-lines.ts';
import type { PdfAnswer } from './pdf-child.ts';

export type PdfText = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

const TIME = 20_000;
/** Megabytes of the child's heap. */
const MEMORY = 512;

const REFUSED = {
  password: 'Tệp PDF có mật khẩu: hãy bỏ mật khẩu (in lại thành PDF) rồi đọc lại.',
  broken: 'Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.',
  'too-long': 'Tệp PDF dài hơn 200 trang, không phải một kế hoạch.',
  died: 'Tệp PDF quá lớn hoặc quá phức tạp nên không đọc được; hãy lưu kế hoạch thành .docx hoặc .txt rồi đọc lại.',
} as const;

/** Reads the bytes of a PDF with text. `child` = path of the built cli/pdf-child.ts. */
export async function pdfText(bytes: Uint8Array, child = besideThis()): Promise<PdfText> {
  const answer = await ask(child, bytes);
  if (answer === 'died') return { ok: false, reason: REFUSED.died };
  if (answer.kind === 'refused') return { ok: false, reason: REFUSED[answer.why] };
  const { pages, pictures } = answer;
  if (pictures.length > 0 && pictures.length === pages.length)
    return {
      ok: false,
      reason: 'Tệp PDF là bản quét (chỉ có ảnh), chưa đọc được chữ: hãy dùng bản .docx hoặc PDF có chữ.',
    };
  if (pictures.length > 0)
    return {
      ok: false,
      reason: `Trang ${pagesWords(pictures)} của tệp PDF chỉ có ảnh, chưa đọc được chữ: hãy dùng bản .docx hoặc PDF có chữ.`,
    };
  if (isUnreadable(pages))
    return { ok: false, reason: 'Phông chữ trong tệp PDF không đọc ra chữ được: hãy dùng bản .docx hoặc dán văn bản.' };
  return { ok: true, value: pdfLines(pages) };
}

function besideThis(): string {
  return fileURLToPath(new URL('./pdf-child.js', import.meta.url));
}

function ask(script: string, bytes: Uint8Array): Promise<PdfAnswer | 'died'> {
  return new Promise((resolve) => {
    const child = fork(script, [], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${MEMORY}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const finish = (answer: PdfAnswer | 'died'): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.kill('SIGKILL');
      resolve(answer);
    };
    const died = () => finish('died');
    const timer = setTimeout(died, TIME);
    child.once('message', (answer: PdfAnswer) => finish(answer));
    child.once('exit', died);
    child.once('error', died);
    child.send(bytes, (error) => error && died());
  });
}

/** A broken table of characters gives control characters and private ones; a good file has none. */
function isUnreadable(pages: readonly TextPage[]): boolean {
  const text = pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/gu)?.length ?? 0;
  return strange > text.length * 0.02;
}

function pagesWords(pages: readonly number[]): string {
  const [first = 0] = pages;
  const last = pages.at(-1) ?? first;
  return pages.length > 2 && last - first + 1 === pages.length ? `${first}–${last}` : pages.join(', ');
}
