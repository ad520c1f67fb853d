/**
 * `npm run help`: writes the help as a site of static pages into dist/help, with its pictures, and as a printable PDF beside
 * them where there is a Chromium to print with. One source: docs/tro-giup, which the screens show too.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runnerImport } from 'vite';
import { findBrowser } from '../../test/find-browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = join(root, 'docs');
const out = join(root, 'dist/help');

const { module } = await runnerImport(join(root, 'tools/help/site.ts'));
const { files, pictures, printed } = module.helpSite((path) => readFileSync(join(docs, path), 'utf8'));
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'pictures'), { recursive: true });
for (const [path, text] of files) writeFileSync(join(out, path), text);
for (const name of pictures) copyFileSync(join(docs, 'pictures', name), join(out, 'pictures', name));

const browser = findBrowser();
if (browser === null) process.stderr.write('Không thấy Chromium nên chưa có bản in (PDF).\n');
else {
  const { chromium } = await import('playwright-core');
  const page = join(out, 'in.html');
  writeFileSync(page, printed);
  const opened = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
  try {
    const tab = await opened.newPage();
    await tab.goto(pathToFileURL(page).href);
    const bytes = await tab.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    // The same pages give the same bytes, whenever they are printed.
    const dated = bytes.toString('latin1').replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, '$120260101000000');
    writeFileSync(join(out, 'huong-dan.pdf'), Buffer.from(dated, 'latin1'));
  } finally {
    await opened.close();
    rmSync(page);
  }
}
process.stdout.write(
  `dist/help: ${files.size} tệp, ${pictures.length} hình${existsSync(join(out, 'huong-dan.pdf')) ? ', huong-dan.pdf' : ''}\n`,
);
