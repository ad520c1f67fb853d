/** What a paper of the bundled movements says once: open cases, figures of contents, who registers and for what. */
import { describe, expect, it } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import type { Paper } from '../../../core/paper/paper.ts';
import { factsOf } from './movement-run.ts';

const rowsOf = (paper: Paper | undefined, name: string) =>
  (paper?.body ?? []).flatMap((block) => (block.kind === 'table' && block.name === name ? block.rows : []));

describe.each(MOVEMENTS)('papers of $id', (movement) => {
  const facts = factsOf(movement, 5);
  const { papers } = makePapers(facts);
  const paperOf = (kind: string) => papers.find((paper) => paper.kind === kind);

  it('give each open reason of an award one row, with every candidate in one row', () => {
    const rows = rowsOf(paperOf('bien-ban'), 'cho_hoi_dong');
    const keys = rows.map(([, where, , reason]) => `${where}|${reason?.replace(/^Đạt \S+ % số điểm, c/u, 'C')}`);
    expect(new Set(keys).size).toBe(keys.length);
    const open = facts.candidates.filter(({ state }) => state === 'council');
    for (const { unit } of open) expect(rows.some(([, , names]) => names?.includes(unit))).toBe(true);
  });

  it('write the figures of a criterion once among the contents, and send the reader there', () => {
    const body = paperOf('bao-cao')?.body ?? [];
    const end = body.findIndex((block) => block.kind === 'heading' && block.text.includes('Mô hình, cách làm hay'));
    const start = body.findIndex((block) => block.kind === 'heading' && block.text.startsWith('II. '));
    const fields = body.findIndex((block) => block.kind === 'heading' && block.text.includes('lĩnh vực ưu tiên'));
    const lines = body
      .slice(start, fields > start ? fields : end)
      .flatMap((block) => (block.kind === 'items' ? block.items : []))
      .filter((line) => /: .*\d/u.test(line) && !line.startsWith('Đã nêu ở điểm '));
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('name the units that leave a target open, those for the same reason together', () => {
    const blocks = paperOf('bao-cao')?.body ?? [];
    const rows = blocks.flatMap((block) => (block.kind === 'table' && block.name === 'chi_tieu' ? block.rows : []));
    const at = blocks.findIndex((block) => block.kind === 'paragraph' && /^Đơn vị chưa cho số liệu/.test(block.text));
    const list = blocks[at + 1];
    const items = list?.kind === 'items' ? list.items : [];
    const wanting = facts.commune?.targets.filter(({ units }) => units.missing.length > 0) ?? [];
    const numbers = (line: string) => /^Chỉ tiêu ([\d, ]+?)(?: “|: )/u.exec(line)?.[1]?.split(', ') ?? [];
    const lineOf = new Map((at >= 0 ? items : []).flatMap((line) => numbers(line).map((number) => [number, line])));
    for (const { text, units } of wanting) {
      const number = rows.find(([, words]) => words === text)?.[0] ?? '';
      const line = lineOf.get(number) ?? '';
      for (const { unit, why } of units.missing) {
        expect(line).toContain(unit);
        expect(line.split(why)).toHaveLength(2);
      }
      if (numbers(line).length === 1)
        expect(line).toContain(`Chỉ tiêu ${number} “${text.replace(/[.;,:\s]+$/u, '')}”: `);
    }
    expect(new Set(items.map((line) => line.replace(/^Chỉ tiêu [\d, ]+(?: “.*?”)?: /u, ''))).size).toBe(items.length);
  });

  it('let persons and households sign for themselves, and name no form that nobody gives', () => {
    for (const paper of papers.filter(({ kind }) => kind === 'dang-ky')) {
      const { subject } = movement.audiences.find(({ name }) => paper.title.endsWith(`: ${name}`))!;
      const signer = paper.signatures.flatMap(({ authority }) => authority).join();
      expect(/ĐỨNG ĐẦU/u.test(signer)).toBe(subject === 'collective');
      expect(JSON.stringify(paper.body)).not.toMatch(/UBND huyện \(nếu có\)/u);
    }
  });

  it('say of every criterion that is met by a yes or by no case which level the set wants', () => {
    for (const paper of papers.filter(({ kind }) => kind === 'dang-ky')) {
      const rows = rowsOf(paper, 'tieu_chi');
      const levels = new Map(rows.map(([code, , level]) => [code, level]));
      const audience = movement.audiences.find(({ name }) => paper.title.endsWith(`: ${name}`))?.kind;
      const set = movement.criteriaSets.find((criteriaSet) => criteriaSet.audience === audience && rows.length > 0);
      for (const { code, measure, rule, target, filledBy } of set?.criteria ?? [])
        if (filledBy === 'unit' && target === null && (rule.kind === 'deduction' || rule.kind === 'yes-no'))
          expect(levels.get(code), `${code} ${measure}`).toMatch(/^(?:có|0 )/u);
    }
  });
});
