/**
 * Fonts that draw pictures for letters: what is stored is `ü`, what is seen is ✓. Tables of the signs that office
 * documents use for ticks, boxes, bullets and arrows; a letter without a sign here is shown as �, never as itself.
 */

/** Code of the letter → the sign; codes as the fonts count them (also stored as U+F000 + code). */
type Signs = ReadonlyMap<number, string>;

function signs(pairs: string): Signs {
  return new Map(pairs.split(' ').map((pair) => [Number.parseInt(pair.slice(0, 2), 16), pair.slice(2)]));
}

const WINGDINGS = signs(
  '4A☺ 4C☹ 6C● 6D❍ 6E■ 6F☐ 70☐ 71☐ 72☐ 75◆ 76❖ 77◆ 78☒ 9F• A1○ A7▪ A8☐ AB★ D8➢ DF← E0→ E1↑ E2↓ E8➔ F0⇨ FB✗ FC✓ FD☒ FE☑',
);
const WINGDINGS_2 = signs('4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 96● 97● A3☐ A2■ 2A☐ 30☐');
const WEBDINGS = signs('3C■ 61✓ 63☐ 67■ 6E● 72✗ 3D● 34▶ 36▼ 35▲');
const SYMBOL = signs(
  '61α 62β 67γ 64δ 65ε 6Cλ 6Dμ 70π 73σ 44Δ 53Σ 57Ω A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BA≡ BB≈ BC… C6∅ CE∈ D6√ DE⇒ DC⇐ E5∑',
);

const FONTS: readonly (readonly [RegExp, Signs])[] = [
  [/^wingdings\s*2$/i, WINGDINGS_2],
  [/^wingdings(?:\s*3)?$/i, WINGDINGS],
  [/^webdings$/i, WEBDINGS],
  [/^symbol$/i, SYMBOL],
];

/** The font draws pictures or signs instead of the letters stored. */
export function isPictureFont(font: string): boolean {
  return font !== '' && /dings|symbol/i.test(font) && FONTS.some(([name]) => name.test(font.trim()));
}

/** A text in such a font as the signs it shows. Blanks stay; of Symbol, digits and punctuation are themselves. */
export function fromPictureFont(text: string, font: string): string {
  const name = font.trim();
  const table = FONTS.find(([known]) => known.test(name))?.[1];
  if (!table) return text;
  return [...text]
    .map((letter) => {
      const stored = letter.codePointAt(0) ?? 0;
      const code = stored >= 0xf000 && stored <= 0xf0ff ? stored - 0xf000 : stored;
      if (/\s/.test(letter) || code > 0xff) return letter;
      const sign = table.get(code);
      if (sign !== undefined) return sign;
      return table === SYMBOL && code < 0x40 ? String.fromCharCode(code) : '\ufffd';
    })
    .join('');
}
