/** What a share is taken of and what is left out of it, composed of nouns, clauses and layouts; what only looks so. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const PLAN = 'KẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\nI. CHỈ TIÊU\n1. ';
const found = (sentence: string) =>
  extractPlan(PLAN + sentence).targets.map(({ value, qualifier, exclusion }) => [value, qualifier, exclusion]);

/** Nouns, words that narrow them, predicates. */
const NOUNS = ['hộ dân', 'người dân', 'thủ tục hành chính', 'cơ sở sản xuất', 'văn bản đi', 'hộ trồng quế'];
const NARROWING = [
  'đủ điều kiện',
  'từ 15 tuổi trở lên',
  'dưới 60 tuổi',
  'từ đủ 14 đến dưới 30 tuổi',
  'có vườn ươm',
  'đang cư trú',
  'chưa có bảng tên',
  'thuộc thẩm quyền',
  'còn hiệu lực',
  'trưởng thành',
];
const SAID = ['được gắn mã', 'được tập huấn một lần', 'đều được phát sổ tay'];
const DONE = ['Số hóa', 'Hoàn thành', 'Giải quyết', 'Rà soát', 'Cắt giảm'];
const DONE_TO = ['đã đăng ký', 'được giao', 'được giao trong năm', 'đã có dữ liệu dùng chung', 'phát sinh trong kỳ'];
const LEFT_OUT = ['trừ văn bản mật', 'trừ hộ được miễn, hộ đi vắng', 'không bao gồm hồ sơ mật', 'không kể hộ mới tách'];
const LEADS = ['', 'Trên ', 'Tối thiểu ', 'Phấn đấu ', 'Vận động '];

describe('a share', () => {
  const { pick, between } = random(31);
  const each = Array.from({ length: 200 }, () => ({
    lead: pick(LEADS),
    value: between(21, 99),
    noun: pick(NOUNS),
    narrow: pick(NARROWING),
    said: pick(SAID),
    out: pick(LEFT_OUT),
  }));

  it('is of the narrowed group, whatever the noun and the predicate', () => {
    for (const { lead, value, noun, narrow, said } of each) {
      const sentence = `${lead}${value}% ${noun} ${narrow} ${said}.`;
      expect(found(sentence), sentence).toEqual([[value, narrow, null]]);
    }
  });

  it('is of all where nothing tells them apart', () => {
    for (const { lead, value, noun, said } of each) {
      const sentence = `${lead}${value}% ${noun} ${said}.`;
      expect(found(sentence), sentence).toEqual([[value, null, null]]);
    }
  });

  it('is of the narrowed group too where the noun comes before the number', () => {
    for (const { value, noun, narrow, said } of each) {
      const sentence = `Tỷ lệ ${noun} ${narrow} ${said} đạt ${value}%.`;
      expect(found(sentence), sentence).toEqual([[value, narrow, null]]);
    }
  });

  it('of what is worked on is of those done to', () => {
    for (const { value, noun } of each) {
      const [done, narrow] = [pick(DONE), pick(DONE_TO)];
      for (const end of ['.', ', nội bộ đoàn kết.'])
        expect(found(`${done} ${value}% ${noun} ${narrow}${end}`), `${done} ${noun} ${narrow}`).toEqual([
          [value, narrow, null],
        ]);
    }
  });

  it('leaves out what its brackets or its commas set aside, and nothing else', () => {
    for (const { lead, value, noun, said, out } of each) {
      expect(found(`${lead}${value}% ${noun} (${out}) ${said}.`), out).toEqual([[value, null, out]]);
      expect(found(`${lead}${value}% ${noun} ${said} (${out}).`), out).toEqual([[value, null, out]]);
      const whole = out.split(',')[0] ?? '';
      expect(found(`${lead}${value}% ${noun}, ${whole}, ${said}.`), whole).toEqual([[value, null, whole]]);
    }
  });

  it('shares what is left out with those it shares its verb with', () => {
    expect(found('Tối thiểu 80% hồ sơ cấp tỉnh, 70% hồ sơ cấp xã được xử lý trên mạng (trừ hồ sơ mật).')).toEqual([
      [80, null, 'trừ hồ sơ mật'],
      [70, null, 'trừ hồ sơ mật'],
    ]);
    expect(found('80% hộ dân có cáp quang, 70% văn bản đi được ký số (trừ văn bản mật).')).toEqual([
      [80, null, null],
      [70, null, 'trừ văn bản mật'],
    ]);
  });

  it('is of a noun that ends behind an age and before what was done', () => {
    const subjects = (sentence: string) => extractPlan(PLAN + sentence).targets.map(({ subject }) => subject);
    expect(subjects('90% người dân từ đủ 14 tuổi trở lên có tài khoản.')).toEqual(['người dân từ đủ 14 tuổi trở lên']);
    expect(subjects('Hoàn thành 95% chỉ tiêu đã đăng ký.')).toEqual(['chỉ tiêu']);
  });

  it('in the row of a table is of those its name tells apart', () => {
    const table = `II. CHỈ TIÊU\nTT\tChỉ tiêu\tĐVT\tNăm 2026\n1\tNgười từ 15 đến 60 tuổi biết chữ\t%\t89\n2\tVăn bản đi được ký số (trừ văn bản mật)\t%\t100\n3\tHộ có cáp quang\t%\t80`;
    expect(found(`80% hộ dân có cáp quang.\n${table}`).slice(1)).toEqual([
      [89, 'từ 15 đến 60 tuổi', null],
      [100, null, 'trừ văn bản mật'],
      [80, null, null],
    ]);
  });

  it.each([
    ['Thôn đạt từ 90% chỉ tiêu ra lớp được giao trở lên.', 'được giao', null],
    [
      '70% hồ sơ công việc được xử lý trên mạng (trừ hồ sơ thuộc phạm vi bí mật).',
      null,
      'trừ hồ sơ thuộc phạm vi bí mật',
    ],
    ['Tỷ lệ hồ sơ phát sinh trực tuyến đạt 85%.', null, null],
    ['92% người dân có tài khoản định danh đang hoạt động.', null, null],
    ['70% hộ gia đình có người tự nộp được hồ sơ.', null, null],
    ['100% sản phẩm có mã truy xuất và được giới thiệu trên sàn.', null, null],
    ['100% gia đình người có công được thăm hỏi.', null, null],
    ['80% diện tích vườn được phòng trừ sâu bệnh.', null, null],
    ['100% dịch vụ công để người dân có thể được phục vụ tại nhà.', null, null],
  ])('%s', (sentence, qualifier, exclusion) => {
    expect(found(sentence).map(([, ...rest]) => rest)).toEqual([[qualifier, exclusion]]);
  });
});
