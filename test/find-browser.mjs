/** Where the system's Chromium is: from THI_DUA_SO_CHROMIUM, else on the PATH or where the usual packages put it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const WINDOWLESS = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const FOLDERS = [
  ...(process.env.PATH ?? '').split(delimiter),
  '/usr/bin',
  '/usr/lib/chromium',
  '/snap/bin',
  '/Applications/Chromium.app/Contents/MacOS',
];

/** Absolute path; null when there is none. */
export function findBrowser() {
  return process.env.THI_DUA_SO_CHROMIUM || firstOf(NAMES);
}

/**
 * The same Chromium built without windows, extensions and menus, which Debian has apart: a page opens in it for two
 * thirds of the processor's time. Where it is missing, the whole Chromium.
 */
export function findWindowless() {
  return process.env.THI_DUA_SO_CHROMIUM || firstOf([WINDOWLESS, ...NAMES]);
}

/** Where the system's Firefox is; null when there is none. */
export function findFirefox() {
  return firstOf(['firefox-esr', 'firefox']);
}

/** True when a program of this name is on the PATH. */
export function isOnPath(name) {
  return FOLDERS.some((folder) => isProgram(join(folder, name)));
}

function firstOf(names) {
  return names.flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
