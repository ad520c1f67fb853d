/** Synthetic results of communes: what each would send of a month, worked out from reports of its units. */
import type { SentResult, SentTarget } from '../core/commune/result/sent-result.ts';
import { INDICATORS } from '../core/portal/indicator/catalogue.ts';

/** Numbers 0 … 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const NAMES = [
  'Ta Ma',
  'Nà Tấu',
  'Mường Than',
  'Phúc Than',
  'Tân Uyên',
  'Thu Lũm',
  'Bản Bo',
  'Khun Há',
  'Sìn Hồ',
  'Pa Ủ',
];
const SUBJECTS = [
  'hồ sơ thủ tục hành chính tiếp nhận trực tuyến',
  'văn bản trao đổi dưới dạng điện tử',
  'hộ gia đình có người dùng dịch vụ công trực tuyến',
  'người dân trưởng thành có tài khoản định danh điện tử',
  'hồ sơ, kết quả giải quyết được số hóa',
];

export function communeName(at: number): string {
  return `Xã ${NAMES[at % NAMES.length]} ${at < NAMES.length ? '' : Math.floor(at / NAMES.length)}`.trim();
}

/** `reports` units of the commune, each with `targets` criteria, summed up as a commune does; `month` 1 … 12 of 2026. */
export function sentResult(at: number, month: number, reports: number, targets = 30): SentResult {
  const next = numbers(at * 7919 + month);
  const strength = numbers(at)();
  const two = String(month).padStart(2, '0');
  const due = `2026-${two}-25`;
  const received = Math.round(reports * Math.min(1, 0.6 + strength * 0.5));
  return {
    commune: communeName(at),
    province: 'tỉnh Mẫu',
    movement: { id: 'chung-2026', title: 'Cả tỉnh thi đua chuyển đổi số' },
    period: `2026-${two}`,
    asOf: `2026-${two}-28`,
    targets: Array.from({ length: targets }, (_, code) => summed(code, received, reports, strength, next)),
    reports: { asked: reports, received, late: Math.round(received * next() * 0.3), undated: 0, due },
    indicators: INDICATORS.slice(0, 7).map(({ code, max }, which) => ({
      code,
      course: Array.from({ length: month }, (_, before) => ({
        period: `2026-${String(before + 1).padStart(2, '0')}`,
        value:
          Math.round(
            (max ?? 100) * Math.min(1, 0.4 + strength * 0.4 + numbers(at * 31 + before * 7 + which)() * 0.2) * 100,
          ) / 100,
        place: null,
        placed: null,
      })),
    })),
  };
}

function summed(code: number, received: number, reports: number, strength: number, next: () => number): SentTarget {
  let [a, b] = [0, 0];
  for (let unit = 0; unit < received; unit++) {
    const whole = 20 + Math.floor(next() * 400);
    b += whole;
    a += Math.floor(whole * Math.min(1, strength * 0.6 + next() * 0.6));
  }
  const value = b === 0 ? null : Math.floor((10_000 * a) / b) / 100;
  const missing = reports - received;
  const state = value === null || missing * 3 > reports ? 'not-enough-data' : value >= 60 ? 'met' : 'not-met';
  return {
    code: `CT${String(code + 1).padStart(2, '0')}`,
    text: `Tỷ lệ ${SUBJECTS[code % SUBJECTS.length]} (nhóm ${Math.floor(code / SUBJECTS.length) + 1})`,
    ...{
      unit: '%',
      level: 'từ 60 %',
      state,
      a: b === 0 ? null : a,
      b: b === 0 ? null : b,
      value,
      low: value,
      high: value,
    },
    units: { gave: received, missing, doubtful: 0 },
  };
}
