/**
 * Labels at the heads of a scan's lines. Recognition confuses I, l, 1, L, | and reads II as H ("II." as "IL", "I." as
 * "I"), and loses the points of "4.3."; no dictionary helps, but the numbering does. A label that can be corrected to
 * the next of its sequence is corrected, a label out of sequence stays as it was read; both are marked, and
 * the officer confirms them as she confirms numbers.
 */
import { labelAt, orderOf } from '../../layout/label.ts';
import type { ReadWord, ScanPage } from './scan-text.ts';

const ROMANS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'] as const;

const CONFUSED = /^[IVXLlH1|!]{1,6}[.,:;]*['’]?$/;
const CAPITALS = /^\p{Lu}{2}/u;
const OPENS = /^[\p{Lu}“"(]/u;
/** Words behind a head that tell which label it is: `Phần thứ hai`. */
const TELLING = 3;

/** Whether a text of only such signs may be a label: then it is stored with its picture. */
export function mayBeLabel(text: string): boolean {
  return CONFUSED.test(text);
}

/** The pages with their labels corrected; `wasRead` is set on the words that the officer has to check. */
export function withLabels<P extends object>(pages: readonly (P | ScanPage)[]): readonly (P | ScanPage)[] {
  const corrected = toldLabels(pages.flatMap((page) => ('words' in page ? page.words : [])));
  return pages.map((page) =>
    'words' in page ? { ...page, words: page.words.map((word) => corrected.get(word) ?? word) } : page,
  );
}

/** The first word of a printed line, and what stands behind it. */
interface Head {
  readonly word: ReadWord;
  readonly next: string;
}

/** By the word as it was read. */
function toldLabels(words: readonly ReadWord[]): ReadonlyMap<ReadWord, ReadWord> {
  const corrected = new Map<ReadWord, ReadWord>();
  const tell = ({ word }: Head, text: string) => corrected.set(word, { ...word, text, wasRead: word.text });
  /** The last Roman numeral and the last letter; 0 and '' = none yet. */
  let [roman, letter] = [0, ''];
  let numbers = newNumbers();
  /** A head that may be `I.` or `1.`, with the numeral before it: the next label says which it is. */
  let first: { readonly head: Head; readonly roman: number } | null = null;
  const begin = (order: number) => {
    [roman, numbers, first] = [order, newNumbers(), null];
  };
  for (const head of headsOf(words)) {
    const { text } = head.word;
    const label = labelAt(`${text} ${head.next}`, 0);
    const order = label?.kind === 'roman' ? orderOf(label.name) : 0;
    const number = label?.kind === 'number' ? label.order : null;
    const looks = text
      .replace(/[.,:;'’]+$/, '')
      .replace(/[Ll1|!]/g, 'I')
      .replace(/H/g, 'II');
    if (label?.kind === 'part' || (label?.kind === 'upper' && !(label.name === 'H' && roman > 0))) begin(0);
    else if (isConfused(head) && !(label?.kind === 'letter' && letter === 'k')) {
      if (order === roman + 1) begin(order);
      else if (number && numbers.carryOn(number)) {
        numbers.take(number);
        first = roman === 0 && looks === 'I' && CAPITALS.test(head.next) ? { head, roman } : null;
      } else if (looks === ROMANS[roman]) {
        tell(head, `${looks}.`);
        begin(roman + 1);
      } else if (looks === 'II' && roman === 0 && first) {
        tell(first.head, 'I.');
        if (order !== 2) tell(head, 'II.');
        begin(2);
      } else {
        tell(head, text);
        const before = roman;
        if (order > 0) begin(order);
        first = looks === 'I' ? { head, roman: before } : null;
      }
    } else if (number) {
      if (first && number.join() === '2' && !numbers.carryOn(number)) {
        tell(first.head, '1.');
        roman = first.roman;
        numbers.take([1]);
      }
      first = null;
      if (numbers.carryOn(number)) numbers.take(number);
      else if (OPENS.test(head.next)) {
        const meant = numbers.meant(text);
        tell(head, meant ? `${meant.join('.')}.` : text);
        numbers.take(meant ?? number);
      }
    } else if (/^\d{1,2}$/.test(text) && OPENS.test(head.next) && numbers.carryOn([Number(text)])) {
      // The full stop was lost, or it is the number of a table's row.
      numbers.take([Number(text)]);
      first = null;
    } else if (label?.kind === 'letter') letter = label.name;
  }
  return corrected;
}

/** The numbers of one part, `2` and `2.1`. */
function newNumbers() {
  /** The last number behind each `2.`; behind '' the last top-level number. */
  const last = new Map<string, number>();
  const above = (order: readonly number[]) => order.slice(0, -1).join('.');
  return {
    carryOn: (order: readonly number[]) => {
      const value = order.at(-1) ?? 0;
      return value === 1 || value === (last.get(above(order)) ?? 0) + 1;
    },
    take: (order: readonly number[]) => {
      for (const [at, value] of order.entries()) last.set(above(order.slice(0, at + 1)), value);
    },
    /** What is meant by `43.` behind `4.2.`; null = nothing that fits. */
    meant: (text: string): readonly number[] | null => {
      const digits = text.replace(/\D/g, '');
      const next = [...last].map(([prefix, value]) => [...prefix.split('.').filter(Boolean).map(Number), value + 1]);
      const below = [...last].map(([prefix, value]) => [...prefix.split('.').filter(Boolean).map(Number), value, 1]);
      return [...next, ...below].find((order) => order.length > 1 && order.join('') === digits) ?? null;
    },
  };
}

/** `11 thôn` and a stroke left of a table's grid are no labels. */
function isConfused({ word: { text }, next }: Head): boolean {
  if (!CONFUSED.test(text) || /^\d+$/.test(text)) return false;
  return (/[IVXLlH.,:;]/.test(text) ? OPENS : CAPITALS).test(next);
}

function headsOf(words: readonly ReadWord[]): readonly Head[] {
  return words.flatMap((word, at): Head[] => {
    if (words[at - 1]?.line === word.line) return [];
    const behind = words.slice(at + 1, at + 1 + TELLING).filter(({ line }) => line === word.line);
    return behind.length === 0 ? [] : [{ word, next: behind.map(({ text }) => text).join(' ') }];
  });
}
