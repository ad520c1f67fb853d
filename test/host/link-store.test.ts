/** Files of evidence that wait in a browser: two open pages of one link keep each other's, and each forgets its own alone. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkStoreOf } from '../../hand-in/link-store.ts';
import type { WaitingEvidence } from '../../session/hand-in/send-evidence.ts';

const file = (name: string, criterion: string, size: number): WaitingEvidence => ({
  ...{ name, criterion, bytes: new Uint8Array(size).fill(size) },
});
const keyOf = ({ name, criterion, bytes }: WaitingEvidence) => `${criterion}/${name}/${bytes.length}`;

describe('waiting evidence', () => {
  it('that was kept as one list is still there, and forgotten file by file', async () => {
    const store = linkStoreOf('cũ');
    await store.waitingEvidence();
    const listed = [file('a.pdf', '1', 2), file('b.pdf', '1', 3)];
    await new Promise<void>((done) => {
      const opening = indexedDB.open('thi-dua-so-nop', 1);
      opening.onsuccess = () => {
        const change = opening.result.transaction('waiting', 'readwrite');
        change.objectStore('waiting').put(listed, 'thi-dua-so/nop/cũ/evidence');
        change.oncomplete = () => done();
      };
    });
    expect((await store.waitingEvidence()).map(keyOf)).toEqual(listed.map(keyOf));
    await store.forgetEvidence(listed[0]!);
    expect((await linkStoreOf('cũ').waitingEvidence()).map(keyOf)).toEqual([keyOf(listed[1]!)]);
  });

  it('is a record for each file: pages that keep and forget in any order lose nothing', async () => {
    let link = 0;
    const act = fc.record({
      page: fc.nat(1),
      forgets: fc.boolean(),
      file: fc.record({
        name: fc.constantFrom('a.pdf', 'b.pdf', 'ảnh/1.jpg'),
        criterion: fc.constantFrom('1', '1.1'),
        size: fc.integer({ min: 1, max: 3 }),
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        link += 1;
        // Another link whose digest begins alike.
        await linkStoreOf(`${link}x`).keepEvidence([file('khác.pdf', '1', 1)]);
        const pages = [linkStoreOf(String(link)), linkStoreOf(String(link))] as const;
        const wanted = new Set<string>();
        for (const { page, forgets, file: drawn } of acts) {
          const own = file(drawn.name, drawn.criterion, drawn.size);
          if (forgets) await pages[page]!.forgetEvidence(own);
          else expect(await pages[page]!.keepEvidence([own])).toBe(true);
          if (forgets) wanted.delete(keyOf(own));
          else wanted.add(keyOf(own));
        }
        for (const page of pages) expect((await page.waitingEvidence()).map(keyOf).sort()).toEqual([...wanted].sort());
      }),
      { numRuns: 30 },
    );
  });
});
