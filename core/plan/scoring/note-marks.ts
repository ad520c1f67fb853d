/**
 * Marks of notes that stuck to the points (“207” is 20 and note 7): told by the sum, for only without the mark the rows
 * come to what their group says. The note itself may say how the points are given.
 */
import type { Points } from '../../base/quantity/points.ts';
import type { MarkRow } from './mark-table.ts';

/** `total` = of the whole; `notes` = the text behind the table. */
export function withoutNoteMarks(rows: readonly MarkRow[], total: Points | null, notes: string): readonly MarkRow[] {
  let mended = rows;
  const groups = [-1, ...rows.keys()];
  for (const group of groups) {
    const said = group < 0 ? total : (mended[group]?.points ?? null);
    const found = said === null ? null : markedIn(mended, group, said);
    if (found === null) continue;
    mended = mended.map((row, at) => (at === found.row ? noted(row, found, notes) : row));
  }
  return mended;
}

interface Marked {
  readonly row: number;
  readonly points: Points;
  readonly mark: string;
}

/** The one row whose last digits are too many; null = none, or several could be it. */
function markedIn(rows: readonly MarkRow[], group: number, said: Points): Marked | null {
  const own = rows.flatMap(({ above, points, kind }, row) =>
    above === group && points !== null && kind === 'mark' ? [{ row, points }] : [],
  );
  const sum = own.reduce((all, { points }) => all + points, 0);
  if (own.length < 2 || sum === said) return null;
  const found = own.flatMap(({ row, points }) =>
    [1, 2].flatMap((digits): readonly Marked[] => {
      const words = String(points / 100);
      const bare = Number(words.slice(0, -digits)) * 100;
      const fits = /^\d{2,}$/.test(words) && words.length > digits && sum - points + bare === said;
      return fits ? [{ row, points: bare, mark: words.slice(-digits) }] : [];
    }),
  );
  const [only, ...others] = found;
  return only && others.length === 0 ? only : null;
}

function noted(row: MarkRow, { points, mark }: Marked, notes: string): MarkRow {
  const note =
    new RegExp(String.raw`(?:^|\n)\s*[\[(]?${mark}[\])./]?\s+(?=\p{L})([^\n]{4,400})`, 'u').exec(notes)?.[1] ?? '';
  const saysHow = /điểm|t[ỷỉ] lệ|=/iu.test(note);
  return { ...row, points, rule: saysHow ? [row.rule, note].filter((words) => words !== '').join('\n') : row.rule };
}
