/**
 * Ta Ma 2023–2030: award forms and quotas (sections IV.1, IV.3): combined in the yearly round, per kind in the interim
 * and final ones.
 */
import type { Movement } from '../../movement/movement.ts';
import { award, quota } from '../build.ts';

export const awards: Movement['awards'] = [
  award('TM-A01', 'Huân chương Lao động hạng Ba', 'state', 'IV.1'),
  award('TM-A02', 'Bằng khen của Thủ tướng Chính phủ', 'state', 'IV.1'),
  award('TM-A03', 'Bằng khen của Chủ tịch UBND tỉnh', 'province', 'IV.1'),
  award('TM-A04', 'Bằng khen của Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh', 'province', 'IV.1'),
  award('TM-A05', 'Giấy khen của Thủ trưởng các Sở, ban, ngành tỉnh', 'province', 'IV.1'),
  award('TM-A06a', 'Giấy khen của Chủ tịch UBND huyện', 'district', 'IV.1'),
  award('TM-A06b', 'Giấy khen của Chủ tịch UBND xã', 'commune', 'IV.1'),
];

const OUTSIDE = 'trình khen thưởng cho tập thể, cá nhân ngoài xã có nhiều đóng góp vào Chuyển đổi số của xã';
const PHASE_ONE = {
  code: 'TM-Q03',
  section: 'IV.3.2',
  text: 'đề xuất khen thưởng cho tối đa không quá 05 tập thể tiêu biểu dẫn đầu Phong trào thi đua và 05 cá nhân cá nhân tiêu biểu xuất sắc',
};
const PHASE_TWO = {
  code: 'TM-Q05',
  section: 'IV.3.3',
  text: 'đề xuất khen thưởng cho tối đa không quá 03 tập thể tiêu biểu dẫn đầu Phong trào thi đua và 10 cá nhân tiêu biểu xuất sắc',
};
const STATE = {
  code: 'TM-Q06',
  section: 'IV.3.3',
  text: 'trình UBND huyện xét đề nghị Chủ tịch nước tặng thưởng Huân chương Lao động hạng Ba, trình Thủ tướng Chính phủ tặng thưởng Bằng khen cho các tập thể, cá nhân có thành tích tiêu biểu xuất sắc … có phạm vi ảnh hưởng trên địa bàn toàn xã',
};
const CERTIFICATE = 'UBND xã sẽ có Hướng dẫn khen thưởng cụ thể';
const NOT_YET = 'chưa được khen năm';
const AGREED = 'sau khi thống nhất với Ban Thi đua - Khen thưởng xã';

export const quotas: Movement['quotas'] = [
  quota(
    {
      code: 'TM-Q01',
      section: 'IV.3.1',
      text: 'trình Chủ tịch UBND tỉnh tặng Bằng khen cho tối đa không quá 05 tập thể, cá nhân',
    },
    'combined',
    5,
    'yearly',
    { award: 'TM-A03' },
  ),
  quota({ code: 'TM-Q02', section: 'IV.3.1', text: `${OUTSIDE} (nếu có)` }, 'outside', null, 'yearly', {
    award: 'TM-A03',
  }),
  quota(PHASE_ONE, 'collective', 5, 'interim', { award: 'TM-A03', phase: 'I' }, 'a'),
  quota(PHASE_ONE, 'individual', 5, 'interim', { award: 'TM-A03', phase: 'I' }, 'b'),
  quota({ code: 'TM-Q04', section: 'IV.3.2', text: `${OUTSIDE} (${NOT_YET})` }, 'outside', null, 'interim', {
    award: 'TM-A03',
    phase: 'I',
    condition: NOT_YET,
  }),
  quota(PHASE_TWO, 'collective', 3, 'final', { award: 'TM-A03', phase: 'II' }, 'a'),
  quota(PHASE_TWO, 'individual', 10, 'final', { award: 'TM-A03', phase: 'II' }, 'b'),
  quota(
    { code: 'TM-Q04', section: 'IV.3.3', text: `${OUTSIDE} (${NOT_YET})` },
    'outside',
    null,
    'final',
    { award: 'TM-A03', phase: 'II', condition: NOT_YET },
    'b',
  ),
  quota(STATE, 'combined', null, 'final', { award: 'TM-A01', phase: 'II', condition: AGREED }, 'a'),
  quota(STATE, 'combined', null, 'final', { award: 'TM-A02', phase: 'II', condition: AGREED }, 'b'),
  quota(
    { code: 'TM-Q07', section: 'IV.3.2', text: `Giấy khen của cơ quan, đơn vị, địa phương: ${CERTIFICATE}` },
    'combined',
    null,
    'interim',
    // Not the commune chair's: each body gives its own.
    { phase: 'I' },
    'a',
  ),
  quota(
    {
      code: 'TM-Q07',
      section: 'IV.3.3',
      text: `Giấy khen của Chủ tịch UBND huyện; xã, các cơ quan, đơn vị, địa phương: ${CERTIFICATE}`,
    },
    'combined',
    null,
    'final',
    { award: 'TM-A06b', phase: 'II' },
    'b',
  ),
  quota(
    {
      code: 'TM-Q08',
      section: 'IV.3.1',
      text: 'Các cơ quan, đơn vị, địa phương căn cứ vào kết quả thực hiện Phong trào thi đua và thành tích đạt được của tập thể, cá nhân, xác định chỉ tiêu, xem xét khen thưởng theo thẩm quyền',
    },
    'combined',
    null,
    'yearly',
  ),
];
