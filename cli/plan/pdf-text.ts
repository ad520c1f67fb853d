/**
 * Reads the pages of a PDF in a child process with a limit of time and memory. A PDF that cannot be read is refused
 * with one sentence.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TextPage } from '../../core/plan/file/pdf-lines.ts';
import type { PdfAnswer, PdfQuestion } from '../../session/plan/pdf/pages.ts';
import { isFoldedTwice, pictureNumbers } from '../../session/plan/pdf/verdict.ts';

type PdfPages =
  | {
      readonly ok: true;
      readonly pages: readonly TextPage[];
      /** Pages to be read as pictures, from 1: without text, or in a font that does not say its letters. */
      readonly pictures: readonly number[];
    }
  | { readonly ok: false; readonly reason: string };

/** Milliseconds. */
const TIME = 20_000;
/** Megabytes of the child's heap. */
const MEMORY = 512;

const REFUSED = {
  password: 'Tệp PDF có mật khẩu: hãy bỏ mật khẩu (in lại thành PDF) rồi đọc lại.',
  broken: 'Tệp PDF bị hỏng hoặc không phải PDF nên không đọc được.',
  'too-long': 'Tệp PDF dài hơn 200 trang, không phải một kế hoạch hay báo cáo.',
  folded: 'Tệp PDF nén chồng nhiều lớp, không phải do phần mềm văn phòng tạo ra, nên bị từ chối để bảo đảm an toàn.',
  died: 'Tệp PDF quá lớn hoặc quá phức tạp nên không đọc được; hãy lưu thành .docx rồi đọc lại.',
} as const;

/**
 * Pages of a PDF with their pieces of text. `child` = path of the built cli/plan/pdf-child.ts; `time` = milliseconds it
 * may take.
 */
export async function pdfPages(bytes: Uint8Array, child = besideThis(), time = TIME): Promise<PdfPages> {
  if (isFoldedTwice(bytes)) return { ok: false, reason: REFUSED.folded };
  const answer = await ask(child, { bytes }, time);
  if (answer === 'died') return { ok: false, reason: REFUSED.died };
  if (answer.kind === 'refused') return { ok: false, reason: REFUSED[answer.why] };
  return { ok: true, pages: answer.pages, pictures: pictureNumbers(answer.pages, answer.pictures) };
}

function besideThis(): string {
  return fileURLToPath(new URL('./pdf-child.js', import.meta.url));
}

/** The first page with its pieces of text; null = it cannot be read, or is a picture. */
export async function pdfFirstPage(bytes: Uint8Array): Promise<TextPage | null> {
  if (isFoldedTwice(bytes)) return null;
  const answer = await ask(besideThis(), { bytes, most: 1 }, TIME);
  if (answer === 'died' || answer.kind !== 'pages') return null;
  const [page] = pictureNumbers(answer.pages, answer.pictures).length === 0 ? answer.pages : [];
  return page ?? null;
}

/** A child that has answered waits for the next file, by its script: to begin one takes longer than most files. */
const waiting = new Map<string, ChildProcess>();

async function ask(script: string, question: PdfQuestion, time: number): Promise<PdfAnswer | 'died'> {
  const before = waiting.get(script);
  waiting.delete(script);
  before?.removeAllListeners();
  const answer = before === undefined ? 'died' : await askAndWait(script, before, question, time);
  // What a used child died of may have been the files before.
  return answer === 'died' ? askAndWait(script, startChild(script), question, time) : answer;
}

async function askAndWait(
  script: string,
  child: ChildProcess,
  question: PdfQuestion,
  time: number,
): Promise<PdfAnswer | 'died'> {
  child.ref();
  child.channel?.ref();
  const answer = await askChild(child, question, time);
  if (answer === 'died' || waiting.has(script)) child.kill('SIGKILL');
  else {
    // It ends with this process, which does not wait for it.
    child.unref();
    child.channel?.unref();
    child.once('exit', () => waiting.delete(script));
    waiting.set(script, child);
  }
  return answer;
}

function startChild(script: string): ChildProcess {
  return fork(script, [], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${MEMORY}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

/** Answers requests in turn, never two at once. */
function askChild(child: ChildProcess, question: PdfQuestion, time: number): Promise<PdfAnswer | 'died'> {
  return new Promise((resolve) => {
    const finish = (answer: PdfAnswer | 'died'): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const died = () => finish('died');
    const timer = setTimeout(died, time);
    child.once('message', (answer: PdfAnswer) => finish(answer));
    child.once('exit', died);
    child.once('error', died);
    child.send(question, (error) => error && died());
  });
}
