/** Words, the row's setting, and the rule in the dossier's own words; `kind` of measure where the words show it. */
export interface Example {
  readonly words: string;
  /** Points of the row; 10 unless it says otherwise. */
  readonly max?: number;
  readonly title?: string;
  readonly deducts?: boolean;
  readonly rule: string;
  readonly measure: string;
}
