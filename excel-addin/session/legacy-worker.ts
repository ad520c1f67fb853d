/** Reads one file of an old kind in a thread of its own, which may die of it. Answers with the result, once. */
import { readLegacyBook } from '../../core/workbook/legacy/read-legacy.ts';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  void readLegacyBook(data).then((result) => postMessage(result));
});
