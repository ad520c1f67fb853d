/** The picture of a scanned page, put together from what a PDF draws: turned, in strips, as a stencil, in a form. */
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadPdfjs, openPdf } from '../../cli/plan/open-pdf.ts';
import { pdfPages } from '../../cli/plan/pdf-text.ts';
import { pdfPicture } from '../../session/plan/pdf/picture.ts';
import { pdfImage as image, drawnPdf as pdf } from '../fixtures/drawn-pdf.ts';
import { newFolder, runCli, write } from './command-line.ts';

const GREY = '/ColorSpace/DeviceGray/BitsPerComponent 8';
const RED = '/ColorSpace/DeviceRGB/BitsPerComponent 8';
/** Two dots across, three down. */
const DOTS = [10, 20, 30, 40, 50, 60];

async function dots(bytes: Uint8Array): Promise<readonly number[][] | null> {
  const { OPS } = await loadPdfjs();
  const picture = await pdfPicture(await (await openPdf(bytes)).getPage(1), OPS);
  if (!picture) return null;
  const { width, height, data } = picture;
  return Array.from({ length: height }, (_, row) => [...data.subarray(row * width, (row + 1) * width)]);
}

describe('the picture of a page', () => {
  it.each([
    [
      'as it lies',
      pdf('40 0 0 60 0 0 cm /A Do', [image(2, 3, GREY, DOTS)]),
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
    ],
    [
      'of colours, of which the red counts',
      pdf('40 0 0 60 0 0 cm /A Do', [image(2, 1, RED, [9, 1, 2, 8, 3, 4])]),
      [
        [9, 8],
        [9, 8],
        [9, 8],
      ],
    ],
    [
      'turned by the page',
      pdf('40 0 0 60 0 0 cm /A Do', [image(2, 3, GREY, DOTS)], { page: '/Rotate 90' }),
      [
        [50, 30, 10],
        [60, 40, 20],
      ],
    ],
    [
      'upside down',
      pdf('-40 0 0 -60 40 60 cm /A Do', [image(2, 3, GREY, DOTS)]),
      [
        [60, 50],
        [40, 30],
        [20, 10],
      ],
    ],
    [
      'in strips',
      pdf('q 40 0 0 20 0 40 cm /A Do Q q 40 0 0 40 0 0 cm /B Do Q', [
        image(2, 1, GREY, [10, 20]),
        image(2, 2, GREY, [30, 40, 50, 60]),
      ]),
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
    ],
    [
      'in a form',
      pdf('/A Do', [
        {
          dictionary:
            '/Type/XObject/Subtype/Form/BBox[0 0 40 60]/Matrix[1 0 0 1 0 0]/Resources<</XObject<</B 5 0 R>>>>',
          stream: new TextEncoder().encode('40 0 0 60 0 0 cm /B Do'),
        },
        image(2, 3, GREY, DOTS),
      ]),
      [
        [10, 20],
        [30, 40],
        [50, 60],
      ],
    ],
    [
      'as a stencil, ink where its bits are 0',
      pdf('40 0 0 60 0 0 cm /A Do', [image(2, 3, '/ImageMask true/BitsPerComponent 1', [0b0100_0000, 0b1100_0000, 0])]),
      [
        [0, 255],
        [255, 255],
        [0, 0],
      ],
    ],
  ])('is read %s', async (_what, bytes, rows) => {
    expect(await dots(bytes)).toEqual(rows);
  });

  it('is none where an image covers a corner only', async () => {
    expect(await dots(pdf('8 0 0 8 0 0 cm /A Do', [image(2, 3, GREY, DOTS)]))).toBeNull();
  });
});

describe('pages of a PDF', () => {
  it('an empty page is no picture, one packed twice is refused before it is opened', async () => {
    const folder = newFolder();
    const twice = zlibSync(zlibSync(new Uint8Array(2_000_000)));
    const bomb = pdf('', [{ dictionary: '/Filter[/Fl#61teDecode /FlateDecode]', stream: twice }]);
    expect(await pdfPages(bomb, 'none')).toMatchObject({ ok: false, reason: expect.stringMatching(/nén chồng/) });
    const empty = runCli(folder, ['extract', write(folder, 'trang-trong.pdf', pdf('0 0 m 40 0 l S', []))]);
    expect(empty.stderr).toMatch(/không có chữ nào/);
    const picture = runCli(folder, [
      'extract',
      write(folder, 'anh.pdf', pdf('40 0 0 60 0 0 cm /A Do', [image(2, 3, GREY, DOTS)])),
    ]);
    expect(picture.stderr).toMatch(/bản quét.*--ocr/);
  });

  it('text that a scanner laid over or under its picture is no text; text beside a picture is', async () => {
    const folder = newFolder();
    const over = (image: string, mode: number) =>
      `BT /F 4 Tf ${mode} Tr 2 20 Td (Dat 80% ho so) Tj ET q ${image} cm /A Do Q`;
    const run = (name: string, content: string) =>
      runCli(folder, ['extract', write(folder, name, pdf(content, [image(2, 3, GREY, DOTS)]))]);
    expect(run('duoi.pdf', over('40 0 0 60 0 0', 0)).stderr).toMatch(/bản quét.*--ocr/);
    expect(run('tren.pdf', over('40 0 0 60 0 0', 3)).stderr).toMatch(/bản quét.*--ocr/);
    const beside = run('canh.pdf', over('10 0 0 10 0 0', 0));
    expect([beside.code, beside.stderr]).toEqual([0, '']);
  });
});
