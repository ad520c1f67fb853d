/** The province over its communes: which result stands, sums, places, who needs help, and what leaves as a file. */
import { describe, expect, it } from 'vitest';
import { communeName, sentResult } from '../../../bench/province-data.ts';
import { sentResultSchema } from '../../../core/commune/result/sent-result.ts';
import { provinceBook } from '../../../core/province/province-book.ts';
import { provinceCsv } from '../../../core/province/province-csv.ts';
import { communesOf, newerSent } from '../../../core/province/results.ts';
import { rollUp } from '../../../core/province/roll-up.ts';
import type { Fact } from '../../../core/share/fact.ts';
import { standingOf } from '../../../core/share/standing.ts';
import { whyNot } from '../../../core/share/writer.ts';
import { parseCsv } from '../../../core/sheet/workbook/csv.ts';
import { readBook } from '../../../core/sheet/workbook/file.ts';
import { newSpace, saying } from '../share/people.ts';
import { course, result, target } from './sent.ts';

const factOf = (sentResult: ReturnType<typeof result>): Fact => ({ kind: 'result', result: sentResult });
const view = (...results: readonly ReturnType<typeof result>[]) =>
  rollUp(results.map((result) => ({ name: result.commune, results: [result] })));
const needs = (sentResult: ReturnType<typeof result>) => view(sentResult).rows[0]!.needs.map(({ words }) => words);

describe('results in the book of a province', () => {
  it('only a commune writes them, and it writes nothing else; the later result of a period counts', async () => {
    const { space, entries, people, chair } = await newSpace('commune', 'officer', 'viewer');
    const [commune, officer] = people;
    const first = await saying(commune!.signer, space, entries, factOf(result('Xã A', { asOf: '2026-04-10' })));
    const second = await saying(
      ...([commune!.signer, space, [...entries, ...first]] as const),
      ...[factOf(result('Xã A', { asOf: '2026-04-08' })), factOf(result('Xã A', { period: '2026-Q1' }))],
    );
    const standing = standingOf(space, [...entries, ...first, ...second]);
    expect(standing.counting).toHaveLength(entries.length + 3);
    const [communeSent, ...others] = communesOf(standing);
    expect(others).toEqual([]);
    expect(communeSent!.name).toBe('commune');
    expect(communeSent!.results.map(({ period, asOf }) => [period, asOf])).toEqual([
      ['2026-03', '2026-04-08'],
      ['2026-Q1', '2026-04-10'],
    ]);
    for (const { device } of [officer!, chair])
      expect(whyNot(factOf(result('Xã A')), standing, device)).toContain('không ghi được kết quả của xã');
    expect(whyNot({ kind: 'register', file: {} as never }, standing, commune!.device)).toContain('vai trò xã');
  });

  it('of a newer version is kept and told, not taken for nothing sent', async () => {
    const { space, entries, people } = await newSpace('commune', 'commune');
    const sent = await saying(people[0]!.signer, space, entries, factOf(result('Xã A')));
    // As a version reads it that does not know one of its words.
    const unread = sent.map((readEntry) => ({ ...readEntry, content: { ...readEntry.content, fact: null } }));
    expect(newerSent(standingOf(space, [...entries, ...sent]))).toBeNull();
    const standing = standingOf(space, [...entries, ...unread]);
    expect(standing.idle.map(({ entry }) => entry.hash)).toEqual(sent.map(({ hash }) => hash));
    expect(newerSent(standing)).toMatch(/^commune đã gửi kết quả bằng phiên bản mới hơn: kết quả vẫn được giữ/);
  });

  it('a commune with a new machine counts once; a commune without a result is awaited', async () => {
    const { space, entries, people, chair } = await newSpace('commune', 'commune');
    // Both machines were admitted under the same name: the old and the new.
    const [old, fresh] = people;
    const before = await saying(old!.signer, space, entries, factOf(result('Xã A', { asOf: '2026-04-01' })));
    const after = await saying(fresh!.signer, space, entries, factOf(result('Xã A', { asOf: '2026-04-02' })));
    const end = await saying(chair.signer, space, [...entries, ...before, ...after], {
      ...{ kind: 'revocation', device: old!.device, upTo: 2, reason: 'mất máy' },
    });
    for (const all of [
      [...entries, ...before, ...after, ...end],
      [...end, ...after, ...before, ...entries].toReversed(),
    ]) {
      const communes = communesOf(standingOf(space, all));
      expect(communes.map(({ results }) => results.map(({ asOf }) => asOf))).toEqual([['2026-04-02']]);
    }
    expect(communesOf(standingOf(space, entries))).toEqual([{ name: 'commune', results: [] }]);
  });

  it('bring no name, no unknown field, no day or period that is none', () => {
    expect(sentResultSchema.safeParse(result('Xã A')).success).toBe(true);
    for (const bad of [
      { ...result('Xã A'), units: ['Bản Nà Đắng'] },
      result('Xã A', { period: 'tháng ba' }),
      result('Xã A', { asOf: '2026-02-31x' }),
      result('Xã A', { reports: { asked: 20, received: -1, late: 0, undated: 0, due: null } }),
      result('Xã A', { targets: [{ ...target('x', 'met', 1, 2), value: Number.POSITIVE_INFINITY }] }),
    ])
      expect(sentResultSchema.safeParse(bad).success).toBe(false);
  });
});

describe('the province', () => {
  it('sets the same words of two plans in one column, and sums a and b, never shares', () => {
    const { columns, rows } = view(
      result('Xã A', {
        targets: [target('Tỷ lệ hồ sơ  trực tuyến', 'met', 90, 100), target('Khác', 'no-source', null, null)],
      }),
      result('Xã B', { targets: [target('tỷ lệ hồ sơ trực tuyến', 'not-met', 10, 900)] }),
      result('Xã C', { targets: [target('Tỷ lệ hồ sơ trực tuyến', 'not-enough-data', null, null)] }),
    );
    expect(columns.map(({ text, whole }) => [text, whole])).toEqual([
      ['Tỷ lệ hồ sơ  trực tuyến', { a: 100, b: 1000, communes: 2 }],
      ['Khác', null],
    ]);
    const [named] = rollUp([
      { name: 'Xã A', results: [result('xã  A')] },
      { name: 'Xã B', results: [] },
    ]).rows;
    expect([named!.claimed, rollUp([{ name: 'Xã B', results: [result('Xã A')] }]).rows[0]!.claimed]).toEqual([
      null,
      'Xã A',
    ]);
    expect(columns[0]!.counts).toEqual({ met: 1, 'not-met': 1, 'not-enough-data': 1, 'no-source': 0, 'not-due': 0 });
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.state ?? null))).toEqual([
      ['met', 'no-source'],
      ['not-met', null],
      ['not-enough-data', null],
    ]);
  });

  it('takes the period most sent; a period of one commune moves nobody’s place', () => {
    const communes = ['Xã A', 'Xã B', 'Xã C'].map((name, at) => ({
      name,
      results: [
        result(name, { indicators: [course('TONG', 70, 80 - at, 80)] }),
        ...(at === 0 ? [result(name, { period: '2099-12', asOf: '2026-04-09', indicators: [] })] : []),
      ],
    }));
    communes[0]!.results[1] = result('Xã A', {
      ...{
        period: '2099-12',
        indicators: [{ code: 'TONG', course: [{ period: '2099-12', value: 100, place: 1, placed: 1 }] }],
      },
    });
    const { period, periods, indicators } = rollUp(communes);
    expect([period, periods]).toEqual(['2026-03', ['2026-03', '2099-12']]);
    expect(indicators.map((indicator) => [indicator.period, indicator.placed])).toEqual([['2026-03', 3]]);
    expect(indicators[0]!.rows.map(({ place }) => place)).toEqual([1, 1, 1]);
    expect(rollUp(communes, '2099-12').sent).toBe(1);
    // Years do not stand among months.
    const mixed = {
      ...course('TONG', 70, 80),
      course: [...course('TONG', 70, 80).course, { period: '2025', value: 1, place: null, placed: null }],
    };
    const [table] = view(result('Xã A', { indicators: [mixed] })).indicators;
    expect(table!.rows[0]!.course.map((point) => point.period)).toEqual(['2026-01', '2026-02']);
  });

  it('says who needs help and why, by the rule and nothing else', () => {
    const reports = { asked: 20, received: 20, late: 0, undated: 0, due: '2026-04-05' };
    expect(needs(result('Xã A'))).toEqual([]);
    expect(
      rollUp([
        { name: 'Xã A', results: [] },
        { name: 'Xã B', results: [result('Xã B')] },
      ]).rows[0]!.needs,
    ).toEqual([{ kind: 'nothing-sent', words: 'chưa gửi kết quả kỳ này' }]);
    expect(needs(result('Xã A', { reports: { ...reports, received: 16 } }))).toEqual([]);
    expect(needs(result('Xã A', { reports: { ...reports, received: 15 } }))).toEqual([
      'mới có 15/20 đơn vị nộp báo cáo',
    ]);
    // While the last day is ahead nobody is missing.
    expect(needs(result('Xã A', { asOf: '2026-04-05', reports: { ...reports, received: 1 } }))).toEqual([]);
    expect(needs(result('Xã A', { reports: { ...reports, late: 4, undated: 1 } }))).toEqual([
      'chỉ 15/20 báo cáo nộp đúng hạn',
    ]);
    expect(needs(result('Xã A', { reports: { ...reports, late: null, undated: 20, due: null } }))).toEqual([]);
    const states = (...all: readonly Parameters<typeof target>[1][]) =>
      needs(result('Xã A', { targets: all.map((state, at) => target(`Chỉ tiêu ${at}`, state, 1, 2)) }));
    expect(states('met', 'not-met', 'no-source')).toEqual(['1/2 chỉ tiêu có kết luận là chưa đạt']);
    expect(states('met', 'met', 'not-met', 'not-enough-data')).toEqual([]);
    expect(states('not-enough-data', 'met')).toEqual(['1/2 chỉ tiêu chưa đủ số liệu']);
    expect(needs(result('Xã A', { indicators: [course('TONG', 50, 80, 79, 78.5)] }))).toEqual([
      'Tổng điểm chỉ số phục vụ người dân, doanh nghiệp giảm hai kỳ liền (80 → 79 → 78,5)',
    ]);
    expect(needs(result('Xã A', { indicators: [course('TONG', 80, 79, 79)] }))).toEqual([]);
  });

  it('adds up a province of 130 communes as it adds up each of them', () => {
    const communes = Array.from({ length: 130 }, (_, at) => ({
      name: `${communeName(at)} ${at}`,
      results: [1, 2].map((month) => sentResult(at, month, 23)),
    }));
    const { period, rows, columns, received, indicators } = rollUp(communes);
    expect([period, rows.length, columns.length, indicators.length]).toEqual(['2026-02', 130, 30, 7]);
    expect(received).toEqual({
      part: rows.reduce((sum, communeRow) => sum + communeRow.received.part, 0),
      whole: 130 * 23,
    });
    for (const { counts } of columns) expect(Object.values(counts).reduce((sum, number) => sum + number, 0)).toBe(130);
    expect(rows.filter(({ cells, met }) => cells.filter((cell) => cell?.state === 'met').length !== met)).toEqual([]);
  });

  it('leaves as a workbook and a .csv in which no name is a formula', () => {
    const all = view(
      result('=cmd|calc!A0', { targets: [target('+1 "hai"', 'met', 1, 3)], indicators: [course('TONG', 1, 2)] }),
    );
    const made = provinceBook(all, '=1+1');
    const book = made.ok ? readBook(made.value) : made;
    expect(book.ok && book.value.sheets.map(({ name }) => name)).toEqual([
      'Các xã',
      'Chỉ tiêu',
      'Chỉ tiêu từng xã',
      'Cổng',
    ]);
    const cells = book.ok ? book.value.sheets.flatMap(({ rows }) => [...rows.values()].flat()) : [];
    expect(cells.filter(({ value }) => value === '=cmd|calc!A0').length).toBe(3);
    expect(cells.every((cell) => !('formula' in cell) || cell.formula === undefined || cell.formula === null)).toBe(
      true,
    );
    // Cut off, not rounded: a third is 33,33 %.
    expect(cells.some(({ value }) => value === '33,33 % (1/3 của 1 xã)')).toBe(true);
    const [head, row] = parseCsv(provinceCsv(all).replace(/^\ufeff/, ''));
    expect(head!.slice(-2)).toEqual(['\'+1 "hai"', '\'+1 "hai" (kết luận)']);
    expect(row!.slice(0, 3)).toEqual(["'=cmd|calc!A0", '2026-03', '2026-04-10']);
  });
});
