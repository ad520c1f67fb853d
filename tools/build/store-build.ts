/**
 * Whether the extension is built to be distributed (build.mjs --store), and the id it has there (--extension-id=…),
 * which the add-in asks for captures.
 */
import { DEVELOPMENT_EXTENSION_ID } from '../../core/portal/capture/hand-over.ts';

interface StoreBuild {
  /** No key of ours in the manifest: the store, or the signer of the package, determines the extension's id. */
  readonly store: boolean;
  /** Empty where it is not known yet: the add-in then asks no extension at all. */
  readonly extensionId: string;
}

/** Reads THI_DUA_SO_STORE and THI_DUA_SO_EXTENSION_ID. Throws on an id that is none, or that the build cannot have. */
export function readStoreBuild(environment: Readonly<Record<string, string | undefined>>): StoreBuild {
  const store = environment.THI_DUA_SO_STORE !== undefined;
  const id = environment.THI_DUA_SO_EXTENSION_ID;
  if (id !== undefined && !/^[a-p]{32}$/.test(id))
    throw new Error(`Mã của tiện ích trình duyệt gồm 32 chữ từ a đến p: "${id}"`);
  if (!store && id !== undefined && id !== DEVELOPMENT_EXTENSION_ID)
    throw new Error('--extension-id chỉ dùng cùng --store: bản để thử luôn có mã cố định của nó.');
  return { store, extensionId: id ?? (store ? '' : DEVELOPMENT_EXTENSION_ID) };
}
