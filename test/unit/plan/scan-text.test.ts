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
    return text.split(' ').map((text) => {
      const [word = '', confidence = '96', again] = text.split('|');
      const box = { left, top: line.top, width: word.length * 16, height: 35 };
      left += box.width + 12;
      return { ...box, text: word, confidence: Number(confidence), line, ...(again === undefined ? {} : { again }) };
    });
  });
  return { page, width: 1654, height: 2339, words };
}

const PAGES = [
  scanned(1, 'KẾ HOẠCH', 'I. CHỈ TIÊU', '1. Tối|96 thiểu 80%|96|80% hộ có tài khoản số trong năm 2026.|97|2026.'),
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

  it.each([
    [
      'lost strokes and stops',
      ['I MỤC TIÊU', 'IL CHỈ TIÊU', 'III GIẢI PHÁP', '1V. TỔ CHỨC'],
      ['I.', 'II.', 'III.', 'IV.'],
    ],
    ['a first one that looks like a number', ['1. MỤC TIÊU', 'II. CHỈ TIÊU'], ['I.', 'II.'], ['I.']],
    [
      'a number that looks like a numeral',
      ['I. Chung', 'l. Mục tiêu', '2. Cụ thể', 'II. Riêng'],
      ['I.', '1.', '2.', 'II.'],
      ['1.'],
    ],
    [
      'a numeral that looks like a number',
      ['I. CHUNG', '1. Mục tiêu', '2. Cụ thể', '11. CHỈ TIÊU'],
      ['I.', '1.', '2.', 'II.'],
      ['II.'],
    ],
    ['one out of its sequence, kept and asked', ['I. CHUNG', 'IV. CHỈ TIÊU'], ['I.', 'IV.'], ['IV.']],
    [
      'as an office scanner left them',
      ['Phần thứ nhất', 'L Mục tiêu', 'I. Chỉ tiêu', '1. Môi', '1.1. Tỷ lệ', '12. Thu', 'Phần thứ hai', 'IH. Đối với'],
      ['Phần', 'I.', 'I.', '1.', '1.1.', '1.2.', 'Phần', 'IH.'],
      ['I.', 'I.', '1.2.', 'IH.'],
    ],
    ['each appendix begins anew', ['I. CHUNG', 'II. RIÊNG', 'PHỤ LỤC 1', 'I. CHUNG'], ['I.', 'II.', 'PHỤ', 'I.'], []],
    [
      'what is none',
      ['I. CHUNG', 'k. Bình', 'l. Minh', '1 Xã Tân', '! Xã An', '11 Xã Lộc'],
      ['I.', 'k.', 'l.', '1', '!', '11'],
      [],
    ],
  ])('has its labels by their sequence: %s', (_, lines, heads, columns = heads) => {
    const full = 'Thực hiện phong trào thi đua năm nay trên địa bàn toàn xã trong thời gian tới';
    const { text, findings } = scanText([scanned(1, full, ...lines)]);
    expect(text.split('\n').map((line) => line.split(' ')[0])).toEqual(['Thực', ...heads]);
    expect(findings.filter(({ kind }) => kind === 'label').map(({ read, doubtful }) => [read, doubtful])).toEqual(
      columns.map((label) => [label, true]),
    );
  });

  it('lists a corrected label, with the text that was read and the resulting path', () => {
    const scan = scanText([
      scanned(1, 'KẾ HOẠCH', 'I. MỤC TIÊU', 'IL CHỈ TIÊU', '1. Tối thiểu 80%|96|80% hộ trong xã có tài khoản số.'),
    ]);
    const reading = extractPlan(scan.text);
    expect(reading.targets.map(({ section, value }) => [section, value])).toEqual([['II.1', 80]]);
    const [row] = scannedNumbers(reading, proposeMovement(reading, { year: 2026 }), scan).map(
      (scannedNumber) => scannedNumber.row,
    );
    expect(row).toMatchObject({ read: 'II.', again: 'máy đọc: IL', usedIn: 'Đề mục của kế hoạch', confirmed: false });
  });

  it('lists a doubtful word wherever the dossier uses it: head, bases, audiences; not elsewhere', () => {
    const scan = scanText([
      scanned(
        1,
        'XÃ SUÔI|40 NGÀN',
        'KẾ HOẠCH',
        'Phong trào thi đua “Chuyển đôi|50 số” năm 2026',
        'Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh Lào Cai vê|45 chuyển đổi số;',
        'I. ĐỐI TƯỢNG THI ĐUA',
        '1. Các thốn|40 và trường học, trạm y tế trên địa bàn xã.',
        'II. CHỈ TIÊU',
        '1. Tối thiểu 80%|96|80% hộ trong xã có tài khoản số trong năm 2026.',
        'III. KINH PHÍ',
        '1. Kinh phí lấy từ nguồn ngân|40 sách của xã và đóng góp.',
      ),
    ]);
    const reading = extractPlan(scan.text);
    const rows = scannedNumbers(reading, proposeMovement(reading, { year: 2026 }), scan).map(({ row }) => row);
    expect(scan.findings.filter(({ kind }) => kind === 'word').map(({ read }) => read)).toContain('ngân');
    const words = rows.filter(({ read }) => /^\p{L}+$/u.test(read));
    expect(words.map(({ usedIn, read, doubtful }) => [usedIn, read, doubtful])).toEqual([
      ['Phong trào', 'SUÔI', true],
      ['Phong trào', 'đôi', true],
      ['Căn cứ', 'vê', true],
      ['Đối tượng', 'thốn', true],
    ]);
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
