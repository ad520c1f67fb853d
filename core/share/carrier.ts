/**
 * What carries entries from one machine to others: a folder, a server, the machine's own store. It decides nothing:
 * what it hands over is read and verified anew, what it holds back shows (standing.ts).
 */
import type { Result } from '../base/result.ts';
import type { Entry, Read } from './entry.ts';

interface Pulled {
  readonly entries: readonly Read[];
  /** To be given as `since` the next time; 0 where all has to be asked for again. */
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

/** Whatever the outside world refuses is an answer; nothing throws. */
export interface Carrier {
  /** All entries after `since`; 0 = all. Extra entries do no harm. */
  readonly pull: (since: number) => Promise<Result<Pulled>>;
  /** The same again does no harm. Answered only when it is kept; tells what it would not take, a sentence each. */
  readonly push: (entries: readonly Entry[]) => Promise<Result<readonly string[]>>;
  /** Digests of the files it has, of those asked about. */
  readonly has: (digests: readonly string[]) => Promise<Result<ReadonlySet<string>>>;
  /** Null when the file is not there, or is not (yet) what its digest says. */
  readonly take: (digest: string) => Promise<Result<Uint8Array | null>>;
  /** Of a sealed file nothing is kept. */
  readonly put: (digest: string, bytes: Uint8Array) => Promise<Result<null>>;
  /**
   * Destroys the keys of these files, whether they are here or not: from now on it has none of them, opens none, keeps
   * none. Again does no harm; cannot be taken back.
   */
  readonly seal: (digests: readonly string[]) => Promise<Result<null>>;
  /** Writes what can still be read of this machine's own damaged files anew and takes those away. */
  readonly mend: () => Promise<Result<null>>;
}
