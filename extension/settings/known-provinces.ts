/**
 * The provinces there are to choose from: all of today, by the portal's id where it is known or was heard, else by
 * name, which the portal's own list has an id for.
 */

import { ENDED_PROVINCES } from '../../core/base/place/ended-provinces.ts';
import { PROVINCES_TODAY } from '../../core/base/place/provinces-today.ts';
import { inNameOrder } from '../../core/base/text/name-order.ts';
import { PROVINCES, type Province } from '../../core/portal/capture/readers/national-2026/provinces.ts';

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isProvinceId(text: string): boolean {
  return ID.test(text);
}

/** The portal's id of a province that was chosen by its name, once it is known; else what was chosen. */
export function provinceChosen(chosen: string, learned: readonly Province[]): string {
  return [...learned, ...PROVINCES].find(({ name }) => name === chosen)?.id ?? chosen;
}

/** By name; a province whose id is unknown has its name as key. A chosen id without a known name is included too. */
export function knownProvinces(learned: readonly Province[], chosen: string): readonly Province[] {
  const all = new Map([...learned, ...PROVINCES].map((province) => [province.id, province]));
  const names = new Set([...all.values()].map(({ name }) => name));
  for (const [name] of PROVINCES_TODAY) if (!names.has(name)) all.set(name, { id: name, name });
  const named = [...all.values()].sort((a, b) => inNameOrder(a.name, b.name));
  if (chosen === '' || all.has(chosen)) return named;
  return [...named, { id: chosen, name: 'Tỉnh đang xem trên Cổng (Cổng chưa cho biết tên)' }];
}

/** Former names of the provinces in the list, each with the id of the province it is in now. */
export function formerNames(known: readonly Province[]): readonly Province[] {
  return ENDED_PROVINCES.flatMap(({ name, now }) => {
    const id = known.find((province) => province.name === now)?.id;
    return id === undefined ? [] : [{ id, name: `${name} (nay là ${now})` }];
  }).sort((a, b) => inNameOrder(a.name, b.name));
}

/** Those learned with what was heard now; null when nothing is new. */
export function withHeard(learned: readonly Province[], heard: readonly Province[]): readonly Province[] | null {
  const fresh = heard.filter(
    ({ id, name }) =>
      isProvinceId(id) && ![...learned, ...PROVINCES].some((province) => province.id === id && province.name === name),
  );
  if (fresh.length === 0) return null;
  const ids = new Set(fresh.map(({ id }) => id));
  return [...learned.filter(({ id }) => !ids.has(id)), ...fresh].slice(-MOST);
}

/** More than the country has provinces. */
const MOST = 100;
