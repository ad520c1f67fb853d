/**
 * Biên bản bình xét at the unit: the form with which a unit, bản or xóm chooses its nominees from below. A single form
 * for all of them to copy; what only the unit's meeting can decide stays blank.
 */
import { isOutside } from '../../judge/award/quotas.ts';
import { unitAudiences } from '../../judge/run/unit-list.ts';
import type { PaperFacts } from '../facts.ts';
import { movementInPeriod, officeOf } from '../office.ts';
import { BLANK, column, heading, items, type Paper, paragraph, table } from '../paper.ts';
import { inside } from '../words.ts';

export function unitMinutes(facts: PaperFacts): Paper {
  const isUnit = unitAudiences(facts.run.movement);
  const groups = facts.run.movement.audiences.filter(({ kind }) => isUnit(kind) && !isOutside(kind));
  const { nominations } = columns;
  return {
    kind: 'bien-ban-binh-xet',
    file: 'bien-ban-binh-xet-tai-don-vi',
    title: 'Biên bản bình xét tại đơn vị (mẫu)',
    heading: { upper: null, issuer: [`ĐƠN VỊ ${BLANK}`], number: null, placeAndDate: null },
    type: 'BIÊN BẢN',
    about: `Bình xét, đề nghị khen thưởng ${movementInPeriod(facts)}`,
    to: [],
    body: [
      paragraph(`Đơn vị (${groups.map(({ name }) => inside(name)).join('; ')}): ${BLANK}.`),
      paragraph(`Thời gian: ${BLANK} giờ, ngày …… tháng …… năm ………. Địa điểm: ${BLANK}.`),
      heading('I. THÀNH PHẦN'),
      items(
        `Chủ trì: ${BLANK}. Thư ký: ${BLANK}.`,
        `Tổng số thành viên, hộ gia đình được mời: ${BLANK}; có mặt: ${BLANK}; vắng: ${BLANK}.`,
      ),
      heading('II. NỘI DUNG'),
      items(
        `Chủ trì nêu tiêu chuẩn, hình thức khen thưởng của Kế hoạch và kết quả thực hiện của đơn vị: ${BLANK}.`,
        `Ý kiến thảo luận: ${BLANK}.`,
      ),
      heading('III. KẾT QUẢ BÌNH XÉT'),
      table(
        'binh_xet',
        nominations,
        [1, 2, 3].map((at) => [String(at), '', '', '', '']),
      ),
      paragraph(
        `Biên bản được đọc lại, ${BLANK} người dự họp nhất trí, công khai tại ${BLANK}; gửi kèm đề nghị về ${officeOf(facts).committee}./.`,
      ),
    ],
    signatures: [
      { authority: ['THƯ KÝ'], hint: '(Ký, ghi rõ họ tên)', name: '' },
      { authority: ['CHỦ TRÌ'], hint: '(Ký, ghi rõ họ tên)', name: '' },
    ],
    recipients: [],
    fields: new Map(),
  };
}

const columns = {
  nominations: [
    column('stt', 'TT', 6, 'center'),
    column('ten', 'Tập thể, cá nhân, hộ gia đình', 28),
    column('thanh_tich', 'Thành tích', 34),
    column('dong_y', 'Số người đồng ý', 16, 'center'),
    column('khong', 'Không đồng ý', 16, 'center'),
  ],
} as const;
