/**
 * The pages that a taught reader is for: host, path and the parameters that decide what the page shows. Parsed by hand,
 * because core has no browser API.
 */
import type { TaughtAddress } from './definition.ts';

interface AddressParts {
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  /** As it stands, behind the `?`. */
  readonly search: string;
  readonly fragment: string;
}

/** Stands for the host of a report that came as a file. */
const FILE_HOST = 'tep';

/** undefined when it is no address of a web page or a file. A repeated parameter keeps its first value. */
export function addressParts(url: string): AddressParts | undefined {
  const file = /^file:\/{2,3}([^?#]*)$/i.exec(url)?.[1];
  // Another name does not make it another report.
  if (file !== undefined) return { host: FILE_HOST, path: '', query: new Map(), search: '', fragment: '' };
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]{1,253})(?::\d+)?([^?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(url);
  if (!match) return undefined;
  const [, host = '', path = '', search = '', fragment = ''] = match;
  const query = new Map<string, string>();
  for (const [name, value] of pairsIn(search)) if (!query.has(name)) query.set(name, value);
  return { host: host.toLowerCase(), path: path.replace(/\/+$/, ''), query, search, fragment };
}

/** Parameters in their order, repeated ones too. */
export function pairsIn(search: string): readonly (readonly [name: string, value: string])[] {
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
