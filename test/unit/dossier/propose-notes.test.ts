/** The notes of a proposed movement for the officer. */
import { describe, expect, it } from 'vitest';
import { HEAD, propose, proposed } from '../../fixtures/dossier/proposed.ts';

describe('a movement proposed from a plan', () => {
  it('names the target that no audience reports on', () => {
    const movement = proposed('80% hộ gia đình có cáp quang.', '60% sản lượng mận hậu được dán tem.');
    const told = movement.warnings.map(({ message }) => message).filter((message) => message.includes('được hỏi'));
    expect(told).toEqual([expect.stringContaining('chỉ tiêu CT02:')]);
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
});
