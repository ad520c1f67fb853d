/** Figures of every year: units with a result, their average, classes, and awards by form. */
import { groupBy } from '../../base/group-by.ts';
import { squashKey } from '../../base/text/text.ts';
import type { History, Holder } from './history.ts';

interface NameCount {
  readonly name: string;
  readonly count: number;
}

interface YearFigures {
  readonly year: number;
  /** Number of holders with a result in the year. */
  readonly scored: number;
  /** Hundredths of a percent, rounded; null = no result of the year has a share. */
  readonly averageShare: number | null;
  /** Results with differing sources: they count in no average and no class. */
  readonly differing: number;
  readonly classes: readonly NameCount[];
  readonly awards: readonly NameCount[];
  /** Awards by kind of holder; holders without a kind are not counted. */
  readonly byKind: { readonly collective: number; readonly individual: number; readonly household: number };
}

/** Ascending. */
export function figuresByYear({ holders, years }: Pick<History, 'holders' | 'years'>): readonly YearFigures[] {
  return years.map((year) => {
    const scored = holders.filter(({ results }) => results.some((result) => result.year === year));
    const results = scored.flatMap((holder) => holder.results.filter((result) => result.year === year));
    const shares = results.flatMap(({ share, differs }) => (share === null || differs ? [] : [share]));
    const awards = holders.flatMap((holder) =>
      holder.awards.filter((award) => award.year === year).map((award) => ({ ...award, kind: holder.kind })),
    );
    const ofKind = (kind: Holder['kind']) => awards.filter((award) => award.kind === kind).length;
    return {
      year,
      scored: scored.length,
      averageShare:
        shares.length === 0 ? null : Math.round(shares.reduce((sum, share) => sum + share, 0) / shares.length),
      differing: results.filter(({ differs }) => differs).length,
      classes: counted(results.flatMap(({ classification, differs }) => (differs ? [] : (classification ?? [])))),
      awards: counted(awards.map(({ title }) => title)),
      byKind: {
        collective: ofKind('collective'),
        individual: ofKind('individual'),
        household: ofKind('household'),
      },
    };
  });
}

/** The most frequent first; spellings of the same name are counted together. */
function counted(names: readonly string[]): readonly NameCount[] {
  return [...groupBy(names, squashKey).values()]
    .map((group) => ({ name: [...group].sort()[0] ?? '', count: group.length }))
    .sort((x, y) => y.count - x.count || (x.name < y.name ? -1 : 1));
}
