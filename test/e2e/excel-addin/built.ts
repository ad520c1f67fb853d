/** The add-in as it is given out, built once for all test files. */
import { renameSync } from 'node:fs';
import { type BuiltAddIn, buildAddIn } from '../../host/built-addin.ts';
import { ADD_IN, builtOnce } from '../built-once.ts';

let made: BuiltAddIn | undefined;

/** Folder of the build, and what is in it. */
export async function builtAddIn(): Promise<Pick<BuiltAddIn, 'folder' | 'output'>> {
  const folder = await builtOnce('excel-addin', async (to) => {
    made = await buildAddIn({ THI_DUA_SO_ORIGIN: ADD_IN });
    renameSync(made.folder, to);
  });
  if (made === undefined) throw new Error('the files of the project do not share one process');
  return { folder, output: made.output };
}
