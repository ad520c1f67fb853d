/** Pictures laid on a sheet of ours: their files, the drawing that says where each lies, and the relations between. */
import type { NewPicture } from '../port.ts';
import {
  addRelations,
  type BookDraft,
  freeNames,
  relationNamespace,
  setFinalPart,
  setPart,
  type TypedPart,
  XML_HEAD,
} from './draft.ts';
import { escapeXml } from './excel-text.ts';

const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const SHEET_NAMES = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const MAIN_NAMES = 'http://schemas.openxmlformats.org/drawingml/2006/main';
/** English metric units a pixel. */
const EMU = 9525;

/** Adds the parts; gives them, the drawing first. At least one picture. */
export function addDrawing(draft: BookDraft, pictures: readonly NewPicture[]): readonly TypedPart[] {
  const part = freeNames(draft, (number) => `xl/drawings/drawing${number}.xml`)();
  const nextImage = freeNames(draft, (number) => `xl/media/image${number}.png`);
  const images = pictures.map(({ png }) => {
    const image = nextImage();
    setPart(draft, image, png);
    return image;
  });
  const ids = addRelations(draft, part, 'image', images);
  const xml = [
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${SHEET_NAMES}" xmlns:a="${MAIN_NAMES}" xmlns:r="${relationNamespace(draft)}">`,
    ...pictures.map((picture, index) => anchorXml(picture, index + 1, ids[index] ?? '')),
    '</xdr:wsDr>',
  ];
  setFinalPart(draft, part, xml);
  return [{ part, contentType: DRAWING }, ...images.map((image) => ({ part: image, contentType: 'image/png' }))];
}

function anchorXml({ row, column, width, height, text }: NewPicture, number: number, id: string): string {
  const size = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  return [
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${2 * EMU}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${2 * EMU}</xdr:rowOff></xdr:from><xdr:ext ${size}/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${number}" name="Picture ${number}" descr="${escapeXml(text)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>`,
    `<xdr:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`,
  ].join('');
}
