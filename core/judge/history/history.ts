/** The achievements of units and people over the years, merged from the records of many sources. */

export interface YearResult {
  readonly year: number | null;
  /** '' = not written. */
  readonly movement: string;
  /** The holder's name that year, as written. */
  readonly called: string;
  /** Hundredths; null = not written, or sources differ. */
  readonly points: number | null;
  /** Hundredths of a percent. */
  readonly share: number | null;
  readonly classification: string | null;
  /** The sources differ; the result is not used until an officer chooses a source. */
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
  /** null = in no source. */
  readonly kind: string | null;
  /** A person's workplace; '' = in no source. */
  readonly of: string;
  /** By year, then movement. */
  readonly results: readonly YearResult[];
  readonly awards: readonly YearAward[];
}

/** A question to the officer; records concerned are not used until it is answered. */
export type HistoryQuestion =
  /** A name of earlier years that is not in the register. `guess` = a unit of today with a similar name. */
  | {
      readonly kind: 'renamed';
      readonly name: string;
      readonly years: readonly number[];
      readonly guess: string | null;
    }
  /** Several units of the same movement and year that all carry other names of this unit. */
  | { readonly kind: 'merged'; readonly name: string; readonly year: number | null; readonly names: readonly string[] }
  /** Different results of the same unit, movement and year. */
  | {
      readonly kind: 'differs';
      readonly name: string;
      /** As the sources write it. */
      readonly called: string;
      readonly year: number | null;
      readonly movement: string;
      readonly sources: readonly string[];
    }
  /** People of the same name with different workplaces. */
  | { readonly kind: 'namesake'; readonly name: string; readonly places: readonly string[] };

export interface History {
  /** By name. */
  readonly holders: readonly Holder[];
  readonly questions: readonly HistoryQuestion[];
  /** Years with at least one record, ascending. */
  readonly years: readonly number[];
  /** squashKey of today's name → its holders; several when people share the name. */
  readonly byName: ReadonlyMap<string, readonly Holder[]>;
}
