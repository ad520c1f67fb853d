/**
 * Whether a date typed into a field also occurs in the page's own words: then the field adds no other period. Only that
 * fact is stored, never the date.
 */

/**
 * `day` = the same date; the others = the first or the last day, or the whole, of a month, quarter or year in the
 * words.
 */
type DateInWords = 'day' | `${'month' | 'quarter' | 'year'}:${'first' | 'last' | 'whole'}`;

const ROMAN = ['i', 'ii', 'iii', 'iv'];

/**
 * `texts` = short texts of the page outside its tables and fields. null = no date, or a date that does not occur in
 * them.
 */
export function dateInWords(value: string, texts: readonly string[]): DateInWords | null {
  const text = value.trim();
  const month = /^(?:(20\d\d)-(\d\d)|(\d{1,2})[/.-](20\d\d))$/.exec(text);
  if (month) {
    const [year, number] = [Number(month[1] ?? month[4]), Number(month[2] ?? month[3])];
    return saysMonth(texts, year, number) ? 'month:whole' : null;
  }
  const day = /^(?:(20\d\d)-(\d\d)-(\d\d)|(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d))$/.exec(text);
  if (!day) return null;
  const [year, at, date] = [day[1] ?? day[6], day[2] ?? day[5], day[3] ?? day[4]].map(Number) as [
    number,
    number,
    number,
  ];
  if (saysDay(texts, year, at, date)) return 'day';
  const isFirst = date === 1;
  const isLast = date === new Date(Date.UTC(year, at, 0)).getUTCDate();
  if (!isFirst && !isLast) return null;
  const end = isFirst ? 'first' : 'last';
  if (saysMonth(texts, year, at)) return `month:${end}`;
  const isQuarter = isFirst ? at % 3 === 1 : at % 3 === 0;
  if (
    isQuarter &&
    says(texts, String.raw`quý\s*(?:${Math.ceil(at / 3)}|${ROMAN[Math.ceil(at / 3) - 1]})(?!\p{L}|\d)[^\d]{0,6}${year}`)
  )
    return `quarter:${end}`;
  const isYear = at === (isFirst ? 1 : 12);
  // `Tháng 9 năm 2025` says no year.
  return isYear && says(texts, String.raw`(?<!(?:tháng|quý)\s*[\divx]{1,4}[\s,/-]*)năm\s*${year}(?!\d)`)
    ? `year:${end}`
    : null;
}

function saysDay(texts: readonly string[], year: number, month: number, date: number): boolean {
  const parts = String.raw`(?<!\d)0?${date}\s?[/.-]\s?0?${month}\s?[/.-]\s?${year}(?!\d)`;
  return says(texts, String.raw`${parts}|ngày 0?${date} tháng 0?${month} năm ${year}(?!\d)`);
}

function saysMonth(texts: readonly string[], year: number, month: number): boolean {
  return says(texts, String.raw`tháng\s*0?${month}(?!\d)(?:\s*năm\s*|\s*[/.-]\s*|\s+)${year}(?!\d)`);
}

function says(texts: readonly string[], shape: string): boolean {
  const found = new RegExp(shape, 'iu');
  return texts.some((text) => found.test(text));
}
