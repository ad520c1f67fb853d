/** Of which communes the plan's own was joined: lists of names in random wordings come back exactly. */
import { describe, expect, it } from 'vitest';
import { proposeMovement } from '../../../core/dossier/propose/propose-movement.ts';
import { questionsOf } from '../../../core/dossier/questions.ts';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const OWN = 'Phú Xuân';
const planOf = (sentence: string): string => `ỦY BAN NHÂN DÂN
XÃ PHÚ XUÂN
Số: 12/KH-UBND
Phú Xuân, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua “Phú Xuân số” năm 2026
Thực hiện Kế hoạch số 41/KH-UBND ngày 10/02/2026 của UBND tỉnh Thái Nguyên, UBND xã Phú Xuân ban hành Kế hoạch:
I. ĐẶC ĐIỂM TÌNH HÌNH
1. Địa bàn
${sentence}
2. Dân cư
Toàn xã có 21 thôn, 4.150 hộ.
II. CHỈ TIÊU
1. 80% hộ có Internet.
`;

const NAMES = [
  ...['Tân An', 'Bình Lộc', 'Hòa Sơn', 'Ia H’Rú', "Cư M'gar", 'Đạ K’Nàng', 'Mường Lay', 'Thạnh Hưng A', 'Ea Kao'],
  ...['Vĩnh Thạnh Trung', 'Sập Vạt', 'Y Tý', 'Lý Nhân Tông', 'Quý Lộc', 'Nam Sơn', 'Phú Xuân'],
];
const KINDS = ['xã', 'phường', 'thị trấn'] as const;
const NUMERALS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu'];

type Random = ReturnType<typeof seeded>;
interface Old {
  readonly kind: (typeof KINDS)[number];
  readonly name: string;
}

/** Some communes, of one kind after the other. */
function communes({ between, pick }: Random): Old[] {
  const left = [...NAMES];
  const all = Array.from({ length: between(2, 6) }, (): Old => {
    const [name = ''] = left.splice(between(0, left.length - 1), 1);
    return { kind: pick(['xã', 'xã', ...KINDS]), name };
  });
  return all.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** `A, B và C`. */
const listed = (words: readonly string[], and: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1)}`;

/** The list in words: each with its kind, or the kind once for all of it. */
function inWords(old: readonly Old[], { between, pick }: Random): string {
  const cased = (kind: string) => pick([kind, kind, kind.charAt(0).toUpperCase() + kind.slice(1)]);
  const and = pick([' và ', ', ', ', và ', ' cùng với ']);
  if (pick([true, false]))
    return listed(
      old.map(({ kind, name }) => `${cased(kind)} ${name}${pick(['', '', ' (cũ)'])}`),
      and,
    );
  const groups = KINDS.flatMap((kind) => {
    const names = old.flatMap((item) => (item.kind === kind ? [item.name] : []));
    if (names.length === 0) return [];
    if (names.length === 1) return [`${kind} ${names[0]}`];
    const count = pick(['các ', `0${names.length} `, `${NUMERALS[names.length]} `]);
    const opener = pick([kind, `${kind}:`, `${kind} gồm:`, `${kind} cũ là`]);
    return [`${count}${opener} ${listed(names, pick([' và ', ', ']))}`];
  });
  return listed(groups, between(0, 1) === 0 ? ' và ' : ', ');
}

const JOINING = ['sáp nhập', 'hợp nhất', 'sắp xếp', 'sắp xếp, hợp nhất', 'nhập', 'gộp', 'tổ chức lại'];
const EXTENT = [
  '',
  'toàn bộ ',
  'nguyên trạng ',
  'toàn bộ diện tích, dân số của ',
  'toàn bộ diện tích tự nhiên, quy mô dân số của ',
];
const RESOLUTION = [
  '',
  ' (theo Nghị quyết số 1656/NQ-UBTVQH15)',
  ' theo Nghị quyết số 1683/NQ-UBTVQH15 ngày 16/6/2025',
];
const SINCE = ['từ ngày 01/7/2025', 'kể từ ngày 01 tháng 7 năm 2025', 'từ 1/7/2025'];

/** A sentence around the list, and its day. */
function sentence(list: string, { pick }: Random): { readonly words: string; readonly day: string | null } {
  const [join, extent, since, by] = [pick(JOINING), pick(EXTENT), pick(SINCE), pick(RESOLUTION)];
  const formed = pick(['được thành lập', 'được hình thành', 'là xã mới được thành lập']);
  const subject = pick([`Xã ${OWN}`, `Xã ${OWN}, tỉnh Thái Nguyên`, `UBND xã ${OWN} (xã`]);
  const close = subject.endsWith('(xã') ? ') quản lý 21 thôn' : '';
  return pick([
    { words: `${subject} ${formed}${by} trên cơ sở ${join} ${extent}${list}${close}.`, day: null },
    {
      words: `${subject} ${formed} trên cơ sở ${join} ${extent}${list}${pick(RESOLUTION)}, chính thức hoạt động ${since}${close}.`,
      day: '2025-07-01',
    },
    { words: `Xã ${OWN} ${formed} ${since} trên cơ sở ${join} ${extent}${list}; có 21 thôn.`, day: '2025-07-01' },
    { words: `Xã ${formed} từ ${list}.`, day: null },
    { words: `${pick(['Sau khi', 'Sau'])} ${join} ${list}; địa bàn rộng, dân cư phân tán.`, day: null },
    { words: `Nghị quyết của Quốc hội về sắp xếp cấp xã: ${join} ${extent}${list} thành xã ${OWN}.`, day: null },
    {
      words: `Từ đây, ${list} sáp nhập thành xã mới lấy tên là xã ${OWN}. Xã đi vào hoạt động ${since}.`,
      day: '2025-07-01',
    },
  ]);
}

/** Broken into lines of a page. */
function inLines(words: string, width: number): string {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

describe('the communes a plan says its own was joined of', () => {
  it('come back exactly, with the day, from any list in any wording', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const old = communes(random);
      const { words, day } = sentence(inWords(old, random), random);
      const plan = planOf(inLines(words, random.pick([40, 70, 2000])));
      const { predecessors, validFrom, formedAt } = extractPlan(plan).movement;
      expect([predecessors, validFrom], words).toEqual([old.map(({ kind, name }) => `${kind} ${name}`), day]);
      const { text, section, offset } = formedAt!;
      expect([section, plan.replace(/\s+/g, ' ').slice(offset, offset + text.length)], words).toEqual(['I.1', text]);
      expect(words.startsWith(text.slice(0, 20)), words).toBe(true);
    }
  });

  it.each([
    ['xã Tân An và một phần diện tích, dân số của xã Bình Lộc', ['xã Tân An', 'xã Bình Lộc (một phần)']],
    ['xã Tân An, thị trấn Chợ Mới (một phần xã Bình Lộc)', ['xã Tân An', 'thị trấn Chợ Mới', 'xã Bình Lộc (một phần)']],
    ['xã Tân An (một phần) và toàn bộ xã Bình Lộc', ['xã Tân An (một phần)', 'xã Bình Lộc']],
    ['một phần xã Tân An; toàn bộ xã Bình Lộc', ['xã Tân An (một phần)']],
    [
      'các xã Tân An, Bình Lộc thuộc huyện Đại Từ và Phường 1, 2 (thành phố Sông Công)',
      ['xã Tân An', 'xã Bình Lộc', 'phường 1', 'phường 2'],
    ],
    ['nguyên trạng xã Tân An', ['xã Tân An']],
    ['xã Tân An và xã Bình Lộc, Đảng ủy xã chỉ đạo các thôn', ['xã Tân An', 'xã Bình Lộc']],
  ])('and how much of each: %s', (list, expected) => {
    const { predecessors } = extractPlan(planOf(`Xã Phú Xuân được thành lập trên cơ sở nhập ${list}.`)).movement;
    expect(predecessors).toEqual(expected);
  });

  it('the own commune behind a list is what came of it, where the sentence goes on with it', () => {
    for (const list of ['3 xã Tân An, Bình Lộc, Hòa Sơn', 'xã Tân An, xã Bình Lộc, xã Hòa Sơn']) {
      const { predecessors } = extractPlan(planOf(`Sau khi sáp nhập ${list}, xã Phú Xuân có 21 thôn.`)).movement;
      expect(predecessors).toEqual(['xã Tân An', 'xã Bình Lộc', 'xã Hòa Sơn']);
    }
  });

  it.each([
    'Xã Yên Bình được thành lập trên cơ sở hợp nhất xã Tân An, xã Bình Lộc.',
    'Hợp nhất xã Tân An, xã Bình Lộc thành xã Yên Bình; xã Phú Xuân giữ nguyên.',
    'UBND xã Phú Xuân phối hợp với xã Tân An, xã Bình Lộc tổ chức thi đua.',
    'UBND xã Phú Xuân thành lập đoàn kiểm tra các xã Tân An, Bình Lộc.',
    'Xã Phú Xuân thành lập tổ công nghệ số tại xã Tân An (cũ), xã Bình Lộc (cũ).',
    'Trạm Y tế xã Phú Xuân được thành lập trên cơ sở sáp nhập Trạm Y tế xã Tân An, Trạm Y tế xã Bình Lộc.',
    'Thôn Đông xã Phú Xuân được hợp nhất từ thôn Thượng và thôn Hạ xã Tân An.',
    'Xã Phú Xuân và các xã Tân An, Bình Lộc thành lập hợp tác xã Phú Xuân.',
    'Xã Phú Xuân được thành lập trên cơ sở nhập 03 xã, thị trấn: Tân An, Bình Lộc, Chợ Mới.',
  ])('finds nothing in: %s', (words) => {
    expect(extractPlan(planOf(words)).movement).toMatchObject({ predecessors: [], validFrom: null, formedAt: null });
  });

  it('are in the movement, and are no question any more', () => {
    const movementOf = (words: string) => {
      const plan = planOf(words).replaceAll(/Phú Xuân|PHÚ XUÂN/g, (own) =>
        own === 'Phú Xuân' ? 'Quân Chu' : 'QUÂN CHU',
      );
      const movement = proposeMovement(extractPlan(plan), { year: 2026 });
      return { movement, questions: questionsOf(movement).filter(({ message }) => /hợp thành/.test(message)) };
    };
    expect(movementOf('Xã có địa bàn rộng.').questions).toHaveLength(1);
    const sentence = 'Xã Phú Xuân được thành lập từ xã Cát Nê và xã Phú Xuân cũ, hoạt động từ ngày 01/7/2025.';
    const { movement, questions } = movementOf(sentence);
    expect(movement).toMatchObject({ predecessors: ['xã Cát Nê', 'xã Quân Chu'], validFrom: '2025-07-01' });
    expect(questions).toEqual([]);
  });
});
