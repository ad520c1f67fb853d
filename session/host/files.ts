/** Files as the session takes and makes them: plain bytes with names. Where they come from or go to is the surface's. */

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a Word file or a PDF: its words and tables, as the page read them. */
  readonly text?: string;
}

/** How much of a long act is done, from 0 to 1. */
export type Progress = (done: number) => void;

/** A file made from the workbook, which stays as it is; the officer saves it. */
export interface FileMade extends NamedFile {
  /** A Vietnamese sentence on the file that was made. */
  readonly message: string;
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}

/** Files made from the workbook, which stays as it is, for a folder the officer chooses. */
export interface FolderMade {
  /** Name of the folder: movement and period. */
  readonly name: string;
  /** The names are paths inside the folder. */
  readonly files: readonly NamedFile[];
  /** Vietnamese sentences: what to look at before anything of it is signed. */
  readonly notes: readonly string[];
}
