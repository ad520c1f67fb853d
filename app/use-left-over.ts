/** Work left unfinished last time (a book, a plan), and the books used lately. */
import { useCallback, useEffect, useState } from 'react';
import type { StoredPlan } from '../session/plan/stored-plan.ts';
import { dropStoredBook, readStoredBook, type StoredBook } from '../ui/pane/stored-book.ts';
import { type BookMark, markCopies, markStored, readCopies, readMark } from './book-mark.ts';
import { forgetBook, isCopy, type RecentBook, readRecentBooks } from './recent-books.ts';
import type { Turn } from './use-turn.ts';

/** Loaded apart: nobody who opens a book waits for it. */
const keptPlans = () => import('../ui/plan/plan-store.ts');

export type LeftOver = ReturnType<typeof useLeftOver>;

export function useLeftOver(turn: Turn) {
  /** The book that was not closed properly; undefined = none, or the officer has decided on it. */
  const [kept, setKept] = useState<StoredBook | undefined>();
  /** The saved book that is gone because somebody cleared the browser's store. */
  const [lost, setLost] = useState<BookMark | null>(null);
  /** Names of earlier books whose copies were cleared too. */
  const [lostCopies, setLostCopies] = useState<readonly string[]>([]);
  /** The plan that was being looked over. */
  const [storedPlan, setKeptPlan] = useState<StoredPlan | undefined>();
  const [recent, setRecent] = useState<readonly RecentBook[]>([]);
  useEffect(() => {
    // While another page works on the book, its state when this page's turn comes is the state that counts.
    if (turn !== 'asked')
      void readStoredBook().then((book) => {
        setKept(book);
        setLost(book === undefined ? readMark() : null);
      });
    void readRecentBooks().then((books) => {
      setRecent(books);
      setLostCopies(readCopies().filter((name) => !books.some((book) => isCopy(book) && book.name === name)));
    });
  }, [turn]);
  const readPlan = useCallback(async () => setKeptPlan(await (await keptPlans()).readStoredPlan()), []);
  useEffect(() => void readPlan(), [readPlan]);
  const forgetRecent = async (book: RecentBook) => {
    await forgetBook(book.id);
    setRecent(await readRecentBooks());
  };
  return {
    kept,
    lost,
    lostCopies,
    storedPlan,
    recent,
    readPlan,
    /** The book is open again. */
    resume: () => setKept(undefined),
    dropBook: async () => {
      await dropStoredBook();
      markStored(null);
      setKept(undefined);
    },
    forgetLost: () => {
      markStored(null);
      setLost(null);
    },
    forgetCopies: () => {
      markCopies(recent.filter(isCopy).map(({ name }) => name));
      setLostCopies([]);
    },
    dropPlan: async () => {
      setKeptPlan(undefined);
      (await keptPlans()).dropStoredPlan();
    },
    forgetRecent,
    /** Asks first where the browser has the only copy. */
    dropRecent: (book: RecentBook) => {
      if (!isCopy(book) || window.confirm(`Xóa hẳn bản giữ của “${book.name}” khỏi trình duyệt này?`))
        void forgetRecent(book);
    },
  };
}
