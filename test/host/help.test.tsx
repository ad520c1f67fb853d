// @vitest-environment jsdom
/** The help inside: every place has its page, every button named on a page exists, and its Markdown is read whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { describe, expect, it, vi } from 'vitest';
import { HELP_PAGES, PAGE_OF } from '../../ui/help/help-pages.ts';
import { HelpPanel } from '../../ui/help/help-panel.tsx';
import { plainText, readMarkdown } from '../../ui/help/read-markdown.ts';
import { PLACE_IDS } from '../../ui/pane/places.ts';

const ROOT = join(import.meta.dirname, '../..');

/** All that is written in the screens. */
function screens(): string {
  const files = ['ui', 'app', 'extension', 'hand-in', 'core/movement', 'session'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  );
  return files.join('\n');
}

describe('the help', () => {
  it('has a page for every place, and no page that cannot be reached', () => {
    const ids = HELP_PAGES.map(({ id }) => id);
    for (const place of PLACE_IDS) expect(ids, place).toContain(PAGE_OF[place]);
    expect(ids).toEqual(expect.arrayContaining(['bat-dau', 'viec-nay-o-dau', 'tu-dien']));
    expect(new Set(ids).size).toBe(readdirSync(join(ROOT, 'docs/tro-giup')).length);
  });

  it('names nothing to press that the screens do not have', () => {
    const all = screens();
    const seldom = readdirSync(join(ROOT, 'docs/huong-dan')).map((id) => ({
      id,
      text: readFileSync(join(ROOT, 'docs/huong-dan', id), 'utf8'),
    }));
    const named = [...HELP_PAGES, ...seldom]
      .flatMap(({ id, text }) => [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => [id, words] as const))
      .filter(([, words]) => !/^[●◆○]$/.test(words));
    expect(named.length).toBeGreaterThan(60);
    const isThere = (words: string) => words.split(/\s*…\s*/).every((part) => all.includes(part));
    expect(named.filter(([, words]) => !isThere(words))).toEqual([]);
  });

  it('reads what the pages are written in', () => {
    const [heading, list, table, paragraph] = readMarkdown(
      '## Nhận **báo cáo**\n\n1. Bấm `A`.\n   - một\n   - hai\n2. Xong.\n\n| Từ | Nghĩa |\n| --- | --- |\n| KPS | không phát sinh |\n\nHai\ndòng.',
    );
    expect(heading).toMatchObject({ kind: 'heading', level: 2 });
    expect(heading?.kind === 'heading' && plainText(heading.line)).toBe('Nhận báo cáo');
    expect(list).toMatchObject({ kind: 'list', ordered: true });
    expect(list?.kind === 'list' && list.items.map(({ within }) => within.map(plainText))).toEqual([
      ['một', 'hai'],
      [],
    ]);
    expect(table?.kind === 'table' && table.rows.map((row) => row.map(plainText))).toEqual([
      ['KPS', 'không phát sinh'],
    ]);
    expect(paragraph?.kind === 'paragraph' && plainText(paragraph.line)).toBe('Hai dòng.');
  });

  it('shows the page of the place, follows to the next, and finds words typed without tones', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    const page = document.body.appendChild(document.createElement('div'));
    const root = createRoot(page);
    const show = (place: string) => act(async () => root.render(<HelpPanel place={place} onClose={() => undefined} />));
    await show('reports');
    expect(page.querySelector('h2')?.textContent).toBe('Báo cáo');
    await show('council');
    expect(page.querySelector('h2')?.textContent).toBe('Hội đồng');
    const search = page.querySelector<HTMLInputElement>('input[type="search"]')!;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, 'mau so');
      search.dispatchEvent(new Event('input', { bubbles: true }));
    });
    const found = [...page.querySelectorAll<HTMLElement>('li button')];
    await act(async () => found.find(({ textContent }) => textContent === 'Từ dùng trong phần mềm')?.click());
    expect(page.textContent).toContain('tử số và mẫu số của một tỷ lệ');
    await act(async () => root.unmount());
    vi.unstubAllGlobals();
  });
});
