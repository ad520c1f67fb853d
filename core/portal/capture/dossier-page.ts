/** What marks a page made of a list of dossiers: no page of a portal has it. Its value = ISO day of the counts. */
export const DOSSIER_PAGE = 'data-dem-ho-so';
