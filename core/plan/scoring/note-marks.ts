/**
 * Marks of notes that stuck to the points (“207” is 20 and note 7): detected by the sum, because only without the mark
 * do the rows add up to their group's total. The note itself may describe the scoring.
 */
import { groupBy } from '../../base/group-by.ts';
import type { Points } from '../../base/quantity/points.ts';
import type { MarkRow } from './mark-table.ts';

/** `total` = of the whole; `notes` = the text behind the table. */
export function withoutNoteMarks(rows: readonly MarkRow[], total: Points | null, notes: string): readonly MarkRow[] {
  const mended = [...rows];
  const members = groupBy([...rows.keys()], (row) => rows[row]?.above ?? null);
  for (const group of [-1, ...rows.keys()]) {
    const sum = group < 0 ? total : (mended[group]?.points ?? null);
    const found = sum === null ? null : markedIn(mended, members.get(group) ?? [], sum);
    const row = found && mended[found.row];
    if (found && row) mended[found.row] = noted(row, found, notes);
  }
  return mended;
}

interface NoteMark {
  readonly row: number;
  readonly points: Points;
  readonly mark: string;
}

/** The one row of a group whose last digits are too many; null = none, or several could be it. */
function markedIn(rows: readonly MarkRow[], members: readonly number[], said: Points): NoteMark | null {
  const own = members.flatMap((row) => {
    const { points = null, kind } = rows[row] ?? {};
    return points !== null && kind === 'mark' ? [{ row, points }] : [];
  });
  const sum = own.reduce((all, { points }) => all + points, 0);
  if (own.length < 2 || sum === said) return null;
  const found = own.flatMap(({ row, points }) =>
    [1, 2].flatMap((digits): readonly NoteMark[] => {
      const words = String(points / 100);
      const bare = Number(words.slice(0, -digits)) * 100;
      const fits = /^\d{2,}$/.test(words) && words.length > digits && sum - points + bare === said;
      return fits ? [{ row, points: bare, mark: words.slice(-digits) }] : [];
    }),
  );
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}

function noted(row: MarkRow, { points, mark }: NoteMark, notes: string): MarkRow {
  const note =
    new RegExp(String.raw`(?:^|\n)\s*[\[(]?${mark}[\])./]?\s+(?=\p{L})([^\n]{4,400})`, 'u').exec(notes)?.[1] ?? '';
  const saysHow = /điểm|t[ỷỉ] lệ|=/iu.test(note);
  return { ...row, points, rule: saysHow ? [row.rule, note].filter((words) => words !== '').join('\n') : row.rule };
}
