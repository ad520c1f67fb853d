/** The match pattern for the permission to an address's site; such patterns have no port. */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
