/**
 * Plans with invented nouns and verbs: only the grammar around a number reveals its role, because no list of words can
 * contain them. Each composition stands among targets and among tasks.
 */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { random as seeded } from '../../fixtures/random.ts';

const ONSETS = ['khu', 'ngh', 'tr', 'ph', 'gi', 'th', 'nh', 'l', 'v', 'x'];
const RHYMES = ['ếch', 'oẵng', 'iệp', 'oắt', 'uỵp', 'ưỡm', 'oẳng', 'ẽo', 'ựng', 'ọe', 'iêu'];

interface Case {
  readonly text: string;
  readonly wanted: readonly string[];
}

/** Every composition once, with words of its own. */
function casesOf(seed: number): readonly Case[] {
  const { pick, between } = seeded(seed);
  const words = (most: number): string =>
    Array.from({ length: between(1, most) }, () => pick(ONSETS) + pick(RHYMES)).join(' ');
  const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
  const counted = (): { noun: string; head: string; value: number; digits: string } => {
    const [noun, value] = [words(3), between(2, pick([9, 60, 4000]))];
    const grouped = String(value).replace(/(\d)(?=\d{3}$)/, '$1.');
    return { noun, head: noun.split(' ')[0] ?? '', value, digits: value < 10 ? pick([grouped, `0${value}`]) : grouped };
  };
  const [item, two, three] = [counted(), counted(), counted()];
  const [does, makes, who] = [words(2), words(2), words(3)];
  const [share, digit] = [between(10, 99), between(2, 9)];
  const is = ({ head, value }: typeof item, comparator = '='): string => `${comparator} ${value} ${head}`;
  const percent = (value: number, comparator = '='): string => `${comparator} ${value} %`;
  const wanted: readonly (readonly [text: string, ...wanted: string[]])[] = [
    [`${does} ${item.digits} ${item.noun}`, is(item)],
    [`phấn đấu ${does} ${item.digits} ${item.noun}`, is(item)],
    [`${does} ít nhất ${item.digits} ${item.noun}`, is(item, '>=')],
    [`${does} từ ${item.digits} ${item.noun} trở lên`, is(item, '>=')],
    [`${does} không quá ${item.digits} ${item.noun}`, is(item, '<=')],
    [`mỗi ${who} ${does} ${item.digits} ${item.noun}`, is(item)],
    [`mỗi thôn ${item.digits} ${item.noun}`, is(item)],
    [`${does} 0${digit} “${item.noun}”`, `= ${digit} ${item.noun}`],
    [`${who}: ${item.digits} ${item.noun}`, is(item)],
    [`${does} ${item.digits} ${item.noun}, tăng ${two.digits} ${two.noun} so với năm 2025`, is(item), is(two)],
    [`${does} ${item.value} – ${item.value + 5} ${item.noun}`, `range ${item.value} ${item.head}`],
    [`số ${item.noun} ${does}: ${item.digits}`, is(item)],
    [`số ${item.noun} ${does} đạt ${item.digits}`, is(item)],
    [`trong năm có ${item.digits} ${item.noun} ${does}`, is(item)],
    [`${item.digits} ${item.noun} được ${does}`, is(item)],
    [`${does} ${who} ${makes} ${item.digits} ${item.noun}`, is(item)],
    [
      `${does} ${item.digits} ${item.noun}, ${two.digits} ${two.noun} và ${three.digits} ${three.noun}`,
      is(item),
      is(two),
      is(three),
    ],
    [`${does} ${item.digits} ${item.noun}, ${makes} ${two.digits} ${two.noun}`, is(item), is(two)],
    [`${does} ${item.digits} ${item.noun}/năm`, `= ${item.value} ${item.noun}/năm`],
    [`${share}% ${who} ${does}`, percent(share)],
    [`${share}% ${who} ${does}, ${share - 1}% ${item.noun} ${makes}`, percent(share), percent(share - 1)],
    [`${who} ${does} trên ${share}%`, percent(share, '>')],
    [`tỷ lệ ${who} ${does} ${item.digits} ${item.noun} đạt ${share}%`, percent(share)],
    [`không có ${item.noun} nào ${does}`, `= 0 ${item.head}`],
    [`không còn ${item.noun} ${does}`, `= 0 ${item.head}`],
    [`${share}% ${who} ${does} (tương đương ${item.digits} ${item.noun})`, percent(share)],
    // Names, documents, what is and what was.
    [`thực hiện Đề án 0${digit} về ${item.noun}`],
    [`${does} ${item.noun} theo Nghị quyết ${digit}7 của ${who}`],
    [`hiện có ${item.digits} ${item.noun} ${does}`],
    [`năm 2025 có ${item.digits} ${item.noun} ${does}`],
    [`${does} ${item.noun} mức độ ${digit} trên ${who}`],
    [`${does} ${item.noun} thôn ${digit} theo ${who}`],
    [`${does} ${item.noun} Đông Hà ${digit} ${who}`],
    [`${does} ${item.noun} giai đoạn ${digit} đúng ${who}`],
    [`${does} chi bộ ${digit} ${who}`],
    [`${does} ${who} tại ${item.digits} ${item.noun}`],
    [`${does} ${item.noun} theo “${digit} ${who}”`],
  ];
  return wanted.map(([text, ...figures]) => ({ text: capital(text), wanted: figures }));
}

const HEADINGS = ['MỤC TIÊU', 'NHIỆM VỤ, GIẢI PHÁP'];

describe('plans in invented words', () => {
  it.each(HEADINGS)('are read by their grammar: %s', (heading) => {
    const faults = Array.from({ length: 20 }, (_, seed) => casesOf(seed + 1)).flatMap((cases) => {
      const lines = cases.map(({ text }, at) => `${at + 1}. ${text}.`);
      const reading = extractPlan(`KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. ${heading}\n${lines.join('\n')}\n`);
      return cases.flatMap(({ text, wanted }, at) => {
        const found = reading.targets
          .filter(({ section }) => section === `I.${at + 1}`)
          .map(({ comparator, value, unit }) => `${comparator} ${value} ${unit}`);
        // A noun nobody knows goes by one syllable or two: here a verb may be the second.
        const isSame = found.every((text, nth) => text === wanted[nth] || text.replace(/ \S+$/, '') === wanted[nth]);
        return isSame && found.length === wanted.length
          ? []
          : [`${text}: ${found.join('; ')} for ${wanted.join('; ')}`];
      });
    });
    expect(faults).toEqual([]);
  });
});
