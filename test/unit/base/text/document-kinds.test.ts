/** How papers cite what set a movement going, by its title. */
import { expect, it } from 'vitest';
import { citedDocument } from '../../../../core/base/text/document-kinds.ts';

it.each([
  ['Kế hoạch Phát động phong trào', '12/KH-UBND', 'Kế hoạch số 12/KH-UBND', 'Phát động phong trào'],
  ['Kế hoạch V/v phát động phong trào', null, 'Kế hoạch số …/KH-UBND', 'phát động phong trào'],
  ['Chỉ thị Về việc phát động phong trào', null, 'Chỉ thị số …/CT-UBND', 'phát động phong trào'],
  ['Công văn phát động phong trào', null, 'Công văn số …/UBND', 'phát động phong trào'],
  ['Lời phát động Đợt thi đua cao điểm', null, 'Lời phát động', 'Đợt thi đua cao điểm'],
  ['Giao ước thi đua Thực hiện phong trào', null, 'Giao ước thi đua', 'Thực hiện phong trào'],
  ['Phong trào thi đua năm 2026', null, 'Kế hoạch số …/KH-UBND', 'Phong trào thi đua năm 2026'],
])('%s', (title, number, named, about) => {
  expect(citedDocument(title, number, '…')).toEqual({ named, about });
});
