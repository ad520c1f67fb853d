/** What the server answers where it refuses: a code programs go by, and one Vietnamese sentence. */
import type { Context } from 'hono';
import { plainJson } from '../core/base/text/plain-text.ts';
import { CUT_OFF, SLOW } from './bodies.ts';

type RefusedStatus = 400 | 401 | 403 | 404 | 413 | 422 | 429;

export function refused(c: Context, status: RefusedStatus, code: string, message: string) {
  return c.json({ code, message }, status);
}

export const malformed = (c: Context) => refused(c, 400, 'malformed', 'Máy chủ không hiểu yêu cầu này.');
export const noToken = (c: Context) =>
  refused(c, 401, 'no-token', 'Máy chưa chứng tỏ được khóa của mình, hoặc đã quá giờ.');
export const noSpace = (c: Context) =>
  refused(c, 403, 'no-space', 'Máy chủ không có sổ chung này, hoặc máy này không được ghi vào đó.');
export const tooLarge = (c: Context) => refused(c, 413, 'too-large', 'Gói gửi lên lớn quá mức cho phép.');

/** The JSON of a body; undefined where it is none, or holds what no database could (plain-text.ts). */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return plainJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** What the database's refusal means to the caller: give up, or try again. `code` = SQLSTATE, '' = none. */
export function faultOf(code: string) {
  if (code === CUT_OFF)
    return { status: 400, word: 'cut-off', message: 'Gói gửi lên bị đứt giữa chừng; hãy gửi lại.' } as const;
  if (code === SLOW)
    return { status: 408, word: 'slow', message: 'Gói gửi lên đến quá chậm; hãy gửi lại khi mạng khá hơn.' } as const;
  // Of the database, or of the disk that large bodies wait on.
  if (['53100', '53000', 'ENOSPC', 'EDQUOT'].includes(code))
    return {
      status: 507,
      word: 'full',
      message: 'Máy chủ hết chỗ: mục chưa được nhận, vẫn còn nguyên ở máy gửi.',
    } as const;
  if (code === '42501' || code === '23514')
    return { status: 403, word: 'no-space', message: 'Cơ sở dữ liệu không cho phép việc này.' } as const;
  // What does not fit a column would not fit it the next time either.
  if (/^(?:22|23|54)/.test(code))
    return { status: 400, word: 'malformed', message: 'Cơ sở dữ liệu không ghi được nội dung này.' } as const;
  if (code === '') return { status: 500, word: 'fault', message: 'Máy chủ gặp lỗi; hãy báo người quản trị.' } as const;
  return { status: 503, word: 'away', message: 'Máy chủ tạm thời chưa nhận được; hãy gửi lại.' } as const;
}
