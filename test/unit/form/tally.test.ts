/**
 * The book of households, for every village set we know: the sheet's own formulas and our reader add up to the same.
 */
import { HyperFormula } from 'hyperformula';
import { describe, expect, it } from 'vitest';
import { readTally } from '../../../core/form/read-tally.ts';
import { tallyPlan } from '../../../core/form/tally-plan.ts';
import { TALLY_FIRST, tallyAbout, tallySheet } from '../../../core/form/tally-sheet.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import type { NewSheet, NewValue } from '../../../core/sheet/workbook/port.ts';
import { random } from '../../fixtures/random.ts';
import { readPlans } from '../../fixtures/read-plans.ts';

const PROPOSED = readPlans().map(({ movement }) => movement);
const PERIOD = { kind: 'year', year: 2026 } as const;
const SUBJECTS = [...MOVEMENTS, ...PROPOSED].flatMap((movement) =>
  movement.criteriaSets
    .filter((set) => set.audience === 'village' && tallyPlan(set).asks.length > 0)
    .map((set) => ({ movement, set, audience: 'village', period: PERIOD, unit: '=Bản "A"' })),
);
const FIRST_ROW = 10;
const HOUSEHOLDS = 40;
const text = (value: string): NewValue => ({ kind: 'text', text: value });

/** The sheet with values typed in, by `row/column`. */
function typed(sheet: NewSheet, values: ReadonlyMap<string, NewValue>): NewSheet {
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, value: values.get(`${cell.row}/${cell.column}`) ?? cell.value })),
  };
}

/** What a spreadsheet program makes of the sheet. */
function calculated(sheet: NewSheet): (row: number, column: number) => unknown {
  const height = Math.max(...sheet.cells.map(({ row }) => row)) + 1;
  const rows: (string | number | null)[][] = Array.from({ length: height }, () => []);
  for (const { row, column, value } of sheet.cells) {
    const line = rows[row] ?? [];
    for (let at = line.length; at < column; at += 1) line[at] ??= null;
    line[column] =
      value.kind === 'formula'
        ? `=${value.formula}`
        : value.kind === 'text'
          ? `'${value.text}`
          : value.kind === 'number'
            ? value.number
            : null;
  }
  const engine = HyperFormula.buildFromArray(rows, { licenseKey: 'gpl-v3' });
  const values = engine.getSheetValues(0);
  engine.destroy();
  return (row, column) => values[row]?.[column];
}

it('is made for the bundled villages and for proposed villages', () => {
  expect(SUBJECTS.length).toBeGreaterThan(15);
});

describe.each(SUBJECTS.map((subject) => [`${subject.movement.id} ${subject.set.phase ?? ''}`, subject] as const))(
  '%s',
  (_, subject) => {
    const sheet = tallySheet(subject);
    if (!sheet) throw new Error('no sheet');
    const { bases, asks } = tallyPlan(subject.set);

    it('untouched there is nobody in it', () => {
      const book = readBook(newBook([sheet]));
      const tally = book.ok && readTally(book.value, subject.set);
      expect(tally).toMatchObject({ about: tallyAbout('=Bản "A"', PERIOD), households: 0, doubts: [] });
    });

    it('filled by forty households the formulas and the reader agree, and each figure is a share', () => {
      const draw = random(asks.length + bases.length);
      const values = new Map<string, NewValue>();
      for (let at = 0; at < HOUSEHOLDS; at += 1) {
        values.set(`${FIRST_ROW + at}/1`, text(`Hộ ${at}`));
        bases.forEach((__, base) => {
          values.set(`${FIRST_ROW + at}/${TALLY_FIRST + base}`, { kind: 'number', number: draw.between(5, 9) });
        });
        asks.forEach(({ kind }, index) => {
          const answer: NewValue =
            kind === 'people'
              ? { kind: 'number', number: draw.between(0, 5) }
              : text(draw.pick(['Có', 'Không', 'KPS']));
          values.set(`${FIRST_ROW + at}/${TALLY_FIRST + bases.length + index}`, answer);
        });
      }
      const full = typed(sheet, values);
      const sums = calculated(full);
      const book = readBook(newBook([full]));
      const tally = book.ok ? readTally(book.value, subject.set) : null;
      expect(tally).toMatchObject({ households: HOUSEHOLDS, doubts: [] });
      expect(tally?.figures).toEqual(
        asks.map(({ code, isPair }, index) => {
          const column = TALLY_FIRST + bases.length + index;
          return { code, a: sums(FIRST_ROW - 2, column), b: isPair ? sums(FIRST_ROW - 1, column) : null };
        }),
      );
      for (const { a, b } of tally?.figures ?? []) expect(a).toBeLessThanOrEqual(b ?? HOUSEHOLDS);
    });
  },
);

it('a sum that was overwritten is reported', () => {
  const [subject] = SUBJECTS;
  const sheet = subject && tallySheet(subject);
  if (!sheet || !subject) throw new Error('no sheet');
  const { bases, asks } = tallyPlan(subject.set);
  const index = asks.findIndex(({ kind }) => kind === 'household');
  const column = TALLY_FIRST + bases.length + index;
  const values = new Map<string, NewValue>([
    [`${FIRST_ROW}/${column}`, text('Có')],
    [`${FIRST_ROW - 2}/${column}`, { kind: 'number', number: 31 }],
  ]);
  const book = readBook(newBook([typed(sheet, values)]));
  const tally = book.ok ? readTally(book.value, subject.set) : null;
  expect(tally?.doubts).toContain(`${asks[index]?.code}: hàng Cộng (a) của sổ ghi 31, cộng lại được 1.`);
});
