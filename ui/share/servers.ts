/**
 * The servers of shared books that this page can reach, and how. The code that starts the page supplies them, because
 * its policy does not name them.
 */
import { createContext } from 'react';

export interface Servers {
  /** Why the server cannot be used from here, one Vietnamese sentence; null = it can. */
  readonly whyNot: (origin: string) => string | null;
  /** The browser asks the officer, when it has to; only within a press of a button. */
  readonly mayReach: (origin: string) => Promise<boolean>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

/** undefined = as the page's own policy lets it. */
export const ServersContext = createContext<Servers | undefined>(undefined);

/**
 * The only server a hosted page can reach: its own origin. Its policy allows no other; the single-file page's policy
 * allows none, and a page from a disk has no server: null.
 */
export function ownServer(): Servers | null {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const { protocol, origin: here } = window.location;
  if (/connect-src 'none'/.test(policy) || !/^https?:$/.test(protocol)) return null;
  return {
    whyNot: (origin) =>
      origin === here
        ? null
        : `Trang này chỉ nối được ${here}: hãy mở Bàn chấm ở ${origin}/ban-cham/ rồi dán liên kết ở đó.`,
    mayReach: async () => true,
    fetch: (address, init) => fetch(address, init),
  };
}
