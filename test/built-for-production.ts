/** Builds a surface as `npm run build` does, and lists what is in the build. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { builtOnce } from './built-once.ts';

/** The repository: tests and benches run in it, and a bench is bundled elsewhere. */
export const ROOT = join(process.cwd(), '/');

/** A file of scripts of the build; its code is in the folder. */
export interface BuiltChunk {
  readonly fileName: string;
  /** The module whose import loads the chunk; null = none. */
  readonly facade: string | null;
  /** Paths with `/` on every system. */
  readonly modules: readonly string[];
  readonly imports: readonly string[];
  readonly dynamicImports: readonly string[];
  readonly styles: readonly string[];
}

export interface Built {
  readonly folder: string;
  readonly chunks: readonly BuiltChunk[];
}

/** `switches` are the build's environment variables. */
export async function buildForProduction(
  configFile: string,
  folder: string,
  switches: Readonly<Record<string, string>> = {},
  options: InlineConfig['build'] = {},
): Promise<Built> {
  // Without `production` React's slow half would be built in, with the paths of its sources.
  const wanted = { ...switches, NODE_ENV: 'production' };
  const before = Object.keys(wanted).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, wanted);
  try {
    const built = await build({
      configFile: join(ROOT, configFile),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false, ...options },
    });
    if (Array.isArray(built) || !('output' in built)) throw new Error('The build gave no single output');
    const slashed = (path: string) => path.replaceAll('\\', '/');
    const chunks = built.output.flatMap((item): readonly BuiltChunk[] =>
      item.type === 'chunk'
        ? [
            {
              fileName: item.fileName,
              facade: item.facadeModuleId === null ? null : slashed(item.facadeModuleId),
              modules: item.moduleIds.map(slashed),
              imports: item.imports,
              dynamicImports: item.dynamicImports,
              styles: [...(item.viteMetadata?.importedCss ?? [])],
            },
          ]
        : [],
    );
    return { folder, chunks };
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  }
}

/** The one build of this name that all test files share. */
export async function builtForAll(
  name: string,
  configFile: string,
  switches: Readonly<Record<string, string>> = {},
): Promise<Built> {
  const told = (folder: string) => join(folder, 'chunks.json');
  const made = await builtOnce(name, async (to) => {
    const { chunks } = await buildForProduction(configFile, join(to, 'dist'), switches);
    writeFileSync(told(to), JSON.stringify(chunks));
  });
  return { folder: join(made, 'dist'), chunks: JSON.parse(readFileSync(told(made), 'utf8')) };
}
