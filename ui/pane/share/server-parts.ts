/** What a page shows of a server's shared books, and how it talks to them. */
import { serverOn } from '../../../session/share/server-on.ts';
import { Invite } from './invite.tsx';
import { LinksSection } from './links-section.tsx';
import type { Servers } from './servers.ts';

/** `reach` = where the network is reached through something else. */
export function serverParts(
  reach?: (address: string, init: RequestInit) => Promise<Response>,
): Pick<Servers, 'carrierOn' | 'LinksSection' | 'Invite'> {
  return { carrierOn: (door) => serverOn(door, reach), LinksSection, Invite };
}
