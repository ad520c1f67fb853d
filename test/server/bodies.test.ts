/** Bodies that do not come whole, and what the disk they wait on does not take. */
import { expect, it } from 'vitest';
import { faultOf } from '../../server/answers.ts';
import { newBodies } from '../../server/bodies.ts';
import { faultCode } from '../../server/engine/engine.ts';
import { newRate } from '../../server/rate.ts';

const broken = (parts: number) => {
  let left = parts;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(new Uint8Array(40 * 1024));
      else controller.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
    },
  });
  return new Request('http://so-chung.test/', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
};

it('a body that is cut off is the sender’s matter, never a fault of the server', async () => {
  for (const parts of [0, 1, 5]) {
    const taken = newBodies().take(broken(parts), 1 << 20, async () => 'whole');
    const error = await taken.catch((thrown: unknown) => thrown);
    expect(faultOf(faultCode(error))).toMatchObject({ status: 400, word: 'cut-off' });
  }
  // The same code from the database's connection is to be tried again.
  expect(faultOf('ECONNRESET').status).toBe(503);
});

it('a full disk under bodies that wait is said to be full', async () => {
  const nowhere = newBodies('/dev/null/none').take(
    new Request('http://so-chung.test/', { method: 'POST', body: new Uint8Array(200 * 1024) }),
    1 << 20,
    async () => 'whole',
  );
  await expect(nowhere).rejects.toThrow();
  expect([faultOf('ENOSPC').status, faultOf('EDQUOT').status]).toEqual([507, 507]);
});

it('a clock that is set back shuts out no address', () => {
  let now = 10 * 3_600_000;
  const rate = newRate(() => now, 60);
  expect(rate.spend('192.0.2.1', 1)).toBe(true);
  now -= 3_600_000;
  for (let asked = 0; asked < 10; asked += 1) expect(rate.spend('192.0.2.1', 1)).toBe(true);
  now += 1000;
  expect(rate.spend('192.0.2.1', 1)).toBe(true);
});
