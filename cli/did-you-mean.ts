/**
 * “Có phải …?” after a mistyped name: suggests the known name that differs by at most two keys and by no more than a
 * third of its letters.
 */

/** ` Có phải "score" không?`, or '' when nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  let best = '';
  let least = 3;
  for (const name of known) {
    const away = distance(typed.toLowerCase(), name.toLowerCase());
    if (away >= least || away * 3 > name.length) continue;
    best = name;
    least = away;
  }
  return best === '' ? '' : ` Có phải "${best}" không?`;
}

/** Keys to press from one word to the other: a letter put in, left out, exchanged, or two neighbours swapped. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same];
      row.push(Math.min(...ways, ...(swapped ? [(before[j - 2] ?? 0) + 1] : [])));
    }
    [before, last] = [last, row];
  }
  return last[to.length] ?? 0;
}
