/** Every duty that the plan gives somebody stands in the report with what the book has of it, and what the commune wrote. */
import { describe, expect, it } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, type PaperBlock } from '../../../core/paper/paper.ts';
import { unitFigures } from '../../../core/paper/unit-figures.ts';
import { councilSheets } from '../../../core/sheets/council-book.ts';
import { factsOf } from './movement-run.ts';

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
    const { expected, received } = unitFigures(facts);
    const count = (number: number) => String(number).padStart(2, '0');
    movement.roles.forEach(({ duties, source }, at) => {
      const [, task = '', result = ''] = rows[at]!;
      expect(task).toContain(`(mục ${source.section})`);
      if (duties.includes('participant'))
        expect(result).toContain(`${count(received.length)}/${count(expected.length)} đơn vị đã gửi báo cáo`);
      expect(result).toMatch(/^\p{Lu}.*\.$|^…+$/u);
    });
    expect(rows.map(([, , result]) => result).join('\n')).toMatch(/đôn đốc 01 lượt/iu);
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
