import { expect, it } from 'vitest';
import { inNameOrder } from '../../../../core/base/text/name-order.ts';

it('orders villages by their numbers, and letters by the Vietnamese alphabet', () => {
  const names = ['Thôn 10', 'Thôn 2', 'Đồng Tâm', 'Dốc Cao', 'Ấp 1', 'An Hòa', 'Thôn 1'];
  expect(names.sort(inNameOrder)).toEqual(['An Hòa', 'Ấp 1', 'Dốc Cao', 'Đồng Tâm', 'Thôn 1', 'Thôn 2', 'Thôn 10']);
});
