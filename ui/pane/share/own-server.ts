/** The server that a hosted page comes from. */
import { serverParts } from './server-parts.ts';
import type { Servers } from './servers.ts';

/**
 * The only server a hosted page can reach is its own origin: its policy allows no other. A page from a disk has no
 * server: null.
 */
export function ownServer(): Servers | null {
  const { protocol, origin: here } = window.location;
  if (!/^https?:$/.test(protocol)) return null;
  return {
    ...serverParts(),
    whyNot: (origin) =>
      origin === here
        ? null
        : `Trang này chỉ nối được ${here}: hãy mở Bàn chấm ở ${origin}/ban-cham/ rồi dán liên kết ở đó.`,
    mayReach: async () => true,
  };
}
