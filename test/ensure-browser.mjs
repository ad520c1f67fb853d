/**
 * The browser tests run in the system's Chromium; those of keys, menus and dialogs also need a screen (Xvfb) and a hand (xdotool). What is missing is
 * installed from the system's packages, where that is possible.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = ['/usr/bin/chromium'];
const DESKTOP = ['/usr/bin/Xvfb', '/usr/bin/xdotool'];

/** Whether each is there, or was installed. */
export function ensureBrowser() {
  const packages = [...(isThere(CHROMIUM) ? [] : ['chromium']), ...(isThere(DESKTOP) ? [] : ['xvfb', 'xdotool'])];
  if (packages.length > 0) {
    console.log(`Installing from the system packages: ${packages.join(', ')}`);
    apt('update', '-q');
    // One by one: a package that cannot be had does not keep the others away.
    for (const name of packages) apt('install', '-y', '-q', '--no-install-recommends', name);
  }
  return { chromium: isThere(CHROMIUM), desktop: isThere(DESKTOP) };
}

function isThere(paths) {
  return paths.every((path) => existsSync(path));
}

function apt(...args) {
  const [command, ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, rest, { stdio: 'inherit', env, timeout: 180_000 });
}
