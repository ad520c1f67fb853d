/** The page and the command line as they are released, built once for all test files. */
import { builtForAll } from '../../built-for-production.ts';

/** Folder of the built page. */
export const builtPage = async () => (await builtForAll('app', 'app/vite.config.ts')).folder;
/** Folder of the built command line. */
export const builtCli = async () => (await builtForAll('cli', 'vite.config.ts')).folder;
