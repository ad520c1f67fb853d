/** What can go wrong around a real Excel, on demand of a test. */
import type { HostBook } from './book.ts';
import { refuse } from './host-error.ts';

export interface Faults {
  /** The n-th action from now (1 = the next action), over all syncs, fails once with this code. */
  readonly failAt: (n: number, code: string) => void;
  /** The n-th file to be inserted from now fails once with this code; what was called before it stays. */
  readonly failInsertion: (n: number, code: string) => void;
  /** Before the n-th sync from now a co-author edits the book. Handlers of events hear of it as remote. */
  readonly coauthor: (n: number, edit: (book: HostBook) => void) => void;
  /** The officer is typing in a cell: every sync is refused, or waits when it requested that (`delayForCellEdit`). */
  readonly editing: (on: boolean) => void;
  /** No connection: no sync reaches the workbook. */
  readonly offline: (on: boolean) => void;
  /** Each sync takes this long, in milliseconds. */
  readonly slow: (milliseconds: number) => void;
}

export interface FaultState {
  readonly faults: Faults;
  /** Waits or refuses before a message is looked at; runs due co-author edits. */
  readonly beforeSync: (book: HostBook, waits: boolean) => Promise<'go' | 'editing' | 'offline'>;
  readonly beforeAction: () => void;
  readonly beforeInsertion: () => void;
}

export function faultState(): FaultState {
  const edits: { left: number; edit: (book: HostBook) => void }[] = [];
  let failure: { left: number; code: string } | null = null;
  let insertion: { left: number; code: string } | null = null;
  let offline = false;
  let delay = 0;
  let editing = false;
  let released: (() => void)[] = [];
  return {
    faults: {
      failAt: (n, code) => {
        failure = { left: n, code };
      },
      failInsertion: (n, code) => {
        insertion = { left: n, code };
      },
      coauthor: (n, edit) => {
        edits.push({ left: n, edit });
      },
      editing: (on) => {
        editing = on;
        if (on) return;
        for (const release of released) release();
        released = [];
      },
      offline: (on) => {
        offline = on;
      },
      slow: (milliseconds) => {
        delay = milliseconds;
      },
    },
    beforeSync: async (book, waits) => {
      if (delay > 0) await new Promise((done) => setTimeout(done, delay));
      if (offline) return 'offline';
      if (editing && !waits) return 'editing';
      if (editing) await new Promise<void>((done) => released.push(done));
      for (const due of edits) if (--due.left === 0) due.edit(book);
      return 'go';
    },
    beforeInsertion: () => {
      if (insertion === null || --insertion.left > 0) return;
      const { code } = insertion;
      insertion = null;
      refuse(code, `Lỗi giả lập: ${code}`);
    },
    beforeAction: () => {
      if (failure === null || --failure.left > 0) return;
      const { code } = failure;
      failure = null;
      refuse(code, `Lỗi giả lập: ${code}`);
    },
  };
}
