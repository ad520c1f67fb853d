/** Sends a message from a page of the extension to its worker. */
import { call } from '../messages/call.ts';
import type { MessageInput, MessageName } from '../messages/contract.ts';

export function send<N extends MessageName>(name: N, input: MessageInput<N>) {
  return call(name, input, (message) => chrome.runtime.sendMessage(message));
}
