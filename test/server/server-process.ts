/** `npm run server` as an administrator starts it to try it out, in a process of its own. */
import { spawn } from 'node:child_process';
import { tied } from './tied.ts';

/** Over the engine in the folder; `page` = where the desk's page was built. `until` waits for what the server prints. */
export function serverProcess(port: string, data: string, page: string) {
  const env = { ...process.env, PORT: port, DATA: data, DATABASE_URL: '', BAN_CHAM: page };
  const child = spawn(...tied(process.execPath, ['server/start.mjs']), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const take = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const until = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const found = pattern.exec(printed);
      if (found) return found[1] ?? found[0];
      if (child.exitCode !== null) throw new Error(printed);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return { child, until, said: () => printed };
}
