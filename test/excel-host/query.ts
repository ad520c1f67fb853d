/**
 * Answers `load`: the properties requested by path, of an object, of its sub-objects and of the items of a collection.
 */

import { notModelled } from './host-error.ts';
import type { HostObject } from './host-object.ts';
import type { WireQuery } from './wire.ts';

type Answer = Record<string, unknown>;

const wireNames = new Map<string, string>();

/** The client's own spelling on the wire: first letter large. There are few names, each used for every cell. */
export function wireName(name: string): string {
  const known = wireNames.get(name);
  if (known !== undefined) return known;
  const made = /^_?[a-z]/.test(name) ? name.replace(/[a-z]/, (letter) => letter.toUpperCase()) : name;
  wireNames.set(name, made);
  return made;
}

/** Documentation's spelling: first letter small. */
export function plainName(name: string): string {
  return name.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
}

/** The value of a query action. A null object answers null. */
export function answerQuery(object: HostObject | null, query: WireQuery): unknown {
  if (!object) return null;
  const paths = [...(query.Select ?? []), ...(query.Expand ?? []).map((path) => `${path}/*`)];
  const wanted = (paths.length > 0 ? paths : ['*']).map((path) => path.split('/').filter((part) => part !== ''));
  return answer(object, wanted, query);
}

function answer(object: HostObject, paths: readonly (readonly string[])[], page: WireQuery = {}): unknown {
  if (object.items) return collection(object, paths, page);
  const result: Answer = {};
  const parts = new Map<string, (readonly string[])[]>();
  for (const path of paths) {
    const name = plainName(path[0] ?? '*');
    if (name === '*' || name === '$all') everything(object, result);
    else if (object.get?.[name] && path.length === 1) result[wireName(name)] = object.get[name]();
    else if (object.open?.[name])
      parts.set(name, [...(parts.get(name) ?? []), path.length > 1 ? path.slice(1) : ['*']]);
    else notModelled(`${object.type}.${name}`);
  }
  for (const [name, inner] of parts) {
    const part = object.open?.[name]?.() ?? null;
    result[wireName(name)] = part ? answer(part, inner) : null;
  }
  return result;
}

function everything(object: HostObject, result: Answer): void {
  for (const [name, read] of Object.entries(object.get ?? {})) result[wireName(name)] = read();
}

/**
 * `items/name` and `name` mean the same on a collection. Items carry their id so that the client can find them again.
 */
function collection(object: HostObject, paths: readonly (readonly string[])[], page: WireQuery): Answer {
  const inner = paths.map((path) => (path[0] === 'items' && path.length > 1 ? path.slice(1) : path));
  const first = page.Skip ?? 0;
  const items = (object.items?.() ?? []).slice(first, page.Top === undefined ? undefined : first + page.Top);
  return {
    _Items: items.map((item) => {
      const value = answer(item, inner) as Answer;
      return item.id !== undefined && value.Id === undefined ? { ...value, _Id: item.id } : value;
    }),
  };
}
