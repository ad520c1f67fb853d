/** `npm run demo`: the main job on the bundled samples, 24 units of Ta Ma for 2025 (made-up figures). */
import { join } from 'node:path';
import { projectFolder } from '../paths.ts';
import { score } from './score.ts';

/** Scores the samples into out/demo under the project's folder. */
export function demo(): Promise<number> {
  const root = projectFolder();
  const samples = join(root, 'cli/demo');
  return score([
    join(samples, 'ta-ma-2025'),
    ...['--movement', 'ta-ma-2023-2030', '--period', '2025'],
    ...['--units', join(samples, 'units.csv'), '--captures', join(samples, 'captures.json')],
    ...['-o', join(root, 'out/demo')],
  ]);
}
