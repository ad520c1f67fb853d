/**
 * Labels of Word's automatic lists, counted as Word counts them; .docx and .doc both come here with what they define.
 */

export interface ListLevel {
  readonly start: number;
  /** As in numbering.xml: `decimal`, `upperRoman`, `bullet` … An unknown format counts in digits. */
  readonly format: string;
  /** `%1.%2.`: the counters of the levels in it. */
  readonly text: string;
  /** All counters of the label in plain digits. */
  readonly legal: boolean;
  /** Starts again behind this level (from 1) and those above it; 0 = never; null = behind every level above. */
  readonly restart: number | null;
}

export interface WordList {
  /** Lists of one definition share its counters. */
  readonly definition: string;
  /** Starts of this list alone, by level from 0; they count once. */
  readonly starts: ReadonlyMap<number, number>;
  /** Levels of this list alone. */
  readonly own: ReadonlyMap<number, ListLevel>;
}

export interface WordLists {
  /** Definition → level from 0 → how it counts. */
  readonly definitions: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  readonly lists: ReadonlyMap<string, WordList>;
}

/** Word has no more; a file that says so would have us count up to it. */
const MOST_LEVELS = 9;

/** Counts on: call it for each numbered paragraph in its order. '' where the list says nothing. */
export function labelMaker({ definitions, lists }: WordLists): (list: string, level: number) => string {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return (list, level) => {
    const { definition = '', starts, own } = lists.get(list) ?? {};
    const levels = definitions.get(definition);
    const levelAt = (at: number) => own?.get(at) ?? levels?.get(at);
    const here = levelAt(level);
    if (!here || !(level >= 0 && level < MOST_LEVELS)) return '';
    const counts = counters.get(definition) ?? [];
    counters.set(definition, counts);
    const override = begun.has(`${list}:${level}`) ? undefined : starts?.get(level);
    begun.add(`${list}:${level}`);
    const before = counts[level];
    counts[level] = override ?? (before === undefined ? here.start : before + 1);
    for (let below = level + 1; below < counts.length; below++) {
      const restart = levelAt(below)?.restart ?? null;
      if (restart === null || level < restart) counts[below] = undefined;
    }
    for (let above = 0; above < level; above++) counts[above] ??= levelAt(above)?.start ?? 1;
    if (here.format === 'bullet') return /^[+\uf02b]$/.test(here.text.trim()) ? '+' : '-';
    if (here.format === 'none') return '';
    return here.text.replace(/%([1-9])/g, (_all, digit: string) => {
      const at = Number(digit) - 1;
      return formatted(counts[at] ?? 1, here.legal ? 'decimal' : (levelAt(at)?.format ?? 'decimal'));
    });
  };
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Past these Word's own letters and numerals are no label anybody reads; a hostile start would make them endless. */
const LAST_LETTER = 780;
const LAST_NUMERAL = 400;

function formatted(count: number, format: string): string {
  const isLetter = format === 'upperLetter' || format === 'lowerLetter';
  const isNumeral = format === 'upperRoman' || format === 'lowerRoman';
  if (isLetter && count >= 1 && count <= LAST_LETTER) {
    // Word counts a b c d e, and aa behind z.
    const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  if (format === 'decimalZero') return String(count).padStart(2, '0');
  if (!isNumeral || count < 1 || count > LAST_NUMERAL) return String(count);
  let left = count;
  let numeral = '';
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) numeral += sign;
  return format === 'lowerRoman' ? numeral.toLowerCase() : numeral;
}
