/**
 * What stays in this browser until it is handed in: each keystroke, the form itself, and a report that waits for the
 * network. By the digest of the link, so that two links on one telephone are two drafts.
 */
import type { WaitingEvidence } from '../session/hand-in/send-evidence.ts';
import type { UnsentReport } from '../session/hand-in/sending.ts';
import { type LinkState, linkStateSchema } from '../session/share/hand-in.ts';

export interface LinkStore {
  readonly answers: () => Map<string, string>;
  /**
   * Adds to the answers as they are stored now, so that two open pages of a link do not undo each other's. False = not
   * stored.
   */
  readonly keepAnswer: (field: string, text: string) => boolean;
  readonly state: () => LinkState | null;
  readonly keepState: (state: LinkState) => void;
  readonly waiting: () => Promise<UnsentReport | null>;
  readonly keepWaiting: (waiting: UnsentReport | null) => Promise<boolean>;
  readonly waitingEvidence: () => Promise<readonly WaitingEvidence[]>;
  /** A record for each file, so that two open pages of a link do not undo each other's. False = not stored. */
  readonly keepEvidence: (files: readonly WaitingEvidence[]) => Promise<boolean>;
  readonly forgetEvidence: (file: WaitingEvidence) => Promise<boolean>;
}

export function linkStoreOf(digest: string): LinkStore {
  const key = (what: string) => `thi-dua-so/nop/${digest}/${what}`;
  const answers = () => {
    const held = parsed(read(key('draft')));
    const pairs = Array.isArray(held) ? held : [];
    return new Map(pairs.flatMap((pair) => (isPair(pair) ? [pair] : [])));
  };
  const evidence = key('evidence/');
  const all = IDBKeyRange.bound(evidence, `${evidence}\uffff`);
  const recordOf = ({ criterion, name, bytes }: WaitingEvidence) => `${evidence}${criterion}/${name}/${bytes.length}`;
  return {
    answers,
    keepAnswer: (field, text) => write(key('draft'), JSON.stringify([...answers().set(field, text)])),
    state: () => {
      const state = linkStateSchema.safeParse(parsed(read(key('state'))));
      return state.success ? state.data : null;
    },
    keepState: (state) => void write(key('state'), JSON.stringify(state)),
    waiting: () => inStore('readonly', (store) => store.get(key('waiting'))).then(asWaiting, () => null),
    keepWaiting: (waiting) =>
      isKept((store) => (waiting ? store.put(waiting, key('waiting')) : store.delete(key('waiting')))),
    waitingEvidence: async () => {
      // Earlier versions stored all files as a single list.
      const listed = asEvidence(await inStore('readonly', (store) => store.get(key('evidence'))).catch(() => null));
      for (const file of listed) await isKept((store) => store.put(file, recordOf(file)));
      if (listed.length > 0) await isKept((store) => store.delete(key('evidence')));
      return inStore('readonly', (store) => store.getAll(all)).then(asEvidence, () => []);
    },
    keepEvidence: async (files) => {
      const stored = await Promise.all(files.map((file) => isKept((store) => store.put(file, recordOf(file)))));
      return stored.every(Boolean);
    },
    forgetEvidence: (file) => isKept((store) => store.delete(recordOf(file))),
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Null for what is no JSON. */
export function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((item) => typeof item === 'string');
}

function asWaiting(value: unknown): UnsentReport | null {
  const held = value as Partial<UnsentReport> | undefined;
  return typeof held?.name === 'string' && held.bytes instanceof Uint8Array
    ? { name: held.name, bytes: held.bytes }
    : null;
}

function asEvidence(value: unknown): readonly WaitingEvidence[] {
  const held: readonly Partial<WaitingEvidence>[] = Array.isArray(value) ? value : [];
  return held.flatMap((partial) => {
    const file = asWaiting(partial);
    return file && typeof partial.criterion === 'string' ? [{ ...file, criterion: partial.criterion }] : [];
  });
}

function isKept(work: (store: IDBObjectStore) => IDBRequest): Promise<boolean> {
  return inStore('readwrite', work).then(
    () => true,
    () => false,
  );
}

/** One place for files: localStorage takes text alone. */
function inStore(mode: 'readonly' | 'readwrite', work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  return new Promise((done, failed) => {
    const opening = indexedDB.open('thi-dua-so-nop', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('waiting');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const change = opening.result.transaction('waiting', mode);
      const request = work(change.objectStore('waiting'));
      change.oncomplete = () => done(request.result);
      // A fault ends in this too.
      change.onabort = () => failed(change.error);
    };
  });
}
