/** One question to the browser extension. What does not come in time, or is no answer, is silence. */
import {
  HANDED,
  type HandOverAnswer,
  type HandOverAsk,
  type HandOverRequest,
  handOverAnswer,
} from '../../core/portal/capture/hand-over.ts';
import { EXTENSION_ID } from './extension-id.ts';
import type { PageRuntime } from './extension-port.ts';

/** A sleeping worker has to wake, and then to read thousands of captures. */
const PATIENCE = 20_000;

type Content<A extends HandOverAsk> = Omit<Extract<HandOverRequest, { ask: A }>, 'ask' | keyof typeof HANDED>;

/** undefined = silence. Never rejects. */
export async function askExtension<A extends HandOverAsk>(
  runtime: PageRuntime,
  ask: A,
  content: Content<A>,
): Promise<HandOverAnswer<A> | undefined> {
  if (EXTENSION_ID === '') return undefined;
  const answer = handOverAnswer(ask, await sent(runtime, { ...HANDED, ask, ...content }));
  return answer?.ok ? answer : undefined;
}

function sent(runtime: PageRuntime, message: unknown): Promise<unknown> {
  return new Promise((done) => {
    const late = setTimeout(() => done(undefined), PATIENCE);
    const answered = (answer: unknown) => {
      clearTimeout(late);
      // Read, so that the browser does not report it as unheeded.
      done(runtime.lastError === undefined ? answer : undefined);
    };
    try {
      runtime.sendMessage(EXTENSION_ID, message, answered);
    } catch {
      answered(undefined);
    }
  });
}
