/** Scales for teams, classes and other groups that only the plan itself has: each is the set of its own group, of nobody else. */
import { expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random } from '../../fixtures/random.ts';

const ISSUERS: readonly (readonly [head: string, opens: string])[] = [
  [
    'UBND XÃ NÀ PHAI\nTRƯỜNG TIỂU HỌC NÀ PHAI\nSố: 15/KH-THNP\nNà Phai, ngày 08 tháng 9 năm 2026',
    'Trường Tiểu học Nà Phai',
  ],
  ['HỢP TÁC XÃ CHÈ SUỐI GIÀNG\nSố: 03/KH-HTX\nXã Nà Phai, ngày 12 tháng 01 năm 2026', 'Hợp tác xã Chè Suối Giàng'],
  ['ỦY BAN NHÂN DÂN\nXÃ NÀ PHAI\nSố: 21/KH-UBND\nNà Phai, ngày 12 tháng 01 năm 2026', 'Ủy ban nhân dân xã'],
];
const GROUPS = [
  'tổ chuyên môn',
  'lớp',
  'đội sản xuất',
  'tổ công nghệ số cộng đồng',
  'chi đội',
  'nhóm hộ trồng chè',
  'khoa',
];
const HEADINGS: readonly ((group: string, points: number) => string)[] = [
  (group, points) => `ĐỐI VỚI ${group.toUpperCase()} (${points} điểm)`,
  (group) => `Dành cho các ${group}`,
  (group) => `Thang điểm dành cho ${group}`,
  (group) => `BẢNG ĐIỂM THI ĐUA CỦA ${group.toUpperCase()}`,
  (group) => `Cách chấm các ${group}`,
];
const ROWS = ['Dùng chữ ký số', 'Họp không giấy', 'Gửi báo cáo đúng hạn', 'Có sáng kiến được công nhận'];

function composed(seed: number) {
  const { pick, between } = random(seed);
  const [head, opens] = pick(ISSUERS);
  const first = between(0, GROUPS.length - 1);
  const groups = [GROUPS[first] ?? '', GROUPS[(first + between(1, GROUPS.length - 1)) % GROUPS.length] ?? ''];
  const write = pick(HEADINGS);
  const gap = pick(['\t', ' | ']);
  const scales = groups.map((group, at) => {
    const points = ROWS.map(() => between(1, 9) * 5);
    const sum = points.reduce((all, own) => all + own, 0);
    const rows = [
      ['TT', 'Nội dung', 'Điểm tối đa', 'Cách chấm'],
      ...ROWS.map((title, row) => [row + 1, title, points[row], `Có: ${points[row]} điểm; không có: 0 điểm`]),
    ];
    return { group, points, text: `${'AB'[at]}. ${write(group, sum)}\n${rows.map((row) => row.join(gap)).join('\n')}` };
  });
  const text = `${head}\nKẾ HOẠCH\nPhong trào thi đua “Cùng số hóa” năm 2026\n${opens} xây dựng kế hoạch như sau:\nI. CHỈ TIÊU\n1. Ít nhất 80% cuộc họp không dùng giấy.\nII. THANG ĐIỂM\n${scales.map((scale) => scale.text).join('\n')}\nIII. KHEN THƯỞNG\n1. Tặng Giấy khen cho không quá 02 tập thể.\n`;
  return { text, scales };
}

it('a scale for a group of its own becomes the set of that group', () => {
  const faults: string[] = [];
  for (let seed = 0; seed < 60; seed++) {
    const { text, scales } = composed(seed);
    const { audiences, criteriaSets } = proposeMovement(extractPlan(text), { year: 2026 });
    for (const { group, points } of scales) {
      const audience = audiences.find(({ name }) => name.toLowerCase() === group);
      const set = criteriaSets.find((set) => set.audience === audience?.kind);
      const found = set?.criteria.map(({ maxPoints }) => maxPoints / 100).join(' ');
      if (!audience?.competes || found !== points.join(' '))
        faults.push(`${seed} ${group}: ${found} for ${points.join(' ')}\n${text}`);
    }
    const others = criteriaSets.filter(({ audience }) =>
      scales.every(({ points }) => {
        const own = criteriaSets.find((set) => set.audience === audience);
        return own?.criteria.map(({ maxPoints }) => maxPoints / 100).join(' ') !== points.join(' ');
      }),
    );
    // A commune's villages and offices still compete where the plan has scales for other groups besides.
    if (!text.includes('KH-UBND') && others.length > 0)
      faults.push(`${seed} ${others.map(({ audience }) => audience).join()}`);
  }
  expect(faults.slice(0, 3)).toEqual([]);
});
