/** Sends a message from a page of the extension to its worker. */
import { call } from '../messages/call.ts';
import type { Input, MessageName } from '../messages/contract.ts';

export function send<N extends MessageName>(name: N, input: Input<N>) {
  return call(name, input, (message) => chrome.runtime.sendMessage(message));
}
