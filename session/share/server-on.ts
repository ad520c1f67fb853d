/** A shared book's server over the network. What does not answer within a minute has not answered. */
import { type ServerCarrier, type ServerDoor, serverCarrier } from './server-carrier.ts';

const SECONDS = 60;
/** Nothing of a browser's goes with it; Node has none of this. */
const ALONE = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;

/** `code`: of an invitation; null once this machine takes part. */
type OnServer = Pick<ServerDoor, 'origin' | 'space' | 'signer' | 'code' | 'digest'>;

/** `reach` = where the network is reached through something else. */
export function serverOn(
  way: OnServer,
  reach: (address: string, init: RequestInit) => Promise<Response> = (address, init) => fetch(address, init),
): ServerCarrier {
  return serverCarrier({
    ...way,
    fetch: (address, init) =>
      reach(address, { ...init, ...ALONE, signal: init.signal ?? AbortSignal.timeout(SECONDS * 1000) }),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
}
