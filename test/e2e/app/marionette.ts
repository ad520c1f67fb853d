/**
 * The system's Firefox, driven over its own protocol (Marionette: JSON behind its length, on a local port): the driver
 * of the other browser tests asks for more than Debian's Firefox knows.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

export interface Firefox {
  readonly go: (address: string) => Promise<unknown>;
  /** Waits for the element and clicks it as a hand does. */
  readonly click: (xpath: string) => Promise<void>;
  /** What the function body returns; `arguments` are `given`. */
  readonly run: (body: string, ...args: readonly unknown[]) => Promise<unknown>;
  /** Ends when it has ended. */
  readonly close: () => Promise<void>;
}

const WAIT = 30_000;

async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const late = Date.now() + WAIT; Date.now() < late; ) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((again) => setTimeout(again, 50));
  }
  throw new Error(`Firefox: ${what}`);
}

/**
 * Its profile and the files it saves (`folder/saved`) go into `folder`; all its network requests go to the local
 * `proxy`.
 */
export async function startFirefox(program: string, folder: string, proxy: number): Promise<Firefox> {
  const saved = join(folder, 'saved');
  const profile = join(folder, 'profile');
  for (const path of [saved, profile]) mkdirSync(path);
  const preferences = {
    'marionette.port': 0,
    'browser.download.folderList': 2,
    'browser.download.dir': saved,
    'browser.download.useDownloadDir': true,
    'network.proxy.type': 1,
    ...{ 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy },
    ...{ 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy },
    'app.normandy.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`);
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const args = ['--headless', '--marionette', '--no-remote', '--profile', profile, 'about:blank'];
  const own = spawn(program, args, { stdio: 'ignore' });
  const ended = new Promise<void>((end) => own.once('close', () => end()));
  const portFile = join(profile, 'MarionetteActivePort');
  const port = await until(
    'no port',
    () => (existsSync(portFile) && Number(readFileSync(portFile, 'utf8'))) || undefined,
  );
  const line = connect(port, '127.0.0.1');

  const answers = new Map<number, (answer: { error: unknown; value: unknown }) => void>();
  let heard = Buffer.alloc(0);
  line.on('data', (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    for (;;) {
      const colon = heard.indexOf(':');
      const end = colon + 1 + Number(heard.subarray(0, Math.max(0, colon)).toString());
      if (colon < 0 || heard.length < end) return;
      const message: unknown = JSON.parse(heard.subarray(colon + 1, end).toString());
      heard = heard.subarray(end);
      // Its first message is no answer.
      if (Array.isArray(message)) answers.get(message[1])?.({ error: message[2], value: message[3] });
    }
  });
  let last = 0;
  const ask = async (command: string, params: object): Promise<unknown> => {
    const id = ++last;
    const bytes = Buffer.from(JSON.stringify([0, id, command, params]));
    const answered = new Promise<{ error: unknown; value: unknown }>((answer) => answers.set(id, answer));
    line.write(`${bytes.length}:`);
    line.write(bytes);
    const { error, value } = await answered;
    if (error !== null) throw new Error(`${command}: ${JSON.stringify(error).slice(0, 500)}`);
    return value;
  };
  const within = (answer: unknown) => (answer as { value: unknown }).value;
  await ask('WebDriver:NewSession', { strictFileInteractability: false });
  return {
    go: (address) => ask('WebDriver:Navigate', { url: address }),
    click: async (xpath) => {
      const find = () => ask('WebDriver:FindElement', { using: 'xpath', value: xpath }).catch(() => undefined);
      const element = within(await until(xpath, find)) as Record<string, string>;
      await ask('WebDriver:ElementClick', { id: Object.values(element).join('') });
    },
    run: async (script, ...args) => within(await ask('WebDriver:ExecuteScript', { script, args: args })),
    close: async () => {
      await ask('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
      line.destroy();
      await ended;
    },
  };
}
