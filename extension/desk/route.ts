/** Where the desk stands: `#/<place>` or `#/<place>/<more>`, so that back, reload and bookmarks work. */
import { useMemo, useSyncExternalStore } from 'react';

interface Route {
  /** Empty when the address names none. */
  readonly place: string;
  /** What follows the place, decoded: `#/ban-chup/abc` → `abc`; empty when nothing does. */
  readonly more: string;
}

/** Never throws: an address typed wrongly is only another text. */
export function parseRoute(hash: string): Route {
  const [, place = '', more = ''] = /^#\/([a-z-]+)(?:\/(.*))?$/.exec(hash) ?? [];
  try {
    return { place, more: decodeURIComponent(more) };
  } catch {
    return { place, more: '' };
  }
}

/** For links: `routeTo('ban-chup', captureId)`. */
export function routeTo(place: string, more = ''): string {
  return `#/${place}${more === '' ? '' : `/${encodeURIComponent(more)}`}`;
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}
