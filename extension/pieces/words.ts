/** Sentences for codes, and figures as officers write them: for the panel and the desk. */

import { parsePeriod, periodName } from '../../core/base/period/period.ts';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { isPercent, isRank } from '../../core/portal/indicator/indicator-name.ts';
import type { CapturedFigure, ErrorCode } from '../messages/contract.ts';
import type { CaptureRefusal } from '../settings/window-state.ts';

export const ERROR_TEXT: Readonly<Record<ErrorCode, string>> = {
  'unknown-message': 'Tiện ích vừa được cập nhật: hãy nạp lại tiện ích rồi bấm lại nút. Bản chụp vẫn còn.',
  'bad-input': 'Có ô được điền quá dài hoặc sai dạng.',
  'bad-reply': 'Tiện ích vừa được cập nhật: hãy nạp lại tiện ích rồi bấm lại nút. Bản chụp vẫn còn.',
  'no-answer': 'Tiện ích không trả lời: hãy đóng khung này rồi mở lại. Bản chụp vẫn còn.',
  failed: 'Không làm được. Bản chụp vẫn còn; hãy thử lại.',
  'storage-full': 'Ổ đĩa của máy đã đầy nên không lưu được. Hãy dọn bớt rồi thử lại.',
  'not-found': 'Không còn bản chụp này.',
  'already-settled': 'Bản chụp này đã được xử lý ở một khung khác.',
  'evidence-changed': 'Bằng chứng của bản chụp đã bị thay đổi (mã băm không khớp), nên không dùng được.',
  'no-unit': 'Hãy chọn đơn vị của số liệu.',
  'no-period': 'Hãy chọn kỳ của số liệu.',
  'no-figures': 'Không có số nào để lưu.',
  'open-questions': 'Hãy trả lời câu hỏi ở trên trước khi xác nhận.',
  'bad-correction': 'Có số sửa không hợp lệ: phải là số, không âm và không vượt mức tối đa.',
  'no-reason': 'Hãy ghi lý do.',
  'wrong-page': 'Thẻ này không còn ở trang của Cổng, hoặc cần bấm lại nút Thi Đua Số trên trang đó.',
  'too-many-readers': 'Đã giữ 200 cách đọc: hãy xóa bớt ở trang “Cách đọc” rồi thử lại.',
  'portal-refused':
    'Cổng không cho xem: phiên đăng nhập đã hết hoặc tài khoản không có quyền. Hãy đăng nhập lại trên trang Cổng, bấm nút Thi Đua Số rồi thử lại.',
  'portal-blocked':
    'Cổng đang chặn: nó trả lời bằng một trang đăng nhập hoặc trang của tường lửa, không phải số liệu. Tiện ích đã dừng hỏi. Hãy đợi vài phút, tải lại trang Cổng, đăng nhập nếu được hỏi rồi thử lại.',
  'unknown-province':
    'Cổng không có tỉnh, thành phố này trong danh sách của nó. Hãy mở trang của tỉnh trên Cổng rồi bấm lại nút.',
  'portal-silent': 'Cổng không trả lời câu hỏi nào. Hãy tải lại trang Cổng, bấm nút Thi Đua Số rồi thử lại.',
};

export const REFUSAL_TEXT: Readonly<Record<CaptureRefusal, string>> = {
  restricted:
    'Trình duyệt không cho tiện ích nào đọc trang này (trang của trình duyệt, cửa hàng tiện ích, tệp trên máy hoặc trang báo lỗi). Hãy mở trang Cổng có số liệu rồi bấm lại.',
  'too-large': 'Trang này quá lớn để lưu. Hãy lọc bớt dòng trên trang rồi bấm lại.',
  unreadable: 'Không sao chép được trang này. Hãy tải lại trang rồi bấm lại.',
  'storage-full': 'Ổ đĩa của máy đã đầy nên không lưu được bản chụp. Hãy dọn bớt rồi bấm lại.',
  failed: 'Không chụp được trang này. Hãy tải lại trang rồi bấm lại.',
};

export function periodText(period: string): string {
  const parsed = parsePeriod(period);
  return parsed ? periodName(parsed) : period;
}

/** `1.120/1.130`; empty without both counts. */
export function countsText({ numerator, denominator }: Pick<CapturedFigure, 'numerator' | 'denominator'>): string {
  return numerator === null || denominator === null ? '' : `${formatNumber(numerator)}/${formatNumber(denominator)}`;
}

type Valued = Pick<CapturedFigure, 'indicator' | 'value' | 'max'>;

/** `19,81/20 điểm`, `99,12 %`, `1.234`, `hạng 2/102`, `chưa công bố`. */
export function valueText(figure: Valued): string {
  return valueParts(figure).join('');
}

/** The same as the figure and the unit after it, which is read less: `19,81/20` and ` điểm`. */
export function valueParts({ indicator, value, max }: Valued): readonly [figure: string, unit: string] {
  if (value === null) return ['chưa công bố', ''];
  if (isRank(indicator)) return [`hạng ${formatNumber(value)}${max === null ? '' : `/${formatNumber(max)}`}`, ''];
  if (isPercent(indicator)) return [`${formatNumber(value)} %`, ''];
  return max === null ? [formatNumber(value), ''] : [`${formatNumber(value)}/${formatNumber(max)}`, ' điểm'];
}

/** In words, so that it is understood without colour or arrow. */
export function deltaText({ indicator, last }: Pick<CapturedFigure, 'indicator' | 'last'>): string {
  if (last === null) return 'lần đầu';
  if (last.delta === null) return last.value === null ? 'trước đó chưa có số' : `trước: ${formatNumber(last.value)}`;
  if (last.delta === 0) return 'không đổi';
  const change = formatNumber(Math.abs(last.delta));
  // Less is better for a place: 3 after 5 is up.
  if (isRank(indicator)) return `${last.delta < 0 ? 'lên' : 'xuống'} ${change} bậc`;
  return `${last.delta > 0 ? 'tăng' : 'giảm'} ${change}`;
}
