/** The notes of a proposed movement for the officer. */
import { describe, expect, it } from 'vitest';
import { HEAD, propose, proposed } from '../../fixtures/dossier/proposed.ts';

describe('a movement proposed from a plan', () => {
  it('names the target that no audience reports on', () => {
    const movement = proposed('80% hộ gia đình có cáp quang.', '60% sản lượng mận hậu được dán tem.');
    const messages = movement.warnings.map(({ message }) => message).filter((message) => message.includes('được hỏi'));
    expect(messages).toEqual([expect.stringContaining('chỉ tiêu CT02:')]);
    expect(
      proposed('80% hộ gia đình có cáp quang.')
        .warnings.map(({ message }) => message)
        .join(),
    ).not.toContain('được hỏi');
  });

  it('says by which weights the points were dealt out', () => {
    const [told, ...others] = proposed('80% hộ gia đình có cáp quang.')
      .warnings.map(({ message }) => message)
      .filter((message) => message.startsWith('Điểm đề xuất'));
    expect(others).toEqual([]);
    expect(told).toMatch(/mỗi chỉ tiêu của kế hoạch 15 điểm, cả nhóm nhiều nhất 70 điểm/);
  });

  it('warns of a plan that names a district after there are none', () => {
    const text = `${HEAD}- 80% hộ gia đình có cáp quang.\nIII. TỔ CHỨC THỰC HIỆN\n1. Văn phòng: tổng hợp báo cáo UBND huyện trước ngày 10/12/2026.\n`;
    expect(
      propose(text)
        .warnings.map(({ message }) => message)
        .join('\n'),
    ).toMatch(/không còn cấp huyện.*mục III\.1/);
  });

  it('says what reading a rule of the plan’s own scale decided, and what it left unused', () => {
    const rules = [
      'Trước 30/4: 40 điểm; sau 30/4: 0 điểm',
      'Từ 80 % trở lên: 60 điểm (hồ sơ giấy trừ một nửa); dưới 80 %: 0 điểm',
    ];
    const rows = rules.map((rule, at) => `${at + 1} | Nội dung ${at + 1} | ${rule} | ${at === 0 ? 40 : 60}`);
    const table = `PHỤ LỤC: BẢNG ĐIỂM ĐỐI VỚI CÁC THÔN\nTT | Tiêu chí | Cách chấm | Điểm tối đa\n${rows.join('\n')}\n`;
    const notes = proposed('80% hộ gia đình có cáp quang.', table).warnings.map(({ message }) => message);
    expect(notes.filter((note) => note.includes('Tiêu chí: '))).toEqual([
      expect.stringMatching(/^Ngày 30\/04 tính vào mức “trước” ngày này\. Tiêu chí: .*Thôn 1\.1/u),
      expect.stringMatching(/chưa dùng đến .*“hồ sơ giấy trừ một nửa”\. Tiêu chí: .*Thôn 1\.2/u),
    ]);
  });
});
