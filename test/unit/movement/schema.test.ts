/**
 * The published JSON Schema of a movement with its units is the schema that the program checks by. Rewritten with
 * UPDATE=1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dossierFileSchema } from '../../../core/dossier/dossier-file.ts';

const PUBLISHED = 'docs/movement.schema.json';

it('is published as it is', () => {
  const schema = { title: 'Hồ sơ phong trào', ...z.toJSONSchema(dossierFileSchema, { io: 'input' }) };
  if (process.env.UPDATE) writeFileSync(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);
  const published = JSON.parse(readFileSync(PUBLISHED, 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(schema)));
  expect(Object.keys(published.properties)).toEqual(
    expect.arrayContaining(['targets', 'quotas', 'criteriaSets', 'units']),
  );
});
