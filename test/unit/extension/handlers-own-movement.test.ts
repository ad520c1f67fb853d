/** The officer's own movement in the browser: from the dossier that a page stored, over the real store. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dossierBook } from '../../../core/dossier/dossier-sheets.ts';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { docxText } from '../../../core/plan/file/docx-text.ts';
import { readPlan } from '../../../core/plan/read-plan.ts';
import { newBook } from '../../../core/sheet/workbook/file.ts';
import { handlers } from '../../../extension/background/handlers.ts';
import { OWN_MOVEMENT } from '../../../extension/settings/own-movement.ts';
import { openStore, type Store } from '../../../extension/store/db.ts';
import { readOwnMovement } from '../../../extension/store/own-movement.ts';
import { ownPlanDocx } from '../../fixtures/own-plan.ts';

const today = '2026-03-01';
let db: Store;
let answer: ReturnType<typeof handlers>;
beforeEach(() => {
  db = openStore('own-movement');
  answer = handlers({
    ...{ db, mine: async () => '', movement: async () => '', today: () => today, now: () => '' },
    ...{ askPage: async () => undefined, settled: () => undefined },
  });
});
afterEach(async () => {
  db.close();
  await Dexie.delete('own-movement');
});

describe('the officer’s own movement', () => {
  const give = async (content: Uint8Array) => {
    await db.movements.put({ id: OWN_MOVEMENT.given, content });
    const reply = await answer['movement.take']({});
    return reply.ok ? reply.data : reply.code;
  };
  const dossier = async (scanned?: Movement['scanned']) => {
    const text = docxText(await ownPlanDocx());
    const read = text.ok ? readPlan(text.value) : text;
    if (!read.ok) throw new Error(read.reason);
    return dossierBook({ ...proposeMovement(read.value, { year: 2026 }), ...(scanned ? { scanned } : {}) });
  };
  const ofScan = (usedIn: string, confirmed: boolean): NonNullable<Movement['scanned']> => [
    { ...{ code: 'Q01', usedIn, read: '80%', again: '80%', doubtful: false, page: 1, line: '' }, confirmed },
  ];

  it('is followed from its dossier: in the list, and in what a capture is held against', async () => {
    expect(await give(await dossier())).toMatchObject({ kind: 'taken', followed: 1 });
    const list = await answer['movements.list']({});
    expect(list.ok && list.data.at(-1)).toMatchObject({ id: OWN_MOVEMENT.taken, commune: 'xã Suối Ngàn' });
    const targets = await answer['movements.targets']({ movement: OWN_MOVEMENT.taken, day: today });
    expect(targets.ok && targets.data?.targets).toMatchObject([{ comparator: 'gte', value: 80, by: '2026-12-31' }]);
    // The file itself is not stored.
    expect(await db.movements.toCollection().primaryKeys()).toEqual([OWN_MOVEMENT.taken]);
  });

  it.each([
    ['Lịch, Chỉ tiêu CT05', false, { followed: 0, waiting: 1 }],
    ['Chỉ tiêu CT05', true, { followed: 1, waiting: 0 }],
    ['Phong trào', false, { followed: 1, waiting: 0 }],
    // A target by another code than any the movement has: it may be each of them.
    ['Chỉ tiêu CT99', false, { followed: 0, waiting: 1 }],
  ])('a target whose number of a scan nobody confirmed is not followed: %s, %s', async (usedIn, confirmed, counts) => {
    expect(await give(await dossier(ofScan(usedIn, confirmed)))).toMatchObject({ kind: 'taken', ...counts });
    const targets = await answer['movements.targets']({ movement: OWN_MOVEMENT.taken, day: today });
    expect(targets.ok && targets.data?.targets.length).toBe(counts.followed);
  });

  it('refuses a file that is no dossier with a sentence, and keeps the previous movement', async () => {
    await give(await dossier());
    expect(await give(new Uint8Array([1, 2, 3]))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/\p{L}+/u),
    });
    expect(await give(newBook([{ name: 'Trang', cells: [] }]))).toEqual({
      kind: 'refused',
      reason: 'Tệp đã chọn không phải Hồ sơ phong trào.',
    });
    expect((await readOwnMovement(db))?.issuer.commune).toBe('xã Suối Ngàn');
  });

  it('that was stored otherwise is not used', async () => {
    await db.movements.put({ id: OWN_MOVEMENT.taken, content: { id: 'x' } });
    const list = await answer['movements.list']({});
    expect(list.ok && list.data.map(({ id }) => id)).not.toContain(OWN_MOVEMENT.taken);
  });
});
