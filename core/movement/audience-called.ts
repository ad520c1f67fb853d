/** Vietnamese name of an audience, by its kind: as the movement has it, or of whom it lets others put forward. */
import type { Movement } from './movement.ts';

/** Put forward whatever audiences the plan lists. */
const OUTSIDE: Readonly<Record<string, string>> = {
  'outside-collective': 'Tập thể ngoài xã',
  'outside-individual': 'Cá nhân ngoài xã',
};

/** The kind itself where nobody has a name for it. */
export function audienceCalled({ audiences }: Pick<Movement, 'audiences'>, kind: string): string {
  return audiences.find((audience) => audience.kind === kind)?.name ?? OUTSIDE[kind] ?? kind;
}
