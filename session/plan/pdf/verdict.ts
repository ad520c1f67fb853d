/** How much of a PDF can be read as text: judged from its bytes before it is opened, and from the letters found. */
import type { TextPage } from '../../../core/plan/file/pdf-lines.ts';

/** Two compressions, one inside the other: kilobytes that expand to gigabytes. No program writes them. */
export function isFoldedTwice(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1')
    .decode(bytes)
    .replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return /\[(?:\s*\/\w{1,20}){0,6}\s*\/(?:Fl|FlateDecode|LZW|LZWDecode)(?:\s*\/\w{1,20}){0,6}\s*\/(?:Fl|FlateDecode|LZW|LZWDecode)\b/.test(
    text,
  );
}

/** A broken character table yields control characters and private-use ones; a good file has none. */
function isUnreadable({ pieces }: TextPage): boolean {
  const text = pieces.map((piece) => piece.text).join('');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd]/gu)?.length ?? 0;
  return strange > text.length * 0.02;
}

/** Pages to be read as pictures, from 1: those that are, and those in a font that does not say its letters. */
export function pictureNumbers(pages: readonly TextPage[], pictures: readonly number[]): readonly number[] {
  const unreadable = pages.flatMap((page, at) => (isUnreadable(page) ? [at + 1] : []));
  return [...new Set([...pictures, ...unreadable])].sort((a, b) => a - b);
}

/** `3–7`, `2, 5`. */
export function pagesWords(pages: readonly number[]): string {
  const groups: number[][] = [];
  for (const page of pages) {
    const group = groups.at(-1);
    if (group && group.at(-1) === page - 1) group.push(page);
    else groups.push([page]);
  }
  return groups.map((group) => (group.length > 2 ? `${group[0]}–${group.at(-1)}` : group.join(', '))).join(', ');
}
