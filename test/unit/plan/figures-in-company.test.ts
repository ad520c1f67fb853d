/**
 * Figures that share words with others: in brackets, as the second of two, in a list with a single verb, with a start,
 * with a limit of time. Composed: no number and no noun comes from a plan.
 */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { wordingOf } from '../../../core/dossier/propose/wording-of-target.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const read = (sentence: string, heading = 'MỤC TIÊU') =>
  extractPlan(
    `ỦY BAN NHÂN DÂN\nXÃ PHÚ XUÂN\nKẾ HOẠCH\nPhong trào thi đua “Chuyển đổi số” năm 2026\nI. ${heading}\n1. ${sentence}.\n`,
  );
const found = (sentence: string, heading?: string) =>
  read(sentence, heading).targets.map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`);
const titles = (sentence: string) => read(sentence).targets.map((target) => wordingOf(target).title);

const NOUNS = ['mô hình', 'câu lạc bộ', 'tổ tự quản', 'bình chữa cháy', 'dụng cụ', 'tủ sách', 'vườn mẫu', 'camera'];
const unitOf = (noun: string): string => ({ 'tổ tự quản': 'tổ', 'bình chữa cháy': 'bình' })[noun] ?? noun;

describe.each([1, 2, 3, 4, 5, 6])('composed (%d)', (seed) => {
  const { pick, between } = seeded(seed);
  const [text, two] = [pick(NOUNS.slice(0, 4)), pick(NOUNS.slice(4))];
  const [few, many, share, more] = [between(2, 9), between(20, 90), between(11, 45), between(50, 98)];

  it('brackets that ask something of each year, or say alone how many', () => {
    const each = pick(['mỗi năm', 'hằng năm', 'hàng năm', 'từng năm']);
    expect(found(`Làm mới ${many} km đường hoa (${each} ${few} km)`)).toEqual([`= ${many} km`, `= ${few} km`]);
    expect(found(`Làm mới đường hoa (${each} ${few} km)`)).toEqual([`= ${few} km`]);
    expect(found(`Ra mắt ${text} (${pick(['mỗi thôn', 'mỗi quý', 'từng chi hội'])} ${few} ${text})`)).toEqual([
      `= ${few} ${unitOf(text)}`,
    ]);
    // These only divide the target, or describe a size.
    expect(found(`Lấy ý kiến của ${many} người dân (mỗi quý ${few} người)`)).toEqual([`= ${many} người`]);
    expect(found(`Mở ${many} lớp (mỗi lớp ${few} học viên)`)).toEqual([`= ${many} lớp`]);
    const [road, yearly] = read(`Làm mới ${many} km đường hoa (${each} ${few} km)`).targets;
    expect([road?.text, yearly?.text]).toEqual([
      `Làm mới ${many} km đường hoa`,
      `Làm mới ${many} km đường hoa (${each} ${few} km)`,
    ]);
  });

  it('no longer than so many days, and none of what is overdue', () => {
    const left = pick(['thiếu thuốc', 'rác đọng', 'mất nước', 'đường hỏng', 'đơn chưa trả lời']);
    const unit = pick(['ngày', 'giờ', 'phút']);
    expect(found(`Không để ${left} quá ${few} ${unit}`)).toEqual([`<= ${few} ${unit}`]);
    expect(found(`Không để hồ sơ tồn đọng quá ${few} ${unit}`)).toEqual(['= 0 hồ sơ']);
    expect(found(`Không để xảy ra ùn tắc quá ${few} ${unit}`)).toEqual([]);
  });

  it('the other of two', () => {
    const unit = [unitOf(text), unitOf(two)];
    expect(found(`Mỗi hộ có 01 ${text} hoặc 0${few} ${two}`)).toEqual([`= 1 ${unit[0]}`, `= ${few} ${unit[1]}`]);
    expect(found(`Mỗi hộ có ít nhất 01 ${text} hoặc 0${few} ${two}`)).toEqual([
      `>= 1 ${unit[0]}`,
      `>= ${few} ${unit[1]}`,
    ]);
  });

  it('a verb that a list says once', () => {
    const verb = pick(['bán hàng trên sàn', 'sử dụng hóa đơn điện tử', 'có mã QR', 'ký cam kết bảo vệ môi trường']);
    const [lead, joint] = [pick(['', 'Phấn đấu có ', 'Ít nhất ']), pick([',', ' và'])];
    const sentence = `${lead}${share}% hộ sản xuất, ${more}% cơ sở OCOP${joint} 100% hợp tác xã ${verb}`;
    expect(titles(sentence)).toEqual([
      `Tỷ lệ hộ sản xuất ${verb}`,
      `Tỷ lệ cơ sở OCOP ${verb}`,
      `Tỷ lệ hợp tác xã ${verb}`,
    ]);
    // What says its own is left as it is.
    expect(titles(`${share}% hộ có cáp quang, ${more}% giao dịch qua ngân hàng và 100% sạp ${verb}`)[1]).toBe(
      'Tỷ lệ giao dịch qua ngân hàng',
    );
    expect(titles(`Dưới ${share}% hồ sơ trễ hạn và dưới ${few}% hồ sơ phải trả lại`)[0]).toBe('Tỷ lệ hồ sơ trễ hạn');
  });

  it('a second figure with a time of its own', () => {
    const noun = pick(['mét giá', 'km đường hoa', 'ha rừng', 'tấn rác']);
    const whole = `Hoàn thành ${share} ${noun} trong quý II và ${more} ${noun} cả năm`;
    expect(read(whole).targets.map(({ value, deadline }) => [value, deadline])).toEqual([
      [share, '2026-06-30'],
      [more, '2026-12-31'],
    ]);
  });

  it('nobody punished', () => {
    const who = pick(['cán bộ, công chức', 'đảng viên', 'cán bộ, công chức, người lao động', 'giáo viên']);
    const punished = pick(['bị kỷ luật', 'bị xử lý kỷ luật', 'bị thi hành kỷ luật']);
    expect(found(`Không có ${who} ${punished}`)).toEqual(['= 0 người']);
    // A grade alone leaves the number open; in a standard it only excludes.
    expect(found(`Không có ${who} ${punished} từ hình thức cảnh cáo trở lên`)).toEqual([]);
    expect(found(`Đơn vị không có ${who} ${punished}`, 'TIÊU CHUẨN KHEN THƯỞNG')).toEqual([]);
  });

  it('a start that brackets say when it stood', () => {
    const when = pick([
      ['tháng 3', 'tháng 12'],
      ['quý I', 'quý IV'],
      ['tháng 2/2026', 'tháng 11/2026'],
      ['2025', '2026'],
    ]);
    const sentence = `${pick(['Nâng tỷ lệ', 'Tỷ lệ'])} hồ sơ trực tuyến từ ${share}% (${when[0]}) lên ${more}% (${when[1]})`;
    expect(found(sentence)).toEqual([`= ${more} %`]);
    expect(titles(sentence)).toEqual(['Tỷ lệ hồ sơ trực tuyến']);
  });
});

it('a list with a shared verb sets a target for each of its audiences', () => {
  const { criteriaSets } = proposeMovement(read('80% cơ quan, 90% thôn hưởng ứng'), { year: 2026 });
  const titles = criteriaSets.flatMap(({ audience, criteria }) =>
    criteria.filter(({ source }) => source.code).map(({ title }) => [audience, title]),
  );
  expect(titles).toEqual([
    ['agency', 'Hưởng ứng'],
    ['village', 'Hưởng ứng'],
  ]);
});
