/** Which of a plan's own scales of marks and ladders of classes holds for which audience. */
import type { Audience } from '../../movement/movement.ts';
import { groupsNamed, kindOfGroup, kindsNamed } from '../../plan/identity/audiences.ts';

/** Kinds that words name, `collective` = every unit; null = they name nobody. */
function whomNamed(words: string): readonly string[] | null {
  const groups = groupsNamed(words);
  if (groups.length > 0) return groups.map(kindOfGroup);
  // "Các đơn vị tự chấm": units of any kind.
  const kinds = kindsNamed(words.replace(UNITS, ''));
  return kinds.length > 0 ? kinds : /tập thể|đơn vị/iu.test(words) ? ['collective'] : null;
}
const OFFICES: readonly string[] = ['party-body', 'association', 'health-station', 'police'];
const UNITS = /(?<!\p{L})đơn vị(?! sự nghiệp)(?!\p{L})/giu;

/**
 * Those whose words name the audience, else those that name no audience: these are for units, as a household or a
 * person has no such figures, unless no unit competes. `wordsOf` = the words that say whom an item is for.
 */
export function heldFor<T>(
  all: readonly T[],
  wordsOf: (nonNullable: T) => string,
  { kind, subject }: Audience,
  competing: readonly Audience[],
): readonly T[] {
  const addressed = all.map((nonNullable) => ({ one: nonNullable, whom: whomNamed(wordsOf(nonNullable)) }));
  const own = addressed.filter(
    ({ whom }) => whom?.includes(kind) || (subject === 'collective' && whom?.includes(subject)),
  );
  // “Cơ quan, đơn vị”: offices of every kind, where nothing names theirs.
  const wide = OFFICES.includes(kind)
    ? addressed.filter(({ one }) => /(?<!\p{L})(?:cơ quan|đơn vị)(?!\p{L})/iu.test(wordsOf(one)))
    : [];
  const isAlone = competing.every((audience) => audience.subject !== 'collective');
  const found =
    own.length > 0
      ? own
      : wide.length > 0
        ? wide
        : subject === 'collective' || isAlone
          ? addressed.filter(({ whom }) => !whom)
          : [];
  return found.map(({ one }) => one);
}
