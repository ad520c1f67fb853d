/** Signs of the Symbol and Wingdings fonts that plans use, by their code as Word keeps it. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0xf02b, '+'],
  [0xf02d, '-'],
  [0xf0b7, '•'],
  [0xf0b3, '≥'],
  [0xf0a3, '≤'],
  [0xf025, '%'],
]);

/** The character of a code from F000 on; '' for a code that is no character of a text. */
export function symbolOf(code: number): string {
  return SYMBOLS.get(code) ?? '';
}
