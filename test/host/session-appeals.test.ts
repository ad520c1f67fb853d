/**
 * A unit explains after the appraisal, and petitions after the results are closed: written down with the points of that
 * time, seen beside those of now, answered, in the minutes and in the book of results. What cannot be meant is refused.
 */
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { appealStates } from '../../core/commune/calendar/appeal.ts';
import { docxText } from '../../core/plan/file/docx-text.ts';
import { readBook } from '../../core/sheet/workbook/file.ts';
import { readJournal } from '../../core/sheets/journal-sheets.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { demoFiles, HOSTS, sure } from './session-hosts.ts';

const WHO = 'Lò Văn Pâng';
const quiet = () => undefined;

/** A criterion the council has to grade. */
function gradedIn({ queue }: Workspace) {
  for (const { unit, items } of queue) {
    const item = items.find(({ flag, bounds }) => flag === null && bounds !== null);
    if (item?.criterion) return { unit, criterion: item.criterion, most: item.bounds!.most };
  }
  throw new Error('the demo has a criterion to grade');
}

/** As the pane shows them: its own run beside the rows. */
async function states(session: PaneSession) {
  const { run } = sure(await session.checkAndScore(quiet)).workspace;
  return appealStates(sure(await session.appeals()).appeals, run?.reports ?? []);
}

describe.each(HOSTS)('what units say of their points, over %s', (_, open) => {
  test('is kept with its points, answered once, allowed after the close, and in the papers', async () => {
    let second = 0;
    const now = () => `2025-11-21T09:00:${String(second++ % 60).padStart(2, '0')}+07:00`;
    const session = paneSession(open().host, { now });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    sure(await session.collect(demoFiles().slice(0, 3), quiet));
    const scored = sure(await session.checkAndScore(quiet)).workspace;
    expect(sure(await session.appeals())).toEqual({ appeals: [], faults: [] });
    const { unit, criterion, most } = gradedIn(scored);
    const decided = { unit, criterion, flag: null, kind: 'adjust', who: WHO } as const;
    sure(await session.decide({ ...decided, points: 0, reason: 'Chưa có mô hình' }));

    const appeal = { unit, criterion, day: '2025-11-20', who: 'Quàng B' };
    const text = '=1+1 là mô hình đã có từ tháng 3';
    const refusals = [
      { ...appeal, kind: 'explanation', text: ' ' },
      { ...appeal, kind: 'explanation', text, unit: 'Bản Không Có' },
      { ...appeal, kind: 'answer', text: 'Đã xét' },
    ] as const;
    for (const [at, code] of ['no-text', 'no-unit', 'answered'].entries()) {
      const noted = await session.noteAppeal(refusals[at]!);
      expect(noted.ok ? '' : noted.refusal.code).toBe(code);
    }
    const noted = sure(await session.noteAppeal({ ...appeal, kind: 'explanation', text }));
    expect(noted.message).toContain('Đã ghi vào trang “Giải trình, kiến nghị”');
    expect(await states(session)).toMatchObject([{ appeal: { text, points: 0 }, answer: null, now: 0 }]);

    await session.decide({ ...decided, points: most, reason: 'Có biên bản công nhận' });
    const answer = { ...appeal, kind: 'answer', day: '2025-11-21', text: 'Đã chấm lại', who: WHO } as const;
    const early = await session.noteAppeal({ ...answer, day: '2025-11-19' });
    expect(early.ok ? '' : early.refusal.code).toBe('bad-day');
    const nobody = await session.noteAppeal({ ...answer, who: '' });
    expect(nobody.ok ? '' : nobody.refusal.code).toBe('no-name');
    sure(await session.noteAppeal(answer));
    expect(await states(session)).toMatchObject([
      { appeal: { points: 0 }, answer: { text: 'Đã chấm lại' }, now: most },
    ]);

    const attendance = [{ member: { name: WHO, post: 'Chủ tịch', unit: '' }, state: 'present', proxy: '' }] as const;
    const facts = { day: '2025-11-21', place: 'UBND xã', chair: WHO, secretary: WHO, attendance };
    sure(await session.recordSession(facts, WHO));
    expect(sure(await session.closeResults(WHO)).workspace.closed).not.toBeNull();
    const petition = { ...appeal, kind: 'petition', criterion: '', day: '2025-12-01', text: 'Xem lại hạng' } as const;
    const closed = sure(await session.noteAppeal(petition)).workspace;
    expect([closed.closed?.since, sure(await session.appeals()).appeals.length]).toEqual([[], 3]);

    const papers = unzipSync(sure(await session.makeFile('papers', quiet)).bytes);
    const minutes = docxText(papers['bien-ban-hop-hoi-dong.docx']!);
    const words = minutes.ok ? minutes.value : '';
    expect(words).toContain('Đã nhận 02 giải trình, kiến nghị, còn 01 chưa trả lời');
    for (const part of [`Giải trình ngày 20/11/2025: ${text}.`, 'Trả lời ngày 21/11/2025: Đã chấm lại.'])
      expect(words).toContain(part);
    const letters = Object.keys(papers).filter((name) => name.startsWith('tra-loi/'));
    expect(letters).toHaveLength(1);
    const letter = docxText(papers[letters[0]!]!);
    for (const part of [`Giải trình ngày 20/11/2025: ${text}.`, 'Trả lời ngày 21/11/2025: Đã chấm lại.', unit])
      expect(letter.ok ? letter.value : '').toContain(part);
    const book = readBook(sure(await session.makeFile('results', quiet)).bytes);
    const read = book.ok ? readJournal(book.value, null) : null;
    expect(read?.appeals).toMatchObject([
      { kind: 'explanation', unit, criterion, text, points: 0 },
      { kind: 'answer', points: most },
      { kind: 'petition', criterion: '' },
    ]);
  }, 60_000);
});
