/**
 * Over random books and days of targets: every target not reached and every content with nothing stands on the list of
 * tasks exactly once, nothing that is reached does, and nothing that is due later is called late.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownTargets } from '../../../core/commune/result/commune-result.ts';
import { setOfReport } from '../../../core/movement/criteria-set-for.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import type { PaperFacts } from '../../../core/paper/facts.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { BLANK, type Paper, type PaperBlock, paperLines } from '../../../core/paper/paper.ts';
import { factsOf, SETTINGS } from './movement-run.ts';
import { books, factsOfBook } from './random-book.ts';

/** Rows of the list as printed: what, section, result so far, who, who watches, by when. */
function rowsOf(papers: readonly Paper[]): readonly (readonly string[])[] {
  const body = papers.filter(({ kind }) => kind === 'nhiem-vu').flatMap((paper) => paper.body);
  return body.flatMap((block: PaperBlock) => (block.kind === 'table' ? block.rows.map((row) => row.slice(1)) : []));
}

/** Letters only: a row begins with a capital and has no full stop. */
const bare = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:và|đồng thời) /u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const rowsWith = (rows: readonly (readonly string[])[], text: string) =>
  rows.filter(([what = '']) => bare(what) === bare(text));

/** Headings of part II of the report under which every line is a blank, by the content's place in the plan. */
function emptyContents({ run: { movement } }: PaperFacts, papers: readonly Paper[]) {
  const report = papers.find(({ kind }) => kind === 'bao-cao')!.body;
  return movement.contents.filter((_, at) => {
    const head = report.findIndex(
      (block, index) =>
        index > report.findIndex(isPartTwo) && block.kind === 'heading' && block.text.startsWith(`${at + 1}. `),
    );
    const block = report[head + 1];
    return (
      block?.kind === 'items' && block.items.some((line) => line.startsWith('Chưa có tiêu chí') && line.includes(BLANK))
    );
  });
}
const isPartTwo = (block: PaperBlock) => block.kind === 'heading' && block.text.startsWith('II. ');

/** Targets due before the period, in it, later, or on no day. */
const withDays =
  (days: readonly (number | null)[], year: (movement: Movement) => number) =>
  (movement: Movement): Movement => ({
    ...movement,
    targets: movement.targets.map((target, at) => {
      const shift = days[at % days.length] ?? null;
      return { ...target, deadline: shift === null ? null : `${year(movement) + shift}-06-30` };
    }),
  });

describe('the list of tasks', () => {
  const drawn = fc.record({
    book: books,
    days: fc.array(fc.constantFrom(-1, 0, 1, 2, null), { minLength: 1, maxLength: 5 }),
    signedOn: fc.constantFrom(null, '01-15', '06-30', '12-20'),
  });

  it('has each target not reached and each content with nothing once, and calls nothing late before its day', () => {
    fc.assert(
      fc.property(drawn, ({ book, days, signedOn }) => {
        const yearOf = (movement: Movement) =>
          Number(movement.period.to.slice(0, 4)) - (movement.phases.length > 0 ? 3 : 0);
        const made = factsOfBook(book, withDays(days, yearOf)).facts;
        const year = made.run.period!.year;
        const day = signedOn && `${year}-${signedOn}`;
        const facts: PaperFacts = { ...made, settings: { ...made.settings, signedOn: day } };
        const { papers } = makePapers(facts);
        const rows = rowsOf(papers);
        const own = ownTargets(facts.commune!.targets);
        for (const { text } of own) {
          const open = own.filter((target) => bare(target.text) === bare(text) && target.state !== 'met');
          expect(rowsWith(rows, text), text).toHaveLength(open.length);
          const today = day ?? `${year}-12-31`;
          const late = open.filter(({ deadline }) => deadline !== null && deadline < today).length;
          expect(rowsWith(rows, text).filter((row) => row.at(-1)!.startsWith('Đã qua hạn'))).toHaveLength(late);
        }
        for (const content of facts.run.movement.contents) {
          const isEmpty = emptyContents(facts, papers).includes(content);
          expect(rowsWith(rows, content.text), content.code).toHaveLength(isEmpty ? 1 : 0);
        }
        const weak = weakIn(facts);
        for (const row of rows.filter(([, , now = '']) => /^\d+\/\d+ đơn vị: /u.test(now)))
          expect(weak.has(bare(row[0]!)), row[0]).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  /** Titles that more than half of the units of a group earn less than half of the points for. */
  function weakIn({ run }: PaperFacts): ReadonlySet<string> {
    const found = run.reports.filter(({ reception, score }) => reception === 'counts' && score !== null);
    const sets = found.flatMap(({ report }) => setOfReport(run.movement, report, run.period) ?? []);
    return new Set(
      sets.flatMap(({ audience, criteria }) =>
        criteria.flatMap(({ code, title }) => {
          const own = found
            .filter(({ report }) => report.audience === audience)
            .flatMap(({ score }) => score!.points.filter((points) => points.criterion === code && points.max > 0));
          return own.filter(({ high, max }) => high < max / 2).length > own.length / 2 ? [bare(title)] : [];
        }),
      ),
    );
  }

  it('is silent where everything is reached, and so is the report', () => {
    const facts = factsOf(MOVEMENTS.find(({ id }) => id === 'tan-quang-2023-2025')!, 7);
    const { contents, priorityFields } = facts.run.movement;
    const answered = [...contents, ...priorityFields].map(({ code }) => ({
      ...{ target: code, period: '', value: null, remark: 'Đã thực hiện', who: '', day: null, evidence: '' },
    }));
    const targets = facts.commune!.targets.map((target) => ({ ...target, state: 'met' as const }));
    const run = { ...facts.run, reports: facts.run.reports.map((report) => ({ ...report, score: null })) };
    const done = {
      ...facts,
      run,
      commune: { ...facts.commune!, targets },
      journal: { ...facts.journal, figures: answered },
    };
    const { papers } = makePapers(done);
    expect(papers.filter(({ kind }) => kind === 'nhiem-vu')).toEqual([]);
    expect(papers.flatMap(paperLines).filter((line) => line.includes('Danh mục nhiệm vụ'))).toEqual([]);
  });

  it('names who carries it out, as the plan and the journal have it', () => {
    const facts = factsOf(MOVEMENTS.find(({ id }) => id === 'ta-ma-2023-2030')!, 7);
    const { papers } = makePapers({ ...facts, settings: SETTINGS });
    const row = rowsOf(papers).find(([what]) => what!.startsWith('Phổ cập điện thoại di động thông minh trên 70'))!;
    expect(row.slice(3)).toEqual(['Bản', '31/12/2030']);
    const list = paperLines(papers.find(({ kind }) => kind === 'nhiem-vu')!);
    expect(list.find((line) => line.startsWith('Theo dõi, đôn đốc'))).toContain('Công chức Văn hóa');
    const field = 'Điện thoại di động thông minh';
    const by = { kind: 'assignment', day: '2025-02-01', unit: '', who: 'Vì Thị Hoa', what: field } as const;
    const visits = [...facts.journal.visits, { ...by, until: null, outcome: '' }];
    const again = rowsOf(makePapers({ ...facts, journal: { ...facts.journal, visits } }).papers);
    const ofField = (what: string) => what.toLowerCase().includes(field.toLowerCase());
    expect(again.filter(([what]) => ofField(what!)).length).toBeGreaterThan(0);
    for (const [what, , , who] of again) expect(who!.includes('phụ trách: Vì Thị Hoa')).toBe(ofField(what!));
  });
});
