/** The workbook in the page as plain data to compare: values, formulas, looks, widths, tables, charts, marks. */
import type { Page } from 'playwright-core';
import type { Book, Sheet } from '../../../core/sheet/grid/sheet.ts';

/** Sheet → everything on it, one line a thing, sorted. */
export type BookText = Readonly<Record<string, readonly string[]>>;

export function bookText(page: Page): Promise<BookText> {
  return page.evaluate(() => {
    const STANDARD_WIDTH = 48;
    const book = window.excelHost?.book;
    type Look = NonNullable<typeof book>['plain'];
    // An edge set to nothing is no edge, in whatever order they were set.
    const lookText = ({ borders, ...look }: Look) =>
      JSON.stringify([
        look,
        Object.entries(borders)
          .filter(([, line]) => line !== 'None')
          .sort(),
      ]);
    const plain = book === undefined ? '' : lookText(book.plain);
    return Object.fromEntries(
      (book?.sheets ?? []).map((sheet) => [
        sheet.name,
        [
          ...[...sheet.rows].flatMap(([row, cells]) =>
            [...cells].flatMap(([column, { value, formula, look }]) => {
              // The formula's result is stored when it is next read.
              const held = JSON.stringify(formula ?? value);
              const text = lookText(look);
              return held === 'null' && text === plain ? [] : [`cell ${row},${column} ${held} ${text}`];
            }),
          ),
          ...[...sheet.columnWidths].flatMap(([column, width]) =>
            width === STANDARD_WIDTH ? [] : [`width ${column} ${width}`],
          ),
          ...sheet.tables.map(({ name, range }) => `table ${name} ${JSON.stringify(range)}`),
          ...sheet.charts.map(({ name }) => `chart ${name}`),
          ...sheet.conditionals.map(({ areas, settings }) => `mark ${JSON.stringify([areas, [...settings]])}`),
          ...sheet.comments.map((note) => `comment ${JSON.stringify(note)}`),
        ].sort(),
      ]),
    );
  });
}

/** Lines that are in one book and not in the other: `- Sheet: line` gone, `+ Sheet: line` new. */
export function differences(before: BookText, after: BookText): readonly string[] {
  const lines = (book: BookText) =>
    Object.entries(book).flatMap(([sheet, all]) => all.map((line) => `${sheet}: ${line}`));
  const [old, now] = [new Set(lines(before)), new Set(lines(after))];
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line}`),
  ];
}

/** The workbook in the page as the core reads it. */
export async function coreBook(page: Page): Promise<Book> {
  const { sheets, ...book } = await page.evaluate(() => {
    const held = window.excelHost?.coreBook();
    if (held === undefined) throw new Error('no workbook stands behind the pane');
    const flat = held.sheets.map(({ rows, hiddenRows, hiddenColumns, ...sheet }) => {
      return { ...sheet, rows: [...rows], hiddenRows: [...hiddenRows], hiddenColumns: [...hiddenColumns] };
    });
    return { ...held, sheets: flat };
  });
  const whole = sheets.map(({ rows, hiddenRows, hiddenColumns, ...sheet }): Sheet => {
    return {
      ...sheet,
      rows: new Map(rows),
      hiddenRows: new Set(hiddenRows),
      hiddenColumns: new Set(hiddenColumns),
    };
  });
  return { ...book, sheets: whole };
}

/** The cell the officer stands on; row and column from 0. */
export function standsOn(page: Page): Promise<{ sheet: string; row: number; column: number }> {
  return page.evaluate(() => {
    const book = window.excelHost?.book;
    const sheet = book?.sheets.find(({ id }) => id === book.activeSheet);
    return { sheet: sheet?.name ?? '', row: book?.selection.top ?? -1, column: book?.selection.left ?? -1 };
  });
}

/** Values of the table with this name, header first; null = no such table. */
export function tableRows(page: Page, name: string): Promise<unknown[][] | null> {
  return page.evaluate((wanted) => {
    for (const { tables, rows } of window.excelHost?.book.sheets ?? []) {
      const table = tables.find((table) => table.name === wanted);
      if (!table) continue;
      const { top, bottom, left, right } = table.range;
      return Array.from({ length: bottom - top + 1 }, (_, row) =>
        Array.from(
          { length: right - left + 1 },
          (__, column) => rows.get(top + row)?.get(left + column)?.value ?? null,
        ),
      );
    }
    return null;
  }, name);
}
