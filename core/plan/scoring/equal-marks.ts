/** `Mỗi tiêu chí 20 điểm` above a list: each of its items is a mark of so many points. */
import { type Points, toPoints } from '../../base/quantity/points.ts';
import type { Section } from '../layout/section.ts';

interface EqualMark {
  readonly item: Section;
  readonly text: string;
  /** Its other words: how it is scored. */
  readonly rule: string;
  readonly points: Points;
}

/** Of the part at a place; [] = it gives its items no equal points. */
export function equalMarks(flat: string, sections: readonly Section[], at: number): readonly EqualMark[] {
  const part = sections[at];
  const [, number] = (part && EACH.exec(flat.slice(part.start, part.end))) ?? [];
  const items = number === undefined ? [] : itemsOf(sections, at);
  if (number === undefined || items.length < 2) return [];
  const points = toPoints(Number(number.replace(',', '.')));
  return items.map((item) => {
    const words = flat.slice(item.start, item.end).trim();
    const [, text = words, rule = ''] = NAME_AND_RULE.exec(words) ?? [];
    // "Họp 4 lần: 20 điểm; 3 lần: 15": a rule and nothing else.
    const own = POINTS.test(text) ? words : rule;
    return { item, text: bare(text), rule: bare(own), points };
  });
}

/** Right below the part; they stand behind it. */
function itemsOf(sections: readonly Section[], at: number): readonly Section[] {
  let end = at + 1;
  while ((sections[end]?.parent ?? -1) >= at) end++;
  return sections.slice(at + 1, end).filter(({ parent }) => parent === at);
}

const EACH =
  /(?<!\p{L})(?:mỗi|các) (?:tiêu chí|nội dung|chỉ tiêu|mục|ý)(?: (?:được|chấm|tối đa|đều))* (\d{1,3}(?:,\d{1,2})?) ?điểm(?=\s*[:.;,)]|$)/iu;
const POINTS = /\d ?điểm(?!\p{L})/iu;
const NAME_AND_RULE = /^(.+?)(?:[;.]\s|(?<!\d ?(?:%|\p{L}{1,8})):\s|, (?=(?:cứ|mỗi|nếu|đạt|thiếu)\s))(.+)$/su;

function bare(words: string): string {
  return words.replace(/[\s.;:,]+$/u, '');
}
