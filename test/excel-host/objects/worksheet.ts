/** Excel.Worksheet. */
import { MAX_COLUMNS, MAX_ROWS } from '../../../core/sheet/grid/address.ts';
import type { Range } from '../../../core/sheet/grid/sheet.ts';
import { targetOf, targetsOf, WHOLE_SHEET } from '../addresses.ts';
import { checkSheetName, type HostSheet } from '../book.ts';
import { usedRange } from '../cells.ts';
import { notModelled, refuse } from '../host-error.ts';
import { asText, asWhole, type HostObject } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { chartCollection } from './chart.ts';
import { commentCollection, noteCollection } from './comment.ts';
import { freezePanes, pageBreaks, pageLayout } from './page.ts';
import { protection } from './protection.ts';
import { rangeObject } from './range.ts';
import { rangeAreas } from './range-areas.ts';
import { colour } from './range-format.ts';
import { shapeCollection } from './shape.ts';
import { tableCollection } from './table.ts';

const VISIBILITY = ['Visible', 'Hidden', 'VeryHidden'] as const;

export function worksheetObject(world: World, sheet: HostSheet): HostObject {
  const { book } = world;
  const range = (area: Range): HostObject => rangeObject(world, sheet, area);
  const cornerCell = { top: 0, left: 0, bottom: 0, right: 0 };
  /** On the desktop these settings take the user's undo away, on the web they do not. */
  const losesUndo = (name: string): void => {
    if (world.platform !== 'OfficeOnline') world.losesUndo(`Worksheet.${name}`, sheet);
  };
  return {
    type: 'Worksheet',
    id: sheet.id,
    get: {
      id: () => sheet.id,
      name: () => sheet.name,
      position: () => book.sheets.indexOf(sheet),
      visibility: () => sheet.visibility,
      tabColor: () => sheet.tabColour,
    },
    set: {
      name: (value) => {
        checkSheetName(book, asText(value), sheet);
        sheet.name = asText(value);
        losesUndo('name');
      },
      position: (value) => {
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(asWhole(value), 0, sheet);
        losesUndo('position');
      },
      visibility: (value) => {
        const state = VISIBILITY.find((it) => it === value) ?? refuse('InvalidArgument');
        const others = book.sheets.some((it) => it !== sheet && it.visibility === 'Visible');
        if (state !== 'Visible' && !others) refuse('InvalidOperation', 'Sổ phải có ít nhất một trang tính hiện.');
        sheet.visibility = state;
        losesUndo('visibility');
      },
      tabColor: (value) => {
        refuseProtected(sheet);
        sheet.tabColour = value === '' ? '' : colour(value);
      },
    },
    open: {
      charts: () => chartCollection(world, sheet),
      comments: () => commentCollection(world, sheet),
      notes: () => noteCollection(world, sheet),
      freezePanes: () => freezePanes(world, sheet),
      pageLayout: () => pageLayout(world, sheet),
      horizontalPageBreaks: () => pageBreaks(world, sheet),
      shapes: () => (world.shapes ? shapeCollection(world, sheet) : notModelled('Worksheet.shapes')),
      protection: () => protection(world, sheet),
      tables: () => tableCollection(world, sheet),
      getCell: (row, column) =>
        range({ top: asWhole(row), left: asWhole(column), bottom: asWhole(row), right: asWhole(column) }),
      getRange: (address) => {
        if (address === undefined || address === null || address === '') return range(WHOLE_SHEET);
        const target = targetOf(book, sheet, asText(address));
        const [area] = target.areas;
        if (target.sheet !== sheet || !area) refuse('InvalidArgument', 'Địa chỉ thuộc trang tính khác.');
        return range(area);
      },
      getRangeByIndexes: (row, column, rows, columns) => {
        const [top, left] = [asWhole(row), asWhole(column)];
        const [bottom, right] = [top + asWhole(rows) - 1, left + asWhole(columns) - 1];
        const fine =
          top >= 0 && left >= 0 && bottom >= top && right >= left && bottom < MAX_ROWS && right < MAX_COLUMNS;
        return fine ? range({ top, left, bottom, right }) : refuse('InvalidArgument', 'Vùng nằm ngoài trang tính.');
      },
      getRanges: (address) =>
        rangeAreas(
          world,
          address == null
            ? { sheet, areas: [WHOLE_SHEET] }
            : targetsOf(book, sheet, asText(address), world.listSeparator),
        ),
      getUsedRange: (valuesOnly) => range(usedRange(sheet, null, valuesOnly === true) ?? cornerCell),
      getUsedRangeOrNullObject: (valuesOnly) => {
        const used = usedRange(sheet, null, valuesOnly === true);
        return used ? range(used) : null;
      },
      copy: () => {
        world.losesUndo('Worksheet.copy', sheet);
        return notModelled('Worksheet.copy');
      },
    },
    call: {
      activate: () => {
        if (sheet.visibility !== 'Visible') refuse('InvalidOperation', 'Không thể kích hoạt trang tính ẩn.');
        book.activeSheet = sheet.id;
      },
      calculate: () => undefined,
      delete: () => {
        const visible = book.sheets.filter((it) => it.visibility === 'Visible');
        if (visible.length === 1 && visible[0] === sheet)
          refuse('InvalidOperation', 'Không thể xoá trang tính hiện duy nhất.');
        if (sheet.visibility === 'VeryHidden') refuse('GeneralException', 'Không thể xoá trang tính ẩn sâu.');
        world.losesUndo('Worksheet.delete', sheet);
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.version++;
        const next = book.sheets.find((it) => it.visibility === 'Visible');
        if (book.activeSheet === sheet.id && next) book.activeSheet = next.id;
      },
      _RegisterDataChangedEvent: () => world.listen(true),
      _UnregisterDataChangedEvent: () => world.listen(false),
    },
  };
}
