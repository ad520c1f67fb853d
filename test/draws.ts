/**
 * How many inputs a property draws: `few` in `npm test`, which has to end while somebody waits for it, `all` where
 * THI_DUA_SO_ALL_DRAWS is 1, as in the weekly workflow.
 */
export function drawn(few: number, all: number): number {
  return process.env.THI_DUA_SO_ALL_DRAWS === '1' ? all : few;
}
