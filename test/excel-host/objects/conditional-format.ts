/**
 * Conditional formats of a range, of areas or of the whole sheet. They are stored and returned, never painted into
 * cells.
 */
import { freshId, type HostConditional } from '../book.ts';
import { notModelled, refuse } from '../host-error.ts';
import { asBoolean, asText, asWhole, found, type HostObject, type Target } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { type Bag, bagObject } from './bag.ts';
import { rangeObject } from './range.ts';
import { rangeAreas } from './range-areas.ts';
import { touches } from './range-format.ts';

const LOOK: Readonly<Record<string, Bag>> = {
  fill: { type: 'ConditionalRangeFill', properties: { color: '' } },
  font: {
    type: 'ConditionalRangeFont',
    properties: { bold: null, italic: null, color: '', strikethrough: null, underline: 'None' },
  },
};

const FORMAT: Bag = { type: 'ConditionalRangeFormat', properties: { numberFormat: '' }, parts: LOOK };

/** Settings of each modelled type, under the property of the same name. */
const KINDS: Readonly<Record<string, { readonly property: string; readonly bag: Bag }>> = {
  Custom: {
    property: 'custom',
    bag: {
      type: 'CustomConditionalFormat',
      properties: {},
      parts: {
        rule: { type: 'ConditionalFormatRule', properties: { formula: '', formulaLocal: '' } },
        format: FORMAT,
      },
    },
  },
  CellValue: {
    property: 'cellValue',
    bag: { type: 'CellValueConditionalFormat', properties: { rule: null }, parts: { format: FORMAT } },
  },
  ContainsText: {
    property: 'textComparison',
    bag: { type: 'TextConditionalFormat', properties: { rule: null }, parts: { format: FORMAT } },
  },
};

export function conditionalFormats(world: World, target: Target): HostObject {
  const { sheet } = target;
  const listed = (): HostConditional[] => sheet.conditionals.filter((it) => touches(target, it.areas));
  const entry = (it: HostConditional): HostObject => conditionalFormat(world, target, it);
  return {
    type: 'ConditionalFormatCollection',
    items: () => listed().map(entry),
    item: (key) => entry(found(listed().find((it) => it.id === key))),
    open: {
      add: (type) => {
        refuseProtected(sheet, 'allowFormatCells');
        const kind = asText(type);
        if (!KINDS[kind]) notModelled(`ConditionalFormatCollection.add(${kind})`);
        const made: HostConditional = {
          id: freshId(world.book),
          type: kind,
          areas: target.areas,
          stopIfTrue: false,
          settings: new Map(),
        };
        sheet.conditionals.unshift(made);
        return entry(made);
      },
      getItem: (key) => entry(found(listed().find((it) => it.id === key))),
      getItemOrNullObject: (key) => {
        const it = listed().find((item) => item.id === key);
        return it ? entry(it) : null;
      },
      getItemAt: (index) => entry(listed()[asWhole(index)] ?? refuse('InvalidArgument')),
    },
    call: {
      getCount: () => listed().length,
      clearAll: () => {
        refuseProtected(sheet, 'allowFormatCells');
        const gone = new Set(listed());
        for (let at = sheet.conditionals.length - 1; at >= 0; at--) {
          const it = sheet.conditionals[at];
          if (it && gone.has(it)) sheet.conditionals.splice(at, 1);
        }
      },
    },
  };
}

function conditionalFormat(world: World, { sheet }: Target, it: HostConditional): HostObject {
  const guard = (): void => refuseProtected(sheet, 'allowFormatCells');
  const kinds = Object.entries(KINDS).flatMap(([type, { property, bag }]) => {
    const settings = (): HostObject => bagObject(bag, it.settings, guard);
    return [
      [property, () => (type === it.type ? settings() : refuse('ItemNotFound'))] as const,
      [`${property}OrNullObject`, () => (type === it.type ? settings() : null)] as const,
    ];
  });
  const [first] = it.areas;
  return {
    type: 'ConditionalFormat',
    id: it.id,
    get: {
      id: () => it.id,
      type: () => it.type,
      stopIfTrue: () => it.stopIfTrue,
      priority: () => sheet.conditionals.indexOf(it),
    },
    set: {
      stopIfTrue: (value) => {
        guard();
        it.stopIfTrue = asBoolean(value);
      },
      priority: (value) => {
        guard();
        sheet.conditionals.splice(sheet.conditionals.indexOf(it), 1);
        sheet.conditionals.splice(asWhole(value), 0, it);
      },
    },
    open: {
      ...Object.fromEntries(kinds),
      getRange: () => (first && it.areas.length === 1 ? rangeObject(world, sheet, first) : refuse('InvalidOperation')),
      getRangeOrNullObject: () => (first && it.areas.length === 1 ? rangeObject(world, sheet, first) : null),
      getRanges: () => rangeAreas(world, { sheet, areas: it.areas }),
    },
    call: {
      delete: () => {
        guard();
        sheet.conditionals.splice(sheet.conditionals.indexOf(it), 1);
      },
    },
  };
}
