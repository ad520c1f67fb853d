/** Programs that tests start besides Node end with the test's process, however that ends: also by `kill -9`. */
import { spawnSync } from 'node:child_process';

const HAS_SETPRIV = spawnSync('setpriv', ['--pdeathsig', 'clear', 'true'], { stdio: 'ignore' }).status === 0;

/** The command that starts the program so; where Linux' `setpriv` is missing the program is started as it is. */
export function tied(program: string, args: readonly string[]): readonly [program: string, args: string[]] {
  return HAS_SETPRIV ? ['setpriv', ['--pdeathsig', 'KILL', program, ...args]] : [program, [...args]];
}
