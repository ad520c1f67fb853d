/** The movement's period over composed plans: any day of issue, times within and beyond its year, titles with and without years. */
import { expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const RUNS = 150;
const two = (n: number): string => String(n).padStart(2, '0');

/** A plan and what is known of it. `beyond` = its times behind the year of issue, ISO. */
function composed(seed: number) {
  const { pick, between } = seeded(seed);
  const year = between(2024, 2027);
  const issued = `${year}-${two(between(2, 11))}-${two(between(1, 28))}`;
  const dayOf = (iso: string): string =>
    pick([
      iso.split('-').reverse().join('/'),
      `ngày ${Number(iso.slice(8))} tháng ${Number(iso.slice(5, 7))} năm ${iso.slice(0, 4)}`,
    ]);
  const beyond: string[] = [];
  const aimed: string[] = [];
  const time = (): string => {
    const isBeyond = between(0, 1) === 1;
    const iso = isBeyond
      ? `${year + between(1, 2)}-${two(between(4, 12))}-${two(between(1, 28))}`
      : `${year}-12-${two(between(2, 28))}`;
    if (isBeyond) beyond.push(iso);
    return iso;
  };
  const targets = Array.from({ length: between(1, 4) }, (_, at) => {
    const iso = time();
    if (beyond.includes(iso)) aimed.push(iso);
    return `${at + 1}. Đến ${dayOf(iso)}, ${between(20, 99)}% số ${pick(['hộ', 'hồ sơ', 'văn bản', 'thôn'])} thực hiện việc thứ ${pick(['nhất', 'hai'])}.`;
  });
  const works = Array.from(
    { length: between(0, 3) },
    (_, at) => `${at + 1}. ${pick(['Sơ kết phong trào', 'Các thôn gửi báo cáo'])} trước ${dayOf(time())}.`,
  );
  const own = pick(['', '', `năm ${year}`, `giai đoạn ${year} - ${year + 4}`]);
  const name = pick([
    'Phát động phong trào thi đua “Xã số”',
    'Tổ chức phong trào thi đua',
    'Về việc thi đua chuyển đổi số',
  ]);
  const text = `ỦY BAN NHÂN DÂN
XÃ PHÚ XUÂN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Phú Xuân, ngày ${issued.slice(8)} tháng ${issued.slice(5, 7)} năm ${year}

KẾ HOẠCH
${name} ${own}
Thực hiện Kế hoạch số 90/KH-UBND ngày 05/01/${year} của UBND tỉnh; UBND xã ban hành kế hoạch như sau:
I. MỤC TIÊU
${targets.join('\n')}
II. TỔ CHỨC THỰC HIỆN
${works.join('\n')}
`;
  return { text, own, year, issued, beyond, aimed };
}

it('follows the title, else the times, and asks once where the plan names no period', () => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const { text, own, year, issued, beyond, aimed } = composed(seed);
    const { movement, questions } = extractPlan(text);
    const isLonger = own === '' && beyond.length > 1;
    const wholeYear = { from: `${year}-01-01`, to: `${year}-12-31` };
    const last = beyond.toSorted().at(-1) ?? '';
    const period = isLonger
      ? { from: issued, to: last }
      : own.startsWith('giai')
        ? { from: `${year}-01-01`, to: `${year + 4}-12-31` }
        : wholeYear;
    expect(movement.period, text).toEqual(period);
    const of = (code: string) => questions.filter((question) => question.code === code);
    expect(
      of('period').map(({ periods }) => periods),
      text,
    ).toEqual(isLonger ? [[period, wholeYear]] : []);
    // A target beyond the period raises a question unless the question about the period covers it.
    expect(of('outside-period').length, text).toBe(isLonger ? 0 : aimed.filter((day) => day > period.to).length);
  }
});
