/**
 * The chunks of the page in one file as plain scripts. They are CommonJS as the bundler writes it, and each is run as
 * Node runs such a file: as a function with `exports` and `require`.
 */
import type { Rolldown } from 'vite';
import type { PackId } from '../../session/packed.ts';
import { LATER_PARTS } from './page-parts.ts';

/** Begins each script: whichever comes first makes the list. What is in no script yet, `load` brings (app/page-parts.ts). */
const BEGIN =
  'globalThis.thiDuaSoParts??={bodies:{},exports:{},packs:{},' +
  'take(file){const{bodies,exports}=this;if(!bodies[file])return this.load(file);' +
  'if(!exports[file])bodies[file](exports[file]={},(one)=>this.take(one));return exports[file]}};';

/** How a chunk asks for another beside it. */
const nameOf = ({ fileName }: Rolldown.OutputChunk): string => `./${fileName.replace(/^.*\//, '')}`;

/** In brackets, or the browser would skip the function first and parse it a second time when it runs. */
const bodyOf = (chunk: Rolldown.OutputChunk): string =>
  `globalThis.thiDuaSoParts.bodies[${JSON.stringify(nameOf(chunk))}]=(function(exports,require){${chunk.code.trim()}\n});`;

export function scriptParts(chunks: readonly Rolldown.OutputChunk[]) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  /** The packed parts that a chunk stands in and on, in the order they run. */
  const packsOf = (chunk: Rolldown.OutputChunk): readonly PackId[] => {
    const stood = [chunk.name, ...chunk.imports.map((file) => byFile.get(file)?.name)];
    return LATER_PARTS.filter((id) => stood.includes(id));
  };
  const isLater = ({ name }: Rolldown.OutputChunk): boolean => LATER_PARTS.some((id) => id === name);
  return {
    of: (id: PackId): string => {
      const chunk = chunks.find(({ name }) => name === id);
      if (chunk === undefined) throw new Error(`no part ${id}: ${chunks.map(({ name }) => name).join(', ')}`);
      return BEGIN + bodyOf(chunk);
    },
    /** With all that is no later part, and run at once. */
    first: (entry: Rolldown.OutputChunk): string => {
      const here = chunks.filter((chunk) => !isLater(chunk));
      if (packsOf(entry).length > 0) throw new Error('the first part waits for a later one');
      const packs = Object.fromEntries(chunks.filter(isLater).map((chunk) => [nameOf(chunk), packsOf(chunk)]));
      const held = `globalThis.thiDuaSoParts.packs=${JSON.stringify(packs)};`;
      return `${BEGIN}${held}${here.map(bodyOf).join('')}globalThis.thiDuaSoParts.take(${JSON.stringify(nameOf(entry))});`;
    },
  };
}
