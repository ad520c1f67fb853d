/** A figure as it comes from outside: at most fifteen digits before the decimal point, as many as Excel shows. */
import * as z from 'zod/mini';

/** No figure of a report, a portal or a plan comes near it; products of two of them still are numbers. */
export const TOO_LARGE = 1e15;

export const anyFigure = z.number().check(z.gt(-TOO_LARGE), z.lt(TOO_LARGE));
