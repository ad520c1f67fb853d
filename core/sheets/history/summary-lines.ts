/** The years in words, for a unit or person and for all together. */
import { formatPoints } from '../../base/quantity/points.ts';
import type { History, Holder } from '../../judge/history/history.ts';
import { resultWords } from '../../judge/history/meets.ts';
import { figuresByYear } from '../../judge/history/statistics.ts';

/** `92,5 điểm, Hoàn thành tốt; Giấy khen`; '' = nothing recorded. */
export function yearWords({ results, awards }: Holder, year: number): string {
  const own = results.filter((result) => result.year === year).map((result) => resultWords(result, formatPoints));
  const titles = awards.filter((award) => award.year === year).map(({ title }) => title);
  return [...own, ...titles].filter((text) => text !== '').join('; ');
}

/** The figures of the years in words, a line each, a text for each year. */
export function summaryLines(history: Pick<History, 'holders' | 'years'>): readonly {
  readonly label: string;
  readonly values: readonly string[];
}[] {
  const figures = figuresByYear(history);
  const count = (number: number) => (number === 0 ? '' : String(number));
  const namesOf = (list: 'classes' | 'awards') => [
    ...new Set(figures.flatMap((year) => year[list].map(({ name }) => name))),
  ];
  const lineOf = (list: 'classes' | 'awards', label: string) =>
    namesOf(list).map((name) => ({
      label: `${label} ${name}`,
      values: figures.map((year) => count(year[list].find((own) => own.name === name)?.count ?? 0)),
    }));
  const lines = [
    { label: 'Số đơn vị, cá nhân có kết quả', values: figures.map(({ scored }) => count(scored)) },
    {
      label: 'Tỷ lệ điểm bình quân',
      values: figures.map(({ averageShare }) => (averageShare === null ? '' : `${formatPoints(averageShare)} %`)),
    },
    ...lineOf('classes', 'Xếp loại'),
    ...lineOf('awards', 'Được khen:'),
    { label: 'Khen tập thể', values: figures.map(({ byKind }) => count(byKind.collective)) },
    { label: 'Khen cá nhân', values: figures.map(({ byKind }) => count(byKind.individual)) },
    { label: 'Khen hộ gia đình', values: figures.map(({ byKind }) => count(byKind.household)) },
    { label: 'Kết quả các nguồn khác nhau, chưa tính', values: figures.map(({ differing }) => count(differing)) },
  ];
  return lines.filter(({ values }) => values.some((value) => value !== ''));
}
