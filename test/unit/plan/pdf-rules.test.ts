/** The rules of a page, however a program draws them: read by pdf.js from a PDF written here. */
import { describe, expect, it } from 'vitest';
import { loadPdfjs, openPdf } from '../../../cli/plan/open-pdf.ts';
import { answerOf } from '../../../session/plan/pdf/pages.ts';

/** A page with one word and what `drawing` and the form `/F` draw. */
function pdf(drawing: string, form = ''): Uint8Array {
  const stream = (head: string, text: string) => `<<${head}/Length ${text.length}>>stream\n${text}\nendstream`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</H 5 0 R>>/XObject<</F 6 0 R>>>>>>',
    stream('', `${drawing} BT /H 12 Tf 80 700 Td (So) Tj ET`),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream('/Type/XObject/Subtype/Form/BBox[0 0 999 999]/Matrix[1 0 0 1 10 20]', form),
  ].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  return new TextEncoder().encode(
    `%PDF-1.4\n${objects.join('')}trailer\n<</Root 1 0 R/Size 7>>\nstartxref\n0\n%%EOF\n`,
  );
}

async function rulesOf(bytes: Uint8Array) {
  const { OPS } = await loadPdfjs();
  const answer = await answerOf(() => openPdf(bytes), OPS);
  if (answer.kind === 'refused') throw new Error(answer.why);
  const [page] = answer.pages;
  return page?.rules?.map(({ upright, at, from, to }) => [upright, ...[at, from, to].map(Math.round)]);
}

const LEVEL = [false, 300, 100, 200];
const UPRIGHT = [true, 100, 300, 400];

describe('the rules of a page', () => {
  it.each([
    ['lines', '100 300 m 200 300 l S 100 400 m 100 300 l S', [LEVEL, UPRIGHT]],
    [
      'lines of one path, in a space of its own',
      'q 2 0 0 2 0 100 cm 50 100 m 100 100 l 50 150 m 50 100 l S Q',
      [LEVEL, UPRIGHT],
    ],
    [
      'thin rectangles filled, and the corners between them',
      '100 299.7 100 .5 re 99.7 300 .5 100 re 99.7 299.7 .5 .5 re f',
      [LEVEL, UPRIGHT],
    ],
    ['a frame', '100 300 100 100 re S', [LEVEL, [true, 200, 300, 400], [false, 400, 100, 200], UPRIGHT]],
    [
      'nothing: a shade, a clip, a slope, a curve',
      '100 300 100 100 re f 100 300 100 100 re W n 100 300 m 200 400 l S 100 300 m 120 300 150 300 200 300 c S',
      [],
    ],
  ])('are %s', async (_what, drawing, expected) => {
    expect(await rulesOf(pdf(drawing))).toEqual(expected);
  });

  it('stand where their form does', async () => {
    expect(await rulesOf(pdf('q /F Do Q', '90 280 m 190 280 l S'))).toEqual([LEVEL]);
  });

  it('are none where they are a drawing', async () => {
    expect(await rulesOf(pdf('100 300 m 200 300 l S '.repeat(5001)))).toEqual([]);
  });
});
