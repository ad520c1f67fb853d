/** The database under the server: PostgreSQL, or the same engine inside this process for trying it out. */

/** One statement; values as $1, $2 … */
export type Query = <T>(text: string, values?: readonly unknown[]) => Promise<readonly T[]>;

export interface Engine {
  readonly kind: 'postgres' | 'embedded';
  /** All or nothing; as share_app, to whom no table is open. Resolves after the commit. */
  readonly asApp: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  /** As whoever owns the database: migrations, and inviting somebody to found a book. */
  readonly asOwner: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** SQLSTATE of what the database refused, or the system's code; '' for anything else. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
