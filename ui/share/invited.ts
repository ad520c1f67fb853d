/** The link of invitation this page was opened by: taken out of the address at once, used once. */
import { readInvitation } from '../../session/share/invitation.ts';

let invited = '';

/** Reads the invitation from the address; anything else stays there. */
export function takeInvitation(): void {
  const { href, origin, hash, pathname, search } = window.location;
  if (!/^https?:$/.test(window.location.protocol) || hash === '') return;
  const read = readInvitation(`${origin}/${hash}`);
  if (!read.ok || read.value.code === null) return;
  invited = `${origin}/${hash}`;
  // It lets one machine in: no history and no picture of the window keeps it.
  window.history.replaceState(null, '', href.startsWith(origin) ? `${pathname}${search}` : href);
}

/** '' = there is none. */
export function invitation(): string {
  return invited;
}

/** It was used. */
export function spendInvitation(): void {
  invited = '';
}
