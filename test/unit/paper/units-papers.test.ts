/**
 * Papers that units sign or get: each certificate with its own signature, a pledge by days, letters in whole sentences,
 * achievements in figures, for every bundled movement.
 */
import { describe, expect, it } from 'vitest';
import { periodDays } from '../../../core/base/period/period.ts';
import { ROUND_NAME } from '../../../core/judge/award/candidate.ts';
import { isProposedElsewhere } from '../../../core/judge/award/overlaps.ts';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { type Paper, paperLines } from '../../../core/paper/paper.ts';
import { formatDate } from '../../../core/sheet/grid/date.ts';
import { factsOf } from './movement-run.ts';

for (const movement of MOVEMENTS) {
  describe(movement.id, () => {
    const facts = factsOf(movement, 7);
    const { papers } = makePapers(facts);
    const of = (kind: Paper['kind']) => papers.filter((paper) => paper.kind === kind);

    it('signs each certificate by itself', () => {
      for (const paper of of('giay-khen')) {
        const pages = paper.body.filter(({ kind }) => kind === 'page').length + 1;
        const lines = paperLines(paper);
        const count = (text: RegExp) => lines.filter((line) => text.test(line)).length;
        expect(count(/^GIẤY KHEN$/u)).toBe(pages);
        expect(count(/CHỦ TỊCH$/u)).toBe(pages);
        expect(count(/^Lò Văn Thành$/u)).toBe(pages);
        expect(count(/, ngày /u)).toBeGreaterThanOrEqual(pages);
      }
    });

    it('pledges each target under its own day, and none whose day is over', () => {
      const [paper] = of('giao-uoc');
      const { from } = periodDays(facts.run.period!);
      let day: string | null = null;
      const under = new Map<string, string | null>();
      for (const block of paper!.body) {
        if (block.kind === 'paragraph') day = /chậm nhất ngày (\S+):$/u.exec(block.text)?.[1] ?? null;
        if (block.kind === 'items') for (const item of block.items) under.set(item, day);
      }
      for (const { text, section, deadline, kind } of movement.targets) {
        const found = [...under].filter(
          ([item]) => item.endsWith(`(mục ${section}).`) && item.includes(text.slice(1, 30)),
        );
        const isOpen = kind !== 'award-threshold' && (deadline === null || deadline >= from);
        if (!isOpen) continue;
        const days = found.map(([, own]) => own);
        expect(days, text).toContain(deadline === null ? null : formatDate(deadline));
      }
      for (const own of under.values()) if (own !== null) expect(own.split('/').reverse().join('-') >= from).toBe(true);
    });

    it('writes letters in whole sentences; a report that goes back as such is made anew', () => {
      for (const paper of of('thong-bao-tra')) {
        const reasons = paper.body.flatMap((block) =>
          block.kind === 'paragraph' && block.style === 'basis' ? [block.text] : [],
        );
        for (const reason of reasons) expect(reason).toMatch(/[^.]\.$/u);
        const isWhole = reasons.some((reason) => !reason.startsWith('Tiêu chí '));
        expect(paperLines(paper).some((line) => line.includes('lập lại báo cáo và gửi lại chậm nhất'))).toBe(isWhole);
      }
    });

    it('tells achievements by their figures, and requests no form that waits beside another', () => {
      for (const paper of of('bao-cao-thanh-tich')) {
        for (const block of paper.body) {
          if (block.kind !== 'table') continue;
          for (const row of block.rows) expect(row.at(-1)).not.toMatch(/→|[≥≤×÷]|\(|khoảng/u);
        }
        const unit = paper.title.replace(/^Báo cáo thành tích: /u, '');
        const own = facts.candidates.filter((line) => line.unit === unit && line.state !== 'refused');
        const asked = paperLines(paper).find((line) => line.startsWith('Hình thức đề nghị: '))!;
        for (const line of own.filter(isProposedElsewhere))
          if (!own.some((other) => other.form === line.form && !isProposedElsewhere(other)))
            expect(asked).not.toContain(line.form);
      }
    });

    it('names the round of each number of awards', () => {
      const text = of('huong-dan').flatMap(paperLines).join('\n');
      for (const { round, text: words } of movement.quotas)
        expect(text).toContain(`${ROUND_NAME[round]}: ${words.charAt(0).toLocaleUpperCase('vi')}`.slice(0, 30));
      expect(text.length).toBeGreaterThan(100);
    });
  });
}
