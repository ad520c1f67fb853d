/** `npm run demo`: the main job on the bundled samples, 24 units of Ta Ma for 2025 (made-up figures). */
import { join } from 'node:path';
import { isSea } from 'node:sea';
import { fromUser, projectFolder } from '../files/paths.ts';
import { papers } from './papers.ts';
import { score } from './score.ts';

/** Scores the samples into out/demo under the project's folder (the user's, where there is none), with their papers. */
export async function demo(): Promise<number> {
  const root = projectFolder();
  const samples = join(root, 'cli/demo');
  const run = [
    join(samples, 'ta-ma-2025'),
    ...['--movement', 'ta-ma-2023-2030', '--period', '2025'],
    ...['--units', join(samples, 'units.csv'), '--captures', join(samples, 'captures.json')],
    // Of a single executable the project's folder is a cache.
    ...['-o', isSea() ? fromUser('out/demo') : join(root, 'out/demo')],
  ];
  // What the council has to look at first; then, with its record, the papers that follow.
  const councilBook = join(samples, 'so-hoi-dong.xlsx');
  const year = ['--awards', councilBook, '--journal', councilBook];
  const code = await score([...run, ...year]);
  const settings = ['--settings', join(samples, 'cai-dat-van-ban.csv')];
  return code === 0 ? papers([...run, ...year, '--council', councilBook, ...settings]) : code;
}
