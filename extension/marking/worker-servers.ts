/** Servers of shared books as this page reaches them: through the worker, each once the officer let the browser. */
import { serverParts } from '../../ui/pane/share/server-parts.ts';
import type { Servers } from '../../ui/pane/share/servers.ts';
import { base64Of, bytesOf } from '../share/base64.ts';
import type { RelayAnswer, RelayRequest } from '../share/relay.ts';

export const workerServers: Servers = {
  ...serverParts(async (address, { method, headers, body }) => {
    const sent = body == null ? null : base64Of(new Uint8Array(await new Response(body).arrayBuffer()));
    const relay = { address, method, headers: Object.fromEntries(new Headers(headers)), body: sent };
    const answer = await chrome.runtime.sendMessage<unknown, RelayAnswer | null>({ relay } as RelayRequest);
    if (!answer) throw new TypeError('no answer');
    const { status, isTrial } = answer;
    return new Response(bytesOf(answer.body), { status, headers: isTrial ? { 'x-chay-thu': '1' } : {} });
  }),
  whyNot: () => null,
  mayReach: (origin) => chrome.permissions.request({ origins: [`${origin}/*`] }),
};
