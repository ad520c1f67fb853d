/** Which pictures of the documents are taken: only those on a page, and only on request. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGES = ['README.md', 'docs', 'bench/README.md'];

/** Names of the files under docs/pictures that a page shows. */
export function picturesShown(root = '.'): ReadonlySet<string> {
  const pages = PAGES.flatMap((page) =>
    page.endsWith('.md')
      ? [page]
      : readdirSync(join(root, page), { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.md'))
          .map((path) => join(page, path)),
  );
  const links = pages.flatMap((page) => [
    ...readFileSync(join(root, page), 'utf8').matchAll(/\]\([^)]*\bpictures\/([^)/]+)\)/g),
  ]);
  return new Set(links.map(([, name = '']) => name));
}

/** True under `npm run pictures`, for a picture that a page shows. */
export function isPictureWanted(name: string, root = '.'): boolean {
  return process.env.PICTURES === '1' && picturesShown(root).has(name);
}
