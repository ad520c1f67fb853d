/**
 * The picture of the screen, cut down to the data (the header of the page names the officer), with the fields in it
 * covered.
 */
import type { PageCopy } from '../capture/page-copy.ts';

const MARGIN = 8;

/**
 * PNG bytes of the part of the shot (a data: address) that shows the data; null when there is none. Not fetched: our
 * policy forbids every connection.
 */
export async function cropped(shot: string, { data, fields, view }: PageCopy): Promise<Uint8Array<ArrayBuffer> | null> {
  const base64 = /^data:image\/png;base64,(.+)$/.exec(shot)?.[1];
  if (!data || base64 === undefined) return null;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  // The shot may have been scaled: its own width against the page's says by how much.
  const scale = bitmap.width / view.width;
  const left = Math.max(0, Math.floor((data.left - MARGIN) * scale));
  const top = Math.max(0, Math.floor(data.top * scale));
  const width = Math.min(bitmap.width - left, Math.ceil((data.width + 2 * MARGIN) * scale));
  const height = Math.min(bitmap.height - top, Math.ceil((data.height + MARGIN) * scale));
  if (width < 1 || height < 1) return null;
  const canvas = new OffscreenCanvas(width, height);
  const picture = canvas.getContext('2d');
  if (!picture) return null;
  picture.drawImage(bitmap, left, top, width, height, 0, 0, width, height);
  picture.fillStyle = '#d9d9d9';
  for (const field of fields) {
    const [x, y] = [Math.floor(field.left * scale) - left, Math.floor(field.top * scale) - top];
    picture.fillRect(x, y, Math.ceil(field.width * scale) + 1, Math.ceil(field.height * scale) + 1);
  }
  bitmap.close();
  return new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
}
