/**
 * The browser tests run in the system's Chromium; those of keys, menus and dialogs also need a screen (Xvfb) and a hand
 * (xdotool). Missing programs are installed from the system's packages, where that is possible, after a message. Beside
 * a Chromium that comes from these packages stands its windowless build, where they have it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { findBrowser, isOnPath, WINDOWLESS } from './find-browser.mjs';

const DESKTOP = [
  ['Xvfb', 'xvfb'],
  ['xdotool', 'xdotool'],
];

/** Whether each is there, or was installed. */
export async function ensureBrowser() {
  const packages = [
    ...(findBrowser() ? [] : ['chromium']),
    ...DESKTOP.filter(([program]) => !isOnPath(program)).map(([, name]) => name),
  ];
  if (!isOnPath(WINDOWLESS) && (!findBrowser() || isOffered(WINDOWLESS))) packages.push(WINDOWLESS);
  if (packages.length > 0 && isOnPath('apt-get')) {
    console.log(`\nThe browser tests need ${packages.join(', ')}: installing from the system's packages now.`);
    await apt('update', '-q');
    // Singly, so that an unavailable package does not block the others.
    for (const name of packages) await apt('install', '-y', '-q', '--no-install-recommends', name);
  }
  return { chromium: findBrowser() !== null, desktop: DESKTOP.every(([program]) => isOnPath(program)) };
}

/** Whether the system's packages have it, as far as their lists are on this machine. */
function isOffered(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

function apt(...args) {
  const [command, ...rest] = [...(process.getuid?.() === 0 ? [] : ['sudo', '-n']), 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((done) => {
    spawn(command, rest, { stdio: 'inherit', env, timeout: 180_000 }).once('close', done).once('error', done);
  });
}
