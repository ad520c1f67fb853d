/** The result by head of unit: only where the register names heads, with what the record holds of each unit. */
import { describe, expect, it } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { paperLines } from '../../../core/paper/paper.ts';
import { unitFigures } from '../../../core/paper/unit-figures.ts';
import { factsOf } from './movement-run.ts';

const movement = MOVEMENTS.find(({ id }) => id === 'ta-ma-2023-2030')!;
const facts = factsOf(movement, 7);
const [first, second] = unitFigures(facts).expected;
const led: PaperFacts = {
  ...facts,
  run: {
    ...facts.run,
    register: facts.run.register!.map((unit) =>
      unit.name === first!.name
        ? { ...unit, head: 'Sùng A Páo, Thủ trưởng', planReceived: '2023-10-10' }
        : unit.name === second!.name
          ? { ...unit, head: 'Vì Thị Mai' }
          : unit,
    ),
  },
};

const rowsOf = (facts: PaperFacts) =>
  makePapers(facts)
    .papers.find(({ kind }) => kind === 'bao-cao')!
    .body.flatMap((block) => (block.kind === 'table' && block.name === 'nguoi_dung_dau' ? block.rows : []));

describe('the result by head of unit', () => {
  it('has a row for each head, with points, place, class and days of the unit', () => {
    const rows = rowsOf(led);
    expect(rows.map(([, head, unit]) => [head, unit])).toEqual([
      ['Sùng A Páo, Thủ trưởng', first!.name],
      ['Vì Thị Mai', second!.name],
    ]);
    const place = facts.run.rankings.find(({ unit }) => unit === first!.name)!;
    expect(rows[0]![3]).toContain(`hạng ${place.rank}`);
    expect(rows[0]!.at(-1)).toMatch(/^báo cáo .*; kế hoạch nhận ngày 10\/10\/2023, muộn 10 ngày$/);
    const report = makePapers(led).papers.find(({ kind }) => kind === 'bao-cao')!;
    const others = unitFigures(facts).expected.length - 2;
    expect(paperLines(report)).toContain(`Danh sách chưa ghi người đứng đầu của ${others} đơn vị khác.`);
  });

  it('is not there without heads, and never on the notice', () => {
    expect(rowsOf(facts)).toEqual([]);
    const open = makePapers(led).papers.filter(({ kind }) => kind === 'thong-bao' || kind === 'loi-doc');
    expect(open.flatMap(paperLines).join('\n')).not.toMatch(/Sùng A Páo|Vì Thị Mai/);
  });

  it('puts the head under the score slip of the unit', () => {
    const slip = makePapers(led).papers.find(
      ({ kind, fields }) => kind === 'phieu-cham' && fields.get('ten_don_vi') === first!.name,
    )!;
    expect(slip.signatures[0]).toMatchObject({ authority: ['ĐẠI DIỆN ĐƠN VỊ'], name: 'Sùng A Páo' });
  });
});
