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
  const [one, two, three] = [counted(), counted(), counted()];
  const [does, makes, who] = [words(2), words(2), words(3)];
  const [share, digit] = [between(10, 99), between(2, 9)];
  const is = ({ head, value }: typeof one, comparator = '='): string => `${comparator} ${value} ${head}`;
  const percent = (value: number, comparator = '='): string => `${comparator} ${value} %`;
  const wanted: readonly (readonly [text: string, ...wanted: string[]])[] = [
    [`${does} ${one.digits} ${one.noun}`, is(one)],
    [`phấn đấu ${does} ${one.digits} ${one.noun}`, is(one)],
    [`${does} ít nhất ${one.digits} ${one.noun}`, is(one, '>=')],
    [`${does} từ ${one.digits} ${one.noun} trở lên`, is(one, '>=')],
    [`${does} không quá ${one.digits} ${one.noun}`, is(one, '<=')],
    [`mỗi ${who} ${does} ${one.digits} ${one.noun}`, is(one)],
    [`mỗi thôn ${one.digits} ${one.noun}`, is(one)],
    [`${does} 0${digit} “${one.noun}”`, `= ${digit} ${one.noun}`],
    [`${who}: ${one.digits} ${one.noun}`, is(one)],
    [`${does} ${one.digits} ${one.noun}, tăng ${two.digits} ${two.noun} so với năm 2025`, is(one), is(two)],
    [`${does} ${one.value} – ${one.value + 5} ${one.noun}`, `range ${one.value} ${one.head}`],
    [`số ${one.noun} ${does}: ${one.digits}`, is(one)],
    [`số ${one.noun} ${does} đạt ${one.digits}`, is(one)],
    [`trong năm có ${one.digits} ${one.noun} ${does}`, is(one)],
    [`${one.digits} ${one.noun} được ${does}`, is(one)],
    [`${does} ${who} ${makes} ${one.digits} ${one.noun}`, is(one)],
    [
      `${does} ${one.digits} ${one.noun}, ${two.digits} ${two.noun} và ${three.digits} ${three.noun}`,
      is(one),
      is(two),
      is(three),
    ],
    [`${does} ${one.digits} ${one.noun}, ${makes} ${two.digits} ${two.noun}`, is(one), is(two)],
    [`${does} ${one.digits} ${one.noun}/năm`, `= ${one.value} ${one.noun}/năm`],
    [`${share}% ${who} ${does}`, percent(share)],
    [`${share}% ${who} ${does}, ${share - 1}% ${one.noun} ${makes}`, percent(share), percent(share - 1)],
    [`${who} ${does} trên ${share}%`, percent(share, '>')],
    [`tỷ lệ ${who} ${does} ${one.digits} ${one.noun} đạt ${share}%`, percent(share)],
    [`không có ${one.noun} nào ${does}`, `= 0 ${one.head}`],
    [`không còn ${one.noun} ${does}`, `= 0 ${one.head}`],
    [`${share}% ${who} ${does} (tương đương ${one.digits} ${one.noun})`, percent(share)],
    // Names, documents, what is and what was.
    [`thực hiện Đề án 0${digit} về ${one.noun}`],
    [`${does} ${one.noun} theo Nghị quyết ${digit}7 của ${who}`],
    [`hiện có ${one.digits} ${one.noun} ${does}`],
    [`năm 2025 có ${one.digits} ${one.noun} ${does}`],
    [`${does} ${one.noun} mức độ ${digit} trên ${who}`],
    [`${does} ${one.noun} thôn ${digit} theo ${who}`],
    [`${does} ${one.noun} Đông Hà ${digit} ${who}`],
    [`${does} ${one.noun} giai đoạn ${digit} đúng ${who}`],
    [`${does} chi bộ ${digit} ${who}`],
    [`${does} ${who} tại ${one.digits} ${one.noun}`],
    [`${does} ${one.noun} theo “${digit} ${who}”`],
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
        const isSame = found.every((one, nth) => one === wanted[nth] || one.replace(/ \S+$/, '') === wanted[nth]);
        return isSame && found.length === wanted.length
          ? []
          : [`${text}: ${found.join('; ')} for ${wanted.join('; ')}`];
      });
    });
    expect(faults).toEqual([]);
  });
});
