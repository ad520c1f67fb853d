/**
 * Runs one command line after another in one process: the built entry is read anew for each, what it loads stays. Each
 * order has a folder to run in and the arguments; the answer is what a process of its own would have left, and comes
 * when that process would have ended.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const built = pathToFileURL(process.argv[2]).href;
let turn = 0;

process.on('disconnect', () => process.exit());
process.on('message', async ({ folder, args }) => {
  const open = process.getActiveResourcesInfo().length;
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    process[name].write = (text) => {
      said[name] += text;
      return true;
    };
  process.chdir(folder);
  process.argv = [process.execPath, process.argv[1], ...args];
  process.exitCode = undefined;
  await import(`${built}?${turn++}`);
  while (process.getActiveResourcesInfo().length > open) await wait(5);
  process.stdout.removeAllListeners('error');
  process.send({ code: process.exitCode ?? 0, ...said });
});
