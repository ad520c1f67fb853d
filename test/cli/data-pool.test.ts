import { describe, expect, it } from 'vitest';
import { dataPool } from '../../cli/run/data-pool.ts';

describe('the data pool for many files', () => {
  it('returns data equal to its input, whatever the content', () => {
    const pool = dataPool();
    const data = {
      list: [{ a: 1 }, { a: '1' }, { a: -0 }, { a: 0 }, { a: Number.NaN }, { a: null }, { a: undefined }, {}],
      map: new Map([['x', { sheet: 'S', row: 1 }]]),
      prose: { text: 'dài '.repeat(500) },
      tricky: [{ a: 'x', b: 'y' }, { a: 'x\0b string y' }, { b: 'y', a: 'x' }],
    };
    for (let call = 0; call < 3; call += 1) expect(pool(data)).toStrictEqual(data);
  });

  it('shares small equal objects, lists and maps, and never returns the input itself', () => {
    const pool = dataPool();
    const make = () => ({ cell: { sheet: 'Báo cáo', address: 'E12' }, raw: 5, reading: { kind: 'number', value: 5 } });
    const observation = make();
    const [first, second] = [pool(observation), pool(make())];
    expect(first).not.toBe(observation);
    expect(first).toBe(second);
    const other = pool({ ...make(), raw: 6 });
    expect(other).not.toBe(first);
    expect([other.cell, other.reading]).toEqual([first.cell, first.reading]);
    expect(other.cell).toBe(first.cell);
    expect(other.reading).toBe(first.reading);
    const listed = () => ({ ...make(), list: [make()] });
    expect(pool(listed())).toBe(pool(listed()));
    expect(pool(listed()).list[0]).toBe(first);
    const rows = () => new Map([['1.1', { sheet: 'S', row: 8 }]]);
    expect(pool(rows())).toBe(pool(rows()));
    expect(pool(rows())).not.toBe(pool(new Map([['1.1', { sheet: 'S', row: 9 }]])));
    expect(pool([['1.1', 2]])).not.toBe(pool(new Map([['1.1', 2]])));
    const long = () => Array.from({ length: 2000 }, (_, at) => at);
    expect(pool(long())).not.toBe(pool(long()));
    observation.cell.address = 'A1';
    expect(second.cell.address).toBe('E12');
  });
});
