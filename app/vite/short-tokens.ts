/**
 * Fluent's tokens as a rule instead of a list: but for a few, each name stands for the variable of that name, and saying
 * so name by name takes 30 kB of the one file. The colors that tell persons apart stay out.
 */
import type { Plugin } from 'vite';

const COMMENT = /\/\/.*$|\/\*[\s\S]*?\*\//gm;
const LIST = /^export const tokens = \{((?:\s*\w+: '[^']*',?)+)\s*\};\s*$/;

/** Nothing here is colored by person; these the dark theme mends by their names. */
const KEPT = ['darkRed', 'plum'];
const PERSONA = /(export const personaSharedColor(?:s|Names) = )([{[])[^}\]]*[}\]];/;

export function shortTokens(): Plugin {
  return {
    name: 'short-tokens',
    apply: 'build',
    transform: {
      filter: { id: /@fluentui[\\/]tokens[\\/]lib[\\/](?:tokens|sharedColorNames|global[\\/]colorPalette)\.js$/ },
      handler(code, id) {
        if (!/tokens\.js$/.test(id)) {
          if (!PERSONA.test(code)) return this.error('the colors of persons are no list any more');
          const only = (_list: string, start: string, open: string): string =>
            `${start}${open === '{' ? `{ ${KEPT.join(', ')} }` : JSON.stringify(KEPT)};`;
          return { code: code.replace(PERSONA, only), map: null };
        }
        const [, list] = LIST.exec(code.replace(COMMENT, '')) ?? [];
        if (list === undefined) return this.error('the tokens are no list of names any more');
        const entries = [...list.matchAll(/(\w+): '([^']*)'/g)].map(([, name = '', value = '']) => [name, value]);
        const others = Object.fromEntries(entries.filter(([name, value]) => value !== `var(--${name})`));
        const get = "(others, name) => others[name] ?? 'var(--' + name + ')'";
        return { code: `export const tokens = new Proxy(${JSON.stringify(others)}, { get: ${get} });`, map: null };
      },
    },
  };
}
