/**
 * docs/flags.md is the catalogue as officers read it: it is written from the code (`vitest -u` writes it anew), never
 * by hand.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { CHECKS } from '../../../../core/judge/check/registry.ts';
import type { Severity } from '../../../../core/judge/flag/flag.ts';
import { meaningOf } from './meaning-of.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' };

function flagTable(): string {
  const table = readFileSync('docs/flags.md', 'utf8');
  // Existing rows keep their places; new rows come last.
  const place = (code: string) => table.indexOf(`\`${code}\``) >>> 0;
  const rows = [...CHECKS]
    .sort((x, y) => place(x.code) - place(y.code))
    .map(({ code, name, severity, todo }) => {
      return `| \`${code}\` | ${name} | ${SEVERITIES[severity]} | ${meaningOf(code)} | ${todo} |`;
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
  await expect(flagTable()).toMatchFileSnapshot('../../../../docs/flags.md');
});
