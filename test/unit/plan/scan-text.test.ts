/** Recognised words → the plan's lines, and what of them may have been misread. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { scannedNumbers } from '../../../core/dossier/propose/scanned-numbers.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { pageAt, type ScanPage, scanText } from '../../../core/plan/file/scan/scan-text.ts';
import { isDoubtful, scanWords } from '../../../core/plan/file/scan/scan-words.ts';

/** Lines of words as Tesseract tells them; `word/confidence/again`. */
function scanned(page: number, ...lines: readonly string[]): ScanPage {
  const words = lines.flatMap((text, at) => {
    const line = { left: 200, top: 300 + at * 50, width: 1200, height: 35 };
    let left = 200;
    return text.split(' ').map((given) => {
      const [word = '', confidence = '96', again] = given.split('|');
      const box = { left, top: line.top, width: word.length * 16, height: 35 };
      left += box.width + 12;
      return { ...box, text: word, confidence: Number(confidence), line, ...(again === undefined ? {} : { again }) };
    });
  });
  return { page, width: 1654, height: 2339, words };
}

const PAGES = [
  scanned(1, 'KẾ HOẠCH', 'II. CHỈ TIÊU', '1. Tối|96 thiểu 80%|96|80% hộ có tài khoản số trong năm 2026.|97|2026.'),
  scanned(
    2,
    '2. Không quá 8,5%|95|85% hồ sơ trễ hạn trong năm 2026.|96|2026.',
    '3. Mỗi thôn có ít nhất một tổ công nghê|40 số.',
  ),
];

describe('the text of a scan', () => {
  it('is the plan, each number at its place', () => {
    const { text, findings, starts } = scanText(PAGES);
    expect(text.split('\n')).toContain('1. Tối thiểu 80% hộ có tài khoản số trong năm 2026.');
    for (const { offset, read } of findings) expect(text.slice(offset, offset + read.length)).toBe(read);
    expect(pageAt({ starts }, text.indexOf('trễ hạn'))).toBe(2);
    expect(findings.filter(({ doubtful }) => doubtful).map(({ read }) => read)).toEqual([
      '1.',
      '2.',
      '8,5%',
      '3.',
      'công nghê'.slice(5),
    ]);
  });

  it('gives each row of the movement its numbers to confirm, doubtful first, words too', () => {
    const scan = scanText(PAGES);
    const reading = extractPlan(scan.text);
    const rows = scannedNumbers(reading, proposeMovement(reading, { year: 2026 }), scan).map(({ row }) => row);
    expect(rows.map(({ usedIn, read, doubtful, page }) => [usedIn, read, doubtful, page])).toEqual([
      ['Chỉ tiêu CT02', '8,5%', true, 2],
      ['Chỉ tiêu CT03', 'số ghi bằng chữ', true, 2],
      ['Chỉ tiêu CT03', 'nghê', true, 2],
      ['Chỉ tiêu CT01', '80%', false, 1],
      ['Chỉ tiêu CT01', '2026.', false, 1],
      ['Chỉ tiêu CT02', '2026.', false, 2],
    ]);
    expect(rows.every(({ confirmed }) => !confirmed)).toBe(true);
  });

  it.each([
    ['80%', 96, '80%', false],
    ['(80%).', 96, '80%', false],
    ['80%', 84, '80%', true],
    ['8,5', 96, '85', true],
    ['85', 96, '', true],
    ['>95%', 96, '>95%', true],
    ['2O26', 96, '2O26', true],
    ['14/4/2021', 96, '4/4/2021', true],
  ])('%s at %d, alone %s: doubtful %s', (read, confidence, again, doubtful) => {
    expect(isDoubtful(read, confidence, again)).toBe(doubtful);
  });

  it('takes the table of words as it is, and nothing else', () => {
    const words = scanWords(
      '4\t1\t1\t1\t1\t0\t10\t20\t300\t30\t-1\t\n5\t1\t1\t1\t1\t1\t10\t21\t40\t25\t91.5\tSô\u0301\n5\t1\t1\t1\t1\t2\t60\t21\tx\t25\t91\tlỗi\n5\t1\t1\t1\t1\t3\t60\t21\t9\t25\t91\t \n',
    );
    expect(words).toEqual([
      {
        text: 'Số',
        confidence: 91.5,
        left: 10,
        top: 21,
        width: 40,
        height: 25,
        line: { left: 10, top: 20, width: 300, height: 30 },
      },
    ]);
  });
});
