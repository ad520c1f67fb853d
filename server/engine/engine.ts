/** The database under the server: PostgreSQL, or the same engine inside this process for trying it out. */

/** One statement; values as $1, $2 … */
export type Query = <T>(text: string, values?: readonly unknown[]) => Promise<readonly T[]>;

/** As the server's own role, to whom no table is open (server/rights.sql). */
export interface Engine {
  readonly kind: 'postgres' | 'embedded';
  /** Several statements, all or nothing. Resolves after the commit. */
  readonly asApp: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  /** One statement by itself. */
  readonly query: Query;
  readonly close: () => Promise<void>;
}

/** With the rights of the database's owner: for the operator, never for a request. */
export interface Owner {
  readonly asOwner: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** SQLSTATE of what the database refused, or the system's code; '' for anything else. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
