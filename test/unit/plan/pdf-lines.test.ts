/**
 * Pieces of text as a PDF places them → lines: joined where the line above was full, parted at labels and columns,
 * without page numbers.
 */
import { describe, expect, it } from 'vitest';
import { pdfLines, type TextPage, type TextPiece } from '../../../core/plan/file/pdf-lines.ts';

/** A printed line from the left margin; half an em a letter. */
function line(text: string, y: number, x = 70): TextPiece {
  return { text, x, y, width: text.length * 6.5, size: 13 };
}

function page(...pieces: readonly TextPiece[]): TextPage {
  return { width: 595, height: 842, pieces };
}

const FULL = 'Phấn đấu đến hết năm 2026 có ít nhất tám mươi phần trăm số hộ gia đình';

describe('printed lines', () => {
  it('make paragraphs where the line above was full', () => {
    const text = pdfLines([
      page(line(FULL, 700), line('có đường truyền cáp quang.', 682), line('Toàn xã có 12 thôn.', 664)),
    ]);
    expect(text.split('\n')).toEqual([`${FULL} có đường truyền cáp quang.`, 'Toàn xã có 12 thôn.']);
  });

  it('begin anew at a label, even below a full line', () => {
    const lines = [line(FULL, 700), line('2. Xã hội số', 682), line('- 90% hộ có cáp quang', 664)];
    expect(pdfLines([page(...lines)]).split('\n')).toEqual([FULL, '2. Xã hội số', '- 90% hộ có cáp quang']);
  });

  it('go on over the page, without its number', () => {
    const first = page(line(FULL, 80), line('2', 30, 290));
    const text = pdfLines([first, page(line('3', 815, 290), line('có đường truyền cáp quang.', 780))]);
    expect(text).toBe(`${FULL} có đường truyền cáp quang.`);
  });

  it('are put together from their pieces, columns apart', () => {
    const head = [line('UBND XÃ PHÚ XUÂN', 780), line('CỘNG HÒA XÃ HỘI', 780, 330)];
    const split = [
      line('Đạt 8', 700),
      { ...line('0% số', 700), x: 70 + 5 * 6.5 },
      { ...line('hộ', 700), x: 70 + 10 * 6.5 + 4 },
    ];
    expect(pdfLines([page(...head, ...split)]).split('\n')).toEqual([
      'UBND XÃ PHÚ XUÂN',
      'CỘNG HÒA XÃ HỘI',
      'Đạt 80% số hộ',
    ]);
  });

  it('of a note at the foot of a page stand behind the text, which goes on over the page', () => {
    const note = (text: string, y: number): TextPiece => ({ ...line(text, y), size: 9 });
    const first = page(
      line('I. CHỈ TIÊU', 718),
      line(FULL, 700),
      note('1 Thay cho Kế hoạch số 11/KH-UBND ngày 20/3/2025', 82),
      note('của ba xã cũ.', 70),
    );
    expect(pdfLines([first, page(line('có đường truyền cáp quang.', 780))]).split('\n')).toEqual([
      'I. CHỈ TIÊU',
      `${FULL} có đường truyền cáp quang.`,
      '1 Thay cho Kế hoạch số 11/KH-UBND ngày 20/3/2025',
      'của ba xã cũ.',
    ]);
  });
});
