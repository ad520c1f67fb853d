import type { yearsBefore } from './years-before.ts';

/**
 * Stands where other parts are fetched from too: a list of files to fetch would weigh more in each part that needs it. The
 * page in one file reads no earlier years: it leaves each condition on them to the council.
 */
export const loadYearsBefore: () => Promise<typeof yearsBefore> = import.meta.env.THI_DUA_SO_ONE_FILE
  ? async () => (await import('./years-unread.ts')).yearsUnread
  : async () => (await import('./years-before.ts')).yearsBefore;
