/** Stands where other parts are fetched from too: a list of files to fetch would weigh more in each part that needs it. */
export const loadYearsBefore = import.meta.env.THI_DUA_SO_ONE_FILE
  ? async () => null
  : async () => (await import('./years-before.ts')).yearsBefore;
