/** The columns of a register of units: what they are called, and which of them hold days. */
import type { RegisterUnit } from '../report/register.ts';

export type RegisterField = Exclude<keyof RegisterUnit, 'isRegistrationNoted'>;

/** First = the name our own sheet uses. */
export const HEADERS: Readonly<Record<RegisterField, readonly string[]>> = {
  name: [
    'Tên đơn vị',
    'Đơn vị',
    'Tên',
    'Tên cơ quan, đơn vị',
    'Cơ quan, đơn vị',
    'Họ và tên',
    'Tên hộ',
    'name',
    'unit',
  ],
  otherNames: ['Tên gọi khác', 'Tên khác', 'Viết tắt', 'Tên viết tắt', 'otherNames', 'aliases'],
  audience: ['Đối tượng', 'Đối tượng thi đua', 'Loại đơn vị', 'Loại hình', 'Loại', 'Nhóm', 'Khối', 'audience'],
  registered: ['Đăng ký', 'Đã đăng ký', 'Đăng ký thi đua', 'Có đăng ký', 'registered'],
  registeredOn: ['Ngày đăng ký', 'Ngày đăng ký thi đua', 'Đăng ký ngày', 'registeredOn'],
  planReceived: [
    'Ngày nhận kế hoạch',
    'Ngày nhận kế hoạch của đơn vị',
    'Ngày gửi kế hoạch',
    'Ngày nộp kế hoạch',
    'planReceived',
  ],
  received: ['Ngày nhận báo cáo', 'Ngày nhận', 'Ngày nộp báo cáo', 'Ngày nộp', 'received'],
  women: ['Tỷ lệ nữ (%)', 'Tỷ lệ nữ', 'women'],
  facts: ['Trường hợp xét riêng', 'Trường hợp', 'facts'],
  awards: ['Đã được khen', 'Đã được khen thưởng', 'Khen thưởng đã nhận', 'awards'],
  portalCode: ['Mã trên Cổng', 'Mã đơn vị', 'Mã', 'portalCode', 'code'],
  reportsAsked: ['Số báo cáo yêu cầu', 'Số báo cáo phải gửi', 'Số báo cáo được yêu cầu', 'reportsAsked'],
  reportsInTime: ['Số báo cáo đúng hạn', 'Số báo cáo gửi đúng hạn', 'Số báo cáo gửi đúng thời hạn', 'reportsInTime'],
  bloc: ['Khối, cụm thi đua', 'Cụm, khối thi đua', 'Cụm thi đua', 'Khối thi đua', 'Cụm', 'bloc'],
  head: ['Người đứng đầu', 'Họ tên người đứng đầu', 'Thủ trưởng đơn vị', 'Thủ trưởng', 'Trưởng đơn vị', 'head'],
};

/** Those that hold days. */
export const DAY_FIELDS = ['registeredOn', 'planReceived', 'received'] as const;
