/** A new book begins from a starter's file: its sheets come in, and what is to be confirmed with them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadStarter, STARTER_HEADINGS } from '../../core/movements/starters.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { HOSTS, sure } from './session-hosts.ts';

const bytesOf = (id: string) =>
  new Uint8Array(readFileSync(new URL(`../../movements/starters/${id}.json`, import.meta.url)));

test.each(HOSTS.filter(([name]) => name === 'preview'))('over %s', async (_, open) => {
  for (const { id } of STARTER_HEADINGS) {
    const session = paneSession(open().host);
    const { workspace } = sure(await session.takeDossier({ name: `${id}.json`, bytes: bytesOf(id) }));
    expect(workspace.settings.movement).toBe((await loadStarter(id))?.id);
    expect(workspace.faults ?? []).toEqual([]);
  }
});

test('a file of something else is refused with a sentence', async () => {
  const [, open] = HOSTS.find(([name]) => name === 'preview')!;
  const session = paneSession(open().host);
  const taken = await session.takeDossier({ name: 'a.json', bytes: new TextEncoder().encode('{"id":"a"}') });
  expect(taken).toMatchObject({ ok: false, refusal: { code: 'no-dossier' } });
});
