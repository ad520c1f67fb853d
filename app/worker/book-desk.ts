/**
 * Runs the workbook in a worker for the page, so that reading, checking and scoring never block it. A change is saved
 * before the page reports it as done; a worker that dies or is stopped starts again from the last save.
 */

import type { Refusal, Result } from '../../core/base/result.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import type { PageRuntime } from '../../session/captures/extension-port.ts';
import { FETCHED_ACTS } from '../../session/pane/fetched-acts.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { SelectedCell } from '../host/preview-host.ts';
import type { BookOpened, BookPort, BookView, FromWorker, SessionAct, ToWorker, Wish } from './book-talk.ts';
import { PROGRESS } from './book-talk.ts';
import { fromPieces, type WorkspacePiece } from './in-pieces.ts';

/** A worker as the desk needs it. */
export interface BookWorker extends BookPort {
  onerror: ((event: ErrorEvent) => void) | null;
  readonly terminate: () => void;
}

export interface BookDesk {
  /** Of the .xlsx it is saved as. */
  readonly name: string;
  /** It was of an old kind (.xls, .ods): made anew of its cells. */
  readonly rebuilt: boolean;
  readonly session: PaneSession;
  readonly view: (sheet: string) => Promise<BookView | null>;
  /** The workbook as .xlsx. */
  readonly save: () => Promise<Uint8Array>;
  readonly edit: (at: SelectedCell, text: string) => Promise<Result<void>>;
  readonly removeSheet: (sheet: string) => Promise<Result<void>>;
  /** What was opened only to be looked at may be changed from now on. */
  readonly mayChange: () => Promise<void>;
  /** The cell that the pane selected; returns a function that unsubscribes. */
  readonly onSelect: (listener: (place: SelectedCell) => void) => () => void;
  /** Must settle before the change counts as done. */
  readonly onChange: (listener: (bytes: Uint8Array) => Promise<void>) => () => void;
  /** Whether work is under way that can be stopped. */
  readonly onBusy: (listener: (isBusy: boolean) => void) => () => void;
  /** Ends the work under way; the workbook is as before it. */
  readonly stop: () => void;
  readonly end: () => void;
}

interface DeskWorld {
  readonly startWorker: () => BookWorker;
  /** As Opening. */
  readonly reader: Uint8Array<ArrayBuffer> | null;
  readonly runtime: PageRuntime | undefined;
  /** As Opening. */
  readonly onlyLooks: boolean;
}

interface PendingCall {
  readonly answer: (value: unknown) => void;
  readonly fail: (fault: Error) => void;
  readonly progress: ((done: number) => void) | null;
  readonly pieces: WorkspacePiece[];
}

const STOPPED: Refusal = { code: 'stopped', message: 'Đã dừng theo yêu cầu; sổ như trước khi làm việc này.' };
const NOT_BEGUN: Refusal = {
  code: 'worker-died',
  message: 'Phần xử lý không chạy được nên chưa mở được sổ. Hãy đóng bớt trang khác rồi tải lại trang này.',
};
const DIED: Refusal = {
  code: 'worker-died',
  message: 'Phần xử lý bị ngắt giữa chừng (có thể máy hết bộ nhớ); sổ như trước khi làm việc này.',
};

/** `bytes` null = a new workbook. Refused when the bytes are no workbook that can be read. */
export async function openDesk(name: string, bytes: Uint8Array | null, world: DeskWorld): Promise<Result<BookDesk>> {
  const { runtime } = world;
  const link = workerLink(name, bytes, world);
  const { ask } = link;
  const opened = await link.open();
  if (!opened.ok) {
    link.end();
    return opened;
  }
  const { rebuilt } = opened.value;
  const act = (act: SessionAct | 'waiting' | 'take') => {
    const relay = (...args: readonly unknown[]) => {
      const progress = args.find((arg): arg is (done: number) => void => typeof arg === 'function') ?? null;
      const plain = args.map((arg) => (typeof arg === 'function' ? PROGRESS : arg));
      return ask({ kind: 'act', act, args: plain }, progress);
    };
    return relay as never;
  };
  const acts = Object.fromEntries(Object.keys(ACTS).map((name) => [name, act(name as SessionAct)]));
  const desk: BookDesk = {
    name: rebuilt ? `${name.replace(/\.[^.]*$/, '')}.xlsx` : name,
    rebuilt,
    session: {
      ...(acts as unknown as Pick<PaneSession, SessionAct>),
      kind: 'preview',
      movements: HEADINGS,
      extension: runtime === undefined ? null : { waiting: act('waiting'), take: act('take') },
      watch: listened(link.listeners.edits),
    },
    view: (sheet) => ask({ kind: 'view', sheet }).then((seen) => (isView(seen) ? seen : null)),
    save: async () => {
      const saved = await ask({ kind: 'save' });
      const bytes = saved instanceof Uint8Array ? saved : link.last();
      if (bytes === null) throw new Error('no workbook was opened');
      return bytes;
    },
    edit: (at, text) => ask({ kind: 'edit', at, text }) as Promise<Result<void>>,
    removeSheet: (sheet) => ask({ kind: 'remove-sheet', sheet }) as Promise<Result<void>>,
    mayChange: link.mayChange,
    onSelect: listened(link.listeners.selects),
    onChange: listened(link.listeners.changes),
    onBusy: listened(link.listeners.busies),
    stop: () => link.beginAnew(STOPPED),
    end: link.end,
  };
  return { ok: true, value: desk };
}

function listened<T>(listeners: Set<T>) {
  return (listener: T) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
}

interface Listeners {
  readonly selects: Set<(place: SelectedCell) => void>;
  readonly changes: Set<(bytes: Uint8Array) => Promise<void>>;
  readonly busies: Set<(isBusy: boolean) => void>;
  readonly edits: Set<() => void>;
}

/** The worker with all that waits for its answers. One that dies is begun anew with what was saved last. */
function workerLink(name: string, bytes: Uint8Array | null, { startWorker, reader, runtime, onlyLooks }: DeskWorld) {
  let isToLook = onlyLooks;
  /** null = a new workbook that the worker has yet to make. */
  let last = bytes;
  /** The worker has answered that it holds the workbook. */
  let holds = false;
  const listeners: Listeners = { selects: new Set(), changes: new Set(), busies: new Set(), edits: new Set() };
  listeners.changes.add(async (saved) => {
    last = saved;
  });
  const list = waitingList(listeners);
  const second = secondWorker(startWorker, (message, options) => tell(message, options));
  const begun = (): BookWorker => {
    const worker = startWorker();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
      void hear(data, list, listeners, {
        askExtension: (relay) =>
          askExtension(runtime, relay, (answer) => tell({ kind: 'extension-said', id: relay.id, answer })),
        startReader: second.start,
      });
    worker.onerror = (event) => {
      event.preventDefault();
      // A worker that dies before it has the workbook would die again.
      if (holds) beginAnew(DIED);
      else giveUp(NOT_BEGUN);
    };
    return worker;
  };
  let worker = begun();
  const tell = (message: ToWorker, options?: StructuredSerializeOptions) => worker.postMessage(message, options);
  const ask = (wish: Wish, progress: PendingCall['progress'] = null): Promise<unknown> =>
    new Promise((answer, fail) => {
      const id = list.add({ answer, fail, progress, pieces: [] });
      tell({ kind: 'wish', id, wish });
    });
  const open = async (): Promise<Result<BookOpened>> => {
    holds = false;
    const opening = { name, bytes: last, reader, extension: runtime !== undefined, onlyLooks: isToLook };
    const opened = (await ask({ kind: 'open', opening })) as Result<BookOpened>;
    holds = opened.ok;
    if (opened.ok) last ??= opened.value.made;
    return opened;
  };
  /** All that waits is answered so. */
  const giveUp = (refusal: Refusal): void => {
    // Its earlier messages are about a workbook that is no longer open.
    worker.onmessage = null;
    worker.terminate();
    second.end();
    list.answerAll({ ok: false, refusal });
  };
  const beginAnew = (refusal: Refusal): void => {
    giveUp(refusal);
    worker = begun();
    void open();
  };

  return {
    ask,
    open,
    beginAnew,
    mayChange: async () => {
      isToLook = false;
      await ask({ kind: 'may-change' });
    },
    end: () => {
      worker.terminate();
      second.end();
    },
    last: () => last,
    listeners,
  };
}

/** A second worker to read for the first, where the machine can run both at once. */
function secondWorker(
  startWorker: DeskWorld['startWorker'],
  tellFirst: (message: ToWorker, options: StructuredSerializeOptions) => void,
) {
  let second: BookWorker | null = null;
  const end = (): void => {
    second?.terminate();
    second = null;
  };
  return {
    start: (): void => {
      if (globalThis.navigator?.hardwareConcurrency === 1) return;
      const { port1, port2 } = new MessageChannel();
      second = startWorker();
      // The first reads all by itself then.
      second.onerror = (event) => {
        event.preventDefault();
        end();
      };
      second.postMessage({ kind: 'read-for', port: port1 } satisfies ToWorker, { transfer: [port1] });
      tellFirst({ kind: 'reader', port: port2 }, { transfer: [port2] });
    },
    end,
  };
}

async function hear(
  message: FromWorker,
  { waiting, taken }: WaitingList,
  { selects, changes, edits }: Listeners,
  { askExtension, startReader }: { askExtension: (relay: AskExtension) => void; startReader: () => void },
): Promise<void> {
  switch (message.kind) {
    case 'progress':
      return waiting.get(message.id)?.progress?.(message.done);
    case 'piece':
      waiting.get(message.id)?.pieces.push(message.piece as WorkspacePiece);
      return;
    case 'answer': {
      const relay = taken(message.id);
      if (message.bytes !== null) for (const listener of changes) await listener(message.bytes);
      return relay?.answer(fromPieces(message.answer, relay.pieces));
    }
    case 'failed':
      return taken(message.id)?.fail(new Error(message.fault));
    case 'selected':
      for (const listener of selects) listener(message.place);
      return;
    case 'edited':
      for (const listener of edits) listener();
      return;
    case 'want-reader':
      return startReader();
    case 'ask-extension':
      askExtension(message);
  }
}

type WaitingList = ReturnType<typeof waitingList>;

/** Questions that wait for the worker's answer, by number. */
function waitingList({ busies }: Listeners) {
  let nextId = 1;
  const waiting = new Map<number, PendingCall>();
  const tellBusy = () => {
    const isBusy = [...waiting.values()].some(({ progress }) => progress !== null);
    for (const listener of busies) listener(isBusy);
  };
  return {
    waiting,
    add: (item: PendingCall): number => {
      const id = nextId++;
      waiting.set(id, item);
      tellBusy();
      return id;
    },
    taken: (id: number): PendingCall | undefined => {
      const found = waiting.get(id);
      waiting.delete(id);
      tellBusy();
      return found;
    },
    answerAll: (answer: Result<never>): void => {
      const left = [...waiting.values()];
      waiting.clear();
      tellBusy();
      for (const waiting of left) waiting.answer(answer);
    },
  };
}

type AskExtension = Extract<FromWorker, { kind: 'ask-extension' }>;

function askExtension(
  runtime: PageRuntime | undefined,
  { to, message }: AskExtension,
  reply: (answer: unknown) => void,
): void {
  try {
    runtime?.sendMessage(to, message, (answer) => reply(runtime.lastError === undefined ? answer : undefined));
  } catch {
    reply(undefined);
  }
}

function isView(seen: unknown): seen is BookView {
  return typeof seen === 'object' && seen !== null && 'visible' in seen;
}

/** All of them: leaving one out is a type error. */
const ACTS: Readonly<Record<SessionAct, unknown>> = {
  ...FETCHED_ACTS,
  open: true,
  ballot: true,
  whatIf: true,
  seePapers: true,
  makeFile: true,
  makeFolder: true,
  select: true,
};
