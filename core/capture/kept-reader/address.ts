/** For which pages a kept reader is: host, path and the parameters that decide what the page shows. Taken apart by hand, for core knows no browser. */
import type { KeptAddress } from './definition.ts';

export interface AddressParts {
  readonly host: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly fragment: string;
}

/** undefined when it is no address of a web page. A parameter given twice keeps its first value. */
export function addressParts(url: string): AddressParts | undefined {
  const match = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]{1,253})(?::\d+)?([^?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(url);
  if (!match) return undefined;
  const [, host = '', path = '', search = '', fragment = ''] = match;
  const query = new Map<string, string>();
  for (const pair of search.split('&', 200)) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    if (!query.has(name)) query.set(name, at < 0 ? '' : decoded(pair.slice(at + 1)));
  }
  return { host: host.toLowerCase(), path: path.replace(/\/+$/, ''), query, fragment };
}

export function isAddressOf(address: KeptAddress, url: string): boolean {
  const parts = addressParts(url);
  return (
    parts?.host === address.host &&
    (parts.path === address.path || parts.path.startsWith(`${address.path}/`)) &&
    address.query.every(({ name, value }) => parts.query.get(name) === value) &&
    parts.fragment.startsWith(address.fragment)
  );
}

/** `motcua.example.gov.vn/thong-ke?loai=xa`. */
export function addressText({ host, path, query, fragment }: KeptAddress): string {
  const asked = query.map(({ name, value }) => `${name}=${value}`).join('&');
  return `${host}${path}${asked === '' ? '' : `?${asked}`}${fragment}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
