/** The asking end: sends a message to the worker and trusts the reply only when it fits the contract. Never throws. */
import * as z from 'zod/mini';
import {
  CONTRACT,
  ERROR_CODES,
  failure,
  type MessageInput,
  type MessageName,
  type Output,
  type Reply,
} from './contract.ts';

const failureSchema = z.object({ ok: z.literal(false), code: z.enum(ERROR_CODES) });
const successSchema = z.object({ ok: z.literal(true), data: z.unknown() });

type Send = (message: unknown) => Promise<unknown>;

export async function call<N extends MessageName>(
  name: N,
  input: MessageInput<N>,
  send: Send,
): Promise<Reply<Output<N>>> {
  let reply: unknown;
  try {
    reply = await send({ name, input });
  } catch {
    return failure('no-answer');
  }
  const failed = failureSchema.safeParse(reply);
  if (failed.success) return failed.data;
  const data = CONTRACT[name].output.safeParse(successSchema.safeParse(reply).data?.data);
  return data.success ? { ok: true, data: data.data as Output<N> } : failure('bad-reply');
}
