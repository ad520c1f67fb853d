/**
 * Announces new entries of a space to its listeners, by the number of the last entry alone. The process that received a
 * push notifies its listeners at once; pushes to another process are noticed within a second. Before each announcement
 * the database says who still has access; other connections are closed.
 */
interface Listener {
  readonly device: string;
  readonly hear: (head: number) => void;
  /** It may not listen any more. */
  readonly end: () => void;
}

export interface Live {
  readonly tell: (space: string, head: number) => void;
  /** False where a device listens as often as it may. */
  readonly hasRoom: (space: string, device: string) => boolean;
  /** Gives what ends the listening. */
  readonly listen: (space: string, listener: Listener) => () => void;
  readonly listeners: () => number;
  readonly close: () => void;
}

interface Sources {
  readonly headsOf: (spaces: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Those of the devices that may read the space now. */
  readonly readersOf: (space: string, devices: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** A machine follows a book once or twice; each connection takes some 15 kB. */
const MOST_OF_A_DEVICE = 50;

interface BookListeners {
  readonly listeners: Set<Listener>;
  /** The last announced head, and the last known head. */
  told: number;
  known: number;
  isAsking: boolean;
}

export function newLive({ headsOf, readersOf }: Sources, every = 1000): Live {
  const spaces = new Map<string, BookListeners>();
  const pass = async (space: string, heard: BookListeners): Promise<void> => {
    if (heard.isAsking) return;
    heard.isAsking = true;
    try {
      while (heard.known > heard.told && heard.listeners.size > 0) {
        const head = heard.known;
        const readers = await readersOf(space, [...new Set([...heard.listeners].map(({ device }) => device))]);
        heard.told = head;
        for (const listener of heard.listeners) {
          if (readers.has(listener.device)) listener.hear(head);
          else listener.end();
        }
      }
    } catch {
      // The database is away for a moment: the next look tells.
    } finally {
      heard.isAsking = false;
    }
  };
  const tell = (space: string, head: number) => {
    // Without listeners there is nothing to announce: a later listener sees it at its next look.
    const heard = spaces.get(space);
    if (!heard) return;
    heard.known = Math.max(heard.known, head);
    if (heard.known > heard.told) void pass(space, heard);
  };
  const timer = setInterval(async () => {
    if (spaces.size === 0) return;
    try {
      for (const [space, head] of await headsOf([...spaces.keys()])) tell(space, head);
    } catch {
      // As above.
    }
  }, every);
  timer.unref();
  return {
    tell,
    hasRoom: (space, device) =>
      [...(spaces.get(space)?.listeners ?? [])].filter((listener) => listener.device === device).length <
      MOST_OF_A_DEVICE,
    listen: (space, listener) => {
      const heard = spaces.get(space) ?? { listeners: new Set(), told: -1, known: -1, isAsking: false };
      spaces.set(space, heard);
      heard.listeners.add(listener);
      return () => {
        heard.listeners.delete(listener);
        if (heard.listeners.size === 0 && spaces.get(space) === heard) spaces.delete(space);
      };
    },
    listeners: () => [...spaces.values()].reduce((sum, { listeners }) => sum + listeners.size, 0),
    close: () => clearInterval(timer),
  };
}
