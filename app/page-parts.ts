/**
 * The parts of the page in one file: the build puts `load` in place of each `import()` of a later part. A part is a
 * plain script inside the page, packed until it is first wanted; the page's policy names each by its hash.
 */
import { type PackId, packed } from '../session/packed.ts';

/** Fills in its exports; `take` gives those of another part. */
type PartBody = (exports: Record<string, unknown>, take: (name: string) => unknown) => void;

/** The build begins each script with an empty one. */
interface PageParts {
  /** What has run, by the part's name. */
  readonly bodies: Record<string, PartBody>;
  readonly exports: Record<string, Record<string, unknown>>;
  /** Runs the part the first time. */
  readonly take: (name: string) => Record<string, unknown>;
  /** Set by `startLoading`. `needed` = the packed parts that the wanted one stands on, and itself if it is packed. */
  load?: (needed: readonly PackId[], wanted: string) => Promise<unknown>;
}

declare global {
  var thiDuaSoParts: PageParts;
}

/** Before anything calls `import()`. */
export function startLoading(parts: PageParts): void {
  let before: Promise<void> = Promise.resolve();
  const unpack = async (name: PackId): Promise<void> => {
    // In a worker all of them are there.
    if (Object.hasOwn(parts.bodies, name)) return;
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode((await packed(name)) ?? new Uint8Array());
    document.head.append(script);
    script.remove();
  };
  parts.load = async (needed, wanted) => {
    for (const name of needed) {
      before = before.then(() => unpack(name));
      await before;
    }
    return parts.take(wanted);
  };
}
