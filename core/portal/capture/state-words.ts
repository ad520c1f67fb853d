/** Words of classes by which a page marks what is chosen. */
export const STATE: ReadonlySet<string> = new Set(
  'active selected checked current pressed highlight clicked on applied'.split(' '),
);
