/** The browser tests run in the system's Chromium. When there is none it is installed from the system's packages, where that is possible. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PATH = '/usr/bin/chromium';

/** True when Chromium is there, or was installed. */
export function ensureChromium() {
  if (existsSync(PATH)) return true;
  console.log('Chromium is not here: installing it from the system packages');
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const step of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const [command, ...args] = [...asRoot, ...step];
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
  return existsSync(PATH);
}
