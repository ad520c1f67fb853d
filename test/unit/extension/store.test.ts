/** The stores' listings match the build: every permission has its reason, every text and picture its size. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import manifest from '../../../extension/manifest.config.ts';

const text = (name: string) => readFileSync(`docs/store/${name}`, 'utf8');

it('gives a reason for each permission, and for no other', () => {
  const permissions = [...(manifest.permissions ?? []), ...(manifest.optional_host_permissions ?? [])];
  const rows = text('review.md')
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  const reasons = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect(reasons.sort()).toEqual([...permissions].sort());
  for (const row of rows) expect((row.split('|')[2] ?? '').trim().length).toBeGreaterThan(30);
});

it('has texts of the lengths the stores take', () => {
  for (const language of ['vi', 'en']) {
    const words = JSON.parse(readFileSync(`extension/public/_locales/${language}/messages.json`, 'utf8'));
    // A summary of more letters is cut in one store, refused in the other.
    expect(words.description.message.length).toBeLessThanOrEqual(132);
    const long = text('listing.md').split(`## ${language}\n`)[1]?.split('\n## ')[0] ?? '';
    expect(long.length).toBeGreaterThan(250);
    expect(long.length).toBeLessThan(10_000);
  }
});

it('has pictures of the sizes the stores take', () => {
  const sizes = readdirSync('docs/store/pictures').map((name) => {
    const png = readFileSync(`docs/store/pictures/${name}`);
    return [name, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`] as const;
  });
  const screens = sizes.filter(([name]) => name.startsWith('screen-'));
  expect(screens.length).toBeGreaterThan(0);
  expect(screens.length).toBeLessThanOrEqual(5);
  expect(new Set(screens.map(([, size]) => size))).toEqual(new Set(['1280x800']));
  expect(sizes.filter(([name]) => name.startsWith('tile-'))).toEqual([
    ['tile-1400.png', '1400x560'],
    ['tile-440.png', '440x280'],
  ]);
});
