/** The starters as pages fetch them: the headings name all of them, each by its own title. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadStarter } from '../../../core/movements/load-starter.ts';
import { STARTER_HEADINGS } from '../../../core/movements/starter-headings.ts';
import { findStarter } from '../../../core/movements/starters.ts';

test('every starter is offered under its title and fetched as it is', async () => {
  expect(STARTER_HEADINGS.map(({ id }) => id).sort()).toEqual(
    readdirSync('movements/starters')
      .map((file) => file.replace(/[.]json$/, ''))
      .sort(),
  );
  for (const { id, title } of STARTER_HEADINGS) {
    const starter = await loadStarter(id);
    expect(starter).toEqual(findStarter(id));
    expect(starter?.title).toContain(`“${title}”`);
    for (const { text, note } of starter?.targets ?? []) expect(note, text).toMatch(/đề xuất.*nguồn: \S/iu);
  }
  expect(await loadStarter('khong-co')).toBeUndefined();
});
