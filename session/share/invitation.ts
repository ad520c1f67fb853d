/** The address of a server of shared books, as an officer types it or as an invitation brings it. */
import { done, type Result, refuse } from '../../core/base/result.ts';

/** `#` + code founds a book; `#` + space + `.` + code joins a book; nothing = a book this machine takes part in. */
export interface Invitation {
  /** `https://so-chung.tinh.gov.vn`, without a path. */
  readonly origin: string;
  readonly space: string | null;
  readonly code: string | null;
}

/** The address with which another machine asks to take part; `readInvitation` reads it back. */
export function invitationLink({ origin, space, code }: Invitation): string {
  return `${origin}/#${space === null ? '' : `${space}.`}${code ?? ''}`;
}

/** Refused with a Vietnamese sentence where the text is no invitation. */
export function readInvitation(typed: string): Result<Invitation> {
  const text = typed.trim();
  if (!URL.canParse(text)) return refuse('address', `"${text}" không phải địa chỉ máy chủ: cần dạng https://…`);
  const url = new URL(text);
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    return refuse('address', 'Địa chỉ máy chủ phải bắt đầu bằng https:// để không ai đọc được trên đường truyền.');
  const [, space = null, code = null] = /^#(?:([0-9a-f]{64})\.)?([0-9a-f]{32})$/.exec(url.hash) ?? [];
  if (url.hash !== '' && code === null)
    return refuse('address', 'Liên kết mời bị thiếu hoặc thừa ký tự: hãy chép lại cả liên kết.');
  return done({ origin: url.origin, space, code });
}
