/**
 * The pretended Excel: takes the messages of the real client, keeps count, plays faults, tells events. `session` goes
 * to
 * `OfficeExtension.SessionBase._overrideSession`; everything else is for tests.
 */
import type { Book } from '../../core/sheet/grid/sheet.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { addSheet, emptyBook, type HostBook } from './book.ts';
import { coreBookOf, hostBookOf } from './core-book.ts';
import { eventQueue } from './events.ts';
import { type Faults, faultState } from './faults.ts';
import { dressSheet, fileExtras } from './file-extras.ts';
import { refuse } from './host-error.ts';
import { workbookObject } from './objects/workbook.ts';
import { type References, serve } from './serve.ts';
import { parseMessage, type WireAnswer, type WireMessage } from './wire.ts';
import type { Platform, World } from './world.ts';

/** Excel on the web refuses more, either way. */
export const MAX_PAYLOAD = 5 * 1024 * 1024;

export interface Counters {
  /** Round trips, without those that only give references back at the end of `Excel.run`. */
  syncs: number;
  untracking: number;
  /** UTF-8 bytes of all messages. */
  bytesUp: number;
  bytesDown: number;
  actions: number;
  /** Bytes of the largest message, either way. */
  largest: number;
}

export interface UndoLoss {
  readonly call: string;
  readonly sheet: string | null;
}

export interface ExcelHost {
  readonly book: HostBook;
  readonly counters: Counters;
  readonly resetCounters: () => void;
  readonly faults: Faults;
  /** Calls that would have taken the user's own undo away. */
  readonly undoLosses: UndoLoss[];
  /**
   * Steps the officer would have to undo: one for each sync that sets something, or one for each group. `undoGroup`
   * begins a group and returns the function that ends it.
   */
  readonly undoSteps: () => number;
  readonly undoGroup: () => () => void;
  /** Ranges the client keeps: none after a well-behaved run. */
  readonly liveReferences: () => number;
  /** A co-author edits now; listeners hear of it as remote. */
  readonly coauthor: (edit: (book: HostBook) => void) => void;
  /** The officer types into cells now: like `Range.values`, heard of as local. */
  readonly type: (sheet: string, address: string, value: unknown) => void;
  readonly coreBook: () => Book;
  readonly api: string;
  readonly platform: Platform;
  readonly session: OverrideSession;
}

/** The client's private hook: where it gets its executor from. */
export interface OverrideSession {
  readonly _resolveRequestUrlAndHeaderInfo: () => Promise<{ url: string; headers: Record<string, string> }>;
  readonly _createRequestExecutorOrNull: () => {
    readonly executeAsync: (data: unknown, flags: number, request: { readonly Body: unknown }) => Promise<WireAnswer>;
  };
}

export interface HostOptions {
  /** ExcelApi version, e.g. `1.14`. */
  readonly api?: string;
  readonly platform?: Platform;
  /** `;` = this Windows refuses `A1,B2`. */
  readonly listSeparator?: ',' | ';';
  /** false = `horizontalFitToPages` does not stick. */
  readonly fitsToPages?: boolean;
  /** false = nothing can be laid on a sheet. */
  readonly shapes?: boolean;
  readonly name?: string;
  /** Starts from this file, core book or host book; nothing = one empty sheet. */
  readonly from?: Uint8Array | Book | HostBook;
  /** Sends events to the client; supplied by the code that loaded it. */
  readonly trigger?: (message: unknown) => void;
}

const WAITS_FOR_CELL_EDIT = 64;
/** ActionType of setting a property. */
const SETS = 4;

export function excelHost(options: HostOptions = {}): ExcelHost {
  const book = bookFrom(options);
  const platform = options.platform ?? 'PC';
  const fault = faultState();
  const events = eventQueue((message) => options.trigger?.(message));
  const references: References = { kept: new Map(), next: 1 };
  const undoLosses: UndoLoss[] = [];
  const counters: Counters = { syncs: 0, untracking: 0, bytesUp: 0, bytesDown: 0, actions: 0, largest: 0 };
  let silent = false;
  let typing = false;
  let undoSteps = 0;
  /** null = no group is open; false = an open group without a step yet. */
  let group: boolean | null = null;
  const world: World = {
    book,
    platform,
    listSeparator: options.listSeparator ?? ',',
    fitsToPages: options.fitsToPages ?? true,
    shapes: options.shapes ?? true,
    losesUndo: (call, sheet) => undoLosses.push({ call, sheet: sheet?.name ?? null }),
    changed: (sheet, area) => {
      if (world.events) events.changed(sheet, area, typing ? 'officer' : 'add-in');
    },
    tooLarge: () => {
      silent = !silent;
      return silent ? null : refuse('RangeExceedsLimit', 'Số ô trong vùng vượt quá giới hạn.');
    },
    inserting: fault.beforeInsertion,
    listen: events.listen,
    events: true,
  };
  const root = () => workbookObject(world);
  const coauthor = (edit: (book: HostBook) => void): void => events.watchEdit(book, edit);

  const execute = async (flags: number, body: unknown): Promise<WireAnswer> => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const message = parseMessage(sent);
    const state = await fault.beforeSync(book, (flags & WAITS_FOR_CELL_EDIT) !== 0);
    const up = count(counters, message, sent);
    if (state === 'offline') return failed(503, 'ConnectionFailure', 'Mất kết nối tới máy chủ.');
    if (state === 'editing') return failed(400, 'InvalidOperationInCellEditMode', 'Excel đang ở chế độ sửa ô.');
    if (platform === 'OfficeOnline' && up > MAX_PAYLOAD)
      return failed(413, 'RequestPayloadSizeLimitExceeded', 'Yêu cầu vượt quá giới hạn kích thước.');
    if (message.Actions.some(({ ActionType }) => ActionType === SETS)) {
      if (group !== true) undoSteps++;
      if (group === false) group = true;
    }
    const served = serve(message, root, references, fault.beforeAction);
    const answer = answerOf(served);
    const received = JSON.stringify(answer.Body);
    const down = bytesOf(received);
    counters.bytesDown += down;
    counters.largest = Math.max(counters.largest, down);
    events.flush();
    if (platform === 'OfficeOnline' && down > MAX_PAYLOAD)
      return failed(413, 'ResponsePayloadSizeLimitExceeded', 'Phản hồi vượt quá giới hạn kích thước.');
    return { ...answer, Body: JSON.parse(received) as WireAnswer['Body'] };
  };

  return {
    book,
    counters,
    resetCounters: () =>
      Object.assign(counters, { syncs: 0, untracking: 0, bytesUp: 0, bytesDown: 0, actions: 0, largest: 0 }),
    faults: { ...fault.faults, coauthor: (n, edit) => fault.faults.coauthor(n, () => coauthor(edit)) },
    undoLosses,
    undoSteps: () => undoSteps,
    undoGroup: () => {
      group = false;
      return () => {
        group = null;
      };
    },
    liveReferences: () => references.kept.size,
    coauthor,
    type: (sheet, address, value) => {
      const range = root().open?.worksheets?.()?.item?.(sheet).open?.getRange?.(address);
      typing = true;
      range?.set?.values?.(value);
      typing = false;
      events.flush();
    },
    coreBook: () => coreBookOf(book),
    api: options.api ?? '1.14',
    platform,
    session: {
      _resolveRequestUrlAndHeaderInfo: async () => ({ url: 'http://excel.invalid/', headers: {} }),
      _createRequestExecutorOrNull: () => ({
        executeAsync: (_data, flags, request) => execute(flags, request.Body),
      }),
    },
  };
}

function bookFrom({ from, name = 'Thi đua.xlsx' }: HostOptions): HostBook {
  if (from === undefined) {
    const book = emptyBook(name);
    addSheet(book, 'Trang1');
    return book;
  }
  if (from instanceof Uint8Array) {
    const read = readBook(from);
    if (!read.ok) throw new Error(`excelHost: ${read.refusal.code}`);
    const book = hostBookOf(read.value, name);
    const extras = fileExtras(from);
    for (const sheet of book.sheets) dressSheet(book, sheet, extras, sheet.name);
    return book;
  }
  return 'nextId' in from ? from : hostBookOf(from, name);
}

/** Counts a message; answers its bytes. */
function count(counters: Counters, message: WireMessage, sent: string): number {
  const bytes = bytesOf(sent);
  const onlyUntracks = message.Actions.every((it) => it.ActionType === 1 || it.Name === '_RemoveReference');
  if (onlyUntracks && message.Actions.some((it) => it.Name === '_RemoveReference')) counters.untracking++;
  else counters.syncs++;
  counters.bytesUp += bytes;
  counters.actions += message.Actions.length;
  counters.largest = Math.max(counters.largest, bytes);
  return bytes;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function answerOf({ results, traces, error }: ReturnType<typeof serve>): WireAnswer {
  const body = { Results: results, TraceIds: traces };
  if (!error) return { HttpStatusCode: 200, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: body };
  const { code, message, location, index } = error;
  const refusal = { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: 400 };
  return { HttpStatusCode: 400, ErrorCode: '', ErrorMessage: '', Headers: {}, Body: { ...body, Error: refusal } };
}

function failed(status: number, code: string, message: string): WireAnswer {
  return { HttpStatusCode: status, ErrorCode: code, ErrorMessage: message, Headers: {}, Body: null };
}
