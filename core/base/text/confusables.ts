/**
 * Letters that look like Latin letters (Cyrillic, Greek, Cherokee, Lao, full-width, eth for đ) → the Latin letter. Only
 * for comparing labels: text that is shown or scored is never rewritten with this table.
 */

const PAIRS: readonly (readonly [from: string, to: string])[] = [
  ['ƣƢÐðƉıſ', 'ưưđđđis'],
  ['авекмнорстухіјѕһԁԛԝӏғ', 'abekmhopctyxijshdqwlf'],
  ['АВЕКМНОРСТУХІЈЅҺԀԚԜӀ', 'abekmhopctyxijshdqwi'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαικνρυ', 'abezhikmnoptyxoaikvpu'],
  ['ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᏀᏃᏒᏔᏙᏚᏞᏟᏢᏦᏧᏴᏻ', 'drtiajewmhgzrwvslcpkdbg'],
  ['ເ໐', 'co'],
];

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([from, to]) => [...from].map((letter, at): [string, string] => [letter, [...to][at] ?? letter])),
);

const SUSPECT = /[ƣƢÐðƉıſ\u0370-\u052f\u0e80-\u0eff\u13a0-\u13ff\uff01-\uff5e]/;

/**
 * Text with look-alike letters replaced; marks on them survive. NFC in, NFC out. Plain Vietnamese is returned as it is.
 */
export function foldConfusables(text: string): string {
  if (!SUSPECT.test(text)) return text;
  let folded = '';
  for (const letter of text.normalize('NFD')) folded += LATIN.get(letter) ?? letter;
  return foldFullWidth(folded).normalize('NFC');
}

/** Full-width forms (`９５％`) → ASCII. Unlike NFKC it leaves `m²` alone. */
export function foldFullWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}
