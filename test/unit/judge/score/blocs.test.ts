/** Blocs (khối, cụm thi đua): units of an audience that are ranked, and compared with each other, apart. */
import { describe, expect, it } from 'vitest';
import { scoreReports } from '../../../../core/judge/run/score.ts';
import { type RegisterUnit, unitNamed } from '../../../../core/report/register.ts';
import { csvBook } from '../../../../core/sheet/workbook/csv.ts';
import { newBook, readBook } from '../../../../core/sheet/workbook/file.ts';
import { REGISTER_TITLES, registerCells, registerFromBook } from '../../../../core/sheets/register-sheet.ts';
import { random } from '../../../fixtures/random.ts';
import { SAMPLE_MOVEMENT } from '../../../fixtures/sample-movement.ts';
import { correct, YEAR } from '../check/reports.ts';

const AUDIENCE = correct().audience;

function ranked(units: readonly RegisterUnit[], seeds: ReadonlyMap<string, number>) {
  const reports = units.map(({ name }) => correct({ unit: name, seed: seeds.get(name) ?? 1 }));
  const { rankings } = scoreReports({ movement: SAMPLE_MOVEMENT, reports, flags: [], register: units, period: YEAR });
  return rankings.map(({ unit, rank, best, worst, bloc, points }) => ({ unit, rank, best, worst, bloc, points }));
}

describe('blocs', () => {
  it('rank as each bloc would alone, in the order of their names', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const draw = random(seed);
      const names = Array.from({ length: 9 }, (_, at) => `Bản Số ${at + 1}`);
      const seeds = new Map(names.map((name) => [name, draw.between(1, 6)]));
      const blocOf = new Map(names.map((name) => [name, draw.pick(['Cụm 1', 'Cụm 2', 'Cụm 10'])]));
      const units = names.map((name) => ({ ...unitNamed(name, AUDIENCE), bloc: blocOf.get(name) ?? '' }));
      const apart = ['Cụm 1', 'Cụm 2', 'Cụm 10'].flatMap((bloc) => {
        const own = units.filter((unit) => unit.bloc === bloc);
        return own.length === 0 ? [] : ranked(own, seeds);
      });
      expect(ranked(units, seeds), `seed ${seed}`).toEqual(apart);
    }
  });

  it('are one ranking where the list has none', () => {
    const units = ['Bản A', 'Bản B', 'Bản C'].map((name) => unitNamed(name, AUDIENCE));
    const places = ranked(
      units,
      new Map([
        ['Bản A', 1],
        ['Bản B', 4],
        ['Bản C', 2],
      ]),
    );
    expect(places.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(places.every(({ bloc }) => bloc === undefined)).toBe(true);
  });

  it('stand in the list of units, in a column officers call by several names', () => {
    for (const title of ['Cụm thi đua', 'Khối thi đua', 'Khối, cụm thi đua', 'Cụm']) {
      const read = registerFromBook(
        csvBook(`Tên đơn vị,Đối tượng,${title.includes(',') ? `"${title}"` : title}\nBản A,Bản,Cụm 1\n`),
        SAMPLE_MOVEMENT.audiences,
      );
      if (!read.ok) throw new Error(read.refusal.message);
      expect(read.value[0]?.bloc).toBe('Cụm 1');
    }
    const unit = { ...unitNamed('Bản A', AUDIENCE), bloc: 'Cụm 2' };
    const name = SAMPLE_MOVEMENT.audiences.find(({ kind }) => kind === AUDIENCE)?.name ?? '';
    const cells = [REGISTER_TITLES, registerCells(unit, name)].flatMap((row, at) =>
      row.flatMap((value, column) =>
        value === null || value === ''
          ? []
          : [
              {
                row: at,
                column,
                value:
                  typeof value === 'number'
                    ? ({ kind: 'number', number: value } as const)
                    : ({ kind: 'text', text: value } as const),
              },
            ],
      ),
    );
    const book = readBook(newBook([{ name: 'Đơn vị', cells }]));
    const back = book.ok ? registerFromBook(book.value, SAMPLE_MOVEMENT.audiences) : book;
    expect(back.ok && back.value[0]?.bloc).toBe('Cụm 2');
  });
});
