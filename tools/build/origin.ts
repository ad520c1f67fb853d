/**
 * Where the add-in's pages will be served from (build.mjs --origin=…): it goes into the add-in's manifest, and into the
 * extension's as the one place that may ask it.
 */

/** The address in the manifest's source, and of the development server. */
export const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

/**
 * Reads THI_DUA_SO_ORIGIN; the result has no slash at the end, and a folder if there is one. Throws on a value that is
 * present but invalid.
 */
export function readOrigin(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment.THI_DUA_SO_ORIGIN ?? DEVELOPMENT_ORIGIN;
  const origin = given.replace(/\/+$/, '');
  // Excel takes no other scheme, and the text goes into XML and into a match pattern as it stands.
  if (!URL.canParse(origin) || !/^https:\/\/[^\s"'<>&?#*]+$/.test(origin)) {
    throw new Error(`Địa chỉ phải có dạng https://…: "${given}"`);
  }
  return origin;
}
