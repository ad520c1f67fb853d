/** The engine inside the server's process: a second process over its folder would corrupt it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openEmbedded } from '../../server/engine/embedded.ts';
import { newDataFolder } from './data-folder.ts';
import { KEY, MIGRATIONS } from './engines.ts';

it('is opened by one process at a time, whoever’s the other is; what a dead one left behind holds nobody up', async () => {
  const folder = await newDataFolder();
  const mark = (text: string) => writeFileSync(join(folder, 'dang-chay.pid'), text);
  const open = () => openEmbedded(folder, MIGRATIONS, KEY);
  const signal = vi.spyOn(process, 'kill');
  const answered = (code: string) =>
    signal.mockImplementationOnce(() => {
      throw Object.assign(new Error(code), { code });
    });
  try {
    // Another user's: it runs, but may not be signalled.
    mark('4321');
    answered('EPERM');
    await expect(open()).rejects.toThrow('đang được một máy chủ khác dùng (tiến trình 4321)');
    // Dead; and a mark that a full disk left empty.
    for (const left of ['4321', '']) {
      mark(left);
      answered('ESRCH');
      const engine = await open();
      signal.mockReset();
      await engine.close();
    }
  } finally {
    signal.mockRestore();
  }
});
