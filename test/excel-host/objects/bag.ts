/**
 * Settings that Excel only keeps and shows, such as a chart's title: a listed set of properties over a map, by path.
 */
import type { HostObject } from '../host-object.ts';

export interface Bag {
  readonly type: string;
  /** Property → value before anything was set. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly parts?: Readonly<Record<string, Bag>>;
  readonly call?: HostObject['call'];
}

/** `guard` runs before each change, e.g. to refuse on a protected sheet. */
export function bagObject(bag: Bag, store: Map<string, unknown>, guard: () => void, path = ''): HostObject {
  const names = Object.keys(bag.properties);
  const key = (name: string): string => (path === '' ? name : `${path}.${name}`);
  return {
    type: bag.type,
    get: Object.fromEntries(
      names.map((name) => [name, () => (store.has(key(name)) ? store.get(key(name)) : bag.properties[name])]),
    ),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (value: unknown) => {
          guard();
          store.set(key(name), value);
        },
      ]),
    ),
    open: Object.fromEntries(
      Object.entries(bag.parts ?? {}).map(([name, part]) => [name, () => bagObject(part, store, guard, key(name))]),
    ),
    ...(bag.call ? { call: bag.call } : {}),
  };
}
