/** The reader of old workbooks, when its worker does not answer. */
import { expect, test } from 'vitest';
import { readLegacyApart } from '../../session/legacy/read-legacy-apart.ts';

test('a worker that never ends is ended, and the file refused', async () => {
  let isEnded = false;
  const endless = {
    postMessage: () => undefined,
    terminate: () => {
      isEnded = true;
    },
  };
  const read = await readLegacyApart(new Uint8Array(), { start: () => endless as unknown as Worker, limit: 5 });
  expect(read).toMatchObject({ ok: false, refusal: { code: 'too-slow' } });
  expect(isEnded).toBe(true);
});
