/**
 * `npm start`: the development server over https, and Excel opened with the add-in (Windows and Mac). On Linux there is
 * no desktop Excel: says
 * so and serves the preview. `npm run preview` (`--preview [--port=N]`): only the preview, built as for production, for
 * a plain browser.
 */
import { fileURLToPath } from 'node:url';
import { build, createServer, preview } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const configFile = `${root}excel-addin/vite.config.ts`;
const manifest = `${root}manifest.xml`;
const argv = process.argv.slice(2);
const port = Number(argv.find((one) => one.startsWith('--port='))?.slice('--port='.length) ?? 3000);

const say = (...lines) => process.stdout.write(`${lines.join('\n')}\n`);

async function servePreview() {
  await build({ configFile, logLevel: 'warn' });
  const server = await preview({ configFile, preview: { port, strictPort: true } });
  const [address] = server.resolvedUrls?.local ?? [];
  say(`Bản xem thử: ${new URL('preview.html', address).href} (Ctrl+C để dừng)`);
}

async function serveExcel() {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  say('Chứng chỉ cho https://localhost: lần đầu máy sẽ hỏi có tin chứng chỉ này không, hãy đồng ý.');
  const server = await createServer({ configFile, server: { https: await getHttpsServerOptions() } });
  await server.listen();
  say('Máy chủ: https://localhost:3000 (Ctrl+C để dừng)');
  const { startDebugging, stopDebugging } = await import('office-addin-debugging');
  process.once('SIGINT', async () => {
    await stopDebugging(manifest).catch(() => undefined);
    await server.close();
    process.exit();
  });
  try {
    await startDebugging(manifest, { appType: 'desktop', app: 'excel', enableLiveReload: false });
    say('Đã mở Excel: xem thẻ "Thi đua số" trên dải lệnh.');
  } catch (error) {
    say(
      `Chưa tự mở được Excel: ${error instanceof Error ? error.message : String(error)}`,
      'Máy chủ vẫn chạy. Cách nạp tay: docs/excel-checklist.md, mục 1.',
    );
  }
}

try {
  if (argv.includes('--preview')) {
    await servePreview();
  } else if (process.platform === 'win32' || process.platform === 'darwin') {
    await serveExcel();
  } else {
    say(
      'Máy này không có Excel cho máy tính nên không mở được tiện ích trong Excel; vẫn có bản xem thử trong trình duyệt.',
      'No desktop Excel on this system: the add-in cannot be opened in Excel here (Windows and Mac only). Serving the preview instead.',
      'Excel trên web cần địa chỉ https mà Excel tới được: npm run build -- --origin=https://…, xem docs/excel-checklist.md.',
    );
    await servePreview();
  }
} catch (error) {
  process.stderr.write(`Không khởi động được. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}
