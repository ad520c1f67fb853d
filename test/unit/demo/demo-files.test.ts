/** The bundled demo files are what the generator makes. `UPDATE_DEMO=1` writes them anew instead of comparing. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { setDigest } from '../../../core/movement/set-version.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { buildDemo, DEMO_FOLDER, demoMovement } from '../../fixtures/demo/build-demo.ts';

const ROOT = join(import.meta.dirname, '../../../cli/demo');
const made = buildDemo();

if (process.env.UPDATE_DEMO) {
  rmSync(join(ROOT, DEMO_FOLDER), { recursive: true, force: true });
  for (const [path, bytes] of made) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), bytes);
  }
}

test('the folder holds the 24 files of the plan and no other', () => {
  const planned = [...made.keys()].filter((path) => path.startsWith(`${DEMO_FOLDER}/`));
  const bundled = readdirSync(join(ROOT, DEMO_FOLDER)).map((name) => `${DEMO_FOLDER}/${name.normalize('NFC')}`);
  expect(planned).toHaveLength(24);
  expect(bundled.sort()).toEqual(planned.map((path) => path.normalize('NFC')).sort());
});

test.each([...made])('%s is as generated', (path, bytes) => {
  const bundled = new Uint8Array(readFileSync(join(ROOT, path)));
  if (path.endsWith('.xlsx')) expect(readBook(bundled)).toEqual(readBook(bytes));
  else expect(new TextDecoder().decode(bundled)).toBe(new TextDecoder().decode(bytes));
});

test('a form sent out is the same form once it is noted what the list of units knows of a row', () => {
  const { criteriaSets } = demoMovement();
  const bare = JSON.parse(JSON.stringify(criteriaSets), (key, value) => (key === 'listed' ? undefined : value));
  expect(JSON.stringify(bare)).not.toBe(JSON.stringify(criteriaSets));
  expect(bare.map(setDigest)).toEqual(criteriaSets.map(setDigest));
});

test('the generator gives the same bytes each time', () => {
  expect([...buildDemo()]).toEqual([...made]);
});
