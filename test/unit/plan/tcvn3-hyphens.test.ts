/** The ư of old fonts that a PDF printed as "-". */
import { expect, it } from 'vitest';
import { toUnicode } from '../../../core/base/text/legacy-text.ts';
import { pdfLines } from '../../../core/plan/file/pdf-lines.ts';
import { tcvn3Hyphens } from '../../../core/plan/file/tcvn3-hyphens.ts';

const OLD = 'Ch-¬ng tr×nh ph¸t triÓn ph-êng giai ®o¹n 2025-2026, th- viÖn x· cã -u tiªn';

it('comes back where only it makes a word, in the text of a PDF too', () => {
  const right = 'Chương trình phát triển phường giai đoạn 2025-2026, thư viện xã có ưu tiên';
  expect(toUnicode(tcvn3Hyphens(OLD), 'tcvn3')).toBe(right);
  expect(tcvn3Hyphens(OLD)).toHaveLength(OLD.length);
  const piece = { text: OLD, x: 70, y: 700, width: 450, size: 13 };
  expect(toUnicode(pdfLines([{ width: 595, height: 842, pieces: [piece] }]), 'tcvn3')).toBe(right);
});

it('changes nothing in text of today', () => {
  const text = 'Đảng ủy - HĐND - UBND, giai đoạn 2025-2026, số 57-NQ/TW, th-';
  expect(tcvn3Hyphens(text)).toBe(text);
});
