/**
 * The error for unusable input or arguments: thrown anywhere in the command line, caught once in main.ts, which prints
 * its one Vietnamese line to stderr and exits with code 2. core/ never throws it; there a refusal is a value.
 */
export class UsageError extends Error {}

/** Ends the command with one Vietnamese line. */
export function refuse(message: string): never {
  throw new UsageError(message.replace(/\s+/g, ' ').trim());
}

/** One line on stderr; gives exit code 2. */
export function complain(message: string): number {
  process.stderr.write(`${message.replace(/\s+/g, ' ').trim()}\n`);
  return 2;
}
