/**
 * The pages that a taught reader is for: host, path and the parameters that decide what the page shows. Parsed by hand,
 * because core has no browser API.
 */
import { isDimension } from '../side-by-side.ts';
import type { TaughtAddress } from './definition.ts';

interface AddressParts {
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  /** All parameters in their order, repeated ones too, and those behind the `#` of a single-page site. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly fragment: string;
}

/** Stands for the host of a report that came as a file. */
const FILE_HOST = 'tep';

/** undefined when it is no address of a web page or a file. A repeated parameter keeps its first value. */
export function addressParts(url: string): AddressParts | undefined {
  const file = /^file:\/{2,3}([^?#]*)$/i.exec(url)?.[1];
  // Another name does not make it another report; what figures are split by may stand in it.
  if (file !== undefined)
    return { host: FILE_HOST, path: '', query: new Map(), pairs: stepsIn(`/${decoded(file)}`), fragment: '' };
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]{1,253})(?::\d+)?([^?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(url);
  if (!match) return undefined;
  const [, host = '', path = '', search = '', fragment = ''] = match;
  const own = pairsIn(search);
  const inner = /\?(.*)$/s.exec(fragment)?.[1];
  const pairs = [...own, ...(inner === undefined ? [] : pairsIn(inner)), ...stepsIn(`${path}${fragment}`)];
  const query = new Map<string, string>();
  for (const [name, value] of own) if (!query.has(name)) query.set(name, value);
  return { host: host.toLowerCase(), path: path.replace(/\/+$/, ''), query, pairs, fragment };
}

/** `;linhVuc=dat-dai` and `/linh-vuc/dat-dai`: what figures are split by, with its value, as steps of a path. */
function stepsIn(path: string): readonly (readonly [name: string, value: string])[] {
  const steps = path.replace(/\?.*$/s, '').split('/').slice(0, 40).map(decoded);
  return steps.flatMap((step, at): (readonly [string, string])[] => {
    const [name = '', ...matrix] = step.split(';');
    const value = steps[at + 1] ?? '';
    const own = isDimension(name) && !/[.]\w{2,5}$/.test(value) && value !== '' ? [[name, value] as const] : [];
    return [...own, ...matrix.flatMap((each) => pairsIn(each))];
  });
}

function pairsIn(search: string): readonly (readonly [name: string, value: string])[] {
  return search.split('&', 200).map((pair) => {
    const at = pair.indexOf('=');
    return [decoded(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decoded(pair.slice(at + 1))] as const;
  });
}

export function isAddressOf(address: TaughtAddress, url: string): boolean {
  const parts = addressParts(url);
  return (
    parts?.host === address.host &&
    (parts.path === address.path || parts.path.startsWith(`${address.path}/`)) &&
    address.query.every(({ name, value }) => parts.query.get(name) === value) &&
    parts.fragment.startsWith(address.fragment)
  );
}

/** `motcua.example.gov.vn/thong-ke?loai=xa`. */
export function addressText({ host, path, query, fragment }: TaughtAddress): string {
  const search = query.map(({ name, value }) => `${name}=${value}`).join('&');
  return `${host}${path}${search === '' ? '' : `?${search}`}${fragment}`;
}

/** Parameters that change from visit to visit, or only say which part of a list is shown. */
const PASSING =
  /^(?:_|t|ts|v|time|token|s?id|session.*|page.*|trang|size|limit|offset|sort.*|order.*|.*(?:thang|nam|quy|ngay|ky|date|year|month|quarter|from|to))$/i;

/** Whether the parameter decides what is shown and is short enough to be stored. */
export function isTelling(name: string, value: string): boolean {
  return value !== '' && /^[\w.-]{1,40}$/.test(name) && !PASSING.test(name) && /^[^\p{Cc}]{1,60}$/u.test(value);
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
