/** Excel.RangeAreas: several rectangles of one sheet treated alike. */
import { addressOf } from '../addresses.ts';
import { cellCount, eachPlace, putCell } from '../cells.ts';
import { refuse } from '../host-error.ts';
import { asWhole, type HostObject, type Target } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { conditionalFormats } from './conditional-format.ts';
import { dataValidation } from './data-validation.ts';
import { rangeObject } from './range.ts';
import { rangeFormat } from './range-format.ts';
import { worksheetObject } from './worksheet.ts';

export function rangeAreas(world: World, target: Target): HostObject {
  const items = (): HostObject[] => target.areas.map((area) => rangeObject(world, target.sheet, area));
  return {
    type: 'RangeAreas',
    target,
    get: {
      address: () => addressOf(target),
      areaCount: () => target.areas.length,
      cellCount: () => target.areas.reduce((sum, area) => sum + cellCount(area), 0),
    },
    open: {
      areas: () => ({
        type: 'RangeCollection',
        items,
        open: { getItemAt: (index) => items()[asWhole(index)] ?? refuse('ItemNotFound') },
        call: { getCount: () => target.areas.length },
      }),
      format: () => rangeFormat(world, target),
      worksheet: () => worksheetObject(world, target.sheet),
      conditionalFormats: () => conditionalFormats(world, target),
      dataValidation: () => dataValidation(world, target),
    },
    call: {
      clear: (kind) => {
        refuseProtected(target.sheet);
        if (kind !== 'Contents') for (const area of target.areas) clearLook(world, target, area);
        if (kind === 'Formats') return;
        for (const item of items()) item.call?.clear?.('Contents');
      },
    },
  };
}

function clearLook(world: World, target: Target, area: Target['areas'][number]): void {
  eachPlace(area, (row, column) => putCell(world.book, target.sheet, row, column, { look: world.book.plain }));
}
