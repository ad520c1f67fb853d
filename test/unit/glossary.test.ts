/** docs/glossary.md names types that are there, each once. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, type = '', file = ''] = /`(\w+)` \(`([^`]+)`\)/.exec(line) ?? [];
    return type === '' ? [] : [{ type, file }];
  });

it('names about thirty types, each where it stands', () => {
  expect(rows.length).toBeGreaterThan(24);
  expect(new Set(rows.map(({ type }) => type)).size).toBe(rows.length);
  const missing = rows.filter(
    ({ type, file }) =>
      !existsSync(file) || !new RegExp(`^export (?:interface|type) ${type}\\b`, 'm').test(readFileSync(file, 'utf8')),
  );
  expect(missing).toEqual([]);
});
