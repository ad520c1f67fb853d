/** docs/security.md names a test for each threat: it is there. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, threat, file, test] = /^\| (.+?) \| .+ \| `(test\/[^`]+)`: (.+) \|$/.exec(line) ?? [];
    return threat && file && test ? [{ threat, file, test }] : [];
  });

it('has rows', () => {
  expect(rows.length).toBeGreaterThan(15);
});

it.each(rows)('$threat', ({ file, test }) => {
  expect(readFileSync(file, 'utf8')).toContain(test);
});
