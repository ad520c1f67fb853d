/**
 * Over random books of reports, some replaced, some blank, some beside the register: every paper states the same
 * figures, every breakdown sums to its whole, nobody is counted twice, and no private person is named with points.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitList } from '../../../core/judge/run/unit-list.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, paperLines } from '../../../core/paper/paper.ts';
import { figureFaults, unitFigures } from '../../../core/paper/unit-figures.ts';
import { drawn } from '../../draws.ts';
import { books, factsOfBook } from './random-book.ts';

const linesIn = (papers: readonly Paper[], kind: string) =>
  papers.filter((paper) => paper.kind === kind).flatMap(paperLines);

describe('the papers of a random book', () => {
  it('add up, agree with each other, and keep private persons to the council', () => {
    fc.assert(
      fc.property(books, (drawn) => {
        const { units, facts } = factsOfBook(drawn);
        const isPerson = (audience: string) => audience === 'individual' || audience === 'household';
        const own = units.filter(({ set }) => !isPerson(set.audience));
        const sent = own.filter((item) => item.sent.some(([how]) => how !== 'blank'));
        const figures = unitFigures(facts);
        expect(figureFaults(facts)).toEqual([]);
        expect(figures.received.map(({ name }) => name).sort()).toEqual(sent.map(({ name }) => name).sort());
        expect(figures.returned.map(({ name }) => name).sort()).toEqual(
          sent.flatMap(({ name, returned }) => (returned ? [name] : [])).sort(),
        );
        expect(figures.received.length + figures.missing.length).toBe(figures.expected.length);
        expect(new Set(figures.expected.map(({ name }) => name)).size).toBe(figures.expected.length);
        expect(figures.classes.reduce((sum, [, count]) => sum + count, 0)).toBe(figures.ranked.length);
        expect(figures.ranked.map(({ unit: name }) => name).sort()).toEqual(sent.map(({ name }) => name).sort());
        for (const { name, sent: own } of sent) {
          const filledIn = own.filter(([how]) => how !== 'blank');
          const last = Math.max(...filledIn.map(([, day]) => day));
          const at = own.findLastIndex(([how, day]) => how !== 'blank' && day === last);
          const listed = unitList(facts.run).filter((listedUnit) => listedUnit.name === name);
          // A replaced report counts nowhere, also where its file comes after the file that replaced it.
          expect(listed.map(({ report: one }) => one?.report.file)).toEqual([`${name} ${at}.xlsx`]);
        }
        const { papers, warnings } = makePapers(facts);
        expect(warnings.filter((warning) => warning.includes('không khớp'))).toEqual([]);
        for (const start of ['Đã nhận báo cáo', 'Xếp loại:', 'Đã chấm điểm']) {
          const files = ['bao-cao', 'bien-ban', 'thong-bao', 'to-trinh', 'loi-doc'].flatMap((kind) =>
            linesIn(papers, kind).filter((line) => line.startsWith(start)),
          );
          expect(new Set(files).size).toBeLessThanOrEqual(1);
        }
        const listed = own.filter((item) => item.listed);
        const planned = listed.filter((item) => item.planned);
        const two = (count: number) => String(count).padStart(2, '0');
        const wanted = {
          'Đã nhận kế hoạch':
            planned.length === 0 ? [] : [`Đã nhận kế hoạch tổ chức phong trào của ${two(planned.length)} đơn vị.`],
          'Chưa gửi kế hoạch': listed.filter((item) => item.registered && !item.planned).map(({ name }) => name),
          'Chưa đăng ký thi đua': listed.filter((item) => !item.registered).map(({ name }) => name),
        };
        const report = linesIn(papers, 'bao-cao');
        const linesFrom = (start: string) => report.filter((line) => line.startsWith(start));
        expect(linesFrom('Đã nhận kế hoạch')).toEqual(wanted['Đã nhận kế hoạch']);
        for (const start of ['Chưa gửi kế hoạch', 'Chưa đăng ký thi đua'] as const) {
          // A missing plan is reported only if the book notes the plans received.
          const names = start === 'Chưa gửi kế hoạch' && planned.length === 0 ? [] : wanted[start];
          expect(linesFrom(start)).toEqual(names.length === 0 ? [] : [`${start}: ${names.join('; ')}.`]);
        }
        const slips = papers.filter(({ kind }) => kind === 'phieu-cham').map(({ title }) => title);
        expect(new Set(slips).size).toBe(slips.length);
        const persons = units.filter(({ set }) => isPerson(set.audience)).map(({ name }) => name);
        const open = ['thong-bao', 'loi-doc', 'bao-cao'].flatMap((kind) => linesIn(papers, kind));
        for (const name of persons)
          expect(open.filter((line) => line.includes(name) && /điểm|Chưa gửi/.test(line))).toEqual([]);
        const silent = units.filter((unit) => unit.sent.every(([how]) => how === 'blank')).map(({ name }) => name);
        const lines = papers.filter(({ kind }) => kind === 'bao-cao-thanh-tich').map(({ title }) => title);
        for (const name of silent) expect(lines.some((title) => title.endsWith(name))).toBe(false);
      }),
      { numRuns: drawn(25, 60) },
    );
  });
});

describe('before a paper is written', () => {
  const sent = {
    sent: [['all', 1] as ['all', number]],
    listed: true,
    registered: true,
    returned: false,
    planned: false,
  };
  const { facts } = factsOfBook({
    ...{ movement: 0, isOpenBelow: false, hasRegister: true },
    senders: [
      { ...sent, set: 0 },
      { ...sent, set: 1 },
    ],
  });
  const problems = (broken: Partial<typeof facts>) =>
    makePapers({ ...facts, ...broken }).warnings.filter((warning) => warning.includes('chưa ký được'));

  it('nothing is said of figures that add up', () => {
    expect(problems({})).toEqual([]);
  });

  it('a unit counted twice and counts that miss their whole are said', () => {
    const { run, commune } = facts;
    const [first] = unitFigures(facts).ranked;
    expect(problems({ run: { ...run, rankings: [...run.rankings, first!] } })).toContainEqual(
      expect.stringContaining(`tính hai lần: ${first!.unit}`),
    );
    const counts = { ...commune!.counts, met: commune!.counts.met + 1 };
    expect(problems({ commune: { ...commune!, counts } })).toContainEqual(
      expect.stringContaining('Số chỉ tiêu theo đánh giá cộng lại là'),
    );
  });
});
