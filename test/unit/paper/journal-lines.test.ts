/** Assignments and what units ask for stand in the report, count as no visit, and come back from their sheet. */
import { describe, expect, it } from 'vitest';
import { type Journal, lastVisit, type Visit } from '../../../core/commune/calendar/journal.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, paperLines } from '../../../core/paper/paper.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { journalSheets } from '../../../core/sheets/journal-layout.ts';
import { readJournal } from '../../../core/sheets/journal-sheets.ts';
import { factsOf } from './movement-run.ts';

const facts = factsOf(findMovement('ta-ma-2023-2030')!, 11);
const unit = facts.run.register![0]!.name;
const noted = (kind: Visit['kind'], more: Partial<Visit>): Visit => ({
  ...{ day: '2025-02-03', kind, unit: '', who: 'Vì Thị Hoa', what: 'Lĩnh vực y tế', until: null, outcome: '' },
  ...more,
});
const added = [
  noted('assignment', {}),
  noted('assignment', { what: 'Giám sát', unit }),
  noted('issue', { unit, what: 'Thiếu máy quét.', who: '' }),
  noted('issue', { what: 'Mạng yếu', outcome: 'Đã lắp trạm mới' }),
];
const reportOf = (journal: Journal) => {
  const own = makePapers({ ...facts, journal }).papers.filter(({ kind }: Paper) => kind === 'bao-cao');
  return own.flatMap(paperLines);
};

describe('the journal beside the visits', () => {
  const before = reportOf(facts.journal);
  const after = reportOf({ ...facts.journal, visits: [...facts.journal.visits, ...added] });
  const only = (lines: readonly string[], others: readonly string[]) => lines.filter((line) => !others.includes(line));

  it('tells who looks after what, and of every difficulty what came of it', () => {
    const lines = only(after, before).join('\n');
    expect(lines).toContain(`Phân công thành viên phụ trách: Vì Thị Hoa: Lĩnh vực y tế, Giám sát (${unit}).`);
    expect(lines).toContain(`Vướng mắc, kiến nghị của ${unit}: Thiếu máy quét; chưa giải quyết.`);
    expect(lines).toContain('Vướng mắc, kiến nghị của các đơn vị: Mạng yếu; Đã lắp trạm mới.');
    expect(lines).toContain('ã phân công 01 thành viên phụ trách');
  });

  it('keeps its blank where the plan asks for assignments and none was made', () => {
    expect(only(before, after).join('\n')).toContain('Phân công thành viên phụ trách lĩnh vực, địa bàn: …');
  });

  it('counts neither as a visit', () => {
    const counted = (lines: readonly string[]) => lines.filter((line) => line.startsWith('Đã kiểm tra'));
    expect(counted(after)).toEqual(counted(before));
    expect(lastVisit({ visits: added, models: [] }, unit, '2025-12-31')).toBeNull();
  });

  it('comes back from its sheet as it was written', () => {
    const book = readBook(newBook(journalSheets({ visits: added, models: [] }, '', { commune: 'xã A', place: 'A' })));
    if (!book.ok) throw new Error(book.refusal.message);
    expect(readJournal(book.value, facts.run.register)?.visits).toEqual(added);
  });
});
