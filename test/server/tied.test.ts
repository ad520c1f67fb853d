/** What tests start is gone when they are, however they end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { tied } from './tied.ts';

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it.runIf(process.platform === 'linux')(
  'a program that a test started ends with it, also when it is killed',
  async () => {
    const [program, args] = tied('sleep', ['600']);
    const starting = `const child = require('node:child_process').spawn(${JSON.stringify(program)}, ${JSON.stringify(args)});
    process.stdout.write(String(child.pid)); setInterval(() => {}, 1000);`;
    const test = spawn(process.execPath, ['-e', starting], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed] = await once(test.stdout, 'data');
    const pid = Number(String(printed));
    expect(isRunning(pid)).toBe(true);
    test.kill('SIGKILL');
    await expect.poll(() => isRunning(pid), { timeout: 20_000 }).toBe(false);
  },
);
