/**
 * A refusal of the pretended Excel: a code of `Excel.ErrorCodes` and a text in the tongue of the officer's Excel, which
 * no code may depend on.
 */
export class HostError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Stops the batch with this code. */
export function refuse(code: string, message = `Excel từ chối: ${code}`): never {
  throw new HostError(code, message);
}

/** What this host does not pretend must be loud: never undefined, never silence. */
export function notModelled(what: string): never {
  throw new HostError('ApiNotFound', `${what} chưa được giả lập`);
}
