/** What the build can be told, through the environment (build.mjs turns its arguments into it). */

export interface Switches {
  /** Where the pages will be served from, without a slash at the end. */
  readonly origin: string;
  /** cdn = Office's script from Microsoft's address · local = from our own, copied from the package. */
  readonly officeJs: 'cdn' | 'local';
}

/** The address in the manifest's source. */
export const DEVELOPMENT_ORIGIN = 'https://localhost:3000';
export const OFFICE_CDN = 'https://appsforoffice.microsoft.com';
export const OFFICE_SCRIPT = `${OFFICE_CDN}/lib/1/hosted/office.js`;

/** Reads THI_DUA_SO_ORIGIN and THI_DUA_SO_OFFICE_JS; throws on what is neither absent nor sound. */
export function readSwitches(environment: Readonly<Record<string, string | undefined>>): Switches {
  const given = environment.THI_DUA_SO_ORIGIN ?? DEVELOPMENT_ORIGIN;
  const origin = given.replace(/\/+$/, '');
  // Excel takes no other scheme, and the text goes into XML as it stands.
  if (!URL.canParse(origin) || !/^https:\/\/[^\s"'<>&?#]+$/.test(origin)) {
    throw new Error(`Địa chỉ phải có dạng https://…: "${given}"`);
  }
  const officeJs = environment.THI_DUA_SO_OFFICE_JS ?? 'cdn';
  if (officeJs !== 'cdn' && officeJs !== 'local') throw new Error(`--office-js chỉ nhận cdn hoặc local: "${officeJs}"`);
  return { origin, officeJs };
}
