/**
 * Lets what nobody uses of `docx` stay out of a build. It is one file; what patches templates in it is made by functions
 * called on the spot, which a bundler has to keep unless it is told that they do nothing else. What it does for tables of
 * contents, for numbers of pages it would estimate itself, for passwords and for scripts other than ours stays out too.
 */
import type { Plugin } from 'vite';

const CUTS: readonly (readonly [what: RegExp, instead: string])[] = [
  [/^var INITIAL_CODES = \[[\s\S]*?^\];/m, 'var INITIAL_CODES = [];'],
  [/^var ENCRYPTION_MATRIX = \[[\s\S]*?^\];/m, 'var ENCRYPTION_MATRIX = [];'],
  [/^var OFFICE_SCRIPT_FONTS = \[[\s\S]*?^\];/m, "var OFFICE_SCRIPT_FONTS = [['Viet', 'Times New Roman', 'Arial']];"],
  [/^\t\tfillTablesOfContents\(xml,.*\n\t\tif \(this\.pageNumbers\) \{\n[\s\S]*?\n\t\t\}\n/m, ''],
  [/^var fillPartPageNumbers = [\s\S]*?^\};/m, 'var fillPartPageNumbers = () => {};'],
];

export function onlyUsed(): Plugin {
  return {
    name: 'only-used',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ },
      handler(code) {
        let left = code
          .replace(/^(var \w+ = )(?=function\(\) \{$|new \w+\()/gm, '$1/* @__PURE__ */ ')
          .replace(/^\s*_defineProperty\(this, "\w+", void 0\);\n/gm, '');
        for (const [what, instead] of CUTS) {
          if (!what.test(left)) return this.error(`docx is written another way now: ${what.source}`);
          left = left.replace(what, () => instead);
        }
        return { code: left, map: null };
      },
    },
  };
}
