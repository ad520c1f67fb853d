/** The pattern by which the browser is asked for the right to an address's site: patterns have no port. */
export function sitePattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
