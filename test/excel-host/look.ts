/**
 * How a cell looks: only what the add-in reads or writes. Looks are shared between cells and never changed, only
 * replaced.
 */

export interface Look {
  readonly numberFormat: string;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `#RRGGBB`. */
  readonly fontColour: string;
  /** `#RRGGBB`; `''` = no fill (Excel answers `#FFFFFF`). */
  readonly fill: string;
  readonly wrap: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly locked: boolean;
  /** Border styles by edge, `EdgeTop` … `EdgeRight`; absent = none. */
  readonly borders: Readonly<Record<string, string>>;
}

export const PLAIN: Look = {
  numberFormat: 'General',
  fontName: 'Times New Roman',
  fontSize: 13,
  bold: false,
  italic: false,
  fontColour: '#000000',
  fill: '',
  wrap: false,
  horizontal: 'General',
  vertical: 'Bottom',
  locked: true,
  borders: {},
};
