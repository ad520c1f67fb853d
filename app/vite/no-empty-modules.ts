/**
 * In one file a module that is loaded later becomes a function that runs it. Of one with nothing to run (types,
 * functions) the function is empty, and so is each that only calls such: they and their calls stay out, but for those
 * that are used otherwise than called in a line of their own.
 */
import type { Plugin } from 'vite';

const EMPTY = /^(?:var|const) (init_[\w$]+) = __esm\w*\(\(?\(?\) => \{\s*\}\)?\);\n/gm;
const CALL = /^\s*(init_[\w$]+)\(\);\n/gm;
const NAME = /(?<![\w$.])(init_[\w$]+)/g;

export function noEmptyModules(): Plugin {
  return {
    name: 'no-empty-modules',
    apply: 'build',
    renderChunk(code) {
      let left = code;
      for (let empty = emptyIn(left); empty.size > 0; empty = emptyIn(left)) {
        const without = (words: string, name: string): string => (empty.has(name) ? '' : words);
        left = left.replace(EMPTY, without).replace(CALL, without);
      }
      return left === code ? null : { code: left, map: null };
    },
  };
}

function emptyIn(code: string): ReadonlySet<string> {
  const [named, called] = [countsOf(code, NAME), countsOf(code, CALL)];
  const empty = [...countsOf(code, EMPTY).keys()];
  return new Set(empty.filter((name) => named.get(name) === 1 + (called.get(name) ?? 0)));
}

function countsOf(code: string, pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, name = ''] of code.matchAll(pattern)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
