/** Colours on a terminal only; none when the output goes to a file or pipe, or NO_COLOR is set (no-color.org). */

export type Colour = 'bold' | 'red' | 'yellow' | 'blue' | 'dim';

const CODES: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, yellow: 33, blue: 34 };

/** Paints text for the stream, or leaves it plain. */
export function painter(stream: { readonly isTTY?: boolean }): (text: string, colour: Colour) => string {
  const plain = stream.isTTY !== true || Boolean(process.env.NO_COLOR) || process.env.TERM === 'dumb';
  return (text, colour) => (plain ? text : `\u001b[${CODES[colour]}m${text}\u001b[0m`);
}
