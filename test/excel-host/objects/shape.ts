/** Pictures on a sheet: stored with their place and size, never drawn. */
import { freshId, type HostShape, type HostSheet } from '../book.ts';
import { refuse } from '../host-error.ts';
import { asText, findItem, found, type HostObject } from '../host-object.ts';
import { refuseProtected, type World } from '../world.ts';
import { type Bag, bagObject } from './bag.ts';

const SETTINGS: Bag = {
  type: 'Shape',
  properties: { top: 0, left: 0, width: 100, height: 100, altTextDescription: '', altTextTitle: '' },
};
/** What a .png begins with. */
const PNG = 'iVBORw0KGgo';

export function shapeCollection(world: World, sheet: HostSheet): HostObject {
  const item = (shape: HostShape): HostObject => shapeObject(sheet, shape);
  return {
    type: 'ShapeCollection',
    items: () => sheet.shapes.map(item),
    item: (key) =>
      item(
        found(
          findItem(
            sheet.shapes.map((shape) => ({ ...shape, name: shape.id })),
            key,
          ),
        ),
      ),
    open: {
      addImage: (base64) => {
        refuseProtected(sheet);
        const image = asText(base64);
        if (!image.startsWith(PNG)) refuse('InvalidArgument', 'Không phải ảnh.');
        const shape: HostShape = { id: freshId(world.book), image, settings: new Map<string, unknown>() };
        sheet.shapes.push(shape);
        return item(shape);
      },
    },
    call: { getCount: () => sheet.shapes.length },
  };
}

/** A picture keeps its proportions until lockAspectRatio is switched off. */
function shapeObject(sheet: HostSheet, { id, settings }: HostShape): HostObject {
  const bag = bagObject(SETTINGS, settings, () => refuseProtected(sheet));
  const size = (text: 'width' | 'height', other: 'width' | 'height') => (value: unknown) => {
    const [before, beside] = [text, other].map((name) => Number(settings.get(name) ?? 100)) as [number, number];
    bag.set?.[text]?.(value);
    if (settings.get('lockAspectRatio') !== false) settings.set(other, (beside * Number(value)) / before);
  };
  return {
    ...bag,
    id,
    get: { ...bag.get, id: () => id, lockAspectRatio: () => settings.get('lockAspectRatio') !== false },
    set: {
      ...bag.set,
      width: size('width', 'height'),
      height: size('height', 'width'),
      lockAspectRatio: (value) => {
        settings.set('lockAspectRatio', value === true);
      },
    },
  };
}
