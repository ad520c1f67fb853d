/** Lines that restrict the figures to a part become questions; lines that are on every page do not. */
import { describe, expect, it } from 'vitest';
import { isRelativeTime, narrows, needsQuestion } from '../../../../core/portal/capture/narrowing-lines.ts';
import { saysTime } from '../../../../core/portal/capture/says-time.ts';
import { saysOfFigures } from '../../../../extension/capture/copied-text.ts';

describe('a line of a page', () => {
  it.each([
    ...[
      'Chỉ gồm hồ sơ trực tuyến',
      'Chỉ tính các xã vùng cao',
      'Không bao gồm hồ sơ đất đai',
      'Chưa tính hồ sơ liên thông',
    ],
    ...['Ngoại trừ lĩnh vực đất đai', 'Trừ hồ sơ đất đai', 'Đang lọc theo: Hộ tịch', 'Kết quả tìm kiếm cho “đất đai”'],
    ...[
      'Từ khóa: đất',
      'TOP 10 lĩnh vực',
      '10 lĩnh vực nhiều hồ sơ nhất',
      'Cụm thi đua số 3',
      'KHỐI CÁC XÃ MIỀN NÚI: Khối xã',
    ],
    ...['KẾT QUẢ LĨNH VỰC HỘ TỊCH NĂM 2025', 'Khu vực: miền núi', 'Riêng các thủ tục toàn trình'],
  ])('narrows: %s', (line) => {
    expect(narrows(line)).toBe(true);
    expect(saysOfFigures(line)).toBe(true);
  });

  it.each([
    ...[
      'Bộ chỉ số phục vụ người dân',
      'Dữ liệu chỉ để tham khảo',
      'Lĩnh vực giải quyết',
      'Bộ lọc',
      'Tìm kiếm',
      'Điểm trừ',
    ],
    ...[
      'Đơn vị tính: hồ sơ',
      'Đơn vị: UBND xã Ta Ma',
      'Kỳ báo cáo: Quý II/2025',
      'Số: 12/BC-UBND',
      'Kính gửi: Sở Nội vụ',
    ],
    ...[
      'Điện thoại: 1900 1234',
      'Lượt xem: 12.345',
      'Nguồn: Hệ thống một cửa',
      'Lĩnh vực: Tất cả',
      'Cập nhật lúc 8:00',
    ],
    ...['Số liệu của các lĩnh vực và thủ tục', 'Ông: Nguyễn Văn A'],
  ])('is of every page: %s', (line) => {
    expect(narrows(line)).toBe(false);
    expect(needsQuestion(line, saysTime) && !/Ông/.test(line)).toBe(false);
  });

  it('with an unknown label raises a question, and is copied with the page unless it is about a person', () => {
    expect(needsQuestion('Kênh tiếp nhận: Trực tuyến', saysTime)).toBe(true);
    expect(saysOfFigures('Kênh tiếp nhận: Trực tuyến')).toBe(true);
    expect(saysOfFigures('Chủ hồ sơ: Trần Thị B')).toBe(false);
    expect(saysOfFigures('Phụ trách: Nguyễn Văn An')).toBe(false);
  });

  it('may be of a time it does not name', () => {
    expect(
      ['Số liệu tháng trước', 'Năm ngoái', 'Tính từ đầu năm', 'Đến hết ngày 15/8/2025'].every(isRelativeTime),
    ).toBe(true);
    expect(
      ['So với tháng trước', 'Từ kỳ trước chuyển sang', 'Tăng 5% so với cùng kỳ năm trước'].some(isRelativeTime),
    ).toBe(false);
  });
});
