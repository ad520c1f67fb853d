/** The bundled movement that sheets belong to. Loaded only where the user has not chosen a movement. */

import type { Movement } from '../../core/movement/movement.ts';
import { HEADINGS } from '../../core/movements/headings.ts';
import { loadMovement } from '../../core/movements/load-movement.ts';
import { RECOGNISERS } from '../../core/report/recognise-movement.ts';
import type { Book } from '../../core/sheet/grid/sheet.ts';

interface Looked {
  readonly name: string;
  readonly book: Book;
}

/** null = none fits, or none stands out. Rejects where the movements cannot be fetched. */
export async function recognisedMovement(looked: readonly Looked[]): Promise<Movement | null> {
  const movements = (await Promise.all(HEADINGS.map(({ id }) => loadMovement(id)))).flatMap(
    (movement) => movement ?? [],
  );
  for (const recogniser of RECOGNISERS) {
    const fit = recogniser(movements);
    for (const { book, name } of looked) fit.add(book, name);
    const best = fit.best();
    if (best) return best;
  }
  return null;
}
