/** The help as a site: every page once, links and pictures that are there, found without tones, and all of it for paper. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GUIDE, helpSite } from '../../tools/help/site.ts';
import { EXPECTED_FLAGS } from '../fixtures/demo/expected.ts';

const DOCS = join(import.meta.dirname, '../../docs');
const { files, pictures, printed } = helpSite((path) => readFileSync(join(DOCS, path), 'utf8'));
const read = (id: string) => readFileSync(join(DOCS, `tro-giup/${id}.md`), 'utf8');
const pages = [...files].filter(([path]) => path.endsWith('.html'));

/** Titles that the script lists for what is typed, over as much of a page as it uses. */
function shownFor(script: string, typed: string): readonly string[] {
  const element = () => ({ hidden: false, value: typed, children: [] as { textContent: string }[] });
  const [field, list, all] = [element(), element(), { open: false }];
  let listener = () => undefined;
  const page = {
    getElementById: (id: string) => ({ tim: field, thay: list })[id] ?? all,
    createElement: () => ({
      href: '',
      textContent: '',
      append(link: { textContent: string }) {
        this.textContent = link.textContent;
      },
    }),
  };
  Object.assign(field, {
    addEventListener: (_: string, act: typeof listener) => {
      listener = act;
    },
  });
  Object.assign(list, {
    replaceChildren: (...items: { textContent: string }[]) => {
      list.children = items;
    },
  });
  new Function('document', 'matchMedia', script)(page, () => ({ matches: true }));
  listener();
  return list.children.map(({ textContent }) => textContent);
}

describe('the site', () => {
  it('has every page of the guide, and those for IT and of privacy', () => {
    const written = ['tro-giup', 'huong-dan'].flatMap((folder) => readdirSync(join(DOCS, folder)));
    expect([...GUIDE].sort()).toEqual(written.map((name) => name.replace('.md', '')).sort());
    for (const id of [...GUIDE, 'index', 'tai-ve', 'cho-cntt', 'rieng-tu'])
      expect(files.has(`${id}.html`), id).toBe(true);
  });

  it('links to nothing that is not there, and shows no picture that is not', () => {
    const given = new Set([...files.keys(), 'ban-cham.html', 'huong-dan.pdf']);
    for (const [path, html] of pages)
      for (const [, to = ''] of html.matchAll(/href="([^"#:]+)"/g)) expect(given.has(to), `${path}: ${to}`).toBe(true);
    expect(pictures.length).toBeGreaterThan(10);
    for (const name of pictures) expect(existsSync(join(DOCS, 'pictures', name)), name).toBe(true);
  });

  it('asks nothing of a network, and leaves no Markdown behind', () => {
    for (const [path, text] of files)
      expect(text.match(/(?:src|href)="https?:|@import|fetch\(/)?.[0], path).toBeUndefined();
    for (const [path, html] of pages) {
      const words = html.replace(/<pre>[\s\S]*?<\/pre>|<code>.*?<\/code>/g, '');
      expect(words.match(/\*\S[^*\n]*\*|\]\(|^#{1,3} /m)?.[0], path).toBeUndefined();
    }
  });

  it('is searched without tones', () => {
    const script = files.get('search.js') ?? '';
    // A page named so comes before pages that only speak of it.
    expect(shownFor(script, 'hoi dong')[0]).toBe('Hội đồng');
    expect(shownFor(script, 'bao cao')[0]).toBe('Báo cáo');
    const index = JSON.parse(/const PAGES = (.*);/.exec(script)?.[1] ?? '[]') as [string, string, string][];
    const found = index.filter(([, , words]) => ['bieu', 'quyet'].every((word) => words.includes(word)));
    expect(found.map(([id]) => id)).toContain('hoi-dong');
  });

  it('teaches with faults that are planted in the sample', () => {
    const rows =
      /\| Đơn vị \| Lỗi cài sẵn \|\n[^\n]*\n((?:\|.*\n)+)/.exec(read('bat-dau'))?.[1]?.trim().split('\n') ?? [];
    expect(rows.length).toBeGreaterThan(5);
    const planted = new Set(EXPECTED_FLAGS.map(([unit]) => unit));
    for (const row of rows) expect(planted.has(row.split('|')[1]!.trim()), row).toBe(true);
  });

  it('is printed page after page, with its pictures', () => {
    expect(printed.match(/<section>/g)).toHaveLength(GUIDE.length + 1);
    expect(printed).toContain('<h1>1. Bắt đầu</h1>');
    expect(printed.match(/<img /g)?.length).toBeGreaterThan(10);
  });
});
