/** A shared book's server over the network. What does not answer within a minute has not answered. */
import type { Signer } from '../../core/share/entry.ts';
import { type ServerCarrier, serverCarrier } from './server-carrier.ts';

const SECONDS = 60;
/** Nothing of a browser's goes with it; Node has none of this. */
const ALONE = { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' } as const;

/** `code` = of an invitation; null once this machine takes part. */
export function serverOn(way: {
  readonly origin: string;
  readonly space: string;
  readonly signer: Signer;
  readonly code: string | null;
}): ServerCarrier {
  return serverCarrier({
    ...way,
    fetch: (address, init) =>
      fetch(address, { ...init, ...ALONE, signal: init.signal ?? AbortSignal.timeout(SECONDS * 1000) }),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
}
