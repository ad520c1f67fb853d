/** Keys of the movement of one's own in the store; the first also stands in the settings in place of a bundled id. */
export const OWN_MOVEMENT = {
  taken: 'own',
  /** The file of a dossier, laid down by a page until the worker has read it. */
  given: 'given',
} as const;
