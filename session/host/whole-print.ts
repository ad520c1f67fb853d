/** Paper set-up of a sheet of a file: what of it a sheet of ours can have. */
import { rangeFromA1 } from '../../core/sheet/grid/address.ts';
import type { Range } from '../../core/sheet/grid/sheet.ts';
import type { PrintSetup } from '../../core/sheet/workbook/port.ts';
import { childOf, childrenAt, type Outline, outlineOf } from '../../core/sheet/workbook/xlsx/outline.ts';
import { isTrue } from '../../core/sheet/workbook/xlsx/read-cells.ts';
import { decodeEntities } from '../../core/sheet/workbook/xlsx/xml-scan.ts';
import { childrenOf, openAt } from './whole-styles.ts';

type Printed = Pick<PrintSetup, 'area' | 'titleRows'>;

/** Print area and repeated rows of each sheet, by its place in the workbook. */
export function printedNames(workbookXml: string): ReadonlyMap<number, Printed> {
  const outline = outlineOf(workbookXml);
  const printed = new Map<number, Printed>();
  for (const { start, openEnd, closeStart } of childrenOf(outline, 'definedNames')) {
    const { attribute } = openAt(outline.xml, start);
    const sheet = Number(attribute('localSheetId') ?? -1);
    const text = decodeEntities(outline.xml.slice(openEnd, closeStart));
    const place = text.slice(text.lastIndexOf('!') + 1).replaceAll('$', '');
    printed.set(sheet, { ...printed.get(sheet), ...partOf(attribute('name') ?? '', place) });
  }
  return printed;
}

function partOf(name: string, place: string): Printed {
  if (name === '_xlnm.Print_Area') {
    const area: Range | undefined = rangeFromA1(place);
    return area ? { area } : {};
  }
  const rows = name === '_xlnm.Print_Titles' ? /^(\d{1,7}):(\d{1,7})$/.exec(place) : null;
  return rows ? { titleRows: [Number(rows[1]) - 1, Number(rows[2]) - 1] } : {};
}

/** undefined = the sheet says nothing of paper. */
export function printOf(outline: Outline, printed: Printed = {}): PrintSetup | undefined {
  const { xml } = outline;
  const of = (name: string) => {
    const element = childOf(outline, name);
    return element && openAt(xml, element.start);
  };
  const setup = of('pageSetup');
  if (!setup && Object.keys(printed).length === 0) return undefined;
  const margins = of('pageMargins');
  const inches = (side: string) => Number(margins?.attribute(side) ?? 0.7);
  const fits = childrenOf(outline, 'sheetPr').some(
    ({ name, start }) => name === 'pageSetUpPr' && isTrue(openAt(xml, start).attribute('fitToPage')),
  );
  // Absent it is one page, as the width is.
  const high = Number(setup?.attribute('fitToHeight') ?? 1) || 0;
  const footer = footerOf(outline);
  return {
    orientation: setup?.attribute('orientation') === 'landscape' ? 'landscape' : 'portrait',
    ...printed,
    ...(fits ? { fitWidth: Math.max(1, Number(setup?.attribute('fitToWidth') ?? 1) || 1) } : {}),
    ...(fits && high > 0 ? { fitHeight: high } : {}),
    ...(margins
      ? { margins: { top: inches('top'), bottom: inches('bottom'), left: inches('left'), right: inches('right') } }
      : {}),
    ...(footer === undefined ? {} : { footer }),
  };
}

function footerOf(outline: Outline): string | undefined {
  const element = childOf(outline, 'headerFooter');
  const footer = element && childrenAt(outline.xml, element.start).find(({ name }) => name === 'oddFooter');
  // Only the middle of it is ours to set.
  return footer && decodeEntities(outline.xml.slice(footer.openEnd, footer.closeStart)).replace(/^&C/, '');
}
