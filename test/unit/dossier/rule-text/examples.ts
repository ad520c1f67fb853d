/** Examples of each form in which plans describe scoring, worded like public sets; the figures are our own. */

import type { Example } from './example.ts';
import { STEP_EXAMPLES } from './step-examples.ts';

const percentage = 'percentage';
const count = 'count';

export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  people: [
    { words: 'Hội đồng chấm', rule: 'Hội đồng chấm', measure: 'amount' },
    { words: 'Tùy theo mức độ, Hội đồng xem xét công nhận', rule: 'Hội đồng chấm', measure: 'amount' },
    { words: 'Ban Tổ chức đề xuất', rule: 'Hội đồng chấm', measure: 'amount' },
    { words: 'Theo mức độ hoàn thành, từ 3 đến 10 điểm', rule: 'Hội đồng chấm', measure: 'amount' },
    { words: 'Căn cứ kết quả khảo sát người dân', rule: 'theo kết quả khảo sát', measure: 'amount' },
  ],
  ratio: [
    {
      words: 'a = Số hộ được hướng dẫn;\nb = Tổng số hộ của thôn;\n- Tỷ lệ = a/b;\n- Điểm = Tỷ lệ*Điểm tối đa',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: percentage,
    },
    {
      words: 'a: Tổng số văn bản đi; b: Số văn bản đi được ký số; Tỷ lệ = b/a * 100%; Điểm = Tỷ lệ × 10 điểm',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: percentage,
    },
    {
      words: '(Số hồ sơ đúng hạn/Tổng số hồ sơ đã giải quyết) x 100% x 10',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: percentage,
    },
    { words: 'Tính theo tỷ lệ hoàn thành', rule: 'theo tỷ lệ, đủ điểm từ 100 %', measure: percentage },
    { words: 'Điểm = Tỷ lệ/90% * Điểm tối đa', rule: 'theo tỷ lệ, đủ điểm từ 90 %', measure: percentage },
    {
      words: 'c: số tổ viên; d: số tổ viên được cấp chứng thư. Điểm = d/c x điểm chuẩn',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    {
      words: 'Tính theo công thức: (Số hộ có mã QR / Tổng số hộ) x 10',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    {
      words: 'Điểm = Tỷ lệ người dân có tài khoản/chỉ tiêu giao x điểm tối đa (không vượt quá điểm tối đa)',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    { words: 'Lấy tỷ lệ % đạt được nhân với điểm chuẩn', rule: 'theo tỷ lệ, đủ điểm từ 100 %', measure: 'percentage' },
    { words: 'Điểm = điểm chuẩn × tỷ lệ đạt được', rule: 'theo tỷ lệ, đủ điểm từ 100 %', measure: 'percentage' },
    {
      words: 'Đạt bao nhiêu phần trăm thì chấm bấy nhiêu phần trăm số điểm',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    {
      words: 'K = (số việc hoàn thành/tổng số việc được giao)*100%; Điểm đạt được = K*10',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    {
      words: 'Kết quả = số văn bản ký số / tổng số văn bản đi x 100%. Điểm = Kết quả x 10',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
  ],
  largest: [
    {
      words: 'Điểm = Số lượt truy cập / số lượt truy cập lớn nhất * Điểm tối đa',
      rule: 'so với đơn vị cao nhất',
      measure: 'amount',
    },
  ],
  'full-or-share': [
    {
      words: '- Tỷ lệ ≥ 80%: Điểm tối đa\n- Tỷ lệ < 80%: Điểm = Tỷ lệ/80%*Điểm tối đa',
      rule: 'theo tỷ lệ, đủ điểm từ 80 %',
      measure: percentage,
    },
    {
      words: '≥ 80 %: tối đa; < 80 %: Tỷ lệ/80 % × tối đa',
      rule: 'theo tỷ lệ, đủ điểm từ 80 %',
      measure: percentage,
    },
    {
      words: 'Đạt 70% được 10 điểm; thấp hơn chấm theo tỷ lệ',
      rule: 'theo tỷ lệ, đủ điểm từ 70 %',
      measure: percentage,
    },
    { words: 'Từ 90% được 10 điểm; còn lại theo tỷ lệ', rule: 'theo tỷ lệ, đủ điểm từ 90 %', measure: percentage },
    { words: 'Đạt 100% được 10 điểm; dưới 100% theo tỷ lệ', rule: 'theo tỷ lệ, đủ điểm từ 100 %', measure: percentage },
    {
      words: 'Từ 95% trở lên: 10 điểm; dưới 95%: tính theo tỷ lệ; dưới 40%: 0 điểm',
      rule: 'theo tỷ lệ, đủ điểm từ 95 %, 0 điểm dưới 40 %',
      measure: percentage,
    },
    {
      words: 'Hoàn thành chỉ tiêu được 10 điểm; chưa hoàn thành tính theo tỷ lệ % hoàn thành',
      rule: 'theo tỷ lệ, đủ điểm từ 100 %',
      measure: 'percentage',
    },
    {
      words: 'Tỷ lệ đạt ≥80%: 10; tỷ lệ <80%: (tỷ lệ/80%)*10',
      rule: 'theo tỷ lệ, đủ điểm từ 80 %',
      measure: 'percentage',
    },
  ],
  average: [
    {
      words: 'Trên hoặc bằng mức trung bình chung của tỉnh: 10 điểm; dưới: 0 điểm',
      rule: 'bằng hoặc tốt hơn bình quân chung: đủ điểm; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'Cao hơn bình quân các đơn vị: 10 điểm; thấp hơn bình quân: 4 điểm',
      rule: 'tốt hơn bình quân các đơn vị: đủ điểm; còn lại: 4',
      measure: percentage,
    },
  ],
  ...STEP_EXAMPLES,
  days: [
    {
      words: 'Trước ngày 15/11: 10 điểm; sau ngày 15/11: 4 điểm',
      rule: 'đến 15/11: 10; sau đó: 4',
      measure: 'date',
    },
    {
      words: 'Gửi chậm nhất ngày 05/12/2026: 10 điểm; gửi muộn: 0 điểm',
      rule: 'đến 05/12/2026: 10; sau đó: 0',
      measure: 'date',
    },
    {
      words: 'Có phương án trước ngày 30/4/2026: 10 điểm; sau ngày 30/4/2026: 6 điểm; không có: 0 điểm',
      rule: 'đến 30/04/2026: 10; sau đó: 6',
      measure: 'date',
    },
    {
      words: 'Phát động trước 31/01: 10 điểm; từ 01/02 đến 28/02: 5 điểm; sau 28/02: 2 điểm; không phát động: 0 điểm',
      rule: 'đến 31/01: 10; đến 28/02: 5; sau đó: 2',
      measure: 'date',
    },
    {
      words: 'Trước ngày 5/5 gửi danh sách: 10 điểm; sau đó: 0 điểm',
      rule: 'đến 04/05: 10; sau đó: 0',
      measure: 'date',
    },
  ],
  figures: [
    {
      words: 'Từ 85% được 10 điểm; từ 75% đến dưới 85% được 6 điểm; dưới 75% 0 điểm',
      rule: 'từ 85 %: 10; từ 75 %: 6; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'Đạt từ 85% trở lên chấm 10 điểm; từ 75% đến 84% chấm 6 điểm; dưới 75% không chấm điểm',
      rule: 'từ 85 %: 10; từ 75 %: 6; còn lại: 0',
      measure: percentage,
    },
    {
      words: '≥ 85%: 10 điểm; 75% - <85%: 6 điểm; <75%: 0 điểm',
      rule: 'từ 85 %: 10; từ 75 %: 6; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'đạt 100 % được 10 điểm, 80–99 % được 8',
      rule: 'từ 100 %: 10; từ 80 %: 8; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'Họp 4 lần/năm: 10 điểm\nHọp 3 lần/năm: 7 điểm\nHọp 2 lần/năm: 5 điểm\nCòn lại: 0 điểm',
      rule: 'từ 4: 10; từ 3: 7; từ 2: 5; còn lại: 0',
      measure: count,
    },
    {
      words: 'Không có vụ việc: 10 điểm; 1 vụ: 5 điểm; từ 2 vụ trở lên: 0 điểm',
      rule: 'đến 0 trở xuống: 10; trên 0 đến 1: 5; trên 1 trở lên: 0',
      measure: count,
    },
    {
      words: 'Xếp hạng 1: 10 điểm; hạng 2: 8 điểm; hạng 3: 6 điểm; còn lại 3 điểm',
      rule: 'đến 1 trở xuống: 10; trên 1 đến 2: 8; trên 2 đến 3: 6; trên 3 trở lên: 3',
      measure: count,
    },
    {
      words: 'Đủ 6 buổi 10 điểm; từ 4 đến 5 buổi 6 điểm; dưới 4 buổi 0 điểm',
      rule: 'từ 6: 10; từ 4: 6; còn lại: 0',
      measure: count,
    },
    {
      words: 'Từ 90% đến 100%: 10 điểm Từ 70% đến dưới 90%: 7 điểm Từ 50% đến cận 70%: 4 điểm Dưới 50%: 1 điểm',
      rule: 'từ 90 %: 10; từ 70 %: 7; từ 50 %: 4; còn lại: 1',
      measure: percentage,
    },
    {
      words: 'Trên 95% trở lên: 10 điểm; từ 80 - 95%: 5 điểm; dưới 80%: trừ hết điểm',
      rule: 'trên 95 %: 10; từ 80 %: 5; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'Từ 80% trở lên: điểm tối đa; từ 60% đến dưới 80%: 1/2*Điểm tối đa; dưới 60%: 0 điểm',
      rule: 'từ 80 %: 10; từ 60 %: 5; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'từ 70% đến dưới 90%: 6 điểm; dưới 70% không tính điểm',
      title: 'Tỷ lệ hồ sơ được số hóa đạt từ 90%',
      rule: 'từ 90 %: 10; từ 70 %: 6; còn lại: 0',
      measure: percentage,
    },
    {
      words: 'Từ 98% trở lên: 10 điểm; dưới 98%: 0 điểm',
      rule: 'đạt từ 98 %: đủ điểm; không đạt: 0',
      measure: percentage,
    },
    { words: 'Dưới 5%: 10 điểm; còn lại: 0 điểm', rule: 'đạt dưới 5 %: đủ điểm; không đạt: 0', measure: percentage },
    {
      words: 'Đúng hạn: 10 điểm; chậm 01 - 02 ngày: 6 điểm; chậm 03 - 05 ngày: 3 điểm; chậm trên 5 ngày: 0 điểm',
      rule: 'dưới 1 trở xuống: 10; từ 1 đến dưới 3: 6; từ 3 đến 5: 3; trên 5 trở lên: 0',
      measure: count,
    },
    {
      words: 'Không có: 10 điểm; có 01 đơn thư: 6 điểm; từ 02 trở lên: 0 điểm',
      rule: 'đến 0 trở xuống: 10; trên 0 đến 1: 6; trên 1 trở lên: 0',
      measure: 'count',
    },
    {
      words: 'Đạt 100% chỉ tiêu giao: 10 điểm; đạt từ 80% đến dưới 100%: 6 điểm; còn lại: 0 điểm',
      rule: 'từ 100 %: 10; từ 80 %: 6; còn lại: 0',
      measure: 'percentage',
    },
    {
      words: 'Hạng 1-3: 10 điểm; hạng 4-6: 7 điểm; hạng 7 trở xuống: 4 điểm',
      rule: 'dưới 4 trở xuống: 10; từ 4 đến dưới 7: 7; từ 7 trở lên: 4',
      measure: 'count',
    },
    {
      words: 'Tiết kiệm từ 5% trở lên: 10 điểm; dưới 5%: 5 điểm; không tiết kiệm: 0 điểm',
      rule: 'từ 5 %: 10; trên 0 %: 5; còn lại: 0',
      measure: 'percentage',
    },
    {
      words: '100% đoàn viên dự: 10 điểm; từ 80% đến dưới 100% đoàn viên dự: 7 điểm; dưới 80%: 0 điểm',
      rule: 'từ 100 %: 10; từ 80 %: 7; còn lại: 0',
      measure: 'percentage',
    },
    {
      words: 'Đủ 12/12 tháng: 10 điểm; 10-11 tháng: 7 điểm; dưới 10 tháng: 3 điểm',
      rule: 'từ 12: 10; từ 10: 7; còn lại: 3',
      measure: 'count',
    },
    {
      words: 'Đạt từ 90 điểm trở lên: 10 điểm; từ 80 đến dưới 90 điểm: 8 điểm; dưới 80 điểm: 5 điểm',
      rule: 'từ 90: 10; từ 80: 8; còn lại: 5',
      measure: 'count',
    },
  ],
  'yes-no': [
    { words: 'Có 10 điểm; không 0 điểm', rule: 'có: đủ điểm; không: 0', measure: 'yes-no' },
    { words: 'Có kế hoạch: Điểm tối đa; Không có kế hoạch: 0 điểm', rule: 'có: đủ điểm; không: 0', measure: 'yes-no' },
    { words: '- Đạt yêu cầu: 10 điểm\n- Không đạt: 0 điểm', rule: 'có: đủ điểm; không: 0', measure: 'yes-no' },
    { words: 'Ban hành đúng thời gian được tính 10 điểm', rule: 'có: đủ điểm; không: 0', measure: 'yes-no' },
    {
      words: 'Không để xảy ra cháy, nổ: 10 điểm; để xảy ra: 0 điểm',
      title: 'Không để xảy ra cháy, nổ trên địa bàn',
      rule: 'có: đủ điểm; không: 0',
      measure: 'yes-no',
    },
  ],
  parts: [
    {
      words: 'Có phân công (3 điểm), có quy chế (4 điểm), có báo cáo (3 điểm)',
      rule: 'cộng điểm các ý',
      measure: 'amount',
    },
    {
      words: 'Có phương án (2đ), tổ chức từ 03 buổi trở lên (5đ), có tin bài (3đ)',
      rule: 'cộng điểm các ý',
      measure: 'amount',
    },
  ],
  levels: [
    {
      words: 'Tốt: 10 điểm; khá: 7; trung bình: 5; yếu: 0',
      rule: 'tot “Tốt”: 10; kha “Khá”: 7; trung-binh “Trung bình”: 5; yeu “Yếu”: 0',
      measure: 'level',
    },
    {
      words: 'Đúng hạn 10 điểm; chậm 4 điểm; không đăng ký 0 điểm',
      rule: 'dung-han “Đúng hạn”: 10; cham “Chậm”: 4; khong-dang-ky “Không đăng ký”: 0',
      measure: 'level',
    },
    {
      words: 'Bí thư chi bộ làm tổ trưởng: Điểm tối đa; Phó Bí thư làm tổ trưởng: 1/2*Điểm tối đa; chưa có tổ: 0 điểm',
      rule: 'bi-thu-chi-bo-lam-to-truong “Bí thư chi bộ làm tổ trưởng”: 10; pho-bi-thu-lam-to-truong “Phó Bí thư làm tổ trưởng”: 5; chua-co-to “Chưa có tổ”: 0',
      measure: 'level',
    },
    {
      words: 'Không để xảy ra cháy, nổ: 10 điểm; để xảy ra: 0 điểm',
      title: 'Công tác phòng cháy, chữa cháy',
      rule: 'khong-de-xay-ra-chay-no “Không để xảy ra cháy, nổ”: 10; de-xay-ra “Để xảy ra”: 0',
      measure: 'level',
    },
    {
      words: 'Cao hơn mức bình quân chung của xã: 10 điểm; bằng: 6 điểm; thấp hơn: 3 điểm',
      rule: 'cao-hon-muc-binh-quan-chung-cua-xa “Cao hơn mức bình quân chung của xã”: 10; bang “Bằng”: 6; thap-hon “Thấp hơn”: 3',
      measure: 'level',
    },
    {
      words: 'Xếp thứ nhất: 10 điểm; thứ nhì: 8 điểm; còn lại: 4 điểm',
      rule: 'xep-thu-nhat “Xếp thứ nhất”: 10; thu-nhi “Thứ nhì”: 8; con-lai “Còn lại”: 4',
      measure: 'level',
    },
    {
      words: '10 điểm nếu ban hành đúng thời gian, 3 điểm nếu chậm, 0 điểm nếu không ban hành',
      rule: 'ban-hanh-dung-thoi-gian “Ban hành đúng thời gian”: 10; cham “Chậm”: 3; khong-ban-hanh “Không ban hành”: 0',
      measure: 'level',
    },
  ],
};

/** What no form takes: it stays as the plan's own words. */
export const KEPT_AS_WORDS: readonly string[] = [
  'Tỷ lệ * điểm tối đa; từ 80% trở lên: 10 điểm; dưới 80%: 3 điểm',
  'Xếp loại theo quy định tại Phụ lục 2 của Quyết định số 12/QĐ-UBND',
  'Từ 90%: 10 điểm; từ 70% đến dưới 80%: 5 điểm; dưới 70%: 0',
  'Từ 80%: 15 điểm; dưới 80%: 5 điểm',
  'Cử đủ thành phần: 10 điểm. Không cử 01 lớp: trừ 3 điểm. Không cử lớp nào: 0 điểm',
  'Được cấp tỉnh khen: cộng 3 điểm; được báo, đài nêu gương: 1 điểm/lần, tổng không quá 10 điểm',
  'Điểm = (Số A + Số B) / 2',
  'Mỗi sáng kiến cấp xã cộng 1 điểm, cấp tỉnh cộng 3 điểm; tối đa 10 điểm',
  'Chấm linh hoạt',
  'Đạt 85%: 10 điểm; đạt 3 buổi: 5 điểm',
];
