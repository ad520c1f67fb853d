/** Column "Cho" of a quota: every name under which the register knows an audience, alone or several in a cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotasTable } from '../../../core/dossier/plan-tables.ts';
import { quotaForCodec, settledQuota } from '../../../core/dossier/quota-for.ts';
import type { CellFault } from '../../../core/dossier/table.ts';
import { QUOTA_KINDS } from '../../../core/dossier/vocabulary.ts';
import { audiencesOf } from '../../../core/judge/award/quotas.ts';
import type { Movement, Quota } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { audienceNamed } from '../../../core/report/register-audience.ts';

/** What people write for a competing group anywhere; which of them the movement has, its register says. */
const WORDS = [
  ...['Thôn', 'các xóm', 'bản', 'Ấp', 'tổ dân phố', 'Trường', 'Trường học', 'các trường học', 'Trạm y tế'],
  ...['Công an', 'Đoàn thể', 'Hội', 'Cơ quan', 'cơ quan, đơn vị', 'Doanh nghiệp', 'hợp tác xã', 'Hộ', 'Hộ gia đình'],
];

interface Settled {
  readonly quota: Pick<Quota, 'kind' | 'audiences'> | null;
  readonly faults: readonly CellFault[];
}

/** A row with these words under "Cho", and these kinds of audience under "Riêng cho đối tượng". */
function settled({ audiences }: Movement, words: string, only?: string[]): Settled {
  const read = quotaForCodec(audiences).read({ text: words, number: null, date1904: false });
  if (!read.ok) return { quota: null, faults: [{ sheet: '', cell: 'C4', message: read.refusal.message }] };
  const faults: CellFault[] = [];
  const row = { kind: read.value, ...(only ? { audiences: only } : {}) };
  const placed = settledQuota({ row, cellOf: (key) => (key === 'kind' ? 'C4' : 'J4') }, audiences, 'S', faults);
  return { quota: placed?.row ?? null, faults };
}

const reached = (movement: Movement, quota: Pick<Quota, 'kind' | 'audiences'>) =>
  [...audiencesOf(quota as Quota, movement)].sort();

const cells = fc.record({
  movement: fc.constantFrom(...MOVEMENTS),
  joint: fc.constantFrom('; ', ', ', ' và ', '\n', ' + '),
  picks: fc.array(fc.nat(200), { minLength: 1, maxLength: 3 }),
  loud: fc.boolean(),
});

describe('whom a quota is for', () => {
  it('is the audiences that the register takes the words for, one or several', () => {
    fc.assert(
      fc.property(cells, ({ movement, joint, picks, loud }) => {
        const own = movement.audiences.flatMap(({ name, members }) => [name, `các ${name}`, ...members]);
        const known = [...own, ...WORDS].flatMap((word) => {
          const kind = audienceNamed(word, movement.audiences);
          // A name of several parts would be parted where it stands beside others.
          return kind === undefined || (picks.length > 1 && /[,;+\n]|\svà\s/u.test(word)) ? [] : [{ word, kind }];
        });
        const drawn = picks.map((pick) => known[pick % known.length]!);
        const kinds = [...new Set(drawn.map(({ kind }) => kind))].sort();
        const words = drawn.map(({ word }) => (loud ? word.toLocaleUpperCase('vi') : word)).join(joint);
        const { quota, faults } = settled(movement, words);
        const subjects = new Set(
          movement.audiences.filter((audience) => kinds.includes(audience.kind)).map(({ subject }) => subject),
        );
        if (subjects.size > 1 && subjects.has('household')) {
          expect([quota, faults[0]?.cell]).toEqual([null, 'C4']);
          return;
        }
        // A word that is also the name of a kind of subjects means all of them.
        if (picks.length === 1 && Object.values(QUOTA_KINDS).some((name) => name.toLowerCase() === words.toLowerCase()))
          return;
        expect(faults, words).toEqual([]);
        expect(reached(movement, quota!), words).toEqual(kinds);
      }),
      { numRuns: 300 },
    );
  });

  it('is asked for where no audience of the movement has the name, and the sentence lists those it has', () => {
    for (const movement of MOVEMENTS)
      for (const words of ['Doanh trại', 'Thôn; doanh trại', 'ngoài', '5']) {
        const { quota, faults } = settled(movement, words);
        expect(quota, words).toBeNull();
        for (const { name } of movement.audiences) expect(faults[0]!.message).toContain(name);
      }
  });

  it('narrows by the other column only to audiences that the first names', () => {
    const movement = MOVEMENTS.find(({ id }) => id === 'luc-ba-2024')!;
    const narrowed = settled(movement, 'Xóm, trường học', ['school']);
    expect([reached(movement, narrowed.quota!), narrowed.faults]).toEqual([['school'], []]);
    const { quota, faults } = settled(movement, 'Xóm', ['school']);
    expect([quota, faults.map(({ cell }) => cell)]).toEqual([null, ['J4']]);
    expect(settled(movement, 'Tập thể, cá nhân').quota).toMatchObject({ kind: 'combined' });
  });

  it('is written by the names the movement has, and read back the same', () => {
    for (const { audiences } of MOVEMENTS) {
      const { codec } = quotasTable([], [], audiences).columns.kind;
      for (const { kind } of audiences) {
        const written = codec.write([kind]);
        const text = written.kind === 'text' ? written.text : '';
        const read = codec.read({ text, number: null, date1904: false });
        const subject = Object.entries(QUOTA_KINDS).find(([, name]) => name === text)?.[0];
        expect(read).toEqual({ ok: true, value: subject ?? [kind] });
      }
    }
  });
});
