/**
 * What carries entries from one machine to others: a folder, a server, the machine's own store. It decides nothing:
 * what it hands over is read and verified anew, what it holds back shows (standing.ts).
 */
import type { Result } from '../base/result.ts';
import type { ReadEntry, SharedEntry } from './entry.ts';

interface Pulled {
  readonly entries: readonly ReadEntry[];
  /** Pass it as `since` the next time; 0 where everything has to be fetched again. */
  readonly next: number;
  /** What could not be read: a Vietnamese sentence each. */
  readonly notes: readonly string[];
  /** Files of entries that are damaged, or still arriving. */
  readonly damaged: readonly DamagedFile[];
}

export interface DamagedFile {
  readonly name: string;
  /** Beginning of the device that wrote it, sixteen hexadecimal digits; null where the name does not say. */
  readonly device: string | null;
  /** Written by this machine. */
  readonly isOwn: boolean;
}

/** Refusals of the outside world are returned as values; nothing throws. */
export interface Carrier {
  /** All entries after `since`; 0 = all. Extra entries do no harm. */
  readonly pull: (since: number) => Promise<Result<Pulled>>;
  /**
   * Pushing the same entries again does no harm. Resolves once they are stored; returns a sentence for each entry it
   * refused.
   */
  readonly push: (entries: readonly SharedEntry[]) => Promise<Result<readonly string[]>>;
  /** Those of `digests` whose files it has. */
  readonly has: (digests: readonly string[]) => Promise<Result<ReadonlySet<string>>>;
  /** Null when the file is not there, or its content does not (yet) match its digest. */
  readonly take: (digest: string) => Promise<Result<Uint8Array | null>>;
  readonly put: (digest: string, bytes: Uint8Array) => Promise<Result<null>>;
  /**
   * Destroys the keys that are here of these files. A key may come back from a backup or a synchronising program: the
   * next call destroys it too, and nobody who has the entries asks for the file meanwhile. Cannot be taken back.
   */
  readonly seal: (digests: readonly string[]) => Promise<Result<null>>;
  /** Writes what can still be read of this machine's own damaged files anew and takes those away. */
  readonly mend: () => Promise<Result<null>>;
}
