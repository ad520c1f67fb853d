/** Examples of points taken off or added step by step. */
import type { Example } from './example.ts';

const percentage = 'percentage';
const count = 'count';

export const STEP_EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'steps-off': [
    {
      words: 'Đạt 85%: 10 điểm, cứ giảm 1% trừ 0,5 điểm',
      rule: 'theo bậc, từ 85 %: 10, cứ thiếu 1 % trừ 0,5',
      measure: percentage,
    },
    {
      words: 'Trên 60% được 10 điểm; cứ thiếu 5% trừ 3 điểm',
      rule: 'theo bậc, từ 60 %: 10, cứ thiếu 5 % trừ 3',
      measure: percentage,
    },
    {
      words: 'Cứ thấp hơn 1% trừ 0,5 điểm',
      title: 'Tỷ lệ hộ có đường truyền cáp quang đạt 75%',
      rule: 'theo bậc, từ 75 %: 10, cứ thiếu 1 % trừ 0,5',
      measure: percentage,
    },
    {
      words: 'Mỗi 1% thấp hơn chỉ tiêu trừ 0,2 điểm',
      title: 'Tỷ lệ hồ sơ trực tuyến đạt 80%',
      rule: 'theo bậc, từ 80 %: 10, cứ thiếu 1 % trừ 0,2',
      measure: percentage,
    },
    {
      words: 'Cứ 2% hộ chưa phân loại rác thì trừ 1 điểm',
      rule: 'theo bậc, đến 0 %: 10, cứ vượt 2 % trừ 1',
      measure: percentage,
    },
    {
      words: 'Đủ 12 buổi: 10 điểm; mỗi buổi thiếu trừ 1 điểm',
      rule: 'theo bậc, từ 12: 10, cứ thiếu 1 trừ 1',
      measure: count,
    },
    {
      words: 'Đạt từ 75% trở lên được 10 điểm; dưới 75% thì cứ thấp hơn 5% trừ 1 điểm',
      rule: 'theo bậc, từ 75 %: 10, cứ thiếu 5 % trừ 1',
      measure: 'percentage',
    },
    {
      words: 'Gửi đúng thời gian quy định được 10 điểm. Chậm 1 ngày trừ 0,5 điểm',
      rule: 'theo bậc, đến 0: 10, cứ vượt 1 trừ 0,5',
      measure: 'count',
    },
  ],
  'cases-off': [
    { words: 'Không có: 10 điểm; mỗi vụ trừ 4 điểm', rule: 'đủ điểm, trừ 4 mỗi vụ', measure: count },
    { words: 'Giảm 1 điểm cho mỗi lần chậm báo cáo', rule: 'đủ điểm, trừ 1 mỗi lần chậm báo cáo', measure: count },
    { words: 'Mỗi báo cáo chậm trừ 2 điểm', rule: 'đủ điểm, trừ 2 mỗi báo cáo chậm', measure: count },
    { words: 'Trễ hạn bị trừ 1 điểm cho mỗi ngày', rule: 'đủ điểm, trừ 1 mỗi ngày Trễ hạn', measure: count },
    {
      words: '01 lần trừ 3 điểm, từ lần thứ hai trừ hết số điểm còn lại',
      rule: 'đủ điểm, trừ 3 mỗi lần, từ 2 lần: 0',
      measure: count,
    },
    { words: 'Vi phạm trừ 2 - 5 điểm/lần', rule: 'đủ điểm, trừ 2 đến 5 mỗi lần Vi phạm', measure: count },
    { words: 'Trừ 1 điểm/lần', max: 6, deducts: true, rule: 'trừ 1 mỗi lần, tối đa 6', measure: count },
    {
      words: 'Mỗi báo cáo gửi chậm trừ 05 điểm; trừ không quá 8 điểm',
      rule: 'đủ điểm, trừ 5 mỗi báo cáo gửi chậm, trừ tối đa 8',
      measure: count,
    },
    { words: '-0,5 điểm/tin', max: 5, deducts: true, rule: 'trừ 0,5 mỗi tin, tối đa 5', measure: count },
    {
      words: 'Mỗi quý có ít nhất 02 buổi: điểm tối đa; mỗi quý không có buổi nào trừ 2 điểm',
      rule: 'đủ điểm, trừ 2 mỗi quý không có buổi nào',
      measure: 'count',
    },
    {
      words: 'Mỗi văn bản gửi muộn trừ 01 điểm, tối đa trừ 04 điểm',
      rule: 'đủ điểm, trừ 1 mỗi văn bản gửi muộn, trừ tối đa 4',
      measure: 'count',
    },
    {
      words: 'Dự đầy đủ: 10 điểm; vắng không phép 01 lần trừ 2 điểm',
      rule: 'đủ điểm, trừ 2 mỗi lần vắng không phép',
      measure: 'count',
    },
    {
      words: 'Vắng 01 buổi trừ 02 điểm; vắng từ 03 buổi trở lên không chấm điểm',
      rule: 'đủ điểm, trừ 2 mỗi buổi vắng, từ 3 lần: 0',
      measure: 'count',
    },
    {
      words: 'Công khai đầy đủ 05/05 nội dung: 10 điểm; mỗi nội dung không công khai trừ 2 điểm',
      rule: 'đủ điểm, trừ 2 mỗi nội dung không công khai',
      measure: 'count',
    },
    {
      words: '100% đảng viên có: 10 điểm; thiếu mỗi đảng viên trừ 1 điểm',
      rule: 'đủ điểm, trừ 1 mỗi đảng viên thiếu',
      measure: 'count',
    },
    { words: 'Thiếu 01 kỳ trừ 2 điểm', rule: 'đủ điểm, trừ 2 mỗi kỳ thiếu', measure: 'count' },
  ],
  'cases-more': [
    { words: 'Mỗi mô hình được cộng 2 điểm, tối đa 10 điểm', rule: 'cộng 2 mỗi mô hình, tối đa 10', measure: count },
    { words: '0,5 điểm/bài, tổng điểm không quá 5 điểm', max: 5, rule: 'cộng 0,5 mỗi bài, tối đa 5', measure: count },
    { words: '+2 đ/giải (tối đa 10 đ)', rule: 'cộng 2 mỗi giải, tối đa 10', measure: count },
    { words: 'Mỗi lớp: 5 điểm', rule: 'cộng 5 mỗi lớp, tối đa 10', measure: count },
    {
      words: 'Mỗi 01 sáng kiến 2 điểm (nhưng tối đa không quá 10 điểm)',
      rule: 'cộng 2 mỗi sáng kiến, tối đa 10',
      measure: 'count',
    },
  ],
  'steps-more': [
    {
      words:
        'Từ 5 bài trở xuống được tính 4 điểm; trên 5 bài thì cứ thêm 2 bài được tính thêm 1 điểm, nhưng tối đa không quá 10 điểm',
      rule: 'theo bậc, từ 5: 4, cứ thêm 2 cộng 1',
      measure: count,
    },
    {
      words: 'Cứ đạt 2% được 0,15 điểm, tối đa 10 điểm',
      rule: 'theo bậc, từ 0 %: 0, cứ thêm 2 % cộng 0,15',
      measure: 'percentage',
    },
    { words: 'Mỗi 5 hộ tính 1 điểm', rule: 'theo bậc, từ 0: 0, cứ thêm 5 cộng 1', measure: count },
  ],
};
