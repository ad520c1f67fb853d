/** A document of `movements --json` reads back as the same movement, whatever it holds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromDocument } from '../../cli/movement/movement-from-json.ts';
import { movementDocument } from '../../cli/movement/movements-json.ts';
import { movementSchema } from '../../core/movement/movement.ts';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { movement } from '../fixtures/dossier/movements.ts';
import { newFolder, runCli, write } from './command-line.ts';

const back = (document: unknown) => movementSchema.parse(fromDocument(JSON.parse(JSON.stringify(document))));

it('loses nothing of the bundled movements, nor of any other', () => {
  for (const item of MOVEMENTS) expect(back(movementDocument(item))).toEqual(item);
  fc.assert(
    fc.property(movement, (item) => {
      expect(back(movementDocument(item))).toEqual(item);
    }),
    { numRuns: 60 },
  );
});

it('takes what people change in it: points, a section, a deadline', () => {
  const [document] = JSON.parse(JSON.stringify(MOVEMENTS.slice(1, 2).map(movementDocument)));
  document.quotas[0].section = 'IX.9';
  document.criteriaSets[0].criteria[0].points = 7.25;
  const changed = back(document);
  expect(changed.quotas[0]?.source.section).toBe('IX.9');
  expect(changed.criteriaSets[0]?.criteria[0]?.maxPoints).toBe(725);
  document.criteriaSets[0].criteria[0].points = 7.255;
  expect(() => back(document)).toThrow();
});

it('is taken by --movement, one document a file', () => {
  const folder = newFolder();
  const list = JSON.parse(runCli(folder, ['movements', '--json']).stdout);
  write(folder, 'mot.json', JSON.stringify(list[0]));
  write(folder, 'nhieu.json', JSON.stringify(list));
  expect(runCli(folder, ['movement', 'check', 'mot.json', '--strict'])).toMatchObject({ code: 0, stderr: '' });
  expect(runCli(folder, ['movement', 'check', 'nhieu.json'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/có 5 phong trào: hãy để mỗi phong trào một tệp/),
  });
});
