/** What a chair would not sign: another body's number, law of another day, the commune's open work in public. */
import { describe, expect, it } from 'vitest';
import { unmeasuredContents } from '../../../core/commune/result/content-criteria.ts';
import { findMovement } from '../../../core/movements/index.ts';
import { outdatedIn } from '../../../core/paper/law.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { paperLines } from '../../../core/paper/paper.ts';
import { factsOf, SETTINGS } from './movement-run.ts';

const movement = findMovement('tan-linh-2025')!;
const facts = factsOf(movement, 5);
const made = makePapers(facts);
const linesOf = (kind: string, from = made) =>
  from.papers
    .filter((paper) => paper.kind === kind)
    .flatMap((paper) => [paper.heading?.number ?? '', ...paperLines(paper)]);

/** Of Lục Ba, whose plan scores people too. */
const people = makePapers(factsOf(findMovement('luc-ba-2024')!, 3));

describe('papers as a chair reads them', () => {
  it('bear no number of another body, and the run says so', () => {
    expect(SETTINGS.numbers['to-trinh']).toBe('15/TTr-UBND');
    const issuer = made.papers.find(({ kind }) => kind === 'to-trinh')?.heading?.issuer;
    expect(issuer).toContain('HỘI ĐỒNG');
    expect(linesOf('to-trinh').join('\n')).not.toContain('15/TTr-UBND');
    expect(linesOf('danh-sach').join('\n')).not.toContain('15/TTr-UBND');
    expect(made.warnings).toContain(
      'Không ghi số tờ trình 15/TTr-UBND của cài đặt: tờ trình này do Hội đồng ban hành.',
    );
    const own = { ...facts, settings: { ...SETTINGS, numbers: { ...SETTINGS.numbers, 'to-trinh': '3/TTr-HĐTĐKT' } } };
    expect(linesOf('to-trinh', makePapers(own))[0]).toBe('Số: 3/TTr-HĐTĐKT');
  });

  it('are held to the law of the day they are signed', () => {
    const lines = ['theo Nghị định số 98/2023/NĐ-CP'];
    expect(outdatedIn(lines, '2024-11-28')).toEqual([]);
    expect(outdatedIn(lines, '2025-11-28')).toHaveLength(1);
    expect(outdatedIn(lines, null)).toHaveLength(1);
  });

  it('tell the public of targets only what is judged', () => {
    const notice = linesOf('thong-bao').join('\n');
    expect(notice).not.toMatch(/nguồn số liệu|chưa đủ số liệu|chưa đến hạn/u);
    expect(linesOf('bao-cao').join('\n')).toMatch(/không có nguồn số liệu/u);
  });

  it('answer the fields of digital government and digital platforms from the forms', () => {
    const report = linesOf('bao-cao');
    for (const field of ['Xây dựng chính quyền số (', 'Hạ tầng số, nền tảng số, ứng dụng số (']) {
      const at = report.findIndex((line) => line.startsWith(field));
      const next = report.findIndex((line, index) => index > at && / \(mục [^)]*\)$/u.test(line));
      const own = report.slice(at + 1, next);
      expect([at > 0, own.length > 0]).toEqual([true, true]);
      for (const line of own) expect(line).not.toContain('Chưa có tiêu chí nào');
    }
    // Nobody but the commune can tell of these.
    expect(unmeasuredContents(movement).map(({ code }) => code)).toEqual(
      ['3', '4', '5', '6', '9', '10'].map((at) => `TL-C10.${at}`),
    );
  });

  it('state no points of a person or a household in what leaves the council', () => {
    const own = people.papers.filter(
      ({ kind, signatures }) =>
        kind === 'bao-cao-thanh-tich' && signatures.some(({ authority }) => authority.includes('NGƯỜI BÁO CÁO')),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const paper of own) expect(paperLines(paper).join('\n')).not.toMatch(/ → |\d điểm|Điểm/u);
  });
});
