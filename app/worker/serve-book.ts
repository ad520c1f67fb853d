/**
 * The worker's side: holds the workbook and its session, carries out the pane's requests in order, and returns the
 * changed workbook with the answer, so that it is stored before the pane reports success.
 */
import type { Refusal, Result } from '../../core/base/result.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import { FIRST_SHEET } from '../../core/sheets/first-sheet.ts';
import type { PageRuntime } from '../../session/captures/extension-port.ts';
import { carry } from '../../session/packed.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import { readSent } from '../../session/received/sent-file.ts';
import { readBeside } from '../../session/run/read-report-files.ts';
import { type PreviewHost, previewHost } from '../host/preview-host.ts';
import type { BookOpened, BookPort, BookView, FromWorker, Opening, ToWorker, Wish } from './book-talk.ts';
import { PROGRESS } from './book-talk.ts';
import { inPieces } from './in-pieces.ts';
import { observedHost } from './observed-host.ts';
import { readerBeside } from './reader-beside.ts';

const ONLY_LOOKS: Refusal = {
  code: 'only-looks',
  message:
    'Trang này chỉ để xem vì Thi đua số đang mở ở một trang khác. Hãy làm ở trang kia, hoặc đóng trang kia rồi bấm “Làm tiếp ở trang này”.',
};

interface Held {
  readonly host: PreviewHost;
  readonly session: PaneSession;
}

/** What an open workbook reports to the page, and the services it may use. */
interface HeldWorld {
  readonly tell: (message: FromWorker) => void;
  readonly runtime: PageRuntime;
  readonly written: () => void;
  /** Why it may not be changed now; null = it may. */
  readonly barred: () => Refusal | null;
}

/** A file of an old kind (.xls, .ods) is built again of its cells. */
async function openBook(opening: Opening, world: HeldWorld): Promise<Result<Held & BookOpened>> {
  const { name, reader, extension } = opening;
  const bytes = opening.bytes ?? newBook([FIRST_SHEET]);
  if (reader) carry('legacy-worker', reader);
  const asIs = previewHost(name, bytes);
  const rebuilt = !asIs.ok && asIs.refusal.code === 'not-xlsx';
  const sent = rebuilt ? await readSent({ name, bytes }) : null;
  if (sent?.ok === false) return sent;
  const made = sent ? previewHost(name, sent.value.bytes) : asIs;
  if (!made.ok) return made;
  const host = made.value;
  const seen = observedHost(host, world.written, world.barred);
  const session = paneSession(seen, { runtime: extension ? world.runtime : undefined });
  host.onSelect((place) => world.tell({ kind: 'selected', place }));
  session.watch(() => world.tell({ kind: 'edited' }));
  return { ok: true, value: { host, session, rebuilt, made: opening.bytes === null ? bytes : null } };
}

export function serveBook(port: BookPort): void {
  let held: Held | null = null;
  let isChanged = false;
  let isBarred = false;
  const tell = (message: FromWorker) => port.postMessage(message);
  const extension = farExtension(tell);
  const reader = readerBeside(() => tell({ kind: 'want-reader' }));
  const open = async (opening: Opening): Promise<Result<BookOpened>> => {
    const written = () => {
      isChanged = true;
    };
    const opened = await openBook(opening, {
      tell,
      runtime: extension.runtime,
      written,
      barred: () => (isBarred ? ONLY_LOOKS : null),
    });
    if (!opened.ok) return opened;
    readBeside(reader.begin);
    const { made, rebuilt, ...rest } = opened.value;
    isBarred = opening.onlyLooks;
    held = rest;
    return { ok: true, value: { made, rebuilt } };
  };
  const changed = (change: () => Result<void>): Result<void> => {
    if (isBarred) return { ok: false, refusal: ONLY_LOOKS };
    isChanged = true;
    return change();
  };
  const fulfil = async (id: number, wish: Wish): Promise<unknown> => {
    if (wish.kind === 'open') return open(wish.opening);
    if (held === null) throw new Error('no workbook was opened');
    const { host, session } = held;
    switch (wish.kind) {
      case 'act':
        return acted(session, wish, (done) => tell({ kind: 'progress', id, done }));
      case 'view':
        return viewOf(host, wish.sheet);
      case 'save':
        return host.save();
      case 'edit':
        return changed(() => host.edit(wish.at.sheet, wish.at.row, wish.at.column, wish.text));
      case 'remove-sheet':
        return changed(() => host.removeSheet(wish.sheet));
      case 'may-change':
        isBarred = false;
        return null;
    }
  };
  const answer = async (id: number, wish: Wish): Promise<void> => {
    try {
      const { rest, pieces } = inPieces(await fulfil(id, wish));
      const isWhole = isChanged && !onlyLooks(wish);
      const bytes = isWhole && held ? held.host.save() : null;
      if (isWhole) isChanged = false;
      for (const piece of pieces) tell({ kind: 'piece', id, piece });
      tell({ kind: 'answer', id, answer: rest, bytes });
    } catch (fault) {
      tell({ kind: 'failed', id, fault: fault instanceof Error ? fault.message : String(fault) });
    }
  };
  let before: Promise<void> = Promise.resolve();
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === 'wish') {
      const { id, wish } = data;
      // A request that only looks need not wait; a request that may change the workbook waits for the requests before
      // it, or a half-done change would be returned to be stored.
      if (onlyLooks(wish)) void answer(id, wish);
      else before = before.then(() => answer(id, wish));
    } else if (data.kind === 'extension-said') {
      extension.answered(data.id, data.answer);
    } else {
      reader.heard(data);
    }
  };
}

/** The extension: only the page can reach it, so requests go through the page. */
function farExtension(tell: (message: FromWorker) => void) {
  let nextId = 1;
  const waiting = new Map<number, (answer: unknown) => void>();
  const runtime: PageRuntime = {
    sendMessage: (to, message, reply) => {
      const id = nextId++;
      waiting.set(id, reply);
      tell({ kind: 'ask-extension', id, to, message });
    },
  };
  return {
    runtime,
    answered: (id: number, answer: unknown) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
}

function onlyLooks(wish: Wish): boolean {
  return wish.kind === 'view' || (wish.kind === 'act' && wish.act === 'waiting');
}

/** The names are the session's own: both sides are one program. */
function acted(
  session: PaneSession,
  { act: name, args }: Extract<Wish, { kind: 'act' }>,
  progress: (done: number) => void,
): unknown {
  const from = name === 'waiting' || name === 'take' ? session.extension : session;
  const act = (from as Readonly<Record<string, (...all: readonly unknown[]) => unknown>> | null)?.[name];
  if (act === undefined) throw new TypeError(`the session cannot ${name}`);
  return act(...args.map((value) => (value === PROGRESS ? progress : value)));
}

async function viewOf(host: PreviewHost, wanted: string): Promise<BookView | null> {
  const read = await host.read();
  if (!read.ok) return null;
  const { book, tables } = read.value;
  const visible = book.sheets.filter(({ state }) => state === 'visible');
  const sheet = book.sheets.find(({ name }) => name === wanted) ?? visible[0] ?? null;
  return {
    visible: visible.map(({ name }) => name),
    book: { styles: book.styles, date1904: book.date1904 },
    sheet,
    looks: host.looks(sheet?.name ?? ''),
    marks: sheet === null ? new Map() : host.marks(sheet.name),
    charts: host
      .charts()
      .filter((chart) => chart.sheet === sheet?.name)
      .map((chart) => ({ chart, table: tables.find(({ name }) => name === chart.table) })),
  };
}
