/** One engine with the server over it, which several files test: to start it anew for each would take longer than they do. */
import type { Engine, Owner } from '../../../server/engine/engine.ts';
import type { Fetch } from '../machines.ts';

/** Bytes a space may come to. */
export const MOST = 4 * 1024 * 1024;

export interface Over {
  /** There once the tests run. */
  readonly engine: Engine;
  readonly owner: Owner;
  /** The server's own connection string; null for the engine inside this process. */
  readonly url: string | null;
  readonly fetch: Fetch;
  /** To found a book with. */
  readonly link: () => Promise<string>;
  /** Entries the database holds of the space. */
  readonly count: (space: string) => Promise<number>;
}
