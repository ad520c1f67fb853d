import { type Built, builtForAll } from './built-for-production.ts';
import { ADD_IN } from './built-once.ts';

/** The extension as it is shipped, built once for all test files. */
export const extensionForAll = (): Promise<Built> =>
  builtForAll('extension', 'extension/vite.config.ts', { THI_DUA_SO_ORIGIN: ADD_IN });
