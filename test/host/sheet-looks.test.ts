/** The looks of cells in a file, on their way to the grid: only what is meant gets through, and it is readable. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { markKey } from '../../app/host/marks.ts';
import { sheetLooks } from '../../app/host/sheet-looks.ts';
import { withBooks } from '../../app/host/with-books.ts';
import { newBook } from '../../core/sheet/workbook/file.ts';
import type { CellStyle } from '../../core/sheet/workbook/port.ts';
import { cellPaint } from '../../ui/grid/cell-paint.ts';

const START = newBook([{ name: 'Trang', cells: [] }]);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Format {
  readonly font?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly alignment?: string;
}

/** A workbook whose cells A1, B1 … have these formats. */
function dressed(
  formats: readonly Format[],
  around: { theme?: string; colors?: string; cols?: string } = {},
): Uint8Array {
  const parts = unzipSync(START);
  const list = (name: string, of: (format: Format) => string) => `<${name}>${formats.map(of).join('')}</${name}>`;
  const xfs = formats.map(
    ({ alignment = '' }, at) => `<xf fontId="${at}" fillId="${at}" borderId="${at}"><alignment ${alignment}/></xf>`,
  );
  const fill = (colour = '') => `<fill><patternFill patternType="solid">${colour}</patternFill></fill>`;
  parts['xl/styles.xml'] = strToU8(
    `<styleSheet xmlns="${MAIN}">${list('fonts', ({ font = '' }) => `<font>${font}</font>`)}` +
      `${list('fills', (format) => fill(format.fill))}${list('borders', (format) => `<border>${format.border ?? ''}</border>`)}` +
      `<cellXfs>${xfs.join('')}</cellXfs>${around.colors ?? ''}</styleSheet>`,
  );
  const cells = formats.map((_, at) => `<c s="${at}"><v>1</v></c>`).join('');
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    `<worksheet xmlns="${MAIN}">${around.cols ?? ''}<sheetData><row r="1" ht="30">${cells}</row></sheetData></worksheet>`,
  );
  if (around.theme !== undefined) {
    parts['xl/theme/theme1.xml'] = strToU8(around.theme);
    const name = 'xl/_rels/workbook.xml.rels';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme';
    parts[name] = strToU8(
      new TextDecoder()
        .decode(parts[name])
        .replace(
          '</Relationships>',
          `<Relationship Id="rT" Type="${type}" Target="theme/theme1.xml"/></Relationships>`,
        ),
    );
  }
  return zipSync(parts);
}

function looksOf(...args: Parameters<typeof dressed>): readonly (CellStyle | undefined)[] {
  const { cells } = sheetLooks(dressed(...args), 'Trang');
  return args[0].map((_, at) => cells.get(markKey(0, at)));
}

const front = (attributes: string) => ({ fill: `<fgColor ${attributes}/>` });
const fills = (...args: Parameters<typeof dressed>) => looksOf(...args).map((look) => look?.fill);

describe('the looks of a sheet', () => {
  it('follow the formats, each side separately, in cells without a written position', () => {
    const [title, under] = looksOf([
      { font: '<b/><i/><color rgb="FFC00000"/>', alignment: 'horizontal="center" vertical="top" wrapText="1"' },
      { border: '<left/><bottom style="double"/><top style="none"/>' },
    ]);
    expect(title).toMatchObject({
      bold: true,
      italic: true,
      fontColour: 'C00000',
      horizontal: 'center',
      vertical: 'top',
      wrap: true,
    });
    expect(under).toMatchObject({ sides: ['bottom'] });
  });

  it('have the colours of the theme, lighter and darker, as Excel and LibreOffice show them', () => {
    // Of the usual theme: "Accent 1, lighter 80 %" and "darker 25 %", "white, darker 15 %".
    const shades = [front('theme="4" tint="0.79998168889431442"'), front('theme="4" tint="-0.249977111117893"')];
    expect(fills([...shades, front('theme="0" tint="-0.14999847407452621"'), front('theme="1"')])).toEqual([
      'DCE6F2',
      '376092',
      'D9D9D9',
      undefined,
    ]);
    const theme =
      '<a:theme xmlns:a="a"><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>' +
      '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:accent1><a:srgbClr val="123456"/></a:accent1></a:clrScheme></a:theme>';
    expect(fills([front('theme="4"'), front('theme="9"')], { theme })).toEqual(['123456', undefined]);
  });

  it('have the colours of the palette, the default or the file’s own', () => {
    expect(fills([front('indexed="10"'), front('indexed="43"'), front('indexed="64"')])).toEqual([
      'FF0000',
      'FFFF99',
      undefined,
    ]);
    const colors = '<colors><indexedColors><rgbColor rgb="00112233"/></indexedColors></colors>';
    expect(fills([front('indexed="0"'), front('indexed="10"')], { colors })).toEqual(['112233', undefined]);
  });

  it('limits widths and heights to reasonable values', () => {
    const cols =
      '<cols><col min="2" max="99999999" width="30"/><col min="1" max="1" width="1e9"/><col min="-5" max="x" width="9"/></cols>';
    const { widths, heights } = sheetLooks(dressed([{}], { cols }), 'Trang');
    expect([widths.get(0), widths.get(1), widths.size < 2000]).toEqual([undefined, 30, true]);
    expect(heights.get(0)).toBe(30);
    expect(sheetLooks(START, 'Không có').cells.size).toBe(0);
  });

  it('come with a report that is taken in', () => {
    const bytes = dressed([front('theme="4"'), { border: '<top style="thin"/>' }]);
    const { state } = withBooks({ bytes: START, marks: new Map(), charts: [] }, [{ name: 'a.xlsx', bytes }]);
    const { cells } = sheetLooks(state.bytes, 'Trang (2)');
    expect([cells.get(markKey(0, 0))?.fill, cells.get(markKey(0, 1))?.sides]).toEqual(['4F81BD', ['top']]);
  });
});

describe('what is painted', () => {
  const light = 'FFFFFF';
  const dark = '292929';

  it('can be read on every ground', () => {
    expect(cellPaint({ fontColour: '000000' }, light, false).color).toBe('#000000');
    expect(cellPaint({ fontColour: '000000' }, dark, false).color).toBeUndefined();
    expect(cellPaint({ fill: 'FFFF99' }, dark, false)).toMatchObject({ backgroundColor: '#FFFF99', color: '#000000' });
    expect(cellPaint({ fill: 'FFFFFF' }, dark, false).backgroundColor).toBeUndefined();
    expect(cellPaint({ fill: '123456', fontColour: '101010' }, light, false).color).toBe('#FFFFFF');
    expect(cellPaint({ bold: true, fill: 'FFFF99' }, light, true)).toEqual({ alignContent: 'end', fontWeight: 600 });
  });

  it('is of closed lists and six digits: what a file writes there else goes nowhere', () => {
    const bad = 'red;background:url(https://x.example)';
    expect(fills([front(`rgb="${bad}"`), front('rgb="FF00FF"'), front('theme="4" tint="9"')])).toEqual([
      undefined,
      'FF00FF',
      '4F81BD',
    ]);
    const [aligned] = looksOf([{ font: '<b/>', alignment: `horizontal="${bad}" vertical="${bad}"` }]);
    expect(cellPaint(aligned, light, false)).toEqual({ alignContent: 'end', fontWeight: 600 });
    const forced = { fill: bad, fontColour: bad, horizontal: bad, vertical: bad } as unknown as CellStyle;
    expect(cellPaint(forced, light, false)).toEqual({ alignContent: 'end' });
  });
});
