/** Stands where other parts are fetched from too: a list of files to fetch would weigh more in each part that needs it. */
export const loadYearsBefore = () => import('./years-before.ts');
