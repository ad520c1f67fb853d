/** The receipt: what the unit keeps to show that its report arrived, and when. As text and as a picture. */
import { formatNumber } from '../core/base/quantity/points.ts';
import type { Receipt } from '../session/share/hand-in.ts';
import { element } from '../ui/element.ts';

export interface AboutReceipt {
  readonly unit: string;
  /** `năm 2025`. */
  readonly period: string;
  readonly title: string;
}

/** `10:05:09 ngày 05/11/2025`, by the clock of Việt Nam. */
export function receivedAt(at: string): string {
  const parts = new Intl.DateTimeFormat('vi-VN', {
    ...{ timeZone: 'Asia/Ho_Chi_Minh', hourCycle: 'h23' },
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('hour')}:${of('minute')}:${of('second')} ngày ${of('day')}/${of('month')}/${of('year')}`;
}

function receiptLines(receipt: Receipt, { unit, period, title }: AboutReceipt): readonly string[] {
  return [
    'ĐÃ NHẬN BÁO CÁO',
    `Đơn vị: ${unit}`,
    `Kỳ báo cáo: ${period}`,
    `Phong trào: ${title}`,
    `Lần nộp: ${receipt.n}`,
    `Máy chủ nhận lúc: ${receivedAt(receipt.at)}`,
    `Tệp: ${receipt.name} (${formatNumber(receipt.size)} byte)`,
    `Mã băm SHA-256 của tệp: ${receipt.sha256}`,
    `Mã mục trong sổ chung: ${receipt.hash}`,
  ];
}

export function receiptView(receipt: Receipt, about: AboutReceipt): HTMLElement {
  const lines = receiptLines(receipt, about);
  const [head = '', ...rest] = lines;
  const status = element('p', { role: 'status', class: 'faint' });
  const copy = () =>
    void navigator.clipboard.writeText(lines.join('\n')).then(
      () => status.replaceChildren('Đã chép giấy báo.'),
      () => status.replaceChildren('Trình duyệt không cho chép: hãy lưu ảnh.'),
    );
  return element(
    'section',
    { class: 'good', 'aria-label': 'Giấy báo đã nhận' },
    element('h2', { tabindex: '-1' }, head),
    ...rest.map((line) => element('p', {}, line)),
    element(
      'div',
      { class: 'actions' },
      element('button', { type: 'button', click: () => savePicture(lines, about.unit) }, 'Lưu ảnh'),
      element('button', { type: 'button', click: copy }, 'Chép chữ'),
    ),
    status,
  );
}

const WIDTH = 720;
const LINE = 30;
const MARGIN = 28;

function savePicture(lines: readonly string[], unit: string): void {
  const canvas = element('canvas', { width: String(WIDTH) });
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.font = FONT;
  const wrapped = lines.flatMap((line) => wrap(pen, line));
  // The pen forgets its font.
  canvas.height = wrapped.length * LINE + MARGIN * 2;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#111111';
  pen.font = FONT;
  for (const [at, line] of wrapped.entries()) pen.fillText(line, MARGIN, MARGIN + (at + 0.8) * LINE);
  canvas.toBlob((blob) => blob && saveFile(blob, `Giấy báo nhận ${unit}.png`), 'image/png');
}

const FONT = '20px system-ui, sans-serif';

function wrap(pen: CanvasRenderingContext2D, text: string): readonly string[] {
  const fits = (line: string) => pen.measureText(line).width <= WIDTH - MARGIN * 2;
  const lines: string[] = [];
  let line = '';
  // A digest has no spaces: it is broken where it has to be.
  for (const word of text.split(/(?<=\s)|(?<=[0-9a-f]{32})(?=[0-9a-f]{8})/)) {
    if (line !== '' && !fits(line + word)) {
      lines.push(line);
      line = '';
    }
    line += word;
  }
  return [...lines, line];
}

export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  element('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
