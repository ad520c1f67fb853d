/** Every duty that the plan gives somebody stands in the report with what the book has of it, and what the commune wrote. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, type PaperBlock } from '../../../core/paper/paper.ts';
import { audiencesOfPost } from '../../../core/paper/post-audiences.ts';
import { roleLines } from '../../../core/paper/role-answers.ts';
import { unitFigures } from '../../../core/paper/unit-figures.ts';
import { councilSheets } from '../../../core/sheets/council-book.ts';
import { drawn } from '../../draws.ts';
import { factsOf } from './movement-run.ts';

const SHARE = /(?:^|; )([^;]*?) (\d+)\/(\d+) đơn vị đã gửi báo cáo/gu;
const sharesIn = (result: string) =>
  [...result.matchAll(SHARE)].map(([, group = '', sent, all]) => [group, Number(sent), Number(all)] as const);

/** Each share counts the units of the group it names, or all units of the commune, and none of them is of nobody. */
function expectShares(facts: PaperFacts, result: string): void {
  const { expected, received } = unitFigures(facts);
  for (const [group, sent, all] of sharesIn(result)) {
    const kind = facts.run.movement.audiences.find(({ name }) => name === group)?.kind;
    expect(kind !== undefined || group.toLowerCase() === 'toàn xã', group).toBe(true);
    const isOwn = ({ audience }: { readonly audience: string }) => kind === undefined || audience === kind;
    expect([sent, all]).toEqual([received.filter(isOwn).length, expected.filter(isOwn).length]);
    expect(all).toBeGreaterThan(0);
  }
}

describe.each(MOVEMENTS.map((movement) => [movement.id, movement] as const))('the duties of %s', (_id, movement) => {
  const facts = factsOf(movement, 11);
  const rowsOf = (known: typeof facts) =>
    makePapers(known)
      .papers.filter(({ kind }) => kind === 'bao-cao')
      .flatMap(({ body }) => body)
      .flatMap((block: PaperBlock) => (block.kind === 'table' && block.name === 'nhiem_vu' ? block.rows : []));

  it('have a row each, with the figures of the other papers', () => {
    const rows = rowsOf(facts);
    expect(rows.map(([post]) => post)).toEqual(movement.roles.map(({ post }) => post));
    movement.roles.forEach(({ duties, source }, at) => {
      const [, task = '', result = ''] = rows[at]!;
      expect(task).toContain(`(mục ${source.section})`);
      if (duties.includes('participant')) expect(sharesIn(result).length, result).toBeGreaterThan(0);
      expectShares(facts, result);
      expect(result).toMatch(/^\p{Lu}.*\.$|^…+$/u);
    });
    expect(rows.map(([, , result]) => result).join('\n')).toMatch(/đôn đốc 01 lượt/iu);
  });

  it('count units of the groups that a post names, whatever units the register has', () => {
    const kinds = movement.audiences.map(({ kind }) => kind);
    fc.assert(
      fc.property(fc.subarray(kinds), fc.subarray(kinds), (listed, silent) => {
        const register = facts.run.register!.filter(({ audience }) => listed.includes(audience));
        const reports = facts.run.reports.filter(
          ({ report }) => listed.includes(report.audience) && !silent.includes(report.audience),
        );
        const rankings = facts.run.rankings.filter(({ audience }) => listed.includes(audience));
        const known = { ...facts, run: { ...facts.run, register, reports, rankings } };
        for (const role of movement.roles) expectShares(known, roleLines(known, role).join(' '));
      }),
      { numRuns: drawn(12, 30) },
    );
  });

  it('count what the journal ascribes to the post that did it, and to no other', () => {
    const posts = [...new Set(movement.roles.map(({ post }) => post))];
    const watching = movement.roles.filter(({ duties }) => duties.includes('monitor'));
    const known = { ...facts.settings, members: posts.map((post, at) => `Người số ${at + 1}, ${post}`) };
    for (const { post } of watching) {
      const who = `Người số ${posts.indexOf(post) + 1}`;
      for (const written of [post, who]) {
        const visits = facts.journal.visits.map((visit) => ({ ...visit, who: written }));
        const rows = rowsOf({ ...facts, settings: known, journal: { ...facts.journal, visits } });
        const counted = rows.filter(([, , result]) => result?.toLowerCase().includes('đôn đốc 01 lượt'));
        expect([...new Set(counted.map(([name]) => name))], written).toEqual([post]);
        expect(counted[0]?.[2]).toContain(`(${written})`);
        expect(counted[0]?.[2]).not.toMatch(/toàn xã: kiểm tra/i);
      }
    }
    // Whoever holds no post of the plan went for the commune.
    const unknown = { ...facts, settings: { ...facts.settings, members: [] } };
    const rows = rowsOf(unknown).filter((_, at) => movement.roles[at]?.duties.includes('monitor'));
    for (const [, , result] of rows)
      expect(result).toMatch(/toàn xã: kiểm tra 01 lượt, đôn đốc 01 lượt \(Vì Thị Hoa\)/i);
  });

  it('keep their blank where the book has nothing, and take what the commune writes under their code', () => {
    const bare = { ...facts, journal: { visits: [], models: [] }, candidates: [], council: null };
    const answers = movement.roles.map(({ code }) => ({
      ...{ target: code, period: '', value: null, remark: `Đã làm việc ${code}`, who: '', day: null, evidence: '' },
    }));
    const written = { ...bare, journal: { ...bare.journal, figures: answers } };
    const rows = rowsOf(written);
    movement.roles.forEach(({ code, duties }, at) => {
      expect(rows[at]![2]).toContain(`Đã làm việc ${code}.`);
      if (duties.every((duty) => ['monitor', 'signer', 'communication', 'funding', 'steering'].includes(duty)))
        expect(rowsOf(bare)[at]![2]).toBe(BLANK);
    });
    expect(makePapers(written).warnings.filter((warning) => warning.includes('không có mã này'))).toEqual([]);
  });

  it('wait in the sheet of the commune’s own figures', () => {
    const sheets = [...councilSheets(facts.run, { journal: facts.journal })];
    const own = sheets.find(({ name }) => name === 'Số liệu của xã')!;
    const texts = new Set(own.cells.map(({ value }) => (value.kind === 'text' ? value.text : '')));
    for (const { code, duties } of movement.roles)
      expect(texts.has(code), code).toBe(duties.some((duty) => duty !== 'signer'));
  });
});

describe('the groups that a post is made of', () => {
  const of = (id: string, post: string) => audiencesOfPost(post, MOVEMENTS.find((movement) => movement.id === id)!);

  it.each([
    ['tan-linh-2025', 'Các đơn vị trường học trên địa bàn', ['school']],
    ['tan-linh-2025', 'Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể xã', ['association']],
    ['tan-linh-2025', 'Công an, Trạm Y tế xã', ['police', 'health-station']],
    ['ta-ma-2023-2030', 'Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã', ['association']],
    ['ta-ma-2023-2030', 'Các thôn, bản', ['village']],
    ['tan-quang-2023-2025', 'Các trường học trên địa bàn xã', ['school']],
    ['cat-ne-2024', 'Các cơ quan đơn vị, Mặt trận Tổ quốc và các đoàn thể', ['agency', 'association']],
    // Every unit, or people of a post that is no competing group: the whole commune.
    ['luc-ba-2024', 'Các cơ quan, đơn vị, các xóm', []],
    ['ta-ma-2023-2030', 'Các công chức chuyên môn, ban, ngành, đoàn thể xã, các bản', []],
    ['cat-ne-2024', 'Lãnh đạo UBND, các cơ quan đơn vị đóng trên địa bàn', []],
  ])('%s, %s', (id, post, kinds) => {
    expect(of(id, post)).toEqual(kinds);
  });
});

const signed = MOVEMENTS.filter(({ roles }) => roles.some(({ duties }) => duties.includes('signer')));

describe.each(signed.map((movement) => [movement.id, movement] as const))('whoever signs in %s', (_id, movement) => {
  const person = { name: 'Lò Thị Mai', audience: 'individual', by: 'Bản A', achievement: 'Dạy 20 người' };
  const facts = factsOf(movement, 11, [], [{ ...person, outOfTurn: false }]);

  it('has as many to sign as the draft decision names, and nobody where it names nobody', () => {
    const draft = makePapers(facts).papers.find(({ kind }) => kind === 'quyet-dinh');
    const counted = draft?.fields.get('so_khen') ?? BLANK;
    const signer = movement.roles.find(({ duties, post }) => duties.includes('signer') && /xã/u.test(post))!;
    const words = roleLines(facts, signer).join(' ');
    if (counted.startsWith('…')) expect(words).not.toContain('đang chờ ký');
    else expect(words.toLowerCase()).toContain(`dự thảo quyết định khen ${counted} đang chờ ký`);
  });
});
