/**
 * A file of an old kind (.xls, .ods), read in a worker: a damaged one can fill the memory or never end, and then costs itself only, not the pane.
 * Where there are no workers (tests in Node) it is read here.
 */
import type { Book } from '../../core/grid/sheet.ts';
import type { Result } from '../../core/workbook/port.ts';
import { refuse } from './refusal.ts';

/** Milliseconds: the largest sound file takes a tenth of it. */
const LIMIT = 30_000;

const DEAD = 'Tệp hỏng hoặc quá nặng nên không đọc được; hãy mở bằng Excel, lưu thành .xlsx rồi chọn lại.';

/** Never rejects and always answers. */
export async function readApart(bytes: Uint8Array): Promise<Result<Book>> {
  if (typeof Worker === 'undefined')
    return (await import('../../core/workbook/legacy/read-legacy.ts')).readLegacyBook(bytes);
  const worker = new Worker(new URL('./legacy-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Result<Book>>((answer) => {
      const dead = () => answer(refuse('damaged', DEAD));
      setTimeout(dead, LIMIT);
      worker.addEventListener('error', dead);
      worker.addEventListener('messageerror', dead);
      // From our own worker: its type is the contract.
      worker.addEventListener('message', ({ data }: MessageEvent<Result<Book>>) => answer(data));
      worker.postMessage(bytes);
    });
  } finally {
    worker.terminate();
  }
}
