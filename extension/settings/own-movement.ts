/** Keys of the officer's own movement in the store; the settings use the first in place of a bundled id. */
export const OWN_MOVEMENT = {
  taken: 'own',
  /** The file of a dossier, laid down by a page until the worker has read it. */
  given: 'given',
} as const;
