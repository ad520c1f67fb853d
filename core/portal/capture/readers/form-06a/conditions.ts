/**
 * What stands on a page around form 06a: whose figures they are, and what its headings and headers say beyond the form's
 * own words.
 */
import { bareKey } from '../../../../base/text/text.ts';
import { unknownSections, unknownWords } from '../../known-words.ts';
import { HEADINGS, type PageElement, seenDescendants, seenWithTag, textOf } from '../../page.ts';
import { notesOf, scaleIn } from '../../page-notes.ts';
import type { Question } from '../../reader.ts';

const HEADER_WORDS = [
  ...[
    'trực tuyến',
    'trực tiếp',
    'dịch vụ bưu chính',
    'bưu chính công ích',
    'bưu chính',
    'qua',
    'kỳ trước',
    'chuyển sang',
  ],
  ...[
    'trước hạn',
    'đúng hạn',
    'quá hạn',
    'trong hạn',
    'đang',
    'đã',
    'chưa',
    'đến hạn',
    'nếu có',
    'trong đó',
    'trong kỳ',
  ],
];

/** `UBND XÃ MƯỜNG GIÔN` as a heading of its own. */
export function communesInHeadings(page: PageElement): readonly string[] {
  const shape = /^((?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(?:xã|phường|đặc khu)\s+(?:\p{L}+\s?){1,5})$/iu;
  return seenWithTag(page, ...HEADINGS).flatMap((heading) => shape.exec(textOf(heading))?.[1] ?? []);
}

/** `Phạm vi: Toàn tỉnh Sơn La` */
export function saysAll(page: PageElement): boolean {
  return notesOf(page).lines.some((line) =>
    /(?:phạm vi|địa bàn|đơn vị|cơ quan|khu vực)[^:]{0,20}:\s*(?:toàn|cả) (?:tỉnh|quốc|nước|thành phố)(?!\p{L})/iu.test(
      line,
    ),
  );
}

/** Of one section alone the fields may be a part; of several the total is of all. Units stand in one each. */
export function sectionQuestions(sections: readonly string[], rowsAre: 'fields' | 'units'): readonly Question[] {
  const own = [...new Set(sections)];
  return rowsAre === 'units' || own.length === 1 ? unknownSections(own) : [];
}

/** `Số lượng hồ sơ tiếp nhận (toàn trình)`: what a header says beyond the form's own words. */
export function headerQuestions(headers: readonly string[], counted: readonly string[]): readonly Question[] {
  return headers.flatMap((header): Question[] => {
    const inner = [...header.matchAll(/\(([^()]{2,80})\)/gu)].map(([, text = '']) => text);
    const outer = header.replace(/\([^()]*\)/gu, ' ');
    const isPlain =
      !counted.includes(header) || unknownWords(outer, HEADER_WORDS) === '' || scaleIn(header) !== undefined;
    const isKnown = (text: string) =>
      scaleIn(`(${text})`) !== undefined ||
      (unknownWords(text, HEADER_WORDS) === '' && !/^\d[\d.]*\s\p{L}/u.test(text));
    if (isPlain && inner.every(isKnown)) return [];
    return [
      {
        key: `cot:${bareKey(header).slice(0, 100)}`,
        about: `Cột ghi “${header.slice(0, 140)}”. Số này là của cả xã?`,
        ...{ shown: header.slice(0, 140), isKept: true },
      },
    ];
  });
}

/**
 * The elements that say `Đơn vị: UBND xã Ta Ma` and nothing else; empty when they say none or several: the officer says
 * which unit it is.
 */
export function unitName(page: PageElement): string {
  const shape = /^(?:Đơn vị|Cơ quan)[^:]{0,30}:\s*((?:UBND|Ủy ban|Uỷ ban)[^:;|]{2,60})$/u;
  const names = new Set<string>();
  for (const element of seenDescendants(page, (element) => (element.textContent ?? '').length < 300)) {
    const name = shape.exec(textOf(element))?.[1];
    if (name) names.add(name.trim());
  }
  const [only = ''] = names;
  return names.size === 1 ? only : '';
}
