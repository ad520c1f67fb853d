/**
 * A paper as a Word file. The same paper gives the same bytes: the library's clock is set aside. This is the only file
 * that imports `docx`; load it with import(), when papers are made.
 */
import { AlignmentType, Document, type FileChild, Header, Packer, PageNumber, PageOrientation, TextRun } from 'docx';
import { draftEntries } from '../../sheet/workbook/xlsx/draft.ts';
import { openPackage, readPart } from '../../sheet/workbook/xlsx/package.ts';
import { DOS_EPOCH, writeZip } from '../../sheet/workbook/xlsx/zip-write.ts';
import type { Paper } from '../paper.ts';
import { plainText } from '../plain-text.ts';
import { bodyBlocks } from './body.ts';
import { addressBlocks, closingBlocks, headingBlocks, titleBlocks } from './frame.ts';
import { A4, FONT, MARGIN, mm, SIZE } from './measures.ts';
import { placedSections } from './placed.ts';
import { line, lineOf } from './text.ts';

export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const { landscape = false, heading, annex } = paper;
  const children = [
    ...(heading ? headingBlocks(heading, landscape) : []),
    ...titleBlocks(paper.type, paper.about, landscape),
    ...addressBlocks(paper.to),
    ...bodyBlocks(paper.body, landscape, paper.signatures.length > 0),
    ...closingBlocks(paper),
  ];
  const document = new Document({
    creator: 'Thi Đua Số',
    lastModifiedBy: 'Thi Đua Số',
    title: plainText(paper.placed ? paper.title : `${paper.type} ${paper.about}`),
    styles: { default: { document: { run: { font: FONT, size: SIZE.body }, paragraph: {} } } },
    sections: paper.placed
      ? placedSections(paper.placed)
      : [
          section(children, landscape),
          ...(annex
            ? [
                section(
                  [...titleBlocks(annex.type, annex.about, landscape), ...bodyBlocks(annex.body, landscape)],
                  landscape,
                ),
              ]
            : []),
        ],
  });
  return settled(new Uint8Array(await Packer.toArrayBuffer(document)));
}

/** The page's number in the middle of the top margin, not on the first page. */
function section(children: readonly FileChild[], landscape: boolean) {
  const number = lineOf([new TextRun({ children: [PageNumber.CURRENT], font: FONT, size: SIZE.page })], {
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
  });
  const margin = landscape ? { top: mm(20), bottom: mm(15), left: mm(20), right: mm(20) } : MARGIN;
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          ...A4,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...margin, header: mm(10), footer: mm(10) },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [line('')] }) },
    children: [...children],
  };
}

const STAMP = /(<dcterms:(created|modified)[^>]*>)[^<]*/g;
const EPOCH = '2025-01-01T00:00:00Z';
const CORE = 'docProps/core.xml';

/** The same without the moment it was made. */
function settled(bytes: Uint8Array): Uint8Array {
  const pack = openPackage(bytes);
  const core = readPart(pack, CORE)?.replace(STAMP, `$1${EPOCH}`);
  const changes = new Map(core === undefined ? [] : [[CORE, core]]);
  return writeZip(draftEntries({ pack, changes, strict: false }).map((entry) => ({ ...entry, time: DOS_EPOCH })));
}
