/** The id of the browser extension that hands over captures, set by the build (--extension-id=…). */
import { DEVELOPMENT_EXTENSION_ID } from '../../core/portal/capture/hand-over.ts';

/** Put in by the build; absent in tests. */
declare const __THI_DUA_SO_EXTENSION_ID__: string;

/** Empty = no extension is known, so none is contacted. */
export const EXTENSION_ID =
  typeof __THI_DUA_SO_EXTENSION_ID__ === 'string' ? __THI_DUA_SO_EXTENSION_ID__ : DEVELOPMENT_EXTENSION_ID;
