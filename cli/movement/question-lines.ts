import { questionsOf } from '../../core/dossier/questions.ts';
import type { Movement } from '../../core/movement/movement.ts';

/** The points of a movement still to be confirmed, as lines for the screen; '' without any. */
export function questionLines(movement: Movement): string {
  const questions = questionsOf(movement);
  if (questions.length === 0) return '';
  const lines = questions.map(({ message, todo }) => `- ${message} ${todo}`);
  return `${['Cần xác nhận:', ...lines].join('\n')}\n`;
}
