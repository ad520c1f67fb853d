/** Excel.Workbook, its sheets, names and settings, and the application around it. */
import { targetOf } from '../addresses.ts';
import { addSheet, type HostSheet } from '../book.ts';
import { notModelled, refuse } from '../host-error.ts';
import { asBoolean, asRecord, asText, findItem, found, type HostObject, isHostObject } from '../host-object.ts';
import { insertSheets } from '../insert-sheets.ts';
import type { World } from '../world.ts';
import { commentCollection } from './comment.ts';
import { rangeObject } from './range.ts';
import { tableCollection } from './table.ts';
import { worksheetObject } from './worksheet.ts';

export function workbookObject(world: World): HostObject {
  const { book } = world;
  const active = (): HostSheet => found(book.sheets.find((sheet) => sheet.id === book.activeSheet));
  const { top, left } = book.selection;
  return {
    type: 'Workbook',
    get: { name: () => book.name, readOnly: () => false, isDirty: () => true, autoSave: () => false },
    open: {
      worksheets: () => worksheetCollection(world, active),
      tables: () => tableCollection(world, null),
      names: () => names(world),
      comments: () => commentCollection(world, null),
      settings: () => settings(book.settings),
      application: () => application(),
      runtime: () => runtime(world),
      _Runtime: () => runtime(world),
      getActiveCell: () => rangeObject(world, active(), { top, left, bottom: top, right: left }),
      getSelectedRange: () => rangeObject(world, active(), book.selection),
    },
    call: {
      insertWorksheetsFromBase64: (base64, options) =>
        insertSheets(world, asText(base64), options == null ? {} : asRecord(options)),
      save: () => world.losesUndo('Workbook.save', null),
      close: () => {
        world.losesUndo('Workbook.close', null);
        notModelled('Workbook.close');
      },
    },
  };
}

function worksheetCollection(world: World, active: () => HostSheet): HostObject {
  const { sheets } = world.book;
  const item = (sheet: HostSheet): HostObject => worksheetObject(world, sheet);
  const visible = (only: unknown): HostSheet[] => sheets.filter((it) => only !== true || it.visibility === 'Visible');
  return {
    type: 'WorksheetCollection',
    items: () => sheets.map(item),
    item: (key) => item(found(findItem(sheets, key))),
    open: {
      add: (name) => item(addSheet(world.book, name == null ? freeName(world) : asText(name))),
      getActiveWorksheet: () => item(active()),
      getFirst: (only) => item(found(visible(only)[0])),
      getLast: (only) => item(found(visible(only).at(-1))),
      getItem: (key) => item(found(findItem(sheets, key))),
      getItemOrNullObject: (key) => {
        const sheet = findItem(sheets, key);
        return sheet ? item(sheet) : null;
      },
    },
    call: {
      getCount: (only) => visible(only).length,
      _RegisterDataChangedEvent: () => world.listen(true),
      _UnregisterDataChangedEvent: () => world.listen(false),
    },
  };
}

function freeName(world: World): string {
  let number = world.book.sheets.length + 1;
  while (findItem(world.book.sheets, `Trang${number}`)) number++;
  return `Trang${number}`;
}

function names(world: World): HostObject {
  const { book } = world;
  const item = (name: string): HostObject => {
    const it = found(book.names.get(name.toLowerCase()));
    return {
      type: 'NamedItem',
      id: name,
      get: { name: () => name, type: () => 'Range', scope: () => 'Workbook' },
      open: { getRange: () => rangeObject(world, it.sheet, it.range) },
      call: { delete: () => book.names.delete(name.toLowerCase()) && undefined },
    };
  };
  return {
    type: 'NamedItemCollection',
    items: () => [...book.names.keys()].map(item),
    item: (key) => item(asText(key)),
    open: {
      add: (name, where) => {
        const target = isHostObject(where)
          ? where.target
          : targetOf(book, found(book.sheets[0]), asText(where).slice(1));
        const [range] = target?.areas ?? [];
        if (!target || !range) refuse('InvalidArgument');
        book.names.set(asText(name).toLowerCase(), { sheet: target.sheet, range });
        return item(asText(name));
      },
      getItem: (key) => item(asText(key)),
      getItemOrNullObject: (key) => (book.names.has(asText(key).toLowerCase()) ? item(asText(key)) : null),
    },
    call: { getCount: () => book.names.size },
  };
}

function settings(store: Map<string, unknown>): HostObject {
  const item = (key: string): HostObject => ({
    type: 'Setting',
    id: key,
    get: { key: () => key, value: () => store.get(key) },
    set: { value: (value) => store.set(key, value) },
    call: { delete: () => store.delete(key) && undefined },
  });
  const keyed = (key: unknown): HostObject | null => (store.has(asText(key)) ? item(asText(key)) : null);
  return {
    type: 'SettingCollection',
    items: () => [...store.keys()].map(item),
    item: (key) => found(keyed(key)),
    open: {
      add: (key, value) => {
        store.set(asText(key), value);
        return item(asText(key));
      },
      getItem: (key) => found(keyed(key)),
      getItemOrNullObject: keyed,
    },
    call: { getCount: () => store.size },
  };
}

/** The officer's Excel speaks Vietnamese: decimal comma, thousands dot. */
function application(): HostObject {
  return {
    type: 'Application',
    get: {
      calculationMode: () => 'Automatic',
      decimalSeparator: () => ',',
      thousandsSeparator: () => '.',
      useSystemSeparators: () => true,
    },
    set: { calculationMode: () => undefined },
    open: {
      cultureInfo: () => ({
        type: 'CultureInfo',
        get: { name: () => 'vi-VN' },
        open: {
          numberFormat: () => ({
            type: 'NumberFormatInfo',
            get: { numberDecimalSeparator: () => ',', numberGroupSeparator: () => '.' },
          }),
        },
      }),
    },
    call: {
      calculate: () => undefined,
      suspendApiCalculationUntilNextSync: () => undefined,
      suspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}

function runtime(world: World): HostObject {
  return {
    type: 'Runtime',
    get: { enableEvents: () => world.events },
    set: {
      enableEvents: (value) => {
        world.events = asBoolean(value);
      },
    },
  };
}
