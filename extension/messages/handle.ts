/**
 * The answering end: only our own pages are heard, only messages of the contract, only input that fits. Never throws.
 */
import { z } from 'zod/mini';
import {
  CONTRACT,
  failure,
  isMessageName,
  type MessageInput,
  type MessageName,
  type Output,
  type Reply,
} from './contract.ts';
import { isDiskFull } from './disk-full.ts';

export type Handlers = { readonly [N in MessageName]: (input: MessageInput<N>) => Promise<Reply<Output<N>>> };

interface Sender {
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
    return await handlers[name](input.data as MessageInput<N>);
  } catch (error) {
    return failure((await isDiskFull(error)) ? 'storage-full' : 'failed');
  }
}
