/**
 * What an officer hands to the units: a page to print and cut with a QR code for each, and the messages to send one by
 * one. Both contain the links, which cannot be shown again.
 */
import { renderSVG } from 'uqr';
import { type Period, periodName } from '../../core/base/period/period.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { NewLink } from './unit-links.ts';

export interface AboutLinks {
  readonly movement: Pick<Movement, 'title'>;
  readonly period: Period;
  /** `hết ngày 15/11/2025`. */
  readonly until: string;
  /** `https://so-chung.tinh.gov.vn`. */
  readonly origin: string;
}

/** `until` when links were made on different days: `hết ngày 15/11/2025`. */
export type PrintedLink = NewLink & { readonly until?: string };

interface LinkPaper {
  readonly what: 'slips' | 'messages';
  /** Of the file. */
  readonly name: string;
  readonly text: string;
}

export function linkAddress(origin: string, { secret }: NewLink): string {
  return `${origin}/nop/#${secret}`;
}

/** Names of the two files, and what they hold; neither can be made again. */
export function linkPapers(links: readonly PrintedLink[], about: AboutLinks): readonly LinkPaper[] {
  const name = periodName(about.period).replace(/[\\/:]+/g, '-');
  return [
    { what: 'slips', name: `Mã QR nộp báo cáo ${name}.html`, text: linkSlips(links, about) },
    { what: 'messages', name: `Tin nhắn gửi từng đơn vị ${name}.txt`, text: `\uFEFF${linkMessages(links, about)}` },
  ];
}

function linkSlips(links: readonly PrintedLink[], { movement, period, until, origin }: AboutLinks): string {
  const slips = links.map((link) => {
    const address = linkAddress(origin, link);
    return `<section>
${renderSVG(address, { ecc: 'M', border: 2 })}
<div>
<h2>${markup(link.unit)}</h2>
<p>Nộp báo cáo ${markup(periodName(period))}, nhận đến ${markup(link.until ?? until)}</p>
<p>${markup(movement.title)}</p>
<p>Quét mã bằng điện thoại, hoặc mở địa chỉ:</p>
<p class="dia-chi">${markup(address)}</p>
<p>Chỉ dành cho đơn vị: ai có liên kết này đều nộp được thay đơn vị.</p>
</div>
</section>`;
  });
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Liên kết nộp báo cáo ${markup(periodName(period))}</title>
<style>body{font:14px/1.4 "Times New Roman",serif;max-width:19cm;margin:1cm auto}section{display:flex;gap:.8cm;align-items:center;border:1px dashed #777;padding:.4cm;margin:0 0 .4cm;break-inside:avoid}section svg{flex:none;width:4.2cm;height:4.2cm}h2{font-size:18px;margin:0}p{margin:.1cm 0}.dia-chi{font:12px monospace;overflow-wrap:anywhere}</style>
${slips.join('\n')}
</html>
`;
}

function linkMessages(links: readonly PrintedLink[], about: AboutLinks): string {
  return links.map((link) => `----- ${link.unit} -----\r\n${linkMessage(link, about)}\r\n`).join('\r\n');
}

/** The message to a unit. */
export function linkMessage(link: PrintedLink, { movement, period, until, origin }: AboutLinks): string {
  const message = `Kính gửi ${link.unit}: báo cáo ${periodName(period)}, phong trào "${movement.title}". Đề nghị mở liên kết dưới đây trên điện thoại hoặc máy tính để điền hoặc gửi tệp, nhận đến ${link.until ?? until}. Liên kết chỉ dành cho đơn vị, xin đừng chuyển cho người khác.`;
  return `${message}\r\n${linkAddress(origin, link)}`;
}

function markup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
