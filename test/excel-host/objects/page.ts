/** Frozen panes, page layout and page breaks of a sheet: stored as written. */
import type { HostSheet } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asRecord, asText, asWhole, type HostObject } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { type Bag, bagObject } from './bag.ts';
import { areaOf, rangeObject } from './range.ts';

export function freezePanes(world: World, sheet: HostSheet): HostObject {
  const freeze = (rows: number, columns: number): void => {
    refuseProtected(sheet);
    sheet.freeze = { rows, columns };
  };
  return {
    type: 'WorksheetFreezePanes',
    open: {
      getLocationOrNullObject: () => {
        const { rows, columns } = sheet.freeze;
        if (rows === 0 && columns === 0) return null;
        return rangeObject(world, sheet, {
          top: 0,
          left: 0,
          bottom: Math.max(rows - 1, 0),
          right: Math.max(columns - 1, 0),
        });
      },
    },
    call: {
      freezeAt: (where) => {
        const area = areaOf(world, sheet, where);
        freeze(area.bottom + 1, area.right + 1);
      },
      freezeRows: (count) => freeze(count == null ? 1 : asWhole(count), 0),
      freezeColumns: (count) => freeze(0, count == null ? 1 : asWhole(count)),
      unfreeze: () => freeze(0, 0),
    },
  };
}

const PLACES = { leftHeader: '', centerHeader: '', rightHeader: '', leftFooter: '', centerFooter: '', rightFooter: '' };

const PAGE: Bag = {
  type: 'PageLayout',
  properties: {
    orientation: 'Portrait',
    paperSize: 'A4',
    zoom: { scale: 100 },
    centerHorizontally: false,
    centerVertically: false,
    blackAndWhite: false,
    printGridlines: false,
    topMargin: 54,
    bottomMargin: 54,
    leftMargin: 50.4,
    rightMargin: 50.4,
    headerMargin: 21.6,
    footerMargin: 21.6,
  },
  parts: {
    headersFooters: {
      type: 'HeaderFooterGroup',
      properties: { state: 'Default' },
      parts: { defaultForAllPages: { type: 'HeaderFooter', properties: PLACES } },
    },
  },
};

/** `world.fitsToPages` false: the fit to pages is accepted silently and not stored (office-js#1860). */
export function pageLayout(world: World, sheet: HostSheet): HostObject {
  const put = (name: string, value: unknown): void => {
    refuseProtected(sheet);
    sheet.page.set(name, value);
  };
  const call: HostObject['call'] = {
    setPrintMargins: (unit, options) => {
      const points = { Inches: 72, Centimeters: 72 / 2.54, Points: 1 }[asText(unit)] ?? refuse('InvalidArgument');
      for (const [side, value] of Object.entries(asRecord(options)))
        put(`${side}Margin`, typeof value === 'number' ? value * points : refuse('InvalidArgument'));
    },
    setPrintTitleRows: (rows) => put('titleRows', asText(rows)),
    setPrintTitleColumns: (columns) => put('titleColumns', asText(columns)),
    setPrintArea: (area) => put('printArea', asText(area)),
  };
  const layout = bagObject({ ...PAGE, call }, sheet.page, () => refuseProtected(sheet));
  const zoom = (value: unknown): void => {
    if (world.fitsToPages || 'scale' in asRecord(value)) put('zoom', value);
  };
  return { ...layout, set: { ...layout.set, zoom } };
}

/** Rows before which a page ends, as they were added. */
export function pageBreaks(world: World, sheet: HostSheet): HostObject {
  return {
    type: 'PageBreakCollection',
    open: {
      add: (where) => {
        refuseProtected(sheet);
        sheet.pageBreaks.push(areaOf(world, sheet, where).top);
        return { type: 'PageBreak', get: {} };
      },
    },
    call: {
      removePageBreaks: () => {
        refuseProtected(sheet);
        sheet.pageBreaks.length = 0;
      },
    },
  };
}
