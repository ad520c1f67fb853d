/**
 * iGate 1 (Sóc Trăng): the answer of `…/tkttxlhs?domain=&thang=&nam=`, a flat object with counts of a month and of a
 * year; the rate is a fraction 0 … 1, not percent (facts on the portal, 4.2). Only the month is read, because the
 * answer does not show up to which day the year's counts go. The address has the unit only as a host name, so the
 * officer types its name.
 */

import * as z from 'zod/mini';
import type { Period } from '../../../../base/period/period.ts';
import { answerSays } from '../../answer-says.ts';
import type { KnownConditions } from '../../question.ts';
import { ratioReading } from '../../ratio.ts';
import { type Captured, type CaptureReading, notBegun, notFound, type Reader, type ReadOutcome } from '../../reader.ts';
import { addressParts } from '../../taught-reader/address.ts';
import { cellFigure } from '../../taught-reader/cell-figure.ts';
import { about } from './about.ts';

const PATH = /^\/api\/(?:lienthongiso|hoso)\/tkttxlhs$/;

/** Numbers, or the same as text. */
const count = z.union([
  z.int().check(z.minimum(0), z.maximum(1e12)),
  z.pipe(z.string().check(z.regex(/^\d{1,12}$/)), z.transform(Number)),
]);
const share = z.union([
  z.pipe(z.number().check(z.minimum(0), z.maximum(1)), z.transform(String)),
  z.string().check(z.maxLength(20)),
]);
const answerSchema = z.object({
  hs_moitiepnhan_thang: count,
  hs_xldunghan_thang: count,
  hs_xl_trehan_thang: count,
  tile_daxuly_thang: share,
  hs_moitiepnhan_nam: z.optional(count),
  hs_xldunghan_nam: z.optional(count),
  hs_xl_trehan_nam: z.optional(count),
});

const KNOWN: KnownConditions = new Map([
  ['domain', /^[\w.-]{1,200}$/],
  ['thang', /^(?:0?[1-9]|1[0-2])$/],
  ['nam', /^20\d{2}$/],
]);

export const igate1: Reader = {
  ...about,
  sourceName: 'Hệ thống một cửa iGate',
  version: '2026-11-22.1',
  label: 'Thống kê tháng của hệ thống một cửa iGate',
  pages: 'Câu trả lời thống kê tháng của iGate (…/tkttxlhs), đã lưu thành tệp',
  matches: (captured) => PATH.test(addressParts(captured.url)?.path ?? ''),
  knownConditions: KNOWN,
  read,
};

function read(captured: Captured): ReadOutcome {
  const period = monthOf(captured.url);
  if (!period) return notFound('Địa chỉ không ghi tháng và năm, nên không biết số liệu thuộc kỳ nào.');
  if (notBegun(captured, period)) return notFound('Tháng này chưa bắt đầu: số 0 không phải là kết quả.');
  const says = answerSays(captured, period, (key) => /^(?:hs|tile)_/.test(key));
  if (says.isOfAnotherPeriod) return notFound('Câu trả lời ghi kỳ khác với địa chỉ, nên không đọc số nào.');
  const answer = parse(captured.body);
  if (!answer) return notFound('Câu trả lời của hệ thống không còn đúng cấu trúc đã biết, nên không đọc số nào.');
  const rate = cellFigure(answer.tile_daxuly_thang, { kind: 'fraction', header: '', indicator: 'dung-han' });
  if (rate.kind === 'unclear') {
    return notFound(`Tỷ lệ “${answer.tile_daxuly_thang}” không phải số từ 0 đến 1, nên không đọc số nào.`);
  }
  const unit = { name: '' };
  const { hs_xldunghan_thang: inTime, hs_xl_trehan_thang: late } = answer;
  const settled = inTime + late;
  const [counted] = ratioReading('dung-han', inTime, settled);
  const printed = rate.kind === 'value' ? rate.value : null;
  // Which of them is wrong is not to be known.
  const agree =
    settled === 0 || (printed !== null && Math.abs((100 * inTime) / settled - printed) <= lastPlace(answer));
  if (!agree) return notFound(`Tỷ lệ của hệ thống không khớp ${inTime}/${settled}, nên không đọc số nào.`);
  const isPart = (part: number, whole: number | undefined) => whole === undefined || part <= whole;
  const isWithin =
    isPart(answer.hs_moitiepnhan_thang, answer.hs_moitiepnhan_nam) &&
    isPart(inTime, answer.hs_xldunghan_nam) &&
    isPart(late, answer.hs_xl_trehan_nam);
  if (!isWithin) return notFound('Số của tháng lớn hơn số của cả năm, nên không đọc số nào.');
  const readings: CaptureReading[] = [
    { indicator: 'moi-tiep-nhan', unit, period, value: answer.hs_moitiepnhan_thang },
    ...(counted ? [{ unit, period, ...counted }] : []),
  ];
  const { questions, scale, caveats } = says;
  return { kind: 'found', readings, warnings: caveats, questions, scale };
}

/**
 * Tolerance in percent: a fraction with more than two decimals may be truncated at its last; with two or fewer (a
 * number loses its zeros) it is rounded there.
 */
function lastPlace({ tile_daxuly_thang: rate }: z.infer<typeof answerSchema>): number {
  const places = /[.,](\d+)/.exec(rate)?.[1]?.length ?? 0;
  return (places > 2 ? 10 ** (2 - places) : 0.5) + 1e-9;
}

function parse(body: string): z.infer<typeof answerSchema> | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

function monthOf(url: string): Period | undefined {
  const query = addressParts(url)?.query;
  const [month, year] = [query?.get('thang') ?? '', query?.get('nam') ?? ''];
  if (!/^(?:0?[1-9]|1[0-2])$/.test(month) || !/^20\d{2}$/.test(year)) return undefined;
  return { kind: 'month', year: Number(year), month: Number(month) };
}
