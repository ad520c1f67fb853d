/** The workbook's worker and a second one, which reads some of many files for it. */
import type { ReadFile, ReadOptions } from '../../core/report/read.ts';
import { type BookToRead, type ReadShare, readReportFile } from '../../session/run/read-report-files.ts';
import type { ToWorker } from './book-talk.ts';

type Options = Omit<ReadOptions, 'file'>;

type ToReader =
  /** Sent once for many shares, so that what is made of a movement is made once. */
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'share'; readonly id: number; readonly files: readonly BookToRead[] };

interface FromReader {
  readonly id: number;
  readonly read: readonly ReadFile[] | null;
}

/** Either side of two workers; `want` asks the page for the second. */
export function readerBeside(want: () => void) {
  let arrival: Promise<MessagePort> | null = null;
  let arrived: (port: MessagePort) => void = () => undefined;
  let nextId = 1;
  const waiting = new Map<number, (read: FromReader['read']) => void>();
  return {
    begin: async (options: Options): Promise<ReadShare> => {
      if (arrival === null) {
        arrival = new Promise((resolve) => {
          arrived = resolve;
        });
        want();
      }
      const port = await arrival;
      port.postMessage({ kind: 'options', options } satisfies ToReader);
      return (files) => {
        const id = nextId++;
        port.postMessage({ kind: 'share', id, files } satisfies ToReader);
        return new Promise((answer) => waiting.set(id, answer));
      };
    },
    heard: ({ kind, port }: Extract<ToWorker, { readonly port: MessagePort }>): void => {
      if (kind === 'read-for') {
        serveReader(port);
        return;
      }
      port.onmessage = ({ data: { id, read } }: MessageEvent<FromReader>) => {
        waiting.get(id)?.(read);
        waiting.delete(id);
      };
      arrived(port);
    },
  };
}

/** The second worker's side. What it cannot read, the first reads itself and meets the fault there. */
function serveReader(port: MessagePort): void {
  let options: Options | null = null;
  port.onmessage = async ({ data }: MessageEvent<ToReader>) => {
    if (data.kind === 'options') {
      ({ options } = data);
      return;
    }
    const { id, files } = data;
    const read = options && (await readAll(files, options).catch(() => null));
    port.postMessage({ id, read } satisfies FromReader);
  };
}

async function readAll(files: readonly BookToRead[], options: Options): Promise<readonly ReadFile[]> {
  const all: ReadFile[] = [];
  for (const { name, book } of files) all.push(await readReportFile(book, { ...options, file: name }));
  return all;
}
