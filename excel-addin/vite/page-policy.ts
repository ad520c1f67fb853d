/**
 * What the built pages may load and run, and where Office's script comes from. Not for the development server, which
 * runs scripts of its own.
 */
import type { Plugin } from 'vite';
import { OFFICE_CDN, OFFICE_SCRIPT, type Switches } from './switches.ts';

/**
 * The content policy of a page. Inline style stays allowed: Fluent UI writes its rules into style elements.
 * `frame-ancestors` has no effect here, and a server must not forbid framing either: Excel on the web shows the pane in
 * a frame.
 */
function contentPolicy(hasOffice: boolean, officeJs: Switches['officeJs']): string {
  const elsewhere = hasOffice && officeJs === 'cdn' ? ` ${OFFICE_CDN}` : '';
  return [
    "default-src 'none'",
    `script-src 'self'${elsewhere}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "manifest-src 'self'",
    `connect-src 'self'${elsewhere}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

export function pagePolicy({ officeJs }: Switches): Plugin {
  return {
    name: 'page-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const hasOffice = html.includes(OFFICE_SCRIPT);
        const page = officeJs === 'local' ? html.replace(OFFICE_SCRIPT, './office-js/office.js') : html;
        const policy = contentPolicy(hasOffice, officeJs);
        const tag = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
        // First of all: it holds only for what comes after it.
        return page.replace('<meta charset="utf-8" />', `<meta charset="utf-8" />\n    ${tag}`);
      },
    },
  };
}
