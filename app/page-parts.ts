/**
 * The parts of the page in one file: plain scripts inside it, each packed until it is first wanted and named by its
 * hash in the page's policy. A part is CommonJS; its `require` is `take`, which promises what is still packed, as the
 * `import()` that the bundler turned into it does.
 */
import { type PackId, packed } from '../session/packed.ts';

/** Fills in its exports; `require` gives those of another file. */
type PartBody = (exports: Record<string, unknown>, require: (file: string) => unknown) => void;

/** The build begins each script with an empty one. */
interface PageParts {
  /** Parts that ran, or can run at once, by the name under which other parts request them. */
  readonly bodies: Record<string, PartBody>;
  /** The packed parts that a file stands in and on, in the order they run. */
  readonly packs: Readonly<Record<string, readonly PackId[]>>;
  /** The file's exports; it runs the first time. */
  readonly take: (file: string) => unknown;
  load?: (file: string) => Promise<unknown>;
}

declare global {
  var thiDuaSoParts: PageParts;
}

/** Before anything calls `import()`. A worker receives all parts at once. */
export function startLoading(parts: PageParts): void {
  const run = new Map<PackId, Promise<void>>();
  const unpack = async (id: PackId): Promise<void> => {
    const script = document.createElement('script');
    script.textContent = new TextDecoder().decode((await packed(id)) ?? new Uint8Array());
    document.head.append(script);
    script.remove();
  };
  parts.load = async (file) => {
    for (const id of parts.packs[file] ?? []) {
      if (!run.has(id)) run.set(id, unpack(id));
      await run.get(id);
    }
    if (parts.bodies[file] === undefined) throw new TypeError(`${file} is no part of the page`);
    return parts.take(file);
  };
}
