/**
 * "Bàn chấm" inside the extension connects nowhere itself: the worker asks a server of a shared book for it. Only a
 * server the officer let this browser reach, only what such a server answers to, and only for that page.
 */
import * as z from 'zod/mini';
import { base64Of, bytesOf } from './base64.ts';

const askedSchema = z.strictObject({
  relay: z.strictObject({
    address: z.string().check(z.maxLength(2000)),
    method: z.enum(['GET', 'POST', 'PUT']),
    headers: z.record(z.string(), z.string().check(z.maxLength(4000))),
    /** base64 */
    body: z.nullable(z.string()),
  }),
});
export type RelayRequest = z.infer<typeof askedSchema>;

/** `isTrial` = as the server says of itself. */
export interface RelayAnswer {
  readonly status: number;
  readonly isTrial: boolean;
  /** base64 */
  readonly body: string;
}

interface Surroundings {
  /** `chrome-extension://<id>/` */
  readonly own: string;
  readonly mayReach: (origin: string) => Promise<boolean>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
}

const SECONDS = 60;

/** undefined = no such message of that page; null = not allowed, or no answer came. Never rejects. */
export function relayed(
  message: unknown,
  sender: { readonly url?: string | undefined },
  { own, mayReach, fetch }: Surroundings,
): Promise<RelayAnswer | null> | undefined {
  const request = askedSchema.safeParse(message);
  if (!request.success || sender.url?.startsWith(`${own}marking/`) !== true) return undefined;
  const { address, method, headers, body } = request.data.relay;
  const send = async (): Promise<RelayAnswer | null> => {
    const { origin, pathname } = new URL(address);
    if (!pathname.startsWith('/v1/') || !(await mayReach(origin))) return null;
    const answer = await fetch(address, {
      ...{ method, headers, body: body === null ? null : bytesOf(body), redirect: 'error' },
      ...{ credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
      signal: AbortSignal.timeout(SECONDS * 1000),
    });
    const { status } = answer;
    const isTrial = answer.headers.has('x-chay-thu');
    return { status, isTrial, body: base64Of(new Uint8Array(await answer.arrayBuffer())) };
  };
  return send().catch(() => null);
}
