/**
 * A file that a unit hands in as evidence (minh chứng): what it is by its content, and what it says of itself. Files
 * are known by their content: the same bytes are the same file, whatever they are called.
 */

export type EvidenceKind = 'pdf' | 'picture' | 'word' | 'workbook';

export interface EvidenceFile {
  /** As handed in, with its folders: only shown, never followed. */
  readonly name: string;
  /** SHA-256 of its bytes: 64 lower-case hexadecimal digits. */
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: EvidenceKind;
  /** Number (`15/BC-UBND`) and ISO day in its own heading; null = not read, or it has none. */
  readonly number: string | null;
  readonly date: string | null;
}

/**
 * What became of a file: handed in, opened by somebody, found to prove what the row claims, or doubted by who looked at
 * it.
 */
export type EvidenceState = 'given' | 'opened' | 'accepted' | 'doubted';

/** A file of a unit for a criterion; a file that serves several criteria has an entry for each. */
export interface PlacedEvidence extends EvidenceFile {
  /** Key of the unit, as its report has it. */
  readonly unit: string;
  /** Code of the criterion, never of a part. */
  readonly criterion: string;
  readonly state: EvidenceState;
  /** Who opened, accepted or doubted it; '' while nobody has looked at it. */
  readonly who: string;
  /** Why it is doubted; else ''. */
  readonly reason: string;
}

/** Bytes of the largest file taken: a signed scan of some ten pages stays below. */
export const MOST_EVIDENCE_BYTES = 20 * 1024 * 1024;

/** As tables name them. */
export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'PDF',
  picture: 'Ảnh',
  word: 'Word',
  workbook: 'Excel',
};
