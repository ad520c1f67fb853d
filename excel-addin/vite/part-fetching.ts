/** Parts of the pages are fetched before they are imported (`boot/fetched-first.ts`), instead of by Vite's own helper. */
import type { Plugin } from 'vite';
import { fetchedFirst } from '../boot/fetched-first.ts';

/** The helper as Vite names it: test/host/size.test.ts sees that it is gone. */
const HELPER = /^\0vite\/preload-helper\.js$/;

/** `addIn` = folder of the add-in, with a slash at its end. */
export function partFetching(addIn: string): Plugin {
  return {
    name: 'part-fetching',
    apply: 'build',
    transform: {
      filter: { id: HELPER },
      handler: () => ({
        code: `export { ${fetchedFirst.name} as __vitePreload } from ${JSON.stringify(`${addIn}boot/fetched-first.ts`)};`,
        map: null,
      }),
    },
  };
}
