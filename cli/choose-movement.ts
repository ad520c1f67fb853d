/** Which movement the reports belong to, when the command does not say: the one whose criteria the sheets name best. */
import type { Book } from '../core/grid/sheet.ts';
import { bareKey, similarity } from '../core/grid/text.ts';
import type { Movement } from '../core/movement/movement.ts';
import { MOVEMENTS } from '../core/movements/index.ts';
import { readReports } from '../core/report/read.ts';
import { openReport } from './open-report.ts';
import { startProgress } from './terminal/progress.ts';
import type { InputFile } from './walk.ts';

/** Files the choice looks at; more are taken evenly over the list. */
const LOOKED_AT = 24;
/** Rows at the top of a sheet that may name the commune. */
const HEADING_ROWS = 15;
/** A title less like the criterion's than this says nothing. */
const ALIKE = 0.7;
/** Weight of the commune's own name in the heading, in titles. */
const COMMUNE = 5;
/** Titles that must be named for a choice. */
const ENOUGH = 2;

/** The best fit over the files, or the sentence that says why none is sure: no movement fits, or two fit alike. */
export async function chooseMovement(inputs: readonly InputFile[]): Promise<Movement | string> {
  const fits = new Map(MOVEMENTS.map((movement) => [movement, 0]));
  let failure: string | undefined;
  const step = Math.max(1, Math.ceil(inputs.length / LOOKED_AT));
  const looked = inputs.filter((_, index) => index % step === 0);
  const progress = startProgress('Nhận phong trào', looked.length);
  for (const input of looked) {
    const opened = await openReport(input);
    if (opened.kind === 'book') addFits(fits, opened.book, input.name);
    else failure ??= `${input.name}: ${opened.reason}`;
    progress.step(input.name);
  }
  progress.end();
  const [best, second] = [...fits].sort((a, b) => b[1] - a[1]);
  if (best && best[1] >= ENOUGH && best[1] > (second?.[1] ?? 0)) return best[0];
  const ids = MOVEMENTS.map((movement) => movement.id).join(', ');
  const why = failure ? ` (${failure})` : '';
  return `Không rõ các báo cáo thuộc phong trào nào${why}. Hãy chỉ rõ bằng --movement: ${ids}.`;
}

function addFits(fits: Map<Movement, number>, book: Book, file: string): void {
  try {
    const heading = headingOf(book);
    for (const [movement, sum] of fits) {
      const named = heading.includes(bareKey(movement.issuer.commune)) ? COMMUNE : 0;
      fits.set(movement, sum + named + fitOf(book, file, movement));
    }
  } catch {
    // Reading it for real will say what is wrong with this file.
  }
}

function fitOf(book: Book, file: string, movement: Movement): number {
  const titles = new Map(
    movement.criteriaSets.flatMap((set) =>
      set.criteria.map((criterion) => [JSON.stringify([set.audience, set.version, criterion.code]), criterion.title]),
    ),
  );
  let fit = 0;
  for (const report of readReports(book, { file, movement }).reports) {
    for (const entry of report.entries) {
      const title = titles.get(JSON.stringify([report.audience, report.set, entry.criterion])) ?? '';
      const alike = similarity(entry.title.text, title);
      if (alike >= ALIKE) fit += alike;
    }
  }
  return fit;
}

/** Texts at the top of the sheets as one comparable key. */
function headingOf(book: Book): string {
  const texts: string[] = [];
  for (const sheet of book.sheets) {
    for (const [row, cells] of sheet.rows) {
      if (row >= HEADING_ROWS) break;
      for (const { value } of cells) if (typeof value === 'string') texts.push(value.slice(0, 400));
    }
  }
  return bareKey(texts.join(' '));
}
