/**
 * The page as one file that may fetch nothing: code and styles inside, what it needs beside them and later parts of the
 * code as data blocks, and a policy that names the code by its hash. Everything else the build made is dropped.
 */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { PackId } from '../../session/packed.ts';
import { LATER_PARTS } from './page-parts.ts';
import { scriptParts } from './script-parts.ts';

interface Packed {
  readonly id: PackId;
  readonly bytes: Uint8Array;
}

export function oneFile(packs: readonly Packed[]): Plugin {
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const text = (name: string): string => {
          const file = bundle[name];
          if (file === undefined) return this.error(`${name} is not in the bundle`);
          return file.type === 'chunk' ? file.code : file.source.toString();
        };
        const name = (address: string) => address.replace(/^\.\//, '');
        const names = Object.keys(bundle);
        const [page, ...others] = names.filter((file) => file.endsWith('.html'));
        if (page === undefined || others.length > 0) return this.error(`one page expected: ${names.join(', ')}`);
        const worker = (id: 'legacy-worker' | 'pdf-worker'): Packed => {
          const [file, ...more] = names.filter((name) => new RegExp(`${id}.*\\.js$`).test(name));
          if (file === undefined || more.length > 0) return this.error(`one ${id} expected: ${names.join(', ')}`);
          return { id, bytes: Buffer.from(text(file)) };
        };

        const hashes: string[] = [];
        const named = (code: string) => {
          hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
          return code;
        };
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const parts = scriptParts(chunks);
        const later = LATER_PARTS.map(
          (id): Packed => ({ id, bytes: Buffer.from(named(`"use strict";${parts.of(id)}`)) }),
        );
        const blocks = [...packs, worker('legacy-worker'), worker('pdf-worker'), ...later].map(({ id, bytes }) => {
          const base64 = gzipSync(bytes, { level: 9 }).toString('base64');
          return `    <script type="application/octet-stream" id="${id}">${base64}</script>\n`;
        });
        // The code comes last: what it takes the place of is there, and so are the blocks.
        const codes: string[] = [];
        const html = text(page)
          .replace(/<script type="module"[^>]*src="([^"]+)"[^>]*><\/script>\s*/g, (_tag, address: string) => {
            const first = bundle[name(address)];
            if (first?.type !== 'chunk') return this.error(`${address} is no script of the bundle`);
            codes.push(
              named(
                parts
                  .first(first)
                  .replace(/<\/script/gi, '<\\/script')
                  .replace(/<!--/g, '<\\!--'),
              ),
            );
            return '';
          })
          .replace(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g, (_tag, address: string) => {
            return `<style>${text(name(address)).trim()}</style>`;
          })
          .replace('</body>', () => {
            const inline = codes.map((code) => `    <script type="module">${code}</script>\n`);
            return `${blocks.join('')}${inline.join('')}  </body>`;
          })
          .replace('<meta charset="utf-8" />', (tag) => `${tag}\n    ${policy(hashes)}`);
        if (/<link|<script[^>]*src=/.test(html.replace(/<script type="module">[\s\S]*?<\/script>/g, '')))
          this.error('the page still loads something');
        for (const file of names) delete bundle[file];
        this.emitFile({ type: 'asset', fileName: 'thi-dua-so.html', source: html });
      },
    },
  };
}

function policy(hashes: readonly string[]): string {
  const rules = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}" />`;
}
