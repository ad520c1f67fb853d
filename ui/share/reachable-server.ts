/**
 * The one server this page can reach: the one that gave it out. Its policy names no other; that of the page in one file
 * names none, and a page from a disk has no server.
 */
export function reachableServer(): string | null {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const isCut = /connect-src 'none'/.test(policy) || !/^https?:$/.test(window.location.protocol);
  return isCut ? null : window.location.origin;
}
