/**
 * News of spaces to those who listen: the number of the last entry, nothing else. The process that took a push tells
 * its own listeners; what another process took is seen once a second.
 */
export interface Live {
  readonly tell: (space: string, head: number) => void;
  /** Gives what ends the listening. */
  readonly listen: (space: string, listener: (head: number) => void) => () => void;
  readonly listeners: () => number;
  readonly close: () => void;
}

export function newLive(
  headsOf: (spaces: readonly string[]) => Promise<ReadonlyMap<string, number>>,
  every = 1000,
): Live {
  const listeners = new Map<string, Set<(head: number) => void>>();
  const told = new Map<string, number>();
  const tell = (space: string, head: number) => {
    // What nobody listens to is not told: whoever comes a moment later hears it at the next look.
    if (!listeners.has(space) || head <= (told.get(space) ?? -1)) return;
    told.set(space, head);
    for (const listener of listeners.get(space) ?? []) listener(head);
  };
  const timer = setInterval(async () => {
    if (listeners.size === 0) return;
    try {
      for (const [space, head] of await headsOf([...listeners.keys()])) tell(space, head);
    } catch {
      // The database is away for a moment: the next look tells.
    }
  }, every);
  timer.unref();
  return {
    tell,
    listen: (space, listener) => {
      const own = listeners.get(space) ?? new Set();
      listeners.set(space, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size > 0) return;
        listeners.delete(space);
        told.delete(space);
      };
    },
    listeners: () => [...listeners.values()].reduce((sum, { size }) => sum + size, 0),
    close: () => clearInterval(timer),
  };
}
