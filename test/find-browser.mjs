/** Where the system's Chromium is: from THI_DUA_SO_CHROMIUM, else on the PATH or where the usual packages put it. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

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
  const told = process.env.THI_DUA_SO_CHROMIUM;
  if (told) return told;
  return NAMES.flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find(isProgram) ?? null;
}

/** Where the system's Firefox is; null when there is none. */
export function findFirefox() {
  return (
    ['firefox-esr', 'firefox'].flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find(isProgram) ?? null
  );
}

/** True when a program of this name is on the PATH. */
export function isOnPath(name) {
  return FOLDERS.some((folder) => isProgram(join(folder, name)));
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
