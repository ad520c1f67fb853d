/**
 * The chunks of the page in one file as plain scripts. They are CommonJS: what they import, they ask for by the file's
 * name, which becomes the part's.
 */
import type { Rolldown } from 'vite';
import { LATER_PARTS } from './page-parts.ts';

/** Begins each script: whichever comes first makes the list. */
const BEGIN =
  'globalThis.thiDuaSoParts??={bodies:{},exports:{},take(n){const{bodies:b,exports:e}=this;if(!e[n])b[n](e[n]={},n=>this.take(n));return e[n]}};';

/** The chunks as plain scripts: each puts its code into the list of parts, where the page takes it from. */
export function scriptParts(chunks: readonly Rolldown.OutputChunk[]) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName.replace(/^.*\//, ''), chunk]));
  const chunkOf = (file: string): Rolldown.OutputChunk => {
    const chunk = byFile.get(file.replace(/^.*\//, ''));
    if (chunk === undefined) throw new Error(`${file} is no part of the page`);
    return chunk;
  };
  const loaded = (file: string): string => {
    const wanted = chunkOf(file);
    const stood = [wanted, ...wanted.imports.map(chunkOf)].map(({ name }) => name);
    const needed = LATER_PARTS.filter((id) => stood.includes(id));
    return `globalThis.thiDuaSoParts.load(${JSON.stringify(needed)},${JSON.stringify(wanted.name)})`;
  };
  const body = (chunk: Rolldown.OutputChunk): string => {
    const code = chunk.code
      .trim()
      .replace(/Promise\.resolve\(\)\.then\(\(\)=>require\(["'`]\.\/([^"'`]+)["'`]\)\)/g, (_call, file: string) =>
        loaded(file),
      )
      .replace(
        /\brequire\(["'`]\.\/([^"'`]+)["'`]\)/g,
        (_call, file: string) => `require(${JSON.stringify(chunkOf(file).name)})`,
      );
    // In brackets, or the browser would skip it first and parse it a second time when it runs.
    return `globalThis.thiDuaSoParts.bodies[${JSON.stringify(chunk.name)}]=(function(exports,require){${code}\n});`;
  };
  return {
    of: (id: string): string => {
      const chunk = chunks.find(({ name }) => name === id);
      if (chunk === undefined) throw new Error(`no part ${id}: ${chunks.map(({ name }) => name).join(', ')}`);
      return BEGIN + body(chunk);
    },
    /** With what every part stands on, and run at once. */
    first: (chunk: Rolldown.OutputChunk): string => {
      const early = chunk.imports.map(chunkOf).filter(({ name }) => LATER_PARTS.some((id) => id === name));
      if (early.length > 0) throw new Error('the first part waits for a later one');
      const under = chunks.filter(({ name, isEntry }) => !isEntry && !LATER_PARTS.some((id) => id === name));
      const all = [...under, chunk].map(body).join('');
      return `${BEGIN}${all}globalThis.thiDuaSoParts.take(${JSON.stringify(chunk.name)});`;
    },
  };
}
