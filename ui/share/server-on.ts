/** A shared book's server as a page reaches it. What does not answer within a minute has not answered. */
import type { Signer } from '../../core/share/entry.ts';
import { type ServerCarrier, serverCarrier } from '../../session/share/server-carrier.ts';

const SECONDS = 60;

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
      fetch(address, {
        ...init,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: init.signal ?? AbortSignal.timeout(SECONDS * 1000),
      }),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
}
