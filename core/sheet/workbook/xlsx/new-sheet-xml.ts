/** A sheet of ours → the XML of its part, in the schema's order of elements. */
import { rangeToA1, toA1 } from '../../grid/address.ts';
import type { CellStyle, NewCell, NewSheet, PrintSetup } from '../port.ts';
import { cellXml, quoteOf } from './cell-xml.ts';
import { XML_HEAD } from './draft.ts';
import { escapeXml } from './excel-text.ts';
import { colour } from './style-parts.ts';
import { validationsXml } from './validation-xml.ts';

interface SheetXmlContext {
  readonly mainNamespace: string;
  readonly relationNamespace: string;
  readonly date1904: boolean;
  readonly tableIds: readonly string[];
  /** Relation to the drawing with its pictures. */
  readonly drawingId?: string | undefined;
  readonly derive: (style: CellStyle | undefined, quote: boolean | undefined) => number;
}

/** XML of the worksheet part in pieces, row by row: the text of a long sheet is many times the size of its cells. */
export function* newSheetXml(sheet: NewSheet, context: SheetXmlContext): Generator<string> {
  const { print, tabColour } = sheet;
  const fit = print?.fitWidth === undefined ? '' : '<pageSetUpPr fitToPage="1"/>';
  const tab = tabColour === undefined ? '' : `<tabColor rgb="FF${colour(tabColour)}"/>`;
  yield [
    `${XML_HEAD}<worksheet xmlns="${context.mainNamespace}" xmlns:r="${context.relationNamespace}">`,
    tab || fit ? `<sheetPr>${tab}${fit}</sheetPr>` : '',
    dimensionXml(sheet.cells),
    viewXml(sheet),
    '<sheetFormatPr defaultRowHeight="16.5"/>',
    columnsXml(sheet),
    '<sheetData>',
  ].join('');
  yield* rowsXml(sheet, context);
  yield [
    '</sheetData>',
    sheet.protect ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>' : '',
    listXml(
      'mergeCells',
      (sheet.merges ?? []).map((range) => `<mergeCell ref="${rangeToA1(range)}"/>`),
    ),
    validationsXml(sheet.validations ?? [], '', context.date1904),
    print ? printXml(print) : '',
    context.drawingId === undefined ? '' : `<drawing r:id="${context.drawingId}"/>`,
    listXml(
      'tableParts',
      context.tableIds.map((id) => `<tablePart r:id="${id}"/>`),
    ),
    '</worksheet>',
  ].join('');
}

function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function dimensionXml(cells: readonly NewCell[]): string {
  if (cells.length === 0) return '';
  const range = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of cells) {
    range.top = Math.min(range.top, row);
    range.left = Math.min(range.left, column);
    range.bottom = Math.max(range.bottom, row);
    range.right = Math.max(range.right, column);
  }
  return `<dimension ref="${rangeToA1(range)}"/>`;
}

function viewXml({ freeze }: NewSheet): string {
  if (!freeze || (freeze.rows === 0 && freeze.columns === 0))
    return '<sheetViews><sheetView workbookViewId="0"/></sheetViews>';
  const pane = freeze.rows === 0 ? 'topRight' : freeze.columns === 0 ? 'bottomLeft' : 'bottomRight';
  const x = freeze.columns > 0 ? ` xSplit="${freeze.columns}"` : '';
  const y = freeze.rows > 0 ? ` ySplit="${freeze.rows}"` : '';
  const corner = toA1(freeze.rows, freeze.columns);
  const split = `<pane${x}${y} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`;
  const selection = `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${split}${selection}</sheetView></sheetViews>`;
}

function columnsXml({ columnWidths, hiddenColumns }: NewSheet): string {
  const hidden = new Set(hiddenColumns);
  const columns = [...new Set([...(columnWidths?.keys() ?? []), ...hidden])].sort((a, b) => a - b);
  if (columns.length === 0) return '';
  const list = columns.map((column) => {
    const width = ` width="${columnWidths?.get(column) ?? 9.140625}" customWidth="1"`;
    return `<col min="${column + 1}" max="${column + 1}"${width}${hidden.has(column) ? ' hidden="1"' : ''}/>`;
  });
  return `<cols>${list.join('')}</cols>`;
}

function* rowsXml({ cells, rowHeights, hiddenRows = [] }: NewSheet, context: SheetXmlContext): Generator<string> {
  const hidden = new Set(hiddenRows);
  const sorted = cells.toSorted((a, b) => a.row - b.row);
  const rows = new Set([...(rowHeights?.keys() ?? []), ...hidden]);
  for (const { row } of cells) rows.add(row);
  let next = 0;
  for (const row of [...rows].sort((a, b) => a - b)) {
    const from = next;
    while (sorted[next]?.row === row) next += 1;
    const list = inOrder(sorted.slice(from, next));
    const height = rowHeights?.get(row);
    const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    yield `<row r="${row + 1}"${size}${hidden.has(row) ? ' hidden="1"' : ''}>${list.map((cell) => newCellXml(cell, context)).join('')}</row>`;
  }
}

/** Cells of a row by column; of two at one place the later stands. */
function inOrder(cells: readonly NewCell[]): readonly NewCell[] {
  if (cells.every(({ column }, at) => at === 0 || column > (cells[at - 1]?.column ?? 0))) return cells;
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}

function newCellXml({ row, column, value, style }: NewCell, context: SheetXmlContext): string {
  return cellXml(row, column, value, context.derive(style, quoteOf(value)), '');
}

function printXml({ orientation, fitWidth, fitHeight = 0, margins, footer, breaks = [] }: PrintSetup): string {
  const { top, bottom, left, right } = margins ?? { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7 };
  const fit = fitWidth === undefined ? '' : ` fitToWidth="${fitWidth}" fitToHeight="${fitHeight}"`;
  return [
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="9"${fit} orientation="${orientation}"/>`,
    footer === undefined
      ? ''
      : `<headerFooter><oddFooter>${escapeXml(/^&[LCR]/.test(footer) ? footer : `&C${footer}`)}</oddFooter></headerFooter>`,
    breaks.length === 0
      ? ''
      : `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')}</rowBreaks>`,
  ].join('');
}
