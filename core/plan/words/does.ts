/** What a commune does with things it counts. */
import { phrases } from './token.ts';
import { verbsFor } from './verbs.ts';

export const DOES = phrases(verbsFor('counting'));
