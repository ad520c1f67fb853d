/**
 * What only a desktop has: the keyboard shortcut, the context menu, the browser's own permission dialog. Needs an X
 * display (Xvfb) and keys and clicks from outside the browser (xdotool); where they are not installed `npm test` says
 * so.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOnPath } from '../../find-browser.mjs';
import { type Browser, builtExtension, startBrowser } from './browser.ts';
import { casePage } from './pages.ts';
import { type PortalServer, startPortals } from './portal-server.ts';

const FORM = 'https://motcua.tama.gov.vn/bao-cao/06a';
/** Longer than a busy machine takes. */
const WAIT = { timeout: 20_000 };
let screen: ChildProcess | undefined;
let display: string;
let portals: PortalServer;
let browser: Browser;

/** A screen of its own; it chooses a number that is free. */
async function startScreen(): Promise<string> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x900x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  screen = server;
  return new Promise((ready, failed) => {
    server.stdout.once('data', (number) => ready(`:${String(number).trim()}`));
    server.once('exit', () => failed(new Error('Xvfb did not start')));
  });
}

/** Keys and clicks as the desktop sends them. */
function hand(...words: readonly string[]): void {
  execFileSync('xdotool', words, { env: { ...process.env, DISPLAY: display } });
}

/** How many windows the screen shows: an open menu counts as a window. */
function windows(): number {
  const env = { ...process.env, DISPLAY: display };
  // Exits with 1 when there is none.
  const { stdout } = spawnSync('xdotool', ['search', '--onlyvisible', '--name', ''], { env, encoding: 'utf8' });
  return stdout.split('\n').filter((id) => id !== '').length;
}

function worker() {
  const [own] = browser.context.serviceWorkers();
  if (!own) throw new Error('no worker');
  return own;
}

/** Nothing tells when a visible menu or dialog of the browser takes keys. */
function settled(times = 1): Promise<void> {
  return new Promise((over) => {
    setTimeout(over, 700 * times);
  });
}

async function discardCapture(): Promise<void> {
  const panel = await browser.panel();
  await panel.getByText('10.410/10.420').waitFor();
  await panel.getByRole('button', { name: 'Bỏ bản chụp' }).click();
  await panel.getByText('Đã bỏ bản chụp này.').waitFor();
}

describe.runIf(['Xvfb', 'xdotool'].every(isOnPath))('on a desktop', () => {
  beforeAll(async () => {
    portals = await startPortals();
    portals.answers.set(FORM, { body: casePage('form-06a', 'fields-ok.html') });
    display = await startScreen();
    browser = await startBrowser(await builtExtension(), portals.port, display);
  });

  afterAll(async () => {
    await browser?.close();
    await portals?.close();
    screen?.kill();
  });

  it('captures on the keyboard shortcut', async () => {
    const [command] = await worker().evaluate(() => chrome.commands.getAll());
    // Empty when the browser keeps the keys for itself.
    expect(command?.shortcut).toBe('Alt+Shift+S');
    await browser.open(FORM);
    hand('mousemove', '700', '700', 'click', '1');
    await settled();
    hand('key', 'alt+shift+s');
    await discardCapture();
  });

  it('captures from the context menu, and has no entry there once it is switched off', async () => {
    const chosen = async (tries: number) => {
      await browser.open(FORM);
      const before = windows();
      hand('mousemove', '300', '300', 'click', '3');
      // Keys that came before it went to the page; fewer than these open its source.
      await expect.poll(windows, WAIT).toBe(before + 1);
      await settled(tries);
      // From the end of the menu: inspect, page source, ours.
      for (const key of ['Up', 'Up', 'Up', 'Return']) hand('key', '--delay', String(80 * tries), key);
      await expect.poll(windows, WAIT).toBe(before);
      const captured = (await browser.panel()).getByText('10.410/10.420');
      return captured.waitFor({ timeout: 5000 * tries }).then(
        () => true,
        () => false,
      );
    };
    // A busy desktop loses keys: each further try presses them more slowly.
    for (let tries = 1; !(await chosen(tries)); tries++) expect(tries).toBeLessThan(6);
    await discardCapture();
    const hasEntry = () =>
      worker().evaluate(() =>
        chrome.contextMenus.update('capture', {}).then(
          () => true,
          () => false,
        ),
      );
    expect(await hasEntry()).toBe(true);
    const panel = await browser.panel();
    await panel.getByRole('button', { name: 'Cài đặt' }).click();
    await panel.getByLabel(/bấm chuột phải/).uncheck();
    await expect.poll(hasEntry, WAIT).toBe(false);
  });

  it('asks for the portal in the browser’s own dialog, and listens once it is allowed', async () => {
    const listeners = () => worker().evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(await listeners()).toEqual([]);
    const panel = await browser.panel();
    await panel.getByRole('button', { name: 'Cho nghe số liệu của Cổng' }).click();
    await settled();
    hand('key', 'Tab');
    hand('key', 'Return');
    await expect.poll(listeners, WAIT).toHaveLength(1);
  });
});
