/** The requests of a page of the extension, which the worker sends: its own policy names no server. */
import { base64Of, bytesOf } from './base64.ts';
import type { RelayAnswer, RelayRequest } from './relay.ts';

/** As `fetch`. @throws TypeError where the worker does not answer, or refuses the address. */
export async function fetchThroughWorker(address: string, { method, headers, body }: RequestInit): Promise<Response> {
  const sent = body == null ? null : base64Of(new Uint8Array(await new Response(body).arrayBuffer()));
  const relay = { address, method, headers: Object.fromEntries(new Headers(headers)), body: sent };
  const answer = await chrome.runtime.sendMessage<unknown, RelayAnswer | null>({ relay } as RelayRequest);
  if (!answer) throw new TypeError('no answer');
  const { status, isTrial } = answer;
  return new Response(bytesOf(answer.body), { status, headers: isTrial ? { 'x-chay-thu': '1' } : {} });
}
