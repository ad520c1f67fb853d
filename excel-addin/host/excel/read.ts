/**
 * Reads the whole workbook, hidden sheets too, in 2 syncs whatever its size: one for the names of things, one for
 * everything in them. Only when Excel finds that answer too big (5 MB on the web, 5 million cells) it reads again block
 * by block and counts the syncs.
 *
 * What it reads and why: values once for every cell, formulas only of cells with a formula (both for all cells would
 * double the answer); hidden rows and columns by getRowProperties/getColumnProperties, because `rowHidden` of a mixed
 * range is null; fonts by column, by row and by stretch of texts, because per cell they would weigh more than the text
 * ('' where all three are mixed: a font is only a hint for old encodings). The API does not reveal the date system
 * (1900 is assumed) or signatures.
 */

import type { Result } from '../../../core/base/result.ts';
import type { Book, Cell, Range } from '../../../core/sheet/grid/sheet.ts';
import { hostRefusal, officeCode } from '../../../session/host/errors.ts';
import type { HostBook, HostTable } from '../../../session/host/port.ts';
import { rangeOf, sheetOf } from './address.ts';
import { loadBlock, type RangeReads, type ReadBlock, readBlock, styleList } from './read-block.ts';
import { tableOf } from './read-table.ts';
import { type Conversation, converse, jsonBytes } from './run.ts';

/**
 * Cells per request when the workbook is too big for a single answer: 40,000 cells of a hundred bytes fit; fewer where
 * texts are long.
 */
const CELLS_AT_ONCE = [40_000, 10_000, 2_500];
/** Cells of a workbook we still read. */
const MAX_CELLS = 20_000_000;

type Progress = (done: number) => void;

/** Reads the workbook; `progress` gets 0 … 1. */
export function readExcel(progress: Progress = () => {}): Promise<Result<HostBook>> {
  return converse(async (talk) => {
    const { workbook } = talk.context;
    const { worksheets, tables } = workbook;
    workbook.load('name');
    worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
    tables.load('items/name,items/showHeaders,items/showTotals');
    progress(0);
    await talk.sync();
    talk.count({ up: 600, down: jsonBytes([worksheets.toJSON(), tables.toJSON()]) });
    progress(0.1);

    const tableRanges = tables.items.map((table) => {
      const range = table.getRange();
      range.load('address');
      return { table, range };
    });
    const blocks = await readAll(talk, worksheets.items, progress);
    if (!blocks) return { ok: false, refusal: hostRefusal('too-big') };

    const styles = styleList();
    const sheets = worksheets.items.map((sheet, index) => {
      const read = (blocks[index] ?? []).map((block) => readBlock(block, styles));
      return {
        name: sheet.name,
        state: stateOf(sheet.visibility),
        ...joined(read),
        protected: sheet.protection.protected,
      };
    });
    const book: Book = {
      sheets,
      date1904: false,
      styles: styles.looks,
      macros: /\.xl[st]m$/i.test(workbook.name),
      externalLinks: externalLinks(sheets.flatMap(({ rows }) => [...rows.values()].flat())),
    };
    const hostTables = tableRanges.flatMap(({ table, range }): HostTable[] => {
      const sheet = sheets.find(({ name }) => name === sheetOf(range.address));
      const area = rangeOf(range.address);
      return sheet && area && table.showHeaders ? [tableOf(table.name, sheet, area, table.showTotals)] : [];
    });
    progress(1);
    return {
      ok: true,
      value: {
        name: workbook.name,
        book,
        tables: hostTables,
        sheetIds: new Map(worksheets.items.map(({ name, id }) => [name, id])),
        traffic: talk.traffic(),
      },
    };
  });
}

/** The blocks of each sheet: one each, or several when the answer was too big; null when even that is hopeless. */
async function readAll(
  talk: Conversation,
  sheets: readonly Excel.Worksheet[],
  progress: Progress,
): Promise<readonly (readonly RangeReads[])[] | null> {
  const whole = await unlessTooBig(async () => {
    const blocks = sheets.map((sheet) => [loadBlock(sheet.getUsedRange(true))]);
    await talk.sync();
    talk.count({ up: 2000 * sheets.length, down: weight(blocks.flat()) });
    return blocks;
  });
  // Above 5 million cells Excel may answer null instead of an error.
  if (whole?.flat().every(({ range }) => range.values !== null)) return whole;
  for (const cells of CELLS_AT_ONCE) {
    const blocks = await unlessTooBig(() => readInBlocks(talk, sheets, cells, progress));
    if (blocks) return blocks;
  }
  return null;
}

/** null when Excel found the answer too big. */
async function unlessTooBig<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (TOO_BIG.has(officeCode(error) ?? '')) return null;
    throw error;
  }
}

const TOO_BIG: ReadonlySet<string> = new Set(['ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit']);

async function readInBlocks(
  talk: Conversation,
  sheets: readonly Excel.Worksheet[],
  cellsAtOnce: number,
  progress: Progress,
): Promise<readonly (readonly RangeReads[])[] | null> {
  const used = sheets.map((sheet) => sheet.getUsedRange(true).load('rowIndex,columnIndex,rowCount,columnCount'));
  await talk.sync();
  const total = used.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
  if (total > MAX_CELLS) return null;
  const all: RangeReads[][] = sheets.map(() => []);
  let waiting: RangeReads[] = [];
  let cells = 0;
  let done = 0;
  const flush = async (): Promise<void> => {
    await talk.sync();
    talk.count({ up: 2000 * waiting.length, down: weight(waiting) });
    done += cells;
    progress(0.1 + (0.8 * done) / total);
    waiting = [];
    cells = 0;
  };
  for (const [index, { rowIndex, columnIndex, rowCount, columnCount }] of used.entries()) {
    const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / columnCount));
    for (let from = 0; from < rowCount; from += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, rowCount - from);
      if (cells > 0 && cells + rows * columnCount > cellsAtOnce) await flush();
      const sheet = sheets[index];
      if (!sheet) continue;
      const block = loadBlock(sheet.getRangeByIndexes(rowIndex + from, columnIndex, rows, columnCount));
      all[index]?.push(block);
      waiting.push(block);
      cells += rows * columnCount;
    }
  }
  if (waiting.length > 0) await flush();
  return all;
}

function weight(blocks: readonly RangeReads[]): number {
  return blocks.reduce((sum, { range }) => sum + jsonBytes([range.values, range.numberFormat]), 0);
}

/** Joins the blocks of a sheet, top to bottom. A merge across a border of blocks is in both and is taken once. */
function joined(blocks: readonly ReadBlock[]): ReadBlock {
  const merges = new Map(
    blocks.flatMap(({ merges }) => merges).map((range): [string, Range] => [JSON.stringify(range), range]),
  );
  return {
    rows: new Map(blocks.flatMap(({ rows }) => [...rows])),
    merges: [...merges.values()],
    hiddenRows: new Set(blocks.flatMap(({ hiddenRows }) => [...hiddenRows])),
    hiddenColumns: new Set(blocks.flatMap(({ hiddenColumns }) => [...hiddenColumns])),
  };
}

function stateOf(visibility: string): 'visible' | 'hidden' | 'very-hidden' {
  return visibility === 'Hidden' ? 'hidden' : visibility === 'VeryHidden' ? 'very-hidden' : 'visible';
}

const OTHER_BOOK = /\[([^[\]]{1,255}\.xl\w{1,4})\]/gi;

/** Names of other workbooks in formulas; the API lists links only on the web. */
function externalLinks(cells: readonly Cell[]): string[] {
  const names = new Set<string>();
  for (const { formula } of cells) {
    if (formula?.includes('[')) for (const [, name] of formula.matchAll(OTHER_BOOK)) if (name) names.add(name);
  }
  return [...names];
}
