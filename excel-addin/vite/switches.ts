/** The build's switches, passed through the environment (tools/build/build.mjs sets them from its arguments). */
import { readOrigin } from '../../tools/build/origin.ts';

export interface Switches {
  /** Where the pages will be served from, without a slash at the end. */
  readonly origin: string;
  /** cdn = Office's script from Microsoft's address · local = from our own, copied from the package. */
  readonly officeJs: 'cdn' | 'local';
}

export const OFFICE_CDN = 'https://appsforoffice.microsoft.com';
export const OFFICE_SCRIPT = `${OFFICE_CDN}/lib/1/hosted/office.js`;

/** Reads THI_DUA_SO_ORIGIN and THI_DUA_SO_OFFICE_JS; throws on what is neither absent nor sound. */
export function readSwitches(environment: Readonly<Record<string, string | undefined>>): Switches {
  const officeJs = environment.THI_DUA_SO_OFFICE_JS ?? 'cdn';
  if (officeJs !== 'cdn' && officeJs !== 'local') throw new Error(`--office-js chỉ nhận cdn hoặc local: "${officeJs}"`);
  return { origin: readOrigin(environment), officeJs };
}
