/**
 * Lets what nobody uses of `docx` stay out of a build. It is one file; what patches templates in it is made by functions
 * called on the spot, which a bundler has to keep unless it is told that they do nothing else.
 */
import type { Plugin } from 'vite';

export function onlyUsed(): Plugin {
  return {
    name: 'only-used',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]docx[\\/]dist[\\/]index\.mjs$/ },
      handler: (code) => ({
        code: code
          .replace(/^(var \w+ = )(?=function\(\) \{$|new \w+\()/gm, '$1/* @__PURE__ */ ')
          .replace(/^\s*_defineProperty\(this, "\w+", void 0\);\n/gm, ''),
        map: null,
      }),
    },
  };
}
