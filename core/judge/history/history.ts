/** The achievements of units and people over the years, put together from records of many sources. */

export interface YearResult {
  readonly year: number | null;
  /** '' = not written. */
  readonly movement: string;
  /** The name it had that year, as written. */
  readonly called: string;
  /** Hundredths; null = not written, or sources differ. */
  readonly points: number | null;
  /** Hundredths of a percent. */
  readonly share: number | null;
  readonly classification: string | null;
  /** Sources differ, so nothing rests on it until an officer has said which holds. */
  readonly differs: boolean;
  readonly sources: readonly string[];
}

export interface YearAward {
  readonly year: number | null;
  readonly movement: string;
  readonly title: string;
  /** '' = not written. */
  readonly decision: string;
  /** ISO day; '' = not written. */
  readonly date: string;
  readonly sources: readonly string[];
}

export interface Holder {
  /** Today's name. */
  readonly name: string;
  /** null = no source says. */
  readonly kind: string | null;
  /** Where a person works; '' = no source says. */
  readonly of: string;
  /** By year, then movement. */
  readonly results: readonly YearResult[];
  readonly awards: readonly YearAward[];
}

/** What only an officer can say; until then nothing rests on it. */
export type HistoryQuestion =
  /** A name of earlier years that nobody bears today. `guess` = a unit of today with a similar name. */
  | {
      readonly kind: 'renamed';
      readonly name: string;
      readonly years: readonly number[];
      readonly guess: string | null;
    }
  /** Several units of one movement and year, all of them this unit by its other names. */
  | { readonly kind: 'merged'; readonly name: string; readonly year: number | null; readonly names: readonly string[] }
  /** Sources that give one unit different results for one movement and year. */
  | {
      readonly kind: 'differs';
      readonly name: string;
      /** As the sources write it. */
      readonly called: string;
      readonly year: number | null;
      readonly movement: string;
      readonly sources: readonly string[];
    }
  /** People of one name in several places of work. */
  | { readonly kind: 'namesake'; readonly name: string; readonly places: readonly string[] };

export interface History {
  /** By name. */
  readonly holders: readonly Holder[];
  readonly questions: readonly HistoryQuestion[];
  /** Years of which some source tells, ascending. */
  readonly years: readonly number[];
  /** squashKey of today's name → its holders: several for people of one name. */
  readonly byName: ReadonlyMap<string, readonly Holder[]>;
}
