/** For tests of refusals. */

/** The `code` of the error that a piece of work ends with; `''` when it ends well. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}
