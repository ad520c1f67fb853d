/**
 * Tells Excel which code implements which function, as soon as the page loads: a late registration shows #NAME? in the
 * cell. The code itself is loaded with the first formula.
 */

type Functions = typeof import('./functions.ts');

/** Id in functions.json → export of functions.ts. */
export const FUNCTIONS = {
  DIEM: 'points',
  DOISO: 'numberFromText',
  DOICHU: 'unicode',
  CHISO: 'indicator',
} as const satisfies Readonly<Record<string, keyof Functions>>;

export function associateFunctions(): void {
  for (const [id, name] of Object.entries(FUNCTIONS)) {
    CustomFunctions.associate(id, async (...cells: unknown[]) => {
      const answer: (...values: never[]) => unknown = (await import('./functions.ts'))[name];
      return answer(...(cells as never[]));
    });
  }
}
