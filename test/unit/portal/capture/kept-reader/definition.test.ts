/**
 * Valid definitions: plain data within bounds, nothing contradictory, and messages that say what is wrong with a file.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TaughtReader, taughtReaderSchema } from '../../../../../core/portal/capture/taught-reader/definition.ts';
import { parseReaderFile, taughtReaderFile } from '../../../../../core/portal/capture/taught-reader/file.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { kept, PAGE } from './pages.ts';

const definition = kept();
const [table] = definition.tables;
if (!table) throw new Error('a definition has a table');

const withTable = (change: object) => ({ ...definition, tables: [{ ...table, ...change }] });
const count = (header: string, indicator: string) => ({ kind: 'count', header, indicator });

describe('a definition', () => {
  it.each([
    ['a pattern for a header', withTable({ unit: { header: { regex: '(a+)+$' }, name: null } })],
    ['more than we know', { ...definition, script: 'alert(1)' }],
    ['a prototype', JSON.parse(JSON.stringify(definition).replace('{', '{"__proto__": {"x": 1}, '))],
    ['an address with a pattern', { ...definition, address: { ...definition.address, host: '*.gov.vn' } }],
    ['another protocol', { ...definition, address: { ...definition.address, path: 'javascript:alert(1)' } }],
    ['an id of another kind', { ...definition, id: 'national-2026' }],
    ['a version that is no day', { ...definition, version: '2026-13-01.1' }],
    ['text that turns its direction', { ...definition, label: 'Một cửa \u202egnp.exe' }],
    ['a header of nothing but signs', withTable({ figures: [count('%', 'Số riêng')] })],
    ['no column', withTable({ figures: [] })],
    ['one column for two figures', withTable({ figures: [count('Số', 'A'), count('SỐ', 'B')] })],
    ['the unit as a figure', withTable({ figures: [count('Đơn vị', 'A')] })],
    ['one indicator from two columns', withTable({ figures: [count('Số', 'A'), count('Số khác', 'A')] })],
    ['a numerator alone', withTable({ figures: [{ kind: 'numerator', header: 'Số', indicator: 'dung-han' }] })],
    ['points as a count', withTable({ figures: [count('Số', 'TONG')] })],
    [
      'a ratio as points',
      withTable({ figures: [{ kind: 'score', header: 'Số', indicator: 'dung-han', max: 5, decimal: null }] }),
    ],
    [
      'points with another maximum',
      withTable({ figures: [{ kind: 'score', header: 'Số', indicator: 'TDGQ', max: 100, decimal: null }] }),
    ],
    [
      'a share that is not called one',
      withTable({ figures: [{ kind: 'fraction', header: 'Số', indicator: 'Số riêng' }] }),
    ],
    ['a place among communes', withTable({ figures: [count('Hạng', 'hang-xa-TONG')] })],
    ['one indicator from two tables', { ...definition, tables: [table, { ...table, heading: 'Bảng khác' }] }],
  ])('is refused with %s', (_, wrong) => {
    expect(taughtReaderSchema.safeParse(wrong).success).toBe(false);
  });

  it('however it is damaged, is refused or still reads without a throw', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant({}),
      fc.constant([]),
      fc.constant('(a+)+$'),
    );
    const paths = pathsOf(definition);
    fc.assert(
      fc.property(fc.constantFrom(...paths), leaf, (path, value) => {
        const damaged = taughtReaderSchema.safeParse(changed(definition, path, value));
        if (damaged.success) expect(() => taughtReader(damaged.data).read(PAGE)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

type Path = readonly (string | number)[];

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.with(Number(key), changed(value[Number(key)], rest, to));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: changed(object[key], rest, to) };
}

describe('the file of a taught reader', () => {
  it('comes back as it was, without the unit she pointed at', () => {
    const text = taughtReaderFile(definition);
    expect(text).not.toContain('Long Thạnh');
    const nameless: TaughtReader = withTable({ unit: { ...table.unit, name: null } }) as TaughtReader;
    expect(parseReaderFile(`\ufeff${text}`)).toEqual({ ok: true, definition: nameless });
  });

  it.each([
    ['<html>', 'Tệp này không phải tệp cách đọc (không phải JSON).'],
    ['[]', 'Tệp này không phải tệp cách đọc của Thi Đua Số.'],
    ['{"observations": []}', 'Tệp này không phải tệp cách đọc của Thi Đua Số.'],
    [
      JSON.stringify({ ...definition, format: 2 }),
      'Tệp cách đọc do bản mới hơn của Thi Đua Số tạo: hãy cập nhật tiện ích rồi nhập lại.',
    ],
    [JSON.stringify({ ...definition, label: '' }), 'Tệp cách đọc bị sai ở phần tên nguồn, nên không nhập.'],
    [
      JSON.stringify(withTable({ figures: [count('Số', 'TONG')] })),
      'Tệp cách đọc bị sai ở phần bảng và các cột (“Tổng điểm chỉ số phục vụ người dân, doanh nghiệp” là điểm, tối đa 100), nên không nhập.',
    ],
    [' '.repeat(300_000), 'Tệp quá lớn, không phải tệp cách đọc.'],
  ])('explains the fault: %#', (text, reason) => {
    expect(parseReaderFile(text)).toEqual({ ok: false, reason });
  });
});
