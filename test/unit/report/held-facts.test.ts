import { describe, expect, it } from 'vitest';
import { heldFacts } from '../../../core/report/held-facts.ts';

const CLAUSES = {
  knockOuts: [
    { code: 'khong-bao-cao', label: 'Không gửi báo cáo tự chấm điểm' },
    { code: 'lo-bi-mat', label: 'Để lộ bí mật nhà nước hoặc dữ liệu cá nhân của người dân' },
  ],
  classCaps: [
    { code: 'khien-trach', label: 'Bị khiển trách trong kỳ', atMost: 'good' as const },
    { code: 'canh-cao', label: 'Bị cảnh cáo trong kỳ', atMost: 'completed' as const },
  ],
};

describe('the column of special cases', () => {
  it.each([
    ['canh-cao', 'canh-cao'],
    ['Bị cảnh cáo trong kỳ', 'canh-cao'],
    ['cảnh cáo', 'canh-cao'],
    ['Bị kỷ luật cảnh cáo (QĐ 12/QĐ-UBND ngày 03/5/2025)', 'canh-cao'],
    ['Khiển trách', 'khien-trach'],
    ['Để lộ bí mật nhà nước hoặc dữ liệu cá nhân của người dân', 'lo-bi-mat'],
    ['lộ bí mật nhà nước', 'lo-bi-mat'],
    ['Không gửi báo cáo', 'khong-bao-cao'],
  ])('understands “%s”', (text, code) => {
    expect(heldFacts([text], CLAUSES)).toMatchObject([{ code, text }]);
  });

  it.each(['đang kiểm tra', 'bị phê bình', 'không bị cảnh cáo', 'khiển trách và cảnh cáo', 'bị', 'cáo'])(
    'says that “%s” is not understood',
    (text) => {
      expect(heldFacts([text], CLAUSES)).toEqual([{ kind: 'unknown', text }]);
    },
  );

  it('takes “Không” for nothing held against the unit', () => {
    expect(heldFacts(['Không', '-'], CLAUSES).map(({ kind }) => kind)).toEqual(['none', 'none']);
  });

  it('understands nothing without a set', () => {
    expect(heldFacts(['cảnh cáo'], undefined)).toEqual([{ kind: 'unknown', text: 'cảnh cáo' }]);
  });
});
