/** Whose set of criteria it is: whom its heading names, else its title, else whoever competes in a plan of that body. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';

const WHO: Readonly<Record<string, string>> = {
  village: 'các thôn',
  school: 'các trường học',
  agency: 'các cơ quan, đơn vị',
  'party-body': 'các chi bộ',
};
const ROWS = [
  'STT\tTiêu chí\tĐiểm tối đa\tCách tính',
  '1\tHồ sơ nộp trực tuyến\t60\tTheo tỷ lệ',
  '2\tCó báo cáo đúng hạn\t40\tCó: 40 điểm; không: 0 điểm',
  '\tTổng\t100\t',
].join('\n');
/** Lines between the text and the table; `whom` = whose set it is, '' = not named there. */
const HEADINGS: readonly ((whom: string) => string)[] = [
  (whom) =>
    `BỘ TIÊU CHÍ\nCHẤM ĐIỂM THI ĐUA ${whom.toUpperCase()}\n(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 20/01/2026 của UBND xã Khe Dền)\n`,
  (whom) => `BỘ TIÊU CHÍ CHẤM ĐIỂM ${whom.toUpperCase()}\n`,
  (whom) => `PHỤ LỤC\nBộ tiêu chí chấm điểm ${whom}\n(Kèm theo Quyết định số 88/QĐ-UBND)\n`,
];

function issued(title: string, above: string): string {
  return `ỦY BAN NHÂN DÂN\nXÃ KHE DỀN\nSố: 88/QĐ-UBND\nKhe Dền, ngày 20 tháng 01 năm 2026\nQUYẾT ĐỊNH\n${title}\n
Điều 1. Ban hành kèm theo Quyết định này Bộ tiêu chí.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký; các đơn vị có liên quan chịu trách nhiệm thi hành.
Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nVàng A Súa\n
${above}${ROWS}\n`;
}
const audiences = (text: string) =>
  proposeMovement(extractPlan(text), { year: 2026 }).criteriaSets.map(({ audience }) => audience);

describe.each(Object.entries(WHO))('a set for %s', (kind, whom) => {
  it.each(HEADINGS.map((heading, at) => [at, heading] as const))('is theirs alone (heading %i)', (_, heading) => {
    expect(audiences(issued('Ban hành Bộ tiêu chí chấm điểm thi đua', heading(` ${whom}`)))).toEqual([kind]);
    expect(
      audiences(issued(`Ban hành Bộ tiêu chí chấm điểm thi đua của ${whom} trên địa bàn xã`, heading(''))),
    ).toEqual([kind]);
  });
});

it('a plan of a school has neither villages nor offices of the commune', () => {
  const text = `UBND XÃ KHE DỀN\nTRƯỜNG THCS PHAN BỘI CHÂU\nSố: 87/KH-THCSPBC\nKhe Dền, ngày 12 tháng 9 năm 2026\nKẾ HOẠCH
Tổ chức phong trào thi đua “Dạy tốt” năm học 2026 - 2027\nI. CHỈ TIÊU\n1. Đối với nhà trường\n- 100% các khoản thu không dùng tiền mặt.
II. TIÊU CHÍ CHẤM ĐIỂM CỦA TỔ CHUYÊN MÔN\n${ROWS}\n`;
  expect(audiences(text)).toEqual(['school']);
});
