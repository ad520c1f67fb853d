/** A pasted list of units → their names: one a line, numbering and doubles taken off. */
import { nfc } from '../../core/grid/text.ts';

export function unitNames(pasted: string): string[] {
  const names = new Map<string, string>();
  for (const line of nfc(pasted).split(/\r?\n|\t/)) {
    const name = line
      .trim()
      .replace(/^(\d{1,4}[.)]|[-•*])\s*/, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (name === '' || /^\d+$/.test(name)) continue;
    const key = name.toLocaleLowerCase('vi');
    if (!names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}
