/**
 * The help as a site of static pages, from the Markdown the screens show and from what only the site has: a start page, the guide page by page, what
 * to download, what an IT department has to know, privacy; searched without a network and without tones. `printed` is all
 * of it on one page for paper.
 */
import { bareKey } from '../../core/base/text/text.ts';
import {
  type ListItem,
  type MarkdownBlock,
  plainText,
  readMarkdown,
  type TextSpan,
} from '../../ui/help/read-markdown.ts';

interface SitePage {
  /** Name of its file without `.html`. */
  readonly id: string;
  readonly title: string;
  readonly html: string;
  /** Its words, to be searched. */
  readonly words: string;
}

interface Site {
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
  /** Pictures of docs/pictures that it shows, by name. */
  readonly pictures: readonly string[];
  readonly printed: string;
}

/** Pages of the way, which the screens show too, in their order; each is a file of docs/tro-giup. */
const WAY = [
  ...['bat-dau', 'viec-nay-o-dau', 'ke-hoach', 'tieu-chi-va-mau', 'bao-cao', 'can-xem', 'hoi-dong', 'ket-qua'],
  ...['van-ban', 'nam-sau', 'so-lieu-cong', 'theo-doi-nam', 'dung-chung', 'tu-dien'],
];

/** Pages of what comes up more seldom, in their order; each is a file of docs/huong-dan. */
const SELDOM = [
  ...['mo-va-giu-so', 'trong-excel', 'tien-ich', 'doc-diem', 'danh-sach-va-bieu-mau', 'ke-hoach-kho-doc'],
  ...['ho-so-phong-trao', 'so-quyet-dinh', 'khen-thuong-va-mau-cua-tinh', 'so-chung', 'nop-qua-lien-ket', 'gui-tinh'],
];

/** Names of the guide's pages, in their order. */
export const GUIDE: readonly string[] = [...WAY, ...SELDOM];

/** Pages beside the guide, by the documents they are. */
const BESIDE = [
  ['canh-bao', 'flags.md'],
  ['tai-ve', 'tai-ve-va-cai.md'],
  ['cho-cntt', 'trien-khai.md'],
  ['rieng-tu', 'store/privacy.md'],
] as const;

const PDF = 'huong-dan.pdf';
const TRY_OUT = 'ban-cham.html';

/** `read` = a file of docs by its path. */
export function helpSite(read: (path: string) => string): Site {
  const guide = GUIDE.map((id) => pageOf(id, read(`${SELDOM.includes(id) ? 'huong-dan' : 'tro-giup'}/${id}.md`)));
  const beside = BESIDE.map(([id, path]) => pageOf(id, withoutEnglish(read(path))));
  const pages = [...guide, ...beside];
  const files = new Map(pages.map((page) => [`${page.id}.html`, framed(page, guide)]));
  files.set('index.html', framed(startPage(guide), guide));
  files.set('site.css', CSS);
  files.set('search.js', searchScript(pages));
  const pictures = pages.flatMap(({ html }) =>
    [...html.matchAll(/src="pictures\/([^"]+)"/g)].map(([, name = '']) => name),
  );
  return { files, pictures: [...new Set(pictures)], printed: printedPage(guide) };
}

function pageOf(id: string, text: string): SitePage {
  const blocks: readonly (MarkdownBlock | string)[] = text
    .split(/(^```[\s\S]*?^```$)/m)
    .flatMap((part): readonly (MarkdownBlock | string)[] => (part.startsWith('```') ? [part] : readMarkdown(part)));
  const [first, ...rest] = blocks;
  const title = typeof first === 'object' && first.kind === 'heading' ? plainText(first.line) : id;
  return { id, title, html: rest.map(blockHtml).join('\n'), words: text.replace(/[*`#|]/g, ' ') };
}

/** The store asks for the policy in English too; officers read Vietnamese. */
function withoutEnglish(text: string): string {
  return text.replace(/^## In English[\s\S]*$/m, '');
}

function blockHtml(block: MarkdownBlock | string): string {
  if (typeof block === 'string') return `<pre><code>${escaped(block.replace(/^```.*\n|```$/g, ''))}</code></pre>`;
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${lineHtml(block.line)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>${block.items.map(itemHtml).join('')}</${tag}>`;
    }
    case 'table': {
      const row = (cells: readonly (readonly TextSpan[])[], tag: string) =>
        `<tr>${cells.map((cell) => `<${tag}>${lineHtml(cell)}</${tag}>`).join('')}</tr>`;
      const body = block.rows.map((cells) => row(cells, 'td')).join('');
      return `<table><thead>${row(block.head, 'th')}</thead><tbody>${body}</tbody></table>`;
    }
    case 'picture':
      return `<img src="${escaped(block.address.replace(/^(?:\.\.\/)?/, ''))}" alt="${escaped(block.words)}" loading="lazy">`;
  }
}

function itemHtml({ line, within }: ListItem): string {
  const inner = within.length === 0 ? '' : `<ul>${within.map((line) => `<li>${lineHtml(line)}</li>`).join('')}</ul>`;
  return `<li>${lineHtml(line)}${inner}</li>`;
}

function lineHtml(line: readonly TextSpan[]): string {
  return line
    .map(({ kind, text }) => {
      if (kind === 'strong') return `<strong>${escaped(text)}</strong>`;
      return kind === 'code' ? `<code>${escaped(text)}</code>` : linked(escaped(text));
    })
    .join('');
}

/** Links to what the site holds; others stay words. */
function linked(html: string): string {
  return html.replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_all, words: string, address: string) => {
    if (address.startsWith('https://')) return `<a href="${address}">${words}</a>`;
    const name = address.replace(/#.*$/, '').replace(/^.*\//, '');
    const own = BESIDE.find(([, path]) => path.endsWith(name))?.[0] ?? GUIDE.find((id) => `${id}.md` === name);
    return own === undefined ? words : `<a href="${own}.html">${words}</a>`;
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function startPage(guide: readonly SitePage[]): SitePage {
  const list = (ids: readonly string[]) =>
    guide
      .filter(({ id }) => ids.includes(id))
      .map(({ id, title }) => `<li><a href="${id}.html">${escaped(title)}</a></li>`)
      .join('');
  const html = `<p>Thi Đua Số giúp xã làm trọn một phong trào thi đua chuyển đổi số: đọc kế hoạch, phát mẫu, nhận báo cáo, chấm điểm có lý do, họp Hội đồng, lập văn bản. Mọi việc làm trên máy của xã; không gửi gì đi đâu.</p>
<p class="next"><a href="${TRY_OUT}">Dùng thử với số liệu mẫu</a> <a href="tai-ve.html">Tải về và cài</a> <a href="${PDF}">Bản in (PDF)</a></p>
<p>Dùng thử: mở trang, bấm <strong>Dùng số liệu mẫu</strong>, rồi theo trang <a href="bat-dau.html">Bắt đầu</a>: mười phút, có lỗi cài sẵn để tìm.</p>
<h2>Từ kế hoạch đến văn bản</h2><ol>${list(WAY)}</ol>
<h2>Khi cần thêm</h2><ul>${list(SELDOM)}</ul>
<h2>Khác</h2><ul><li><a href="canh-bao.html">Danh mục cảnh báo</a></li><li><a href="cho-cntt.html">Cho người làm công nghệ thông tin</a></li><li><a href="rieng-tu.html">Quyền riêng tư</a></li></ul>`;
  return { id: 'index', title: 'Thi Đua Số', html, words: '' };
}

function framed({ id, title, html }: SitePage, guide: readonly SitePage[]): string {
  const link = (to: string, words: string) =>
    `<a href="${to}.html"${to === id ? ' aria-current="page"' : ''}>${escaped(words)}</a>`;
  const nav = [
    link('index', 'Trang đầu'),
    ...guide.map((page) => link(page.id, page.title)),
    link('canh-bao', 'Danh mục cảnh báo'),
    link('tai-ve', 'Tải về và cài'),
    link('cho-cntt', 'Cho CNTT'),
    link('rieng-tu', 'Quyền riêng tư'),
  ];
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}${id === 'index' ? '' : ' – Thi Đua Số'}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="site.css">
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<nav aria-label="Các trang"><label for="tim">Tìm trong hướng dẫn</label><input id="tim" type="search" autocomplete="off"><ul id="thay" aria-live="polite" hidden></ul><details id="trang" class="pages"><summary>Các trang</summary><div>${nav.join('')}</div></details></nav>
<main id="noi-dung"><h1>${escaped(title)}</h1>
${html}
</main>
<script src="search.js"></script>
</body>
</html>
`;
}

/** All pages in order, after a list of contents. */
function printedPage(guide: readonly SitePage[]): string {
  const contents = guide.map(({ title }, at) => `<li>${at + 1}. ${escaped(title)}</li>`).join('');
  const body = guide
    .map(
      ({ title, html }, at) =>
        `<section><h1>${at + 1}. ${escaped(title)}</h1>\n${html.replaceAll(/<a [^>]*>|<\/a>/g, '')}</section>`,
    )
    .join('\n');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Hướng dẫn Thi Đua Số</title><style>${PRINT_CSS}</style></head><body><section><h1>Hướng dẫn Thi Đua Số</h1><ul class="contents">${contents}</ul></section>${body}</body></html>`;
}

function searchScript(pages: readonly SitePage[]): string {
  const index = pages.map(({ id, title, words }) => [id, title, bareKey(words)]);
  return `'use strict';
const PAGES = ${JSON.stringify(index)};
const bare = (text) => text.normalize('NFD').replace(/\\p{M}+/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, '');
const field = document.getElementById('tim');
const list = document.getElementById('thay');
// On a telephone the list of pages would stand before every page.
if (matchMedia('(min-width: 900px)').matches) document.getElementById('trang').open = true;
field.addEventListener('input', () => {
  const wanted = field.value.trim().split(/\\s+/).map(bare).filter(Boolean);
  list.hidden = wanted.length === 0;
  const isNamed = ([, title]) => wanted.every((word) => bare(title).includes(word));
  const found = PAGES.filter(([, , words]) => wanted.every((word) => words.includes(word)));
  found.sort((one, other) => isNamed(other) - isNamed(one) || (isNamed(one) ? one[1].length - other[1].length : 0));
  list.replaceChildren(...(found.length > 0 ? found.map(([id, title]) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = id + '.html';
    link.textContent = title;
    item.append(link);
    return item;
  }) : [Object.assign(document.createElement('li'), { textContent: 'Không có trang nào.' })]));
});
`;
}

const CSS = `:root{color-scheme:light dark;--ink:#1b1b1b;--ground:#fff;--soft:#f5f5f5;--line:#d1d1d1;--accent:#0f548c}
@media(prefers-color-scheme:dark){:root{--ink:#f0f0f0;--ground:#1f1f1f;--soft:#292929;--line:#525252;--accent:#9ccbf0}}
*{box-sizing:border-box}body{margin:0;font:16px/1.6 "Segoe UI",system-ui,sans-serif;color:var(--ink);background:var(--ground);display:grid;grid-template-columns:minmax(0,1fr)}
a{color:var(--accent)}.skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--ground);padding:8px}
nav{padding:16px;background:var(--soft);border-bottom:1px solid var(--line)}nav label{display:block;font-weight:600}nav input{width:100%;font:inherit;padding:4px 8px}
.pages{margin-top:12px}.pages div{display:flex;flex-wrap:wrap;gap:4px 12px;margin-top:8px}.pages [aria-current]{font-weight:600;color:var(--ink)}
main{padding:16px;max-width:760px;min-width:0}main img{max-width:100%;border:1px solid var(--line);border-radius:4px}
h1{font-size:28px;line-height:36px}h2{font-size:20px;line-height:28px;margin-top:32px}
table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid var(--line);padding:8px 4px;text-align:start;vertical-align:top;overflow-wrap:anywhere}
code{background:var(--soft);padding:0 4px}pre{background:var(--soft);padding:12px;overflow:auto}.next{display:flex;flex-wrap:wrap;gap:8px}.next a{border:1px solid var(--accent);border-radius:4px;padding:8px 16px;text-decoration:none}.next a:first-child{background:var(--accent);color:var(--ground)}
@media(min-width:900px){body{grid-template-columns:260px minmax(0,1fr)}nav{border-bottom:0;border-inline-end:1px solid var(--line);min-height:100vh}.pages[open] summary{display:none}.pages div{flex-direction:column}main{padding:24px 40px}td,th{padding:8px}}
`;

const PRINT_CSS = `@page{size:A4;margin:20mm 18mm}body{font:11.5pt/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#000}section{break-before:page}section:first-of-type{break-before:auto}h1{font-size:18pt}h2{font-size:14pt;break-after:avoid}img{max-width:100%;max-height:120mm;border:1px solid #999}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:3pt 5pt;vertical-align:top;text-align:left}tr,img{break-inside:avoid}.contents{list-style:none;padding:0}`;
