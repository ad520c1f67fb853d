/**
 * Sheets with arbitrary content in their cells: whenever a criterion's points stay open, for any reason, the criterion
 * has a flag.
 */
import { describe, expect, it } from 'vitest';
import { scoreReports } from '../../../core/judge/run/score.ts';
import type { NewSheet, NewValue } from '../../../core/sheet/workbook/port.ts';
import { bytesOf, type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { contextOf, registerOf, runFiles } from '../../fixtures/grammar/run-composed.ts';
import { type Random, random } from '../../fixtures/random.ts';

const SHEETS = 60;

const WRITTEN: readonly NewValue[] = [
  { kind: 'empty' },
  { kind: 'empty' },
  { kind: 'number', number: 12 },
  { kind: 'number', number: 0 },
  { kind: 'text', text: '0/0' },
  { kind: 'text', text: 'KPS' },
  { kind: 'text', text: 'đang tổng hợp' },
  { kind: 'text', text: '3/4' },
  { kind: 'text', text: 'x' },
  { kind: 'text', text: '31/02/2025' },
];

/** About one in six cells of figures is overwritten; now and then a whole row is removed. */
function spoilt({ sheets, places }: Composed, draw: Random): readonly NewSheet[] {
  const figures = [...places].filter(([key]) =>
    /\/(?:value|numerator|denominator|ratio|yes|no|baseline|title)$/.test(key),
  );
  return sheets.map((sheet) => {
    const own = new Set(
      figures.flatMap(([, place]) => (place.sheet === sheet.name ? [`${place.row}|${place.column}`] : [])),
    );
    const gone = draw.between(8, 40);
    return {
      ...sheet,
      cells: sheet.cells
        .filter(({ row }) => row !== gone)
        .map((cell) =>
          own.has(`${cell.row}|${cell.column}`) && draw.between(0, 5) === 0
            ? { ...cell, value: draw.pick(WRITTEN) }
            : cell,
        ),
    };
  });
}

/** A criterion whose points are open; `by` = ids of the flags that hold it open. */
interface Doubtful {
  readonly unit: string;
  readonly criterion: string;
  readonly by: readonly string[];
}

async function unflagged(seed: number): Promise<{ readonly open: number; readonly silent: readonly string[] }> {
  const composed = compose(seed);
  const bytes = bytesOf({ ...composed, sheets: spoilt(composed, random(seed)) });
  const context = contextOf(composed.truth, registerOf(composed));
  const { files, flags } = await runFiles([{ file: composed.file, bytes }], context);
  const { movement, period, register } = context;
  const reports = files.flatMap((file) => file.reports);
  const { sheets } = scoreReports({ movement, period, reports, register, flags });
  // A flag on a report as a whole (another audience, another period, no column of results) counts only for its own
  // unit's criteria that name it: another unit in the same file is not affected.
  const wide = new Map(
    flags.flatMap((flag) =>
      flag.doubt === 'report' || (flag.code === 'missing-column' && flag.data.column === 'value')
        ? [[flag.id, flag] as const]
        : [],
    ),
  );
  const ofReport = (doubtful: Doubtful): boolean =>
    [...wide.values()].some(
      ({ unit, id, code }) => unit === doubtful.unit && (code === 'missing-column' || doubtful.by.includes(id)),
    );
  const doubtful = sheets.flatMap(({ unit, points }) =>
    points.flatMap(({ criterion, status, flags: by }) => (status === 'in-doubt' ? [{ unit, criterion, by }] : [])),
  );
  // Measured by the best of all units (SR-11): the flag on another unit's figure is the reason.
  const peers = new Set(composed.truth.set.criteria.flatMap(({ code, rule }) => (rule.kind === 'peer' ? [code] : [])));
  const isFlagged = (doubtful: Doubtful): boolean =>
    ofReport(doubtful) ||
    flags.some(
      ({ unit, criterion }) =>
        (unit === doubtful.unit || peers.has(doubtful.criterion)) &&
        criterion !== null &&
        `${criterion}.`.startsWith(`${doubtful.criterion}.`),
    );
  const silent = doubtful.filter((item) => !isFlagged(item));
  return { open: doubtful.length, silent: silent.map(({ unit, criterion }) => `${seed} ${unit} ${criterion}`) };
}

describe('a range that is open', () => {
  it('has a flag, whatever the reason', async () => {
    const silent: string[] = [];
    let open = 0;
    for (let seed = 1; seed <= SHEETS; seed++) {
      const item = await unflagged(seed);
      open += item.open;
      silent.push(...item.silent);
    }
    expect(silent).toEqual([]);
    expect(open).toBeGreaterThan(5 * SHEETS);
  });
});
