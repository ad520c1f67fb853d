/** The help: the pages of docs/tro-giup, built in, so that they are there without a network. */
/// <reference types="vite/client" />
import { type MarkdownBlock, plainText, readMarkdown } from './read-markdown.ts';

export interface HelpPage {
  /** Name of its file: `bao-cao`. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly MarkdownBlock[];
  /** Its words, to be searched. */
  readonly text: string;
}

const FILES = import.meta.glob<string>('../../docs/tro-giup/*.md', { query: '?raw', import: 'default', eager: true });

/** In the order they are listed. */
const ORDER = [
  ...['bat-dau', 'viec-nay-o-dau', 'ke-hoach', 'tieu-chi-va-mau', 'bao-cao', 'can-xem', 'hoi-dong', 'ket-qua'],
  ...['van-ban', 'nam-sau', 'so-lieu-cong', 'theo-doi-nam', 'dung-chung', 'tu-dien'],
];

export const HELP_PAGES: readonly HelpPage[] = Object.entries(FILES)
  .map(([path, text]) => {
    const blocks = readMarkdown(text);
    const [first] = blocks;
    const id = path.replace(/^.*\/|\.md$/g, '');
    return { id, title: first?.kind === 'heading' ? plainText(first.line) : id, blocks: blocks.slice(1), text };
  })
  .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));

/** The page of each place of the pane. */
export const PAGE_OF: Readonly<Record<string, string>> = {
  start: 'bat-dau',
  plan: 'ke-hoach',
  criteria: 'tieu-chi-va-mau',
  reports: 'bao-cao',
  review: 'can-xem',
  council: 'hoi-dong',
  results: 'ket-qua',
  papers: 'van-ban',
  next: 'nam-sau',
  portal: 'so-lieu-cong',
  year: 'theo-doi-nam',
  share: 'dung-chung',
};
