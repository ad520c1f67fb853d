/** The page in one file reads no earlier years: each condition on them goes to the council, in the plan's words. */
import { expect, it } from 'vitest';
import { MOVEMENTS } from '../../core/movements/index.ts';
import { yearsUnread } from '../../session/papers/years-unread.ts';

const [movement] = MOVEMENTS;
const candidate = { unit: 'Bản Nà Đắng', audience: 'village', sheet: null, set: undefined };
const source = { code: 'DM1', section: 'IV.2', text: '' };

it.each([
  'có 2 năm liên tục hoàn thành tốt nhiệm vụ',
  'chưa được khen trong 36 tháng',
  '03 năm liền kề được tặng Giấy khen',
])('leaves to the council: %s', (condition) => {
  const judge = yearsUnread(null, { movement: { ...movement!, standards: [] } });
  const [judged, ...others] = judge(candidate, { text: 'Khen 05 tập thể năm 2026', condition, source });
  expect(judged).toEqual({
    state: 'unknown',
    words: `Chưa rõ có đạt “${condition}” (mục IV.2): trang một tệp không có thành tích các năm`,
  });
  expect(others).toEqual([]);
});
