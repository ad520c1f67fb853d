/** The content of a cell of a report, as it is written there. */
import type { CellRef, Entry, Read, Report } from './report.ts';

/**
 * The cell's text; '' = the cell was read and is empty; null = no reading stands on it (a heading, another sheet).
 * Numbers as they are stored: 0.95 printed as 95 % is 0,95.
 */
export function standsAt({ entries }: Report, cell: CellRef): string | null {
  const isHere = (cellRef: CellRef | undefined) => cellRef?.sheet === cell.sheet && cellRef.address === cell.address;
  const rows = entries.flatMap((entry): readonly Entry[] => [entry, ...(entry.parts ?? [])]);
  for (const row of rows) {
    const { numerator, denominator, value, self, appraised, max, exempted, baseline } = row;
    const read = [numerator, denominator, value, self, appraised, max, exempted, baseline].find((item) =>
      isHere(item?.cell),
    );
    if (read) return rawText(read);
    if (isHere(row.evidenceCell)) return row.evidence.join('; ');
    if (row.explanation && isHere(row.explanation.cell)) return row.explanation.text;
    if (isHere(row.title.cell)) return row.title.text;
  }
  return null;
}

function rawText({ raw }: Pick<Read, 'raw'>): string {
  if (raw === null) return '';
  return typeof raw === 'number' ? String(raw).replace('.', ',') : String(raw);
}
