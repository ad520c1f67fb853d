/**
 * Input or arguments that cannot be used: thrown anywhere in the command line, caught once in main.ts, which prints its
 * one Vietnamese line on stderr and ends with exit code 2. core/ never throws it; there such things are values.
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
