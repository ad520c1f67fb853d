/** docs/flags.md is the catalogue as officers read it: it is written from the code (`vitest -u` writes it anew), never by hand. */
import { expect, it } from 'vitest';
import { CATALOGUE } from '../../../core/flag/catalogue.ts';
import { FLAG_CODES, type Severity } from '../../../core/flag/flag.ts';
import { GUIDE } from '../../../core/flag/guide.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' };

function flagTable(): string {
  const rows = FLAG_CODES.map((code) => {
    const { name, severity } = CATALOGUE[code];
    const { meaning, todo } = GUIDE[code];
    return `| \`${code}\` | ${name} | ${SEVERITIES[severity]} | ${meaning} | ${todo} |`;
  });
  return `# Danh mục cảnh báo

Mỗi cảnh báo nêu đơn vị, tiêu chí, ô trong bảng và số liệu cụ thể. Bảng báo cáo đúng thì không có cảnh báo nào.

- **Lỗi**: phải xử lý trước khi chốt điểm; số liệu còn lỗi chưa được tính điểm.
- **Cảnh báo**: Hội đồng cần xem và quyết định.
- **Lưu ý**: chỉ để biết.

| Mã | Tên | Mức | Nghĩa là gì | Phải làm gì |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

it('docs/flags.md shows the catalogue as it is', async () => {
  await expect(flagTable()).toMatchFileSnapshot('../../../docs/flags.md');
});
