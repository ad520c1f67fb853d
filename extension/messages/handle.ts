/** The answering end: only our own pages are heard, only messages of the contract, only input that fits. Never throws. */
import { z } from 'zod';
import { CONTRACT, failure, type Input, isMessageName, type MessageName, type Output, type Reply } from './contract.ts';

export type Handlers = { readonly [N in MessageName]: (input: Input<N>) => Promise<Reply<Output<N>>> };

export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
}

const messageSchema = z.object({ name: z.string(), input: z.unknown() });

/** `own` = `chrome-extension://<id>/`: content scripts have our id too, but the address of their page. */
export async function handle(
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  own: string,
): Promise<Reply<unknown>> {
  if (sender.id !== new URL(own).host || sender.url?.startsWith(own) !== true) return failure('unknown-message');
  const parsed = messageSchema.safeParse(message);
  if (!parsed.success || !isMessageName(parsed.data.name)) return failure('unknown-message');
  return answer(handlers, parsed.data.name, parsed.data.input);
}

async function answer<N extends MessageName>(handlers: Handlers, name: N, raw: unknown): Promise<Reply<Output<N>>> {
  const input = CONTRACT[name].input.safeParse(raw);
  if (!input.success) return failure('bad-input');
  try {
    return await handlers[name](input.data as Input<N>);
  } catch (error) {
    return failure(isDiskFull(error) ? 'storage-full' : 'failed');
  }
}

/** What the browser says when nothing more can be written: at its quota, and (measured on a full disk) by aborting what we never abort ourselves. */
const FULL: ReadonlySet<string> = new Set(['QuotaExceededError', 'AbortError', 'UnknownError']);

/** Dexie wraps the browser's error: the name stands on it, inside it or on one of the failures it lists. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { inner, failures } = error as { readonly inner?: unknown; readonly failures?: unknown };
  return FULL.has(error.name) || isDiskFull(inner) || (Array.isArray(failures) && failures.some(isDiskFull));
}
