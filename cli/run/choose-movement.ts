/**
 * Chooses the movement the reports belong to when the command names none: the movement whose criteria the sheets match
 * best.
 */

import type { Movement } from '../../core/movement/movement.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { type MovementFit, RECOGNISERS } from '../../core/report/recognise-movement.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';
import type { InputFile } from '../files/walk.ts';
import { startProgress } from '../terminal/progress.ts';
import { openReport } from './open-report.ts';

/** Files the choice looks at; more are taken evenly over the list. */
const LOOKED_AT = 24;

/** The best fit over the files, or the sentence that says why none is sure: no movement fits, or two fit alike. */
export async function chooseMovement(inputs: readonly InputFile[]): Promise<Movement | string> {
  // Each PDF takes a process of its own: where there are other files, they tell the movement.
  const quick = inputs.filter(({ name }) => !/\.pdf$/i.test(name));
  const readable = quick.length > 0 ? quick : inputs;
  const step = Math.max(1, Math.ceil(readable.length / LOOKED_AT));
  const looked = readable.filter((_, index) => index % step === 0);
  let failure: string | undefined;
  for (const recogniser of RECOGNISERS) {
    const fit = recogniser(MOVEMENTS);
    failure = await addFits(fit, looked);
    const best = fit.best();
    if (best) return best;
  }
  const ids = MOVEMENTS.map((movement) => movement.id).join(', ');
  const why = failure ? ` (${failure})` : '';
  return `Không rõ các báo cáo thuộc phong trào nào${why}. Hãy chỉ rõ bằng --movement: ${ids}.`;
}

/** Says of the first file that does not open why. */
async function addFits(fit: MovementFit, looked: readonly InputFile[]): Promise<string | undefined> {
  let failure: string | undefined;
  const progress = startProgress('Nhận phong trào', looked.length);
  for (const input of looked) {
    const opened = await openReport(input);
    if (opened.kind === 'book') addFit(fit, opened.book, input.name);
    else failure ??= `${input.name}: ${opened.reason}`;
    progress.step(input.name);
  }
  progress.end();
  return failure;
}

function addFit(fit: MovementFit, book: Book, file: string): void {
  try {
    fit.add(book, file);
  } catch {
    // Reading it for real will say what is wrong with this file.
  }
}
